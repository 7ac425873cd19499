"""What the library holds on the subject of an ask whose own wording it does not answer.

Enquiries are typed in haste: half of their words stand in no card, and what they ask is easily misread. Where a
medicine asked about and a state of the patient meet in claims, those claims bear on the enquiry all the same; they are
then searched for by their codes alone, and what was asked stays named as missing unless they are of its kind.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.dialogue.by_codes import OF_THE_EFFECT, Judging, answering, of_likeliest_card, restated
from bot.dialogue.fitting import AGES, Found, is_on_others, states_of
from bot.dialogue.subjects import (
    Subject,
    in_codes,
    is_for_another_disease,
    is_measured,
    measured_in_one,
    meets,
)
from bot.dialogue.turn import Turn
from bot.reading.several import Wanted
from bot.reading.understanding import Understood
from knowledge.evidence.library import Library
from knowledge.evidence.models import Intent
from retrieval.admissible import measures_what_is_asked
from retrieval.answerable import Judgement
from retrieval.query import Query, ask_of
from retrieval.signals import OF_HARM

NURSED = (*AGES, "breastfeeding")
"""Groups in which a complaint may be the child's."""
MOST_UNASKED = 3
"""Medicines named besides those asked about of which it is told what is known."""


def with_subjects(
    found: Sequence[Found], turn: Turn, library: Library, judging: Judging, plain: Collection[Intent] = ()
) -> tuple[Found, ...]:
    """What was found for each ask, and for those not answered what is found on their subject.

    `plain` is what the message plainly asks for by its words, whichever of its asks they were read into.
    """
    assert turn.understood is not None
    told = [one for one in found if _is_covered(one)]
    result: list[Found] = []
    for one in found:
        result += _told_of(one, told, turn, library, judging, plain)
    ahead = _all_is_taken(result, turn.understood)
    unasked = [one for one in _of_unasked(found, turn, library, judging) if ahead or _is_covered(one)]
    result = [*unasked, *result] if ahead else [*result, *unasked]
    told += filter(_is_covered, unasked)
    result += _measured_besides(result, turn, library, judging)
    if Intent.ADVERSE_EFFECTS in plain and told:
        result += _harms(told, states_of(turn.understood), library, judging)
    return tuple(result)


def _told_of(
    one: Found, told: list[Found], turn: Turn, library: Library, judging: Judging, plain: Collection[Intent]
) -> list[Found]:
    """What is told of an ask: what was found for it or, put in codes, on its subject; `told` grows by the latter."""
    assert turn.understood is not None
    wanted, judgement = one
    if judgement and judgement.covered:
        nearer = of_likeliest_card(wanted, judgement, turn, library, judging)
        if nearer:
            return [nearer]
        return [_with_named(wanted, judgement, turn.understood, library, judging)]
    if not _may_be_restated(wanted.query, turn.understood):
        return [one]
    hits = judgement.hits if judgement else ()
    other = restated(wanted, hits, turn, library, judging, asks_for_effect=Intent.EFFICACY in plain)
    if other is None:
        return [one]
    if _answers_it(other[0].query, wanted.query, library) or _is_meant_by(other[0], wanted, plain):
        told.append(other)
        return [(wanted._replace(query=other[0].query), other[1])]
    is_new = not _is_told(other, told)
    told.append(other)
    return [other, one] if is_new else [one]


def _of_unasked(found: Sequence[Found], turn: Turn, library: Library, judging: Judging) -> list[Found]:
    """What is known of medicines that the message names and no ask is about, in what it tells of; nothing of some.

    "The parents want A or B, effect compared with C?" is read as asking of C alone now and then; what is taken already,
    or not tolerated, is not asked about.
    """
    understood = turn.understood
    assert understood is not None
    related, patient = library.terminology.related, understood.patient
    queries = [wanted.query for wanted, _ in found]
    asked = {m for query in queries for m in (*query.medicines, *query.beside, *query.instead_of)}
    others = [
        medicine
        for medicine in understood.mentioned
        if medicine not in (*patient.medicines, *patient.allergies)
        if not any(related(medicine, one) for one in asked)
    ]
    if not found or not _may_be_restated(found[0][0].query, understood):
        return []
    first = found[0][0]
    result: list[Found] = []
    for medicine in others[:MOST_UNASKED]:
        query = first.query.model_copy(update={"medicines": (medicine,), "beside": ()})
        wanted = Wanted(first.ask.model_copy(update={"medicines": (medicine,), "beside": ()}), query)
        result.append(restated(wanted, (), turn, library, judging, only_joined=True) or (wanted, None))
    return result


def _all_is_taken(found: Sequence[Found], understood: Understood) -> bool:
    """Whether all that is read as asked about is taken already, so that another medicine is what is asked about."""
    asked = {medicine for wanted, _ in found for medicine in wanted.query.medicines}
    return bool(asked) and asked <= {*understood.patient.medicines}


