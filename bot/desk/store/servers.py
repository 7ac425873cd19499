"""Connections to PostgreSQL that never wait for ever, and what is asked of a server beside the tables.

The channels look into the database before they answer, also where somebody may be in danger. A server that is gone
refuses at once; one that is frozen, or behind a cable that was pulled out, says nothing at all. So each step of a
connection has an end, after which the connection is closed and the fault is told like any other.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import psycopg
from psycopg import conninfo, waiting
from psycopg.pq import TransactionStatus
from sqlalchemy import Connection, Engine

from bot.desk.store import dialects
from bot.desk.store.places import Server
from knowledge.errors import ChannelError, DatabaseError

CONNECT_TIMEOUT_S = 3
STATEMENT_PATIENCE_S = 10.0
"""Longest wait for an answer of the server; longer than `dialects.LOCK_PATIENCE_S`."""
CONNECTIONS = 5
"""Connections kept open by a process; as many more as `MOST_CONNECTIONS` are opened for a moment."""
MOST_CONNECTIONS = 25
ONE_BOT = 0x6661726D62
"""Key of the lock of the one Telegram bot of a database."""
TRIAL_BYTES = 16_384


class BoundedConnection(psycopg.Connection[Any]):
    """A connection whose statements fail where the server does not answer in time."""

    patience_s: float | None = STATEMENT_PATIENCE_S

    def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
        """Wait as psycopg does, but not for ever: psycopg's own would ask a silent server ten seconds more to cancel.

        Of a fault only the first line is told: further ones may repeat the row that could not be written.
        """
        bound = self.patience_s if timeout is None else timeout
        try:
            return waiting.wait(gen, self.pgconn.socket, interval=interval, timeout=bound)
        except BaseException as error:
            if isinstance(error, psycopg.Error):
                error.args = (str(error).partition("\n")[0],)
            if self.pgconn.transaction_status == TransactionStatus.ACTIVE:  # nothing that comes now could be trusted
                self.pgconn.finish()
            raise


def connect_to(server: Server) -> Connection:
    """A connection to the database as it stands, out of a few that are kept open."""
    return engine_of(server.address.get_secret_value()).connect()


@lru_cache(maxsize=16)
def engine_of(address: str) -> Engine:
    """What SQLAlchemy knows of a server. A connection that broke while it was kept is replaced when it is taken."""
    return dialects.server_engine(lambda: open_driver(address), CONNECTIONS, MOST_CONNECTIONS)


def open_driver(address: str, patience_s: float | None = STATEMENT_PATIENCE_S) -> BoundedConnection:
    """A connection of psycopg's, set as all of ours are; `patience_s` None: what it is asked may take any time."""
    # No plans are kept on the server: after five runs of a statement it would go on with one that suits those.
    # Asked for every half minute, a peer that is gone is noticed while nothing is asked of it.
    wanted = {"connect_timeout": CONNECT_TIMEOUT_S, "keepalives_idle": 30, "keepalives_interval": 10,
              "keepalives_count": 3, "application_name": "farmasvar"}
    given = conninfo.conninfo_to_dict(address)
    settings: dict[str, Any] = {name: value for name, value in wanted.items() if name not in given}
    driver: BoundedConnection = BoundedConnection.connect(
        address, autocommit=True, prepare_threshold=None, **settings)
    driver.execute(f"SET lock_timeout = '{dialects.LOCK_PATIENCE_S}s'; SET client_encoding = 'UTF8'")
    driver.patience_s = patience_s
    return driver


class _KeptConnection:
    """A connection of its own that lasts as long as its owner; used from one thread at a time."""

    def __init__(self, server: Server) -> None:
        self._address = server.address.get_secret_value()
        self._driver: BoundedConnection | None = None

    def _connected(self) -> BoundedConnection:
        """The connection, opened where it is not; what a machine holds that vanished is given up within a minute."""
        if self._driver is None:
            self._driver = open_driver(self._address)
            self._driver.execute("SET tcp_keepalives_idle = 20; SET tcp_keepalives_interval = 10; "
                                 "SET tcp_keepalives_count = 3")
        return self._driver

    def release(self) -> None:
        """Give up the connection, and with it all that it held."""
        if self._driver is not None:
            self._driver.close()
            self._driver = None


