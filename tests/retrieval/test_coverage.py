"""Coverage: a probability, and how much of a question nothing accounts for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.analysis import fold, words
from retrieval.coverage import Signals, probability, signals_of, unexplained_share
from retrieval.search import Hit

SHARE = st.floats(0, 1)
SIGNALS = st.builds(
    Signals, cosine=st.floats(-1, 1), lead_of_others=st.floats(0, 2), facets=st.floats(-1, 1), unexplained=SHARE,
    named=st.sampled_from([0.0, 1.0]),
)  # fmt: skip


def hit(cosine: float, facets: float = 0.3) -> Hit:
    return Hit(claim="a#b", score=1.0, cosine=cosine, lexical=1.0, facets=facets)


def unexplained(text: str, explained: tuple[int, ...] = (), claim_texts: tuple[str, ...] = ()) -> float:
    return unexplained_share(text, explained, claim_texts, frozenset(map(fold, ("the", "does", "effective"))), "en")


@given(SIGNALS)
def test_a_probability_lies_between_0_and_1(signals: Signals) -> None:
    assert 0 <= probability(signals) <= 1


@given(SIGNALS, st.floats(0, 1))
def test_a_nearer_claim_is_never_less_probable(signals: Signals, step: float) -> None:
    nearer = signals.model_copy(update={"cosine": signals.cosine + step})
    assert probability(nearer) >= probability(signals)


@given(SIGNALS, SHARE)
def test_the_more_is_unexplained_the_less_probable(signals: Signals, share: float) -> None:
    more = signals.model_copy(update={"unexplained": max(share, signals.unexplained)})
    assert probability(more) <= probability(signals)


def test_the_lead_of_others_is_how_much_nearer_the_nearest_claim_of_all_is() -> None:
    assert signals_of(hit(0.80), hit(0.85), 0.0, named=True).lead_of_others == pytest.approx(0.05)


@pytest.mark.parametrize("nearest", [None, hit(0.80), hit(0.75)])
def test_others_have_no_lead_where_the_admissible_claim_is_the_nearest(nearest: Hit | None) -> None:
    assert signals_of(hit(0.80), nearest, 0.0, named=True).lead_of_others == 0


def test_signals_are_those_of_the_best_admissible_claim() -> None:
    signals = signals_of(hit(0.80, facets=0.5), hit(0.85, facets=-0.5), 0.25, named=False)
    assert (signals.cosine, signals.facets, signals.unexplained, signals.named) == (0.80, 0.5, 0.25, 0.0)


@pytest.mark.parametrize(
    ("text", "explained", "claim_texts", "share"),
    [
        ("bees sting", (), (), 1.0),
        ("magnesium bees", (0,), (), 0.5),
        ("magnesium bees sting hives", (0,), ("A bee stings.",), 0.25),
        ("cramping legs", (), ("Leg cramps",), 0.0),
        ("does the effective", (), (), 0.0),
        ("300 mg or 5", (), (), 0.0),
        ("", (), (), 0.0),
    ],
)
def test_the_unexplained_share_by_hand(
    text: str, explained: tuple[int, ...], claim_texts: tuple[str, ...], share: float
) -> None:
    assert unexplained(text, explained, claim_texts) == share


TEXTS = st.lists(st.sampled_from(["magnesium", "bees", "sting", "the", "of", "300", "hives"]), max_size=8).map(" ".join)


@given(TEXTS, st.sets(st.integers(0, 7)))
def test_the_unexplained_share_is_a_share_and_explaining_more_never_raises_it(text: str, explained: set[int]) -> None:
    share = unexplained(text, tuple(explained))
    assert 0 <= share <= unexplained(text) <= 1
    assert unexplained(text, tuple(range(len(words(text))))) == 0
