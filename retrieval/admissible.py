"""Which claims may answer a query at all, and how well their codes fit it.

`admissible` keeps an answer about one thing from being given for another: a complaint that a medicine may *cause* from
one that it may *relieve*, one medicine from another, pregnancy from old age, by mouth from into a vein.
`facet_fit` then rewards a claim for every facet of the query it shares.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import add

from knowledge.evidence.forms.effect import Effect
from knowledge.evidence.library import Library
from knowledge.evidence.models import Card, Claim, Intent
from knowledge.evidence.scope import ANY_DISEASE
from knowledge.terminology.concepts import Terminology
from retrieval.query import Query

ABOUT_THE_MEDICINE = frozenset(
    {
        Intent.ADVERSE_EFFECTS,
        Intent.TOXICITY,
        Intent.INTERACTIONS,
        Intent.CONTRAINDICATIONS,
        Intent.DOSAGE,
        Intent.FORMULATION,
        Intent.MECHANISM,
        Intent.MONITORING,
        Intent.ADMINISTRATION,
        Intent.SWITCHING,
        Intent.ALLERGY,
        Intent.AVAILABILITY,
    }
)
"""What is asked of the medicine itself: the condition it is taken for only says why, and need not be met."""

NEAR: dict[Intent, tuple[Intent, ...]] = {
    Intent.BREASTFEEDING: (Intent.PREGNANCY, Intent.CONTRAINDICATIONS),
    Intent.PREGNANCY: (Intent.CONTRAINDICATIONS,),
    Intent.ALTERNATIVES: (Intent.GUIDANCE,),
    Intent.MONITORING: (Intent.TOXICITY, Intent.OTHER, Intent.DEFINITION),
    Intent.ADMINISTRATION: (Intent.INTERACTIONS, Intent.DOSAGE, Intent.FORMULATION),
    Intent.SWITCHING: (Intent.GUIDANCE,),
    Intent.ALLERGY: (Intent.CONTRAINDICATIONS, Intent.ADVERSE_EFFECTS),
    Intent.AVAILABILITY: (Intent.FORMULATION, Intent.OTHER),
}
"""Intents of claims that may answer, too, where a claim of the intent asked for is rare."""

def intents_for(asked: Intent) -> tuple[Intent, ...]:
    """The intents of claims that may answer an ask, the one asked for first."""
    return (asked, *NEAR.get(asked, ()))


UNUSUAL_ROUTE = -0.25
"""For a claim on a way of giving the medicine that is not the usual one and that nobody asked about."""
MEASURED = 0.15
"""For a claim that measures the outcome asked about; against one that measures another or none."""
UNASKED_DISEASE = -0.05
"""For a claim on people who have besides a disease that the question does not name."""
TAKEN_FOR = 0.15
"""For a claim on the complaint that the medicine is taken for, in a question on the medicine itself."""
COUNTED = 0.1
"""For a claim with a number, where it is asked how often something happens."""
LEADING = 0.02
"""For a claim that leads its source, in a question that names neither a condition nor a group."""
CHILDREN = "children"
SETTINGS = frozenset({"outpatients", "inpatients"})
"""Where people are treated: seldom said of a patient; where it is, what was found in the other setting is left out."""
SEXES = frozenset({"women", "men"})
"""Groups that a question seldom names: a finding says so, and those on the other sex than the patient's go last."""
HOW_OFTEN = "prevalence"
TREATMENT = "treatment"
WEIGH_AN_EFFECT = frozenset({Intent.EFFICACY, Intent.GUIDANCE, Intent.TRIAL_DETAILS})
"""Intents of claims that may answer a plain question on whether something helps."""

EXPECTED: dict[Intent, frozenset[Intent]] = {
    Intent.EFFICACY: frozenset({Intent.EFFICACY, Intent.GUIDANCE}),
    Intent.CAUSES: frozenset({Intent.CAUSES, Intent.GUIDANCE, Intent.MECHANISM}),
    Intent.INTERACTIONS: frozenset({Intent.INTERACTIONS}),
    Intent.DOSAGE: frozenset({Intent.DOSAGE}),
    Intent.TOXICITY: frozenset({Intent.TOXICITY, Intent.ADVERSE_EFFECTS}),
}
"""Intents where a claim of another kind hardly ever answers; it would have to fit the wording very well."""


def admissible(claim: Claim, card: Card, query: Query, library: Library) -> bool:
    """Whether this claim, by its codes, may be part of an answer to the query."""
    return shut_out_by(claim, card, query, library) is None


