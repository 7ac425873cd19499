"""The evidence model and the library of cards."""
