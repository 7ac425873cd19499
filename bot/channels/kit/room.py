"""What the parts of the desk work with, and what they hand back: what to say, and what to write once it is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field

from bot.answering.answer import Block
from bot.answering.messages import FALLBACK_LANGUAGE
from bot.channels.base import Redact, Responder
from bot.channels.kit.gate import Rules
from bot.channels.kit.offers import Choice, Offer, Remembered
from bot.channels.kit.port import SIGNS, File, Place, Shown
from bot.desk.store.asker import Asker
from bot.desk.store.choices import ChoiceTable
from bot.desk.store.conversations import Conversations
from bot.desk.store.database import Connection, open_database
from bot.desk.store.database import Place as DatabasePlace
from bot.desk.store.retention import KEPT_DAYS
from knowledge.evidence.models import Frozen

Keep = Callable[[Connection, tuple[str, ...]], None]
"""Writes what is to be kept, given what the channel calls the messages that were sent."""


def keep_nothing(connection: Connection, sent: tuple[str, ...]) -> None:
    """Where nothing is to be kept."""


@dataclass(frozen=True)
class Turn:
    """What the bot does about one thing that somebody did."""

    says: tuple[Shown | File, ...] = ()
    keep: Keep = keep_nothing
    instead_of: tuple[str, ...] = ()
    """Messages of the bot that what it says takes the place of."""
    removes: tuple[str, ...] = ()
    """Messages of the bot that are to go."""
    offer: Offer | None = None
    """What the last of what it says lets somebody choose."""
    scrubs: bool = False
    """Whether what was forgotten is to be overwritten on the disk."""


class DeskSettings(Frozen):
    """How a chat is served."""

    database: DatabasePlace
    rules: Rules = Rules()
    language: str | None = None
    """Of every answer to somebody who chose none; None: the language of the question."""
    kept_days: int = KEPT_DAYS


@dataclass(frozen=True)
class Writing:
    """Somebody was asked to write in their own words what is wrong with an answer."""

    answer: str
    complaint: str
    until: float


Person = tuple[str, str, str]
"""Chat, thread and person."""


@dataclass
class Room:
    """What the parts share; used from several threads."""

    channel: str
    responder: Responder
    redact: Redact
    settings: DeskSettings
    clock: Callable[[], float]
    latest: Remembered[Person, Offer] = field(default_factory=Remembered)
    """What each person was offered last."""
    under: Remembered[tuple[str, str], Offer] = field(default_factory=Remembered)
    """What each message of the bot offers, by chat and message."""
    writing: Remembered[Person, Writing] = field(default_factory=Remembered)

    @contextmanager
    def database(self) -> Iterator[Connection]:
        """A connection of its own for the block; raises what a database raises that cannot be used."""
        with closing(open_database(self.settings.database)) as connection:
            yield connection

    def asker(self, place: Place) -> Asker:
        """Who did something, as the database knows them."""
        return Asker(channel=self.channel, chat=place.chat, thread=place.thread, user=place.sender)

    def text(self, name: str, language: str, **slots: str) -> str:
        """One of the texts that every chat says."""
        return self.responder.command_text(name, language, sign=SIGNS[0], **slots)

    def hint(self, place: Place) -> str | None:
        """The language of the person's program, if it is spoken here."""
        tag = (place.language_hint or "").lower().partition("-")[0]
        tag = "nb" if tag == "no" else tag
        return tag if tag in self.responder.languages else None

    def language(self, connection: Connection | None, place: Place) -> str:
        """The language chosen, else that of the person's program or of the last answer."""
        chosen = last = None
        if connection is not None:
            chosen = ChoiceTable(connection).of(self.asker(place)).language
            last = Conversations(connection).get(self.asker(place)).language
        return chosen or self.hint(place) or last or self.settings.language or FALLBACK_LANGUAGE

    def say(self, name: str, language: str, choices: tuple[tuple[str, Choice], ...] = (), /,
            **slots: str) -> Turn:
        """A turn that says one of those texts, with what can be chosen: label and choice."""
        blocks = paragraphs(self.text(name, language, **slots))
        shown = Shown(blocks, language, tuple(label for label, _ in choices))
        offer = Offer(choices=tuple(choice for _, choice in choices), language=language) if choices else None
        return Turn((shown,), offer=offer)


def person_at(place: Place) -> Person:
    """Whose conversation a place is in."""
    return place.chat, place.thread, place.sender


def paragraphs(text: str) -> tuple[Block, ...]:
    """A text of the channel, as blocks."""
    return tuple(Block(kind="paragraph", text=part.strip()) for part in text.split("\n\n") if part.strip())
