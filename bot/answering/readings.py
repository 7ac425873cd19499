"""The ways a question can be read whose answers differ, found in the library: groups of people, complaints, routes.

Only claims fit to be the first sentence of an answer count, so that every reading offered has an answer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from knowledge.evidence.library import Library
from knowledge.evidence.models import Card, Claim, Intent
from knowledge.terminology.concepts import Terminology
from retrieval.admissible import admissible
from retrieval.query import Query

MOST_READINGS = 3
TRIAL_DOSE = "trial_dose"
WHOM = frozenset({Intent.CONTRAINDICATIONS, Intent.PREGNANCY})
"""Intents of claims that say for whom a medicine is safe."""


def groups_studied(query: Query, library: Library) -> list[str]:
    """Groups of people in whom the effect asked about was studied, beside those the question names."""
    open_query = query.model_copy(
        update={
            "intents": (Intent.EFFICACY,), "direction": "helps", "populations": (), "outcomes": (), "topics": (),
            "conditions": tuple(c for c in query.conditions if library.scope.is_indication(c)),
        }
    )  # fmt: skip
    leads = _leads(library, next(iter(query.medicines), None), Intent.EFFICACY)
    claims = [found for found in leads if _admitted(found, open_query, library)]
    asked = (*query.populations, *query.conditions)
    return _ranked(claims, asked, library.terminology)[:MOST_READINGS]


def groups_at_risk(query: Query, library: Library) -> list[str]:
    """Groups of people and diseases for which the library says how safe the medicine is."""
    terminology, asked = library.terminology, (*query.populations, *query.conditions)
    named = [
        (card, claim.model_copy(update={"populations": claim.populations or claim.conditions}))
        for card, claim in _leads(library, next(iter(query.medicines), None), *WHOM)
        if claim.intent in WHOM
    ]
    return [g for g in _ranked(named, asked, terminology) if not library.scope.is_indication(g)][:MOST_READINGS]


def complaints_treated(library: Library, medicine: str | None = None, populations: Iterable[str] = ()) -> list[str]:
    """The complaints whose relief was studied, by their usual names; by a medicine, in a group, where one is given.

    Complaints that are kinds of one are one: its usual name is the one that most claims use.
    """
    terminology, groups = library.terminology, tuple(populations)
    treated = [
        (condition, _speaks_of(claim, groups, terminology))
        for _, claim in _leads(library, medicine, Intent.EFFICACY)
        for condition in claim.conditions
        if library.scope.is_indication(condition)
    ]
    times = Counter(condition for condition, _ in treated)
    of_groups = {condition for condition, of_group in treated if of_group}
    usual = sorted(_usual_names(times, terminology), key=lambda c: (-times[c], c))
    return [complaint for complaint in usual if any(terminology.related(complaint, c) for c in of_groups)]


def _usual_names(times: Counter[str], terminology: Terminology) -> list[str]:
    """Of each complaint with its kinds, the one that most claims name."""
    covers = terminology.covers
    widest = [c for c in times if not any(other != c and covers(other, c) for other in times)]
    return [max((c for c in times if covers(wide, c)), key=lambda c: (times[c], c)) for wide in widest]


def answers_differ(complaints: Iterable[str], library: Library, medicine: str | None = None) -> bool:
    """Whether the first findings on the effect in these complaints differ, so that none of them answers for all."""
    findings = set()
    for complaint in complaints:
        query = Query(text="", language="en", conditions=(complaint,), intents=(Intent.EFFICACY,), direction="helps")
        leads = [found for found in _leads(library, medicine, Intent.EFFICACY) if _admitted(found, query, library)]
        best = min((card.kind.standing for card, _ in leads), default=0)
        findings.add(frozenset(claim.finding for card, claim in leads if card.kind.standing == best))
    return len(findings) > 1


def other_routes(query: Query, library: Library) -> list[str]:
    """Routes by which the effect asked about was studied, but for the usual one, which nobody has to name."""
    terminology = library.terminology
    of_complaint = [
        claim
        for _, claim in _leads(library, next(iter(query.medicines), None), Intent.EFFICACY)
        if not query.conditions
        or any(terminology.related(own, asked) for own in claim.conditions for asked in query.conditions)
    ]
    usual = Counter(claim.route for claim in of_complaint if claim.route).most_common(1)
    routes = (c.route for c in of_complaint if c.route and _speaks_of(c, query.populations, terminology))
    return [route for route in dict.fromkeys(routes) if route != usual[0][0] and route not in query.routes]


def conditions_by_route(route: str, library: Library, medicine: str | None = None) -> list[str]:
    """The conditions in which an effect was studied by a route."""
    return list(
        dict.fromkeys(
            condition
            for _, claim in _leads(library, medicine, Intent.EFFICACY)
            if claim.route is not None and library.terminology.related(claim.route, route)
            for condition in claim.conditions
        )
    )


def can_be_a_cause(query: Query, library: Library) -> bool:
    """Whether the library says, too, if the medicine brings about what the question may mean it to relieve."""
    terminology = library.terminology
    return any(
        terminology.related(condition, asked)
        for _, claim in _leads(library, next(iter(query.medicines), None), Intent.CAUSES)
        for condition in claim.conditions
        for asked in query.conditions
        if library.scope.is_indication(asked)
    )


def has_trials(
    condition: str, library: Library, populations: tuple[str, ...] = (), medicine: str | None = None
) -> bool:
    """Whether the library holds a trial on a complaint, in a group of people where one is given."""
    terminology = library.terminology
    return any(
        card.kind.is_single_study
        and any(terminology.related(condition, own) for own in claim.conditions)
        and _speaks_of(claim, populations, terminology)
        for card, claim in _leads(library, medicine, Intent.EFFICACY)
    )


def has_trial_doses(population: str, library: Library, medicine: str | None = None) -> bool:
    """Whether the library says which dose a trial in a group of people gave."""
    return any(
        TRIAL_DOSE in claim.about and _speaks_of(claim, (population,), library.terminology)
        for _, claim in _leads(library, medicine, Intent.TRIAL_DETAILS, Intent.DOSAGE)
    )


def is_safety_known(population: str, library: Library, medicine: str | None = None) -> bool:
    """Whether the library says how safe the medicine is for a group of people."""
    of_group = ((claim, (population,)) for _, claim in _leads(library, medicine, *WHOM))
    return any(_speaks_of(claim, group, library.terminology) for claim, group in of_group)


def _leads(library: Library, medicine: str | None, *intents: Intent) -> list[tuple[Card, Claim]]:
    """The leading claims of these intents, about one medicine where one is given."""
    wanted = set(intents)
    found = library.claims.values() if medicine is None else ((c, k) for _, c, k in library.scope.of(medicine))
    return [(card, claim) for card, claim in found if claim.lead and wanted & {claim.intent, *claim.also}]


def _admitted(found: tuple[Card, Claim], query: Query, library: Library) -> bool:
    card, claim = found
    return admissible(claim, card, query, library)


def _speaks_of(claim: Claim, populations: tuple[str, ...], terminology: Terminology) -> bool:
    return not populations or any(terminology.related(own, asked) for own in claim.populations for asked in populations)


def _ranked(claims: Iterable[tuple[Card, Claim]], asked: Iterable[str], terminology: Terminology) -> list[str]:
    """The groups the claims are about: those of the source that stands highest first, then of the most claims.

    A group that takes in another one ("adults") is left out, and so is what the question names.
    """
    standings: dict[str, list[int]] = defaultdict(list)
    graded: Counter[str] = Counter()
    for card, claim in claims:
        for group in claim.populations:
            standings[group].append(card.kind.standing)
            graded[group] += claim.effect is not None
    asked = tuple(asked)
    telling = [
        group
        for group in standings
        if not any(other != group and terminology.covers(group, other) for other in standings)
        and not any(terminology.related(group, one) for one in asked)
    ]
    return sorted(telling, key=lambda g: (min(standings[g]), -graded[g], -standings[g].count(min(standings[g])), g))
