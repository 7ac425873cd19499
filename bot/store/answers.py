"""The answers that were given: what they were made of, to whom, and the messages that show them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from pydantic import ValidationError

from bot.records import AnswerRecord
from bot.store.asker import Asker
from bot.store.retention import KEPT_DAYS, oldest_kept
from knowledge.models import Frozen

_COLUMNS = "channel, chat, thread, user, question_message, reply_messages, record, given"


class GivenAnswer(Frozen):
    """One answer as it stands in a chat."""

    record: AnswerRecord
    asker: Asker
    question_message: str | None
    """The message that asked, where there was one."""
    reply_messages: tuple[str, ...]
    """The messages that show the answer, in order."""
    given: float


class Answers:
    """The table of answers. Those older than `kept_days` are not found, even before they are cleared away."""

    def __init__(self, connection: sqlite3.Connection, kept_days: int = KEPT_DAYS) -> None:
        self._connection = connection
        self._kept_days = kept_days

    def keep(self, record: AnswerRecord, asker: Asker, *, question_message: str | None,
             reply_messages: tuple[str, ...], now: float) -> None:
        """Keep an answer, or what has changed of it.

        An answer whose messages now show this one (its question was edited) is gone, so it is forgotten.
        """
        self._connection.execute(
            "DELETE FROM answers WHERE channel = ? AND chat = ? AND question_message = ? AND id <> ? AND EXISTS "
            "(SELECT 1 FROM json_each(reply_messages) AS old JOIN json_each(?) AS new ON old.value = new.value)",
            (asker.channel, asker.chat, question_message, record.id, json.dumps(reply_messages)))
        self._connection.execute(
            f"INSERT INTO answers (id, status, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET status = excluded.status, question_message = excluded.question_message, "
            "reply_messages = excluded.reply_messages, record = excluded.record, given = excluded.given",
            (record.id, record.status, *asker.key, question_message, json.dumps(reply_messages),
             record.model_dump_json(), now))
        self._connection.execute("DELETE FROM answer_cards WHERE answer_id = ?", (record.id,))
        self._connection.executemany(
            "INSERT INTO answer_cards (answer_id, card, version) VALUES (?, ?, ?)",
            [(record.id, card, version) for card, version in record.cards.items()])

    def get(self, answer_id: str, *, channel: str, chat: str, now: float) -> AnswerRecord | None:
        """The answer, if it was given in this chat and not too long ago."""
        found = self.given(answer_id, channel=channel, chat=chat, now=now)
        return found.record if found else None

    def given(self, answer_id: str, *, channel: str, chat: str, now: float) -> GivenAnswer | None:
        """The same with the asker and the messages."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM answers WHERE id = ? AND channel = ? AND chat = ? AND given >= ?",
            (answer_id, channel, chat, oldest_kept(now, self._kept_days)))
        return next(iter(_read(rows)), None)

    def of_message(self, channel: str, chat: str, question_message: str) -> GivenAnswer | None:
        """The latest answer to a message."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM answers WHERE channel = ? AND chat = ? AND question_message = ? "
            "ORDER BY given DESC, rowid DESC LIMIT 1", (channel, chat, question_message))
        return next(iter(_read(rows)), None)

    def recent(self, asker: Asker, *, now: float, most: int = 10) -> list[GivenAnswer]:
        """The last answers to one asker in this chat and topic, the latest first."""
        return list(_read(self._connection.execute(
            f"SELECT {_COLUMNS} FROM answers WHERE channel = ? AND chat = ? AND thread = ? AND user = ? "
            "AND given >= ? ORDER BY given DESC, rowid DESC LIMIT ?",
            (*asker.key, oldest_kept(now, self._kept_days), most))))

    def resting_on(self, card: str, version: int, *, channel: str, since: float) -> list[GivenAnswer]:
        """The answers given in a channel that cite a card as it was in one version, oldest first."""
        return list(_read(self._connection.execute(
            f"SELECT {_COLUMNS} FROM answers JOIN answer_cards ON answer_id = id "
            "WHERE card = ? AND version = ? AND channel = ? AND given >= ? ORDER BY given, answers.rowid",
            (card, version, channel, since))))


def _read(rows: Iterable[tuple[str, str, str, str, str | None, str, str, float]]) -> Iterable[GivenAnswer]:
    """The answers of rows; one whose form has changed since cannot be made again and counts as gone."""
    for channel, chat, thread, user, question_message, reply_messages, record, given in rows:
        try:
            known = AnswerRecord.model_validate_json(record)
        except ValidationError:
            continue
        yield GivenAnswer(record=known, asker=Asker(channel=channel, chat=chat, thread=thread, user=user),
                          question_message=question_message, reply_messages=tuple(json.loads(reply_messages)),
                          given=given)
