"""The database, wherever it is: opened, written to, held by one bot alone.

`bot.desk.store.files` knows how that is done with a file, `bot.desk.store.servers` how with a server.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.desk.store import dialects, files
from bot.desk.store.dialects import reason, scrub
from bot.desk.store.places import Place, Server
from bot.desk.store.transactions import snapshot, transaction
from bot.desk.store.upgrading import bring_up_to_date

__all__ = ["Connection", "Place", "Server", "StoreError", "connect", "first_damage", "is_there", "memory_database",
           "open_database", "reason", "scrub", "snapshot", "sole_use", "transaction", "try_writing"]

StoreError = SQLAlchemyError
"""What a database raises that cannot be used, from whatever is done with a connection."""


def open_database(place: Place) -> Connection:
    """The database, brought up to date; a file that is missing is made, readable by its owner only."""
    if not isinstance(place, Server):
        return files.open_file(place)
    from bot.desk.store import servers  # a driver that only servers need

    try:
        connection = servers.connect_to(place)
    except StoreError as error:
        raise servers.fault_of(place, error) from error
    try:
        bring_up_to_date(connection, str(place))
    except StoreError as error:
        connection.close()
        raise servers.fault_of(place, error) from error
    except BaseException:
        connection.close()
        raise
    return connection


def connect(place: Place) -> Connection:
    """A connection to the database as it stands."""
    if not isinstance(place, Server):
        return files.connect_file(place)
    from bot.desk.store import servers

    return servers.connect_to(place)


def memory_database() -> Connection:
    """A database that is nowhere but in memory, for as long as the real one cannot be used."""
    connection = dialects.sqlite_engine(lambda: sqlite3.connect(":memory:", isolation_level=None)).connect()
    bring_up_to_date(connection, ":memory:")
    dialects.watch_references(connection)
    return connection


def is_there(place: Place) -> bool:
    """Whether there is anything to look into; a server is taken to be there."""
    return isinstance(place, Server) or place.exists()


def try_writing(place: Place, timeout_s: float) -> None:
    """Write something to the database as it stands, down to the disk, and take it back; read what can be read at once.

    Raises StoreError or DatabaseError if that fails.
    """
    if not isinstance(place, Server):
        files.try_writing_file(place, timeout_s)
        return
    from bot.desk.store import servers

    servers.try_writing_to(place, timeout_s)


def first_damage(place: Place) -> str | None:
    """What is wrong first in a file, every table and index looked through; a server looks after its pages itself.

    Raises StoreError or DatabaseError where the file cannot be read at all.
    """
    return None if isinstance(place, Server) else files.first_damage_in_file(place)


@contextmanager
def sole_use(place: Place) -> Iterator[None]:
    """Holds a lock while the block runs: two bots would answer each other's unfinished updates."""
    if not isinstance(place, Server):
        with files.sole_use_of_file(place):
            yield
        return
    from bot.desk.store import servers

    with servers.sole_bot(place):
        yield
