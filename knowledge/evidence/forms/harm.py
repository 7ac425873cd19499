"""Harms: what a medicine can do to those who take it, how often, and how serious it is.

A comparison with another treatment that was measured and graded is an effect (`forms.effect`); this form is for what
a source says of the medicine by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from knowledge.evidence.faults import Fault
from knowledge.evidence.forms.base import Facets, Form, Names, Part, Quantity, Quote, without_intervention
from knowledge.evidence.vocabulary import ConceptId

Frequency = Literal["very_common", "common", "uncommon", "rare", "very_rare", "unknown"]
"""The classes of a European product text (CIOMS III): at least 1 in 10, 1 in 100, 1 in 1,000, 1 in 10,000, or fewer."""


class Harm(Form):
    """Events the medicine can cause."""

    form: Literal["harm"] = "harm"
    implied: ClassVar[Mapping[str, Any]] = {
        "intent": "adverse_effects", "finding": "harm", "certainty": "not_graded",
    }
    events: tuple[ConceptId, ...] = ()
    event_text: Quote | None = None
    worst: tuple[ConceptId, ...] = ()
    """What it comes to in severe cases."""
    dose: Literal["usual", "too_much"] = "usual"
    """Whether this is what the medicine does as it is used, or what too much of it does."""
    rank: Literal["most_common", "main"] | None = None
    """Whether the source calls these the most common or the main ones."""
    frequency: Frequency | None = None
    percent_low: float | None = Field(default=None, ge=0, le=100)
    percent_high: float | None = Field(default=None, ge=0, le=100)
    """Share of those treated, in per cent: the one number, or the lowest and highest over the studies."""
    dose_dependent: bool = False
    """Whether the source says that a lower dose lessens the risk."""
    seriousness: Literal["minor", "serious", "life_threatening"] | None = None

    @model_validator(mode="after")
    def is_a_harm(self) -> Self:
        """Refuse a harm without an event, a frequency given twice, and a span upside down."""
        if not self.events and self.event_text is None:
            raise ValueError(Fault("a harm needs its `events`, or the source's own words in `event_text`", "give-one",
                                   either="code.events code.event_text"))
        if self.percent_high is not None and (self.percent_low is None or self.percent_low > self.percent_high):
            raise ValueError(Fault("`percent_high` needs a `percent_low` that is not above it; check the source",
                                   "above", field="code.percent_low", other="code.percent_high"))
        if self.frequency and self.percent_low is not None:
            raise ValueError(Fault("give `frequency` or the per cent, not both", "apart",
                                   fields="code.frequency code.percent_low"))
        return self

    @property
    def named(self) -> tuple[ConceptId, ...]:
        """The events."""
        return (*self.events, *self.worst)

    @property
    def events_named(self) -> tuple[ConceptId, ...]:
        """What happens."""
        return (*self.events, *self.worst)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The event in the source's own words."""
        return (self.event_text,) if self.event_text else ()

    @property
    def message(self) -> str:
        """One template for usual doses, one for too much, one for a measured share."""
        if self.dose == "too_much":
            return "harm-too_much"
        return "harm-measured" if self.percent_low is not None else "harm-usual"

    def parts(self) -> Mapping[str, Part]:
        """The events and how often they come."""
        return {
            "events": Names(self.events, self.event_text),
            "worst": Names(self.worst, either=True),
            "dose": self.dose,
            "rank": self.rank or "none",
            "frequency": self.frequency or "none",
            "dose_dependent": "yes" if self.dose_dependent else "no",
            "percent": Quantity(self.percent_low or 0, self.percent_high, unit="%"),
        }

    def fault(self, facets: Facets) -> str:
        """A harm is a harm of something."""
        return without_intervention(self.form, facets)
