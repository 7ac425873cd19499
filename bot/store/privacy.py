"""What is held of one person: handed out whole, and forgotten at once.

`HOLDINGS` names every table with a person in it, what of it is handed out, and what forgetting does. The database is
opened with `secure_delete`, so what is forgotten is overwritten in the file; `bot.store.database.scrub`, called after
the transaction, removes older copies that SQLite may have left between the rows.
"""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime
from typing import Any

from knowledge.models import Frozen

_TIMES = frozenset({"given", "changed", "received", "closed", "told"})
_JSON = frozenset({"record", "state", "before", "cards", "incoming", "reply_messages"})


class Holding(Frozen):
    """One table; `forget` and `where` take `:channel` and `:user`."""

    table: str
    columns: str
    """What is handed out."""
    where: str = "channel = :channel AND user = :user"
    forget: str = "DELETE FROM {table} WHERE {where}"


HOLDINGS: tuple[Holding, ...] = (
    Holding(table="answers", columns="chat, thread, question_message, reply_messages, record, given"),
    Holding(table="conversations", columns="chat, thread, state, changed, before, question_message"),
    # The chat with the bot alone has the person's own number: what was chosen for it is the person's.
    Holding(table="choices", columns="chat, language, country",
            where="channel = :channel AND (user = :user OR chat = :user)"),
    # A report stays, so that the fault it names is mended; who made it and in which words does not.
    Holding(table="feedback",
            columns="id, answer_id, kind, reason, question, cards, language, received, closed, chat, thread",
            forget="UPDATE {table} SET reason = '', question = '', channel = NULL, chat = NULL, thread = NULL, "
                   "user = NULL WHERE {where}"),
    Holding(table="corrections", columns="card, version, chat, told"),
    # The numbers of updates stay, so that none is handled twice. A press on a button stays until it is answered: it
    # holds no words, and the request to forget is one, to be obeyed again if the bot is killed before it replies.
    Holding(table="inbox", columns="chat_id, message_id, received, incoming",
            where="'telegram' = :channel AND user_id = CAST(:user AS INTEGER)",
            forget="UPDATE {table} SET status = 'done', chat_id = NULL, message_id = NULL, incoming = NULL "
                   "WHERE {where} AND json_extract(incoming, '$.kind') IS NOT 'press'"),
)


def export_of(connection: sqlite3.Connection, channel: str, user: str) -> dict[str, Any]:
    """Everything held on a person, table by table, ready to be written as JSON."""
    person = {"channel": channel, "user": user}
    held: dict[str, Any] = {
        holding.table: _rows(connection.execute(
            f"SELECT {holding.columns} FROM {holding.table} WHERE {holding.where} ORDER BY rowid", person))
        for holding in HOLDINGS
    }
    return {**person, **held}


def forget(connection: sqlite3.Connection, channel: str, user: str) -> dict[str, int]:
    """Forget a person in every chat of a channel; how many rows of each table were concerned."""
    return {
        holding.table: connection.execute(
            holding.forget.format(table=holding.table, where=holding.where), {"channel": channel, "user": user}
        ).rowcount
        for holding in HOLDINGS
    }


def _rows(cursor: sqlite3.Cursor) -> list[dict[str, Any]]:
    names = [column[0] for column in cursor.description]
    return [{name: _readable(name, value) for name, value in zip(names, row, strict=True)} for row in cursor]


def _readable(name: str, value: Any) -> Any:
    """Times as a date and hour, JSON as what it holds."""
    if value is None:
        return None
    if name in _TIMES:
        return datetime.fromtimestamp(value, UTC).isoformat(timespec="seconds")
    return json.loads(value) if name in _JSON else value
