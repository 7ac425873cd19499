"""What every claim form is made of: a code with its invariants, and the parts from which its sentence is put together.

A form says what it codes beyond the facets that all claims share (the medicine in `intervention`, the route,
conditions, populations, comparator). Its sentences stand in each language's `texts/claims.ftl`, as `claim-<message>`,
its questions there too, as `ask-<form>` and `ask-<form>-short`; `knowledge.evidence.wording` fills both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar

from pydantic import StringConstraints

from knowledge.evidence.faults import Fault
from knowledge.evidence.vocabulary import ConceptId, Frozen, LanguageTag

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class Quote(Frozen):
    """The source's own words for what the terminology does not hold; shown in quotation marks."""

    text: Words
    language: LanguageTag


@dataclass(frozen=True)
class Names:
    """Concepts to be named in a sentence, joined by "and" or, where any of them may be meant, by "or"."""

    concepts: tuple[ConceptId, ...]
    quote: Quote | None = None
    either: bool = False
    open: bool = False
    """Whether the source gives them as examples."""


class Medicine:
    """The claim's medicine, by its route, standing in a place of the form's own."""


MEDICINE = Medicine()


@dataclass(frozen=True)
class Quantity:
    """A number or a span of numbers with its unit; written as the language writes numbers."""

    low: float
    high: float | None = None
    unit: str = ""


@dataclass(frozen=True)
class Day:
    """A date, a month or a year; written as the language writes dates."""

    written: str


@dataclass(frozen=True)
class Phrase:
    """A text of its own within a sentence: a message of `texts/claims.ftl` and what fills it."""

    message: str
    parts: Mapping[str, Part] = field(default_factory=dict)


@dataclass(frozen=True)
class Phrases:
    """As many phrases as the code has something to say."""

    phrases: tuple[Phrase, ...]
    between: str = "; "


Part = str | int | Names | Quantity | Day | Medicine | Phrases
"""What fills a place of a sentence: a word or number that chooses a variant, names, a quantity, a date, the medicine,
or phrases."""


class Form(Frozen):
    """The code of a claim beyond its facets."""

    form: str
    implied: ClassVar[Mapping[str, Any]] = {}
    """Fields of the claim that follow from the form; what the card says itself goes before."""

    @property
    def named(self) -> tuple[ConceptId, ...]:
        """Concepts the code names; the claim speaks of them too."""
        return ()

    @property
    def events_named(self) -> tuple[ConceptId, ...]:
        """Those of them that the code says happen: the events of a harm, the results of a cause."""
        return ()

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The source's own words, where they stand in for a concept."""
        return ()

    @property
    def message(self) -> str:
        """The sentence template, a message of `texts/claims.ftl` without `claim-`."""
        return self.form

    def parts(self) -> Mapping[str, Part]:
        """What fills the template, by slot; a list of names also gives `<slot>_number`, one or several."""
        return {}

    def fault(self, facets: Facets) -> str:
        """Why no sentence could be made with these facets, and what to do; empty where one can."""
        return ""


class Facets(Frozen):
    """What all claims code, as far as a form needs to know it to judge whether a sentence can be made."""

    intervention: ConceptId | None
    comparator: ConceptId | None
    conditions: tuple[ConceptId, ...]
    populations: tuple[ConceptId, ...]
    outcome: ConceptId | None
    finding: str


def without_intervention(form: str, facets: Facets) -> str:
    """The fault of a claim whose form needs the medicine it speaks of."""
    english = f"the form `{form}` needs the medicine: give `intervention`"
    return "" if facets.intervention else Fault(english, "give-one", either="intervention")
