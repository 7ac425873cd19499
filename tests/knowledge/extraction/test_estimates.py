"""Numbers, measures, intervals and signs of effect estimates, in every notation that abstracts use."""

from __future__ import annotations

import pytest

from tests.knowledge.extraction.reading import numbers_in, one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fewer people died (RR 0.80, 95% CI 0.70 to 0.91).", ("RR", 0.80, 0.70, 0.91)),
        (
            "Fewer people died (risk ratio (RR) 0.80, 95% confidence interval (CI) 0.70 to 0.91).",
            ("RR", 0.80, 0.70, 0.91),
        ),
        ("Fewer people died (HR=0.8; 95%CI: 0.7–0.9).", ("HR", 0.8, 0.7, 0.9)),
        ("Fewer people died (OR 0·80 [95% CI 0·70–0·91]; p=0·03).", ("OR", 0.80, 0.70, 0.91)),
        ("Fewer people died (adjusted odds ratio [aOR], 0.8 [95% CI, 0.7-0.91]).", ("OR", 0.8, 0.7, 0.91)),
        ("Pain was lower (MD −1.2 points, 95% CI −1.9 to −0.5).", ("MD", -1.2, -1.9, -0.5)),
        ("Pain was lower (MD - 1.2, 95% CI -1.9, -0.5).", ("MD", -1.2, -1.9, -0.5)),
        ("Pain was lower (SMD -0.4, 95% CI -0.2 to -0.6).", ("SMD", -0.4, -0.6, -0.2)),
        ("Nausea was more common (RR 5.56; 2.93 to 10.55).", ("RR", 5.56, 2.93, 10.55)),
        ("Relapse was rarer: RR was 0,95, 95% CI 0.84 to 1.09.", ("RR", 0.95, 0.84, 1.09)),
        ("Relapse was rarer (RR .95, 95% CI .84 to 1.09).", ("RR", 0.95, 0.84, 1.09)),
        ("The risk ratio for a response at 12 weeks was 1.65 (95% CI 1.39 to 1.96).", ("RR", 1.65, 1.39, 1.96)),
        ("The risk ratio was 1.65 (P = 0.02; 95% CI 1.39 to 1.96).", ("RR", 1.65, 1.39, 1.96)),
        ("The MD on a 10 point scale was 0.5 (99% CI 0.1 to 0.9).", ("MD", 0.5, 0.1, 0.9)),
        ("Deaths fell (rate ratio 0.7, 95% CrI 0.5 to 0.9).", ("rate ratio", 0.7, 0.5, 0.9)),
        ("Deaths fell (Peto OR 0.7, 95% CI 0.5 to 0.9).", ("OR", 0.7, 0.5, 0.9)),
        (
            "The number needed to treat for an additional beneficial outcome (NNTB) was 6 (95% CI 5 to 9).",
            ("NNTB", 6, 5, 9),
        ),
        (
            "Itching was common: number needed to treat for one more harmful effect (NNTH) 9.5 (95% CI 5.5 to 40).",
            ("NNTH", 9.5, 5.5, 40),
        ),
        ("The drug caused nausea (NNH = 7).", ("NNTH", 7, None, None)),
    ],
)
def test_an_estimate_is_read_in_every_notation(
    text: str, expected: tuple[str, float, float | None, float | None]
) -> None:
    assert numbers_in(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were 58 fewer events per 1000 (85 fewer to 27 fewer).", (-58, -85, -27)),
        ("There were seven more events per 1000 (2 fewer to 29 more).", (7, -2, 29)),
        ("There were 16 fewer deaths per 1,000 people (95% CI 47 fewer to 21 more).", (-16, -47, 21)),
    ],
)
def test_a_sign_may_be_a_word(text: str, expected: tuple[float, float, float]) -> None:
    estimate = one(text).estimate
    assert (estimate.value, estimate.ci_low, estimate.ci_high) == expected
    assert (estimate.measure, estimate.unit) == ("RD", "per 1000")


def test_a_value_said_to_be_lower_is_negative() -> None:
    assert numbers_in("Weight changed (MD 0.5 kg lower, 95% CI 0.8 lower to 0.2 lower).") == [("MD", -0.5, -0.8, -0.2)]


