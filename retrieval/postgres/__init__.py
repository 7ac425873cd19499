"""The index on PostgreSQL with pgvector, for any number of processes; it answers what the file answers.

`place` is the door; `tables` has the tables and their faults, `snapshot` reads them, `building` writes them.
"""
