"""Answers as figures and documents."""
