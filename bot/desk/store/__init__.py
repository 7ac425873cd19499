"""What is kept, in one database: the state of conversations, answers given, reports, gaps, settings.

`database` opens it, `upgrading` brings it up to date and `tables` says what is in it; `dialects` is where SQLite and
PostgreSQL differ; `backups` copies it and puts copies back. Each other module is one kind of thing that is kept. No
class here begins a transaction: callers wrap what belongs together in `database.transaction`.
"""
