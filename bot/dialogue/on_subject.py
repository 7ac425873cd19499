"""What the library holds on the subject of an ask whose own wording it does not answer.

Enquiries are typed in haste: half of their words stand in no card, and what they ask is easily misread. Where a
medicine asked about and a state of the patient meet in claims, those claims bear on the enquiry all the same; they are
then searched for by their codes alone, and what was asked stays named as missing unless they are of its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.dialogue.turn import Turn
from bot.reading.model import Patient
from bot.reading.several import Wanted
from bot.reading.understanding import Understood
from knowledge.evidence.library import Library
from knowledge.evidence.models import Claim, Intent
from knowledge.evidence.scope import ANY_DISEASE
from knowledge.terminology.concepts import Terminology
from retrieval.admissible import intents_for, measures_what_is_asked
from retrieval.answerable import Judgement
from retrieval.query import Query, ask_of
from retrieval.signals import ADULTS, OF_HARM

Judging = Callable[[Query], Judgement | None]
Found = tuple[Wanted, Judgement | None]

OF_THE_EFFECT = (Intent.EFFICACY, Intent.ADVERSE_EFFECTS, Intent.TRIAL_DETAILS)
"""What is told of a subject, the first that is known, where nothing of the kind asked for is known of it."""
MEANS_THE_EFFECT = frozenset(
    {
        Intent.EFFICACY, Intent.GUIDANCE, Intent.ALTERNATIVES, Intent.CAUSES, Intent.INTERACTIONS, Intent.TRIAL_DETAILS,
        Intent.DEFINITION, Intent.OTHER,
    }
)  # fmt: skip
"""Kinds of asks that the effect bears on; a dose or a warning that is asked for is not answered by it."""
NOT_OF_OTHERS = frozenset({"children", "neonates", "infants", "adolescents", "pregnant", "breastfeeding"})
"""Groups of whom nothing is told that was found in whatever disease."""
OF_ANYBODY = frozenset({ADULTS, ANY_DISEASE, "women", "men"})
"""Groups that a message need not name: the disease and the medicine tell whether they are meant."""


class Subject(NamedTuple):
    """Medicines, and the state or the group of people in which claims are about them; what they are compared in."""

    medicines: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    by_outcome: bool = False
    """Whether it is met by what was measured, in whatever disease, since nothing else is known of the medicine."""


def with_subjects(
    found: Sequence[Found], turn: Turn, library: Library, judging: Judging, *, asks_for_harms: bool = False
) -> tuple[Found, ...]:
    """What was found for each ask, and for those not answered what is found on their subject.

    `asks_for_harms` says that the message names side effects, whichever of its asks they were read into.
    """
    assert turn.understood is not None
    told = [one for one in found if _is_covered(one)]
    result: list[Found] = []
    for wanted, judgement in found:
        if judgement and judgement.covered:
            result.append(_with_named(wanted, judgement, turn.understood, library, judging))
            continue
        if not _may_be_restated(wanted.query, turn.understood):
            result.append((wanted, judgement))
            continue
        restated = _restated(wanted, turn, library, judging)
        if restated is None:
            result.append((wanted, judgement))
            continue
        if _answers_it(restated[0].query, wanted.query, library):
            result.append((wanted._replace(query=restated[0].query), restated[1]))
        else:
            result += [(wanted, judgement)] if _is_told(restated, told) else [restated, (wanted, judgement)]
        told.append(restated)
    if asks_for_harms and told:
        result += _harms(told, _states_of(turn.understood), library, judging)
    return tuple(result)


def _with_named(
    wanted: Wanted, judgement: Judgement, understood: Understood, library: Library, judging: Judging
) -> Found:
    """What answers an ask, with claims on what else the message names of what may come of the medicine.

    "Does it lower mortality, and what about her blood sugar?" is not answered by mortality alone, whichever of its
    words were read as the question.
    """
    query = wanted.query
    if query.cards or not query.medicines or not query.intents or query.intents[0] not in OF_THE_EFFECT:
        return wanted, judgement
    named = (*query.conditions, *query.outcomes, *query.topics)
    besides = tuple(
        state for state in understood.states if state not in named and _is_measured(state, query.medicines, library)
    )
    wider = query.model_copy(update={"topics": (*query.topics, *besides)})
    more = judging(wider) if besides else None
    if more is None:
        return wanted, judgement
    known, states = {hit.claim for hit in judgement.hits}, _states_of(understood)
    asking = query.model_copy(update={"outcomes": besides})
    added = tuple(
        hit
        for hit in more.hits
        if hit.claim not in known
        if measures_what_is_asked(library.claims[hit.claim][1], asking, library.terminology)
        if not _is_on_others(library.claims[hit.claim][1], states, library.terminology)
    )
    return wanted._replace(query=wider), judgement.model_copy(update={"hits": (*judgement.hits, *added)})


def _harms(told: Sequence[Found], states: frozenset[str], library: Library, judging: Judging) -> list[Found]:
    """The harms of what is told first, where they are asked for in passing and no ask is on harm."""
    first = told[0][0].query
    if not first.medicines or any(OF_HARM & set(wanted.query.intents) for wanted, _ in told):
        return []
    query = _in_codes(Subject(first.medicines, first.conditions, first.populations), Intent.ADVERSE_EFFECTS,
                      first.model_copy(update={"outcomes": (), "topics": ()}), (), library)
    judgement = _answering(judging(query), query, states, library)
    return [(Wanted(ask_of(query), query), judgement)] if judgement else []


def focused(wanted: Wanted, understood: Understood, library: Library) -> Wanted:
    """The ask without what the patient takes besides, where claims join another of its medicines with its states.

    "On amlodipine; tamsulosin for the stone?" asks of tamsulosin alone.
    """
    patient = understood.patient
    query = _for_its_use(wanted.query, (*patient.conditions, *understood.states), library)
    wanted = wanted._replace(query=query)
    if len(query.medicines) < 2 or query.direction == "causes" or Intent.INTERACTIONS in query.intents:
        return wanted
    meeting = [m for m in query.medicines if _meets(m, query.conditions, library)]
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
    if not all(_is_measured(condition, query.medicines, library) for condition in query.conditions):
        return query  # another complaint that it may be taken for, and not what may come of it
    if any(library.scope.is_indication(c, query.medicines) for c in query.conditions):
        return query
    taken_for = tuple(c for c in states if library.scope.is_indication(c, query.medicines))[:1]
    if not taken_for:
        return query
    topics = tuple(dict.fromkeys((*query.topics, *query.conditions)))
    return query.model_copy(update={"conditions": taken_for, "topics": topics})


def _is_covered(found: Found) -> bool:
    return bool(found[1] and found[1].covered)


def _may_be_restated(query: Query, understood: Understood) -> bool:
    """Whether an ask has a subject that may be looked for; not what a source says, or what replaces a medicine."""
    return not (query.cards or query.instead_of or understood.foreign or understood.about_animals)


def _answers_it(restated: Query, asked: Query, library: Library) -> bool:
    """Whether an ask in codes is the one that was asked: of its kind and its medicines, and on what it turns on, if it
    names them."""
    if restated.intents != asked.intents[:1] or (asked.medicines and not {*asked.medicines} & {*restated.medicines}):
        return False
    told = (*restated.conditions, *restated.outcomes, *restated.topics)
    return not asked.conditions or any(library.terminology.related(c, one) for c in asked.conditions for one in told)


def _is_told(found: Found, told: Sequence[Found]) -> bool:
    """Whether the same is told for another ask already."""
    mine = found[0].query
    return any(
        mine.intents[:1] == other.query.intents[:1]
        and set(mine.medicines) <= set(other.query.medicines)
        and set(mine.conditions) <= set(other.query.conditions)
        for other, _ in told
    )


def _restated(wanted: Wanted, turn: Turn, library: Library, judging: Judging) -> Found | None:
    """The ask in codes alone, of its own kind and else of the effect; None where no claim answers it so."""
    assert turn.understood is not None
    own, patient = wanted.query.intents[:1], turn.understood.patient
    for subject in _subjects(wanted.query, turn.understood, library):
        bears = not own or _may_mean_the_effect(own[0], subject, patient, library)
        for intent in dict.fromkeys((*own, *(OF_THE_EFFECT if bears else ()))):
            query = _in_codes(subject, intent, wanted.query, turn.understood.states, library)
            told = None if subject.by_outcome else _states_of(turn.understood)
            judgement = _answering(judging(query), query, told, library)
            if judgement:
                return Wanted(ask_of(query), query), judgement
    return None


def _may_mean_the_effect(asked: Intent, subject: Subject, patient: Patient, library: Library) -> bool:
    """Whether the effect bears on an ask of this kind.

    "A or B?" reads like a pair taken together, and so does "on this and that; would A do anything?": it bears on them
    where claims compare the two, or treat a disease of the message with what is not taken yet. On "results in lupus?",
    which reads like a cause, it bears where claims treat it.
    """
    if asked is Intent.INTERACTIONS:
        is_new = bool(subject.conditions) and not set(subject.medicines) & set(patient.medicines)
        return is_new or len(_with_compared(subject.medicines[:1], subject.medicines, library)) > 1
    return asked in MEANS_THE_EFFECT and (asked is not Intent.CAUSES or bool(subject.conditions))


def _states_of(understood: Understood) -> frozenset[str]:
    """The diseases and groups that a message names."""
    queries = [wanted.query for wanted in understood.wanted]
    asked = (concept for query in queries for concept in (*query.conditions, *query.populations))
    patient = understood.patient
    return frozenset((*patient.conditions, *patient.populations, *understood.states, *asked))


def _answering(
    judgement: Judgement | None, query: Query, states: frozenset[str] | None, library: Library
) -> Judgement | None:
    """The hits for a query in codes with the nearest that answers it in front; None where none does.

    It must be of the kind that is asked for, in diseases and groups among `states` (None: in any), and cover the query:
    by what it is likely to, or because its codes are all that is asked for.
    """
    if judgement is None:
        return None
    of_them = [
        hit
        for hit in judgement.hits
        if states is None or not _is_on_others(library.claims[hit.claim][1], states, library.terminology)
    ]
    for hit in of_them:
        _, claim = library.claims[hit.claim]
        offered = {claim.intent, *claim.also} & {*intents_for(query.intents[0])}
        of_effect = query.intents[0] in MEANS_THE_EFFECT or query.intents[0] is Intent.ADVERSE_EFFECTS
        measures = of_effect and query.outcomes and measures_what_is_asked(claim, query, library.terminology)
        if (offered or measures) and (judgement.covered or _is_met(claim, query, library.terminology)):
            rest = (other for other in of_them if other.claim != hit.claim)
            first = hit.model_copy(update={"score": judgement.hits[0].score})
            return judgement.model_copy(update={"hits": (first, *rest), "by_codes": True})
    return None


def _is_on_others(claim: Claim, states: frozenset[str], terminology: Terminology) -> bool:
    """Whether a claim is on people with a disease, or on a group, that the message does not name: what was found in
    depression with dementia says little of depression."""
    own = (one for one in (*claim.conditions, *claim.populations) if one not in OF_ANYBODY)
    return not all(any(terminology.related(one, state) for state in states) for one in own)


def _is_met(claim: Claim, query: Query, terminology: Terminology) -> bool:
    """Whether a claim is on a medicine, the states and groups, and the outcome of a query, and on no narrower ones."""
    about = [concept for concept in (claim.intervention, claim.comparator) if concept]
    of_medicine = any(terminology.related(medicine, one) for medicine in query.medicines for one in about)
    of_state = all(any(terminology.covers(own, c) for own in claim.conditions) for c in query.conditions)
    of_outcome = not query.outcomes or measures_what_is_asked(claim, query, terminology)
    named = (*query.populations, *query.conditions)
    of_group = all(any(terminology.related(own, group) for group in named) for own in claim.populations)
    return of_medicine and of_state and of_outcome and of_group and bool(query.conditions or claim.populations)


def _subjects(query: Query, understood: Understood, library: Library) -> Iterator[Subject]:
    """What the ask may be about, the likeliest first: a medicine of the message joined by claims with a state that it
    names, with an outcome that it names, with a group of people, or with another medicine."""
    patient = understood.patient
    others = tuple(m for m in understood.mentioned if m not in patient.medicines)
    named = tuple(dict.fromkeys((*query.medicines, *query.beside, *others)))
    states = tuple(dict.fromkeys((*query.conditions, *patient.conditions, *understood.states)))
    groups = tuple(dict.fromkeys((*query.populations, *patient.populations)))
    asked = tuple(
        m for m in named if m not in patient.medicines or (m in query.medicines and _meets(m, states, library))
    )
    medicines = asked or named  # what only seems to be taken may be asked about all the same
    for condition in states:
        joined = tuple(m for m in medicines if _meets(m, (condition,), library))
        if joined:
            yield Subject(_with_compared(joined, medicines, library), (condition,), query.populations)
    for medicine in medicines:
        compared = _with_compared((medicine,), named, library)
        if medicine not in patient.medicines or len(compared) > 1:
            yield from _subjects_of(compared, states, groups, library)


def _subjects_of(
    compared: tuple[str, ...], states: Sequence[str], groups: Sequence[str], library: Library
) -> Iterator[Subject]:
    """What an ask about a medicine, the first, may be about where no claim joins it with a state that is named."""
    scope, medicine, is_compared = library.scope, compared[0], len(compared) > 1
    measuring = {card.id for _, card, claim in scope.of(medicine) if claim.outcome in states}
    if measuring and NOT_OF_OTHERS.isdisjoint(groups) and (is_compared or len(measuring) == 1):
        yield Subject(compared, by_outcome=True)
    met = tuple(group for group in groups if _is_studied_in(medicine, group, library))
    if met:
        yield Subject(compared, groups=met)
    if is_compared and not states:
        yield Subject(compared)


def _with_compared(joined: tuple[str, ...], medicines: Sequence[str], library: Library) -> tuple[str, ...]:
    """The medicines, and those of the others that claims compare one of them with."""
    terminology = library.terminology
    comparators = {claim.comparator for one in joined for _, _, claim in library.scope.of(one) if claim.comparator}
    compared = (m for m in medicines if any(terminology.related(m, comparator) for comparator in comparators))
    return tuple(dict.fromkeys((*joined, *compared)))


def _meets(medicine: str, conditions: Iterable[str], library: Library) -> bool:
    """Whether some claim is about a medicine in one of these conditions, none of which is a lack or an excess of it."""
    scope, related = library.scope, library.terminology.related
    asked = [condition for condition in conditions if not scope.is_state_of(condition, medicine)]
    return any(
        related(own, one) for _, _, claim in scope.of(medicine) for own in claim.conditions for one in asked
    )


def _is_studied_in(medicine: str, group: str, library: Library) -> bool:
    """Whether claims about a medicine that name no condition are on a group of people."""
    return any(
        library.terminology.related(own, group)
        for _, _, claim in library.scope.of(medicine)
        if not claim.conditions
        for own in claim.populations
    )


def _is_measured(outcome: str, medicines: Iterable[str], library: Library) -> bool:
    """Whether some claim says how an outcome fares under one of these medicines."""
    for medicine in medicines:
        asking = Query(text="", language="", medicines=(medicine,), outcomes=(outcome,))
        claims = (claim for _, _, claim in library.scope.of(medicine))
        if any(measures_what_is_asked(claim, asking, library.terminology) for claim in claims):
            return True
    return False


def _in_codes(subject: Subject, intent: Intent, asked: Query, states: Sequence[str], library: Library) -> Query:
    """The query for a subject, its text the names of its codes; of the `states` named those that are measured."""
    terminology, language = library.terminology, asked.language

    def measured(possible: Sequence[str]) -> tuple[str, ...]:
        others = (one for one in dict.fromkeys(possible) if one not in subject.conditions)
        return tuple(one for one in others if _is_measured(one, subject.medicines, library))

    outcomes = measured(asked.outcomes)
    besides = tuple(one for one in measured((*asked.topics, *asked.conditions, *states)) if one not in outcomes)
    if not subject.conditions:  # what is measured is all that is known of what was asked
        outcomes, besides = (*outcomes, *besides), ()
    named = (*subject.medicines, *subject.conditions, *subject.groups, *outcomes, *besides)
    return Query(
        text=" ".join(terminology.label(concept, language) for concept in named),
        language=language,
        intents=(intent,),
        direction="helps" if intent is Intent.EFFICACY and not outcomes else None,
        medicines=subject.medicines,
        conditions=subject.conditions,
        populations=subject.groups,
        routes=asked.routes,
        outcomes=outcomes,
        topics=besides,
        number_needed=asked.number_needed,
        added=asked.added,
    )