def shut_out_by(claim: Claim, card: Card, query: Query, library: Library) -> str | None:
    """The facet that keeps a claim out of an answer; None where nothing does."""
    terminology = library.terminology
    if query.cards and card.id not in query.cards and not _speaks_of(claim, query.card_names):
        return "source"
    if not _direction_agrees(claim, query, library):
        return "direction"
    if not _medicine_met(claim, query, terminology):
        return "medicine"
    if not _is_another_treatment(claim, query, terminology):
        return "no other treatment"
    if not _conditions_met(claim, query, library):
        return "condition"
    if not _populations_met(claim, query, library) or not _is_general_enough(claim, query, library):
        return "population"
    return None if _route_met(claim, query, terminology) else "route"


def _speaks_of(claim: Claim, names: tuple[str, ...]) -> bool:
    """Whether a claim of another card names one of these sources."""
    sentence = claim.statement.get("en", "")
    return any(name in sentence for name in names)


def _intents_of(claim: Claim) -> frozenset[Intent]:
    return frozenset({claim.intent, *claim.also})


def _direction_agrees(claim: Claim, query: Query, library: Library) -> bool:
    """Whether the direction agrees: a complaint that a medicine may cause is not one that it may relieve.

    Nor is what a lack of a medicine does an answer to what the medicine does.
    """
    terminology, offered = library.terminology, _intents_of(claim)
    if _is_the_good_it_does(claim, query, terminology):
        return bool(query.cards)
    if measures_what_is_asked(claim, query, terminology):
        return not _is_of_a_lack(claim, query, terminology)
    if query.intents[:1] == (Intent.ADVERSE_EFFECTS,) and offered == {Intent.EFFICACY}:
        return bool(query.cards)  # what it does good is no answer to what harm it does, however near its wording
    if query.direction == "helps":
        if query.intents == (Intent.EFFICACY,):
            return bool(offered & WEIGH_AN_EFFECT)
        return not (claim.intent is Intent.CAUSES and Intent.EFFICACY not in offered)
    if query.direction == "causes":
        return claim.intent is not Intent.EFFICACY and not _is_of_a_lack(claim, query, terminology)
    return True


def measures_what_is_asked(claim: Claim, query: Query, terminology: Terminology) -> bool:
    """Whether the claim says how an outcome fares that the question names, as one or as a complaint.

    Such a claim answers however the question is put: "does it lower mortality", "deaths per 1,000", "is it dangerous".
    That a medicine can cause what it is asked to relieve is no answer, where nothing was compared.
    """
    measured = measured_by(claim, query)
    return any(_meets(measured, wanted, terminology) for wanted in (*query.outcomes, *query.conditions, *query.topics))


def _is_the_good_it_does(claim: Claim, query: Query, terminology: Terminology) -> bool:
    """Whether harms are asked about, and the claim measures the complaint that the medicine is taken for.

    "For nausea in pregnancy, is it safe?" is not answered by how well it helps against nausea.
    """
    if query.intents[:1] != (Intent.ADVERSE_EFFECTS,) or query.outcomes:
        return False
    if claim.intent is not Intent.EFFICACY or Intent.ADVERSE_EFFECTS in claim.also:
        return False
    measured = measured_by(claim, query)
    asked = [c for c in query.conditions if _meets(measured, c, terminology)]
    return bool(asked) and all(_meets(frozenset(claim.conditions), condition, terminology) for condition in asked)


def measured_by(claim: Claim, query: Query) -> frozenset[str]:
    """What a claim says that a medicine does, as far as the direction of the question lets it answer."""
    happens = () if query.direction == "helps" or claim.code is None else claim.code.events_named
    return frozenset((*happens, *((claim.outcome,) if claim.outcome else ())))


def _is_of_a_lack(claim: Claim, query: Query, terminology: Terminology) -> bool:
    """Whether a claim tells what a lack of the medicine asked about does, where no lack of it was asked about."""
    lacks = frozenset().union(*map(terminology.lacks_of, query.medicines))
    return bool(lacks & claim.concepts) and not lacks & set(query.conditions)


def _meets(claim_concepts: frozenset[str], wanted: str, terminology: Terminology) -> bool:
    return not terminology.kin(wanted).isdisjoint(claim_concepts)


def _medicine_met(claim: Claim, query: Query, terminology: Terminology) -> bool:
    """Every medicine asked about must be one the claim speaks of, itself or by its class.

    In a question on several medicines that is no question on interactions, one of them met is enough: the others
    are what the patient happens to take.
    """
    if not query.medicines:
        return True
    spoken_of = claim.concepts | ({claim.comparator} if claim.comparator else frozenset())
    met = [_meets(spoken_of, medicine, terminology) for medicine in query.medicines]
    if Intent.INTERACTIONS in query.intents:
        return all(met)
    return any(met)


