"""Fusion: sums one can do by hand, whatever the order of the rankings."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.fusion import SHARE_WEIGHT, Spread, ranked, relative_scores, weighted_sum

IDS = st.sampled_from("abcdefgh")
COSINES = st.lists(st.integers(600, 990).map(lambda value: value / 1000), min_size=2, max_size=9, unique=True)
SCORINGS = st.lists(st.tuples(st.floats(0, 2), st.dictionaries(IDS, st.floats(0, 1))), max_size=5)


def fused(cosines: list[float], shares: list[float]) -> list[float]:
    every = np.array(cosines)
    return relative_scores(every, np.array(shares), Spread(every.mean(), every.std())).tolist()


def test_relative_scores_by_hand() -> None:
    assert fused([0.8, 0.9], [0.25, 0.0]) == pytest.approx([-1 + SHARE_WEIGHT / 2, 1])


@given(COSINES, st.floats(-0.3, 0.3), st.floats(0.2, 3))
def test_a_shift_or_stretch_of_all_cosines_changes_nothing(cosines: list[float], shift: float, stretch: float) -> None:
    """A question in another language is less near to every text: that must not weaken what nearness says."""
    shares = [0.1] * len(cosines)
    moved = [shift + stretch * cosine for cosine in cosines]
    assert fused(moved, shares) == pytest.approx(fused(cosines, shares), abs=1e-5)


@given(COSINES)
def test_without_words_in_common_the_cosine_ranks(cosines: list[float]) -> None:
    scores = fused(cosines, [0.0] * len(cosines))
    assert np.argsort(scores, kind="stable").tolist() == np.argsort(cosines, kind="stable").tolist()


@given(st.lists(st.floats(0, 1), min_size=2, max_size=9))
def test_among_texts_equally_near_the_words_rank(shares: list[float]) -> None:
    scores = fused([0.8] * len(shares), shares)
    assert sorted(scores) == [score for _, score in sorted(zip(shares, scores, strict=True))]


def test_nothing_to_rank_is_no_error() -> None:
    assert relative_scores(np.array([]), np.array([]), Spread(0.0, 0.0)).tolist() == []
    assert weighted_sum([]) == {} and ranked({}) == []


def test_a_weighted_sum_by_hand() -> None:
    fused = weighted_sum([(1.0, {"a": 0.5, "b": 0.25}), (0.5, {"b": 1.0, "c": 0.5})])
    assert fused == {"a": 0.5, "b": 0.75, "c": 0.25}


@given(SCORINGS)
def test_the_order_of_the_scorings_is_irrelevant(scorings: list[tuple[float, dict[str, float]]]) -> None:
    assert weighted_sum(scorings[::-1]) == pytest.approx(weighted_sum(scorings))


def test_ids_rank_by_falling_score_and_ties_by_id() -> None:
    assert ranked({"c": 1.0, "b": 2.0, "a": 1.0}) == ["b", "a", "c"]


@given(st.dictionaries(IDS, st.integers(0, 3).map(float)))
def test_ranking_is_a_sorted_permutation(scores: dict[str, float]) -> None:
    order = ranked(scores)
    assert sorted(order) == sorted(scores)
    assert all((-scores[one], one) < (-scores[two], two) for one, two in zip(order, order[1:], strict=False))
