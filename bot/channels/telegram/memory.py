"""What the channel remembers of people: their language and country, where a conversation stands, buttons shown.

A conversation holds coded state and no prose. A button holds the question it would ask, for a week at most.
"""

from __future__ import annotations

import secrets
import sqlite3

from pydantic import ValidationError

from bot.channels.telegram.updates import Place
from bot.conversation import Conversation
from knowledge.models import Frozen

BUTTON_KEPT_S = 7 * 24 * 3600
BUTTONS_PER_CHAT = 200
CONVERSATION_KEPT_S = 30 * 24 * 3600


class Choices(Frozen):
    """What one person chose in one chat."""

    language: str | None = None
    country: str | None = None


class Button(Frozen):
    """The question behind a button, and the country to set first where the button offers one."""

    question: str
    country: str | None = None


class Memory:
    """The tables of choices, conversations and buttons."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def choices(self, place: Place) -> Choices:
        """The person's choices in this chat; nothing chosen where none are known."""
        row = self._connection.execute("SELECT language, country FROM choices WHERE chat_id = ? AND user_id = ?",
                                       (place.chat_id, place.user_id)).fetchone()
        return Choices() if row is None else Choices(language=row[0], country=row[1])

    def choose(self, place: Place, choices: Choices) -> None:
        """Remember the choices in place of the former ones."""
        self._connection.execute("INSERT OR REPLACE INTO choices (chat_id, user_id, language, country) "
                                 "VALUES (?, ?, ?, ?)",
                                 (place.chat_id, place.user_id, choices.language, choices.country))

    def conversation(self, place: Place) -> Conversation:
        """Where the conversation stands; a new one if none is known or its form has changed since."""
        row = self._connection.execute(
            "SELECT state FROM conversations WHERE chat_id = ? AND thread_id = ? AND user_id = ?",
            _conversation_key(place)).fetchone()
        try:
            return Conversation() if row is None else Conversation.model_validate_json(row[0])
        except ValidationError:
            return Conversation()

    def keep_conversation(self, place: Place, conversation: Conversation, *, now: float) -> None:
        """Remember where the conversation stands."""
        self._connection.execute("INSERT OR REPLACE INTO conversations (chat_id, thread_id, user_id, state, changed) "
                                 "VALUES (?, ?, ?, ?, ?)",
                                 (*_conversation_key(place), conversation.model_dump_json(), now))

    def end_conversation(self, place: Place) -> None:
        """Forget the conversation."""
        self._connection.execute("DELETE FROM conversations WHERE chat_id = ? AND thread_id = ? AND user_id = ?",
                                 _conversation_key(place))

    def add_button(self, chat_id: int, button: Button, *, now: float) -> str:
        """A short id for the button; the oldest buttons of the chat give way."""
        button_id = secrets.token_urlsafe(9)
        self._connection.execute("INSERT INTO buttons (id, chat_id, question, country, created) VALUES (?, ?, ?, ?, ?)",
                                 (button_id, chat_id, button.question, button.country, now))
        self._connection.execute(
            "DELETE FROM buttons WHERE chat_id = ? AND rowid NOT IN "
            "(SELECT rowid FROM buttons WHERE chat_id = ? ORDER BY created DESC, rowid DESC LIMIT ?)",
            (chat_id, chat_id, BUTTONS_PER_CHAT))
        return button_id

    def button(self, chat_id: int, button_id: str, *, now: float) -> Button | None:
        """The button, unless it is unknown, too old, or was shown in another chat."""
        row = self._connection.execute(
            "SELECT question, country FROM buttons WHERE id = ? AND chat_id = ? AND created >= ?",
            (button_id, chat_id, now - BUTTON_KEPT_S)).fetchone()
        return None if row is None else Button(question=row[0], country=row[1])

    def forget_old(self, *, now: float) -> None:
        """Drop buttons and conversations nobody came back to."""
        self._connection.execute("DELETE FROM buttons WHERE created < ?", (now - BUTTON_KEPT_S,))
        self._connection.execute("DELETE FROM conversations WHERE changed < ?", (now - CONVERSATION_KEPT_S,))


def _conversation_key(place: Place) -> tuple[int, int, int]:
    return place.chat_id, place.thread_id or 0, place.user_id