def _measured_besides(found: Sequence[Found], turn: Turn, library: Library, judging: Judging) -> list[Found]:
    """What is measured, under a medicine asked about, of a state that the message names and no answer tells of.

    "Coronary disease; does it make him demented?" is not answered by what the medicine does in coronary disease: what
    it does to dementia may be known in other people, and is told as theirs.
    """
    assert turn.understood is not None
    medicines = tuple(dict.fromkeys(m for wanted, _ in found for m in wanted.query.medicines))
    if any(library.terminology.covers(one, group) for one in NURSED for group in states_of(turn.understood)):
        return []  # what was found in other grown-up people is told neither of children nor of those who nurse them
    if not medicines or not _may_be_restated(found[0][0].query, turn.understood):
        return []
    untold = _untold(found, turn.understood, library)
    open_states = (one for one in untold if not any(meets(medicine, (one,), library) for medicine in medicines))
    first = found[0][0].query
    results = (_measured_in(state, medicines, first, turn.understood, library, judging) for state in open_states)
    return [one for one in results if one is not None]


def _measured_in(
    state: str, medicines: Sequence[str], first: Query, understood: Understood, library: Library, judging: Judging
) -> Found | None:
    """What one card alone measures of a state under one of these medicines."""
    named = understood.states, states_of(understood)
    own = [m for m in medicines if not is_for_another_disease(m, *named, library)]
    subject = next((one for m in own if (one := measured_in_one(m, state, library))), None)
    if subject is None:
        return None
    query = in_codes(subject, Intent.EFFICACY, first, (state,), library)
    query = query.model_copy(update={"outcomes": (state,), "topics": (), "routes": ()})
    judgement = answering(_measuring(judging(query), query, library), query, None, library)
    return (Wanted(ask_of(query), query), judgement) if judgement else None


def _measuring(judgement: Judgement | None, query: Query, library: Library) -> Judgement | None:
    """What was found with the claims alone that measure an outcome of the query; None where none does."""
    if judgement is None:
        return None
    claims, terminology = library.claims, library.terminology
    hits = tuple(hit for hit in judgement.hits if measures_what_is_asked(claims[hit.claim][1], query, terminology))
    return judgement.model_copy(update={"hits": hits}) if hits else None


def _untold(found: Sequence[Found], understood: Understood, library: Library) -> list[str]:
    """The states of a message of which no answer says how they fare."""
    claims = library.claims
    told = [claims[hit.claim][1] for _, judgement in found if judgement and judgement.covered for hit in judgement.hits]

    def is_told(state: str) -> bool:
        asking = Query(text="", language="", outcomes=(state,))
        return any(measures_what_is_asked(claim, asking, library.terminology) for claim in told)

    return [state for state in understood.states if not is_told(state)]


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
        state for state in understood.states if state not in named and is_measured(state, query.medicines, library)
    )
    wider = query.model_copy(update={"topics": (*query.topics, *besides)})
    more = judging(wider) if besides else None
    if more is None:
        return wanted, judgement
    known, states = {hit.claim for hit in judgement.hits}, states_of(understood)
    asking = query.model_copy(update={"outcomes": besides})
    added = tuple(
        hit
        for hit in more.hits
        if hit.claim not in known
        if measures_what_is_asked(library.claims[hit.claim][1], asking, library.terminology)
        if not is_on_others(library.claims[hit.claim][1], states, library.terminology)
    )
    return wanted._replace(query=wider), judgement.model_copy(update={"hits": (*judgement.hits, *added)})


def _harms(told: Sequence[Found], states: frozenset[str], library: Library, judging: Judging) -> list[Found]:
    """The harms of what is told first, where they are asked for in passing and no ask is on harm."""
    first = told[0][0].query
    if not first.medicines or any(OF_HARM & set(wanted.query.intents) for wanted, _ in told):
        return []
    query = in_codes(Subject(first.medicines, first.conditions, first.populations), Intent.ADVERSE_EFFECTS,
                      first.model_copy(update={"outcomes": (), "topics": ()}), (), library)
    known = states.union(query.conditions, query.populations)
    judgement = answering(judging(query), query, known, library)
    return [(Wanted(ask_of(query), query), judgement)] if judgement else []


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


def _is_meant_by(restated: Wanted, wanted: Wanted, plain: Collection[Intent]) -> bool:
    """Whether an ask is of the effect, though nothing shows so plainly: "1 g once or 7 days, which works?" names doses
    and asks for none, and "A or B, she must stay awake?" for no form of either."""
    asked, of_effect = {*wanted.query.intents[:1]}, {*restated.query.intents[:1]}
    of_same = {*wanted.query.medicines} <= {*restated.query.medicines}
    is_pair = len({*wanted.query.medicines}) > 1
    return of_same and not asked & {*plain} and (is_pair or (asked == {Intent.DOSAGE} and of_effect <= {*plain}))


def _is_told(found: Found, told: Sequence[Found]) -> bool:
    """Whether the same is told for another ask already."""
    mine = found[0].query
    return any(
        mine.intents[:1] == other.query.intents[:1]
        and set(mine.medicines) <= set(other.query.medicines)
        and set(mine.conditions) <= set(other.query.conditions)
        for other, _ in told
    )
