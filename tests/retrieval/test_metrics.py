"""Measures of a ranking: worked examples, and what must hold for any ranking."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.metrics import bootstrap, difference, ndcg, recall, reciprocal_rank

IDS = "abcdefgh"
rankings = st.permutations(IDS)
judgements = st.dictionaries(st.sampled_from(IDS), st.integers(-1, 3), min_size=1)


def test_ndcg_of_a_worked_example() -> None:
    grades = {"a": 3, "b": 2, "c": 0}
    gained = 2 / math.log2(2) + 3 / math.log2(4)
    best = 3 / math.log2(2) + 2 / math.log2(3)
    assert ndcg("bca", grades) == pytest.approx(gained / best)


@given(rankings, judgements)
def test_every_measure_lies_between_0_and_1(ranking: list[str], grades: dict[str, int]) -> None:
    for value in (ndcg(ranking, grades), recall(ranking, grades, 3), reciprocal_rank(ranking, grades)):
        assert 0 <= value <= 1 + 1e-12


@given(judgements)
def test_the_ranking_by_grade_is_perfect(grades: dict[str, int]) -> None:
    perfect = sorted(IDS, key=lambda name: -grades.get(name, 0))
    relevant = max(grades.values()) > 0
    assert ndcg(perfect, grades) == pytest.approx(1.0 if relevant else 0.0)
    assert recall(perfect, grades, len(IDS)) == reciprocal_rank(perfect, grades) == (1.0 if relevant else 0.0)


@given(rankings, judgements, st.integers(1, 7))
def test_looking_further_finds_no_less(ranking: list[str], grades: dict[str, int], k: int) -> None:
    assert recall(ranking, grades, k) <= recall(ranking, grades, k + 1)


@given(rankings, judgements)
def test_what_stands_behind_the_first_ten_changes_nothing(ranking: list[str], grades: dict[str, int]) -> None:
    padded = [f"x{n}" for n in range(10)] + ranking
    assert ndcg(padded, grades) == reciprocal_rank(padded, grades) == 0


def test_reciprocal_rank_is_of_the_first_relevant_one() -> None:
    assert reciprocal_rank("abcd", {"c": 1, "d": 2}) == pytest.approx(1 / 3)


@given(st.lists(st.floats(0, 1), min_size=2, max_size=30))
def test_the_interval_holds_the_mean(values: list[float]) -> None:
    found = bootstrap(values)
    assert found.low - 1e-9 <= found.mean <= found.high + 1e-9


def test_a_ranking_against_itself_differs_by_nothing() -> None:
    assert difference([0.2, 0.9, 0.4], [0.2, 0.9, 0.4]).model_dump() == {"mean": 0, "low": 0, "high": 0}


def test_the_same_seed_gives_the_same_interval() -> None:
    assert bootstrap([0.1, 0.5, 0.9, 0.3]) == bootstrap([0.1, 0.5, 0.9, 0.3])
