"""Where each conversation stands: coded state and no prose."""

from __future__ import annotations

from pydantic import ValidationError
from sqlalchemy import ColumnElement, Connection, and_, delete, select

from bot.desk.store.asker import Asker
from bot.desk.store.dialects import put
from bot.desk.store.tables import conversations
from bot.dialogue.state import Conversation


class Conversations:
    """One conversation for each asker in each chat and topic."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, asker: Asker) -> Conversation:
        """Where the conversation stands; a new one if none is known or its form has changed since."""
        return _read(self._connection.execute(
            select(conversations.c.state).where(_of(asker))).scalar_one_or_none())

    def keep(self, asker: Asker, conversation: Conversation, *, now: float, before: Conversation | None = None,
             question_message: str | None = None) -> None:
        """Remember where the conversation stands, and where it stood `before` the last question.

        `question_message` is the message that asked it: if that is edited, the conversation goes back there.
        """
        put(self._connection, conversations, ("channel", "chat", "thread", "user"), {
            **asker.model_dump(), "state": conversation.model_dump_json(), "changed": now,
            "before": before and before.model_dump_json(), "question_message": question_message})

    def before(self, asker: Asker, question_message: str) -> Conversation:
        """Where the conversation stood before a question; a new one unless that question was the last."""
        return _read(self._connection.execute(
            select(conversations.c.before).where(_of(asker), conversations.c.question_message == question_message)
        ).scalar_one_or_none())

    def is_last(self, asker: Asker, question_message: str) -> bool:
        """Whether the conversation stands where the answer to a message has left it."""
        return self._connection.execute(
            select(conversations.c.changed).where(_of(asker), conversations.c.question_message == question_message)
        ).one_or_none() is not None

    def end(self, asker: Asker) -> None:
        """Forget the conversation."""
        self._connection.execute(delete(conversations).where(_of(asker)))


def _of(asker: Asker) -> ColumnElement[bool]:
    at = conversations.c
    return and_(at.channel == asker.channel, at.chat == asker.chat, at.thread == asker.thread, at.user == asker.user)


def _read(state: str | None) -> Conversation:
    """The state as kept; a new one where there is none or its form has changed since."""
    try:
        return Conversation() if state is None else Conversation.model_validate_json(state)
    except ValidationError:
        return Conversation()
