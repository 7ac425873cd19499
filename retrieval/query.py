"""What is searched for: a question taken apart into the facets that claims are coded by."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from pydantic import Field

from knowledge.evidence.models import Frozen, Intent
from retrieval.ask import Ask


def meets_none(claim: str) -> bool:
    """That no claim speaks of it: where nothing practical is wanted, nobody asks."""
    return False


class Query(Frozen):
    """A question ready for search.

    Facets that the question leaves open are empty; those it sets must be met by a claim (see `retrieval.admissible`).
    """

    text: str
    language: str
    """Language of the passages to search in."""
    intents: tuple[Intent, ...] = ()
    """What may be wanted, the likeliest first; empty: anything."""
    intent_weight: float = 1.0
    """How far the wording shows the intent, 0 to 1: a lone "dose" may be said in passing."""
    direction: Literal["helps", "causes"] | None = None
    """Whether the question is about relief or about harm done, where its wording shows that."""
    medicines: tuple[str, ...] = ()
    """Medicines the question is about, concept ids or names of substances."""
    beside: tuple[str, ...] = ()
    """Of those medicines the ones on the other side of an interaction."""
    instead_of: tuple[str, ...] = ()
    """Medicines that another treatment is asked for; they are not among `medicines`."""
    conditions: tuple[str, ...] = ()
    populations: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    """Everything else that was recognised: symptoms, forms, topics; they raise a claim, and never exclude one."""
    practical: tuple[str, ...] = ()
    """Practical wants the wording shows (price, storage, ...), which no intent of a claim offers."""
    meets_wants: Callable[[str], bool] = Field(default=meets_none, exclude=True, repr=False)
    """Whether a claim speaks of every one of those wants all the same, by the words of its texts; asked of few claims,
    for its texts have to be written first."""
    names_nothing: bool = False
    """Whether its own words name no concept: "does it work?" after a case history; what it is about stands in codes."""
    added: bool = False
    """Whether its wording takes the medicines together: "A added to B", "A on top of B"."""
    number_needed: bool = False
    """Whether a number needed to treat or to harm is asked for."""
    told: frozenset[str] = frozenset()
    """Folded words of the message that say who the patient is, and ask nothing."""
    cards: tuple[str, ...] = ()
    """Sources the question names."""
    card_names: tuple[str, ...] = ()
    """What those sources are called."""

    @property
    def concepts(self) -> frozenset[str]:
        """Every recognised concept."""
        return frozenset(
            (
                *self.medicines,
                *self.conditions,
                *self.populations,
                *self.routes,
                *self.outcomes,
                *self.topics,
            )
        )


def ask_of(query: Query) -> Ask:
    """What a query asks, in codes."""
    return Ask(
        intent=query.intents[0] if query.intents else Intent.OTHER,
        medicines=query.medicines,
        beside=query.beside,
        conditions=query.conditions,
        populations=query.populations,
        routes=query.routes,
        outcomes=query.outcomes,
        topics=query.topics,
        instead_of=query.instead_of,
        cards=query.cards,
        direction=query.direction,
    )


def query_of(ask: Ask, text: str, language: str) -> Query:
    """The query that finds what an ask wants; `text` puts it in words of that language."""
    return Query(
        text=text,
        language=language,
        intents=() if ask.intent is Intent.OTHER else (ask.intent,),
        direction=ask.direction,
        medicines=tuple(dict.fromkeys((*ask.medicines, *ask.beside))),
        beside=ask.beside,
        instead_of=ask.instead_of,
        conditions=ask.conditions,
        populations=ask.populations,
        routes=ask.routes,
        outcomes=ask.outcomes,
        topics=ask.topics,
        cards=ask.cards,
    )
