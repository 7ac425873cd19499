"""What the library holds on the subject of an ask whose own wording it does not answer.

Enquiries are typed in haste: half of their words stand in no card, and what they ask is easily misread. Where a
medicine asked about and a state of the patient meet in claims, those claims bear on the enquiry all the same; they are
then searched for by their codes alone, and what was asked stays named as missing unless they are of its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import combinations

from bot.dialogue.subjects import (
    OF_ANYBODY,
    Subject,
    in_codes,
    is_apart,
    is_measured,
    measured_in_one,
    meets,
    only_use_of,
    subjects,
    with_compared,
)
from bot.dialogue.turn import Turn
from bot.reading.model import Patient
from bot.reading.populations import ADOLESCENTS, CHILDREN, INFANTS, NEONATES, age_group
from bot.reading.several import Wanted
from bot.reading.understanding import Understood
from knowledge.evidence.library import Library
from knowledge.evidence.models import Claim, Intent
from knowledge.evidence.scope import ANY_DISEASE
from knowledge.languages.analysis import words
from knowledge.terminology.concepts import Terminology
from retrieval.admissible import intents_for, measures_what_is_asked
from retrieval.answerable import Judgement
from retrieval.query import Query, ask_of
from retrieval.search import Hit
from retrieval.signals import OF_HARM

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
OF_THE_MEDICINE_ITSELF = frozenset({Intent.INTERACTIONS, Intent.DOSAGE})
"""Kinds of asks that a claim on another medicine, which only names this one, does not answer."""
MOST_UNASKED = 3
"""Medicines named besides those asked about of which it is told what is known."""
FEWEST_WORDS = 10
"""Words of a message from which what it says of a patient may show what a medicine is taken for without a name."""
AGES = (NEONATES, INFANTS, CHILDREN, ADOLESCENTS)
"""Groups of an age in which what was found does not hold for another."""
OF_A_DISEASE = frozenset({Intent.EFFICACY, Intent.DOSAGE, Intent.GUIDANCE})
"""Kinds of asks that are about the disease of the message, whether or not their words name it."""
OF_ITS_USE = frozenset(
    {Intent.EFFICACY, Intent.GUIDANCE, Intent.ADVERSE_EFFECTS, Intent.TRIAL_DETAILS, Intent.OTHER}
)
"""Kinds of asks that what is known in one disease bears on, though the message does not name it: not a dose."""
OF_AN_OUTCOME = OF_ITS_USE | {Intent.CAUSES, Intent.ALTERNATIVES, Intent.INTERACTIONS, Intent.DEFINITION}
"""The same for what is measured of an outcome that the message names."""
OF_A_COMPARISON = OF_ITS_USE | {
    Intent.ALTERNATIVES, Intent.INTERACTIONS, Intent.MONITORING, Intent.MECHANISM, Intent.DEFINITION,
}  # fmt: skip
"""The same where medicines are named that claims compare: the kind of what is asked of a pair is easily misread."""


def with_subjects(
    found: Sequence[Found], turn: Turn, library: Library, judging: Judging, plain: Collection[Intent] = ()
) -> tuple[Found, ...]:
    """What was found for each ask, and for those not answered what is found on their subject.

    `plain` is what the message plainly asks for by its words, whichever of its asks they were read into.
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
        hits = judgement.hits if judgement else ()
        restated = _restated(wanted, hits, turn, library, judging, asks_for_effect=Intent.EFFICACY in plain)
        if restated is None:
            result.append((wanted, judgement))
            continue
        if _answers_it(restated[0].query, wanted.query, library) or _is_meant_by(restated[0], wanted, plain):
            result.append((wanted._replace(query=restated[0].query), restated[1]))
        else:
            result += [(wanted, judgement)] if _is_told(restated, told) else [restated, (wanted, judgement)]
        told.append(restated)
    unasked = _of_unasked(found, turn, library, judging)
    result = [*(one for one in unasked if _is_ahead(one, result, turn.understood)), *result,
              *(one for one in unasked if not _is_ahead(one, result, turn.understood))]
    told += unasked
    result += _measured_besides(result, turn, library, judging)
    if Intent.ADVERSE_EFFECTS in plain and told:
        result += _harms(told, _states_of(turn.understood), library, judging)
    return tuple(result)


