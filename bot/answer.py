"""What goes into the assistant and what comes out: enquiry, conversation, answer.

The fields of `Answer` that `contract_json` writes are the public contract; `blocks` is the same reply cut into the
pieces a channel needs to lay it out. Nothing here composes or sends anything.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from bot.plan import Plan
from knowledge.models import CardKind, Certainty, Finding, Frozen, Intent

Status = Literal["answered", "clarify", "not_covered", "urgent"]
NoticeKind = Literal[
    "patient_identifier", "stale_source", "conflicting_sources", "machine_translated", "unreviewed_card"
]
Wish = Literal["figure", "draft", "not_helpful", "report_error", "new_subject"]
"""What a message asks of the channel rather than of the library."""


class Enquiry(Frozen):
    """One message of a person, with what is known about who asks."""

    text: str
    language: str | None = None
    """The language the asker chose to be answered in; None: the language of the message."""
    language_hint: str | None = None
    """A weak hint, such as the language of the asker's app."""
    country: str | None = None
    """ISO 3166 code the asker or the chat has set; never guessed from the language."""
    nobody_in_danger: bool = False
    """Whether the asker, shown the numbers to call, said that nobody is in danger; plain words of it still count."""


class AskedQuestion(Frozen):
    """How the question was understood; `text` is redacted."""

    text: str
    language: str
    intent: Intent
    concepts: tuple[str, ...] = ()


class Statement(Frozen):
    """One sentence of the answer with what it rests on."""

    text: str
    finding: Finding
    certainty: Certainty
    citations: tuple[int, ...] = Field(min_length=1)


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
    """A next question one tap away: `label` on the button, `question` as if typed."""

    label: str
    question: str
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
        """The reply as a reader sees it, in plain text."""
        return plain_text(self.blocks)

    def contract_json(self) -> dict[str, Any]:
        """The answer as the contract's JSON object."""
        hidden: Any = {
            "blocks": True,
            "country_choices": True,
            "plan": True,
            "wish": True,
            "citations": {"__all__": {"version"}},
            "options": {"__all__": {"calm"}},
        }
        fields = self.model_dump(mode="json", exclude=hidden)
        return {
            "status": fields.pop("status"),
            "language": fields.pop("language"),
            "question": fields.pop("question"),
            "text": self.text,
            **fields,
        }


def plain_text(blocks: tuple[Block, ...]) -> str:
    """The blocks as plain text: bullets on lines of their own, an empty line before anything else."""
    lines: list[str] = []
    for previous, block in zip((None, *blocks), blocks, strict=False):
        tight = previous is not None and block.kind in ("bullet", "source") and previous.kind in (block.kind, "heading")
        if previous is not None and not tight:
            lines.append("")
        mark = "• " if block.kind == "bullet" else ""
        label = f"{block.label} " if block.label else ""
        lines.append(f"{mark}{label}{block.text}".rstrip())
    return "\n".join(lines)
