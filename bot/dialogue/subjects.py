"""What an ask may be about: the medicines of a message joined by claims with its states, groups, outcomes.

Enquiries are typed in haste, and which medicine is asked about is easily misread; what claims join with a state that
the message names is likelier than a medicine that happens to be taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.reading.populations import CONTRACT_NAMES
from bot.reading.understanding import Understood
from knowledge.evidence.library import Library
from knowledge.evidence.models import Claim, Intent
from knowledge.evidence.scope import ANY_DISEASE
from retrieval.admissible import SETTINGS, SEXES, measures_what_is_asked
from retrieval.query import Query
from retrieval.search import Hit
from retrieval.signals import ADULTS

MOST_USES = 2
"""Cards on a medicine up to which its use need not be named: the nearest card is what is known of it."""

NOT_OF_OTHERS = frozenset({"children", "neonates", "infants", "adolescents", "pregnant", "breastfeeding"})
"""Groups of whom nothing is told that was found in whatever disease."""
OF_ANYBODY = frozenset({ADULTS, ANY_DISEASE}) | SEXES | SETTINGS
"""Groups that a message need not name: the disease and the medicine tell whether they are meant."""


class Subject(NamedTuple):
    """Medicines, and the state or the group of people in which claims are about them; what they are compared in."""

    medicines: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    by_outcome: bool = False
    """Whether it is met by what was measured, in whatever disease, since nothing else is known of the medicine."""
    only_use: bool = False
    """Whether the message names no state, and this is the one in which the medicine is known."""
    card: str | None = None
    """The card that alone is meant, where the message as a whole shows which."""
    card_is_plain: bool = False
    """Whether no other card is nearly as likely."""


class _Names(NamedTuple):
    """What a message names that an ask may be about."""

    named: tuple[str, ...]
    """Every medicine but what is only taken besides or not tolerated."""
    medicines: tuple[str, ...]
    """Those that are not in use, or are in use for a state that is named; all, where there is none such."""
    taken: tuple[str, ...]
    states: tuple[str, ...]
    groups: tuple[str, ...]


def subjects(query: Query, hits: Sequence[Hit], understood: Understood, library: Library) -> Iterator[Subject]:
    """What the ask may be about, the likeliest first: a medicine of the message joined by claims with a state that it
    names, with an outcome that it names, with a group of people, or with another medicine; else what the medicine asked
    about is known for, where that is one thing or two. `hits` are what its wording found, the nearest first.
    """
    names = _names(query, understood, library)
    yield from _joined_with_states(names, query.populations, library)
    yield from _met_otherwise(names, library)
    if not names.medicines and query.intents[:1] == (Intent.EFFICACY,):
        yield from _joined_by_claims(hits, names.states, library)
    if all(_is_no_other_use(state, names.medicines, library) for state in names.states):
        for medicine in names.medicines:
            compared = with_compared((medicine,), names.named, library)
            yield from _known_uses(compared, hits, names.states, names.groups, library)


def _names(query: Query, understood: Understood, library: Library) -> _Names:
    patient = understood.patient
    others = tuple(m for m in understood.mentioned if m not in (*patient.medicines, *patient.allergies))
    named = tuple(dict.fromkeys((*query.medicines, *query.beside, *others)))
    states = tuple(dict.fromkeys((*query.conditions, *patient.conditions, *understood.states)))
    groups = tuple(dict.fromkeys((*query.populations, *patient.populations)))
    asked = tuple(
        m for m in named if m not in patient.medicines or (m in query.medicines and meets(m, states, library))
    )
    return _Names(named, asked or named, patient.medicines, states, groups)


def _joined_with_states(names: _Names, groups: tuple[str, ...], library: Library) -> Iterator[Subject]:
    for condition in names.states:
        joined = tuple(m for m in names.medicines if meets(m, (condition,), library))
        if joined:
            yield Subject(with_compared(joined, names.medicines, library), (condition,), groups)


def _met_otherwise(names: _Names, library: Library) -> Iterator[Subject]:
    for medicine in names.medicines:
        compared = with_compared((medicine,), names.named, library)
        if medicine not in names.taken or len(compared) > 1:
            yield from _subjects_of(compared, names.states, names.groups, library)


def _subjects_of(
    compared: tuple[str, ...], states: Sequence[str], groups: Sequence[str], library: Library
) -> Iterator[Subject]:
    """What an ask about a medicine, the first, may be about where no claim joins it with a state that is named."""
    medicine, is_compared = compared[0], len(compared) > 1
    measuring = [] if any(is_apart(group, library) for group in groups) else _measuring(compared, states, library)
    if is_for_another_disease(medicine, states, groups, library):
        measuring = [(card, claim) for card, claim in measuring if not {*claim.conditions} - OF_ANYBODY]
    if len({card for card, _ in measuring}) == 1:
        yield Subject(compared, by_outcome=True)
    met = tuple(group for group in groups if _is_studied_in(medicine, group, states, library))
    if met:
        yield Subject(compared, groups=met)
    if is_compared and not states:
        yield Subject(compared)


def _joined_by_claims(hits: Sequence[Hit], states: Sequence[str], library: Library) -> Iterator[Subject]:
    """The treatment of the nearest claim that joins states of a message that names no medicine: "does eradicating the
    one prevent the other?"."""
    related = library.terminology.related
    for hit in hits:
        claim = library.claims[hit.claim][1]
        own = {*claim.conditions} - OF_ANYBODY
        met = {state for state in states if any(related(state, one) for one in own)}
        measured = claim.outcome and any(related(claim.outcome, state) for state in states if state not in met)
        if claim.intervention and own and measured and all(any(related(one, s) for s in met) for one in own):
            yield Subject((claim.intervention,), claim.conditions)
            return


