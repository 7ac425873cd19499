"""Which channels cards are published in, and what was posted there: the card, its version, and the messages.

The text of a post is kept as it was sent, for Telegram tells no bot what its old posts say and marking one as outdated
means writing it anew. It is a card's text: nothing of any person.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping

from knowledge.models import Frozen

_COLUMNS = "number, card, version, chat, messages, text, published, told_version, replaced, marked"


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

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def link(self, channel: LinkedChannel) -> None:
        """Let cards be published in a channel, or change the language of one that is linked."""
        self._connection.execute(
            "INSERT OR REPLACE INTO linked_channels (chat, name, language, linked) VALUES (?, ?, ?, 1)",
            (channel.chat, channel.name, channel.language),
        )

    def unlink(self, chat: str) -> bool:
        """Publish there no more; what was posted is still corrected. False if it was not linked."""
        cursor = self._connection.execute("UPDATE linked_channels SET linked = 0 WHERE chat = ? AND linked", (chat,))
        return cursor.rowcount > 0

    def channels(self, *, linked: bool = True) -> list[LinkedChannel]:
        """The linked channels; with those that were once, if not only `linked` ones are wanted."""
        rows = self._connection.execute(
            "SELECT chat, name, language FROM linked_channels WHERE linked >= ? ORDER BY rowid", (linked,)
        )
        return [LinkedChannel(chat=chat, name=name, language=language) for chat, name, language in rows]

    def standing(self, card: str, chat: str) -> Publication | None:
        """The post of the card that no correction has followed."""
        return next(iter(self._where("card = ? AND chat = ? AND replaced IS NULL", (card, chat))), None)

    def begin(self, card: str, version: int, chat: str, *, now: float) -> int:
        """Note that a post is about to go out, in place of what stands; its number."""
        self._connection.execute(
            "UPDATE publications SET replaced = ? WHERE card = ? AND chat = ? AND replaced IS NULL", (now, card, chat)
        )
        cursor = self._connection.execute(
            "INSERT INTO publications (card, version, chat, messages, text, published) VALUES (?, ?, ?, '[]', '', ?)",
            (card, version, chat, now),
        )
        return int(cursor.lastrowid or 0)

    def finish(self, number: int, messages: Iterable[str], text: str) -> None:
        """Note the messages that went out."""
        self._connection.execute(
            "UPDATE publications SET messages = ?, text = ? WHERE number = ?",
            (json.dumps([*messages]), text, number),
        )

    def give_up(self, number: int) -> None:
        """Forget a post that did not go out; what it was to replace stands again."""
        row = self._connection.execute(
            "DELETE FROM publications WHERE number = ? RETURNING card, chat, published", (number,)
        ).fetchone()
        if row is not None:
            self._connection.execute(
                "UPDATE publications SET replaced = NULL WHERE card = ? AND chat = ? AND replaced = ?", row
            )

    def mark(self, number: int) -> None:
        """Note that the post itself says that it is outdated, or that Telegram lets nobody say so."""
        self._connection.execute("UPDATE publications SET marked = 1 WHERE number = ?", (number,))

    def note_told(self, number: int, version: int) -> None:
        """Note which newer version of the card the reviewers were told of."""
        self._connection.execute("UPDATE publications SET told_version = ? WHERE number = ?", (version, number))

    def overdue(self, versions: Mapping[str, int]) -> list[Publication]:
        """Posts whose card has another version now, or is gone, and that nothing has followed."""
        standing = self._where("replaced IS NULL AND messages <> '[]'", ())
        return [post for post in standing if versions.get(post.card, 0) != post.version]

    def unmarked(self) -> list[Publication]:
        """Posts that a correction has surely followed and that do not say so yet."""
        return self._where(
            "replaced IS NOT NULL AND messages <> '[]' AND NOT marked AND EXISTS "
            "(SELECT 1 FROM publications AS later WHERE later.card = publications.card "
            "AND later.chat = publications.chat AND later.number > publications.number AND later.messages <> '[]')", ()
        )

    def numbered(self, number: int) -> Publication | None:
        """One post, standing or replaced."""
        return next(iter(self._where("number = ?", (number,))), None)

    def _where(self, condition: str, values: tuple[str | int, ...]) -> list[Publication]:
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM publications WHERE {condition} ORDER BY number", values
        )
        posts = [dict(zip(_COLUMNS.split(", "), row, strict=True)) for row in rows]
        return [Publication.model_validate({**post, "messages": json.loads(post["messages"])}) for post in posts]
