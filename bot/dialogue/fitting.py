"""Which of what was found fits the whole message: its patient, its diseases, the medicines that it compares.

The search lets in what an ask allows by its codes; an ask is a part of a message, and what the rest of it says of the
patient decides what of that may be told.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations

from bot.dialogue.subjects import OF_ANYBODY, is_disease, is_measured, meets
from bot.reading.model import Patient
from bot.reading.populations import ADOLESCENTS, CHILDREN, INFANTS, NEONATES, age_group
from bot.reading.several import Wanted
from bot.reading.understanding import Understood
from knowledge.evidence.library import Library
from knowledge.evidence.models import Claim, Intent
from knowledge.terminology.concepts import Terminology
from retrieval.answerable import Judgement
from retrieval.query import Query
from retrieval.search import Hit

Found = tuple[Wanted, Judgement | None]
"""An ask with what was found for it."""

AGES = (NEONATES, INFANTS, CHILDREN, ADOLESCENTS)
"""Groups of an age in which what was found does not hold for another."""
OF_A_DISEASE = frozenset(
    {
        Intent.EFFICACY, Intent.DOSAGE, Intent.GUIDANCE, Intent.TRIAL_DETAILS, Intent.MONITORING,
        Intent.ADMINISTRATION, Intent.ALTERNATIVES,
    }
)  # fmt: skip
"""Kinds of asks that are about the disease of the message, whether or not their words name it."""


def focused(wanted: Wanted, understood: Understood, library: Library) -> Wanted:
    """The ask without what the patient takes besides, where claims join another of its medicines with its states.

    "On amlodipine; tamsulosin for the stone?" asks of tamsulosin alone.
    """
    patient = understood.patient
    query = _for_its_use(wanted.query, (*patient.conditions, *understood.states), library)
    wanted = wanted._replace(query=query)
    if len(query.medicines) < 2 or query.direction == "causes" or Intent.INTERACTIONS in query.intents:
        return wanted
    meeting = [m for m in query.medicines if meets(m, query.conditions, library)]
    kept = tuple(m for m in query.medicines if m in meeting or m not in patient.medicines)
    if not meeting or kept == query.medicines:
        return wanted
    update = {"medicines": kept}
    return Wanted(wanted.ask.model_copy(update=update), query.model_copy(update=update))


def _for_its_use(query: Query, states: Sequence[str], library: Library) -> Query:
    """The query with the disease that the medicine is taken for, where the message names it and the ask does not.

    Of harms, what the medicine did in that disease is nearer; and "benefit or bleeding?" asks of both, though bleeding
    alone stands in the words that ask.
    """
    asks_for = query.intents[:1]
    if asks_for not in ((Intent.ADVERSE_EFFECTS,), (Intent.EFFICACY,)) or not query.medicines or query.cards:
        return query
    if asks_for == (Intent.EFFICACY,) and not query.conditions or query.outcomes or query.instead_of:
        return query
    if not all(is_measured(condition, query.medicines, library) for condition in query.conditions):
        return query  # another complaint that it may be taken for, and not what may come of it
    if any(library.scope.is_indication(c, query.medicines) for c in query.conditions):
        return query
    taken_for = tuple(c for c in states if library.scope.is_indication(c, query.medicines))[:1]
    if not taken_for:
        return query
    topics = tuple(dict.fromkeys((*query.topics, *query.conditions)))
    return query.model_copy(update={"conditions": taken_for, "topics": topics})


def of_the_patient(found: Found, understood: Understood, library: Library) -> Found:
    """What was found without what is on people with other diseases than those of the message.

    An ask whose words name no disease is about those of the message: what a medicine does in another one does not
    answer "as a prophylactic, what dose?" of somebody with migraine.
    """
    wanted, judgement = found
    if judgement is None:
        return found
    kept = hits_for_the_patient(judgement.hits, wanted, understood, library)
    return wanted, judgement.model_copy(update={"hits": kept}) if kept else None


def hits_for_the_patient(
    hits: Sequence[Hit], wanted: Wanted, understood: Understood, library: Library
) -> tuple[Hit, ...]:
    """The hits that `of_the_patient` keeps of those found; none where the best of them is on another disease."""
    hits = tuple(hits)
    query = wanted.query
    if not hits or query.cards:
        return hits
    claims = {hit.claim: library.claims[hit.claim][1] for hit in hits}
    states = states_of(understood)
    diseases = {one for one in states if _is_treated(one, query, library)}
    if not diseases:
        return hits
    kept = tuple(hit for hit in hits if not _is_in_other_diseases(claims[hit.claim], states, library.terminology))
    if OF_A_DISEASE & {*query.intents[:1]} and not any(_is_treated(one, query, library) for one in query.conditions):
        return () if _is_in_other_diseases(claims[hits[0].claim], states, library.terminology) else kept
    if _is_known_by_a_value_alone(claims[hits[0].claim], understood, library.terminology):
        return ()
    own = diseases.intersection(understood.patient.conditions)
    return kept if _is_known_in(own, kept, library) else hits  # known in this disease: not told of another


def _is_known_in(diseases: Collection[str], hits: Sequence[Hit], library: Library) -> bool:
    return any(_is_in_one_of(library.claims[hit.claim][1], diseases, library.terminology) for hit in hits)


def _is_treated(condition: str, query: Query, library: Library) -> bool:
    """Whether a condition is a disease, and not only what may come of the medicines asked about."""
    is_outcome = is_measured(condition, query.medicines, library)
    is_taken_for = library.scope.is_indication(condition, query.medicines)
    is_own = is_disease(condition, library) and not library.terminology.is_intolerance(condition)
    return is_own and (is_taken_for or not is_outcome)


def hits_for_the_asker(hits: Sequence[Hit], query: Query, patient: Patient, library: Library) -> tuple[Hit, ...]:
    """The hits but for those on other medicines than are asked about, and on another age than the patient's."""
    kept = of_the_asked(hits, query, library, patient.medicines)
    return kept if patient.age is None else for_the_age(kept, patient.age, library)