def _measuring(compared: tuple[str, ...], states: Sequence[str], library: Library) -> list[tuple[str, Claim]]:
    """The claims, with their cards, that measure a state of the message under the first medicine itself; against
    another one, where several are compared."""
    covers, related = library.terminology.covers, library.terminology.related
    found = []
    for _, card, claim in library.scope.of(compared[0]):
        is_own = claim.intervention is not None and covers(compared[0], claim.intervention)
        against = any(related(other, claim.comparator or "") for other in compared[1:])
        measured = claim.outcome is not None and any(covers(state, claim.outcome) for state in states)
        if measured and (against or (is_own and len(compared) < 2)):
            found.append((card.id, claim))
    return found


def measured_in_one(medicine: str, state: str, library: Library) -> Subject | None:
    """A medicine by an outcome that one card alone measures under it or its class; None where none does, or several."""
    covers, related = library.terminology.covers, library.terminology.related
    cards = {
        card.id
        for _, card, claim in library.scope.of(medicine)
        if claim.outcome and covers(state, claim.outcome) and related(medicine, claim.intervention or "")
    }
    return Subject((medicine,), by_outcome=True) if len(cards) == 1 else None


def only_use_of(medicine: str, library: Library) -> tuple[str, ...]:
    """The conditions in which a medicine is known, where one card alone is on it."""
    own = _by_card(medicine, library)
    return _shared(next(iter(own.values())))[0] if len(own) == 1 else ()


def is_disease(state: str, library: Library) -> bool:
    """Whether a state is a disease of its own, and not any disease."""
    return library.terminology.kind(state) == "condition" and state != ANY_DISEASE


def _is_no_other_use(condition: str, medicines: Sequence[str], library: Library) -> bool:
    """Whether a state leaves open what the medicine is taken for: it is any disease, or what may come of it."""
    return not is_disease(condition, library) or is_measured(condition, medicines, library)


def _known_uses(
    compared: tuple[str, ...], hits: Sequence[Hit], states: Sequence[str], groups: Sequence[str], library: Library
) -> Iterator[Subject]:
    """The states and groups in which the first medicine is known, where they are few; the nearest hit's first.

    They are those of the medicine itself, or, where one of the `states` of the message is measured, of its class. What
    is known of children, pregnant women and the like is meant where they are among the `groups`, and nothing else then.
    """
    own = _by_card(compared[0], library)
    if not own and any(is_measured(state, compared[:1], library) for state in states):
        own = _by_card(compared[0], library, of_class=True)
    if len(own) > MOST_USES:
        return
    found = (library.claims[hit.claim][0].id for hit in hits)
    for identifier in dict.fromkeys((*(one for one in found if one in own), *own)):
        conditions, of_groups = _shared(own[identifier])
        if (conditions or of_groups) and are_meant(of_groups, groups, library):
            yield Subject(compared, conditions, of_groups, only_use=True)


def are_meant(known_in: Sequence[str], groups: Sequence[str], library: Library) -> bool:
    """Whether what is known in some groups is meant by a message on these: those apart, and those that
    only cards name, are named on both sides."""
    related = library.terminology.related
    apart = [group for group in groups if is_apart(group, library) or group not in CONTRACT_NAMES]
    if apart:
        return any(related(one, group) for one in known_in for group in apart)
    return not any(is_apart(one, library) for one in known_in)


def is_apart(group: str, library: Library) -> bool:
    """Whether a group is children, pregnant women or the like, or some of them."""
    return any(library.terminology.covers(other, group) for other in NOT_OF_OTHERS)


def _by_card(medicine: str, library: Library, *, of_class: bool = False) -> dict[str, list[Claim]]:
    """The claims on a medicine itself or its kinds, or on the classes it belongs to, by their cards."""
    found: dict[str, list[Claim]] = {}
    for _, card, claim in library.scope.of(medicine):
        if claim.intervention and library.terminology.covers(medicine, claim.intervention) != of_class:
            found.setdefault(card.id, []).append(claim)
    return found