def _is_another_treatment(claim: Claim, query: Query, terminology: Terminology) -> bool:
    """Whether a claim on treatment names something else than the medicines to be replaced, where any are."""
    if not query.instead_of:
        return True

    def is_other(concept: str) -> bool:
        return not any(terminology.related(concept, replaced) for replaced in query.instead_of)

    named = [concept for concept in claim.about if terminology.kind(concept) == "medicine"]
    others = claim.intervention is None or is_other(claim.intervention) or any(map(is_other, named))
    return TREATMENT in claim.about and others


def _conditions_met(claim: Claim, query: Query, library: Library) -> bool:
    terminology = library.terminology
    indications = [c for c in query.conditions if library.scope.is_indication(c, query.medicines)]
    if Intent.CAUSES in query.intents[:1] and indications:
        return all(_meets(frozenset({*claim.conditions, *claim.about}), c, terminology) for c in indications)
    measured = measured_by(claim, query)  # a stroke asked about may be what the medicine is to prevent
    told = frozenset({*claim.conditions, *claim.populations, *claim.about, *measured})
    need_not_be_met = indications if query.cards else []
    to_meet = [c for c in query.conditions if c not in need_not_be_met and not says_why_taken(c, query, library)]
    met = all(_meets(told, c, terminology) or _is_any_disease(claim, c, query, library) for c in to_meet)
    return met and _effect_is_on_a_condition(claim, query, measured, terminology)


def _effect_is_on_a_condition(
    claim: Claim, query: Query, measured: frozenset[str], terminology: Terminology
) -> bool:
    """Whether what a claim on an effect treats or measures is a condition asked about, where both name any."""
    if not (query.conditions and claim.conditions and claim.intent is Intent.EFFICACY):
        return True
    treated = frozenset({*claim.conditions, *claim.populations, *measured} - {ANY_DISEASE})
    return any(_meets(treated, condition, terminology) for condition in query.conditions)


def says_why_taken(condition: str, query: Query, library: Library) -> bool:
    """Whether a condition only says why the medicine is taken, in a question about the medicine itself."""
    about_medicine = bool(ABOUT_THE_MEDICINE & set(query.intents)) and Intent.EFFICACY not in query.intents
    return about_medicine and library.scope.is_indication(condition, query.medicines)


def _is_any_disease(claim: Claim, condition: str, query: Query, library: Library) -> bool:
    """Whether a claim on a complaint in "any disease" speaks of this condition: asked about the complaint in multiple
    sclerosis, it does; asked about multiple sclerosis alone, it does not."""
    treated = any(library.scope.is_indication(other) for other in query.conditions if other != condition)
    return treated and ANY_DISEASE in claim.populations and library.terminology.kind(condition) == "condition"


def _populations_met(claim: Claim, query: Query, library: Library) -> bool:
    """A claim on one group of people never answers for another group."""
    if not query.populations or query.cards:
        return True
    terminology = library.terminology
    groups = frozenset(
        concept for concept in {*claim.populations, *claim.about} if terminology.kind(concept) == "population"
    )
    diseases = frozenset(claim.populations) - groups
    if not names_a_setting(query.populations, terminology):
        groups -= SETTINGS  # "in outpatients" is no other group than the older people asked about
    if not SEXES & {*query.populations}:
        groups -= SEXES
    of_mothers = query.intents[:1] in ((Intent.PREGNANCY,), (Intent.BREASTFEEDING,))
    if of_mothers and query.intents[0] not in _intents_of(claim):
        # What is said of everybody, or of women at large, does not say that it is safe for them.
        return any(terminology.covers(asked, group) for asked in query.populations for group in groups)
    if not groups:
        of_patients = any(not library.scope.is_indication(c) for c in query.conditions)
        return not diseases or of_patients
    return any(_meets(groups, population, terminology) for population in query.populations)


def names_a_setting(groups: Iterable[str], terminology: Terminology) -> bool:
    """Whether groups of people say where somebody is treated: in intensive care is in hospital."""
    return any(terminology.related(group, setting) for group in groups for setting in SETTINGS)


def _is_general_enough(claim: Claim, query: Query, library: Library) -> bool:
    """Whether a question that names nobody and no disease is answered: not by what was measured in children, nor, of
    harms, by what a whole class did in one disease."""
    if query.conditions or query.populations or query.outcomes or query.cards:
        return True
    covers = library.terminology.covers
    if any(covers(CHILDREN, group) for group in claim.populations):
        return False
    if not isinstance(claim.code, Effect):
        return True
    named = any(covers(medicine, concept) for medicine in query.medicines for concept in claim.concepts)
    of_harm = bool(query.intents) and query.intents[0] in ABOUT_THE_MEDICINE
    return named or not (of_harm and claim.conditions)


