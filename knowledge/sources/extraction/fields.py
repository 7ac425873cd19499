"""Estimates that stand in fields, not in prose: numbers, arms named in titles, and the direction that follows."""

from __future__ import annotations

import math
from typing import Any

from knowledge.sources.extraction.models import RATIOS, Direction, Estimate, Measure, Place
from knowledge.sources.extraction.notation import plain
from knowledge.sources.extraction.titles import Title
from knowledge.sources.extraction.vocabulary import load_vocabulary

NO_PLACE = Place(start=0, end=0)


def number(printed: Any) -> float | None:
    """A finite number as printed; None for anything else."""
    try:
        found = float(str(printed).strip().replace("\u2212", "-"))
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def estimate_of(
    measure: Measure, value: float, low: float | None, high: float | None, level: float | None = None,
    unit: str | None = None,
) -> Estimate:
    """An estimate of fields, its limits in ascending order, doubted where they miss its value."""  # fmt: skip
    both = low is not None and high is not None
    lower, upper = (min(low, high), max(low, high)) if low is not None and high is not None else (None, None)
    misses = lower is not None and upper is not None and not lower <= value <= upper
    return Estimate(
        measure=measure, value=value, ci_low=lower, ci_high=upper,
        ci_level=level if both and level and 0 < level < 100 else None,
        unit=unit if measure in ("MD", "RD") else None,
        place=NO_PLACE, doubt="interval misses value" if misses else None,
    )  # fmt: skip


def arms_in(title: str, language: str = "en") -> tuple[str | None, str | None]:
    """The intervention and the comparator that a heading such as "A versus placebo for cramps" names."""
    found = Title(plain(title), language)
    return found.intervention, found.comparator


def direction_by_numbers(estimate: Estimate, outcome: str, language: str = "en") -> Direction:
    """Which arm the numbers favour, where the outcome's name says whether more of it is good; else unclear."""
    null = 1.0 if estimate.measure in RATIOS else 0.0
    if estimate.ci_low is None or estimate.ci_high is None or estimate.doubt:
        return "unclear"
    if estimate.ci_low <= null <= estimate.ci_high:
        return "no clear difference"
    good, bad = valence(outcome, language)
    if good == bad:
        return "unclear"
    return "favours intervention" if (estimate.value > null) == good else "favours comparator"


def valence(outcome: str, language: str) -> tuple[bool, bool]:
    """Whether the outcome's name says that more of it is good, and that it is bad; neither where a "no" turns it."""
    words = load_vocabulary(language)
    if words.found("freedom", outcome):
        return False, False
    return words.found("good_outcomes", outcome), words.found("bad_outcomes", outcome)
