"""Measurements of the parts of Farmasvar, on data of its own and of public collections."""
