"""Fusion: sums one can do by hand, whatever the order of the rankings."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.fusion import ranked, reciprocal_rank_fusion, weighted_sum

IDS = st.sampled_from("abcdefgh")
RANKINGS = st.lists(st.lists(IDS, unique=True, max_size=8), max_size=5)
SCORINGS = st.lists(st.tuples(st.floats(0, 2), st.dictionaries(IDS, st.floats(0, 1))), max_size=5)


def test_reciprocal_rank_fusion_by_hand() -> None:
    fused = reciprocal_rank_fusion([["a", "b", "c"], ["b", "d"]])
    assert fused == pytest.approx({"a": 1 / 61, "b": 1 / 62 + 1 / 61, "c": 1 / 63, "d": 1 / 62})
    assert ranked(fused) == ["b", "a", "d", "c"]


def test_no_rankings_give_no_ranking() -> None:
    assert reciprocal_rank_fusion([]) == {} and weighted_sum([]) == {} and ranked({}) == []


@given(RANKINGS, st.randoms(use_true_random=False))
def test_the_order_of_the_rankings_is_irrelevant(rankings: list[list[str]], random: Random) -> None:
    shuffled = random.sample(rankings, len(rankings))
    assert reciprocal_rank_fusion(shuffled) == pytest.approx(reciprocal_rank_fusion(rankings))


@given(st.lists(IDS, unique=True))
def test_one_ranking_keeps_its_order(ranking: list[str]) -> None:
    assert ranked(reciprocal_rank_fusion([ranking])) == ranking


@given(RANKINGS)
def test_every_id_of_a_ranking_is_in_the_fusion_and_no_other(rankings: list[list[str]]) -> None:
    assert set(reciprocal_rank_fusion(rankings)) == {identifier for ranking in rankings for identifier in ranking}


@given(RANKINGS, IDS)
def test_a_further_ranking_never_lowers_a_score(rankings: list[list[str]], identifier: str) -> None:
    before = reciprocal_rank_fusion(rankings).get(identifier, 0.0)
    assert reciprocal_rank_fusion([*rankings, [identifier]])[identifier] > before


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
