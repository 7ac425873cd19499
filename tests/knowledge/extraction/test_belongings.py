"""Counts, grades, outcomes, arms and directions go to the estimate they belong to, and stay open where none is sure."""

from __future__ import annotations

import pytest

from knowledge.evidence.models import Certainty
from tests.knowledge.extraction.reading import estimates_in, one

RATIO = "RR 0.80, 95% CI 0.70 to 0.91"


def grade(text: str) -> list[str]:
    """The grades of the estimates of a text; a dash where there is none."""
    return [str(e.certainty.level) if e.certainty else "-" for e in estimates_in(text)]


@pytest.mark.parametrize(
    ("text", "studies", "participants"),
    [
        (f"Fewer died ({RATIO}; 7 trials, 1,440 participants).", 7, 1440),
        (f"Fewer died ({RATIO}; one trial, n = 46).", 1, 46),
        (f"Fewer died (two small trials, 46 pregnant women: {RATIO}).", 2, 46),
        (f"Four trials (518 participants) showed fewer deaths ({RATIO}).", 4, 518),
        (f"Fewer died ({RATIO}). All results were based on one study with 36 participants.", 1, 36),
        (f"Only two trials reported deaths. Fewer died ({RATIO}).", 2, None),
        (f"Fewer died at 12 weeks ({RATIO}; 8 to 12 trials).", None, None),
        (f"Fewer died ({RATIO}).", None, None),
    ],
)
def test_trials_and_participants_are_counted(text: str, studies: int | None, participants: int | None) -> None:
    found = one(text)
    assert (found.studies.number if found.studies else None) == studies
    assert (found.participants.number if found.participants else None) == participants


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Fewer died ({RATIO}; very low-certainty evidence).", ["very_low"]),
        (f"Fewer died ({RATIO}) (moderate quality evidence).", ["moderate"]),
        (f"High-certainty evidence shows that fewer died ({RATIO}).", ["high"]),
        (f"Fewer died ({RATIO}). But the quality of the evidence was low.", ["low"]),
        (f"Fewer died ({RATIO}; low to moderate certainty evidence).", ["-"]),
        (f"The drug probably reduced deaths ({RATIO}).", ["-"]),
        (f"Fewer died ({RATIO}) and fewer relapsed ({RATIO}), both with low-certainty evidence.", ["low", "low"]),
        (f"Fewer died ({RATIO}; low-certainty evidence) and fewer relapsed ({RATIO}).", ["low", "-"]),
        (
            f"Fewer deaths were seen ({RATIO}). Evidence was of moderate quality for deaths and low quality for pain.",
            ["moderate"],
        ),
        (f"Fewer died ({RATIO}). A low risk of bias was found in high quality trials.", ["-"]),
    ],
)
def test_the_grade_is_the_one_given_for_the_estimate(text: str, expected: list[str]) -> None:
    assert grade(text) == expected


def test_a_number_needed_to_treat_takes_over_what_belongs_to_its_ratio() -> None:
    ratio, number = estimates_in(
        f"The drug reduced deaths ({RATIO}; 5 trials, 900 infants; low certainty). The NNTB was 33 (95% CI 25 to 50)."
    )
    assert number.studies == ratio.studies
    assert number.certainty is not None
    assert number.certainty.level is Certainty.LOW
    assert number.outcome == ratio.outcome
    assert number.direction == "favours intervention"


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        (
            f"The drug reduced the risk of stroke ({RATIO}) and death ({RATIO}) compared with placebo.",
            ["stroke", "death"],
        ),
        (f"Relapse was less common with the drug than with placebo ({RATIO}).", ["Relapse"]),
        (f"There was no difference between groups in serious adverse events ({RATIO}).", ["serious adverse events"]),
        (
            f"The effects of A ({RATIO}) and B ({RATIO}) on hospital admission were uncertain.",
            ["hospital admission"] * 2,
        ),
        (f"The drug helped (clinical failure: {RATIO}).", ["clinical failure"]),
        ("The mean difference for duration of sickness was 0 days (95% CI -1 to 1).", ["duration of sickness"]),
    ],
)
def test_the_outcome_is_named_in_the_source_words(text: str, outcomes: list[str]) -> None:
    assert [e.outcome.text if e.outcome else None for e in estimates_in(text)] == outcomes


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        (f"The drug reduced deaths compared with placebo ({RATIO}).", "placebo"),
        (f"Deaths were rarer with the drug than in the control group ({RATIO}).", "control"),
        (f"There was no difference between the drug and usual care for deaths ({RATIO}).", "usual care"),
        (f"Drug versus usual care\nFewer people died ({RATIO}).", "usual care"),
        (f"Fewer died over six months ({RATIO}).", None),
        (f"Participants had fewer deaths than those allocated to lamivudine ({RATIO}).", "lamivudine"),
    ],
)
def test_the_comparator_is_the_arm_named_last(text: str, comparator: str | None) -> None:
    found = one(text).comparator
    assert (found.text if found else None) == comparator


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        (f"The drug reduced the risk of death ({RATIO}).", "favours intervention"),
        ("The drug increased the risk of bleeding (RR 1.80, 95% CI 1.20 to 2.50).", "favours comparator"),
        ("The drug increased remission (RR 1.80, 95% CI 1.20 to 2.50).", "favours intervention"),
        (
            "The drug probably makes little or no difference to mortality (RR 0.97, 95% CI 0.80 to 1.10).",
            "no clear difference",
        ),
        ("It is uncertain whether the drug reduces mortality (RR 0.97, 95% CI 0.80 to 1.10).", "unclear"),
        ("Birth weight was higher (MD 120 g, 95% CI 20 to 220).", "unclear"),
    ],
)
def test_the_direction_follows_the_words(text: str, direction: str) -> None:
    assert one(text).direction == direction


