"""The answers that were given: what they were made of, to whom, and the messages that show them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, Row, delete, func, insert, select

from bot.desk.records import AnswerRecord
from bot.desk.store.asker import Asker
from bot.desk.store.dialects import put
from bot.desk.store.retention import KEPT_DAYS, oldest_kept
from bot.desk.store.tables import answer_cards, answers
from knowledge.evidence.models import Frozen

_AT = answers.c


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

    def __init__(self, connection: Connection, kept_days: int = KEPT_DAYS) -> None:
        self._connection = connection
        self._kept_days = kept_days

    def keep(self, record: AnswerRecord, asker: Asker, *, question_message: str | None,
             reply_messages: tuple[str, ...], now: float) -> None:
        """Keep an answer, or what has changed of it.

        An answer whose messages now show this one (its question was edited) is gone, so it is forgotten.
        """
        self._drop_replaced(record, asker, question_message, reply_messages)
        values = {**asker.model_dump(), "id": record.id, "status": record.status, "question_message": question_message,
                  "reply_messages": json.dumps(reply_messages), "record": record.model_dump_json(), "given": now}
        put(self._connection, answers, ("id",), values, unchanged=tuple(Asker.model_fields))
        self._connection.execute(delete(answer_cards).where(answer_cards.c.answer_id == record.id))
        if record.cards:
            self._connection.execute(insert(answer_cards), [
                {"answer_id": record.id, "card": card, "version": version} for card, version in record.cards.items()])

    def get(self, answer_id: str, *, channel: str, chat: str, now: float) -> AnswerRecord | None:
        """The answer, if it was given in this chat and not too long ago."""
        found = self.given(answer_id, channel=channel, chat=chat, now=now)
        return found.record if found else None

    def given(self, answer_id: str, *, channel: str, chat: str, now: float) -> GivenAnswer | None:
        """The same with the asker and the messages."""
        rows = self._connection.execute(select(answers).where(
            _AT.id == answer_id, _AT.channel == channel, _AT.chat == chat,
            _AT.given >= oldest_kept(now, self._kept_days)))
        return next(iter(_read(rows)), None)

    def anywhere(self, answer_id: str, *, now: float) -> AnswerRecord | None:
        """The answer, in whatever chat it was given, for those who look into what is reported of it."""
        rows = self._connection.execute(select(answers).where(
            _AT.id == answer_id, _AT.given >= oldest_kept(now, self._kept_days)).limit(1))
        return next((found.record for found in _read(rows)), None)

    def of_message(self, channel: str, chat: str, question_message: str) -> GivenAnswer | None:
        """The latest answer to a message."""
        rows = self._connection.execute(
            select(answers)
            .where(_AT.channel == channel, _AT.chat == chat, _AT.question_message == question_message)
            .order_by(_AT.given.desc(), _AT.number.desc()).limit(1))
        return next(iter(_read(rows)), None)

    def shown_by(self, channel: str, chat: str, reply_message: str, *, now: float) -> GivenAnswer | None:
        """The answer that a message of the bot shows, or shows a part of."""
        rows = self._connection.execute(
            select(answers)
            .where(_AT.channel == channel, _AT.chat == chat, _AT.given >= oldest_kept(now, self._kept_days),
                   _AT.reply_messages.contains(json.dumps(reply_message), autoescape=True))
            .order_by(_AT.given.desc(), _AT.number.desc()).limit(1))
        return next(iter(_read(rows)), None)

    def recent(self, asker: Asker, *, now: float, most: int = 10) -> list[GivenAnswer]:
        """The last answers to one asker in this chat and topic, the latest first."""
        return list(_read(self._connection.execute(
            select(answers)
            .where(_AT.channel == asker.channel, _AT.chat == asker.chat, _AT.thread == asker.thread,
                   _AT.user == asker.user, _AT.given >= oldest_kept(now, self._kept_days))
            .order_by(_AT.given.desc(), _AT.number.desc()).limit(most))))

    def resting_on(self, card: str, version: int, *, channel: str, chat: str | None = None, since: float
                   ) -> list[GivenAnswer]:
        """The answers in a channel, or one chat of it, that cite a card as it was in one version, oldest first."""
        place = (_AT.channel == channel,) if chat is None else (_AT.channel == channel, _AT.chat == chat)
        return list(_read(self._connection.execute(
            select(answers).join(answer_cards, answer_cards.c.answer_id == _AT.id)
            .where(answer_cards.c.card == card, answer_cards.c.version == version, *place, _AT.given >= since)
            .order_by(_AT.given, _AT.number))))

    def number_on(self, card: str, *, since: float) -> dict[str, int]:
        """How many answers cite a card, in whatever version, by channel."""
        rows = self._connection.execute(
            select(_AT.channel, func.count()).join(answer_cards, answer_cards.c.answer_id == _AT.id)
            .where(answer_cards.c.card == card, _AT.given >= since).group_by(_AT.channel).order_by(_AT.channel))
        return {channel: number for channel, number in rows}

    def on_card(self, card: str, *, channel: str, chat: str, since: float) -> list[GivenAnswer]:
        """The answers given in one chat that cite a card, in whatever version, the latest first."""
        return list(_read(self._connection.execute(
            select(answers).join(answer_cards, answer_cards.c.answer_id == _AT.id)
            .where(answer_cards.c.card == card, _AT.channel == channel, _AT.chat == chat, _AT.given >= since)
            .order_by(_AT.given.desc(), _AT.number.desc()))))

    def _drop_replaced(self, record: AnswerRecord, asker: Asker, question_message: str | None,
                       reply_messages: tuple[str, ...]) -> None:
        others = self._connection.execute(select(_AT.id, _AT.reply_messages).where(
            _AT.channel == asker.channel, _AT.chat == asker.chat, _AT.question_message == question_message,
            _AT.id != record.id)).all() if question_message is not None else ()
        shown = set(reply_messages)
        for other, messages in others:
            if shown & set(json.loads(messages)):
                self._connection.execute(delete(answers).where(_AT.id == other))


def _read(rows: Iterable[Row[*tuple[Any, ...]]]) -> Iterable[GivenAnswer]:
    """The answers of rows; one whose form has changed since cannot be made again and counts as gone."""
    for row in rows:
        try:
            known = AnswerRecord.model_validate_json(row.record)
        except ValidationError:
            continue
        yield GivenAnswer(record=known, given=row.given, question_message=row.question_message,
                          asker=Asker(channel=row.channel, chat=row.chat, thread=row.thread, user=row.user),
                          reply_messages=tuple(json.loads(row.reply_messages)))
