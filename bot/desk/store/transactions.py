"""All or nothing: the one way in which anything is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from bot.desk.store import dialects


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Everything written inside is kept, or nothing is.

    A commit may fail as well, while somebody reads or the disk is full. SQLite has then undone the transaction itself,
    or left it open; left open it would stand in the way of every later one. Of PostgreSQL it cannot be known whether it
    has kept what was written where the connection is lost over a commit.
    """
    dialects.begin(connection)
    with _ended(connection):
        yield


@contextmanager
def snapshot(connection: Connection) -> Iterator[None]:
    """Everything read inside is of one moment."""
    dialects.begin_reading(connection)
    with _ended(connection):
        yield


@contextmanager
def _ended(connection: Connection) -> Iterator[None]:
    try:
        yield
        dialects.end(connection)
    except BaseException:
        dialects.undo(connection)
        raise
