"""Concepts, substances and names, and finding them in a text."""
