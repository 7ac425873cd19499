"""What is kept, in one SQLite file: the state of conversations, answers given, reports, gaps, settings.

`database` opens the file and `migrations` brings it up to date; each other module is one kind of thing that is kept.
No class here begins a transaction: callers wrap what belongs together in `database.transaction`.
"""
