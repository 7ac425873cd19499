"""What the card of a verdict holds nearest to each clause that asks, told below it.

An enquiry asks more than any reading makes out of it: a need told as a worry, an outcome in words that no term covers,
a third question after two. Once a card answers an ask, each clause is compared with the claims of that card alone,
where a choice among a dozen is easily right; and what was chosen for nothing costs the reader one line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.answering.pointed import MOST_BELOW, is_of_the_treatment
from bot.answering.select import Part
from bot.dialogue.fitting import hits_for_the_asker, states_of
from bot.dialogue.subjects import is_apart
from bot.reading.understanding import Understood
from knowledge.evidence.library import Library
from knowledge.evidence.models import Claim
from retrieval.query import Query
from retrieval.search import Hit

NEAREST = 2
"""Claims told for each of several clauses. Of 71 claims that were asked for and missed (of 350, in 288 enquiries
written by people who did not know the program) the nearest of three clauses finds 42, the nearest two find 56."""
MOST_ADDED = 4
"""Claims added to one ask: a reply should fit one message of a chat."""

Searching = Callable[[Query], Sequence[Hit]]


def with_nearest(part: Part, query: Query, understood: Understood, library: Library, search: Searching) -> Part:
    """The part with what its first card holds nearest to each clause of the message in front of what stands below it,
    each clause's nearest before any second."""
    if not part.short or query.cards or query.instead_of or understood.foreign:
        return part
    card, told = library.claims[part.short[0]]
    by_clause = [_fitting(clause, card.id, told, query, understood, library, search) for clause in understood.clauses]
    places = range(NEAREST if len(by_clause) > 1 else 1)  # a lone clause was read whole
    near = dict.fromkeys(found[place] for place in places for found in by_clause if len(found) > place)
    added = [one for one in near if one not in part.short][:MOST_ADDED]
    evidence = tuple(dict.fromkeys((*added, *part.evidence)))
    most = max(MOST_BELOW, len(part.evidence))  # so that one message of a chat holds all
    return part.model_copy(update={"evidence": evidence[:most]})


def _fitting(
    clause: str, card: str, told: Claim, query: Query, understood: Understood, library: Library, search: Searching
) -> list[str]:
    """The claims of a card nearest to a clause that may be told to this asker, the nearest first."""
    hits = search(Query(text=clause, language=query.language, cards=(card,)))
    hits = hits_for_the_asker(hits, query, understood.patient, library)
    may = (hit.claim for hit in hits if _may_be_told(library.claims[hit.claim][1], told, query, understood, library))
    return list(may)[:NEAREST]


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
