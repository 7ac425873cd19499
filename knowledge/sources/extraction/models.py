"""What is read from an abstract: an effect estimate and all that belongs to it, each value with its place.

A value that cannot be read surely is None and waits for a person. A place is a span of characters of `Abstract.text`;
a value without a place was taken from the title or from elsewhere in the record.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, NonNegativeInt

from knowledge.evidence.models import Certainty, Frozen

Measure = Literal["RR", "OR", "HR", "rate ratio", "MD", "SMD", "RD", "RRR", "ROM", "NNTB", "NNTH"]
RATIOS = frozenset({"RR", "OR", "HR", "rate ratio", "ROM"})
"""Measures for which 1 means no difference; for MD, SMD, RD and RRR it is 0, for numbers needed to treat neither."""

Direction = Literal["favours intervention", "favours comparator", "no clear difference", "unclear"]

Doubt = Literal["interval misses value", "words against numbers"]
"""Why a person must look before a claim is made of an estimate: a misprint, or a sign that may have been lost."""


class Place(Frozen):
    """Characters `start` (included) to `end` (excluded) of a text."""

    start: NonNegativeInt
    end: NonNegativeInt

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]


class Abstract(Frozen):
    """A source as far as estimates are read from it."""

    card_id: str
    title: str = ""
    text: str
    language: str = "en"


class Words(Frozen):
    """Words of the source."""

    text: str
    place: Place | None = None


class Count(Frozen):
    """How many trials, or how many participants."""

    number: NonNegativeInt
    place: Place | None = None


class Grade(Frozen):
    """The certainty of the evidence as the source grades it (GRADE)."""

    level: Certainty
    place: Place | None = None


class Estimate(Frozen):
    """An effect estimate with its interval, as printed; the limits in ascending order."""

    measure: Measure
    value: float
    ci_low: float | None = None
    ci_high: float | None = None
    ci_level: float | None = Field(default=None, gt=0, lt=100)
    """Per cent; None where the source does not say it."""
    unit: str | None = None
    """Of a difference: `days`, `mm`, `per 1000`."""
    place: Place
    """From the name of the measure, where it stands beside the value, to the end of the interval."""
    named: bool = True
    """Whether the measure stands beside the value; otherwise it is carried on from before."""
    doubt: Doubt | None = None


class Extracted(Frozen):
    """An effect estimate with what belongs to it, as far as it was read."""

    card_id: str
    estimate: Estimate
    outcome: Words | None = None
    intervention: Words | None = None
    comparator: Words | None = None
    population: Words | None = None
    studies: Count | None = None
    participants: Count | None = None
    certainty: Grade | None = None
    direction: Direction | None = None
    doubt: Doubt | None = None
    quote: Words
    """The shortest piece of the source that shows the numbers with their counts and grade."""

    def row(self) -> dict[str, Any]:
        """The flat form that `farmasvar extract` prints, one object a line."""
        estimate = self.estimate
        words = {
            name: found.text if (found := getattr(self, name)) else None
            for name in ("outcome", "intervention", "comparator", "population")
        }
        place = self.quote.place
        return {
            "card_id": self.card_id,
            **words,
            **estimate.model_dump(include={"measure", "value", "ci_low", "ci_high", "unit"}),
            "studies": self.studies.number if self.studies else None,
            "participants": self.participants.number if self.participants else None,
            "certainty": str(self.certainty.level) if self.certainty else str(Certainty.NOT_GRADED),
            "direction": self.direction,
            "quote": self.quote.text,
            "place": [place.start, place.end] if place else None,
            "doubt": self.doubt,
        }
