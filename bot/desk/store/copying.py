"""Every row of one database written into another, whatever engines they are on."""

from __future__ import annotations

from sqlalchemy import Connection, Table, delete, func, insert, select

from bot.desk.store import dialects, taken_back
from bot.desk.store.tables import METADATA, secrets
from bot.desk.store.tables import taken_back as taken_back_rows
from knowledge.errors import DatabaseError

ROWS_AT_ONCE = 1000


def copy_everything(source: Connection, target: Connection) -> dict[str, int]:
    """Write what `source` holds in place of what `target` holds; how many rows of each table.

    Both are at the present version, and the caller has begun on both. What may never be brought back by a backup is
    not taken out of the target: its lines stay beside those of the source. Raises DatabaseError where a row is missing
    afterwards.
    """
    kept = taken_back.read_rows(target)
    with dialects.unhurried(source), dialects.unhurried(target):
        for table in reversed(METADATA.sorted_tables):
            target.execute(delete(table))
        for table in METADATA.sorted_tables:
            _copy(table, source, target)
        counted = counts(source)
        missing = [name for name, number in counts(target).items() if number != counted[name]]
        if missing:
            raise DatabaseError(f"not every row could be copied of: {', '.join(missing)}; nothing was changed")
        copied = set(taken_back.read_rows(source))
        taken_back.write_rows(target, [line for line in kept if line not in copied])
    return counted


def counts(connection: Connection) -> dict[str, int]:
    """How many rows each table holds."""
    return {table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in METADATA.sorted_tables}


def read_everything(connection: Connection) -> int:
    """Read every row of a server's tables, so that a damaged page is found; how many bytes they take there."""
    with dialects.unhurried(connection):
        return sum(dialects.bytes_read(connection, table) for table in METADATA.sorted_tables)


def is_empty(connection: Connection) -> bool:
    """Whether nothing is kept yet but secrets, which a new database makes for itself."""
    return not any(number for name, number in counts(connection).items() if name != secrets.name)


def _copy(table: Table, source: Connection, target: Connection) -> None:
    rows = source.execute(select(table).order_by(*table.primary_key.columns).execution_options(yield_per=ROWS_AT_ONCE))
    for part in rows.mappings().partitions():
        target.execute(insert(table), [dict(row) for row in part])
    if table.autoincrement_column is not None and table is not taken_back_rows:
        dialects.count_on(target, table, dialects.last_number(source, table))
