"""Bringing a database to the present tables, whatever made it: nobody yet, the first edition, an older second one.

What a database has seen stands in `alembic_version`; the scripts are in `bot.desk.store.migrations`. A new one gets the
present tables at once (a test insists that the scripts lead to the same).
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, PrimaryKeyConstraint, String, Table, insert, inspect, select
from sqlalchemy.schema import Column, MetaData

from bot.desk.store import dialects, first_edition, taken_back
from bot.desk.store.tables import METADATA
from bot.desk.store.transactions import transaction
from knowledge.errors import ChannelError

if TYPE_CHECKING:
    from alembic.config import Config

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008")
"""The scripts there are, in their order; the first makes the tables with which the second edition begins."""
BASELINE, HEAD = REVISIONS[0], REVISIONS[-1]
SCRIPTS = Path(__file__).parent / "migrations"
_versions = Table("alembic_version", MetaData(), Column("version_num", String(32), nullable=False),
                  PrimaryKeyConstraint("version_num", name="alembic_version_pkc"))
"""As Alembic makes it."""


def bring_up_to_date(connection: Connection, name: str) -> None:
    """Do what is to be done, all or nothing; of two processes that start at once the second waits.

    `name` is that of the database in the error that refuses one of a newer Farmasvar.
    """
    if connection.info.get("revision") == HEAD or revision(connection) == HEAD:
        connection.info["revision"] = HEAD  # of a kept connection to a server this is asked once
        return
    with transaction(connection):
        found = revision(connection)
        if found == HEAD:
            return
        if found is not None and is_newer(found):
            raise ChannelError(f"the database {name} was made by a newer Farmasvar; install that version, "
                               "or set another data folder")
        if found is not None:
            upgrade(connection, "head")
        elif inspect(connection).get_table_names():
            if connection.dialect.name != "sqlite":
                raise ChannelError(f"the database {name} holds other tables than Farmasvar's; give it a database of "
                                   "its own")
            first_edition.migrate(connection, name)
            first_edition.convert(connection, lambda: upgrade(connection, BASELINE))
            upgrade(connection, "head")
        else:
            METADATA.create_all(connection, checkfirst=False)
            _versions.create(connection)
            connection.execute(insert(_versions).values(version_num=HEAD))
            taken_back.make_key(connection)
        dialects.refuse_to_older(connection)


def revision(connection: Connection) -> str | None:
    """The last script that a database has seen; None where it has seen none."""
    if not connection.dialect.has_table(connection, _versions.name):
        return None
    return connection.execute(select(_versions.c.version_num)).scalar_one_or_none()


def upgrade(connection: Connection, target: str, scripts: Path = SCRIPTS) -> None:
    """Run the scripts up to one, within the transaction of the caller."""
    from alembic import command  # takes a quarter of a second, and is needed once a version

    command.upgrade(_configured(connection, scripts), target)


def version_of(file: sqlite3.Connection) -> str:
    """The last script that a file has seen as it stands; one of the first edition has a number below a hundred."""
    if file.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (_versions.name,)).fetchone():
        [version] = file.execute(f"SELECT version_num FROM {_versions.name}").fetchone()
        return str(version)
    [number] = file.execute("PRAGMA user_version").fetchone()
    return str(number)


def is_newer(version: str) -> bool:
    """Whether a database has seen a script that is not among those there are."""
    return version not in (*REVISIONS, *map(str, range(len(first_edition.MIGRATIONS) + 1)))


def _configured(connection: Connection, scripts: Path) -> Config:
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    return config
