"""The terminology: concepts with their names in every language, and the links between them.

A concept lies under wider ones; a substance lies under its classes; a condition may be the lack or the excess of
something. Recognising concepts in what somebody typed is `knowledge.terminology.linking`; substances and brand names
are read by `knowledge.terminology.substance_names` and `knowledge.terminology.brands`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

from pydantic import Field

from knowledge.errors import CardError
from knowledge.evidence.models import ConceptId, Frozen, LanguageTag
from knowledge.languages.substance_labels import substance_labels
from knowledge.terminology.brands import Brand
from knowledge.terminology.spelling import native_name
from knowledge.terminology.substance_names import Substance

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
    measured: str = ""
    """For a complaint that is an outcome: what an effect changes, `mortality` for death. Without it, "the risk of"."""
    synonyms: tuple[str, ...] = ()
    """What people type."""
    typed: tuple[str, ...] = ()
    """What people type in haste; found in messages of this language only."""


class Symbol(Frozen):
    """A symbol of chemistry, found as it is written here."""

    text: str
    """A word, or a word and the sign of its charge: `Mg`, `K+`."""
    is_unit: bool = False
    """Whether it is a unit in other letters: it is then found in any letters, but not where it is the unit of a number
    or of a rate; and in small letters only where no other medicine is named."""


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
    symbols: tuple[Symbol, ...] = ()
    """Symbols it goes by, in any language."""
    is_class: bool = False
    """Whether a medicine is a class of medicines, and no substance itself."""
    inn: str | None = None
    """The plain English international name, in lower case, where the English label is not it: salts go by their ion."""
    lack_of: ConceptId | None = None
    """What a condition is a lack of: hypokalaemia, of potassium."""
    excess_of: ConceptId | None = None
    intolerance_of: ConceptId | None = None
    """What a condition is too much of."""
    implies: tuple[ConceptId, ...] = ()
    """Groups that whoever has a condition now belongs to: morning sickness, of pregnant women."""
    higher_is: Literal["better", "worse"] | None = None
    """For an outcome: whether more of it is good or bad for the patient. None: it is not known."""
    is_wait: bool = False
    """Whether an outcome is how long it takes until something happens; its hazard ratio says how much sooner."""
    names: dict[LanguageTag, ConceptName] = Field(min_length=1)


class Terminology:
    """All concepts and substances, by id, with the closure of their wider concepts."""

    def __init__(
        self, concepts: Iterable[Concept], substances: Iterable[Substance] = (), brands: Iterable[Brand] = ()
    ) -> None:
        """`substances` are medicines known by their names and classes only; `brands` name substances or concepts."""
        self.concepts: dict[str, Concept] = {}
        for concept in concepts:
            if concept.id in self.concepts:
                raise CardError(f"terminology: two concepts are called `{concept.id}`; rename or merge one")
            self.concepts[concept.id] = concept
        self.substances = {substance.id: substance for substance in substances}
        self.brands = tuple(brands)
        for concept in self.concepts.values():
            self._check_links(concept)
        for substance in self.substances.values():
            if substance.id in self.concepts:
                raise CardError(f"substances: `{substance.id}` is a concept already; leave it out of the lists")
            for wider in substance.classes:
                if wider not in self.concepts:
                    raise CardError(f"substances: `{substance.label}` names an unknown class `{wider}`")
        for brand in self.brands:
            for medicine in brand.medicines:
                if not self.is_medicine(medicine):
                    raise CardError(f"brands: `{brand.name}` names an unknown medicine `{medicine}`")
        self.wider("")  # works out the closure now, so that a circle is met when loading and not by a reader

    def _check_links(self, concept: Concept) -> None:
        for wider in concept.broader:
            if wider not in self.concepts:
                raise CardError(f"terminology: `{concept.id}` names an unknown wider concept `{wider}`")
        for link in (concept.lack_of, concept.excess_of, concept.intolerance_of):
            if link is not None and not self.is_medicine(link):
                raise CardError(
                    f"terminology: `{concept.id}` is a lack, excess or intolerance of an unknown medicine `{link}`"
                )

    def is_medicine(self, concept: str) -> bool:
        """Whether an id is that of a substance, of a medicine with a concept of its own, or of a class."""
        known = self.concepts.get(concept)
        return known.kind == "medicine" if known else concept in self.substances

    def is_class(self, concept: str) -> bool:
        """Whether an id is that of a class of medicines."""
        return concept in self.concepts and self.concepts[concept].is_class

    def inn(self, medicine: str) -> str:
        """The plain English international name of a medicine, in lower case; salts go by their ion.

        An id that is not known is read as the name it was made of.
        """
        concept = self.concepts.get(medicine)
        if concept:
            return concept.inn or concept.names["en"].label.lower()
        substance = self.substances.get(medicine)
        return substance.label.lower() if substance else medicine.replace("_", " ")

    @cached_property
    def _states(self) -> tuple[Concept, ...]:
        """The conditions that are a lack or an excess of something."""
        return tuple(concept for concept in self.concepts.values() if concept.lack_of or concept.excess_of)

    def lacks_of(self, medicine: str) -> frozenset[str]:
        """The conditions that are a lack of this medicine or of what it is a kind of."""
        return frozenset(c.id for c in self._states if c.lack_of and self.covers(c.lack_of, medicine))

    def excesses_of(self, medicine: str) -> frozenset[str]:
        """The conditions that are too much of this medicine or of what it is a kind of."""
        return frozenset(c.id for c in self._states if c.excess_of and self.covers(c.excess_of, medicine))

    def __contains__(self, concept: str) -> bool:
        return concept in self.concepts

    def __getitem__(self, concept: str) -> Concept:
        return self.concepts[concept]

    def kind(self, concept: str) -> str:
        """The kind of a concept; substances known by name only count as medicines."""
        return self.concepts[concept].kind if concept in self.concepts else "medicine"

    def name(self, concept: str, language: str) -> ConceptName:
        """The name in a language, or in English where that language has none; that of a substance is spelt by rule."""
        if concept in self.substances:
            own = substance_labels(language).get(concept)
            label = own or native_name(self.substances[concept].label, language)
            return ConceptName(label=label, phrase=label)
        names = self.concepts[concept].names
        return names.get(language) or names["en"]

    def label(self, concept: str, language: str) -> str:
        """What to call a concept in a language; a medicine that is not known goes by the name its id was made of."""
        known = concept in self.concepts or concept in self.substances
        return self.name(concept, language).label if known else concept.replace("_", " ")

    def composed(self, named: frozenset[str]) -> dict[str, frozenset[str]]:
        """Concepts that the named ones mean together, each with the named ones it takes the place of."""
        found: dict[str, frozenset[str]] = {}
        for concept in self.concepts.values():
            for parts in concept.composed_of:
                used = {part: [name for name in named if self.covers(part, name)] for part in parts}
                if all(used.values()) and concept.id not in named:
                    found[concept.id] = frozenset(name for names in used.values() for name in names)
        return found

    @property
    def fingerprint(self) -> str:
        """What changes whenever a concept, a substance or a brand does."""
        digest = hashlib.sha256()
        for part in (*self.concepts.values(), *self.substances.values(), *self.brands):
            digest.update(part.model_dump_json().encode())
        return digest.hexdigest()[:16]

    @cached_property
    def _wider(self) -> Mapping[str, frozenset[str]]:
        closure: dict[str, frozenset[str]] = {}

        def climb(concept: str, below: frozenset[str]) -> frozenset[str]:
            if concept in below:
                raise CardError(f"terminology: `{concept}` is wider than itself; mend its `broader`")
            if concept not in closure:
                known = self.concepts.get(concept)
                parents = known.broader if known else self.substances[concept].classes
                closure[concept] = frozenset(parents).union(*(climb(p, below | {concept}) for p in parents))
            return closure[concept]

        for concept in (*self.concepts, *self.substances):
            climb(concept, frozenset())
        return closure

    def is_excess(self, concept: str) -> bool:
        """Whether a condition is too much of some medicine in the body."""
        return concept in self.concepts and self.concepts[concept].excess_of is not None

    def is_intolerance(self, concept: str) -> bool:
        """Whether a condition is that a medicine is not tolerated, which no medicine is taken for."""
        return concept in self.concepts and self.concepts[concept].intolerance_of is not None

    def is_lack(self, concept: str) -> bool:
        """Whether a condition is too little of some medicine in the body."""
        return concept in self.concepts and self.concepts[concept].lack_of is not None

    def wider(self, concept: str) -> frozenset[str]:
        """Every concept above this one, without itself."""
        return self._wider.get(concept, frozenset())

    def covers(self, wide: str, narrow: str) -> bool:
        """Whether `narrow` is `wide` or a kind of it."""
        return wide == narrow or wide in self.wider(narrow)

    @cached_property
    def _kin(self) -> Mapping[str, frozenset[str]]:
        """Each concept with itself, the wider ones and the narrower ones."""
        everything = (*self.concepts, *self.substances)
        kin = {concept: {concept, *self.wider(concept)} for concept in everything}
        for concept in everything:
            for wide in self.wider(concept):
                kin[wide].add(concept)
        return {concept: frozenset(found) for concept, found in kin.items()}

    def kin(self, concept: str) -> frozenset[str]:
        """The concepts related to this one: itself, the wider ones and the narrower ones."""
        return self._kin.get(concept, frozenset({concept}))

    def implied(self, concept: str) -> tuple[str, ...]:
        """The groups that whoever has a condition now belongs to."""
        known = (self.concepts[one] for one in (concept, *self.wider(concept)) if one in self.concepts)
        return tuple(dict.fromkeys(group for one in known for group in one.implies))

    def related(self, one: str, other: str) -> bool:
        """Whether one of the two covers the other."""
        return one in self.kin(other)
