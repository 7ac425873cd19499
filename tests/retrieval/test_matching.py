"""Matching: an answer about one thing is never given for another."""

from __future__ import annotations

from typing import Any

import pytest
from toy_library import LIBRARY, card, claim

from knowledge.evidence.library import Library
from knowledge.evidence.models import Claim, Intent
from retrieval.admissible import admissible, facet_fit
from retrieval.query import Query


def query(*intents: str, **facets: Any) -> Query:
    return Query(text="?", language="en", intents=tuple(map(Intent, intents)), **facets)


HELPS: dict[str, Any] = {"direction": "helps", "medicines": ("magnesium",)}
CAUSES: dict[str, Any] = {"direction": "causes", "medicines": ("magnesium",)}


def admitted(asked: Query) -> set[str]:
    """The claims of the toy library that may answer."""
    return {name for name, (source, entry) in LIBRARY.claims.items() if admissible(entry, source, asked, LIBRARY)}


def fits(entry: Claim, asked: Query) -> bool:
    return admissible(entry, card("alone", entry), asked, LIBRARY)


EVERYTHING = set(LIBRARY.claims)
RELIEF = {"older#frequency", "pregnancy#relief", "infusion#infused"}


def test_a_question_that_leaves_everything_open_admits_every_claim() -> None:
    assert admitted(query()) == EVERYTHING


def test_cramps_that_magnesium_relieves_are_not_those_it_causes() -> None:
    assert admitted(query("efficacy", conditions=("leg_cramps",), **HELPS)) == RELIEF


def test_cramps_that_magnesium_causes_are_not_those_it_relieves() -> None:
    assert admitted(query("causes", conditions=("leg_cramps",), **CAUSES)) == {"causes#provoked"}


def test_a_question_that_may_be_meant_either_way_admits_both_directions() -> None:
    assert admitted(query(conditions=("leg_cramps",))) == {*RELIEF, "causes#provoked"}


def test_a_claim_that_answers_both_directions_is_admitted_in_both() -> None:
    both = claim("both", "causes", also=["efficacy"], conditions=["leg_cramps"])
    assert fits(both, query("efficacy", conditions=("leg_cramps",), **HELPS))
    assert fits(both, query("causes", conditions=("leg_cramps",), **CAUSES))


def test_leg_cramps_are_not_restless_legs() -> None:
    assert admitted(query("efficacy", conditions=("restless_legs",))) == {"legs#restless"}
    assert "legs#restless" not in admitted(query("efficacy", conditions=("leg_cramps",)))


def test_a_wide_condition_meets_the_narrow_and_a_narrow_one_the_wide() -> None:
    assert admitted(query("efficacy", conditions=("muscle_cramps",), **HELPS)) == RELIEF
    assert fits(claim("any", conditions=["muscle_cramps"]), query("efficacy", conditions=("leg_cramps",)))


def test_narrow_conditions_of_one_kind_do_not_meet_each_other() -> None:
    assert not fits(claim("sport", conditions=["exercise_cramps"]), query("efficacy", conditions=("leg_cramps",)))


def test_a_disease_asked_about_may_be_the_outcome_that_was_measured() -> None:
    prevention = claim("prevention", conditions=["kidney_disease"], outcome="restless_legs")
    assert fits(prevention, query("efficacy", conditions=("restless_legs",)))
    assert not fits(prevention, query("efficacy", conditions=("leg_cramps",)))


def test_pregnant_women_are_not_older_adults() -> None:
    assert "older#frequency" not in admitted(query("efficacy", populations=("pregnant",)))
    assert "pregnancy#relief" not in admitted(query("efficacy", populations=("older_adults",)))
    assert "pregnancy#relief" in admitted(query("efficacy", populations=("pregnant",)))


def test_a_claim_on_no_group_in_particular_stays_open_to_any() -> None:
    assert "infusion#infused" in admitted(query("efficacy", populations=("pregnant",)))


def test_by_mouth_is_not_into_a_vein() -> None:
    assert "infusion#infused" not in admitted(query("efficacy", routes=("oral",)))
    by_vein = admitted(query("efficacy", routes=("intravenous",)))
    assert "infusion#infused" in by_vein and not by_vein & {"older#frequency", "pregnancy#relief"}


