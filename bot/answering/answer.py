"""What goes into the assistant and what comes out: enquiry, conversation, answer.

The fields of `Answer` that `contract_json` writes are the public contract; `blocks` is the same reply cut into the
pieces a channel needs to lay it out. Nothing here composes or sends anything.
"""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from typing import Any, Literal

from pydantic import Field

from bot.answering.select import Plan
from bot.reading.model import Patient
from knowledge.evidence.models import CardKind, Certainty, Finding, Frozen, Intent
from retrieval.ask import Ask

Status = Literal["answered", "clarify", "not_covered", "urgent"]
NoticeKind = Literal[
    "patient_identifier", "stale_source", "conflicting_sources", "machine_translated", "unreviewed_card", "quotation"
]
SectionKind = Literal["patient", "safety", "answer", "not_in_sources", "more", "sources"]
Wish = Literal["figure", "draft", "not_helpful", "report_error", "new_subject"]
"""What a message asks of the channel rather than of the library."""


class Enquiry(Frozen):
    """One message of a person, with what is known about who asks."""

    text: str
    ask: Ask | None = None
    """What is asked, in codes, where an option was chosen: the text is then only how it was put."""
    language: str | None = None
    """The language the asker chose to be answered in; None: the language of the message."""
    language_hint: str | None = None
    """A weak hint, such as the language of the asker's app."""
    country: str | None = None
    """ISO 3166 code the asker or the chat has set; never guessed from the language."""
    at: datetime | None = None
    """When it is asked; None: now. Without a zone it is meant by the clock of the country whose lines are shown."""
    nobody_in_danger: bool = False
    """Whether the asker, shown the numbers to call, said that nobody is in danger; plain words of it still count."""
    redacted: bool = False
    """Whether identifiers were taken out of the text before it came here."""


def local_now() -> datetime:
    """The time, with the zone of the machine."""
    return datetime.now().astimezone()


class AnsweredAsk(Frozen):
    """One part of the question, and whether the reply answers it."""

    ask: Ask
    answered: bool


class AskedQuestion(Frozen):
    """How the question was understood; `text` is redacted. Intent and concepts sum up the first ask."""

    text: str
    language: str
    intent: Intent
    concepts: tuple[str, ...] = ()
    patient: Patient = Patient()
    asks: tuple[AnsweredAsk, ...] = ()

    def contract_json(self) -> dict[str, Any]:
        """The question as the contract's JSON object: of the patient only what was stated."""
        return {
            **self.model_dump(mode="json", include={"text", "language", "intent", "concepts"}),
            "patient": self.patient.stated(),
            "asks": [
                {**one.ask.contract_json(), "answered": one.answered} for one in self.asks
            ],
        }


class Statement(Frozen):
    """One sentence of the answer with what it rests on."""

    text: str
    finding: Finding
    certainty: Certainty
    citations: tuple[int, ...] = Field(min_length=1)
    quoted: str | None = None
    """The language of a sentence that is the source's own, in quotation marks; None for one of ours."""


class Citation(Frozen):
    """One source, as the answer numbers it."""

    number: int = Field(ge=1)
    card: str
    kind: CardKind
    title: str
    publisher: str
    year: int | None
    url: str | None
    locator: str
    version: int = Field(default=1, ge=1)
    """Version of the card; kept with the answer, no part of the contract."""


class Option(Frozen):
    """A next question one tap away: `label` on the button, `ask` what it asks, `question` the same in words."""

    label: str
    question: str
    ask: Ask | None = None
    """What choosing it asks; None where it is a wish about the conversation, such as "show the sources"."""
    calm: bool = False
    """Whether choosing it says that nobody is in danger; a channel then asks with `Enquiry.nobody_in_danger`."""


class Notice(Frozen):
    """Something the reader must know about the answer or the question."""

    kind: NoticeKind
    text: str


class Block(Frozen):
    """A piece of the reply: what it is, an optional bold label in front, and its text (plain, no markup)."""

    kind: Literal["urgent", "short", "heading", "bullet", "paragraph", "source", "notice", "disclaimer"]
    text: str
    label: str = ""
    section: SectionKind = "answer"
    url: str = ""
    """The address of the source that it names, which stands in its text too."""
    folded: bool = False
    """Whether it is shown only to readers who ask for more."""


class Section(Frozen):
    """One section of the reply, as the contract has it."""

    kind: SectionKind
    text: str
    folded: bool


class Answer(Frozen):
    """A whole reply."""

    status: Status
    language: str
    question: AskedQuestion
    blocks: tuple[Block, ...]
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    options: tuple[Option, ...] = ()
    notices: tuple[Notice, ...] = ()
    disclaimer: str
    country_choices: tuple[str, ...] = ()
    """Countries to offer as buttons where an emergency reply did not know the asker's."""
    plan: Plan | None = None
    """The claims the answer was made of, so that it can be made again; None where it states no evidence."""
    wish: Wish | None = None
    """What the asker wants of the channel; the text is for channels that cannot give it."""

    @property
    def text(self) -> str:
        """The reply as a reader first sees it, in plain text."""
        return plain_text(self.shown)

    @property
    def shown(self) -> tuple[Block, ...]:
        """The blocks that a reader sees at once."""
        return tuple(block for block in self.blocks if not block.folded)

    @property
    def folded(self) -> tuple[Block, ...]:
        """The blocks for readers who ask for more."""
        return tuple(block for block in self.blocks if block.folded)

    @property
    def full_text(self) -> str:
        """The whole reply in plain text, what is folded in its place."""
        return plain_text(self.blocks)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The reply in its sections, in order; one that is folded in part counts as two."""
        runs = groupby(self.blocks, key=lambda block: (block.section, block.folded))
        return tuple(
            Section(kind=kind, text=plain_text(tuple(blocks)), folded=folded) for (kind, folded), blocks in runs
        )

    def contract_json(self) -> dict[str, Any]:
        """The answer as the contract's JSON object."""
        cited = {"__all__": {"number", "card", "kind", "title", "publisher", "year", "url", "locator"}}
        included: Any = {"statements": True, "citations": cited, "notices": True}
        fields = self.model_dump(mode="json", include=included)
        told = [{name: of for name, of in said.items() if name != "quoted" or of} for said in fields["statements"]]
        return {
            "status": self.status,
            "language": self.language,
            "question": self.question.contract_json(),
            "text": self.text,
            "sections": [section.model_dump(mode="json") for section in self.sections],
            "statements": told,
            "citations": fields["citations"],
            "options": [
                {
                    "label": option.label,
                    "question": option.question,
                    "ask": option.ask.contract_json() if option.ask else {},
                }
                for option in self.options
            ],
            "notices": fields["notices"],
            "disclaimer": self.disclaimer,
        }


def is_tight(previous: Block, block: Block) -> bool:
    """Whether a block stands on the next line, without an empty one between."""
    return block.kind in ("bullet", "source") and previous.kind in (block.kind, "heading")


def plain_text(blocks: tuple[Block, ...]) -> str:
    """The blocks as plain text: bullets on lines of their own, an empty line before anything else."""
    lines: list[str] = []
    for previous, block in zip((None, *blocks), blocks, strict=False):
        if previous is not None and not is_tight(previous, block):
            lines.append("")
        mark = "• " if block.kind == "bullet" else ""
        label = f"{block.label} " if block.label else ""
        lines.append(f"{mark}{label}{block.text}".rstrip())
    return "\n".join(lines)
