"""A conversation: its state, one turn of it, and the door that answers."""
