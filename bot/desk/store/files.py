"""A database in a file of SQLite, and how it is opened so that little stays behind.

Several processes may have it open: the bot, the HTTP server, a command. Each connection is used from one thread at a
time. SQLite's locks are POSIX locks, and a process that closes any descriptor of a file gives up all of them, those of
its other threads too (https://www.sqlite.org/howtocorrupt.html, section 2.2). So two things never happen to the file:

- Nothing but SQLite opens it.
- A process that has opened it never closes it, but keeps its connections and uses them again. SQLite puts a close off
  while a thread holds a lock, but (seen in 3.40.1) it looks for locks first and closes then: a thread that takes one in
  between loses it, and two processes write at once.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import IO

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import SQLAlchemyError

from bot.desk.store import dialects
from bot.desk.store.tables import METADATA
from bot.desk.store.upgrading import HEAD, bring_up_to_date, revision
from knowledge.errors import ChannelError, DatabaseError

BUSY_TIMEOUT_S = 5.0
FORMER_NAME = "telegram.sqlite"
"""The file of the versions that had no other channel."""
TRIAL_BYTES = 65_536
"""What a trial of writing needs room for; an answer with its conversation takes a few thousand."""

_opening = Lock()


def open_file(path: Path) -> Connection:
    """The database, made if missing, brought up to date, and readable by its owner only."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _take_over_former(path)
        connection = connect_file(path)
    except (OSError, sqlite3.Error, SQLAlchemyError) as error:
        raise _cannot_open(path, error) from error
    try:
        bring_up_to_date(connection, str(path))
        dialects.watch_references(connection)
    except SQLAlchemyError as error:
        connection.close()
        raise _cannot_open(path, error) from error
    except BaseException:
        connection.close()
        raise
    return connection


def connect_file(path: Path) -> Connection:
    """A connection to the file as it stands; an empty file where there is none."""
    connection = _engine(str(path)).connect()
    try:
        dialects.prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


@lru_cache(maxsize=64)
def _engine(path: str) -> Engine:
    """Keeps the connections to a file, as many as were ever in use at once."""
    return dialects.file_engine(lambda: _open(path), lambda: _stands_at(path))


def _open(path: str) -> sqlite3.Connection:
    with _opening:
        _create(path)
        return sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)


def _stands_at(path: str) -> tuple[int, int] | None:
    """Which file has this name now; None if none has."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def try_writing_file(path: Path, timeout_s: float) -> None:
    """Write something to the file as it stands, down to the disk, and take it back; read a row of every table.

    With a cache of one page SQLite writes to the journal and to the file before the transaction ends, as a commit
    would; so a full disk is found out, which taking the lock alone does not. Rolling back cuts both to what they were.
    Raises StoreError or DatabaseError if that fails.
    """
    if not path.exists():
        raise DatabaseError(f"no database {path}")
    with closing(connect_file(path)) as connection, dialects.writing_at_once(connection, timeout_s):
        if revision(connection) == HEAD:
            for table in METADATA.sorted_tables:
                connection.execute(select(table).limit(1)).all()
        dialects.begin(connection)
        try:
            connection.exec_driver_sql("CREATE TABLE trial_of_writing (content BLOB)")
            for _ in range(TRIAL_BYTES // 4096):
                connection.exec_driver_sql("INSERT INTO trial_of_writing VALUES (randomblob(4000))")
        finally:
            dialects.undo(connection)


def first_damage_in_file(path: Path) -> str | None:
    """What SQLite finds wrong first in a table or one of its indexes, None where all is whole.

    Every page is read, and every entry of an index compared with its table. That is done table by table, because
    nobody can write meanwhile. Raises StoreError or DatabaseError where the file cannot be read at all.
    """
    if not path.exists():
        raise DatabaseError(f"no database {path}")
    with closing(connect_file(path)) as connection:
        for table in connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars().all():
            found = connection.exec_driver_sql(f'PRAGMA integrity_check("{table}")').scalars().all()
            if found != ["ok"]:
                return str(found[0])
    return None


@contextmanager
def sole_use_of_file(path: Path) -> Iterator[None]:
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


def _create(path: str) -> None:
    """Make the file with its rights, if it is missing, before SQLite first sees it.

    Only whoever makes it closes it by hand, and within a process nobody opens it before that is done. Other processes'
    locks are not touched.
    """
    with suppress(FileExistsError):
        if not os.path.exists(path):
            os.close(os.open(os.path.realpath(path), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _take_over_former(path: Path) -> None:
    """Give the file of an older version its new name, unless a bot of that version still runs.

    Two processes may start at once: the one that finds the lock taken waits until the file stands under its new name.
    """
    former = path.with_name(FORMER_NAME)
    patience = time.monotonic() + BUSY_TIMEOUT_S
    while former != path and former.exists() and not path.exists():
        try:
            with sole_use_of_file(former):
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
    return DatabaseError(f"cannot open the database {path}: {dialects.reason(error)}; check the path and its rights")
