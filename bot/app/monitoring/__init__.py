"""Watching a running bot: what it logs, what it counts, and whether it can do its work.

`logs` is read at every start of the program and `server` needs a web server, so each is imported by its own name.
"""
