"""What the library holds on the subject of an ask whose own wording it does not answer.

Enquiries are typed in haste: half of their words stand in no card, and what they ask is easily misread. Where a medicine
asked about and a state of the patient meet in claims, those claims bear on the enquiry all the same; they are then
searched for by their codes alone, and what was asked stays named as missing unless they are of its kind.
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
from knowledge.terminology.concepts import Terminology
from retrieval.admissible import measures_what_is_asked
from retrieval.answerable import Judgement
from retrieval.query import Query, ask_of

Judging = Callable[[Query], Judgement | None]
Found = tuple[Wanted, Judgement | None]

OF_THE_EFFECT = (Intent.EFFICACY, Intent.ADVERSE_EFFECTS)
"""What is told of a subject, the first that is known, where nothing of the kind asked for is known of it."""
NOT_OF_OTHERS = ("children", "neonates", "infants", "adolescents", "pregnant", "breastfeeding")
"""Groups of patients of whom what was found in others is not told."""


class Subject(NamedTuple):
    """A medicine, and the state or the group of people in which claims are about it."""

    medicines: tuple[str, ...]
    condition: str | None
    groups: tuple[str, ...]


def with_subjects(found: Sequence[Found], turn: Turn, library: Library, judging: Judging) -> tuple[Found, ...]:
    """What was found for each ask, and for those not answered what is found on their subject."""
    assert turn.understood is not None
    told = [one for one in found if _is_covered(one)]
    result: list[Found] = []
    for wanted, judgement in found:
        if judgement and judgement.covered or not _may_be_restated(wanted.query, turn.understood):
            result.append((wanted, judgement))
            continue
        restated = list(_restated(wanted, turn, library, judging))
        fitting = next((one for one in restated if one[0].query.intents == wanted.query.intents[:1]), None)
        if fitting:
            result.append((wanted._replace(query=fitting[0].query), fitting[1]))
            told.append(fitting)
            continue
        result += [one for one in restated if not _is_told(one, told)]
        told += restated
        result.append((wanted, judgement))
    return tuple(result)


def focused(query: Query, patient: Patient, library: Library) -> Query:
    """The query without what the patient takes besides, where claims join another of its medicines with its states.

    "On amlodipine; tamsulosin for the stone?" asks of tamsulosin alone.
    """
    if len(query.medicines) < 2 or query.direction == "causes" or Intent.INTERACTIONS in query.intents:
        return query
    meeting = [m for m in query.medicines if _meeting(m, query.conditions, library)]
    kept = tuple(m for m in query.medicines if m in meeting or m not in patient.medicines)
    return query.model_copy(update={"medicines": kept}) if meeting and kept else query


def _is_covered(found: Found) -> bool:
    return bool(found[1] and found[1].covered)


def _may_be_restated(query: Query, understood: Understood) -> bool:
    """Whether an ask has a subject that may be looked for; not what a source says, or what replaces a medicine."""
    return not (query.cards or query.instead_of or understood.foreign or understood.about_animals)


def _is_told(found: Found, told: Sequence[Found]) -> bool:
    """Whether the same is told for another ask already."""
    mine = found[0].query
    return any(
        mine.intents[:1] == other.query.intents[:1]
        and set(mine.medicines) <= set(other.query.medicines)
        and set(mine.conditions) <= set(other.query.conditions)
        for other, _ in told
    )


def _restated(wanted: Wanted, turn: Turn, library: Library, judging: Judging) -> Iterator[Found]:
    """The ask in codes alone, of its own kind and else of the effect, where claims answer it so."""
    assert turn.understood is not None
    subject = _subject_of(wanted.query, turn.understood, library)
    if subject is None:
        return
    own = wanted.query.intents[:1]
    for intent in dict.fromkeys((*own, *OF_THE_EFFECT)):
        query = _in_codes(subject, intent, wanted.query, library)
        judgement = judging(query)
        if judgement and judgement.covered:
            yield Wanted(ask_of(query), query), judgement
            return


def _subject_of(query: Query, understood: Understood, library: Library) -> Subject | None:
    """The medicine asked about, and the state or group, that claims join; the first of each that do."""
    patient, terminology = understood.patient, library.terminology
    others = (m for m in understood.mentioned if m not in patient.medicines)
    candidates = tuple(dict.fromkeys((*query.medicines, *query.beside, *others)))
    own = [m for m in candidates if m not in patient.medicines] or list(candidates)
    states = dict.fromkeys((*query.conditions, *patient.conditions))
    for condition in states:
        joined = tuple(medicine for medicine in own if _meeting(medicine, (condition,), library))
        if joined:
            groups = tuple(g for g in query.populations if g != condition)
            return Subject(joined, condition, groups)
    groups = tuple(dict.fromkeys((*query.populations, *patient.populations)))
    for medicine in own:
        met = tuple(g for g in groups if _is_studied_in(medicine, g, library, terminology))
        if met:
            return Subject((medicine,), None, met)
    return None


def _meeting(medicine: str, conditions: Iterable[str], library: Library) -> bool:
    """Whether some claim is about a medicine in one of these conditions, which it treats or found studied."""
    return any(
        library.terminology.related(own, asked)
        for _, _, claim in library.scope.of(medicine)
        for own in claim.conditions
        for asked in conditions
        if library.scope.is_indication(asked, (medicine,))
    )


def _is_studied_in(medicine: str, group: str, library: Library, terminology: Terminology) -> bool:
    """Whether claims about a medicine that name no condition are on a group of people."""
    return any(
        terminology.related(own, group)
        for _, _, claim in library.scope.of(medicine)
        if not claim.conditions
        for own in claim.populations
    )


def _in_codes(subject: Subject, intent: Intent, asked: Query, library: Library) -> Query:
    """The query for a subject, its text the names of its codes."""
    terminology, language = library.terminology, asked.language
    conditions = (subject.condition,) if subject.condition else ()
    named = (*subject.medicines, *conditions, *subject.groups, *asked.outcomes)
    query = Query(
        text=" ".join(terminology.label(concept, language) for concept in named),
        language=language,
        intents=(intent,),
        direction="helps" if intent is Intent.EFFICACY else None,
        medicines=subject.medicines,
        conditions=conditions,
        populations=subject.groups,
        routes=asked.routes,
        number_needed=asked.number_needed,
        added=asked.added,
    )
    outcomes = tuple(dict.fromkeys((*asked.outcomes, *(c for c in asked.conditions if c not in conditions))))
    measured = tuple(o for o in outcomes if _is_measured(o, query, library))
    return query.model_copy(update={"outcomes": measured})


def _is_measured(outcome: str, query: Query, library: Library) -> bool:
    """Whether some claim on the subject measures an outcome."""
    asking = query.model_copy(update={"outcomes": (outcome,), "conditions": ()})

    def measures(claim: Claim) -> bool:
        return measures_what_is_asked(claim, asking, library.terminology)

    return any(measures(claim) for medicine in query.medicines for _, _, claim in library.scope.of(medicine))