def test_a_claim_without_a_route_stays_open_to_any() -> None:
    for route in ("oral", "intravenous"):
        assert "legs#restless" in admitted(query("efficacy", routes=(route,)))


def test_a_wide_route_meets_the_narrow_one() -> None:
    assert "infusion#infused" in admitted(query("efficacy", routes=("parenteral",)))


def test_another_medicine_is_not_answered_for_by_magnesium() -> None:
    assert admitted(query("efficacy", medicines=("quinine",))) == set()


def test_a_narrower_substance_is_met_by_its_wider_one() -> None:
    assert admitted(query("efficacy", medicines=("magnesium_oxide",), conditions=("leg_cramps",))) >= RELIEF


def test_a_comparator_counts_as_spoken_of() -> None:
    compared = claim("compared", comparator="quinine", conditions=["leg_cramps"])
    assert fits(compared, query("efficacy", medicines=("quinine",)))


def test_a_medicine_taken_besides_does_not_exclude_an_answer() -> None:
    assert "legs#stools" in admitted(query("adverse_effects", medicines=("magnesium", "quinine")))


def test_an_interaction_must_speak_of_both_medicines() -> None:
    asked = query("interactions", medicines=("magnesium", "quinine"))
    assert not fits(claim("one", "interactions"), asked)
    assert fits(claim("two", "interactions", about=["quinine"]), asked)


def test_an_interaction_may_speak_of_a_medicine_by_its_class(shipped: Library) -> None:
    asked = query("interactions", medicines=("magnesium", "ciprofloxacin"))
    antibiotics = claim("antibiotics", "interactions", about=["quinolones"])
    lipids = claim("lipids", "interactions", about=["statins"])
    assert admissible(antibiotics, card("alone", antibiotics), asked, shipped)
    assert not admissible(lipids, card("alone", lipids), asked, shipped)


def test_a_question_on_side_effects_need_not_meet_what_magnesium_is_taken_for() -> None:
    asked = query("adverse_effects", medicines=("magnesium",), conditions=("leg_cramps",))
    assert "legs#stools" in admitted(asked)


def test_a_disease_asked_about_must_be_met_even_in_a_question_on_side_effects() -> None:
    asked = query("adverse_effects", medicines=("magnesium",), conditions=("kidney_disease",))
    assert "legs#stools" not in admitted(asked)
    assert fits(claim("renal", "adverse_effects", about=["kidney_disease"]), asked)


def test_cramps_in_any_disease_speak_of_cramps_in_this_one() -> None:
    disease = claim("diseases", conditions=["muscle_cramps"], populations=["disease"])
    assert fits(disease, query("efficacy", conditions=("muscle_cramps", "multiple_sclerosis")))
    assert not fits(disease, query("efficacy", conditions=("multiple_sclerosis",)))


def test_a_named_source_is_the_only_one_that_may_answer() -> None:
    assert admitted(query("efficacy", cards=("older",), card_names=("Older",))) == {"older#frequency"}


def test_a_claim_of_another_card_that_names_the_source_may_answer_too() -> None:
    about = claim("critique", "guidance", "Roffe left out the early withdrawals.")
    assert fits(about, query(cards=("trial-roffe-2001",), card_names=("Roffe",)))
    assert not fits(about, query(cards=("trial-frusso-1999",), card_names=("Frusso",)))


PLAIN = claim("plain", conditions=["leg_cramps"])


@pytest.mark.parametrize(
    ("better", "facets"),
    [
        (claim("group", conditions=["leg_cramps"], populations=["pregnant"]), {"populations": ("pregnant",)}),
        (claim("route", conditions=["leg_cramps"], route="oral"), {"routes": ("oral",)}),
        (claim("topic", conditions=["leg_cramps"], about=["exercise"]), {"topics": ("exercise",)}),
        (claim("outcome", conditions=["leg_cramps"], outcome="cramps_per_week"), {"outcomes": ("cramps_per_week",)}),
        (claim("other", conditions=["leg_cramps"], about=["quinine"]), {"medicines": ("magnesium", "quinine")}),
    ],
)
def test_a_shared_facet_speaks_for_a_claim(better: Claim, facets: dict[str, Any]) -> None:
    asked = query("efficacy", conditions=("leg_cramps",), **facets)
    assert facet_fit(better, asked, LIBRARY) > facet_fit(PLAIN, asked, LIBRARY)


