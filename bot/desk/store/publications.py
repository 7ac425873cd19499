"""Which channels cards are published in, and what was posted there: the card, its version, and the messages.

The text of a post is kept as it was sent, for Telegram tells no bot what its old posts say and marking one as outdated
means writing it anew. It is a card's text: nothing of any person.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, Connection, delete, exists, insert, select, update

from bot.desk.store.tables import linked_channels, publications
from knowledge.evidence.models import Frozen

_AT = publications.c
_SENT = _AT.messages != "[]"


class LinkedChannel(Frozen):
    """A broadcast channel that cards may be published in."""

    chat: str
    name: str
    language: str


class Publication(Frozen):
    """A card summary in a channel."""

    number: int
    card: str
    version: int
    """0 where the post says that the card was withdrawn."""
    chat: str
    messages: tuple[str, ...]
    """The messages that show it, in order; none while it is not known whether they went out."""
    text: str
    """The first of them, with its markup."""
    published: float
    told_version: int | None
    """The newer version that reviewers were told of; 0 as above."""
    replaced: float | None
    """When a correction followed it."""
    marked: bool
    """Whether the post itself says that it is outdated."""


class Publications:
    """The tables of channels and posts. Callers wrap what belongs together in a `transaction`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def link(self, channel: LinkedChannel) -> None:
        """Let cards be published in a channel, or change the language of one that is linked."""
        self._connection.execute(delete(linked_channels).where(linked_channels.c.chat == channel.chat))
        self._connection.execute(insert(linked_channels).values(
            chat=channel.chat, name=channel.name, language=channel.language, linked=1))

    def unlink(self, chat: str) -> bool:
        """Publish there no more; what was posted is still corrected. False if it was not linked."""
        unlinked = self._connection.execute(
            update(linked_channels).where(linked_channels.c.chat == chat, linked_channels.c.linked != 0)
            .values(linked=0))
        return unlinked.rowcount > 0

    def channels(self, *, linked: bool = True) -> list[LinkedChannel]:
        """The linked channels; with those that were once, if not only `linked` ones are wanted."""
        rows = self._connection.execute(
            select(linked_channels).where(linked_channels.c.linked >= int(linked)).order_by(linked_channels.c.number))
        return [LinkedChannel(chat=row.chat, name=row.name, language=row.language) for row in rows]

    def standing(self, card: str, chat: str) -> Publication | None:
        """The post of the card that no correction has followed."""
        return next(iter(self._where(_AT.card == card, _AT.chat == chat, _AT.replaced.is_(None))), None)

    def begin(self, card: str, version: int, chat: str, *, now: float) -> int:
        """Note that a post is about to go out, in place of what stands; its number."""
        self._connection.execute(
            update(publications).where(_AT.card == card, _AT.chat == chat, _AT.replaced.is_(None))
            .values(replaced=now))
        number: int = self._connection.execute(insert(publications).values(
            card=card, version=version, chat=chat, messages="[]", text="", published=now
        ).returning(_AT.number)).scalar_one()
        return number

    def finish(self, number: int, messages: Iterable[str], text: str) -> None:
        """Note the messages that went out."""
        self._connection.execute(
            update(publications).where(_AT.number == number).values(messages=json.dumps([*messages]), text=text))

    def give_up(self, number: int) -> None:
        """Forget a post that did not go out; what it was to replace stands again."""
        gone = self._connection.execute(
            delete(publications).where(_AT.number == number).returning(_AT.card, _AT.chat, _AT.published)).first()
        if gone is not None:
            self._connection.execute(
                update(publications)
                .where(_AT.card == gone.card, _AT.chat == gone.chat, _AT.replaced == gone.published)
                .values(replaced=None))

    def mark(self, number: int) -> None:
        """Note that the post itself says that it is outdated, or that Telegram lets nobody say so."""
        self._connection.execute(update(publications).where(_AT.number == number).values(marked=1))

    def note_told(self, number: int, version: int) -> None:
        """Note which newer version of the card the reviewers were told of."""
        self._connection.execute(update(publications).where(_AT.number == number).values(told_version=version))

    def overdue(self, versions: Mapping[str, int]) -> list[Publication]:
        """Posts whose card has another version now, or is gone, and that nothing has followed."""
        standing = self._where(_AT.replaced.is_(None), _SENT)
        return [post for post in standing if versions.get(post.card, 0) != post.version]

    def unmarked(self) -> list[Publication]:
        """Posts that a correction has surely followed and that do not say so yet."""
        later = publications.alias("later")
        followed = exists().where(later.c.card == _AT.card, later.c.chat == _AT.chat, later.c.number > _AT.number,
                                  later.c.messages != "[]")
        return self._where(_AT.replaced.is_not(None), _SENT, _AT.marked == 0, followed)

    def numbered(self, number: int) -> Publication | None:
        """One post, standing or replaced."""
        return next(iter(self._where(_AT.number == number)), None)

    def _where(self, *conditions: ColumnElement[bool]) -> list[Publication]:
        rows = self._connection.execute(select(publications).where(*conditions).order_by(_AT.number))
        return [Publication.model_validate({**row._mapping, "messages": json.loads(row.messages)}) for row in rows]
