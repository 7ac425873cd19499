"""How the bot behaves in a chat of several people, and which chat the reviewers meet in.

Language and country are the chat's own row of `bot.desk.store.choices`; they are read and written here together with
the rest, so that a chat has one form of settings.
"""

from __future__ import annotations

from typing import Literal, get_args

from sqlalchemy import Connection, delete, select, update

from bot.desk.store.choices import Choices, ChoiceTable
from bot.desk.store.dialects import put
from bot.desk.store.tables import chat_settings
from knowledge.evidence.models import Frozen

WhoMayAsk = Literal["everyone", "listed"]
WHO_MAY_ASK: tuple[WhoMayAsk, ...] = get_args(WhoMayAsk)
"""Everyone in the chat, or only those of them who are on the list of members."""
Replies = Literal["visible", "private"]
REPLIES: tuple[Replies, ...] = get_args(Replies)
"""Answers for all to see, or sent to the asker alone."""


class ChatSettings(Frozen):
    """What the administrators of a chat decided."""

    language: str | None = None
    """None: the language of each message."""
    country: str | None = None
    who_may_ask: WhoMayAsk = "everyone"
    replies: Replies = "visible"
    reviewers: bool = False
    """Whether reports on answers go to this chat."""


class Chats:
    """The settings of chats. Callers wrap what belongs together in a `transaction`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._choices = ChoiceTable(connection)

    def of(self, channel: str, chat: str) -> ChatSettings:
        """The settings of a chat; the usual ones where nobody changed any."""
        chosen = self._choices.of_chat(channel, chat)
        row = self._connection.execute(
            select(chat_settings).where(chat_settings.c.channel == channel, chat_settings.c.chat == chat)
        ).one_or_none()
        rest = {} if row is None else {
            "who_may_ask": row.who_may_ask, "replies": row.replies, "reviewers": bool(row.reviewers)}
        return ChatSettings.model_validate({"language": chosen.language, "country": chosen.country, **rest})

    def keep(self, channel: str, chat: str, settings: ChatSettings) -> None:
        """Keep settings in place of the former ones; a new reviewers' chat takes over from the old one."""
        if settings.reviewers:
            self.dismiss_reviewers(channel)
        self._choices.choose_for_chat(
            channel, chat, Choices(language=settings.language, country=settings.country)
        )
        put(self._connection, chat_settings, ("channel", "chat"), {
            "channel": channel, "chat": chat, "who_may_ask": settings.who_may_ask, "replies": settings.replies,
            "reviewers": int(settings.reviewers)})

    def reviewers_chat(self, channel: str) -> str | None:
        """The chat that reports go to; None where none was named."""
        chat: str | None = self._connection.execute(
            select(chat_settings.c.chat).where(chat_settings.c.channel == channel, chat_settings.c.reviewers != 0)
        ).scalar_one_or_none()
        return chat

    def dismiss_reviewers(self, channel: str) -> None:
        """Let reports go to no chat."""
        self._connection.execute(
            update(chat_settings).where(chat_settings.c.channel == channel).values(reviewers=0))

    def move(self, channel: str, old: str, new: str) -> None:
        """Take the settings along when a chat gets another number, as a group does that outgrows its kind."""
        settings = self.of(channel, old)
        if settings == ChatSettings():
            return  # nothing was decided, or it has been taken along already
        self._connection.execute(
            delete(chat_settings).where(chat_settings.c.channel == channel, chat_settings.c.chat == old))
        self._choices.forget_chat(channel, old)
        self.keep(channel, new, settings)
