"""Composing replies: a plan, or the lack of one, becomes an `Answer` in one language.

Every sentence comes from a card or from the language's messages; citations are numbered last, from one map.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.answer import Answer, AskedQuestion, Block, Citation, Notice, NoticeKind, Option, Statement, Status
from bot.messages import Messages
from bot.plan import Plan, discrepancies
from bot.sentences import claim_sentence, dated, estimate_line, locator_text, source_line
from knowledge.library import Library
from knowledge.models import Card, Certainty, Claim, Finding

STALE_AFTER_YEARS = 5


class _Sources:
    """Numbers the cards in the order they are first cited, and collects the claims cited from each."""

    def __init__(self) -> None:
        self.claims: dict[str, list[Claim]] = {}

    def number(self, card: str, claim: Claim | None = None) -> int:
        cited = self.claims.setdefault(card, [])
        if claim is not None and claim not in cited:
            cited.append(claim)
        return list(self.claims).index(card) + 1


def marks(numbers: Iterable[int]) -> str:
    """Citation marks behind a sentence: " [1][3]"."""
    return " " + "".join(f"[{number}]" for number in numbers)


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
    sources = _Sources()
    blocks: list[Block] = list(leading)
    statements: list[Statement] = []

    def say(reference: str, *, numbers_only: bool = False) -> str:
        card, claim = library.claims[reference]
        line = estimate_line(claim, messages, library.terminology) if numbers_only else ""
        text = line or claim_sentence(claim, messages, library.terminology)
        cited = (sources.number(card.id, claim),)
        statements.append(Statement(text=text, finding=claim.finding, certainty=claim.certainty, citations=cited))
        return text + marks(cited)

    short = " ".join(say(reference) for reference in plan.short)
    label = "" if urgent else messages.format("label-short")
    blocks.append(Block(kind="paragraph" if urgent else "short", label=label, text=short))
    blocks += [Block(kind="paragraph", text=text) for text in unstudied_groups(plan, question, library, messages)]
    numbers = [reference for reference in plan.short if library.claims[reference][1].is_coded]
    if numbers or plan.evidence:
        heading = "label-evidence" if plan.efficacy else "label-more"
        blocks.append(Block(kind="heading", text=messages.format(heading)))
        blocks += [Block(kind="bullet", text=say(reference, numbers_only=True)) for reference in numbers]
        blocks += [
            Block(kind="bullet", text=say(reference, numbers_only=library.claims[reference][1].is_coded))
            for reference in plan.evidence
        ]
    if plan.harms:
        harms = " ".join(say(reference) for reference in plan.harms)
        blocks.append(Block(kind="paragraph", label=messages.format("label-harms"), text=harms))
    differing = [] if urgent else discrepancies(plan, library)
    for position, reference in enumerate(differing):
        card, claim = library.claims[reference]
        assert claim.discrepancy is not None
        against = dict.fromkeys((card.id, *(other.split("#")[0] for other in claim.discrepancy.against)))
        cited = tuple(sources.number(other, claim if other == card.id else None) for other in against)
        text = claim.discrepancy.statement[messages.language]
        statements.append(
            Statement(text=text, finding=Finding.INCONSISTENT, certainty=Certainty.NOT_GRADED, citations=cited)
        )
        label = messages.format("label-conflict") if position == 0 else ""
        blocks.append(Block(kind="paragraph", label=label, text=text + marks(sorted(cited))))

    citations = _citations(sources, library, messages)
    blocks += _source_blocks(sources, library, messages)
    told = [] if urgent else source_notices(list(sources.claims), library, messages, today, bool(differing))
    blocks += [Block(kind="notice", text=notice.text) for notice in told if notice.kind != "conflicting_sources"]
    disclaimer = messages.format("disclaimer")
    blocks.append(Block(kind="disclaimer", text=disclaimer))
    return Answer(
        status="urgent" if urgent else "answered",
        language=messages.language,
        question=question,
        blocks=tuple(blocks),
        statements=tuple(statements),
        citations=citations,
        options=tuple(options),
        notices=tuple(told),
        disclaimer=disclaimer,
        plan=plan,
    )


def unstudied_groups(plan: Plan, question: AskedQuestion, library: Library, messages: Messages) -> list[str]:
    """That no claim shown speaks of a group of people who were asked about, one sentence a group."""
    terminology = library.terminology
    spoken_of = {concept for reference in plan.claims for concept in library.claims[reference][1].concepts}
    silent = (
        concept
        for concept in question.concepts
        if concept in terminology
        and terminology.kind(concept) == "population"
        and not any(terminology.related(concept, named) for named in spoken_of)
    )
    return [messages.format("nothing-on-group", group=terminology.label(one, messages.language)) for one in silent]


def compose_sources(
    cards: Sequence[str], question: AskedQuestion, library: Library, messages: Messages, options: Sequence[Option] = ()
) -> Answer:
    """The list of sources as an answer of its own."""
    sources = _Sources()
    statements = []
    for identifier in cards:
        card = library.cards[identifier]
        text = messages.format(
            "statement-source",
            title=card.source.title.rstrip("."),
            kind=messages.format(f"kind-{card.kind}"),
            dated=dated(card, messages),
        )
        statements.append(
            Statement(
                text=text,
                finding=Finding.DESCRIPTIVE,
                certainty=Certainty.NOT_GRADED,
                citations=(sources.number(identifier),),
            )
        )
    notes = [
        Block(kind="bullet", text=card.source.standing_note[messages.language] + marks((sources.number(card.id),)))
        for card in map(library.cards.__getitem__, cards)
        if card.source.standing_note
    ]
    disclaimer = messages.format("disclaimer")
    blocks = [
        Block(kind="short", text=messages.format("short-sources")),
        *_source_blocks(sources, library, messages, heading=False),
        *notes,
        Block(kind="disclaimer", text=disclaimer),
    ]
    return Answer(
        status="answered",
        language=messages.language,
        question=question,
        blocks=tuple(blocks),
        statements=tuple(statements),
        citations=_citations(sources, library, messages),
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
        blocks=(*blocks, Block(kind="disclaimer", text=disclaimer)),
        options=tuple(options),
        disclaimer=disclaimer,
        country_choices=tuple(country_choices),
    )


def notice(kind: NoticeKind, messages: Messages, **slots: str) -> Notice:
    """A notice in the reader's language."""
    return Notice(kind=kind, text=messages.format(f"notice-{kind}", **slots))


