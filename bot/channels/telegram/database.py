"""The SQLite file of the channel: its tables, and how it is opened so that little stays behind.

The file is used from one thread, the one of the event loop; each write takes a few milliseconds.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge.errors import ChannelError

_SCHEMA = """
CREATE TABLE IF NOT EXISTS inbox (
    update_id INTEGER PRIMARY KEY, status TEXT NOT NULL, received REAL NOT NULL,
    chat_id INTEGER, message_id INTEGER, incoming TEXT);
CREATE INDEX IF NOT EXISTS inbox_waiting ON inbox (chat_id, message_id) WHERE chat_id IS NOT NULL;
CREATE TABLE IF NOT EXISTS choices (
    chat_id INTEGER, user_id INTEGER, language TEXT, country TEXT, PRIMARY KEY (chat_id, user_id));
CREATE TABLE IF NOT EXISTS conversations (
    chat_id INTEGER, thread_id INTEGER, user_id INTEGER, state TEXT NOT NULL, changed REAL NOT NULL,
    PRIMARY KEY (chat_id, thread_id, user_id));
CREATE TABLE IF NOT EXISTS buttons (
    id TEXT PRIMARY KEY, chat_id INTEGER NOT NULL, question TEXT NOT NULL, country TEXT, created REAL NOT NULL);
CREATE INDEX IF NOT EXISTS buttons_of_chat ON buttons (chat_id, created);
"""


def open_database(path: Path) -> sqlite3.Connection:
    """The database, made if missing and readable by its owner only.

    `secure_delete` overwrites what is deleted, and a truncated rollback journal keeps no copy of it (a write-ahead
    log would until the next checkpoint). `synchronous=FULL`: an update confirmed to Telegram survives a power cut.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA journal_mode=TRUNCATE")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA secure_delete=ON")
        connection.executescript(_SCHEMA)
    except (OSError, sqlite3.Error) as error:
        raise ChannelError(f"cannot open the Telegram database {path}: {error}; "
                           "check the path and its rights") from error
    return connection


@contextmanager
def sole_use(path: Path) -> Iterator[None]:
    """Holds a lock beside the database while the block runs: two bots would answer each other's unfinished updates."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_name(path.name + ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ChannelError(f"another bot is using {path}; stop it first, or set another database") from error
        yield


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything written inside is kept, or nothing is."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
