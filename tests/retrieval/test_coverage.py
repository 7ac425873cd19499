"""Coverage: a probability, and how much of a question nothing accounts for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.evidence.models import Claim, Intent
from knowledge.languages.analysis import fold, stem, words
from retrieval.answerable import WEIGHTS, probability
from retrieval.query import Query
from retrieval.signals import (
    Signals,
    by_class_share,
    codes_fit,
    leaves_open,
    only_mentioned_share,
    topics_share,
    unexplained_share,
)
from tests.retrieval.toy_library import LIBRARY

SHARE = st.floats(0, 1)
AGAINST = ["unexplained", "foreign", "by_class", "only_mentioned", "practical", "open_end"]
SIGNALS = st.builds(
    Signals, cosine=st.floats(-1, 1), lexical=SHARE, unexplained=SHARE, foreign=SHARE,
    source_named=st.sampled_from([0.0, 1.0]), intent=st.floats(-1, 1), codes=SHARE, by_class=SHARE, topics=SHARE,
    only_mentioned=SHARE, practical=st.sampled_from([0.0, 1.0]), open_end=SHARE,
)  # fmt: skip


def unexplained(text: str, explained: tuple[int, ...] = (), claim_texts: tuple[str, ...] = ()) -> float:
    known = {stem(word, "en") for claim_text in claim_texts for word in words(claim_text)}
    return unexplained_share(text, explained, known, frozenset(map(fold, ("the", "does", "effective"))), "en")


def test_every_signal_has_a_coefficient() -> None:
    assert set(WEIGHTS.coefficients) == set(Signals.model_fields)


def test_the_weights_say_where_they_come_from() -> None:
    assert "benchmarks.coverage" in WEIGHTS.command and "--write" in WEIGHTS.command
    assert WEIGHTS.threshold_rule and sum(WEIGHTS.fitted_on.values()) > 0 and WEIGHTS.figures


@given(SIGNALS)
def test_a_probability_lies_between_0_and_1(signals: Signals) -> None:
    assert 0 <= probability(signals) <= 1


@given(SIGNALS, st.sampled_from(["cosine", "lexical", "intent", "codes", "topics", "source_named"]), st.floats(0, 1))
def test_what_speaks_for_an_answer_never_makes_it_less_probable(signals: Signals, name: str, step: float) -> None:
    more = signals.model_copy(update={name: getattr(signals, name) + step})
    assert probability(more) >= probability(signals)


@given(SIGNALS, st.sampled_from(AGAINST), SHARE)
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


def claim(intent: Intent, *conditions: str) -> Claim:
    return Claim.model_validate(
        {
            "id": "claim", "intent": intent, "finding": "descriptive", "certainty": "not_graded",
            "intervention": "magnesium",
            "conditions": conditions, "statement": {"en": "A sentence."},
            "locator": {"section": "Results", "lines": "1"},
        }
    )  # fmt: skip


def asking(**facets: object) -> Query:
    return Query.model_validate({"text": "?", "language": "en", **facets})


def test_a_disease_is_only_mentioned_by_a_claim_that_does_not_say_whether_magnesium_helps_it() -> None:
    query = asking(intents=["efficacy"], direction="helps", conditions=["als"])
    assert only_mentioned_share(query, claim(Intent.TRIAL_DETAILS, "als"), LIBRARY) == 1
    assert only_mentioned_share(query, claim(Intent.EFFICACY, "als"), LIBRARY) == 0
    assert only_mentioned_share(query, claim(Intent.EFFICACY, "leg_cramps"), LIBRARY) == 1


def test_cramps_are_not_only_mentioned_whatever_kind_of_claim_is_about_them() -> None:
    query = asking(intents=["efficacy"], direction="helps", conditions=["leg_cramps"])
    assert only_mentioned_share(query, claim(Intent.TRIAL_DETAILS, "muscle_cramps"), LIBRARY) == 0


@pytest.mark.parametrize(
    ("facets", "open_end"),
    [
        ({"intents": ["efficacy"], "conditions": ["leg_cramps"]}, True),
        ({"intents": ["efficacy"], "medicines": ["magnesium"]}, True),
        ({"intents": ["efficacy"], "medicines": ["magnesium"], "conditions": ["leg_cramps"]}, False),
        ({"intents": ["efficacy"], "medicines": ["magnesium"], "populations": ["pregnant"]}, False),
        ({"intents": ["efficacy"], "conditions": ["leg_cramps"], "cards": ["trial-roffe-2001"]}, False),
        ({"intents": ["interactions", "efficacy"], "medicines": ["magnesium"]}, False),
    ],
)
def test_a_question_on_relief_leaves_open_what_helps_or_what_it_helps_against(
    facets: dict[str, object], open_end: bool
) -> None:
    assert leaves_open(asking(**facets)) is open_end


@pytest.mark.parametrize(
    ("medicines", "share"),
    [
        ((), 0),
        (("magnesium",), 0),
        (("magnesium_oxide",), 1),
        (("magnesium", "magnesium_oxide"), 0.5),
        (("quinine",), 0),
    ],
)
def test_a_medicine_that_only_its_class_stands_for_is_met_by_class(medicines: tuple[str, ...], share: float) -> None:
    on_magnesium = claim(Intent.EFFICACY)
    assert by_class_share(asking(medicines=medicines), on_magnesium, LIBRARY.terminology) == share


def test_what_is_said_of_a_class_answers_an_ask_of_harm() -> None:
    query = asking(intents=["interactions"], medicines=["magnesium_oxide"])
    assert by_class_share(query, claim(Intent.INTERACTIONS), LIBRARY.terminology) == 0


def test_a_claim_on_a_kind_of_what_was_asked_about_is_not_met_by_class() -> None:
    on_oxide = claim(Intent.EFFICACY).model_copy(update={"intervention": "magnesium_oxide"})
    assert by_class_share(asking(medicines=["magnesium"]), on_oxide, LIBRARY.terminology) == 0


def test_topics_and_outcomes_speak_for_a_claim_coded_with_them() -> None:
    on_harm = claim(Intent.ADVERSE_EFFECTS).model_copy(update={"about": ("diarrhoea",)})
    assert topics_share(asking(topics=["diarrhoea"]), on_harm, LIBRARY.terminology) == 1
    assert topics_share(asking(topics=["diarrhoea"], outcomes=["cramps_per_week"]), on_harm, LIBRARY.terminology) == 0.5
    assert topics_share(asking(), on_harm, LIBRARY.terminology) == 0


def test_the_codes_fit_where_a_claim_on_that_very_medicine_offers_what_is_asked() -> None:
    on_effect, terminology = claim(Intent.EFFICACY), LIBRARY.terminology
    for fit, query in (
        (0.8, asking(intents=["efficacy"], medicines=["magnesium"], intent_weight=0.8)),
        (0.0, asking(intents=["efficacy"], medicines=["magnesium_oxide"])),
        (0.0, asking(intents=["dosage", "efficacy"], medicines=["magnesium"])),
        (0.0, asking(medicines=["magnesium"])),
    ):
        assert codes_fit(query, on_effect, terminology) == fit
