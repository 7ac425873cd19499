"""All or nothing: the one way in which anything is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything written inside is kept, or nothing is.

    A commit may fail as well, while somebody reads or the disk is full. SQLite has then undone the transaction itself,
    or left it open; left open it would stand in the way of every later one.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