def test_a_measure_named_once_holds_for_the_list() -> None:
    text = "The mean difference for pain was 0 days (95% CI -0.5 to 0.5); for fever 0.3 days (95% CI -0.1 to 0.7)."
    assert [measure for measure, *_ in numbers_in(text)] == ["MD", "MD"]


def test_every_interval_of_a_sentence_keeps_its_own_value() -> None:
    text = "It reduced A (RR 0.5, 95% CI 0.4 to 0.6; RD -0.1, 95% CI -0.2 to -0.05) and B (RR 0.9, 95% CI 0.8 to 1.0)."
    assert numbers_in(text) == [("RR", 0.5, 0.4, 0.6), ("RD", -0.1, -0.2, -0.05), ("RR", 0.9, 0.8, 1.0)]


@pytest.mark.parametrize(
    "text",
    [
        "The sensitivity was 89% (95% CI 84 to 93).",
        "Mortality was 14 per 100 (95% CI 5 to 34) with the drug.",
        "A decrease from 284/1000 to 267/1000, 95% CI 256 to 278, was seen.",
        "An SMD of 0.5 represents a moderate effect.",
        "An HR < 1 indicated an advantage.",
        "NNT values were between 10 and 12.",
        "The mean age was 54 years (range 40 to 70).",
        "Patients took A or B (500 mg, 2 to 3 times a day).",
    ],
)
def test_a_number_that_is_no_effect_is_left_out(text: str) -> None:
    assert numbers_in(text) == []


def test_an_interval_that_misses_its_value_is_for_a_person() -> None:
    found = one("Fewer people died (RR 0.50, 95% CI 0.65 to 0.91).")
    assert (found.estimate.value, found.doubt) == (0.50, "interval misses value")


def test_the_place_of_an_estimate_is_where_its_numbers_stand() -> None:
    text = "First. Fewer people died (RR 0.80, 95% CI 0.70 to 0.91; 3 trials)."
    found = one(text)
    assert found.estimate.place.of(text) == "RR 0.80, 95% CI 0.70 to 0.91"
    assert found.quote.place is not None
    assert found.quote.place.of(text) == found.quote.text == "(RR 0.80, 95% CI 0.70 to 0.91; 3 trials)"


def test_the_unit_of_a_difference_is_kept() -> None:
    assert one("Sleep was longer (MD 22.9 minutes, 95% CI 13.2 to 32.6).").estimate.unit == "minutes"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Walking distance was 48 metres further than with placebo (95% CI 40 to 56).", ("MD", 48, 40, 56)),
        ("The drug reduced blood pressure by 6 mmHg (95% CI 4 to 8) versus placebo.", ("MD", -6, -8, -4)),
        ("The drug reduced sitting by 57 minutes a day (95% CI -99 to -15) versus placebo.", ("MD", -57, -99, -15)),
        ("There were 57 fewer deaths (95% CI 80 fewer to 31 fewer) per 1000 men.", ("RD", -57, -80, -31)),
        ("Failure was rarer (absolute effect 20% lower, 95% CI 21% to 13% lower).", ("RD", -20, -21, -13)),
        ("Dyskinesia increased (odds ratio 2.90; 1.36, 6.19 95% CI).", ("OR", 2.9, 1.36, 6.19)),
        ("Tolerance rose, mean difference18.00 mg/kg (95% CI 12.28 to 23.72).", ("MD", 18, 12.28, 23.72)),
        ("Relapse fell (RR 0.35, 95% CI0.17 to0.71).", ("RR", 0.35, 0.17, 0.71)),
    ],
)
def test_differences_in_words_and_careless_spacing_are_read(
    text: str, expected: tuple[str, float, float, float]
) -> None:
    assert numbers_in(text) == [expected]


def test_an_amount_in_metres_is_no_odds_ratio() -> None:
    text = (
        "They were likelier to improve (OR 8.59, 95% CI 3.95 to 18.72) and to walk 48 metres further (95% CI 40 to 56)."
    )
    assert [measure for measure, *_ in numbers_in(text)] == ["OR", "MD"]


def test_a_change_from_baseline_is_no_difference_between_arms() -> None:
    text = (
        "Deaths fell (RR 0.53, 95% CI 0.38 to 0.72). Scores rose by a mean from baseline of 20.7 (95% CI 17.4 to 24.0)."
    )
    assert numbers_in(text) == [("RR", 0.53, 0.38, 0.72)]
