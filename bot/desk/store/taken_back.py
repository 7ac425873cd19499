"""What a backup must not bring back: people who asked to be forgotten, answers to what was deleted, members, used
invitations, tokens.

Each is a line in a file beside the database, so that it is known even where the database itself is lost: when, what,
which key, and a digest made with that key. The key is in the database and in every backup of it; the file by itself
names nobody. The line is written before the transaction ends: if that fails, a restore forgets rather too much.

No file lies beside a database on a server, which several machines use. There the lines are rows of a table, which a
restore leaves in place.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import hmac
import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from secrets import token_bytes
from typing import Literal

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import OperationalError

from bot.desk.store import dialects
from bot.desk.store.tables import secrets, taken_back
from knowledge.errors import DatabaseError
from knowledge.evidence.models import Frozen

Kind = Literal["person", "answer", "member", "invitation", "token"]
_NAME = "taken_back"
_KEY_NAME_LETTERS = 8
LONGEST_LINE = 200
"""Bytes; a line of the file takes about a hundred."""


class TakenBack(Frozen):
    """One line of the file."""

    when: float
    kind: Kind
    key_name: str
    digest: str


class Key:
    """Makes digests that only this database and its backups can make."""

    def __init__(self, secret: bytes) -> None:
        self.secret = secret

    @property
    def name(self) -> str:
        """By which a line tells its key."""
        return hashlib.sha256(self.secret).hexdigest()[:_KEY_NAME_LETTERS]

    def digest(self, kind: Kind, channel: str, id: str) -> str:
        """What stands for a person, answer, member, invitation or token of a channel."""
        return hmac.new(self.secret, "\0".join((kind, channel, id)).encode(), hashlib.sha256).hexdigest()


def make_key(connection: Connection) -> None:
    """Give a new database its key, so that every backup has it."""
    connection.execute(insert(secrets).values(name=_NAME, value=token_bytes(32)))


def key_of(connection: Connection) -> Key:
    """The key of a database."""
    return Key(connection.execute(select(secrets.c.value).where(secrets.c.name == _NAME)).scalar_one())


def adopt(connection: Connection, key: Key) -> None:
    """Use another database's key from now on."""
    connection.execute(update(secrets).where(secrets.c.name == _NAME).values(value=key.secret))


def key_in(copy: sqlite3.Connection) -> Key | None:
    """The key in a file as it stands; those of older versions have none."""
    if copy.execute("SELECT 1 FROM sqlite_schema WHERE name = 'secrets'").fetchone() is None:
        return None
    row = copy.execute("SELECT value FROM secrets WHERE name = ?", (_NAME,)).fetchone()
    return None if row is None else Key(bytes(row[0]))


def path_beside(database: Path) -> Path:
    """Where the file of a database lies."""
    return database.with_suffix(".forgotten")


def take_back(connection: Connection, kind: Kind, channel: str, id: str) -> None:
    """Note that a backup must not bring this back; a database in memory has no backups."""
    database = dialects.file_of(connection)
    on_server = connection.dialect.name != "sqlite"
    if database is None and not on_server:
        return
    key = key_of(connection)
    line = TakenBack(when=time.time(), kind=kind, key_name=key.name, digest=key.digest(kind, channel, id))
    if database is None:
        write_rows(connection, [line])
        return
    try:
        append(path_beside(database), [line])
    except OSError as error:
        raise OperationalError(f"append to {path_beside(database).name}", None, error) from error


def read(database: Path) -> list[TakenBack]:
    """Every line of the file of a database, the oldest first; none where there is no file.

    Whoever wrote half a line was told that it could not be written, or was killed before the transaction ended.
    """
    path = path_beside(database)
    try:
        text = path.read_text(encoding="ascii") if path.exists() else ""
        return list(_lines(text[:_whole(text.encode())]))
    except (OSError, ValueError) as error:
        raise DatabaseError(f"{path}: cannot be read: {error}; what was forgotten could come back") from error


def read_rows(connection: Connection) -> list[TakenBack]:
    """Every line of the table of a database on a server, the oldest first."""
    at = taken_back.c
    rows = connection.execute(select(at.noted, at.kind, at.key_name, at.digest).order_by(at.noted, at.number))
    return [TakenBack(when=row.noted, kind=row.kind, key_name=row.key_name, digest=row.digest) for row in rows]


def write_rows(connection: Connection, lines: Sequence[TakenBack]) -> None:
    """Add lines to the table."""
    if lines:
        connection.execute(insert(taken_back), [
            {"noted": line.when, "kind": line.kind, "key_name": line.key_name, "digest": line.digest}
            for line in lines])


def _lines(text: str) -> Iterator[TakenBack]:
    for line in text.splitlines():
        when, kind, key_name, digest = line.split(" ")
        yield TakenBack.model_validate({"when": float(when), "kind": kind, "key_name": key_name, "digest": digest})


def append(path: Path, lines: Sequence[TakenBack]) -> None:
    """All lines at the end, on the disk when this returns, or none; several processes may do so."""
    written = "".join(f"{line.when:.3f} {line.kind} {line.key_name} {line.digest}\n" for line in lines).encode("ascii")
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        end = _end_of_lines(handle)
        os.ftruncate(handle, end)
        try:
            if os.pwrite(handle, written, end) < len(written):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.fsync(handle)
        except OSError:
            os.ftruncate(handle, end)
            raise
    finally:
        os.close(handle)


def _end_of_lines(handle: int) -> int:
    """Where the last whole line of a file ends."""
    start = max(0, os.fstat(handle).st_size - LONGEST_LINE)
    return start + _whole(os.pread(handle, LONGEST_LINE, start))


def _whole(text: bytes) -> int:
    """How much of a text are whole lines."""
    return text.rfind(b"\n") + 1
