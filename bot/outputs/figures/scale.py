"""The arithmetic of an axis: round ends and ticks around the numbers to be shown, and where a number lies.

Pure functions of numbers; `forest` turns positions into places on the picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from knowledge.evidence.estimates import DIFFERENCES
from knowledge.evidence.models import Frozen, Measure

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
"""Widths of a round step, up to a power of ten."""
MOST_STEPS = 6
NEGLIGIBLE = 1e-9
"""Values this small are none."""


class Scale(Frozen):
    """An axis from `low` to `high` with ticks at round numbers, the ends among them."""

    low: float
    high: float
    ticks: tuple[float, ...]
    mirrored: bool = False
    """Whether the high end is on the left."""

    def position(self, value: float) -> float:
        """Where a value lies: 0 at the left end, 1 at the right end."""
        from_low = (value - self.low) / (self.high - self.low)
        return 1 - from_low if self.mirrored else from_low


def scale_for(values: Iterable[float], measure: Measure) -> Scale:
    """The axis for these values.

    A difference has zero in the middle, so that neither side looks the greater; a ratio begins at zero; a share begins
    at none and ends at everybody at the latest.
    """
    largest = max((abs(value) for value in values if abs(value) > NEGLIGIBLE), default=0.0)
    if measure in DIFFERENCES:
        step = _round_step(2 * (largest or 1.0))
        steps = math.ceil(round(largest / step, 9)) or 1
        return _scale(-steps, steps, step)
    whole = {Measure.EVENTS_PER_1000: 1000.0, Measure.RANGE_PERCENT: 100.0}.get(measure, largest or 1.0)
    step = _round_step(min(largest, whole) or whole)
    return _scale(0, math.ceil(round(largest / step, 9)) or 1, step)


def _scale(first: int, last: int, step: float) -> Scale:
    ticks = tuple(_rounded(number * step) for number in range(first, last + 1))
    return Scale(low=ticks[0], high=ticks[-1], ticks=ticks)


def _round_step(span: float) -> float:
    """The smallest round step that parts a span into few steps."""
    power = 10.0 ** math.floor(math.log10(span / MOST_STEPS))
    return _rounded(next(power * step for step in STEPS if power * step * MOST_STEPS >= span * (1 - 1e-9)))


def _rounded(value: float) -> float:
    """Without the last digits that binary fractions leave."""
    return float(f"{value:.10g}") + 0.0
