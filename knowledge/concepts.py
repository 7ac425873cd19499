"""The terminology: concepts with their names in every language, and the links between wider and narrower ones.

Recognising concepts in what somebody typed is `retrieval.recognition`; substances known only by name are
`knowledge.substances`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

from pydantic import Field

from knowledge.errors import CardError
from knowledge.models import ConceptId, Frozen, LanguageTag

ConceptKind = Literal[
    "medicine", "comparator", "condition", "population", "outcome", "symptom", "route", "form", "topic"
]


class Codes(Frozen):
    """Codes of public classifications, where the concept has one."""

    atc: str | None = None
    mesh: str | None = None
    icd10: str | None = None
    snomed: str | None = None


class ConceptName(Frozen):
    """What one language calls a concept."""

    label: str
    """As it stands in running text."""
    phrase: str
    """As the sentence templates need it: `in pregnant women`, `with leg cramps`, `by mouth`."""
    synonyms: tuple[str, ...] = ()
    """What people type."""


class Concept(Frozen):
    """One entry of the terminology."""

    id: ConceptId
    kind: ConceptKind
    codes: Codes = Codes()
    broader: tuple[ConceptId, ...] = ()
    composed_of: tuple[tuple[ConceptId, ...], ...] = ()
    """Sets of concepts that together mean this one: cramps and exercise, named apart, are exercise cramps."""
    inn_stems: tuple[str, ...] = ()
    """Word endings that mark the members of a class of medicines (WHO INN stems)."""
    names: dict[LanguageTag, ConceptName] = Field(min_length=1)


class Terminology:
    """All concepts, by id, with the closure of their wider concepts."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts: dict[str, Concept] = {}
        for concept in concepts:
            if concept.id in self.concepts:
                raise CardError(f"terminology: two concepts are called `{concept.id}`; rename or merge one")
            self.concepts[concept.id] = concept
        for concept in self.concepts.values():
            for wider in concept.broader:
                if wider not in self.concepts:
                    raise CardError(f"terminology: `{concept.id}` names an unknown wider concept `{wider}`")
        self.wider("")  # works out the closure now, so that a circle is met when loading and not by a reader

    def __contains__(self, concept: str) -> bool:
        return concept in self.concepts

    def __getitem__(self, concept: str) -> Concept:
        return self.concepts[concept]

    def kind(self, concept: str) -> str:
        """The kind of a concept; substances known by name only count as medicines."""
        return self.concepts[concept].kind if concept in self.concepts else "medicine"

    def name(self, concept: str, language: str) -> ConceptName:
        """The name in a language, or in English where that language has none."""
        names = self.concepts[concept].names
        return names.get(language) or names["en"]

    def label(self, concept: str, language: str) -> str:
        """What to call a concept in a language; a substance known by name only goes by its international name."""
        return self.name(concept, language).label if concept in self.concepts else concept.replace("_", " ")

    def composed(self, named: frozenset[str]) -> dict[str, frozenset[str]]:
        """Concepts that the named ones mean together, each with the named ones it takes the place of."""
        found: dict[str, frozenset[str]] = {}
        for concept in self.concepts.values():
            for parts in concept.composed_of:
                used = {part: [name for name in named if self.covers(part, name)] for part in parts}
                if all(used.values()) and concept.id not in named:
                    found[concept.id] = frozenset(name for names in used.values() for name in names)
        return found

    @cached_property
    def _wider(self) -> Mapping[str, frozenset[str]]:
        closure: dict[str, frozenset[str]] = {}

        def climb(concept: str, below: frozenset[str]) -> frozenset[str]:
            if concept in below:
                raise CardError(f"terminology: `{concept}` is wider than itself; mend its `broader`")
            if concept not in closure:
                parents = self.concepts[concept].broader
                closure[concept] = frozenset(parents).union(*(climb(p, below | {concept}) for p in parents))
            return closure[concept]

        for concept in self.concepts:
            climb(concept, frozenset())
        return closure

    def wider(self, concept: str) -> frozenset[str]:
        """Every concept above this one, without itself."""
        return self._wider.get(concept, frozenset())

    def covers(self, wide: str, narrow: str) -> bool:
        """Whether `narrow` is `wide` or a kind of it."""
        return wide == narrow or wide in self.wider(narrow)

    @cached_property
    def _kin(self) -> Mapping[str, frozenset[str]]:
        """Each concept with itself, the wider ones and the narrower ones."""
        kin = {concept: {concept, *self.wider(concept)} for concept in self.concepts}
        for concept in self.concepts:
            for wide in self.wider(concept):
                kin[wide].add(concept)
        return {concept: frozenset(found) for concept, found in kin.items()}

    def kin(self, concept: str) -> frozenset[str]:
        """The concepts related to this one: itself, the wider ones and the narrower ones."""
        return self._kin.get(concept, frozenset({concept}))

    def related(self, one: str, other: str) -> bool:
        """Whether one of the two covers the other."""
        return one in self.kin(other)
