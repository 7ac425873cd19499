"""From claims to passages: the pieces of text that are indexed.

Each claim gives, in each language, the passage of its sentence and one for every question it is known to answer.
A coded claim, whose sentence the composer makes later, is indexed by the names of its concepts.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.languages import LANGUAGES
from knowledge.library import Library
from knowledge.models import Claim, Frozen


class Passage(Frozen):
    """One indexed text of one claim in one language."""

    id: str
    """`card#claim/language/number`."""
    claim: str
    """`card#claim`."""
    language: str
    text: str


def passages(library: Library) -> Iterator[Passage]:
    """Every passage of the library, in the order of cards, claims and languages."""
    for reference, (_, claim) in library.claims.items():
        for language in LANGUAGES:
            for number, text in enumerate(claim_texts(library, claim, language)):
                yield Passage(id=f"{reference}/{language}/{number}", claim=reference, language=language, text=text)


def claim_texts(library: Library, claim: Claim, language: str) -> list[str]:
    """What a claim says and which questions it answers, in one language."""
    sentence = claim.statement.get(language) or concept_names(library, claim, language)
    return [sentence, *claim.questions.get(language, ())]


def concept_names(library: Library, claim: Claim, language: str) -> str:
    """The names of a claim's concepts in one language, the effect first."""
    named = [claim.intervention, claim.route, claim.outcome, *claim.conditions, *claim.populations, *claim.about]
    concepts = [concept for concept in named if concept and concept in library.terminology]
    return ", ".join(library.terminology.name(concept, language).label for concept in concepts)
