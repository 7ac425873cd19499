"""Axes: round ticks around every number, and positions that keep their order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.outputs.figures.forest import LEFT, LENGTH, place
from bot.outputs.figures.scale import MOST_STEPS, scale_for
from knowledge.evidence.models import Measure

differences = st.lists(st.floats(-1e6, 1e6).filter(lambda v: v == 0 or abs(v) > 1e-6), min_size=1, max_size=6)
counts = st.lists(st.floats(0, 1000), min_size=1, max_size=6)
shares = st.lists(st.floats(0, 100), min_size=1, max_size=6)


@given(
    st.one_of(
        differences.map(lambda v: (v, Measure.MEAN_DIFFERENCE)),
        counts.map(lambda v: (v, Measure.EVENTS_PER_1000)),
        shares.map(lambda v: (v, Measure.RANGE_PERCENT)),
    )
)
def test_every_number_lies_on_its_axis_and_keeps_its_order(case: tuple[list[float], Measure]) -> None:
    values, measure = case
    scale = scale_for(values, measure)
    placed = [scale.position(value) for value in sorted(values)]
    assert all(-1e-6 <= position <= 1 + 1e-6 for position in placed)
    assert placed == sorted(placed)
    assert LEFT - 1 <= place(min(values), scale) <= place(max(values), scale) <= LEFT + LENGTH + 1


@given(differences)
def test_a_difference_has_no_difference_in_the_middle(values: list[float]) -> None:
    scale = scale_for(values, Measure.MEAN_DIFFERENCE)
    assert scale.position(0) == pytest.approx(0.5)
    assert 0.0 in scale.ticks
    assert scale.low == -scale.high


@given(counts)
def test_a_count_begins_at_none_and_ends_at_everybody_at_the_latest(values: list[float]) -> None:
    scale = scale_for(values, Measure.EVENTS_PER_1000)
    assert scale.low == 0
    assert scale.high <= 1000


@given(shares)
def test_a_share_begins_at_none_and_ends_at_everybody_at_the_latest(values: list[float]) -> None:
    scale = scale_for(values, Measure.RANGE_PERCENT)
    assert scale.low == 0
    assert scale.high <= 100


@given(differences)
def test_ticks_are_few_even_and_end_the_axis(values: list[float]) -> None:
    scale = scale_for(values, Measure.MEAN_DIFFERENCE)
    gaps = [after - before for before, after in zip(scale.ticks, scale.ticks[1:], strict=False)]
    assert 2 <= len(gaps) <= MOST_STEPS + 2
    assert gaps == pytest.approx([gaps[0]] * len(gaps))
    assert (scale.ticks[0], scale.ticks[-1]) == (scale.low, scale.high)


def test_the_axes_of_the_shipped_estimates_are_round() -> None:
    assert scale_for([-0.84, 0.49], Measure.MEAN_DIFFERENCE).ticks == (-1, -0.5, 0, 0.5, 1)
    assert scale_for([-23.14, 3.97], Measure.MEAN_DIFFERENCE).ticks == (-30, -20, -10, 0, 10, 20, 30)
    assert scale_for([541, 830, 664], Measure.EVENTS_PER_1000).ticks == (0, 200, 400, 600, 800, 1000)
    assert scale_for([5, 110, 33], Measure.EVENTS_PER_1000).ticks == (0, 20, 40, 60, 80, 100, 120)
    assert scale_for([11, 37], Measure.RANGE_PERCENT).ticks == (0, 10, 20, 30, 40)


def test_an_axis_of_nothing_but_zero_still_has_a_length() -> None:
    for measure in (Measure.MEAN_DIFFERENCE, Measure.EVENTS_PER_1000, Measure.RANGE_PERCENT):
        scale = scale_for([0.0], measure)
        assert scale.high > scale.low


def test_a_mirrored_axis_has_its_high_end_on_the_left() -> None:
    scale = scale_for([10, 40], Measure.EVENTS_PER_1000).model_copy(update={"mirrored": True})
    assert (scale.position(scale.high), scale.position(scale.low)) == (0, 1)
