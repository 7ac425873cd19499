"""The SQLite file, and how it is opened so that little stays behind.

Several processes may have it open: the bot, the HTTP server, a command. Each uses its connection from one thread.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

from bot.store.migrations import migrate
from bot.store.transactions import transaction
from knowledge.errors import ChannelError, DatabaseError

__all__ = ["memory_database", "open_database", "scrub", "sole_use", "transaction"]

BUSY_TIMEOUT_S = 5.0
FORMER_NAME = "telegram.sqlite"
"""The file of the versions that had no other channel."""


def open_database(path: Path) -> sqlite3.Connection:
    """The database, made if missing, brought up to date, and readable by its owner only.

    `secure_delete` overwrites what is deleted, and a truncated rollback journal keeps no copy of it (a write-ahead
    log would until the next checkpoint). `synchronous=FULL`: an update confirmed to Telegram survives a power cut.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _take_over_former(path)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise _cannot_open(path, error) from error
    try:
        connection.execute("PRAGMA journal_mode=TRUNCATE")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("PRAGMA temp_store=MEMORY")  # sorting must not leave texts in temporary files
        migrate(connection, path)
        connection.execute("PRAGMA foreign_keys=ON")
    except sqlite3.Error as error:
        connection.close()
        raise _cannot_open(path, error) from error
    except BaseException:
        connection.close()
        raise
    return connection


def memory_database() -> sqlite3.Connection:
    """A database that is nowhere but in memory, for as long as the file cannot be used."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection, Path(":memory:"))
    connection.execute("PRAGMA foreign_keys=ON")
    return connection


def scrub(connection: sqlite3.Connection) -> bool:
    """Write the file anew, so that no copy of a deleted row is left in it; False if it could not be done now.

    `secure_delete` overwrites a row where it stood, but SQLite leaves copies behind where it moved rows about earlier.
    To be called after something was forgotten, outside a transaction; takes about 0.7 s for 100 MB.
    """
    try:
        connection.execute("VACUUM")
    except (sqlite3.OperationalError, MemoryError):  # another process is reading, or there is no room for a copy
        return False
    return True


@contextmanager
def sole_use(path: Path) -> Iterator[None]:
    """Holds a lock beside the database while the block runs: two bots would answer each other's unfinished updates."""
    with _lock_file(path) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ChannelError(f"another bot is using {path}; stop it first, or set another data folder") from error
        yield


def _lock_file(path: Path) -> IO[str]:
    beside = path.with_name(path.name + ".lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return beside.open("w")
    except OSError as error:
        # A file system that has become read-only after a fault still lends the lock of an earlier run.
        if beside.exists():
            return beside.open()
        raise _cannot_open(path, error) from error


def _take_over_former(path: Path) -> None:
    """Give the file of an older version its new name, unless a bot of that version still runs.

    Two processes may start at once: the one that finds the lock taken waits until the file stands under its new name.
    """
    former = path.with_name(FORMER_NAME)
    patience = time.monotonic() + BUSY_TIMEOUT_S
    while former != path and former.exists() and not path.exists():
        try:
            with sole_use(former):
                if former.exists() and not path.exists():
                    _close_journal(former)
                    former.rename(path)
        except ChannelError:
            if time.monotonic() > patience:
                raise
            time.sleep(0.05)


def _close_journal(path: Path) -> None:
    """Undo what a bot that was killed left half written: its journal would not be found under another name."""
    with closing(sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    path.with_name(path.name + "-journal").unlink(missing_ok=True)


def _cannot_open(path: Path, error: Exception) -> DatabaseError:
    return DatabaseError(f"cannot open the database {path}: {error}; check the path and its rights")