def _of_unasked(found: Sequence[Found], turn: Turn, library: Library, judging: Judging) -> list[Found]:
    """What is known of medicines that the message names and no ask is about, in what it tells of.

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
    result = []
    for medicine in others[:MOST_UNASKED]:
        query = first.query.model_copy(update={"medicines": (medicine,), "beside": ()})
        wanted = Wanted(first.ask.model_copy(update={"medicines": (medicine,), "beside": ()}), query)
        told = _restated(wanted, (), turn, library, judging, only_joined=True)
        result += [told] if told else []
    return result


def _is_ahead(unasked: Found, found: Sequence[Found], understood: Understood) -> bool:
    """Whether a medicine that no ask is about goes before what is: where all that is asked about is taken already."""
    asked = {medicine for wanted, _ in found for medicine in wanted.query.medicines}
    return bool(asked) and asked <= {*understood.patient.medicines}


def _measured_besides(found: Sequence[Found], turn: Turn, library: Library, judging: Judging) -> list[Found]:
    """What is measured, under a medicine asked about, of a state that the message names and no answer tells of.

    "Coronary disease; does it make him demented?" is not answered by what the medicine does in coronary disease: what
    it does to dementia may be known in other people, and is told as theirs.
    """
    understood = turn.understood
    assert understood is not None
    claims, result = library.claims, list[Found]()
    told = [claims[hit.claim][1] for _, judgement in found if judgement and judgement.covered for hit in judgement.hits]
    medicines = dict.fromkeys(m for wanted, _ in found for m in wanted.query.medicines)
    if not found or not _may_be_restated(found[0][0].query, understood):
        return []
    for state in understood.states:
        asking = Query(text="", language="", outcomes=(state,))
        if any(measures_what_is_asked(claim, asking, library.terminology) for claim in told):
            continue
        subject = next((s for m in medicines if (s := measured_in_one(m, state, library))), None)
        if subject is None or library.scope.is_indication(state, subject.medicines):
            continue
        query = in_codes(subject, Intent.EFFICACY, found[0][0].query, (state,), library)
        query = query.model_copy(update={"outcomes": (state,), "topics": (), "routes": ()})
        judgement = _answering(judging(query), query, None, library)
        result += [(Wanted(ask_of(query), query), judgement)] if judgement else []
    return result


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
    query = in_codes(Subject(first.medicines, first.conditions, first.populations), Intent.ADVERSE_EFFECTS,
                      first.model_copy(update={"outcomes": (), "topics": ()}), (), library)
    known = states.union(query.conditions, query.populations)
    judgement = _answering(judging(query), query, known, library)
    return [(Wanted(ask_of(query), query), judgement)] if judgement else []


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
    if not hits or wanted.query.cards:
        return hits
    claims = {hit.claim: library.claims[hit.claim][1] for hit in hits}
    states = _states_of(understood)
    diseases = {one for one in states if library.terminology.kind(one) == "condition"} - {ANY_DISEASE}
    if not diseases:
        return hits
    kept = tuple(hit for hit in hits if not _is_in_other_diseases(claims[hit.claim], states, library.terminology))
    if OF_A_DISEASE & {*wanted.query.intents[:1]} and not wanted.query.conditions:
        return () if _is_in_other_diseases(claims[hits[0].claim], states, library.terminology) else kept
    own = diseases.intersection(understood.patient.conditions)
    if any(_is_in_one_of(claims[hit.claim], own, library.terminology) for hit in kept):
        return kept  # known in this disease: not told of another
    return hits


def hits_for_the_asker(hits: Sequence[Hit], query: Query, patient: Patient, library: Library) -> tuple[Hit, ...]:
    """The hits but for those on other medicines than are asked about, and on another age than the patient's."""
    kept = of_the_asked(hits, query, library, patient.medicines)
    return kept if patient.age is None else for_the_age(kept, patient.age, library)


