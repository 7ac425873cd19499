"""Everything that is said differently to SQLite and to PostgreSQL; all other modules here speak SQLAlchemy Core.

A connection commits each statement by itself unless `begin` was called: what only reads leaves no lock behind.
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from weakref import WeakSet

from sqlalchemy import Column, Connection, Engine, NullPool, QueuePool, Table, create_engine, event, func, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DisconnectionError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

LONGEST_PAUSE_S = 0.005
"""Between two attempts to begin. SQLite's own attempts soon lie 0.1 s apart; of eight threads in two processes that
write one transaction after the other, some then find the file locked each time for five seconds."""

LOCK_PATIENCE_S, SCRUB_PATIENCE_S = 5, 1
"""How long PostgreSQL lets somebody wait for a lock, and for one on a whole table."""
THE_RIGHT_TO_WRITE = 0x6661726D61
"""Key of PostgreSQL's lock that stands for SQLite's on the file."""
SMALL_BYTES = 200_000_000
"""A table of PostgreSQL up to this size is written anew within a second or two, in which nobody can use it."""

_writing: WeakSet[Connection] = WeakSet()
"""Connections within `begin` and `end`."""
_PRAGMAS = (
    "journal_mode=TRUNCATE",  # a write-ahead log would keep what was deleted until the next checkpoint
    "synchronous=FULL",  # an update confirmed to Telegram survives a power cut
    "secure_delete=ON",  # what is deleted is overwritten
    "temp_store=MEMORY",  # sorting must not leave texts in temporary files
)


def sqlite_engine(connect: Callable[[], sqlite3.Connection]) -> Engine:
    """An engine that opens a connection each time one is asked for; its errors hold no texts of people."""
    return create_engine("sqlite://", creator=connect, poolclass=NullPool, isolation_level="AUTOCOMMIT",
                         hide_parameters=True)


def file_engine(connect: Callable[[], sqlite3.Connection], present: Callable[[], object]) -> Engine:
    """An engine that keeps every connection it opens, and lends again those that came back.

    `present` tells which file stands at the place now: a connection to another one, which was moved away or deleted
    since, is given up when its turn comes. What a connection has read is let go of when it comes back. Nothing that
    may fail is done to one here, since it would be closed then.
    """
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=0, isolation_level="AUTOCOMMIT",
                           hide_parameters=True)

    def opened(_: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
        record.info["file"] = present()

    def lent(_: sqlite3.Connection, record: ConnectionPoolEntry, __: object) -> None:
        if record.info["file"] != present():
            raise DisconnectionError("another file stands there now")

    def returned(driver: sqlite3.Connection | None, _: ConnectionPoolEntry) -> None:
        if driver is not None:
            driver.execute("PRAGMA shrink_memory")

    event.listen(engine, "connect", opened)
    event.listen(engine, "checkout", lent)
    event.listen(engine, "checkin", returned)
    return engine


def server_engine(connect: Callable[[], Any], size: int, most: int) -> Engine:
    """An engine of PostgreSQL that keeps some connections open; its errors hold no texts of people."""
    engine = create_engine("postgresql+psycopg://", creator=connect, pool_pre_ping=True, pool_size=size,
                           max_overflow=most - size, pool_timeout=LOCK_PATIENCE_S, isolation_level="AUTOCOMMIT",
                           hide_parameters=True)
    event.listen(engine, "before_execute", lambda connection, *_: _take_up_again(connection))
    return engine


def _take_up_again(connection: Connection) -> None:
    """Let a connection that broke be opened anew by what is done next, unless that belongs to what broke."""
    if connection.invalidated and connection not in _writing:
        connection.rollback()


def prepare(connection: Connection) -> None:
    """Set a connection to SQLite so that little stays behind of what is deleted, and as if it were a new one."""
    if not connection.info.get("prepared"):
        for pragma in _PRAGMAS:
            connection.exec_driver_sql(f"PRAGMA {pragma}").close()
        connection.info["prepared"] = True
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    connection.info.pop("revision", None)  # another process may have brought the file up to date since


def watch_references(connection: Connection) -> None:
    """Have rows deleted with those they belong to; not while tables are rebuilt, and only outside of `begin`."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")


