"""Choosing what an answer says: from search hits to the claims of each part of the reply. No wording happens here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge.library import Library
from knowledge.models import Card, CardKind, Claim, Finding, Frozen, Intent
from retrieval.query import Query
from retrieval.search import Hit

SAME_SUBJECT = 0.10
"""Hits this close below the best speak of the same thing; among them the source that stands highest goes first."""
STILL_RELATED = 0.28
"""Hits this close below the best are worth a line under it."""
MOST_EVIDENCE = 5
MOST_FURTHER = 3
MOST_HARMS = 2
MOST_DISCREPANCIES = 2


class Plan(Frozen):
    """The claims (`card#claim`) of each part of an answer, in order."""

    short: tuple[str, ...]
    evidence: tuple[str, ...] = ()
    harms: tuple[str, ...] = ()
    efficacy: bool = False
    """Whether the answer weighs an effect, so that harms and certainty belong to it."""

    @property
    def claims(self) -> tuple[str, ...]:
        """Every claim shown."""
        return tuple(dict.fromkeys((*self.short, *self.evidence, *self.harms)))


def make_plan(hits: Sequence[Hit], query: Query, library: Library) -> Plan:
    """The plan for hits that answer the query, best first; there must be at least one."""
    if Intent.EFFICACY in query.intents[:1] or _intent(hits[0], library) is Intent.EFFICACY:
        plan = _efficacy_plan(hits, query, library)
        if plan:
            return plan
    return _factual_plan(hits, query, library)


def _claim(hit: Hit, library: Library) -> tuple[Card, Claim]:
    return library.claims[hit.claim]


def _intent(hit: Hit, library: Library) -> Intent:
    return _claim(hit, library)[1].intent


def _factual_plan(hits: Sequence[Hit], query: Query, library: Library) -> Plan:
    best = hits[0]
    best_claim = _claim(best, library)[1]
    near = [hit for hit in hits if hit.score >= best.score - SAME_SUBJECT and _alike(_claim(hit, library)[1], best_claim)]
    first = min(near, key=lambda hit: (_claim(hit, library)[0].kind.standing, -hit.score))
    if _claim(first, library)[0].kind.standing >= _claim(best, library)[0].kind.standing:
        first = best
    further = [
        hit
        for hit in hits
        if hit.claim != first.claim
        and hit.score >= best.score - STILL_RELATED
        and (_alike(_claim(hit, library)[1], best_claim) or hit.score >= best.score - SAME_SUBJECT)
    ][:MOST_FURTHER]
    further.sort(key=lambda hit: (hit.score < best.score - SAME_SUBJECT, _claim(hit, library)[0].kind.standing))
    return Plan(short=(first.claim,), evidence=tuple(hit.claim for hit in further))


def _alike(one: Claim, other: Claim) -> bool:
    """Whether two claims answer the same kind of question about the same thing."""
    intents = {one.intent, *one.also} & {other.intent, *other.also}
    specific = (one.concepts & other.concepts) - {"magnesium"}
    return bool(intents) and bool(specific or not (one.concepts | other.concepts) - {"magnesium"})


def _efficacy_plan(hits: Sequence[Hit], query: Query, library: Library) -> Plan | None:
    effects = [hit for hit in hits if Intent.EFFICACY in (_claim(hit, library)[1].intent, *_claim(hit, library)[1].also)]
    if not effects:
        return None
    best = effects[0].score
    leads = [hit for hit in effects if _claim(hit, library)[1].lead and hit.score >= best - 2 * STILL_RELATED]
    by_standing = sorted(leads or effects[:1], key=lambda hit: (_claim(hit, library)[0].kind.standing, -hit.score))
    first = by_standing[0]
    if not query.populations and not query.outcomes and not query.routes:
        first = _most_general(by_standing, library) or first
    asked_number = effects[0]
    if query.outcomes and asked_number.claim != first.claim:
        first = min((asked_number, first), key=lambda hit: (-hit.score, hit.claim))
    rest = [hit for hit in effects if hit.claim != first.claim and hit.score >= best - 2 * STILL_RELATED]
    rest.sort(key=lambda hit: (_claim(hit, library)[0].kind is CardKind.CONSUMER_ARTICLE, -hit.score))
    evidence = _varied(rest, library, first)
    harms = [] if query.conditions == () else _harms(query, library)
    return Plan(short=(first.claim,), evidence=tuple(evidence), harms=tuple(harms), efficacy=True)


def _most_general(hits: Sequence[Hit], library: Library) -> Hit | None:
    """Of the claims of the highest standing, one that names no single group of people, if there is one."""
    top = _claim(hits[0], library)[0].kind.standing
    general = [
        hit for hit in hits
        if _claim(hit, library)[0].kind.standing == top and not _claim(hit, library)[1].populations
    ]
    return general[0] if general else None


def _varied(hits: Iterable[Hit], library: Library, first: Hit) -> list[str]:
    """The next claims: at most three of one card, so that no source crowds out the others."""
    chosen: list[str] = []
    per_card: dict[str, int] = {_claim(first, library)[0].id: 0}
    for hit in hits:
        card = _claim(hit, library)[0].id
        if per_card.get(card, 0) < 3 and len(chosen) < MOST_EVIDENCE:
            per_card[card] = per_card.get(card, 0) + 1
            chosen.append(hit.claim)
    chosen.sort(key=lambda reference: library.claims[reference][0].kind.standing)
    return chosen


def _harms(query: Query, library: Library) -> list[str]:
    """What the best source says of harms, for an answer that weighs a benefit."""
    terminology = library.terminology
    if query.medicines and not any(terminology.covers("magnesium", medicine) for medicine in query.medicines):
        return []
    harmful = [
        (card.kind.standing, reference)
        for reference, (card, claim) in library.claims.items()
        if claim.lead and claim.intent is Intent.ADVERSE_EFFECTS and claim.finding is Finding.HARM
    ]
    best = min((standing for standing, _ in harmful), default=0)
    return [reference for standing, reference in harmful if standing == best][-MOST_HARMS:]


def discrepancies(plan: Plan, library: Library) -> list[str]:
    """The claims shown whose discrepancy belongs into the answer, those of the first sentence before the others."""
    found = [reference for reference in plan.claims if library.claims[reference][1].discrepancy]
    return found[:MOST_DISCREPANCIES]