def _shared(claims: Sequence[Claim]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The conditions and the groups that all these claims are on, but for those that nobody has to name."""
    conditions = set.intersection(*({*claim.conditions} - OF_ANYBODY for claim in claims))
    groups = set.intersection(*({*claim.populations} - OF_ANYBODY for claim in claims))
    return tuple(sorted(conditions)), tuple(sorted(groups))


def with_compared(joined: tuple[str, ...], medicines: Sequence[str], library: Library) -> tuple[str, ...]:
    """The medicines, and those of the others that claims compare one of them with."""
    terminology = library.terminology
    comparators = {claim.comparator for one in joined for _, _, claim in library.scope.of(one) if claim.comparator}
    compared = (m for m in medicines if any(terminology.related(m, comparator) for comparator in comparators))
    return tuple(dict.fromkeys((*joined, *compared)))


def meets(medicine: str, conditions: Iterable[str], library: Library) -> bool:
    """Whether some claim is about a medicine in one of these conditions, none of which is a lack or an excess of it."""
    scope, related = library.scope, library.terminology.related
    asked = [condition for condition in conditions if not scope.is_state_of(condition, medicine)]
    return any(
        related(own, one) for _, _, claim in scope.of(medicine) for own in claim.conditions for one in asked
    )


def is_for_another_disease(medicine: str, states: Iterable[str], groups: Iterable[str], library: Library) -> bool:
    """Whether a message names a disease, and no claim about the medicine is on any that it names, nor on one of its
    groups whatever their disease.

    What the medicine did to the same complaint in another disease is no answer then: fatigue in multiple sclerosis is
    not that of a sleep disorder.
    """
    terminology = library.terminology
    diseases = [one for one in states if is_disease(one, library) and not terminology.is_intolerance(one)]
    unmeasured = [disease for disease in diseases if not is_measured(disease, (medicine,), library)]
    if not unmeasured or meets(medicine, diseases, library):
        return False
    covers, named = terminology.covers, {*groups} - OF_ANYBODY
    of_groups = (claim for _, _, claim in library.scope.of(medicine) if not {*claim.conditions} - OF_ANYBODY)
    return not any(covers(own, group) for claim in of_groups for own in claim.populations for group in named)


def _is_studied_in(medicine: str, group: str, states: Sequence[str], library: Library) -> bool:
    """Whether claims about a medicine that name no condition are on a group of people, or a wider one.

    On some of the group only, as they are on newborns where a child is meant, they must measure what the message names.
    """
    covers, related = library.terminology.covers, library.terminology.related
    for _, _, claim in library.scope.of(medicine):
        if not claim.conditions and any(covers(own, group) for own in claim.populations):
            return True
        measures = claim.outcome is not None and any(related(claim.outcome, state) for state in states)
        if not claim.conditions and measures and any(related(own, group) for own in claim.populations):
            return True
    return False


def is_measured(outcome: str, medicines: Iterable[str], library: Library) -> bool:
    """Whether some claim says how an outcome fares under one of these medicines."""
    for medicine in medicines:
        asking = Query(text="", language="", medicines=(medicine,), outcomes=(outcome,))
        claims = (claim for _, _, claim in library.scope.of(medicine))
        if any(measures_what_is_asked(claim, asking, library.terminology) for claim in claims):
            return True
    return False


def in_codes(subject: Subject, intent: Intent, asked: Query, states: Sequence[str], library: Library) -> Query:
    """The query for a subject, its text the names of its codes; of the `states` named those that are measured.

    Where one card is meant, the words of the ask find what in it is nearest.
    """
    terminology, language = library.terminology, asked.language

    def measured(possible: Sequence[str]) -> tuple[str, ...]:
        others = (one for one in dict.fromkeys(possible) if one not in subject.conditions)
        return tuple(one for one in others if is_measured(one, subject.medicines, library))

    outcomes = measured(asked.outcomes)
    besides = tuple(one for one in measured((*asked.topics, *asked.conditions, *states)) if one not in outcomes)
    if not (subject.conditions or subject.card):  # what is measured is all that is known of what was asked
        outcomes, besides = (*outcomes, *besides), ()
    named = (*subject.medicines, *subject.conditions, *subject.groups, *outcomes, *besides)
    return Query(
        text=asked.text if subject.card else " ".join(terminology.label(concept, language) for concept in named),
        language=language,
        intents=(intent,),
        direction="helps" if intent is Intent.EFFICACY and not outcomes else None,
        medicines=subject.medicines,
        conditions=subject.conditions,
        populations=subject.groups,
        routes=() if subject.card else asked.routes,
        outcomes=outcomes,
        topics=besides,
        number_needed=asked.number_needed,
        added=asked.added,
    )
