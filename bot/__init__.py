"""Talking: from a message to a short, cited, hedged answer, and the channels that carry both."""
