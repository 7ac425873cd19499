"""Which claims may answer a query at all, and how well their codes fit it.

`admissible` keeps an answer about one thing from being given for another: cramps that magnesium may *cause* from
cramps it may *relieve*, leg cramps from restless legs, pregnancy from old age, by mouth from into a vein.
`facet_fit` then rewards a claim for every facet of the query it shares.
"""

from __future__ import annotations

from knowledge.concepts import Terminology
from knowledge.models import Card, Claim, Intent
from retrieval.query import Query

INDICATIONS = frozenset({"muscle_cramps", "restless_legs"})
"""What magnesium is taken for in this library, with everything narrower: in a question on side effects, interactions
or doses these say why it is taken, and need not be met by the claim."""

ABOUT_THE_MEDICINE = frozenset(
    {
        Intent.ADVERSE_EFFECTS,
        Intent.TOXICITY,
        Intent.INTERACTIONS,
        Intent.CONTRAINDICATIONS,
        Intent.DOSAGE,
        Intent.FORMULATION,
        Intent.MECHANISM,
    }
)

LACK = "hypomagnesaemia"
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


def is_indication(concept: str, terminology: Terminology) -> bool:
    """Whether the concept is something the medicine is taken for."""
    return any(terminology.covers(wide, concept) for wide in INDICATIONS)


def admissible(claim: Claim, card: Card, query: Query, terminology: Terminology) -> bool:
    """Whether this claim, by its codes, may be part of an answer to the query."""
    if query.cards and card.id not in query.cards and not _speaks_of(claim, query.card_names):
        return False
    return (
        _direction_agrees(claim, query)
        and _medicine_met(claim, query, terminology)
        and _is_another_treatment(claim, query, terminology)
        and _conditions_met(claim, query, terminology)
        and _populations_met(claim, query, terminology)
        and _route_met(claim, query, terminology)
    )


def _speaks_of(claim: Claim, names: tuple[str, ...]) -> bool:
    """Whether a claim of another card names one of these sources."""
    sentence = claim.statement.get("en", "")
    return any(name in sentence for name in names)


def _intents_of(claim: Claim) -> frozenset[Intent]:
    return frozenset({claim.intent, *claim.also})


def _direction_agrees(claim: Claim, query: Query) -> bool:
    """Whether the direction agrees: cramps that magnesium may cause are not cramps that it may relieve.

    Nor is what a lack of magnesium does an answer to what magnesium does.
    """
    offered = _intents_of(claim)
    if query.direction == "helps":
        if query.intents == (Intent.EFFICACY,):
            return bool(offered & WEIGH_AN_EFFECT)
        return not (claim.intent is Intent.CAUSES and Intent.EFFICACY not in offered)
    if query.direction == "causes":
        of_lack = LACK in claim.concepts and LACK not in query.conditions and bool(query.medicines)
        return claim.intent is not Intent.EFFICACY and not of_lack
    return True


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
        by_class = any(_meets(spoken_of, wider, terminology) for wider in query.medicine_classes)
        missing = met.count(False)
        return missing == 0 or (by_class and missing <= len(query.medicine_classes))
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


def _conditions_met(claim: Claim, query: Query, terminology: Terminology) -> bool:
    indications = [c for c in query.conditions if is_indication(c, terminology)]
    if Intent.CAUSES in query.intents[:1] and indications:
        return all(_meets(frozenset({*claim.conditions, *claim.about}), c, terminology) for c in indications)
    claim_concepts = frozenset({*claim.conditions, *claim.populations, *claim.about})
    for condition in query.conditions:
        if _says_why_taken(condition, query, terminology) or (condition in indications and query.cards):
            continue
        if not (
            _meets(claim_concepts, condition, terminology) or _is_any_disease(claim, condition, query, terminology)
        ):
            return False
    if query.conditions and claim.conditions and claim.intent is Intent.EFFICACY:
        treated = frozenset({*claim.conditions, *claim.populations} - {"disease"})
        return any(_meets(treated, condition, terminology) for condition in query.conditions)
    return True


