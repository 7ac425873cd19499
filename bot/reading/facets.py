"""The facets of a message: which concept plays which role, the patient's age, the sources named."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.evidence.library import Library
from knowledge.evidence.scope import ANY_DISEASE
from knowledge.languages import Language
from knowledge.languages.analysis import fold, words
from knowledge.terminology.concepts import Terminology
from knowledge.terminology.linking import Mention

EVERYBODY = "people"
OTHER_WORDS = frozenset(
    {"other", "any", "andre", "andra", "anden", "andere", "anderen", "muita", "noen", "nogen", "nagra"}
)
"""Folded words that may stand between a negation and what it denies: "no other diseases"."""
NEGATION_REACH = 3
LONGEST_ENDING = 3
"""Letters a name may end in beyond itself: "Roffes", "Roffessa"."""


def without_negated(mentions: Sequence[Mention], text: str, language: Language) -> list[Mention]:
    """Mentions that are not negated: in "no known diabetes" the patient has none.

    Only a negation right before counts: "why does magnesium not help cramps" is about cramps all the same.
    """
    typed = [fold(word) for word in words(text)]
    negations = {fold(word) for word in language.understanding.negation if " " not in word}
    between = {fold(word) for word in language.understanding.history} | OTHER_WORDS
    kept = []
    for mention in mentions:
        before = typed[max(0, mention.start - NEGATION_REACH) : mention.start]
        while before and before[-1] in between:
            before.pop()
        if not (mention.kind in ("condition", "population") and before and before[-1] in negations):
            kept.append(mention)
    return kept


def facets_of(mentions: Sequence[Mention], context: Sequence[Mention], library: Library) -> dict[str, list[str]]:
    """Concepts by the role they play; from the case history only what the question may lean on.

    That is what the medicine is taken for, the patient's group, and a disease in which effects were studied.
    """
    terminology = library.terminology
    facets: dict[str, list[str]] = {
        name: [] for name in ("medicines", "conditions", "populations", "routes", "outcomes", "topics")
    }
    role = {
        "medicine": "medicines",
        "comparator": "topics",
        "condition": "conditions",
        "population": "populations",
        "route": "routes",
        "outcome": "outcomes",
    }
    for mention in mentions:
        if mention.concept == EVERYBODY:
            continue
        facets[role.get(mention.kind, "topics")].append(mention.concept)
    for mention in context:
        name = role.get(mention.kind, "topics")
        taken_for = library.scope.is_indication(mention.concept)
        studied = taken_for or mention.concept in library.studied
        leans = name in ("populations", "routes") or (name == "medicines" and not facets["medicines"]) or studied
        if leans:
            facets[name].append(mention.concept)
    return {name: _narrowest(list(dict.fromkeys(found)), terminology) for name, found in facets.items()}


def with_composed(facets: dict[str, list[str]], terminology: Terminology) -> dict[str, list[str]]:
    """The facets with conditions that several named concepts mean together, in the place of the one they narrow."""
    named = frozenset(concept for found in facets.values() for concept in found)
    composed = terminology.composed(named)
    if not composed:
        return facets
    replaced = frozenset().union(*composed.values())
    conditions = [concept for concept in facets["conditions"] if concept not in replaced]
    return {**facets, "conditions": [*conditions, *composed]}


def without_any_disease(facets: dict[str, list[str]]) -> dict[str, list[str]]:
    """The facets without a disease of no name, where a medicine or a named one says what is meant: "disseminated
    disease" is no complaint to be met."""
    conditions = facets["conditions"]
    if conditions == [ANY_DISEASE] and not facets["medicines"]:
        return facets
    return {**facets, "conditions": [condition for condition in conditions if condition != ANY_DISEASE]}


def _narrowest(concepts: list[str], terminology: Terminology) -> list[str]:
    """Concepts without those that another one already narrows: of cramps and leg cramps, leg cramps."""
    return [
        concept
        for concept in concepts
        if not any(other != concept and concept in terminology.wider(other) for other in concepts)
    ]


def named_cards(text: str, library: Library) -> list[str]:
    """Cards whose name stands in the text, a case ending allowed."""
    return library.cards_named(text, LONGEST_ENDING)