def test_the_condition_itself_fits_better_than_a_wider_one_and_that_better_than_none() -> None:
    asked = query("efficacy", conditions=("leg_cramps",))
    claims = [PLAIN, claim("wide", conditions=["muscle_cramps"]), claim("none")]
    fit = [facet_fit(entry, asked, LIBRARY) for entry in claims]
    assert fit[0] > fit[1] > fit[2]


def test_the_intent_asked_for_fits_best_and_also_nearly_as_well() -> None:
    asked = query("dosage")
    claims = [claim("own", "dosage"), claim("also", "mechanism", also=["dosage"]), claim("none", "mechanism")]
    fit = [facet_fit(entry, asked, LIBRARY) for entry in claims]
    assert fit[0] > fit[1] > fit[2]


def test_an_intent_said_in_passing_weighs_less() -> None:
    sure, passing = query("dosage"), query("dosage", intent_weight=0.3)
    assert facet_fit(claim("own", "dosage"), sure, LIBRARY) > facet_fit(
        claim("own", "dosage"), passing, LIBRARY
    )
    assert facet_fit(PLAIN, sure, LIBRARY) < facet_fit(PLAIN, passing, LIBRARY)


def test_a_lead_claim_goes_first_where_a_question_is_about_nobody_in_particular() -> None:
    lead = claim("plain", conditions=["leg_cramps"], lead=True)
    open_question, narrow = query("efficacy"), query("efficacy", conditions=("leg_cramps",))
    assert facet_fit(lead, open_question, LIBRARY) > facet_fit(PLAIN, open_question, LIBRARY)
    assert facet_fit(lead, narrow, LIBRARY) == facet_fit(PLAIN, narrow, LIBRARY)


def test_a_question_that_names_nobody_is_not_answered_by_what_was_measured_in_children() -> None:
    in_children = claim("in-children", populations=["children"])
    assert not fits(in_children, query("efficacy", medicines=("magnesium",)))
    assert fits(in_children, query("efficacy", medicines=("magnesium",), populations=("children",)))
    assert fits(claim("in-all"), query("efficacy", medicines=("magnesium",)))


def test_harms_at_large_are_not_answered_by_what_a_whole_class_did_in_one_disease() -> None:
    in_one = claim("in-one", "adverse_effects", conditions=["kidney_disease"], outcome="diarrhoea",
                   comparator="placebo", code={"form": "effect"})  # fmt: skip
    assert not fits(in_one, query("adverse_effects", medicines=("magnesium_oxide",)))
    assert fits(in_one, query("adverse_effects", medicines=("magnesium",)))
    assert fits(in_one, query("adverse_effects", medicines=("magnesium_oxide",), conditions=("kidney_disease",)))


def test_how_well_it_helps_a_complaint_does_not_say_how_safe_it_is_in_it() -> None:
    helps = claim("helps", conditions=["leg_cramps"], outcome="leg_cramps", also=["pregnancy"])
    harms = claim("harms", "adverse_effects", conditions=["leg_cramps"], outcome="diarrhoea")
    safe = query("adverse_effects", medicines=("magnesium",), conditions=("leg_cramps",))
    assert not fits(helps, safe)
    assert fits(harms, safe)


@pytest.mark.parametrize("asked", ["pregnancy", "breastfeeding"])
def test_what_is_said_of_everybody_does_not_say_that_it_is_safe_for_them(asked: str) -> None:
    facets: dict[str, Any] = {"medicines": ("magnesium",), "populations": ("pregnant",)}
    assert not fits(claim("everybody", "causes"), query(asked, **facets))
    assert fits(claim("for-them", asked), query(asked, **facets))
    assert fits(claim("in-them", "causes", populations=["pregnant"]), query(asked, **facets))


def test_of_claims_on_a_medicine_the_one_on_its_complaint_is_nearer() -> None:
    asked = query("adverse_effects", medicines=("magnesium",), conditions=("leg_cramps",))
    treats = claim("treats", conditions=["leg_cramps"])
    on_it, on_another = (
        claim("harm", "adverse_effects", conditions=[name]) for name in ("leg_cramps", "restless_legs")
    )
    library = Library([card("alone", treats, on_it)], LIBRARY.terminology)
    assert facet_fit(on_it, asked, library) > facet_fit(on_another, asked, library)
