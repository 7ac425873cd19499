"""Copies of the database: made while it is in use, and put back without bringing back what was forgotten since.

A copy is a database of its own, in a file of SQLite. Of a file SQLite makes it and puts it back, page by page under its
locks; of a server it is made and put back row by row, each time within one transaction. So a copy made of the one can
be put into the other. What is put back is first made ready in a file beside: brought up to date, rid of everything in
`bot.desk.store.taken_back` and of what is older than the retention.
"""

from __future__ import annotations

import itertools
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from sqlalchemy import Column, Connection, and_, delete, select, update

from bot.desk.store import taken_back
from bot.desk.store.access import Access
from bot.desk.store.clinics import CHANNEL as CLINICS_CHANNEL
from bot.desk.store.copying import copy_everything
from bot.desk.store.database import StoreError, connect, open_database, reason, scrub, snapshot, sole_use
from bot.desk.store.files import BUSY_TIMEOUT_S
from bot.desk.store.places import Place, Server, folder_of
from bot.desk.store.privacy import forget_again, forget_answer_again, people_in
from bot.desk.store.retention import forget_old
from bot.desk.store.tables import INBOX_DONE, answers, clinic_tokens, inbox, invitations, members, secrets
from bot.desk.store.tables import taken_back as rows_taken_back
from bot.desk.store.transactions import transaction
from bot.desk.store.upgrading import HEAD, revision
from knowledge.errors import DatabaseError

_TAKEN = "backup_taken"
"""Name under which a copy holds when it was made; unknown for a file copied in another way."""
CLOCKS_APART_S = 60.0
"""By which the clocks of the machines that use one server may differ."""
UNFINISHED_KEPT_S = 24 * 3600
"""Telegram delivers for a day; a question older than that is not answered any more."""


def back_up(database: Place, copy: Path) -> None:
    """Write a copy of the database as it stands at one moment, readable by its owner only; a file there is refused."""
    if not isinstance(database, Server) and not database.exists():
        raise DatabaseError(f"no database {database} yet, so there is nothing to back up")
    part = copy.with_name(f"{copy.name}.part")
    started = time.time()
    try:
        with _new_file(copy), _new_file(part):
            if isinstance(database, Server):
                _copy_out(database, part)
            else:
                with closing(connect_as_it_is(database)) as connection:  # an older one is not changed by being copied
                    connection.execute("VACUUM INTO ?", (str(part),))
            with closing(connect_as_it_is(part)) as made:
                _must_be_whole(made, part)
                if _has(made, "secrets"):
                    made.execute("INSERT INTO secrets (name, value) VALUES (?, ?)", (_TAKEN, repr(started).encode()))
            os.replace(part, copy)
    except (OSError, sqlite3.Error, StoreError) as error:
        raise DatabaseError(f"cannot write the backup {copy}: {reason(error)}") from error


def restore(database: Place, copy: Path, *, kept_days: int, now: float) -> Path | None:
    """Put a copy in the place of the database; where what was there before lies now, None if nothing was.

    No bot may run; the HTTP server may, and goes on with what was restored.
    """
    with sole_use(database):
        ready = folder_of(database) / f"{_file_name(database)}.restoring"
        started = time.time()
        _remove(ready)
        try:
            ready.parent.mkdir(parents=True, exist_ok=True)
            with _new_file(ready, kept=False):
                _read_copy(copy, ready)
                _make_ready(database, ready, kept_days=kept_days, now=now)
                former = _set_aside(database, now)
                if isinstance(database, Server):
                    _copy_in(ready, database, since=started)
                else:
                    with closing(connect_as_it_is(ready)) as source, closing(_made(database)) as target:
                        source.backup(target)
                    # Whoever asked over HTTP to be forgotten while the copy was made ready.
                    with closing(open_database(database)) as connection, transaction(connection):
                        _leave_out(connection, database, since=started)
        except (OSError, sqlite3.Error, StoreError) as error:
            raise DatabaseError(f"cannot restore {copy}: {reason(error)}") from error
        finally:
            _remove(ready)
    return former