@contextmanager
def writing_at_once(connection: Connection, timeout_s: float) -> Iterator[None]:
    """Have a connection to a file wait so long for others, and write each page at once, while the block runs."""
    usual = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in ("busy_timeout", "cache_size")}
    try:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={round(1000 * timeout_s)}")
        connection.exec_driver_sql("PRAGMA cache_size=1")
        yield
    finally:
        for name, value in usual.items():
            connection.exec_driver_sql(f"PRAGMA {name}={value}")


def begin(connection: Connection) -> None:
    """Take the right to write as soon as nobody else has it, within the time the connection was opened with.

    Whoever has it is alone with the tables until the end, on a server as in a file: what was read before something is
    written still holds then.
    """
    if connection.dialect.name == "sqlite":
        _begin_in_file(connection)
        return
    _take_up_again(connection)
    _writing.add(connection)
    try:
        connection.exec_driver_sql(f"BEGIN; SELECT pg_advisory_xact_lock({THE_RIGHT_TO_WRITE})")
    except BaseException:
        undo(connection)
        raise


def begin_reading(connection: Connection) -> None:
    """See the tables as they stand now until the end, whatever others write."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN")
        return
    _take_up_again(connection)
    _writing.add(connection)
    try:
        connection.exec_driver_sql("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    except BaseException:
        undo(connection)
        raise


def end(connection: Connection) -> None:
    """Keep everything since `begin`."""
    connection.exec_driver_sql("COMMIT")
    _writing.discard(connection)


def undo(connection: Connection) -> None:
    """Take back everything since `begin`, unless the database has done so itself."""
    try:
        if _in_transaction(connection):
            connection.exec_driver_sql("ROLLBACK")
    finally:
        _writing.discard(connection)


def _begin_in_file(connection: Connection) -> None:
    patience_ms = connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one()
    until = time.monotonic() + patience_ms / 1000
    connection.exec_driver_sql("PRAGMA busy_timeout=0")
    try:
        while not _begun(connection, last_attempt=time.monotonic() >= until):
            time.sleep(random.uniform(0, LONGEST_PAUSE_S))
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={patience_ms}")


def _begun(connection: Connection, *, last_attempt: bool) -> bool:
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    except OperationalError as error:
        if last_attempt or getattr(error.orig, "sqlite_errorcode", None) != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def _in_transaction(connection: Connection) -> bool:
    """Whether something begun has not ended; a transaction may be undone by SQLite itself where a commit fails, and is
    by PostgreSQL where the connection is lost.
    """
    driver = None if connection.invalidated else connection.connection.driver_connection
    if driver is None or getattr(driver, "closed", False):
        return False
    if connection.dialect.name == "sqlite":
        return bool(getattr(driver, "in_transaction", True))
    return bool(driver.info.transaction_status)


def insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that may say what to do where the row is there already."""
    return _insert(connection.dialect.name, table)