def for_the_age(hits: Sequence[Hit], age: float, library: Library) -> tuple[Hit, ...]:
    """The hits without what is on people of another age than the patient's."""
    claims = library.claims
    return tuple(hit for hit in hits if not _is_on_another_age(claims[hit.claim][1], age, library.terminology))


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


def _is_in_one_of(claim: Claim, diseases: Collection[str], terminology: Terminology) -> bool:
    """Whether a claim is on one of these diseases."""
    return any(terminology.related(one, disease) for one in claim.conditions for disease in diseases)


def _is_in_other_diseases(claim: Claim, states: frozenset[str], terminology: Terminology) -> bool:
    """Whether a claim is on diseases of which the message names none."""
    own = [one for one in claim.conditions if one not in OF_ANYBODY]
    return bool(own) and not any(terminology.related(one, state) for one in own for state in states)


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
    """Whether an ask of a dose is of the effect: "1 g once or 7 days, which works?" names doses and asks for none."""
    asked = {*wanted.query.intents[:1]}
    of_same = {*wanted.query.medicines} <= {*restated.query.medicines}
    return asked == {Intent.DOSAGE} and of_same and {*restated.query.intents[:1]} <= {*plain} and not asked & {*plain}


def _is_told(found: Found, told: Sequence[Found]) -> bool:
    """Whether the same is told for another ask already."""
    mine = found[0].query
    return any(
        mine.intents[:1] == other.query.intents[:1]
        and set(mine.medicines) <= set(other.query.medicines)
        and set(mine.conditions) <= set(other.query.conditions)
        for other, _ in told
    )


def _restated(
    wanted: Wanted,
    hits: Sequence[Hit],
    turn: Turn,
    library: Library,
    judging: Judging,
    *,
    asks_for_effect: bool = False,
    only_joined: bool = False,
) -> Found | None:
    """The ask in codes alone, of its own kind and else of the effect; None where no claim answers it so.

    `asks_for_effect`: whether the effect is asked for somewhere in the message; `only_joined`: whether claims must join
    the medicine with a state that the message names.
    """
    assert turn.understood is not None
    patient = turn.understood.patient
    for subject in subjects(wanted.query, hits, turn.understood, library):
        if only_joined and not _is_joined(subject, wanted.query):
            continue
        if subject.only_use and len(subject.medicines) < 2 and len(words(turn.text)) < FEWEST_WORDS:
            continue  # "azithromycin for acne?": what is not recognised is what it is asked for
        taken_for = only_use_of(subject.medicines[0], library)
        if len(taken_for) > 1:
            taken_for = ()  # people with both diseases: one of them does not tell the other
        kinds = _kinds_of(wanted.query.intents[:1], subject, patient, library)
        if asks_for_effect and subject.conditions and not subject.only_use:
            kinds = tuple(dict.fromkeys((*kinds, *OF_THE_EFFECT[:2])))
        for intent in kinds:
            query = in_codes(subject, intent, wanted.query, turn.understood.states, library)
            known = {*subject.conditions, *subject.groups} if subject.only_use else taken_for
            told = None if subject.by_outcome else _states_of(turn.understood).union(known)
            judgement = judging(query)
            if judgement:
                hits_of_asked = of_the_asked(judgement.hits, wanted.query, library, turn.understood.mentioned)
                judgement = judgement.model_copy(update={"hits": hits_of_asked}) if hits_of_asked else None
            judgement = _answering(judgement, query, told, library)
            if judgement:
                return Wanted(ask_of(query), query), judgement
    return None


def _is_joined(subject: Subject, query: Query) -> bool:
    """Whether claims join the medicine of a query, and no other, with a state of the message."""
    return bool(subject.conditions) and not subject.only_use and {*subject.medicines} == {*query.medicines}


