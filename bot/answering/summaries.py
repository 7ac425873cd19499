"""Summaries of single cards: what one source says, short enough for a chat, and finding cards by a few words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from bot.answering.answer import Answer, AskedQuestion, Block, Statement
from bot.answering.composition import marks
from bot.answering.messages import Messages, sentence_case
from bot.answering.realise import citation
from bot.answering.sections.sources import notices_on, overtaken
from bot.answering.sentences import claim_sentence, dated, estimate_line, locator_text, source_line
from bot.answering.word_search import WordSearch, every_card
from knowledge.evidence.library import Library
from knowledge.evidence.models import Card, CardKind, Claim, Finding, Frozen, Intent
from knowledge.terminology.linking import Recogniser

MOST_LETTERS = 1500
"""Length of a whole summary; one claim is shown however long it is."""
MOST_CLAIMS = 5
LONGEST_DESCRIPTION = 100
LONGEST_SEARCH = 200
"""Letters of a search that are read; chat apps send no more than 256."""
SEARCHED_KINDS = ("medicine", "condition", "population")
MUST_SHARE = ("medicine", "condition")
"""Kinds a card must speak of where the search names one: nothing on something near it is offered instead."""


class CardSummary(Frozen):
    """One card to choose from a list, with the summary that is inserted when it is chosen."""

    card: str
    title: str
    description: str
    answer: Answer


class CardListed(Frozen):
    """One card in a list, in a language: what it is, and nothing of what it says."""

    id: str
    kind: CardKind
    kind_name: str
    state: Literal["draft", "reviewed", "withdrawn"]
    title: str
    year: int | None
    known_until: int | None = None
    """The year up to which it knew the literature; None where it does not say."""
    replaced_by: str = ""
    """The card of the same work that answers in its place."""
    answers: bool = True
    """Whether answers rest on it."""


class ClaimTold(Frozen):
    """One claim of a card, in a language."""

    id: str
    sentence: str
    numbers: str
    """What was measured; empty where the sentence says it or the source gives none."""
    place: str
    """Where in the source it stands."""


class CardTold(Frozen):
    """A whole card, in a language."""

    id: str
    kind: CardKind
    kind_name: str
    version: int
    state: Literal["draft", "reviewed", "withdrawn"]
    title: str
    source: str
    """The line that describes its source."""
    url: str | None
    year: int | None
    claims: tuple[ClaimTold, ...]
    replaced_by: str = ""
    """The card of the same work that answers in its place."""
    answers: bool = True
    """Whether answers rest on it."""
    why: str = ""
    """Why it was withdrawn, in the words of whoever did it."""


def tell_card(card: Card, library: Library, messages: Messages) -> CardTold:
    """All that a card says."""
    return CardTold(
        id=card.id,
        kind=card.kind,
        kind_name=messages.format(f"kind-{card.kind}"),
        version=card.version,
        state=card.review_state,
        title=card.source.title.rstrip("."),
        source=source_line(card, "", messages),
        url=card.source.url,
        year=card.source.year,
        replaced_by=library.replaced.get(card.id, ""),
        answers=card.id in library.cards,
        why=next((change.why or "" for change in reversed(card.history) if change.what == "withdrawn"), "")
        if card.review_state == "withdrawn" else "",
        claims=tuple(
            ClaimTold(
                id=claim.id,
                sentence=claim_sentence(claim, messages, library.terminology),
                numbers=estimate_line(claim, messages, library.terminology),
                place=locator_text([claim.locator], messages),
            )
            for claim in card.claims
            if not claim.open
        ),
    )


def compose_summary(
    card: Card, library: Library, messages: Messages, today: date, concepts: frozenset[str] = frozenset()
) -> Answer:
    """What the card says first of all, or of the concepts given, with its source and what to know of it."""
    mark = marks((1,))
    note = card.source.standing_note.get(messages.language, "")
    told = notices_on([card], [card], messages, today.year, conflicting=False)
    told += overtaken([card], library.outdated, messages, today)
    disclaimer = messages.format("disclaimer")
    known = [Block(kind="notice", text=note + mark)] if note else []
    weak = card.kind is CardKind.CONSUMER_ARTICLE
    heading = Block(kind="heading", text=card.source.title.rstrip("."))

    sentences: dict[str, str] = {}

    def sentence_of(claim: Claim) -> str:
        if claim.id not in sentences:
            sentences[claim.id] = claim_sentence(claim, messages, library.terminology)
        return sentences[claim.id]

    def laid_out(claims: list[Claim]) -> tuple[Block, ...]:
        said = [Block(kind="bullet", text=sentence_of(claim) + mark) for claim in claims]
        # By sections alone: the first words of every place would leave no room for what the card says of harms.
        sections = [claim.locator.model_copy(update={"begins": ""}) for claim in claims]
        source = f"[1] {source_line(card, locator_text(sections, messages), messages)}"
        return (
            heading,
            *(known if weak else ()),
            *said,
            *(() if weak else known),
            *(Block(kind="notice", text=notice.text) for notice in told),
            Block(kind="source", text=source),
            Block(kind="disclaimer", text=disclaimer),
        )

    ordered = _telling(card, library, concepts)
    chosen = ordered[:1]
    for claim in ordered[1:MOST_CLAIMS]:
        if sum(len(block.text) for block in laid_out([*chosen, claim])) <= MOST_LETTERS:
            chosen.append(claim)
    statements = [
        Statement(text=sentence_of(claim), finding=claim.finding, certainty=claim.certainty, citations=(1,))
        for claim in chosen
    ]
    return Answer(
        status="answered",
        language=messages.language,
        question=AskedQuestion(
            text="", language=messages.language, intent=Intent.OTHER, concepts=tuple(sorted(concepts))
        ),
        blocks=laid_out(chosen),
        statements=tuple(statements),
        citations=(citation(1, card, [claim.locator for claim in chosen], messages),),
        notices=tuple(told),
        disclaimer=disclaimer,
    )


def _telling(card: Card, library: Library, concepts: frozenset[str]) -> list[Claim]:
    """The claims fit for a summary, the most telling first: one of each subject, those on the concepts before others.

    Where the card weighs an effect, what it says of harms follows the first claim, so that no benefit stands alone.
    """
    leads = [claim for claim in card.claims if claim.lead] or list(card.claims)
    kin = _kin(library, concepts)
    leads.sort(key=lambda claim: -_shared(claim, kin))
    first_of_subject = {_subject(claim): claim for claim in reversed(leads)}
    ordered = [claim for claim in leads if claim in first_of_subject.values()]
    harms = [c for c in ordered if c.intent is Intent.ADVERSE_EFFECTS and c.finding is Finding.HARM]
    if harms and ordered[0].intent is Intent.EFFICACY:
        ordered.remove(harms[0])
        ordered.insert(1, harms[0])
    return ordered


def _subject(claim: Claim) -> tuple[object, ...]:
    return claim.intent, claim.finding, claim.populations, claim.conditions


def _shared(claim: Claim, kin: Iterable[frozenset[str]]) -> int:
    """Of how many concepts, each given with its kin, the claim speaks."""
    return sum(not claim.concepts.isdisjoint(related) for related in kin)


def _kin(library: Library, concepts: Iterable[str]) -> list[frozenset[str]]:
    """Each concept with its wider and narrower ones; "any disease" is neither."""
    return [library.terminology.kin(concept) - {"disease"} for concept in concepts]


def find_summaries(
    text: str, library: Library, recogniser: Recogniser, messages: Messages, today: date, limit: int
) -> list[CardSummary]:
    """Summaries of the cards that speak of what the text names, the nearest first; all cards for an empty text."""
    cards, concepts = _found(text, messages.language, library, recogniser)
    return [
        CardSummary(
            card=card.id,
            title=card.source.title.rstrip("."),
            description=_description(card, messages),
            answer=compose_summary(card, library, messages, today, concepts),
        )
        for card in cards[:limit]
    ]


def list_cards(
    text: str, library: Library, recogniser: Recogniser, messages: Messages, search: WordSearch
) -> list[CardListed]:
    """The same cards, all of them, then what else the library holds that speaks of it, or of something whose name or
    title holds the words; those first that every word fits.

    What else: documents, and cards that do not answer, as drafts, withdrawn cards and what another replaces.
    """
    searched = text[:LONGEST_SEARCH]
    cards, concepts = _found(text, messages.language, library, recogniser)
    kin, fits, known = _kin(library, concepts), search.matching(searched), {card.id for card in cards}

    def is_found(card: Card) -> bool:
        return card.id in fits or (card.id in library.aside and bool(kin) and _speaks_of_all(card, kin))

    others = [card for card in every_card(library) if card.id not in known and (is_found(card) or not searched.strip())]
    cards += sorted(others, key=lambda card: (card.kind.standing, card.id))
    if searched.strip():
        cards.sort(key=lambda card: card.id not in fits)
    return [
        CardListed(id=card.id, kind=card.kind, kind_name=messages.format(f"kind-{card.kind}"), state=card.review_state,
                   title=card.source.title.rstrip("."), year=card.source.year, known_until=card.evidence_year,
                   replaced_by=library.replaced.get(card.id, ""),
                   answers=card.id in library.cards or card.id in library.documents)
        for card in {card.id: card for card in cards}.values()
    ]


def _found(text: str, language: str, library: Library, recogniser: Recogniser) -> tuple[list[Card], frozenset[str]]:
    """The cards that speak of what a text names, the nearest first, and the concepts it names."""
    searched = text[:LONGEST_SEARCH].strip()
    named = [mention for mention in recogniser.mentions(searched, language) if mention.kind in SEARCHED_KINDS]
    concepts = frozenset(mention.concept for mention in named)
    needed = frozenset(mention.concept for mention in named if mention.kind in MUST_SHARE)
    all_kin, needed_kin = _kin(library, concepts), _kin(library, needed)
    by_names = set(library.cards_named(searched))

    def nearness(card: Card) -> int:
        return max((_shared(claim, all_kin) for claim in card.claims), default=0)

    def is_found(card: Card) -> bool:
        return card.id in by_names or (nearness(card) > 0 and _speaks_of_all(card, needed_kin))

    found = filter(is_found, _speaking_of(all_kin, by_names, library)) if searched else library.cards.values()
    ranked = sorted(found, key=lambda card: (-nearness(card) - (card.id in by_names), card.kind.standing, card.id))
    return ranked, concepts


def _speaks_of_all(card: Card, kin: Iterable[frozenset[str]]) -> bool:
    """Whether a card speaks of every concept, each given with its kin."""
    return all(any(_shared(claim, (one,)) for claim in card.claims) for one in kin)


def _speaking_of(kin: Iterable[frozenset[str]], named: Iterable[str], library: Library) -> list[Card]:
    """The cards that speak of something, given with its kin, and those that are named."""
    claims = (claim for related in kin for concept in related for claim in library.naming.get(concept, ()))
    return [library.cards[card] for card in {*named, *(claim.partition("#")[0] for claim in claims)}]


def _description(card: Card, messages: Messages) -> str:
    """What sort of source it is and how old; never a finding, which cut short might lose its hedge."""
    whole = sentence_case(f"{messages.format(f'kind-{card.kind}')}, {dated(card, messages)}")
    return whole if len(whole) <= LONGEST_DESCRIPTION else whole[: LONGEST_DESCRIPTION - 1].rstrip() + "…"
