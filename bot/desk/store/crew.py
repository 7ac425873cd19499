"""The processes that work side by side on one server: which of them are there, and calling them when there is work.

Each has a seat with a number: a lock of its connection, so that it is free when the process ends or is cut off.
"""

from __future__ import annotations

import secrets

from sqlalchemy import BigInteger, Connection, cast, column, func, select, table

from bot.desk.store.places import Server
from bot.desk.store.servers import SeatLock

SEATS = 0x6661726D
"""First key of the locks that stand for seats; the second is the number of the seat."""
CALL = "farmasvar_work"
"""The channel on which the processes call each other."""
_locks = table("pg_locks", *map(column, ("locktype", "classid", "objid", "objsubid", "granted", "database")))
_databases = table("pg_database", column("oid"), column("datname"))
_this_database = select(_databases.c.oid).where(_databases.c.datname == func.current_database()).scalar_subquery()
_taken = select(cast(_locks.c.objid, BigInteger)).where(
    _locks.c.locktype == "advisory", _locks.c.classid == SEATS, _locks.c.objsubid == 2, _locks.c.granted,
    _locks.c.database == _this_database,
)  # fmt: skip


class Seat(SeatLock):
    """The seat of this process, kept by its number when the connection breaks."""

    def __init__(self, server: Server) -> None:
        self.number = 1 + secrets.randbelow(2**31 - 1)
        super().__init__(server, SEATS, self.number, CALL)


def seats_taken(connection: Connection) -> frozenset[int]:
    """The numbers of all seats that somebody has now."""
    return frozenset(connection.execute(_taken).scalars())


def call(connection: Connection) -> None:
    """Call everybody who has a seat, as soon as what was written in this transaction is kept."""
    connection.execute(select(func.pg_notify(CALL, "")))