def _kinds_of(asked: tuple[Intent, ...], subject: Subject, patient: Patient, library: Library) -> tuple[Intent, ...]:
    """What may be told of a subject for an ask: what is asked, then the effect, as far as it bears on that.

    Where the message does not say what the medicine is taken for, a dose or a warning may be meant in any disease.
    """
    if subject.only_use and not {*asked} <= (OF_ITS_USE if len(subject.medicines) < 2 else OF_A_COMPARISON):
        return ()
    if subject.only_use:
        return tuple(dict.fromkeys((*asked, *OF_THE_EFFECT[:2])))
    if subject.by_outcome and not {*asked} <= OF_AN_OUTCOME:
        return ()
    bears = not asked or _may_mean_the_effect(asked[0], subject, patient, library)
    return tuple(dict.fromkeys((*asked, *(OF_THE_EFFECT if bears else ()))))


def _may_mean_the_effect(asked: Intent, subject: Subject, patient: Patient, library: Library) -> bool:
    """Whether the effect bears on an ask of this kind.

    "A or B?" reads like a pair taken together, and so does "on this and that; would A do anything?": it bears on them
    where claims compare the two, or treat a disease of the message with what is not taken yet. On "results in lupus?",
    which reads like a cause, it bears where claims treat it.
    """
    if asked is Intent.INTERACTIONS:
        is_new = bool(subject.conditions) and not set(subject.medicines) & set(patient.medicines)
        return is_new or len(with_compared(subject.medicines[:1], subject.medicines, library)) > 1
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
    of_them = [hit for hit in judgement.hits if _is_meant(library.claims[hit.claim][1], states, library)]
    for hit in of_them:
        claim = library.claims[hit.claim][1]
        if is_of_its_kind(claim, query, library) and (
            judgement.covered or _is_met(claim, query, library.terminology)
        ):
            rest = (other for other in of_them if other.claim != hit.claim)
            first = hit.model_copy(update={"score": judgement.hits[0].score})
            return judgement.model_copy(update={"hits": (first, *rest), "by_codes": True})
    return None


def is_of_its_kind(claim: Claim, query: Query, library: Library) -> bool:
    """Whether a claim is of the kind that is asked for: a dose of the very medicine, an effect by what was measured."""
    asked, terminology = query.intents[0], library.terminology
    if asked in OF_THE_MEDICINE_ITSELF and not _is_of_one_of(claim, query, terminology):
        return False
    if {claim.intent, *claim.also} & {*intents_for(asked)}:
        return True
    of_effect = asked in MEANS_THE_EFFECT or asked is Intent.ADVERSE_EFFECTS
    return of_effect and bool(query.outcomes) and measures_what_is_asked(claim, query, terminology)


def _is_meant(claim: Claim, states: frozenset[str] | None, library: Library) -> bool:
    """Whether a claim is on people among `states`; where any are meant, on none that are apart."""
    if states is None:
        return not any(is_apart(group, library) for group in claim.populations)
    return not _is_on_others(claim, states, library.terminology)


def _is_on_others(claim: Claim, states: frozenset[str], terminology: Terminology) -> bool:
    """Whether a claim is on people with a disease, or on a group, that the message does not name: what was found in
    depression with dementia says little of depression."""
    own = (one for one in (*claim.conditions, *claim.populations) if one not in OF_ANYBODY)
    return not all(any(terminology.related(one, state) for state in states) for one in own)


def _is_of_one_of(claim: Claim, query: Query, terminology: Terminology) -> bool:
    """Whether a claim is of a medicine of the query, and not of another that meets it."""
    return any(terminology.related(medicine, claim.intervention or "") for medicine in query.medicines)


def _is_met(claim: Claim, query: Query, terminology: Terminology) -> bool:
    """Whether a claim is on a medicine, the states and groups, and the outcome of a query, and on no narrower ones."""
    about = [concept for concept in (claim.intervention, claim.comparator) if concept]
    of_medicine = any(terminology.related(medicine, one) for medicine in query.medicines for one in about)
    of_state = all(any(terminology.covers(own, c) for own in claim.conditions) for c in query.conditions)
    of_outcome = not query.outcomes or measures_what_is_asked(claim, query, terminology)
    named = (*query.populations, *query.conditions)
    groups = [own for own in claim.populations if own not in OF_ANYBODY]
    of_group = all(any(terminology.related(own, group) for group in named) for own in groups)
    return of_medicine and of_state and of_outcome and of_group and bool(query.conditions or claim.populations)