def _copy_out(server: Server, part: Path) -> None:
    """Write what a server holds at one moment to a new file."""
    with closing(connect(server)) as source:
        if revision(source) != HEAD:
            raise DatabaseError(f"the database {server} was made by another version of Farmasvar; back it up with that")
        with closing(open_database(part)) as target, snapshot(source), transaction(target):
            copy_everything(source, target)


def _copy_in(ready: Path, server: Server, *, since: float) -> None:
    """Put what was made ready in the place of what a server holds; all of it or nothing."""
    with closing(open_database(ready)) as source, closing(open_database(server)) as target:
        with transaction(target), snapshot(source):
            copy_everything(source, target)
            known = frozenset(taken_back.read_rows(source))
            _leave_out(target, server, since=since - CLOCKS_APART_S, known=known)
        scrub(target)


def _made(database: Path) -> sqlite3.Connection:
    """A connection to the database, which is made first if it is missing."""
    open_database(database).close()
    return connect_as_it_is(database)


def _read_copy(copy: Path, ready: Path) -> None:
    """Copy the copy, and refuse what is none or damaged."""
    try:
        with closing(connect_as_it_is(copy, "ro")) as source, closing(connect_as_it_is(ready)) as target:
            source.backup(target)
            _must_be_whole(target, copy)
            if not _has(target, "conversations"):
                raise DatabaseError(f"{copy} is no backup of a Farmasvar database")
    except sqlite3.OperationalError:
        raise  # the disk, not the copy
    except sqlite3.Error as error:
        raise DatabaseError(f"{copy} is no backup of a Farmasvar database: {error}") from error


def _make_ready(database: Place, ready: Path, *, kept_days: int, now: float) -> None:
    """Bring the copy up to date and take out what must not come back."""
    with closing(connect_as_it_is(ready)) as copied:
        has_key = taken_back.key_in(copied) is not None
    with closing(open_database(ready)) as connection:
        with transaction(connection):
            if not has_key:
                _adopt_key(connection, database)
            apart = CLOCKS_APART_S if isinstance(database, Server) else 0.0
            known = frozenset(taken_back.read_rows(connection))
            _leave_out(connection, database, since=_taken(connection) - apart, known=known)
            forget_old(connection, now=now, kept_days=kept_days)
            Access(connection).forget_old(now=now)
            _doubt_unfinished(connection, now)
            connection.execute(delete(secrets).where(secrets.c.name == _TAKEN))
        scrub(connection)


def _adopt_key(connection: Connection, database: Place) -> None:
    """Give the copy of an older version, which has no key, that of the database, as far as it can still be read."""
    if isinstance(database, Server):
        with closing(open_database(database)) as there:
            taken_back.adopt(connection, taken_back.key_of(there))
        return
    with suppress(sqlite3.DatabaseError), closing(connect_as_it_is(database, "ro")) as present:
        key = taken_back.key_in(present)
        if key is not None:
            taken_back.adopt(connection, key)


def _taken(connection: Connection) -> float:
    """When a copy was made; the beginning of time where that is unknown."""
    taken = connection.execute(select(secrets.c.value).where(secrets.c.name == _TAKEN)).scalar_one_or_none()
    return float(taken) if taken else 0.0