class BotLock(_KeptConnection):
    """The lock of the one bot of a database, held as long as its connection lasts."""

    def take(self) -> bool:
        """Whether the lock is ours now; DatabaseAway where the server cannot be asked."""
        try:
            row = self._connected().execute("SELECT pg_try_advisory_lock(%s)", (ONE_BOT,)).fetchone()
        except psycopg.Error as error:
            self.release()
            raise DatabaseAway from error
        if not (row and row[0]):
            self.release()
            return False
        return True

    def is_held(self) -> bool:
        """Whether the connection that holds the lock still lasts."""
        try:
            if self._driver is not None:
                self._driver.execute("SELECT 1")
                return True
        except psycopg.Error:
            self.release()
        return False


def _heard(_: psycopg.Notify) -> None:
    """A call says nothing but that it came; without anybody to take them in, psycopg would keep all that ever came."""


class SeatLock(_KeptConnection):
    """A lock with a number of its own, and what is called on a channel while its connection lasts."""

    def __init__(self, server: Server, seats: int, number: int, channel: str) -> None:
        """`seats` is the first key of the lock and `number` the second."""
        super().__init__(server)
        self._keys, self._channel = (seats, number), channel
        self._is_taken = False

    def hear(self) -> None:
        """Take the lock where it is not ours yet, and take in what was called; DatabaseAway where that fails."""
        try:
            if self._driver is None:
                self._connected().add_notify_handler(_heard)
                self._connected().execute(f"LISTEN {self._channel}")
            if self._is_taken:
                self._connected().execute("SELECT 1")
                return
            row = self._connected().execute("SELECT pg_try_advisory_lock(%s, %s)", self._keys).fetchone()
            self._is_taken = bool(row and row[0])
        except psycopg.Error as error:
            self.release()
            raise DatabaseAway from error

    def fileno(self) -> int | None:
        """What becomes readable when somebody calls; None without a connection."""
        return None if self._driver is None or self._driver.closed else self._driver.fileno()

    def release(self) -> None:
        """Give the lock up."""
        self._is_taken = False
        super().release()


class DatabaseAway(Exception):
    """The server cannot be asked."""


@contextmanager
def sole_bot(server: Server) -> Iterator[None]:
    """Holds the lock of the one bot while the block runs; refused where a bot has it."""
    lock = BotLock(server)
    try:
        taken = lock.take()
    except DatabaseAway as error:
        raise fault_of(server, error.__cause__ or error) from error
    if not taken:
        raise ChannelError(f"another bot is using {server}; stop it first, or set another database")
    try:
        yield
    finally:
        lock.release()


def try_writing_to(server: Server, timeout_s: float) -> None:
    """Write something down to the disk of the server, and take it back; DatabaseError if that fails."""
    try:
        _write_and_take_back(server, timeout_s)
    except psycopg.Error as error:
        raise fault_of(server, error) from error


def _write_and_take_back(server: Server, timeout_s: float) -> None:
    driver = open_driver(server.address.get_secret_value())
    driver.patience_s = max(timeout_s, CONNECT_TIMEOUT_S)
    with driver, driver.transaction():
        driver.execute(f"SET LOCAL lock_timeout = '{timeout_s}s'")
        name = f"trial of writing {driver.info.backend_pid}"
        driver.execute("INSERT INTO secrets (name, value) VALUES (%s, %s)", (name, os.urandom(TRIAL_BYTES)))
        driver.execute("DELETE FROM secrets WHERE name = %s", (name,))


def fault_of(server: Server, error: BaseException) -> DatabaseError:
    """What is told where a database cannot be opened."""
    return DatabaseError(f"cannot open the database {server}: {dialects.reason(error)}; is the server running, and "
                         "does FARMASVAR_DATABASE name it?")