def test_words_against_numbers_give_no_direction_and_are_marked() -> None:
    found = one("The drug reduced the risk of death (RR 1.80, 95% CI 1.20 to 2.50).")
    assert (found.direction, found.doubt) == ("unclear", "words against numbers")


@pytest.mark.parametrize(
    ("title", "text", "population"),
    [
        ("Drug for hypertension", f"Fewer died ({RATIO}).", "people with hypertension"),
        ("Drug for preterm infants", f"Fewer died ({RATIO}).", "preterm infants"),
        ("Drug for hypertension", f"In children, fewer died ({RATIO}).", "children"),
        ("", f"Fewer died ({RATIO}).", None),
    ],
)
def test_the_population_is_that_of_the_sentence_or_of_the_title(title: str, text: str, population: str | None) -> None:
    found = one(text, title).population
    assert (found.text if found else None) == population


def test_each_member_of_a_list_keeps_the_count_that_stands_before_it() -> None:
    text = f"The drug caused harm (anaemia: 24 participants, {RATIO}; infection: 519 participants, {RATIO})."
    found = estimates_in(text)
    assert [e.participants.number if e.participants else None for e in found] == [24, 519]
    assert [e.outcome.text if e.outcome else None for e in found] == ["anaemia", "infection"]


def test_trials_that_reported_something_else_are_not_counted() -> None:
    found = one(f"Seven trials studied growth; one showed fewer deaths ({RATIO}).")
    assert found.studies is None


def test_a_group_of_a_thousand_is_no_count_of_participants() -> None:
    found = one(f"Failure fell ({RATIO}; from 295 to 212 per 1000 treated participants).")
    assert found.participants is None


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        (
            "There was an effect in favour of the drug compared with placebo (MD -2.3, 95% CI -3.5 to -1.1).",
            "intervention",
        ),
        ("Results were in favour of placebo compared with the drug (MD 1.8, 95% CI 0.3 to 3.3).", "comparator"),
        ("The drug increased the number free from relapse (RR 1.18, 95% CI 1.09 to 1.27).", "intervention"),
        ("Fewer were without complete pain relief (RR 0.27, 95% CI 0.19 to 0.40).", "intervention"),
        ("There was no evidence that the drug improved survival (RR 1.06, 95% CI 0.90 to 1.25).", None),
        ("There was no difference in itch or rash improvement (RR 1.13, 95% CI 0.89 to 1.44).", None),
    ],
)
def test_the_arm_that_is_favoured_is_not_mistaken(text: str, direction: str | None) -> None:
    assert one(text).direction == (f"favours {direction}" if direction else "no clear difference")


def test_arms_are_turned_to_the_order_of_the_title() -> None:
    found = one(
        f"There was no difference between placebo and zinc for death ({RATIO}).", "Zinc versus placebo for colds"
    )
    assert found.intervention is not None
    assert found.comparator is not None
    assert (found.intervention.text, found.comparator.text) == ("zinc", "placebo")


def test_a_list_of_arms_has_one_outcome() -> None:
    text = (
        f"Adverse events were lower than control in people taking iron ({RATIO}), zinc ({RATIO}) and copper ({RATIO})."
    )
    found = estimates_in(text)
    assert [e.intervention.text if e.intervention else None for e in found] == ["iron", "zinc", "copper"]
    assert {e.outcome.text if e.outcome else None for e in found} == {"Adverse events"}


@pytest.mark.parametrize(
    ("text", "outcome", "direction"),
    [
        ("Antibiotics reduced the proportion of children not cured (OR 0.15, 95% CI 0.07 to 0.31).",
         "not cured", "favours intervention"),
        ("Antibiotics reduced the proportion of children cured (OR 0.15, 95% CI 0.07 to 0.31).",
         "cured", "favours comparator"),
        ("Antibiotics did not reduce deaths (RR 0.98, 95% CI 0.80 to 1.20).", "deaths", "no clear difference"),
    ],
)  # fmt: skip
def test_a_word_that_turns_the_outcome_stays_with_it(text: str, outcome: str, direction: str) -> None:
    found = one(text)
    assert found.outcome is not None
    assert (found.outcome.text, found.direction) == (outcome, direction)
