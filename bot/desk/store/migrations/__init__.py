"""The scripts by which Alembic changes the tables of a database that is there already.

A change of `bot.desk.store.tables` needs one: `alembic revision --autogenerate -m "what changes"` in the folder of the
project writes a draft of it, against the database that `ALEMBIC_DATABASE` names, one of the version before; then
its number is added to `REVISIONS` in `bot.desk.store.upgrading`. A script is never changed once it was released.
"""
