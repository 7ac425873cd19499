"""What the card of a verdict holds nearest to each clause that asks, told below it.

An enquiry asks more than any reading makes out of it: a need told as a worry, an outcome in words that no term covers,
a third question after two. Once a card answers an ask, each clause is compared with the claims of that card alone,
where a choice among a dozen is easily right; and what was chosen for nothing costs the reader one line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.answering.pointed import MOST_BELOW, is_of_the_treatment
from bot.answering.select import STUDY_SIZE, Part, against_nothing_first
from bot.dialogue.fitting import hits_for_the_asker, states_of
from bot.dialogue.subjects import is_apart
from bot.reading.understanding import Understood
from knowledge.evidence.forms.study import Study
from knowledge.evidence.library import Library
from knowledge.evidence.models import Card, Claim, Intent
from retrieval.query import Query
from retrieval.search import Hit

NEAREST = 2
"""Claims told for each of several clauses. Of 71 claims that were asked for and missed (of 350, in 288 enquiries
written by people who did not know the program) the nearest of three clauses finds 42, the nearest two find 56."""
MOST_ADDED = 4
"""Claims added to one ask: a reply should fit one message of a chat."""

PLAINLY_NEAREST = 0.3
"""How much nearer than the next a claim must be for it to stand beside the verdict: of 102 that are so much nearer to a
clause 73 had been asked for, of 489 that are less so 170 (on the enquiries of `python -m benchmarks.told`)."""
MOST_PLAIN = 2
"""Claims of one ask that stand beside its verdict because they are."""

Searching = Callable[[Query], Sequence[Hit]]
Naming = Callable[[str], Sequence[str]]
"""The concepts that some words name."""
MEASURED = ("outcome", "symptom", "condition")
"""Kinds of concepts that a clause may ask for by name."""


class Looking(NamedTuple):
    """What a clause is looked for with: the message as understood, and the search."""

    understood: Understood
    library: Library
    search: Searching
    naming: Naming


class _Near(NamedTuple):
    """The claims nearest to a clause, and whether the first of them is plainly what it asks for."""

    claims: tuple[str, ...]
    is_plain: bool


def with_nearest(part: Part, query: Query, looking: Looking) -> Part:
    """The part with what its first card holds nearest to each clause of the message in front of what stands below it,
    each clause's nearest before any second; what is plainly asked for stands beside the verdict."""
    understood = looking.understood
    if not part.short or query.cards or query.instead_of or understood.foreign:
        return part
    card, told = looking.library.claims[part.short[0]]
    by_clause = [_near(clause, card.id, told, query, looking) for clause in understood.clauses]
    plain = [near.claims[0] for near in by_clause if near.is_plain and near.claims[0] not in part.short]
    short = tuple(dict.fromkeys((*part.short, *plain[:MOST_PLAIN], *_size_of(card, told, understood))))
    added = [one for one in _in_turn(by_clause) if one not in short][:MOST_ADDED]
    evidence = tuple(dict.fromkeys((*added, *part.evidence)))
    most = max(MOST_BELOW, len(part.evidence))  # so that one message of a chat holds all
    below = tuple(one for one in evidence[:most] if one not in short)
    return part.model_copy(update={"short": short, "evidence": below})


def _in_turn(by_clause: Sequence[_Near]) -> list[str]:
    """Each clause's nearest before any second; of a lone clause, which was read whole, the nearest alone."""
    places = range(NEAREST if len(by_clause) > 1 else 1)
    return list(dict.fromkeys(near.claims[n] for n in places for near in by_clause if len(near.claims) > n))


def _size_of(card: Card, told: Claim, understood: Understood) -> list[str]:
    """How many studies and people a card rests on, where that is asked: beside the verdict, for both are wanted."""
    queries = [wanted.query for wanted in understood.wanted]
    if not any(query.intents[:1] == (Intent.TRIAL_DETAILS,) or STUDY_SIZE in query.topics for query in queries):
        return []
    if told.intent is Intent.TRIAL_DETAILS:
        return []
    sizes = [one for one in card.claims if isinstance(one.code, Study)]
    return [f"{card.id}#{one.id}" for one in sizes[:1]]


def _near(clause: str, card: str, told: Claim, query: Query, looking: Looking) -> _Near:
    """The claims of a card nearest to a clause that may be told to this asker, the nearest first.

    What a clause names besides the disease and the people told of is looked for as what is measured.
    """
    library = looking.library
    kind, related = library.terminology.kind, library.terminology.related
    treated = (*told.conditions, *told.populations)
    measured = (one for one in looking.naming(clause) if kind(one) in MEASURED)
    outcomes = tuple(one for one in measured if not any(related(one, other) for other in treated))
    asked = Query(text=clause, language=query.language, cards=(card,), outcomes=outcomes)
    hits = hits_for_the_asker(looking.search(asked), query, looking.understood.patient, library)
    named = query.model_copy(update={"medicines": looking.understood.mentioned})
    near = against_nothing_first(hits, named, library)
    may = [hit for hit in near if _may_be_told(library.claims[hit.claim][1], told, query, looking.understood, library)]
    is_coded = bool(may) and library.claims[may[0].claim][1].code is not None  # what is only worded may say too much
    is_plain = is_coded and len(may) > 1 and may[0].score - may[1].score >= PLAINLY_NEAREST
    return _Near(tuple(hit.claim for hit in may[:NEAREST]), is_plain)


def _may_be_told(claim: Claim, told: Claim, query: Query, understood: Understood, library: Library) -> bool:
    """Whether a claim is on a treatment, a disease and people that are told of or named in the message."""
    related = library.terminology.related
    named = {*states_of(understood), *told.conditions, *told.populations}
    of_them = all(any(related(own, one) for one in named) for own in claim.conditions)
    apart = any(is_apart(g, library) and not any(related(g, one) for one in named) for g in claim.populations)
    return of_them and not apart and _is_of_a_treatment_named(claim, told, query, understood, library)


def _is_of_a_treatment_named(
    claim: Claim, told: Claim, query: Query, understood: Understood, library: Library
) -> bool:
    medicine = claim.intervention
    if medicine is None or is_of_the_treatment(claim, told, query, library):
        return True
    return any(library.terminology.covers(one, medicine) for one in understood.mentioned)