def _leave_out(connection: Connection, database: Place, *, since: float,
               known: frozenset[taken_back.TakenBack] = frozenset()) -> None:
    """Take out whoever and whatever was taken back since a moment, but for what is `known` to the copy."""
    later = [line for line in _lines_of(database) if line.when >= since and line not in known]
    key = taken_back.key_of(connection)
    if any(line.key_name != key.name for line in later):
        where = (f"empty the table {rows_taken_back.name}" if isinstance(database, Server)
                 else f"delete {taken_back.path_beside(database)}")
        raise DatabaseError(f"this is no backup of {database}: what was forgotten since cannot be told in it; "
                            f"{where} to restore it all the same")
    gone = {(line.kind, line.digest) for line in later}

    def those_gone(kind: taken_back.Kind, ids: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        return [(channel, id) for channel, id in ids if (kind, key.digest(kind, channel, id)) in gone]

    for channel, user in those_gone("person", people_in(connection)):
        forget_again(connection, channel, user)
    for _, answer in those_gone("answer", _pairs(connection, answers.c.channel, answers.c.id)):
        forget_answer_again(connection, answer)
    listed, invited = members.c, invitations.c
    for channel, id in those_gone("member", _pairs(connection, listed.channel, listed.id)):
        connection.execute(delete(members).where(listed.channel == channel, listed.id == id))
    for channel, code in those_gone("invitation", _pairs(connection, invited.channel, invited.code_hash)):
        connection.execute(delete(invitations).where(invited.channel == channel, invited.code_hash == code))
    held = connection.execute(select(clinic_tokens.c.digest)).scalars().all()
    for _, digest in those_gone("token", [(CLINICS_CHANNEL, digest) for digest in held]):
        connection.execute(delete(clinic_tokens).where(clinic_tokens.c.digest == digest))


def _lines_of(database: Place) -> list[taken_back.TakenBack]:
    """What was taken back of a database, wherever that is noted."""
    if not isinstance(database, Server):
        return taken_back.read(database)
    with closing(open_database(database)) as connection:
        return taken_back.read_rows(connection)


def _pairs(connection: Connection, first: Column[str], second: Column[str]) -> list[tuple[str, str]]:
    return [(one, other) for one, other in connection.execute(select(first, second)).all()]


def _doubt_unfinished(connection: Connection, now: float) -> None:
    """What waited for a reply when the copy was made may have had one since; what is too old gets none."""
    too_old = and_(inbox.c.received < now - UNFINISHED_KEPT_S, inbox.c.status != "quarantined")
    connection.execute(update(inbox).where(too_old).values(INBOX_DONE))
    connection.execute(update(inbox).where(inbox.c.status == "waiting").values(status="answering"))


def _file_name(database: Place) -> str:
    """What files are named after that are made of a database."""
    return "farmasvar" if isinstance(database, Server) else database.name


def _set_aside(database: Place, now: float) -> Path | None:
    """Keep what stands in the place of the database: as a copy, or as the file itself where it is no database."""
    if not isinstance(database, Server) and not database.exists():
        return None
    name = f"{_file_name(database)}.before-{datetime.fromtimestamp(now, UTC):%Y%m%dT%H%M%SZ}"
    names = itertools.chain((name,), (f"{name}-{number}" for number in itertools.count(2)))
    aside = next(path for path in map(folder_of(database).joinpath, names) if not path.exists())
    if isinstance(database, Server):
        open_database(database).close()  # an empty one gets its tables, an older one the present ones
        back_up(database, aside)
        return aside
    try:
        back_up(database, aside)
    except DatabaseError:
        _move(database, aside)
    return aside


def _move(database: Path, aside: Path) -> None:
    """Give a damaged file another name while nobody works on it; its journal goes with it and with no other file."""
    with ExitStack() as held:
        try:
            held.enter_context(closing(connect_as_it_is(database))).execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            pass  # SQLite does not know it for a database, so nobody can have opened it
        journal = database.with_name(f"{database.name}-journal")
        os.replace(database, aside)
        if journal.exists():
            os.replace(journal, aside.with_name(f"{aside.name}-journal"))


def connect_as_it_is(path: Path, mode: Literal["ro", "rw"] = "rw") -> sqlite3.Connection:
    """A connection to a file as it stands, of whatever version."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_TIMEOUT_S,
                           isolation_level=None)


def _has(connection: sqlite3.Connection, table: str) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)).fetchone() is not None


def _must_be_whole(connection: sqlite3.Connection, path: Path) -> None:
    [found] = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        raise DatabaseError(f"{path} is damaged: {found}")


@contextmanager
def _new_file(path: Path, *, kept: bool = True) -> Iterator[None]:
    """An empty file with its rights, made before SQLite sees it; deleted again if the block fails, or if not `kept`."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield
    except BaseException:
        _remove(path)
        raise
    if not kept:
        _remove(path)


def _remove(path: Path) -> None:
    for name in (path.name, f"{path.name}-journal"):
        path.with_name(name).unlink(missing_ok=True)
