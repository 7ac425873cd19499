"""Which card a message is likeliest about: the one of which a claim names most of what the message names.

One ask is a part of a message, and its medicine or its disease is easily misread. The whole message names more: both
sides of a comparison, the disease, what is feared. What few cards name tells more than what many do. The weights were
chosen on the enquiries of `python -m benchmarks.told`, which hardly depend on them: of 284 the right card comes first
in 224 to 231.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from bot.dialogue.fitting import states_of
from bot.dialogue.subjects import MOST_USES, NOT_OF_OTHERS, OF_ANYBODY, Subject, are_meant, is_disease
from bot.reading.populations import CONTRACT_NAMES
from bot.reading.understanding import Understood
from knowledge.evidence.library import Library
from knowledge.evidence.models import Card, Claim
from knowledge.terminology.concepts import Terminology
from retrieval.query import Query
from retrieval.search import Hit

TAKEN = 0.5
"""Of what a medicine tells, where it is taken already: another is asked about more often."""
OF_A_KIND = 0.6
"""Of what a medicine tells, where the claim is on one kind of the class that is named."""
RELATED = 0.8
"""Of what a disease or group tells, where the claim is on a wider or a narrower one."""
MEASURED = 0.5
"""The same where the claim measures it."""
UNNAMED = 0.2
"""Of what a disease or group tells, against a claim on people of whom the message does not speak."""
NOT_MENTIONED = 1.5
"""Against a claim on a treatment that the message does not name, though it names others."""
CLEARLY_AHEAD = 1.0
"""How much more of the message the likeliest card must name than the next."""
PLAINLY_AHEAD = 3.0
"""How much more, for what the whole message names to go before what an ask of it names."""
MOST_TRIED = 8
"""Cards of which it is looked whether they may be meant."""
MOST_CLAIMS = 4000
"""Claims looked at; what so many claims name tells them from each other no more."""


def likely_subjects(query: Query, hits: Sequence[Hit], understood: Understood, library: Library) -> Iterator[Subject]:
    """What an ask may be about by the whole message: what its likeliest card is on, as far as the message names it.

    Of cards that name as much of it, the one meant is that of the nearest of `hits`, which the ask's wording found.
    """
    named = _named(understood)
    card, ahead = _likeliest(_scores(named, library), hits, query, named, understood, library)
    if card is None:
        return
    medicines = tuple(m for m in named.medicines if _is_given(m, _matter_of(card).arms, library))
    if not medicines:
        medicines = tuple(dict.fromkeys(filter(None, (claim.intervention for claim in card.claims))))[:1]
    yield Subject(medicines, card=card.id, card_is_plain=ahead >= PLAINLY_AHEAD)


def is_off(lead: Claim, card: Card, likely: Card, understood: Understood, library: Library) -> bool:
    """Whether a claim is on another matter than the message: on a treatment or a disease that it does not name, or its
    card is on fewer of the medicines named than the likeliest."""
    named = _named(understood)
    if lead.intervention and named.medicines and not _is_given(lead.intervention, named.medicines, library):
        return True
    own = [one for one in lead.conditions if is_disease(one, library) and one not in OF_ANYBODY]
    has_disease = any(is_disease(one, library) for one in named.states)
    if own and has_disease and not _share(own, named.states, library):
        return True
    return _given(named, card, library) < _given(named, likely, library)


def _given(named: _Named, card: Card, library: Library) -> set[str]:
    """The medicines named that a card is on."""
    arms = _matter_of(card).arms
    return {medicine for medicine in named.medicines if _is_given(medicine, arms, library)}


def _is_on_another_medicine(
    query: Query, named: _Named, on: _Matter, understood: Understood, library: Library
) -> bool:
    """Whether a card is not on the medicines of an ask, or on less than half of those named that are not taken besides;
    where none is named, on nobody whom the message names."""
    besides = (*understood.patient.medicines, *understood.patient.allergies)
    asked = [m for m in query.medicines if m not in besides]
    others = [m for m in named.medicines if m not in besides]
    if not named.medicines:
        telling = [one for one in named.states if one not in OF_ANYBODY | NOT_OF_OTHERS]
        return not any(_is_met(one, on.people, library) for one in telling)
    met = sum(_is_given(m, on.arms, library) for m in others)
    some = any(_is_given(m, on.arms, library) for m in named.medicines)
    return not some or (others and 2 * met <= len(others)) or not all(_is_given(m, on.arms, library) for m in asked)


def _is_on_others(named: _Named, on: _Matter, card: Card, library: Library) -> bool:
    """Whether a card is on people with another disease than those that are named, or on another group."""
    kind = library.terminology.kind
    groups = [one for one in named.states if kind(one) == "population" and one not in OF_ANYBODY]
    if _is_on_another_disease(named, on, card, groups, library):
        return True
    if shared_people(card) and _has_many_uses(named, on, library) and not _share(named.states, on.people, library):
        return True
    return not are_meant([one for one in on.people if kind(one) == "population"], groups, library)


def _is_on_another_disease(
    named: _Named, on: _Matter, card: Card, groups: Sequence[str], library: Library
) -> bool:
    """Whether diseases are named that a card does not measure, and neither they nor a telling group are its people, or
    all its people have another."""
    diseases = [one for one in named.states if is_disease(one, library) and not library.terminology.is_intolerance(one)]
    telling = [one for one in groups if one in NOT_OF_OTHERS or one not in CONTRACT_NAMES]
    if all(_is_met(one, on.measured, library) for one in diseases):
        return False
    shared = [one for one in shared_people(card) if is_disease(one, library)]
    is_in_another = any(not _is_met(one, named.states, library) for one in shared)
    return is_in_another or not _share((*diseases, *telling), on.people, library)


def _has_many_uses(named: _Named, on: _Matter, library: Library) -> bool:
    """Whether one of the medicines of a card is on many."""
    known = (medicine for medicine in named.medicines if _is_met(medicine, on.arms, library))
    return any(library.cards_naming(medicine) > MOST_USES for medicine in known)


def shared_people(card: Card) -> frozenset[str]:
    """The diseases and groups that all claims of a card are on which are on any."""
    people = [frozenset((*claim.conditions, *claim.populations)) for claim in card.claims]
    return frozenset.intersection(*filter(None, people)) if any(people) else frozenset()


def _share(some: Iterable[str], others: Sequence[str], library: Library) -> bool:
    return any(_is_met(one, others, library) for one in some)


def _is_met(concept: str, others: Iterable[str], library: Library) -> bool:
    return any(library.terminology.related(concept, one) for one in others)


class _Matter(NamedTuple):
    """What the claims of a card are on: what is given, to whom, and what is measured."""

    arms: tuple[str, ...]
    people: tuple[str, ...]
    measured: tuple[str, ...]


def _matter_of(card: Card) -> _Matter:
    arms = (arm for claim in card.claims for arm in (claim.intervention, claim.comparator) if arm)
    people = (one for claim in card.claims for one in (*claim.conditions, *claim.populations) if one not in OF_ANYBODY)
    measured = (claim.outcome for claim in card.claims if claim.outcome)
    return _Matter(*(tuple(dict.fromkeys(every)) for every in (arms, people, measured)))


@lru_cache(maxsize=16)
def _scores(named: _Named, library: Library) -> Mapping[str, float]:
    """How much of what is named the best claim of each card names, by card; the asks of one message share it."""
    best: dict[str, float] = {}
    for reference in _claims_naming(named, library):
        card, claim = library.claims[reference]
        score = _agreement(claim, named, library)
        best[card.id] = max(score, best.get(card.id, score))
    return best


def _likeliest(
    scores: Mapping[str, float], hits: Sequence[Hit], query: Query, named: _Named, understood: Understood,
    library: Library,
) -> tuple[Card | None, float]:  # fmt: skip
    """The card that names most of what a message names and may be meant, and how much more than the next of any; none
    where several name as much and none of `hits` is of one of them."""
    ranked = sorted((card for card in scores if scores[card] > 0), key=lambda card: -scores[card])[:MOST_TRIED]

    def ahead(card: str) -> float:
        return scores[card] - max((score for other, score in scores.items() if other != card), default=0.0)

    meant = [
        card
        for card in ranked
        if _may_be_meant(
            library.cards[card], query, named, understood, library, is_plain=ahead(card) >= PLAINLY_AHEAD
        )
    ]
    near = [card for card in meant if scores[card] > scores[meant[0]] - CLEARLY_AHEAD]
    found = (library.claims[hit.claim][0].id for hit in hits)
    chosen = near[0] if len(near) == 1 else next((card for card in found if card in near), None)
    return (library.cards[chosen], ahead(chosen)) if chosen else (None, 0.0)


def _may_be_meant(
    card: Card, query: Query, named: _Named, understood: Understood, library: Library, *, is_plain: bool
) -> bool:
    """Whether a card is on the medicines and the people of a message, as far as it names them; on its medicines though
    not on those of the ask, where it is plainly the likeliest and on its people."""
    on = _matter_of(card)
    some = any(_is_given(m, on.arms, library) for m in named.medicines)
    joins = is_plain and some and _share(named.states, on.people, library)
    if not joins and _is_on_another_medicine(query, named, on, understood, library):
        return False
    return not _is_on_others(named, on, card, library)


class _Named(NamedTuple):
    medicines: tuple[str, ...]
    taken: tuple[str, ...]
    """Those of them that the patient takes already."""
    states: tuple[str, ...]
    outcomes: tuple[str, ...]


def _named(understood: Understood) -> _Named:
    medicines = tuple(m for m in understood.mentioned if m not in understood.patient.allergies)
    states = tuple(dict.fromkeys((*sorted(states_of(understood)), *understood.states)))
    queries = [wanted.query for wanted in understood.wanted]
    outcomes = dict.fromkeys(one for query in queries for one in (*query.outcomes, *query.topics))
    return _Named(medicines, understood.patient.medicines, states, tuple(one for one in outcomes if one not in states))


def _claims_naming(named: _Named, library: Library) -> list[str]:
    """The claims that name a medicine of the message, its class or a kind of it; a state where it names no medicine."""
    named_first = named.medicines or named.states
    kin = {concept for one in named_first for concept in library.terminology.kin(one)}
    found = dict.fromkeys(reference for concept in sorted(kin) for reference in library.naming.get(concept, ()))
    return list(found)[:MOST_CLAIMS]


def _telling(concept: str, library: Library) -> float:
    """How much a concept tells, by the cards that name it (inverse document frequency)."""
    naming = library.cards_naming(concept)
    return math.log((len(library.cards) + 1) / (naming + 0.5)) if naming else math.log(len(library.cards) + 1)


def _of_distinct(weights: Mapping[str, float], library: Library) -> float:
    """The sum of the weights of concepts; of those related to each other, such as a class and one of it, the most."""
    counted: list[str] = []
    for concept in sorted(weights, key=lambda one: -weights[one]):
        if not any(library.terminology.related(concept, other) for other in counted):
            counted.append(concept)
    return sum(weights[concept] for concept in counted)


def _is_given(medicine: str, arms: Iterable[str], library: Library) -> bool:
    """Whether an arm gives a medicine, one of its class, or a combination that it is a part of."""
    terminology = library.terminology
    return any(terminology.related(medicine, arm) or _has_part(arm, medicine, terminology) for arm in arms)


def _has_part(arm: str, medicine: str, terminology: Terminology) -> bool:
    """Whether an arm combines several classes, one of which a medicine is of."""
    classes = [one for one in terminology.wider(arm) if arm not in terminology.substances]
    combines = any(not terminology.related(one, other) for one, other in combinations(classes, 2))
    return combines and any(terminology.covers(one, medicine) for one in classes)


def _agreement(claim: Claim, named: _Named, library: Library) -> float:
    covers, related = library.terminology.covers, library.terminology.related
    arms = tuple(filter(None, (claim.intervention, claim.comparator)))
    people = (*claim.conditions, *claim.populations)
    measured = tuple(filter(None, (claim.outcome, *claim.about)))

    def met(concept: str, others: Iterable[str]) -> bool:
        return any(related(concept, one) for one in others)

    def of_medicine(medicine: str) -> float:
        as_itself = any(covers(arm, medicine) for arm in arms)
        share = 1.0 if as_itself else OF_A_KIND if _is_given(medicine, arms, library) else 0.0
        return share * _telling(medicine, library) * (TAKEN if medicine in named.taken else 1.0)

    def of_state(state: str) -> float:
        share = 1.0 if state in people else RELATED if met(state, people) else MEASURED if met(state, measured) else 0.0
        return share * _telling(state, library)

    total = _of_distinct({one: of_medicine(one) for one in named.medicines}, library)
    total += _of_distinct({one: of_state(one) for one in named.states}, library)
    total += sum(MEASURED * _telling(one, library) for one in named.outcomes if met(one, measured))
    unnamed = (one for one in people if one not in OF_ANYBODY and not met(one, named.states))
    total -= UNNAMED * sum(_telling(one, library) for one in unnamed)
    if claim.intervention and not met(claim.intervention, named.medicines):
        total -= NOT_MENTIONED
    return total