def citation(number: int, card: Card, claims: list[Claim], messages: Messages) -> Citation:
    """A source as an answer numbers it, with where in it the claims stand."""
    return Citation(
        number=number,
        card=card.id,
        kind=card.kind,
        title=card.source.title,
        publisher=card.source.publisher,
        year=card.source.year or card.evidence_year,
        url=card.source.url,
        locator=locator_text(claims, messages),
        version=card.version,
    )


def _citations(sources: _Sources, library: Library, messages: Messages) -> tuple[Citation, ...]:
    cited = enumerate(sources.claims.items(), start=1)
    return tuple(citation(number, library.cards[card], claims, messages) for number, (card, claims) in cited)


def _source_blocks(sources: _Sources, library: Library, messages: Messages, *, heading: bool = True) -> list[Block]:
    blocks = [Block(kind="heading", text=messages.format("label-sources"))] if heading else []
    for number, (identifier, claims) in enumerate(sources.claims.items(), start=1):
        line = source_line(library.cards[identifier], locator_text(claims, messages), messages)
        blocks.append(Block(kind="source", text=f"[{number}] {line}"))
    return blocks


def source_notices(
    cards: Sequence[str], library: Library, messages: Messages, today: date, conflicting: bool
) -> list[Notice]:
    """What the reader must know of the sources together: their age, their disagreement, their review state."""
    used: list[Card] = [library.cards[card] for card in cards]
    notices = []
    years = [card.evidence_year for card in used if card.evidence_year]
    if years and today.year - max(years) > STALE_AFTER_YEARS:
        notices.append(notice("stale_source", messages, year=str(max(years))))
    if conflicting:
        notices.append(notice("conflicting_sources", messages))
    if any(card.review_state != "reviewed" for card in used):
        notices.append(notice("unreviewed_card", messages))
    return notices
