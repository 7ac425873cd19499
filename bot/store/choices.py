"""The language and country that people and chats chose."""

from __future__ import annotations

import sqlite3

from bot.store.asker import Asker
from knowledge.models import Frozen

_THE_CHAT = ""
"""Stands where the user would in the row of the chat itself."""


class Choices(Frozen):
    """What was chosen; None where nothing was."""

    language: str | None = None
    country: str | None = None


class ChoiceTable:
    """Choices of persons in chats, and of chats."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of(self, asker: Asker) -> Choices:
        """What holds for an asker, language and country each by itself.

        First comes what the person chose in this chat, then what the person chose elsewhere (in the chat with the
        bot alone before others, the latest before older), then what the chat chose.
        """
        rows = self._connection.execute(
            "SELECT language, country FROM choices WHERE channel = :channel "
            "AND (user = :user OR (chat = :chat AND user = '')) "
            "ORDER BY user = '', chat <> :chat, chat <> user, rowid DESC",
            {"channel": asker.channel, "chat": asker.chat, "user": asker.user}).fetchall()
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

    def _row(self, channel: str, chat: str, user: str) -> Choices:
        row = self._connection.execute(
            "SELECT language, country FROM choices WHERE channel = ? AND chat = ? AND user = ?",
            (channel, chat, user)).fetchone()
        return Choices() if row is None else Choices(language=row[0], country=row[1])

    def _write(self, channel: str, chat: str, user: str, choices: Choices) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO choices (channel, chat, user, language, country) VALUES (?, ?, ?, ?, ?)",
            (channel, chat, user, choices.language, choices.country))
