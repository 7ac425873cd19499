"""Run by Alembic before each script: on the caller's connection, within its transaction."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

from alembic import context
from sqlalchemy import Connection

from bot.desk.store.tables import METADATA


def run(connection: Connection) -> None:
    """Run what Alembic was asked for. SQLite changes a table by rebuilding it ("batch")."""
    context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
    context.run_migrations()


if "connection" in context.config.attributes:
    run(context.config.attributes["connection"])
else:
    from bot.desk.store.database import connect

    with closing(connect(Path(os.environ["ALEMBIC_DATABASE"]))) as opened:
        run(opened)
