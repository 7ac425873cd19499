"""Where each conversation stands: coded state and no prose."""

from __future__ import annotations

import sqlite3

from pydantic import ValidationError

from bot.conversation import Conversation
from bot.store.asker import Asker


class Conversations:
    """One conversation for each asker in each chat and topic."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, asker: Asker) -> Conversation:
        """Where the conversation stands; a new one if none is known or its form has changed since."""
        row = self._connection.execute(
            "SELECT state FROM conversations WHERE channel = ? AND chat = ? AND thread = ? AND user = ?",
            asker.key).fetchone()
        return _read(row)

    def keep(self, asker: Asker, conversation: Conversation, *, now: float, before: Conversation | None = None,
             question_message: str | None = None) -> None:
        """Remember where the conversation stands, and where it stood `before` the last question.

        `question_message` is the message that asked it: if that is edited, the conversation goes back there.
        """
        self._connection.execute(
            "INSERT OR REPLACE INTO conversations (channel, chat, thread, user, state, changed, before, "
            "question_message) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*asker.key, conversation.model_dump_json(), now, before and before.model_dump_json(), question_message))

    def before(self, asker: Asker, question_message: str) -> Conversation:
        """Where the conversation stood before a question; a new one unless that question was the last."""
        row = self._connection.execute(
            "SELECT before FROM conversations WHERE channel = ? AND chat = ? AND thread = ? AND user = ? "
            "AND question_message = ? AND before IS NOT NULL", (*asker.key, question_message)).fetchone()
        return _read(row)

    def is_last(self, asker: Asker, question_message: str) -> bool:
        """Whether the conversation stands where the answer to a message has left it."""
        row = self._connection.execute(
            "SELECT 1 FROM conversations WHERE channel = ? AND chat = ? AND thread = ? AND user = ? "
            "AND question_message = ?", (*asker.key, question_message)).fetchone()
        return row is not None

    def end(self, asker: Asker) -> None:
        """Forget the conversation."""
        self._connection.execute(
            "DELETE FROM conversations WHERE channel = ? AND chat = ? AND thread = ? AND user = ?", asker.key)


def _read(row: tuple[str] | None) -> Conversation:
    """The state of a row; a new one where there is none or its form has changed since."""
    try:
        return Conversation() if row is None else Conversation.model_validate_json(row[0])
    except ValidationError:
        return Conversation()
