"""What people send, reduced to what the bot needs: a question, a command, a press on a button, something unreadable.

What the bot has to say of itself, a report or a correction, takes the same way as what people send. `reading` makes
these of Telegram's updates.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from knowledge.evidence.models import Frozen

CHANNEL = "telegram"
"""The name of this channel in the database."""

ASK_COMMANDS = frozenset({"ask", "spor", "sporg", "fraga", "vraag", "frage", "kysy"})
"""Commands that carry a question; "spør", "spørg" and "fråga" without the letters Telegram does not allow."""

COMMANDS = ("start", "help", "language", "country", "sources", "privacy", "new")
"""The other commands, in the order of Telegram's menu."""

ANONYMOUS_ADMIN_ID = 1087968824
"""Group administrators who hide their name appear as this bot."""

REASON = "reason."
"""Begins what stands behind the buttons of the message that asks what is wrong with an answer, and behind the mark of
reference in the address that the message asking for own words carries."""

Number = Annotated[int, Field(ge=-2**63, lt=2**63)]
"""A number the database can hold; Telegram's own need 52 bits."""

LARGEST_UPDATE = 2**52
"""Telegram's numbers stay below."""


class Place(Frozen):
    """Where a message came from and where the reply goes."""

    chat_id: Number
    thread_id: Number | None
    """Forum topic, if any."""
    user_id: Number
    message_id: Number
    private: bool
    language_hint: str | None
    """Language of the person's app."""


class Question(Frozen):
    """A text to answer."""

    kind: Literal["question"] = "question"
    place: Place
    text: str
    replies_to: Number | None = None
    """The message of the bot that this replies to: whoever wrote it goes on with the answer that it shows."""
    edited: bool = False
    """Whether the message was sent before and has changed: the answer it got is to change with it."""
    redacted: bool = False
    """Whether identifiers were taken out of the text."""


class Command(Frozen):
    """A slash command other than a question."""

    kind: Literal["command"] = "command"
    place: Place
    name: str
    argument: str
    redacted: bool = False
    """Whether identifiers were taken out of the argument."""


class Press(Frozen):
    """A press on an inline button; `place.message_id` is the message that carries the button."""

    kind: Literal["press"] = "press"
    place: Place
    query_id: str
    button: str


class Unreadable(Frozen):
    """Something without text: a photo, a voice message, a sticker."""

    kind: Literal["unreadable"] = "unreadable"
    place: Place
    album: str | None
    """Photos sent together share this, and get one reply."""


class Reason(Frozen):
    """What is wrong with an answer in somebody's own words: a reply to the message that asked for it."""

    kind: Literal["reason"] = "reason"
    place: Place
    text: str
    button: str
    """What stands behind the button of the message replied to; it tells which answer is meant."""
    redacted: bool = False
    """Whether identifiers were taken out of the text."""


class Reaction(Frozen):
    """A reaction to a message of the bot; `place.message_id` is that message."""

    kind: Literal["reaction"] = "reaction"
    place: Place
    thumb: Literal["helpful", "unhelpful"] | None
    """None: the thumb that was there was taken back."""


class Added(Frozen):
    """The bot was added to a group."""

    kind: Literal["added"] = "added"
    place: Place


class Search(Frozen):
    """An inline query: words typed behind the bot's name in any chat. `place` is the person's own chat."""

    kind: Literal["search"] = "search"
    place: Place
    query_id: str
    text: str


class DueReport(Frozen):
    """The bot's own work: a report that the reviewers have to see."""

    kind: Literal["report"] = "report"
    place: Place
    report_id: int


class DueReply(Frozen):
    """The bot's own work: somebody has to be told what the reviewers replied to their report."""

    kind: Literal["reply"] = "reply"
    place: Place
    report_id: int


class DueVotes(Frozen):
    """The bot's own work: the buttons under an answer have to show how many found it helpful."""

    kind: Literal["votes"] = "votes"
    place: Place
    answer_id: str


class DueCorrection(Frozen):
    """The bot's own work: somebody has to be told that cards behind an answer have changed."""

    kind: Literal["correction"] = "correction"
    place: Place
    answer_id: str
    cards: tuple[str, ...]


Incoming = Annotated[
    Question | Command | Press | Unreadable | Reason | Reaction | Added | Search | DueReport | DueReply | DueVotes
    | DueCorrection,
    Field(discriminator="kind")]
INCOMING: TypeAdapter[Incoming] = TypeAdapter(Incoming)


def words_of(incoming: Incoming) -> str:
    """What a person wrote in words of their own, a command's included; empty where nobody wrote anything."""
    match incoming:
        case Question(text=words) | Reason(text=words) | Command(argument=words):
            return words
        case _:
            return ""


def update_number(raw: Mapping[str, Any]) -> int | None:
    """The number of an update as it came, None if it has no sound one.

    A wild number must not be confirmed: to Telegram that would mean that everything below it has arrived.
    """
    number = raw.get("update_id")
    return number if type(number) is int and 0 < number < LARGEST_UPDATE else None


def well_formed(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The update without halves of letters, which neither the database nor Telegram would take."""
    whole: dict[str, Any] = json.loads(json.dumps(raw, ensure_ascii=False).encode("utf-8", "replace"))
    return whole


def own_place(chat_id: int, thread_id: int | None = None, user_id: int = 0) -> Place:
    """Where the bot speaks of itself: a chat, without a message to reply to."""
    return Place(chat_id=chat_id, thread_id=thread_id, user_id=user_id, message_id=0, private=chat_id > 0,
                 language_hint=None)