def _is_known_by_a_value_alone(claim: Claim, understood: Understood, terminology: Terminology) -> bool:
    """Whether a claim is on people with two diseases, and the message tells of one of them by a value alone.

    An eGFR of 28 in somebody with high blood pressure is no reason to tell what was found in heart failure with kidney
    disease.
    """
    related = terminology.related
    own = [one for one in claim.conditions if one not in OF_ANYBODY]
    told = [one for one in own if any(related(one, state) for state in understood.states)]
    return bool(understood.states) and claim.intent is Intent.EFFICACY and len(own) > 1 and not told


def _is_in_one_of(claim: Claim, diseases: Collection[str], terminology: Terminology) -> bool:
    """Whether a claim is on one of these diseases."""
    return any(terminology.related(one, disease) for one in claim.conditions for disease in diseases)


def _is_in_other_diseases(claim: Claim, states: frozenset[str], terminology: Terminology) -> bool:
    """Whether a claim is on a disease that the message does not name; of an effect in people with two, both count:
    depression in somebody with cancer is neither cancer nor hot flushes."""
    own = [one for one in claim.conditions if one not in OF_ANYBODY]

    def is_named(one: str) -> bool:
        """By itself or as a kind of it; a complaint that has many causes, such as pain, names none of them."""
        diseases = (state for state in states if terminology.kind(state) != "symptom" or terminology.covers(one, state))
        return any(terminology.related(one, state) for state in diseases)

    named = [is_named(one) for one in own]
    return bool(own) and not (all(named) if claim.intent is Intent.EFFICACY else any(named))


def for_the_age(hits: Sequence[Hit], age: float, library: Library) -> tuple[Hit, ...]:
    """The hits without what is on people of another age than the patient's."""
    claims = library.claims
    return tuple(hit for hit in hits if not _is_on_another_age(claims[hit.claim][1], age, library.terminology))


def _is_on_another_age(claim: Claim, age: float, terminology: Terminology) -> bool:
    """Whether a claim is on children of another age than the patient, who is a child, and on none of that age."""
    covers, mine = terminology.covers, age_group(age)
    if mine is None or mine not in AGES:
        return False
    groups = [group for group in claim.populations if any(covers(one, group) for one in AGES)]
    younger = [one for one in AGES if one != mine and covers(mine, one)]
    of_that_age = (
        covers(group, mine) or (covers(mine, group) and not any(covers(one, group) for one in younger))
        for group in groups
    )
    return bool(groups) and not any(of_that_age)


def own_sex_first(hits: Sequence[Hit], sex: str | None, query: Query, library: Library) -> tuple[Hit, ...]:
    """The hits with those on the other sex than the patient's behind all others, as far below the best as they can be.

    They stay, for "and what of women?" may be asked as well; but what failed in women is not told of him first.
    """
    other = {"m": "women", "f": "men"}.get(sex or "")
    covers, claims = library.terminology.covers, library.claims
    if other is None or any(covers(other, group) for group in query.populations):
        return tuple(hits)
    of_other = [hit for hit in hits if any(covers(other, group) for group in claims[hit.claim][1].populations)]
    if not of_other or len(of_other) == len(hits):
        return tuple(hits)
    last = min(hit.score for hit in hits)
    own = (hit for hit in hits if hit not in of_other)
    return (*own, *(hit.model_copy(update={"score": last}) for hit in of_other))


def of_the_asked(
    hits: Sequence[Hit], query: Query, library: Library, besides: Sequence[str] = ()
) -> tuple[Hit, ...]:
    """The hits but for those that compare one of several medicines asked about with one that the message names not.

    `besides` are medicines that it names besides those asked about: what they are changed to is compared with them.

    "A or B?" is not answered by what C does compared with A, nor by what A does compared with C.
    """
    related, kind = library.terminology.related, library.terminology.kind
    asked = query.medicines
    several = any(not related(one, other) for one, other in combinations(asked, 2))
    if not several or query.instead_of:
        return tuple(hits)

    def is_of_another(claim: Claim) -> bool:
        arms = [arm for arm in (claim.intervention, claim.comparator) if arm is not None and kind(arm) == "medicine"]
        met = [arm for arm in arms if any(related(arm, one) for one in (*asked, *besides))]
        return bool(met) and met != arms

    return tuple(hit for hit in hits if not is_of_another(library.claims[hit.claim][1]))


def states_of(understood: Understood) -> frozenset[str]:
    """The diseases and groups that a message names."""
    queries = [wanted.query for wanted in understood.wanted]
    asked = (concept for query in queries for concept in (*query.conditions, *query.populations))
    patient = understood.patient
    return frozenset((*patient.conditions, *patient.populations, *understood.states, *asked))


def is_on_others(claim: Claim, states: frozenset[str], terminology: Terminology) -> bool:
    """Whether a claim is on people with a disease, or on a group, that the message does not name: what was found in
    depression with dementia says little of depression."""
    own = (one for one in (*claim.conditions, *claim.populations) if one not in OF_ANYBODY)
    return not all(any(terminology.related(one, state) for state in states) for one in own)
