"""What figures show, before anything is drawn: rows, panels with one axis each, forest plots and icon arrays.

Every text arrives in the reader's language. Positions and colours are no business of these models.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from pydantic import Field, model_validator

from knowledge.evidence.models import Certainty, Frozen, Measure

MOST_OF_CAPTION = 1024
"""Characters of a caption that Telegram takes under a picture."""

DOTS = 1000
"""Dots of each group in an icon array: one a person."""


class Row(Frozen):
    """One claim in a figure: what it is about, what it rests on, how sure it is and which source says so."""

    reference: str
    """The claim, as `card#claim`."""
    label: str
    comparison: str
    """What is compared: "Magnesium compared with placebo"."""
    text: str
    """The numbers in words, or that there are none."""
    basis: str
    """Studies and participants; empty where the source gives neither."""
    certainty: Certainty
    certainty_text: str
    citation: int = Field(ge=1)
    has_number: bool = True
    spoken: str
    """The row as it stands in the alternative text, with its citation mark."""


def gathered(rows: Iterable[Row]) -> dict[str, str]:
    """Which results each text is said of."""
    by_text: dict[str, list[str]] = {}
    for row in rows:
        by_text.setdefault(row.text, []).append(row.spoken)
    return {text: "; ".join(told) for text, told in by_text.items()}


class EstimateRow(Row):
    """A claim with a number that has a place on an axis."""

    measure: Measure
    unit: str | None = None
    outcome: str
    """The outcome's concept."""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    no_effect: float | None = None
    """Where the axis means no difference; nothing for a range, which compares no groups."""
    pooled: bool
    """Whether several studies are taken together."""

    @property
    def axis(self) -> tuple[Measure, str | None, str, str]:
        """What two rows must share to stand on one axis: measure, unit, outcome and what is compared."""
        return self.measure, self.unit, self.outcome, self.comparison

    @property
    def drawn(self) -> tuple[float, ...]:
        """Every number that must lie on the axis."""
        numbers = (self.value, self.low, self.high, self.no_effect)
        return tuple(number for number in numbers if number is not None)


class Panel(Frozen):
    """Rows on one axis."""

    title: str
    rows: tuple[EstimateRow, ...] = Field(min_length=1)
    axis_label: str
    left: str = ""
    """What the left side of no difference means: whom it favours, or less of the outcome where that is not known to be
    good or bad. Empty where no groups are compared."""
    right: str = ""
    mirrored: bool = False
    """Whether higher values stand on the left, where more of the outcome is good: what favours the treatment is always
    on the left."""
    note: str = ""

    @model_validator(mode="after")
    def one_axis(self) -> Self:
        """Refuse rows of different measures, units, outcomes or comparisons."""
        axes = {row.axis for row in self.rows}
        if len(axes) > 1:
            raise ValueError(f"{len(axes)} different measures on one axis; give each a panel of its own")
        return self


class ForestPlot(Frozen):
    """One picture of panels, one below the other, and the results that have no number."""

    heading: str
    panels: tuple[Panel, ...]
    absent_title: str
    absent: tuple[Row, ...] = ()
    """Results with numbers that no axis holds, such as the events of each group."""
    numberless: tuple[Row, ...] = ()
    """Results without any number, which are named in small letters."""
    legend: tuple[tuple[str, str], ...]
    """Signs with what they mean."""
    sources: tuple[str, ...]
    disclaimer: str
    caption: str = Field(max_length=MOST_OF_CAPTION)


class Arm(Frozen):
    """One group of an icon array."""

    name: str
    events: int = Field(ge=0, le=DOTS)
    count: str
    """ "664 of 1,000"."""

    @property
    def others(self) -> int:
        """People without the event."""
        return DOTS - self.events


class IconArray(Frozen):
    """One picture of a thousand people in each of two groups."""

    title: str
    """What the event is."""
    scope: str
    row: EstimateRow
    comparator: Arm
    intervention: Arm
    harm: bool
    event: str
    rest: str
    one_dot: str
    interval: str
    """The interval in words; empty where the source gives none."""
    sources: tuple[str, ...]
    disclaimer: str
    caption: str = Field(max_length=MOST_OF_CAPTION)
