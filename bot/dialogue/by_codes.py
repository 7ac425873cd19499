"""An ask put in codes alone, where its own wording is not answered: what claims join decides what it may be about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bot.dialogue.fitting import Found, hits_for_the_asker, is_on_others, of_the_asked, states_of
from bot.dialogue.likeliest import is_off, likely_subjects, shared_people
from bot.dialogue.subjects import OF_ANYBODY, Subject, in_codes, is_apart, only_use_of, subjects, with_compared
from bot.dialogue.turn import Turn
from bot.reading.model import Patient
from bot.reading.several import Wanted
from bot.reading.understanding import Understood
from knowledge.evidence.library import Library
from knowledge.evidence.models import Card, Claim, Intent
from knowledge.languages.analysis import words
from knowledge.terminology.concepts import Terminology
from retrieval.admissible import intents_for, measures_what_is_asked
from retrieval.answerable import Judgement
from retrieval.query import Query, ask_of
from retrieval.search import Hit
from retrieval.signals import OF_HARM

Judging = Callable[[Query], Judgement | None]

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
FEWEST_WORDS = 6
"""Words of a message from which what it says of a patient may show what a medicine is taken for without a name."""
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


def restated(
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
    understood = turn.understood
    joined = _first_answered(
        (one for one in subjects(wanted.query, hits, understood, library) if _is_open(one, wanted, turn, only_joined)),
        wanted, understood, library, judging, asks_for_effect=asks_for_effect,
    )  # fmt: skip
    is_short = len(words(turn.text)) < FEWEST_WORDS
    likely = () if only_joined or is_short else tuple(likely_subjects(wanted.query, hits, understood, library))
    if joined and not any(one.card_is_plain and one.card != _card_of(joined, library) for one in likely):
        return joined
    by_card = _first_answered(likely, wanted, understood, library, judging, asks_for_effect=asks_for_effect)
    return by_card or joined


def _card_of(found: Found, library: Library) -> str | None:
    return library.claims[found[1].hits[0].claim][0].id if found[1] else None


def _is_open(subject: Subject, wanted: Wanted, turn: Turn, only_joined: bool) -> bool:
    """Whether a subject may be meant: not in few words, of which one that is not recognised may say what it is asked
    for, such as "azithromycin for acne?"."""
    if only_joined and not _is_joined(subject, wanted.query):
        return False
    return not (subject.only_use and len(subject.medicines) < 2 and len(words(turn.text)) < FEWEST_WORDS)


def _first_answered(
    possible: Iterable[Subject], wanted: Wanted, understood: Understood, library: Library, judging: Judging,
    *, asks_for_effect: bool,
) -> Found | None:  # fmt: skip
    """The first subject that is answered, of its kind and else of the effect, with the ask in codes."""
    for subject in possible:
        kinds = _kinds_of(wanted.query.intents[:1], subject, understood.patient, library)
        if asks_for_effect and subject.conditions and not subject.only_use:
            kinds = tuple(dict.fromkeys((*kinds, *OF_THE_EFFECT[:2])))
        for intent in kinds:
            query = in_codes(subject, intent, wanted.query, understood.states, library)
            judgement = _judged(query, subject, wanted.query, understood, library, judging)
            if judgement:
                groups = wanted.ask.populations if subject.card else query.populations
                return Wanted(ask_of(query).model_copy(update={"populations": groups}), query), judgement
    return None


def _judged(
    query: Query, subject: Subject, asked: Query, understood: Understood, library: Library, judging: Judging
) -> Judgement | None:
    """What answers a subject in codes, on nobody with a disease that the message does not name."""
    if subject.card:
        return _of_its_card(subject.card, query, asked, understood, library, judging)
    taken_for = only_use_of(subject.medicines[0], library)
    if len(taken_for) > 1:
        taken_for = ()  # people with both diseases: one of them does not tell the other
    known = {*subject.conditions, *subject.groups} if subject.only_use else taken_for
    told = None if subject.by_outcome else states_of(understood).union(known)
    judgement = judging(query)
    kept = of_the_asked(judgement.hits, asked, library, understood.mentioned) if judgement else ()
    return answering(judgement.model_copy(update={"hits": kept}), query, told, library) if judgement and kept else None


def _of_its_card(
    card: str, query: Query, asked: Query, understood: Understood, library: Library, judging: Judging
) -> Judgement | None:
    """What one card answers, of the kind that is asked for: on its own people, and on no others apart."""
    judgement = judging(query.model_copy(update={"cards": (card,)}))
    if judgement is None:
        return None
    claims = {hit.claim: library.claims[hit.claim][1] for hit in judgement.hits}
    meant = states_of(understood) | shared_people(library.cards[card])
    own = [
        hit
        for hit in hits_for_the_asker(judgement.hits, asked, understood.patient, library)
        if library.claims[hit.claim][0].id == card and not is_on_others(claims[hit.claim], meant, library.terminology)
    ]
    first = next((hit for hit in own if is_of_its_kind(claims[hit.claim], query, library)), None)
    if first is None:
        return None
    front = first.model_copy(update={"score": own[0].score})
    others = (hit for hit in own if hit.claim != first.claim)
    return judgement.model_copy(update={"hits": (front, *others), "by_codes": True})


def of_likeliest_card(
    wanted: Wanted, judgement: Judgement, turn: Turn, library: Library, judging: Judging
) -> Found | None:
    """What the card answers that the whole message is likeliest about, where what was found is on another matter."""
    understood, query = turn.understood, wanted.query
    assert understood is not None
    card, lead = library.claims[judgement.hits[0].claim]
    if not query.medicines or query.cards or query.instead_of or understood.foreign:
        return None
    cards = library.cards
    off = (
        subject
        for subject in likely_subjects(query, judgement.hits, understood, library)
        if subject.card and subject.card != card.id
        if is_off(lead, card, cards[subject.card], understood, library)
    )
    found = _first_answered(off, wanted, understood, library, judging, asks_for_effect=False)
    return (wanted._replace(query=found[0].query), found[1]) if found else None


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
    if subject.card:
        is_pair = len(subject.medicines) > 1 and {*asked} <= OF_A_COMPARISON
        bears = is_pair or {*asked} <= OF_ITS_USE or _is_of_mothers(asked, subject.card, library)
        return tuple(dict.fromkeys((*asked, *_told_by(library.cards[subject.card], asked)))) if bears else ()
    bears = not asked or _may_mean_the_effect(asked[0], subject, patient, library)
    return tuple(dict.fromkeys((*asked, *(OF_THE_EFFECT if bears else ()))))


def _told_by(card: Card, asked: Sequence[Intent]) -> tuple[Intent, ...]:
    """What a card may tell of besides what is asked of it: not what it is good for, where harm is asked for; but that
    a trial has no results yet."""
    if not OF_HARM & {*asked}:
        return OF_THE_EFFECT
    return OF_THE_EFFECT[1:] if card.kind.is_single_study else OF_THE_EFFECT[1:2]


def _is_of_mothers(asked: tuple[Intent, ...], card: str, library: Library) -> bool:
    """Whether it is asked what goes for pregnant or breastfeeding women, and a card is on them or their children."""
    people = (one for claim in library.cards[card].claims for one in claim.populations)
    return asked in ((Intent.PREGNANCY,), (Intent.BREASTFEEDING,)) and any(is_apart(one, library) for one in people)


def _may_mean_the_effect(asked: Intent, subject: Subject, patient: Patient, library: Library) -> bool:
    """Whether the effect bears on an ask of this kind.

    "A or B?" reads like a pair taken together, and so does "on this and that; would A do anything?": it bears on them
    where claims compare the two, or treat a disease of the message with what is not taken yet. On "results in lupus?",
    which reads like a cause, it bears where claims treat it.
    """
    is_pair = len(with_compared(subject.medicines[:1], subject.medicines, library)) > 1
    if asked is Intent.INTERACTIONS:
        is_new = bool(subject.conditions) and not set(subject.medicines) & set(patient.medicines)
        return is_new or is_pair
    if is_pair and subject.conditions and not subject.only_use:
        return True  # whatever "A or B?" in a disease was read as
    return asked in MEANS_THE_EFFECT and (asked is not Intent.CAUSES or bool(subject.conditions))


def answering(
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
    return not is_on_others(claim, states, library.terminology)


def _is_of_one_of(claim: Claim, query: Query, terminology: Terminology) -> bool:
    """Whether a claim is of a medicine of the query, and not of another that meets it."""
    return any(terminology.related(medicine, claim.intervention or "") for medicine in query.medicines)


def _is_met(claim: Claim, query: Query, terminology: Terminology) -> bool:
    """Whether a claim is on a medicine, the states and groups, and the outcome of a query, and on no narrower ones."""
    of_medicine = any(_is_on(claim, medicine, terminology) for medicine in query.medicines)
    of_outcome = not query.outcomes or measures_what_is_asked(claim, query, terminology)
    return of_medicine and of_outcome and _is_of_its_people(claim, query, terminology)


def _is_on(claim: Claim, medicine: str, terminology: Terminology) -> bool:
    """Whether a claim is on a medicine or its class, or compares another with that very medicine: what a new one does
    against "other antidepressants" says nothing of one of these."""
    if terminology.related(medicine, claim.intervention or ""):
        return True
    return claim.comparator is not None and terminology.covers(medicine, claim.comparator)


def _is_of_its_people(claim: Claim, query: Query, terminology: Terminology) -> bool:
    """Whether a claim is on the states and groups of a query, and on no narrower ones."""
    of_state = all(any(terminology.covers(own, c) for own in claim.conditions) for c in query.conditions)
    named = (*query.populations, *query.conditions)
    groups = [own for own in claim.populations if own not in OF_ANYBODY]
    of_group = all(any(terminology.related(own, group) for group in named) for own in groups)
    return of_state and of_group and bool(query.conditions or claim.populations)