def _route_met(claim: Claim, query: Query, terminology: Terminology) -> bool:
    if not query.routes or claim.route is None or query.cards:
        return True
    return any(terminology.related(claim.route, route) for route in query.routes)


def facet_fit(claim: Claim, query: Query, library: Library) -> float:
    """How well the codes fit, from about -1 to 1: shared facets weigh for the claim, set ones it lacks against it."""
    return reduce(add, _weights(claim, query, library))  # `sum` rounds otherwise from Python 3.12 on


def _weights(claim: Claim, query: Query, library: Library) -> Iterator[float]:
    """What speaks for a claim, and, below 0, against it: facet by facet."""
    terminology = library.terminology
    yield query.intent_weight * _intent_fit(claim, query, terminology)
    if HOW_OFTEN in query.topics and claim.effect is not None:
        yield COUNTED
    yield from _of_conditions(claim, query, library)
    yield from _of_populations(claim, query, terminology)
    yield from _of_routes(claim, query, library)
    yield from _of_what_else_is_named(claim, query, terminology)
    yield from _of_further_medicines(claim, query, terminology)
    if not query.conditions and not query.populations and claim.lead:
        yield LEADING


def _of_conditions(claim: Claim, query: Query, library: Library) -> Iterator[float]:
    terminology = library.terminology
    primary = frozenset({*claim.conditions, *claim.populations})
    for condition in query.conditions:
        if says_why_taken(condition, query, library):  # it need not be met, and what is met is nearer
            yield TAKEN_FOR if _meets(primary, condition, terminology) else 0.0
        elif condition in primary:
            yield 0.2
        elif _meets(primary, condition, terminology):
            yield 0.15
        else:
            yield 0.1 if _meets(claim.concepts, condition, terminology) else -0.1
    if query.conditions and any(not _is_asked(condition, query, terminology) for condition in claim.conditions):
        yield UNASKED_DISEASE


def _of_populations(claim: Claim, query: Query, terminology: Terminology) -> Iterator[float]:
    for population in query.populations:
        if _meets(frozenset(claim.populations), population, terminology):
            yield 0.2
        else:
            yield 0.1 if _meets(claim.concepts, population, terminology) else -0.15


def _of_routes(claim: Claim, query: Query, library: Library) -> Iterator[float]:
    if not query.routes and not library.scope.is_by_usual_route(claim):
        yield UNUSUAL_ROUTE
    for route in query.routes:
        if _meets(claim.concepts, route, library.terminology):
            yield 0.15
        elif claim.route is not None:
            yield -0.1


def _of_what_else_is_named(claim: Claim, query: Query, terminology: Terminology) -> Iterator[float]:
    """Of topics and outcomes, which share one weight, and of what is measured."""
    named = [*query.topics, *query.outcomes]
    for concept in named:
        yield (0.2 if _meets(claim.concepts, concept, terminology) else -0.05) / len(named)
    if query.outcomes:
        yield MEASURED if measures_what_is_asked(claim, query, terminology) else -MEASURED


def _of_further_medicines(claim: Claim, query: Query, terminology: Terminology) -> Iterator[float]:
    """Of the medicines asked about beside the one that the claim is on."""
    compared = claim.concepts | ({claim.comparator} if claim.comparator else frozenset())
    for medicine in query.medicines:
        if not terminology.related(medicine, claim.intervention or ""):
            yield 0.2 if _meets(compared, medicine, terminology) else -0.1


def _is_asked(condition: str, query: Query, terminology: Terminology) -> bool:
    """Whether the question names a condition, or something wider or narrower."""
    named = (*query.conditions, *query.populations, *query.topics, *query.outcomes)
    return condition == ANY_DISEASE or any(terminology.related(condition, one) for one in named)


def _intent_fit(claim: Claim, query: Query, terminology: Terminology) -> float:
    """How well the claim's intents meet those asked, -0.3 to 0.2; tuned on the claims' own questions, each left out."""
    if not query.intents:
        return 0.0
    offered = _intents_of(claim)
    if claim.intent is query.intents[0]:
        return 0.2
    if query.intents[0] in offered:
        return 0.17
    if offered & set(query.intents) - {Intent.OTHER} or measures_what_is_asked(claim, query, terminology):
        return 0.1
    if all(intent in EXPECTED and not offered & EXPECTED[intent] for intent in query.intents):
        return -0.3
    return -0.05
