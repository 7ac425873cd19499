"""From files of sources to draft cards."""