def _insert(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


def put(connection: Connection, table: Table, key: Sequence[str], values: Mapping[str, Any], *,
        unchanged: Sequence[str] = ()) -> None:
    """Write a row in place of the one with the same key, whose columns `unchanged` stay as they are."""
    fixed = frozenset((*key, *unchanged))
    connection.execute(_putting(connection.dialect.name, table, tuple(key), tuple(values), fixed), values)


@cache
def _putting(dialect: str, table: Table, key: tuple[str, ...], names: tuple[str, ...],
             fixed: frozenset[str]) -> sqlite.Insert | postgresql.Insert:
    """The statement of `put`, which takes a millisecond to make."""
    statement = _insert(dialect, table)
    changed = {name: statement.excluded[name] for name in names if name not in fixed}
    return statement.on_conflict_do_update(index_elements=key, set_=changed)


def scrub(connection: Connection) -> bool:
    """Write everything anew, so that no copy of a deleted row is left; False if it could not be done now.

    On PostgreSQL that is done to each table that is small enough for nobody to have to wait, and others are vacuumed:
    their deleted rows are out of reach then, and are overwritten as the table is used.
    """
    if connection.dialect.name == "sqlite":
        return _all_done(connection, ["VACUUM"])
    sizes = connection.execute(text(
        "SELECT relname, pg_total_relation_size(oid) FROM pg_class "
        "WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND pg_relation_size(oid) > 0")).all()
    vacuums = [f'VACUUM {"FULL " if size <= SMALL_BYTES else ""}"{name}"' for name, size in sizes]
    # Whoever waits for a whole table makes everybody wait who comes after.
    with unhurried(connection), _lock_patience(connection, SCRUB_PATIENCE_S):
        done = _all_done(connection, vacuums)
    return done and all(size <= SMALL_BYTES for _, size in sizes)


@contextmanager
def unhurried(connection: Connection) -> Iterator[None]:
    """Let statements of the block take as long as they need: those that read or write whole tables of a server."""
    driver = connection.connection.driver_connection
    usual = getattr(driver, "patience_s", None)
    if usual is not None:
        driver.patience_s = None  # type: ignore[union-attr]
    try:
        yield
    finally:
        if usual is not None:
            driver.patience_s = usual  # type: ignore[union-attr]


@contextmanager
def _lock_patience(connection: Connection, seconds: int) -> Iterator[None]:
    connection.exec_driver_sql(f"SET lock_timeout = '{seconds}s'")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"SET lock_timeout = '{LOCK_PATIENCE_S}s'")


def _all_done(connection: Connection, statements: Sequence[str]) -> bool:
    try:
        for statement in statements:
            connection.exec_driver_sql(statement)
    except (SQLAlchemyError, MemoryError):  # another process is reading, or there is no room for a copy
        return False
    return True


def file_of(connection: Connection) -> Path | None:
    """The file that a connection works on; None for one in memory, or on a server."""
    if connection.dialect.name != "sqlite":
        return None
    paths = {name: path for _, name, path in connection.exec_driver_sql("PRAGMA database_list")}
    return Path(paths["main"]) if paths["main"] else None


def refuse_to_older(connection: Connection) -> None:
    """Mark the file so that the first edition, which counted its migrations there, refuses it as a newer one."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA user_version={SECOND_EDITION}")


SECOND_EDITION = 100
"""Above every number of a migration of the first edition."""


def bytes_read(connection: Connection, table: Table) -> int:
    """Read all of a table of a server, which checks the sums of its pages; how many bytes it takes."""
    connection.exec_driver_sql(f'SELECT sum(length(whole::text)) FROM "{table.name}" AS whole')
    return int(connection.exec_driver_sql(f"SELECT pg_total_relation_size('\"{table.name}\"')").scalar_one())


def last_number(connection: Connection, table: Table) -> int:
    """The highest number that a table ever gave to a row by itself, as far as the engine knows; 0 where it does not."""
    if connection.dialect.name == "sqlite":
        given = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table.name,))
    else:
        given = connection.exec_driver_sql(f"SELECT last_value FROM {_sequence(connection, table)} WHERE is_called")
    return int(given.scalar_one_or_none() or 0)


def count_on(connection: Connection, table: Table, last: int) -> None:
    """Give no number to a new row that is not above those in the table and `last`."""
    highest = max(last, connection.execute(select(func.max(_numbering(table)))).scalar_one() or 0)
    if connection.dialect.name == "sqlite":  # only where a number is never given twice, something is kept of it
        connection.exec_driver_sql("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", (highest, table.name))
    elif highest:
        connection.exec_driver_sql(f"SELECT setval('{_sequence(connection, table)}', {highest})")


def _numbering(table: Table) -> Column[Any]:
    """The column that numbers the rows of a table."""
    [column] = table.primary_key.columns
    return column


def _sequence(connection: Connection, table: Table) -> str:
    """PostgreSQL's name for what counts the rows of a table."""
    return str(connection.execute(text("SELECT pg_get_serial_sequence(:table, :column)"), {
        "table": f'"{table.name}"', "column": _numbering(table).name}).scalar_one())


def reason(error: BaseException) -> str:
    """What a database or the system says is wrong, on one line and without the statement."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(getattr(error, "orig", None) or error).partition("\n")[0]
