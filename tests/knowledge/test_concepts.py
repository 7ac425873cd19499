"""The terminology: unique ids, links that lead somewhere, and what covers what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from small_cards import concept

from knowledge.errors import CardError
from knowledge.terminology.brands import Brand
from knowledge.terminology.concepts import Concept, Terminology
from knowledge.terminology.substance_names import Substance

CRAMPS = Terminology(
    [
        concept("muscle_cramps", kind="condition"),
        concept("leg_cramps", "muscle_cramps", kind="condition"),
        concept("night_leg_cramps", "leg_cramps", kind="condition", en="night cramps", nb="nattlige leggkramper"),
        concept("restless_legs", kind="condition"),
    ]
)


def test_two_concepts_of_one_name_are_refused() -> None:
    with pytest.raises(CardError, match="two concepts are called `magnesium`; rename or merge one"):
        Terminology([concept("magnesium"), concept("magnesium")])


def test_an_unknown_wider_concept_is_refused_by_name() -> None:
    with pytest.raises(CardError, match="`magnesium_oxide` names an unknown wider concept `minerals`"):
        Terminology([concept("magnesium_oxide", "minerals")])


def test_a_circle_of_wider_concepts_is_refused() -> None:
    circle = [concept("calcium", "minerals"), concept("minerals", "salts"), concept("salts", "calcium")]
    with pytest.raises(CardError, match="is wider than itself"):
        Terminology(circle).wider("calcium")


def test_wider_concepts_are_those_at_every_level_above() -> None:
    assert CRAMPS.wider("night_leg_cramps") == {"leg_cramps", "muscle_cramps"}
    assert CRAMPS.wider("muscle_cramps") == frozenset()


def test_the_wide_covers_the_narrow_and_not_the_other_way_round() -> None:
    assert CRAMPS.covers("muscle_cramps", "night_leg_cramps")
    assert not CRAMPS.covers("night_leg_cramps", "muscle_cramps")


def test_concepts_are_related_up_and_down_but_not_sideways() -> None:
    assert CRAMPS.related("muscle_cramps", "leg_cramps") and CRAMPS.related("leg_cramps", "muscle_cramps")
    assert not CRAMPS.related("leg_cramps", "restless_legs")


def test_a_substance_nobody_coded_is_a_medicine_that_only_covers_itself() -> None:
    assert CRAMPS.kind("rosuvastatin") == "medicine"
    assert CRAMPS.covers("rosuvastatin", "rosuvastatin") and CRAMPS.wider("rosuvastatin") == frozenset()


def test_a_language_without_a_name_borrows_the_english_one() -> None:
    assert CRAMPS.name("night_leg_cramps", "nb").label == "nattlige leggkramper"
    assert CRAMPS.name("night_leg_cramps", "fi").label == "night cramps"


@pytest.mark.parametrize("wrong", [{"id": "Leg cramps"}, {"kind": "thing"}, {"names": {}}, {"colour": "red"}])
def test_a_malformed_concept_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Concept.model_validate({**concept("leg_cramps", kind="condition").model_dump(), **wrong})


@given(st.lists(st.integers(0, 9), min_size=9, max_size=9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_covering_is_transitive_and_never_runs_both_ways(parents: list[int], a: int, b: int, c: int) -> None:
    tree = Terminology([concept("c0"), *(concept(f"c{n}", f"c{min(p, n - 1)}") for n, p in enumerate(parents, 1))])
    one, two, three = f"c{a}", f"c{b}", f"c{c}"
    if tree.covers(one, two) and tree.covers(two, three):
        assert tree.covers(one, three)
    assert one == two or not (tree.covers(one, two) and tree.covers(two, one))
    assert tree.related(one, two) == tree.related(two, one)


def linked(name: str, *broader: str, kind: str = "medicine", **links: object) -> Concept:
    """A concept with links of its own."""
    return Concept.model_validate({**concept(name, *broader, kind=kind).model_dump(), **links})


MEDICINES = Terminology(
    [
        concept("magnesium"),
        linked("magnesium_oxide", "magnesium", inn="magnesium"),
        linked("antihypertensives", is_class=True),
        linked("calcium_channel_blockers", "antihypertensives", is_class=True),
        linked("hypomagnesaemia", kind="condition", lack_of="magnesium"),
        linked("magnesium_overdose", kind="condition", excess_of="magnesium"),
    ],
    [Substance(id="amlodipine", label="amlodipine", names=("amlodipine",), classes=("calcium_channel_blockers",))],
)


def test_a_substance_lies_under_its_classes_and_what_is_above_them() -> None:
    assert MEDICINES.wider("amlodipine") == {"calcium_channel_blockers", "antihypertensives"}
    assert MEDICINES.related("calcium_channel_blockers", "amlodipine")
    assert MEDICINES.covers("antihypertensives", "amlodipine")


def test_a_class_is_told_from_its_members() -> None:
    assert MEDICINES.is_class("calcium_channel_blockers") and not MEDICINES.is_class("amlodipine")
    assert MEDICINES.is_medicine("amlodipine") and not MEDICINES.is_medicine("hypomagnesaemia")


def test_a_lack_and_an_excess_belong_to_every_form_of_the_medicine() -> None:
    assert MEDICINES.lacks_of("magnesium") == MEDICINES.lacks_of("magnesium_oxide") == {"hypomagnesaemia"}
    assert MEDICINES.excesses_of("magnesium_oxide") == {"magnesium_overdose"}
    assert MEDICINES.lacks_of("amlodipine") == frozenset()


@pytest.mark.parametrize(
    ("medicine", "name"), [("magnesium_oxide", "magnesium"), ("amlodipine", "amlodipine"), ("new_drug", "new drug")]
)
def test_a_medicine_goes_by_its_plain_international_name(medicine: str, name: str) -> None:
    assert MEDICINES.inn(medicine) == name


def test_a_lack_of_something_unknown_is_refused() -> None:
    with pytest.raises(CardError, match="lack, excess or intolerance of an unknown medicine `boron`"):
        Terminology([linked("boron_deficiency", kind="condition", lack_of="boron")])


def test_a_substance_of_an_unknown_class_is_refused() -> None:
    with pytest.raises(CardError, match="`amlodipine` names an unknown class `blockers`"):
        Terminology([], [Substance(id="amlodipine", label="amlodipine", names=("amlodipine",), classes=("blockers",))])


def test_a_brand_of_an_unknown_medicine_is_refused() -> None:
    with pytest.raises(CardError, match="`Norvasc` names an unknown medicine `amlodipine`"):
        Terminology([], [], [Brand(name="Norvasc", medicines=("amlodipine",), countries=("no",))])
