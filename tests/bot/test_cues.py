"""Matching of word cues: gaps, endings, placeholders, and how much a cue weighs."""

from __future__ import annotations

import pytest

from bot.reading.cues import PLACEHOLDER_WEIGHT, Marked, matches, strongest, weight
from knowledge.terminology.linking import Mention


def mention(kind: str, start: int, end: int) -> Mention:
    return Mention(concept="anything", kind=kind, start=start, end=end, label="anything")


CAUSES = Marked(
    "Can magnesium tablets cause leg cramps?", [mention("medicine", 1, 2), mention("condition", 4, 6)]
)


@pytest.mark.parametrize(
    "cue", ["cause", "can", "leg cramps", "tablet*", "MEDICINE", "MEDICINE ... cause ... CONDITION"]
)
def test_a_cue_matches_words_endings_and_kinds(cue: str) -> None:
    assert matches(cue, CAUSES)


@pytest.mark.parametrize("cue", ["cau", "aus*", "tablet", "CONDITION ... MEDICINE", "POPULATION", "cause can"])
def test_a_cue_matches_whole_words_in_order_only(cue: str) -> None:
    assert not matches(cue, CAUSES)


def test_a_star_at_the_start_finds_compounds() -> None:
    capsules = Marked("Darf man Magnesiumkapseln öffnen?")
    assert matches("*kapsel* öffnen", capsules)
    assert matches("*kapseln", Marked("Kapseln"))
    assert not matches("kapsel* öffnen", capsules)


def test_a_gap_spans_at_most_six_words() -> None:
    assert matches("give ... sleep", Marked("give one two three four five six sleep"))
    assert not matches("give ... sleep", Marked("give one two three four five six seven sleep"))


def test_a_gap_may_be_empty() -> None:
    assert matches("interact ... with", Marked("does it interact with iron"))


def test_numbers_are_marked() -> None:
    assert matches("NUMBER mg", Marked("is 300 mg too much"))


def test_the_earlier_of_two_mentions_of_one_place_stands_for_it() -> None:
    both = Marked("magnesium helps", [mention("medicine", 0, 1), mention("condition", 0, 1)])
    assert both.marked == "MEDICINE helps"


def test_kinds_without_a_name_of_their_own_stay_words() -> None:
    assert Marked("oral magnesium", [mention("route", 0, 1)]).marked == "oral magnesium"


def test_case_and_accents_do_not_matter() -> None:
    assert matches("krämpfe", Marked("KRAEMPFE")) == matches("KRÄMPFE", Marked("kraempfe"))
    assert matches("bivirkninger", Marked("BIVIRKNINGER?"))


def test_a_cue_weighs_its_letters_and_little_for_a_placeholder() -> None:
    assert weight("help*") == 4
    assert weight("MEDICINE ... cause") == PLACEHOLDER_WEIGHT + 5
    assert weight("MEDICINE CONDITION") == 2 * PLACEHOLDER_WEIGHT


def test_the_strongest_cue_that_occurs_counts() -> None:
    assert strongest(["can", "cause", "prevent"], CAUSES) == 5
    assert strongest(["prevent"], CAUSES) == 0
    assert strongest([], CAUSES) == 0
