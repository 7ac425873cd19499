"""The processes that work side by side on one server: which of them are there, and calling them when there is work.

Each has a seat with a number: a lock of its connection, so that it is free when the process ends or is cut off.
"""

from __future__ import annotations

import secrets

import psycopg
from sqlalchemy import Connection, text

from bot.desk.store.places import Server
from bot.desk.store.servers import BoundedConnection, DatabaseAway, open_driver

SEATS = 0x6661726D
"""First key of the locks that stand for seats; the second is the number of the seat."""
CALL = "farmasvar_work"
"""The channel on which the processes call each other."""
_taken = text(
    "SELECT objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND classid = :seats AND objsubid = 2 AND granted "
    "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")


class Seat:
    """The seat of this process, kept by its number when the connection breaks; used from one thread at a time."""

    def __init__(self, server: Server) -> None:
        self.number = 1 + secrets.randbelow(2**31 - 1)
        self._address = server.address.get_secret_value()
        self._driver: BoundedConnection | None = None
        self._taken = False

    def hear(self) -> None:
        """Take the seat where it is not taken yet, and take in what was called; DatabaseAway where that fails."""
        try:
            if self._driver is None:
                self._driver = open_driver(self._address)
                # What a machine held that vanished from the network is given up within a minute.
                self._driver.execute("SET tcp_keepalives_idle = 20; SET tcp_keepalives_interval = 10; "
                                     f"SET tcp_keepalives_count = 3; LISTEN {CALL}")
            if self._taken:
                self._driver.execute("SELECT 1")
                return
            row = self._driver.execute("SELECT pg_try_advisory_lock(%s, %s)", (SEATS, self.number)).fetchone()
            self._taken = bool(row and row[0])
        except psycopg.Error as error:
            self.release()
            raise DatabaseAway from error

    def fileno(self) -> int | None:
        """What becomes readable when somebody calls; None without a connection."""
        return None if self._driver is None or self._driver.closed else self._driver.fileno()

    def release(self) -> None:
        """Leave the seat."""
        self._taken = False
        if self._driver is not None:
            self._driver.close()
            self._driver = None


def seats_taken(connection: Connection) -> frozenset[int]:
    """The numbers of all seats that somebody has now."""
    return frozenset(connection.execute(_taken, {"seats": SEATS}).scalars())


def call(connection: Connection) -> None:
    """Call everybody who has a seat, as soon as what was written in this transaction is kept."""
    connection.execute(text("SELECT pg_notify(:call, '')"), {"call": CALL})