def _says_why_taken(condition: str, query: Query, terminology: Terminology) -> bool:
    """Whether a condition only says why the medicine is taken, in a question about the medicine itself."""
    about_medicine = bool(ABOUT_THE_MEDICINE & set(query.intents)) and Intent.EFFICACY not in query.intents
    return about_medicine and is_indication(condition, terminology)


def _is_any_disease(claim: Claim, condition: str, query: Query, terminology: Terminology) -> bool:
    """Whether a claim on cramps in "any disease" speaks of this condition: asked about cramps in multiple sclerosis,
    it does; asked about multiple sclerosis alone, it does not."""
    cramps = any(terminology.covers("muscle_cramps", other) for other in query.conditions)
    return cramps and "disease" in claim.populations and terminology.kind(condition) == "condition"


def _populations_met(claim: Claim, query: Query, terminology: Terminology) -> bool:
    """A claim on one group of people never answers for another group."""
    if not query.populations or query.cards:
        return True
    groups = frozenset(
        concept for concept in {*claim.populations, *claim.about} if terminology.kind(concept) == "population"
    )
    diseases = frozenset(claim.populations) - groups
    if not groups:
        of_patients = any(not is_indication(c, terminology) for c in query.conditions)
        return not diseases or of_patients
    return any(_meets(groups, population, terminology) for population in query.populations)


def _route_met(claim: Claim, query: Query, terminology: Terminology) -> bool:
    if not query.routes or claim.route is None or query.cards:
        return True
    return any(terminology.related(claim.route, route) for route in query.routes)


def facet_fit(claim: Claim, query: Query, terminology: Terminology) -> float:
    """How well the codes fit, from about -1 to 1: shared facets weigh for the claim, set ones it lacks against it."""
    fit = query.intent_weight * _intent_fit(claim, query)
    if HOW_OFTEN in query.topics and claim.effect is not None:
        fit += 0.1  # "how often" is answered by a number
    primary = frozenset({*claim.conditions, *claim.populations})
    for condition in query.conditions:
        if _says_why_taken(condition, query, terminology):
            continue
        if condition in primary:
            fit += 0.2
        elif _meets(primary, condition, terminology):
            fit += 0.15
        elif _meets(claim.concepts, condition, terminology):
            fit += 0.1
        else:
            fit -= 0.1
    for population in query.populations:
        if _meets(frozenset(claim.populations), population, terminology):
            fit += 0.2
        elif _meets(claim.concepts, population, terminology):
            fit += 0.1
        else:
            fit -= 0.15
    for route in query.routes:
        if claim.route is not None or _meets(claim.concepts, route, terminology):
            fit += 0.15 if _meets(claim.concepts, route, terminology) else -0.1
    named = [*query.topics, *query.outcomes]
    for concept in named:
        fit += 0.2 / len(named) if _meets(claim.concepts, concept, terminology) else -0.05 / len(named)
    others = [medicine for medicine in query.medicines if not terminology.related(medicine, claim.intervention or "")]
    for medicine in others:
        fit += 0.2 if _meets(claim.concepts, medicine, terminology) else -0.1
    if not query.conditions and not query.populations and claim.lead:
        fit += 0.02
    return fit


def _intent_fit(claim: Claim, query: Query) -> float:
    """How well the claim's intents meet those asked, -0.3 to 0.2; tuned on the claims' own questions, each left out."""
    if not query.intents:
        return 0.0
    offered = _intents_of(claim)
    if claim.intent is query.intents[0]:
        return 0.2
    if query.intents[0] in offered:
        return 0.17
    if offered & set(query.intents):
        return 0.1
    if all(intent in EXPECTED and not offered & EXPECTED[intent] for intent in query.intents):
        return -0.3
    return -0.05
