"""Coverage: a probability, and how much of a question nothing accounts for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.analysis import fold, stem, words
from retrieval.coverage import COEFFICIENTS, Signals, probability, unexplained_share

SHARE = st.floats(0, 1)
SIGNALS = st.builds(
    Signals, cosine=st.floats(-1, 1), unexplained=SHARE, foreign=SHARE, source_named=st.sampled_from([0.0, 1.0]),
    intent=st.floats(-1, 1), only_mentioned=SHARE,
)  # fmt: skip


def unexplained(text: str, explained: tuple[int, ...] = (), claim_texts: tuple[str, ...] = ()) -> float:
    known = {stem(word, "en") for claim_text in claim_texts for word in words(claim_text)}
    return unexplained_share(text, explained, known, frozenset(map(fold, ("the", "does", "effective"))), "en")


def test_every_signal_has_a_coefficient() -> None:
    assert set(COEFFICIENTS) == set(Signals.model_fields)


@given(SIGNALS)
def test_a_probability_lies_between_0_and_1(signals: Signals) -> None:
    assert 0 <= probability(signals) <= 1


@given(SIGNALS, st.sampled_from(["cosine", "intent", "source_named"]), st.floats(0, 1))
def test_what_speaks_for_an_answer_never_makes_it_less_probable(signals: Signals, name: str, step: float) -> None:
    more = signals.model_copy(update={name: getattr(signals, name) + step})
    assert probability(more) >= probability(signals)


@given(SIGNALS, st.sampled_from(["unexplained", "foreign", "only_mentioned"]), SHARE)
def test_what_speaks_against_an_answer_never_makes_it_more_probable(signals: Signals, name: str, share: float) -> None:
    more = signals.model_copy(update={name: max(share, getattr(signals, name))})
    assert probability(more) <= probability(signals)


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
