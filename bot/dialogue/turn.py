"""One turn of a conversation: the message, and what each step has made of it so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.answering.answer import Answer, Enquiry, Notice, Option
from bot.answering.messages import Messages
from bot.answering.select import Plan
from bot.dialogue.state import Conversation
from bot.reading.language import Detection, Detector
from bot.reading.reader import Reader
from bot.reading.several import Wanted
from bot.reading.understanding import Understood
from bot.safety.danger import QuestionVectors, UrgentSign
from bot.safety.toxic_signs import ToxicSigns
from knowledge.directory.services import ServicesDirectory
from knowledge.evidence.library import Library
from knowledge.languages import Language
from knowledge.terminology.linking import Recogniser
from retrieval.answerable import Judgement
from retrieval.ask import Ask
from retrieval.quotations import QuotationSearch, Quoted
from retrieval.search import SearchBackend


@dataclass(frozen=True)
class Resources:
    """What the steps work with; read once, changed by nobody."""

    library: Library
    languages: Mapping[str, Language]
    services: ServicesDirectory
    recogniser: Recogniser
    search: SearchBackend
    reader: Reader
    detector: Detector
    clock: Callable[[], datetime]
    country: str | None
    """The country assumed of an asker whose country is not set."""
    encoder: QuestionVectors | None
    """Helps to recognise danger and what is asked; without one both are recognised by words alone."""
    toxic_signs: ToxicSigns
    """The gravest signs of too much of each medicine, as claims name them."""
    country_names: tuple[tuple[str, str], ...]
    """What people call each country whose services are listed, the longer names first."""
    quotations: QuotationSearch | None
    """Finds what to quote of documents; None where there are none."""
    ordinary: frozenset[str]
    """Folded words without a subject of their own."""


@dataclass(frozen=True)
class Turn:
    """A message on its way; each step gives the next with its own fields filled."""

    enquiry: Enquiry
    before: Conversation
    """The conversation so far, with what this message says of it (another language, another country)."""
    now: datetime
    """When it is asked; see `Enquiry.at`."""
    text: str = ""
    """The message without identifiers; the question of an option, where one was picked."""
    chosen: Ask | None = None
    """The ask of the option that was picked."""
    picked: bool = False
    """Whether an option that was offered was picked."""
    notices: tuple[Notice, ...] = ()
    removed: bool = False
    """Whether an identifier was taken out."""
    sign: UrgentSign | None = None
    detection: Detection | None = None
    messages: Messages | None = None
    country: str | None = None
    country_told: str | None = None
    """The country where the message says that the asker works."""
    only_country: bool = False
    """Whether it says nothing else."""
    understood: Understood | None = None
    owed: tuple[Ask, ...] = ()
    quoted: tuple[Quoted | None, ...] = ()
    """For each ask what a document says to it, where no claim answers it or the document adds to the claims."""
    quoted_as_owed: tuple[tuple[Ask, Quoted], ...] = ()
    """What documents say on facts of the patient that meet a medicine asked about."""
    found: tuple[tuple[Wanted, Judgement | None], ...] = ()
    """Each ask with what was found for it; None where a fact rules an answer out whatever the wording."""
    plan: Plan | None = None
    further_options: tuple[Option, ...] = ()
    """Other readings of the message, offered before what may follow the answer."""
    answer: Answer | None = None
    """Set by the step that ends the turn."""
    asked_back: bool = False
    aside: bool = False
    """Whether the turn was about the conversation itself, so that its subject stays what it was."""
    is_urgent: bool = False

    def with_(self, **changes: Any) -> Turn:
        """The turn with fields filled."""
        return replace(self, **changes)

    @property
    def asked_in(self) -> str:
        """The language the message is read in."""
        assert self.detection is not None
        return self.detection.language
