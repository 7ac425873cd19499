"""What requests carry and what answers to them carry; the description at /openapi.json is made from these models.

`ContractAnswer` describes `Answer.contract_json`; the bodies hold that JSON as it is.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints, WithJsonSchema, model_validator
from pydantic.config import JsonDict

from bot.answering.answer import Notice, Section, Statement, Status, Wish
from bot.desk.store.feedback import Report
from knowledge.directory.countries import ALIASES, country_code, country_codes
from knowledge.evidence.models import CardKind, Frozen, Intent
from knowledge.languages import LANGUAGES
from retrieval.ask import Ask, Because, Level

LONGEST_QUESTION = 4000
LONGEST_REASON = 2000


def _spoken(language: str) -> str:
    """Refuse a language that is not spoken here."""
    if language not in LANGUAGES:
        raise ValueError(f"not spoken here; use one of {', '.join(LANGUAGES)}, or leave it out")
    return language


Language = Annotated[str, AfterValidator(_spoken), WithJsonSchema({"type": "string", "enum": list(LANGUAGES)})]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2}$"), AfterValidator(country_code),
                    WithJsonSchema({"type": "string", "enum": sorted({*country_codes(), *ALIASES})})]
ConversationId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:@=+-]{0,127}$")]
"""Any name for a conversation; a digest of it is kept, not the name."""


_SOMETHING_ASKED: JsonDict = {"anyOf": [
    {"required": ["question"], "properties": {"question": {"type": "string", "pattern": r"[^\s\x1c-\x1f\x85]"}}},
    {"required": ["ask"], "properties": {"ask": {"type": "object"}}},
]}


class QuestionBody(Frozen):
    """One question of one person."""

    model_config = ConfigDict(json_schema_extra=_SOMETHING_ASKED)

    question: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_QUESTION)] = Field(
        default="", description="The question as it was asked, in any language."
    )
    ask: Ask | None = Field(
        default=None, description="What is asked, in codes: the `ask` of an option, in place of `question`."
    )
    language: Language | None = Field(
        default=None, description="Language tag to answer in; left out: the language of the question."
    )
    country: Country | None = Field(
        default=None, description="Country (ISO 3166, two letters) whose emergency and information services are named."
    )
    conversation: ConversationId | None = Field(
        default=None,
        description="The `conversation` of an earlier answer, or a name of your own for this person in this thread. "
        "Left out: a new conversation begins.",
    )
    nobody_in_danger: bool = Field(
        default=False,
        description="Whether the person chose one of `calm_questions`, having been shown the numbers to call.",
    )

    @model_validator(mode="after")
    def asks_something(self) -> Self:
        """Refuse a body that asks nothing."""
        if not self.question and self.ask is None:
            raise ValueError("give `question` or `ask`")
        return self


class FeedbackBody(Frozen):
    """What somebody thinks of an answer."""

    kind: Literal["helpful", "not_helpful", "error"]
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_REASON)] = Field(
        default="", description="Why, in a sentence; identifiers of patients are taken out before it is kept."
    )


class ContractCitation(Frozen):
    """One source, as the answer numbers it."""

    number: int = Field(ge=1)
    card: str
    kind: CardKind
    title: str
    publisher: str
    year: int | None
    url: str | None
    locator: str


class ContractOption(Frozen):
    """A next question one tap away."""

    label: str
    question: str
    ask: dict[str, Any] = Field(description="What choosing it asks, in codes; empty for a wish such as the sources.")


class ContractAsk(Frozen):
    """One part of the question: typed, carried over from the conversation, or owed to a fact of the patient."""

    intent: Intent
    medicines: tuple[str, ...]
    with_: tuple[str, ...] = Field(alias="with")
    condition: str | None
    populations: tuple[str, ...]
    because: Because
    answered: bool
    conditions: tuple[str, ...] = Field(default=(), description="All conditions, where there are several.")
    routes: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    instead_of: tuple[str, ...] = Field(default=(), description="Medicines that another treatment is asked for.")
    cards: tuple[str, ...] = Field(default=(), description="Sources the question names.")
    level: Level | None = None
    direction: Literal["helps", "causes"] | None = None


class ContractQuestion(Frozen):
    """How the question was understood, identifiers taken out."""

    text: str
    language: str
    intent: Intent
    concepts: tuple[str, ...]
    patient: dict[str, Any] = Field(description="The facts of the patient that were stated, and no others.")
    asks: tuple[ContractAsk, ...]


class ContractAnswer(Frozen):
    """A whole reply; `text` is what a reader sees first, the rest says what it is made of."""

    status: Status
    language: str
    question: ContractQuestion
    text: str
    sections: tuple[Section, ...]
    statements: tuple[Statement, ...]
    citations: tuple[ContractCitation, ...]
    options: tuple[ContractOption, ...]
    notices: tuple[Notice, ...]
    disclaimer: str


class Links(Frozen):
    """Where more about an answer is to be had; null where there is nothing."""

    sources: str | None = None
    figures: str | None = None
    draft_docx: str | None = None
    draft_pdf: str | None = None
    feedback: str


class AnswerGiven(Frozen):
    """An answer and what can be done with it."""

    id: str | None = Field(description="Names the answer in other requests; null where it could not be kept.")
    conversation: str = Field(description="Send it with the next question of the same person.")
    answer: ContractAnswer
    country_choices: tuple[str, ...] = Field(
        description="Countries to offer where an emergency reply did not know the asker's; ask again with one."
    )
    calm_questions: tuple[str, ...] = Field(
        description="Questions among `answer.options` that say nobody is in danger; send `nobody_in_danger` with them."
    )
    wish: Wish | None = Field(description="What the message asked of the chat program rather than of the library.")
    links: Links | None


class AnswerAlone(Frozen):
    """An answer that is no turn of a conversation."""

    answer: ContractAnswer


class FigureLink(Frozen):
    """One picture of an answer."""

    name: str
    caption: str
    url: str


class Figures(Frozen):
    """The pictures of an answer; none where its claims hold no figures to draw."""

    figures: tuple[FigureLink, ...]


class Held(Frozen):
    """All that is kept of a conversation."""

    held: dict[str, Any] = Field(description="Rows by table; `user` is the digest that they are kept under.")


class Forgotten(Frozen):
    """What was deleted: how many rows of which kind."""

    forgotten: dict[str, int]
    scrubbed: bool = Field(
        description="Whether the file was written anew, so that no copy is left in it; otherwise that happens later."
    )


class CardLink(Frozen):
    """One card of the library."""

    id: str
    version: int
    title: str
    description: str
    url: str


class CardList(Frozen):
    """Every card of the library."""

    cards: tuple[CardLink, ...]


class CorrectionDue(Frozen):
    """Somebody to be told that a source behind their answer is no longer what it was."""

    answer: str
    card: str
    change: Literal["changed", "withdrawn"]
    language: str
    text: str = Field(description="What to tell them, in the language of the answer.")


class CorrectionsDue(Frozen):
    """Everybody to be told."""

    corrections: tuple[CorrectionDue, ...]


class ReportTold(Frozen):
    """A report that was made."""

    reason: str
    is_closed: bool = Field(description="Whether the reviewers have dealt with it.")
    reply: str = Field(description="What they replied; empty where they have not.")

    @classmethod
    def of(cls, report: Report) -> ReportTold:
        """A report as the one who made it is told of it."""
        return cls(reason=report.reason, is_closed=report.closed is not None, reply=report.reply)


class Reports(Frozen):
    """The reports on an answer."""

    reports: tuple[ReportTold, ...]


class Received(Frozen):
    """What was sent has arrived."""

    received: bool = True
