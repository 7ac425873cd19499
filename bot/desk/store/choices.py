"""The language and country that people and chats chose."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, and_, case, delete, insert, or_, select

from bot.desk.store.asker import Asker
from bot.desk.store.tables import choices as table
from knowledge.evidence.models import Frozen

_THE_CHAT = ""
"""Stands where the user would in the row of the chat itself."""


class Choices(Frozen):
    """What was chosen; None where nothing was."""

    language: str | None = None
    country: str | None = None


class ChoiceTable:
    """Choices of persons in chats, and of chats."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, asker: Asker) -> Choices:
        """What holds for an asker, language and country each by itself.

        First comes what the person chose in this chat, then what the person chose elsewhere (in the chat with the
        bot alone before others, the latest before older), then what the chat chose.
        """
        at = table.c
        rows = self._connection.execute(
            select(at.language, at.country)
            .where(at.channel == asker.channel,
                   or_(at.user == asker.user, and_(at.chat == asker.chat, at.user == _THE_CHAT)))
            .order_by(_last(at.user == _THE_CHAT), _last(at.chat != asker.chat), _last(at.chat != at.user),
                      at.number.desc())).all()
        return Choices(language=next((language for language, _ in rows if language), None),
                       country=next((country for _, country in rows if country), None))

    def own(self, asker: Asker) -> Choices:
        """What the person chose in this very chat; the form to change one of the two in."""
        return self._row(asker.channel, asker.chat, asker.user)

    def of_chat(self, channel: str, chat: str) -> Choices:
        """What the chat chose."""
        return self._row(channel, chat, _THE_CHAT)

    def choose(self, asker: Asker, choices: Choices) -> None:
        """Remember the person's choices in this chat in place of the former ones."""
        self._write(asker.channel, asker.chat, asker.user, choices)

    def choose_for_chat(self, channel: str, chat: str, choices: Choices) -> None:
        """Remember the chat's choices in place of the former ones."""
        self._write(channel, chat, _THE_CHAT, choices)

    def forget_chat(self, channel: str, chat: str) -> None:
        """Forget what the chat chose, and not what people chose in it."""
        self._connection.execute(delete(table).where(_is(channel, chat, _THE_CHAT)))

    def _row(self, channel: str, chat: str, user: str) -> Choices:
        row = self._connection.execute(
            select(table.c.language, table.c.country).where(_is(channel, chat, user))).one_or_none()
        return Choices() if row is None else Choices(language=row.language, country=row.country)

    def _write(self, channel: str, chat: str, user: str, choices: Choices) -> None:
        # A new row, for its number says that it is the latest.
        self._connection.execute(delete(table).where(_is(channel, chat, user)))
        self._connection.execute(insert(table).values(
            channel=channel, chat=chat, user=user, language=choices.language, country=choices.country))


def _is(channel: str, chat: str, user: str) -> ColumnElement[bool]:
    return and_(table.c.channel == channel, table.c.chat == chat, table.c.user == user)


def _last(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """Sorts the rows of which it is true behind the others."""
    return case((condition, 1), else_=0)
