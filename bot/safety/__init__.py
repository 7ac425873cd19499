"""The safety layer: what is urgent, and what must not be kept."""
