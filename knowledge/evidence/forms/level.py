"""Levels: what a measured value above or below a threshold means, as "above about 7 mmol/L: cardiac arrest"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import StringConstraints, model_validator

from knowledge.evidence.faults import Fault
from knowledge.evidence.forms.base import Form, Names, Part, Quantity, Quote
from knowledge.evidence.vocabulary import ConceptId, Frozen

Comparison = Literal["above", "at_least", "below", "at_most"]
Specimen = Literal["serum", "plasma", "blood", "urine", "none"]


class Threshold(Frozen):
    """A value of an analyte that a measured one is compared with."""

    analyte: ConceptId
    """What is measured, by its plain name: `magnesium`, `potassium`, `creatinine`, `egfr`."""
    specimen: Specimen = "serum"
    """In what it is measured; `none` for what is worked out or taken from the whole body, such as eGFR or a pulse."""
    comparison: Comparison
    value: float
    unit: Annotated[str, StringConstraints(min_length=1, max_length=30)]
    about: bool = False
    """Whether the source says "about"."""

    def reached_by(self, value: float) -> bool:
        """Whether a measured value, in the threshold's unit, lies where the claim speaks of it."""
        return {
            "above": value > self.value,
            "at_least": value >= self.value,
            "below": value < self.value,
            "at_most": value <= self.value,
        }[self.comparison]

    def places(self) -> dict[str, Part]:
        """The threshold's part in a sentence."""
        return {
            "analyte": Names((self.analyte,)),
            "specimen": self.specimen,
            "comparison": self.comparison,
            "value": Quantity(self.value, unit=self.unit),
            "about": "yes" if self.about else "no",
        }


class Level(Form, Threshold):
    """What can follow from a level beyond the threshold."""

    form: Literal["level"] = "level"
    implied: ClassVar[Mapping[str, Any]] = {"intent": "toxicity", "finding": "harm", "certainty": "not_graded"}
    consequences: tuple[ConceptId, ...] = ()
    consequence_text: Quote | None = None
    gravest: bool = False
    """Whether this is a life-threatening level: a patient who has reached it is in danger now."""

    @model_validator(mode="after")
    def means_something(self) -> Self:
        """Refuse a threshold of which nothing is said."""
        if not self.consequences and self.consequence_text is None:
            raise ValueError(Fault("a level needs `consequences`, or the source's own words in `consequence_text`",
                                   "give-one", either="code.consequences code.consequence_text"))
        return self

    @property
    def named(self) -> tuple[ConceptId, ...]:
        """What can follow; the analyte is none of the claim's concepts but a name of the laboratory."""
        return self.consequences

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The consequence in the source's own words."""
        return (self.consequence_text,) if self.consequence_text else ()

    def parts(self) -> Mapping[str, Part]:
        """The threshold and what can follow."""
        return {**self.places(), "consequences": Names(self.consequences, self.consequence_text, either=True)}
