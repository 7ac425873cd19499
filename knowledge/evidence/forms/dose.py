"""Doses: how much of a medicine, how often, for whom, and what that amount is to the source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from knowledge.evidence.faults import Fault
from knowledge.evidence.forms.base import Facets, Form, Part, Phrase, Phrases, Quantity, without_intervention
from knowledge.evidence.vocabulary import Frozen

Per = Literal["dose", "infusion", "hour", "day", "week", "once"]
Purpose = Literal["recommended_intake", "considered_safe", "treatment", "upper_limit", "studied"]


class Duration(Frozen):
    """How long something lasted."""

    number: float = Field(gt=0)
    unit: Literal["minutes", "hours", "days", "weeks", "months", "years"]

    def phrase(self, message: str) -> Phrase:
        """The duration in the place that a message gives it."""
        count = int(self.number) if self.number == int(self.number) else 2
        return Phrase(message, {"number": Quantity(self.number), "count": count, "unit": self.unit})


class Amount(Frozen):
    """An amount, or the lowest and highest one."""

    low: float = Field(gt=0)
    high: float | None = Field(default=None, gt=0)
    unit: Annotated[str, StringConstraints(min_length=1, max_length=20)]
    """As written beside the number: `mg`, `mg/kg`, `IU`."""
    per: Per = "day"
    times: int | None = Field(default=None, ge=1, le=24)
    """In how many doses a day."""
    every: Duration | None = None
    """How far apart the doses are, such as 8 hours or 3 weeks; `per` is then a dose."""
    about: bool = False
    """Whether the source says "about"."""

    @model_validator(mode="after")
    def is_an_amount(self) -> Self:
        """Refuse a span upside down, and times a day of what is no daily amount."""
        if self.high is not None and self.high < self.low:
            raise ValueError(Fault(f"{self.low:g} to {self.high:g} {self.unit} is upside down; check the source",
                                   "above", field="code.amount.low", other="code.amount.high"))
        if self.times is not None and "per" not in self.model_fields_set:
            raise ValueError(Fault(
                "`times` needs `per` said plainly: `per: dose` where each of them has this amount, "
                "`per: day` where this is the whole day's amount",
                "needs", field="code.amount.times", other="code.amount.per",
            ))
        if self.times is not None and self.per not in ("day", "dose"):
            raise ValueError(Fault("`times` goes with an amount a day or a dose", "only-with",
                                   field="code.amount.times", choice="code.amount.per", values="day dose"))
        if self.every is not None and (self.per != "dose" or self.times is not None):
            raise ValueError(Fault("`every` goes with an amount per dose, and not with `times`", "only-with",
                                   field="code.amount.every", choice="code.amount.per", values="dose"))
        return self

    def places(self) -> dict[str, Part]:
        """The amount's part in a sentence."""
        return {
            "amount": Quantity(self.low, self.high, self.unit),
            "per": self.per,
            "times": self.times or 0,
            "about": "yes" if self.about else "no",
            "spaced": "yes" if self.every else "no",
            "every": Phrases((self.every.phrase("dose-every"),) if self.every else ()),
        }


class Dose(Form):
    """An amount of the claim's medicine, for the claim's conditions and populations."""

    form: Literal["dose"] = "dose"
    implied: ClassVar[Mapping[str, Any]] = {"intent": "dosage", "finding": "descriptive", "certainty": "not_graded"}
    amount: Amount
    purpose: Purpose

    def parts(self) -> Mapping[str, Part]:
        """The amount and what it is."""
        return {**self.amount.places(), "purpose": self.purpose}

    def fault(self, facets: Facets) -> str:
        """A dose is a dose of something; a treatment's is for somebody."""
        if self.purpose == "treatment" and not (facets.conditions or facets.populations):
            return Fault("a treatment dose needs those it is for: give `conditions` or `populations`", "give-one",
                         either="conditions populations")
        return without_intervention(self.form, facets)
