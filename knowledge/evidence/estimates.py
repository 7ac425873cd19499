"""Effect estimates: a number with its precision, as the source prints it, and the invariants that catch misprints."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from knowledge.evidence.faults import Fault
from knowledge.evidence.vocabulary import Frozen


class Measure(StrEnum):
    """How an effect estimate is expressed."""

    MEAN_DIFFERENCE = "mean_difference"
    """Intervention minus comparator, in `unit`; below 0 means less with the intervention."""
    EVENTS_PER_1000 = "events_per_1000"
    """People per 1,000 with the outcome: `value` with the intervention, `comparator_value` without."""
    RANGE_PERCENT = "range_percent"
    """Lowest and highest share of participants over the studies, in per cent; `ci_low`, `ci_high` hold the range."""
    RISK_RATIO = "risk_ratio"
    ODDS_RATIO = "odds_ratio"
    HAZARD_RATIO = "hazard_ratio"
    RATE_RATIO = "rate_ratio"
    RATIO_OF_MEANS = "ratio_of_means"
    RISK_DIFFERENCE = "risk_difference"
    """Share with the outcome, intervention minus comparator, from -1 to 1."""
    STANDARDISED_MEAN_DIFFERENCE = "standardised_mean_difference"
    """Intervention minus comparator in standard deviations."""
    NNT_BENEFIT = "nnt_benefit"
    """How many must be treated for one more to benefit."""
    NNT_HARM = "nnt_harm"
    """How many must be treated for one more to be harmed."""
    EVENTS = "events"
    """Only how many had the outcome in each arm; a study without a comparison group has one arm."""
    EACH_ARM = "each_arm"
    """A mean, a median or a share of each arm, in `unit`, without a comparison of the two in the source: `value` with
    the intervention, `comparator_value` without; a study without a comparison group has only the first."""
    NOT_POOLED = "not_pooled"
    """No pooled number in the source: only how many studies and participants."""

    @property
    def no_effect(self) -> float | None:
        """The value that means no difference; None where it is not one fixed number."""
        if self in RATIOS:
            return 1.0
        return 0.0 if self in DIFFERENCES else None


RATIOS = frozenset(
    {
        Measure.RISK_RATIO,
        Measure.ODDS_RATIO,
        Measure.HAZARD_RATIO,
        Measure.RATE_RATIO,
        Measure.RATIO_OF_MEANS,
    }
)
"""Below 1 means less with the intervention."""
DIFFERENCES = frozenset({Measure.MEAN_DIFFERENCE, Measure.RISK_DIFFERENCE, Measure.STANDARDISED_MEAN_DIFFERENCE})

NEEDS: dict[Measure, tuple[str, ...]] = {
    Measure.MEAN_DIFFERENCE: ("value", "unit"),
    Measure.EVENTS_PER_1000: ("value", "comparator_value"),
    Measure.RANGE_PERCENT: ("ci_low", "ci_high"),
    Measure.EVENTS: ("arm",),
    Measure.EACH_ARM: ("value", "unit"),
    Measure.NOT_POOLED: (),
}
"""What a measure cannot do without; the others need their `value`."""


class Unit(StrEnum):
    """Units of a mean difference that every language has a word for; any other is shown as the source writes it."""

    PERCENT = "percent"
    PER_WEEK = "per_week"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    POINTS = "points"


class Arm(Frozen):
    """How many of how many had the outcome in one arm."""

    events: int = Field(ge=0)
    total: int = Field(ge=1)

    @model_validator(mode="after")
    def events_are_among_those_counted(self) -> Self:
        """Refuse more events than people."""
        if self.events > self.total:
            raise ValueError(Fault(f"{self.events} of {self.total} is no share; check the source", "impossible",
                                   said=f"{self.events}/{self.total}"))
        return self


class EffectEstimate(Frozen):
    """An effect with its precision, as the source prints it.

    The interval is the source's 95 % confidence interval unless `ci_level` says otherwise, except for `range_percent`,
    where it is the observed range.
    """

    measure: Measure
    value: float | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    ci_level: float = Field(default=95, gt=50, lt=100)
    comparator_value: float | None = None
    unit: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)] | None = None
    """One of `Unit`, or as the source writes it: `mmHg`."""
    arm: Arm | None = None
    comparator_arm: Arm | None = None
    """Counts of each arm, beside a ratio or alone."""
    model: Literal["fixed", "random"] | None = None
    """How the studies were pooled, where the source says so."""
    studies: int | None = Field(default=None, ge=0)
    participants: int | None = Field(default=None, ge=0)
    weeks: float | None = Field(default=None, gt=0)
    """When it was measured, in weeks."""
    time: float | None = Field(default=None, gt=0)
    time_unit: Literal["minutes", "hours", "days", "months", "years"] | None = None
    """The same in another unit, as the source gives it."""

    @model_validator(mode="after")
    def numbers_agree(self) -> Self:
        """Refuse an interval that misses its point, numbers no such measure can have, and those without partners."""
        for fault in self._faults():
            raise ValueError(fault)
        return self

    def _faults(self) -> Iterator[str]:
        low, high = self.ci_low, self.ci_high
        if (low is None) != (high is None):
            yield Fault("give both ends of the interval or neither", "together",
                        fields="effect.ci_low effect.ci_high")
        if low is not None and high is not None:
            if low > high:
                yield Fault(f"ci_low {low:g} is above ci_high {high:g}; check the source", "above",
                            field="effect.ci_low", other="effect.ci_high")
            if self.value is not None and not low <= self.value <= high:
                yield Fault(f"{self.value:g} lies outside {low:g} to {high:g}; check the source", "numbers")
        for name in NEEDS.get(self.measure, ("value",)):
            if getattr(self, name) is None:
                yield Fault(f"measure {self.measure} needs `{name}`", "needs", field="effect.measure",
                            other=f"effect.{name}")
        yield from self._impossible_numbers()
        if (self.time is None) != (self.time_unit is None):
            yield Fault("give `time` and `time_unit` together", "together", fields="effect.time effect.time_unit")
        if self.participants is not None and self.studies is not None and self.studies > self.participants:
            yield Fault("more studies than participants; the two numbers are probably swapped", "above",
                        field="effect.studies", other="effect.participants")

    def _impossible_numbers(self) -> Iterator[str]:
        numbers = [number for number in (self.value, self.ci_low, self.ci_high) if number is not None]
        if self.measure is Measure.EVENTS_PER_1000:
            shares = [*numbers, *([] if self.comparator_value is None else [self.comparator_value])]
            outside = [share for share in shares if not 0 <= share <= 1000]
            yield from (_impossible(share, f"{share:g} per 1000 is no share; check the source") for share in outside)
        yield from self._impossible_effects(numbers)

    def _impossible_effects(self, numbers: list[float]) -> Iterator[str]:
        for number in numbers:
            if self.measure in RATIOS and number <= 0:
                yield _impossible(number, f"a ratio of {number:g} cannot be; check the source")
            if self.measure is Measure.RISK_DIFFERENCE and not -1 <= number <= 1:
                yield _impossible(number, f"{number:g} is no difference of shares")


def _impossible(number: float, english: str) -> Fault:
    return Fault(english, "impossible", said=f"{number:g}")
