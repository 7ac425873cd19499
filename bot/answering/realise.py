"""Composing replies: a plan, or the lack of one, becomes an `Answer` in one language.

Every sentence comes from a card or from the language's messages; citations are numbered last, from one map.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.answering.answer import (
    Answer,
    AnsweredAsk,
    AskedQuestion,
    Block,
    Citation,
    Option,
    Statement,
    Status,
)
from bot.answering.composition import Composition, marks
from bot.answering.messages import Messages
from bot.answering.sections import SECTIONS
from bot.answering.sections.sources import source_blocks
from bot.answering.select import Plan
from bot.answering.sentences import dated, locator_text
from knowledge.evidence.library import Library
from knowledge.evidence.models import Card, Certainty, Finding, Locator


def compose(
    plan: Plan,
    question: AskedQuestion,
    library: Library,
    messages: Messages,
    today: date,
    options: Sequence[Option] = (),
    *,
    leading: Sequence[Block] = (),
    urgent: bool = False,
) -> Answer:
    """The answer a plan stands for, after the `leading` blocks; an urgent one says no more than it must."""
    composition = Composition(plan, question, library, messages, today, urgent=urgent)
    blocks = [block for section in SECTIONS for block in section(composition)]
    asks = tuple(AnsweredAsk(ask=part.ask, answered=part.answered) for part in plan.parts)
    return Answer(
        status="urgent" if urgent else "answered",
        language=messages.language,
        question=question.model_copy(update={"patient": plan.patient, "asks": asks}),
        blocks=(*leading, *blocks),
        statements=tuple(composition.statements),
        citations=_citations(composition),
        options=tuple(options),
        notices=tuple(composition.notices),
        disclaimer=messages.format("disclaimer"),
        plan=plan,
    )


def compose_sources(
    cards: Sequence[str],
    question: AskedQuestion,
    library: Library,
    messages: Messages,
    today: date,
    options: Sequence[Option] = (),
) -> Answer:
    """The list of sources as an answer of its own."""
    composition = Composition(Plan(parts=()), question, library, messages, today, urgent=False)
    statements = []
    for identifier in cards:
        card = library.source(identifier)
        text = messages.format(
            "statement-source",
            title=card.source.title.rstrip("."),
            kind=messages.format(f"kind-{card.kind}"),
            dated=dated(card, messages),
        )
        numbers = (composition.number(identifier),)
        statements.append(
            Statement(text=text, finding=Finding.DESCRIPTIVE, certainty=Certainty.NOT_GRADED, citations=numbers)
        )
    notes = [
        Block(
            kind="bullet",
            text=card.source.standing_note[messages.language] + marks((composition.number(card.id),)),
            section="sources",
        )
        for card in map(library.source, cards)
        if card.source.standing_note
    ]
    disclaimer = messages.format("disclaimer")
    blocks = [
        Block(kind="short", text=messages.format("short-sources")),
        *source_blocks(composition, heading=False),
        *notes,
        Block(kind="disclaimer", text=disclaimer, section="sources"),
    ]
    return Answer(
        status="answered",
        language=messages.language,
        question=question,
        blocks=tuple(blocks),
        statements=tuple(statements),
        citations=_citations(composition),
        options=tuple(options),
        disclaimer=disclaimer,
    )


def plain_answer(
    status: Status,
    question: AskedQuestion,
    messages: Messages,
    blocks: Sequence[Block],
    *,
    options: Sequence[Option] = (),
    country_choices: Sequence[str] = (),
) -> Answer:
    """An answer that states no evidence: not covered, asking back, or numbers to call."""
    disclaimer = messages.format("disclaimer")
    return Answer(
        status=status,
        language=messages.language,
        question=question,
        blocks=(*blocks, Block(kind="disclaimer", text=disclaimer, section="sources")),
        options=tuple(options),
        disclaimer=disclaimer,
        country_choices=tuple(country_choices),
    )


def citation(number: int, card: Card, places: Sequence[Locator], messages: Messages) -> Citation:
    """A source as an answer numbers it, with where in it what is cited stands."""
    return Citation(
        number=number,
        card=card.id,
        kind=card.kind,
        title=card.source.title,
        publisher=card.source.publisher,
        year=card.source.year or card.evidence_year,
        url=card.source.url,
        locator=locator_text(places, messages),
        version=card.version,
    )


def _citations(composition: Composition) -> tuple[Citation, ...]:
    cited = enumerate(composition.cited.items(), start=1)
    source = composition.library.source
    return tuple(citation(number, source(card), places, composition.messages) for number, (card, places) in cited)
