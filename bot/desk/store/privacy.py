"""What is held of one person: handed out whole, and forgotten at once.

`HOLDINGS` names every table with a person in it, what of it is handed out, and what forgetting does. The database is
opened with `secure_delete`, so what is forgotten is overwritten in the file; `bot.desk.store.database.scrub`, called
after the transaction, removes older copies that SQLite may have left between the rows. That somebody was forgotten is
noted beside the file, so that a backup does not bring them back (`bot.desk.store.taken_back`).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    CursorResult,
    Delete,
    Select,
    String,
    Table,
    Update,
    and_,
    cast,
    false,
    literal,
    or_,
    select,
)

from bot.desk.store.feedback import VOTER, voter_of
from bot.desk.store.signing import Signer
from bot.desk.store.tables import INBOX_DONE, answers, choices, conversations, corrections, feedback, inbox
from bot.desk.store.taken_back import take_back

_TIMES = frozenset({"given", "changed", "received", "closed", "told", "replied", "reply_told"})
_JSON = frozenset({"record", "state", "before", "cards", "incoming", "reply_messages"})


WORDLESS = {"reason": "", "question": "", "reply": "", "channel": None, "chat": None, "thread": None, "user": None}
"""What is left of a report when who made it and in which words has been forgotten."""


@dataclass(frozen=True)
class Holding:
    """One table with people in it."""

    table: Table
    columns: str
    """What is handed out."""
    order: Column[Any]
    of: Callable[[str, str], ColumnElement[bool]]
    """The rows of a person, given channel and number."""
    people: tuple[Select[str, str], ...]
    """Channel and number of everybody in it."""
    forget: Callable[[Table], Delete | Update] = Table.delete
    """What forgetting does with those rows."""

    def rows(self, channel: str, user: str) -> Select[*tuple[Any, ...]]:
        """What is handed out of a person."""
        columns = (self.table.c[name] for name in self.columns.split(", "))
        return select(*columns).where(self.of(channel, user)).order_by(self.order)


def _usual(table: Table, columns: str, order: Column[Any],
           forget: Callable[[Table], Delete | Update] = Table.delete) -> Holding:
    """A table with columns `channel` and `user`."""
    at = table.c
    return Holding(table, columns, order, lambda channel, user: and_(at.channel == channel, at.user == user),
                   (select(at.channel, at.user).where(at.user.is_not(None)),), forget)


def _of_inbox(channel: str, user: str) -> ColumnElement[bool]:
    """The updates of a person; those of Telegram alone are kept, and its people have numbers."""
    if channel != _TELEGRAM or not user.lstrip("-").isdecimal():
        return false()
    return inbox.c.user_id == int(user)


_TELEGRAM = "telegram"
HOLDINGS: tuple[Holding, ...] = (
    _usual(answers, "chat, thread, question_message, reply_messages, record, given", answers.c.number),
    _usual(conversations, "chat, thread, state, changed, before, question_message", conversations.c.changed),
    # The chat with the bot alone has the person's own number: what was chosen for it is the person's.
    Holding(choices, "chat, language, country", choices.c.number,
            lambda channel, user: and_(choices.c.channel == channel,
                                       or_(choices.c.user == user, choices.c.chat == user)),
            (select(choices.c.channel, choices.c.user), select(choices.c.channel, choices.c.chat))),
    # A report stays, so that the fault it names is mended; who made it and in which words does not.
    _usual(feedback,
           "id, answer_id, kind, reason, question, cards, language, received, closed, reply, replied, chat, thread",
           feedback.c.id, lambda table: table.update().values(WORDLESS)),  # votes: see `_votes_of`
    _usual(corrections, "card, version, chat, told", corrections.c.told),
    # The numbers of updates stay, so that none is handled twice. A press on a button stays until it is answered: it
    # holds no words, and the request to forget is one, to be obeyed again if the bot is killed before it replies.
    Holding(inbox, "chat_id, message_id, received, incoming", inbox.c.update_id, _of_inbox,
            (select(literal(_TELEGRAM), cast(inbox.c.user_id, String)).where(inbox.c.user_id.is_not(None)),),
            lambda table: table.update().values(INBOX_DONE).where(
                or_(table.c.kind.is_(None), table.c.kind != "press"))),
)


def _votes_of(connection: Connection, channel: str, user: str) -> list[int]:
    """The numbers of a person's votes, found by making the hash of each answer that somebody voted on."""
    at, signer = feedback.c, Signer(connection)
    voted = select(at.id, at.answer_id, at.user).where(at.channel == channel, at.user.startswith(VOTER))
    return [row.id for row in connection.execute(voted) if row.user == voter_of(signer, row.answer_id, channel, user)]


def export_of(connection: Connection, channel: str, user: str) -> dict[str, Any]:
    """Everything held on a person, table by table, ready to be written as JSON."""
    held: dict[str, Any] = {
        holding.table.name: _rows(connection.execute(holding.rows(channel, user))) for holding in HOLDINGS}
    columns = (column for column in feedback.c if column.name not in ("channel", "user", "passed_on"))
    votes = select(*columns).where(feedback.c.id.in_(_votes_of(connection, channel, user)))
    held[feedback.name] += _rows(connection.execute(votes.order_by(feedback.c.id)))
    return {"channel": channel, "user": user, **held}


def forget_answer(connection: Connection, channel: str, answer_id: str) -> None:
    """Forget one answer, and the question in what was reported of it."""
    take_back(connection, "answer", channel, answer_id)
    forget_answer_again(connection, answer_id)


def forget_answer_again(connection: Connection, answer_id: str) -> None:
    """Forget an answer of which it is noted already that it is to be forgotten."""
    connection.execute(feedback.update().values(question="").where(feedback.c.answer_id == answer_id))
    connection.execute(answers.delete().where(answers.c.id == answer_id))


def forget(connection: Connection, channel: str, user: str) -> dict[str, int]:
    """Forget a person in every chat of a channel; how many rows of each table were concerned."""
    take_back(connection, "person", channel, user)
    return forget_again(connection, channel, user)


def people_in(connection: Connection) -> set[tuple[str, str]]:
    """Channel and number of everybody of whom anything is held."""
    everybody = (row for holding in HOLDINGS for people in holding.people for row in connection.execute(people))
    return {(row[0], row[1]) for row in everybody if not row[1].startswith(VOTER)}


def forget_again(connection: Connection, channel: str, user: str) -> dict[str, int]:
    """Forget somebody of whom it is noted already that they are to be forgotten; counts as `forget` does."""
    votes = feedback.update().values(WORDLESS).where(feedback.c.id.in_(_votes_of(connection, channel, user)))
    forgotten = {
        holding.table.name: connection.execute(holding.forget(holding.table).where(holding.of(channel, user))).rowcount
        for holding in HOLDINGS
    }
    forgotten[feedback.name] += connection.execute(votes).rowcount
    return forgotten


def _rows(found: CursorResult[*tuple[Any, ...]]) -> list[dict[str, Any]]:
    return [{name: _readable(name, value) for name, value in row._mapping.items()} for row in found]


def _readable(name: str, value: Any) -> Any:
    """Times as a date and hour, JSON as what it holds."""
    if value is None:
        return None
    if name in _TIMES:
        return datetime.fromtimestamp(value, UTC).isoformat(timespec="seconds")
    return json.loads(value) if name in _JSON else value
