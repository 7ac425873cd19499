"""The port: what a channel tells of what people do, and what it is asked to do for them.

A channel is a `Transport`. It calls `hear` with each thing that somebody did and that is meant for the bot, and carries
out `send`, `edit`, `delete`, `file` and `typing`. It keeps no state of conversations, and words nothing itself.
Identifiers of chats, threads, people and messages are the channel's own, as text.
"""

from __future__ import annotations

from asyncio import Future
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from pydantic import Field

from bot.answering.answer import Block, plain_text
from bot.answering.summaries import CardSummary
from knowledge.evidence.models import Frozen

SIGNS = ("!", "/")
"""A command begins with one of these; texts name the first, for many chats keep the second to themselves."""
ASKING = ("ask", "spor", "spør", "sporg", "spørg", "fraga", "fråga", "vraag", "frage", "kysy")
"""Commands that carry a question."""
COMMANDS = ("help", "language", "country", "sources", "privacy", "export", "forget", "new", "join")


class Place(Frozen):
    """Where something was done, by whom, and where the reply goes."""

    chat: str
    thread: str = ""
    """Within the chat; each thread is a conversation of its own."""
    sender: str = Field(min_length=1)
    message: str = ""
    """What was written, or what something was done to; empty where the bot speaks first."""
    act: str = ""
    """What the channel calls the act itself, where that is not the message: a press, a reaction, a change."""
    private: bool = True
    """Whether nobody else reads along."""
    language_hint: str | None = None
    """Language of the person's program, if the channel knows it."""


@dataclass(frozen=True)
class Said:
    """Somebody wrote to the bot. `replies_to` is the message of the bot that it replies to."""

    place: Place
    text: str
    replies_to: str | None = None


@dataclass(frozen=True)
class Edited:
    """Somebody changed what they wrote: `place.message` is the message, `text` what it says now."""

    place: Place
    text: str
    meant: bool = True
    """Whether it is meant for the bot even where that has not answered the message before."""


@dataclass(frozen=True)
class Removed:
    """A message, `place.message`, was deleted by whoever wrote it, or by somebody who may."""

    place: Place


@dataclass(frozen=True)
class Picked:
    """Somebody chose by a button: `place.message` is the bot's message, `number` counts its choices from 1."""

    place: Place
    number: int


@dataclass(frozen=True)
class Thumb:
    """Somebody put a thumb to a message of the bot, `place.message`; None: took it back."""

    place: Place
    thumb: Literal["helpful", "unhelpful"] | None


@dataclass(frozen=True)
class Unreadable:
    """Something without text, or something encrypted that could not be read."""

    place: Place
    why: Literal["no_text", "encrypted"] = "no_text"


@dataclass(frozen=True)
class Added:
    """The bot was let into a chat."""

    place: Place


@dataclass(frozen=True)
class Found:
    """What a search brings: summaries to choose from, or a text that says why there are none."""

    cards: tuple[CardSummary, ...] = ()
    instead: str = ""
    language: str = ""


@dataclass(frozen=True)
class Searched:
    """Somebody looks for cards by a few words, to put the summary of one into a chat themselves. The bot says nothing
    about it: what is found is handed to `found`, and only once."""

    place: Place
    text: str
    found: Callable[[Found], None]


Incoming = Said | Edited | Removed | Picked | Thumb | Unreadable | Added
Hear = Callable[[Incoming | Searched], Future[None]]
"""Takes what somebody did. What it gives is done once that has been dealt with, or broken off where the bot stops:
a channel that can be asked again for what was not dealt with does so."""


@dataclass(frozen=True)
class Shown:
    """One message of the bot."""

    blocks: tuple[Block, ...]
    """What it says, for a channel that lays it out; `text` is the same in plain text."""
    language: str
    choices: tuple[str, ...] = ()
    """What can be chosen next: buttons where the channel has some, or else numbers to reply with."""
    answer: str = ""
    """Which answer it shows, if one: thumbs are then for it."""

    @property
    def text(self) -> str:
        """What it says and what can be chosen, numbered."""
        listed = "\n".join(f"  {number}. {label}" for number, label in enumerate(self.choices, start=1))
        return "\n".join(filter(None, (plain_text(self.blocks), listed)))


@dataclass(frozen=True)
class File:
    """A file of the bot."""

    name: str
    media_type: str
    content: bytes
    caption: str = ""


class Away(Exception):
    """The chat cannot be reached now; the same may succeed later."""


class Undeliverable(Exception):
    """The chat will not take it, however often."""


class Transport(Protocol):
    """A channel. What it raises beside `Away` and `Undeliverable` is taken for a fault of ours."""

    @property
    def name(self) -> str:
        """What the channel is called in the database, for good: small letters."""

    async def run(self, hear: Hear) -> None:
        """Tell what people do, until cancelled. Raises ChannelError where going on is no use."""

    async def send(self, place: Place, shown: Shown, key: str) -> str:
        """Send a message; what the channel calls it. What is sent again has the same `key`: a channel that can delivers
        it once."""

    async def edit(self, place: Place, message: str, shown: Shown) -> None:
        """Put something else in place of a message of the bot."""

    async def delete(self, place: Place, message: str) -> None:
        """Take a message of the bot away."""

    async def file(self, place: Place, file: File, key: str) -> str:
        """Send a file; what the channel calls the message."""

    async def typing(self, place: Place, busy: bool) -> None:
        """Show that an answer is under way, or no longer; nothing is lost where that cannot be shown."""


def command_in(text: str) -> tuple[str, str] | None:
    """The command that a text gives and what follows it; None where it gives none that is known."""
    sign, word, rest = text[:1], *_parted(text[1:])
    name = word.lower()
    return (name, rest) if sign in SIGNS and name in (*COMMANDS, *ASKING) else None


def _parted(text: str) -> tuple[str, str]:
    word, _, rest = text.partition(" ")
    return word, rest.strip()
