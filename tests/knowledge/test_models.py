"""The evidence model: what it refuses, and what it works out."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from small_cards import as_card, card, claim, coded_claim, effect

from knowledge.evidence.estimates import RATIOS
from knowledge.evidence.library import Library
from knowledge.evidence.models import (
    Card,
    CardKind,
    Claim,
    EffectEstimate,
    Identifiers,
    Locator,
    Measure,
    SourceRecord,
    slugify,
)

NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)


def refused(model: type, content: dict[str, Any]) -> str:
    """The message with which the model refuses the content."""
    with pytest.raises(ValidationError) as caught:
        model.model_validate(content)
    return str(caught.value)


def test_a_mean_difference_keeps_its_numbers() -> None:
    estimate = EffectEstimate.model_validate(effect())
    assert (estimate.value, estimate.ci_low, estimate.ci_high) == (-0.18, -0.84, 0.49)


@pytest.mark.parametrize("value", [-0.85, 0.5])
def test_an_interval_must_contain_its_point(value: float) -> None:
    assert f"{value:g} lies outside -0.84 to 0.49; check the source" in refused(EffectEstimate, effect(value=value))


@pytest.mark.parametrize("value", [-0.84, 0.49])
def test_a_point_may_lie_on_the_end_of_its_interval(value: float) -> None:
    assert EffectEstimate.model_validate(effect(value=value)).value == value


def test_an_interval_upside_down_is_refused() -> None:
    assert "ci_low 2 is above ci_high 1" in refused(EffectEstimate, effect(value=None, ci_low=2, ci_high=1))


@pytest.mark.parametrize("end", ["ci_low", "ci_high"])
def test_half_an_interval_is_refused(end: str) -> None:
    assert "both ends of the interval" in refused(EffectEstimate, effect(**{end: None}))


@given(*[NUMBERS] * 3)
def test_an_effect_is_accepted_exactly_when_the_interval_contains_the_point(a: float, b: float, c: float) -> None:
    low, middle, high = sorted((a, b, c))
    assert EffectEstimate.model_validate(effect(value=middle, ci_low=low, ci_high=high)).value == middle
    if middle < high:
        refused(EffectEstimate, effect(value=high, ci_low=low, ci_high=middle))


@pytest.mark.parametrize("missing", ["value", "unit"])
def test_a_mean_difference_needs_a_value_and_a_unit(missing: str) -> None:
    assert f"needs `{missing}`" in refused(EffectEstimate, effect(**{missing: None}))


@pytest.mark.parametrize("number", [-1, 1000.5])
@pytest.mark.parametrize("field", ["value", "comparator_value"])
def test_a_share_per_1000_lies_between_0_and_1000(field: str, number: float) -> None:
    shares = {"measure": "events_per_1000", "value": 120, "comparator_value": 100, field: number}
    assert f"{number:g} per 1000 is no share" in refused(EffectEstimate, shares)


def test_the_interval_of_a_share_stays_within_1000_as_well() -> None:
    shares = {"measure": "events_per_1000", "value": 900, "comparator_value": 100, "ci_low": 800, "ci_high": 1100}
    assert "1100 per 1000 is no share" in refused(EffectEstimate, shares)


def test_events_per_1000_need_the_share_without_the_medicine() -> None:
    assert "needs `comparator_value`" in refused(EffectEstimate, {"measure": "events_per_1000", "value": 120})


@given(st.floats(0, 1000), st.floats(0, 1000))
def test_any_two_shares_per_1000_are_accepted(with_medicine: float, without: float) -> None:
    shares = {"measure": "events_per_1000", "value": with_medicine, "comparator_value": without}
    assert EffectEstimate.model_validate(shares).value == with_medicine


def test_a_range_in_per_cent_needs_both_ends() -> None:
    assert "needs `ci_low`" in refused(EffectEstimate, {"measure": "range_percent"})
    assert "both ends" in refused(EffectEstimate, {"measure": "range_percent", "ci_low": 11})
    assert EffectEstimate.model_validate({"measure": "range_percent", "ci_low": 11, "ci_high": 37}).value is None


@pytest.mark.parametrize("measure", sorted(RATIOS))
def test_a_ratio_is_above_zero_and_means_nothing_at_one(measure: Measure) -> None:
    assert "cannot be" in refused(EffectEstimate, {"measure": measure, "value": 0})
    assert EffectEstimate.model_validate({"measure": measure, "value": 0.8}).measure.no_effect == 1


def test_a_risk_difference_is_a_difference_of_shares() -> None:
    assert "no difference of shares" in refused(EffectEstimate, {"measure": "risk_difference", "value": -8})
    assert Measure.RISK_DIFFERENCE.no_effect == 0


def test_a_number_needed_to_treat_has_no_value_of_no_effect() -> None:
    assert Measure.NNT_BENEFIT.no_effect is None


def test_an_arm_counts_no_more_events_than_people() -> None:
    arms = {"arm": {"events": 12, "total": 10}, "comparator_arm": {"events": 1, "total": 10}}
    assert "12 of 10 is no share" in refused(EffectEstimate, {"measure": "events", **arms})
    assert "needs `arm`" in refused(
        EffectEstimate, {"measure": "events", "comparator_arm": {"events": 1, "total": 10}}
    )


def test_a_time_goes_with_its_unit() -> None:
    assert "`time` and `time_unit` together" in refused(EffectEstimate, effect(time=3))


def test_an_unpooled_effect_needs_no_number() -> None:
    assert EffectEstimate.model_validate({"measure": "not_pooled", "studies": 2}).studies == 2


def test_more_studies_than_participants_are_taken_for_a_swap() -> None:
    assert "probably swapped" in refused(EffectEstimate, effect(studies=307, participants=5))


@pytest.mark.parametrize("lines", ["123", "123-127", "81-83, 95-99"])
def test_a_locator_gives_lines_or_spans_of_lines(lines: str) -> None:
    assert Locator(lines=lines).lines == lines


@pytest.mark.parametrize("lines", ["page 3", "81–83", "81-83,95"])
def test_a_locator_in_any_other_form_is_refused(lines: str) -> None:
    refused(Locator, {"lines": lines})


def test_everybody_is_no_group_of_people_but_enough_of_a_scope() -> None:
    said = Claim.model_validate(coded_claim(populations=["people"], conditions=[]))
    assert said.everybody and said.populations == ()
    assert "too thin" in refused(Claim, coded_claim(populations=[], conditions=[]))


def test_a_locator_names_a_place() -> None:
    assert "needs a section" in refused(Locator, {})


@pytest.mark.parametrize("begins", ["one two three four five six seven", " leading", "two  spaces"])
def test_a_place_is_named_by_six_words_at_most(begins: str) -> None:
    refused(Locator, {"section": "Results", "begins": begins})


def test_a_claim_with_a_statement_is_not_coded_and_one_without_is() -> None:
    assert not Claim.model_validate(claim()).is_coded
    assert Claim.model_validate(coded_claim()).is_coded


@pytest.mark.parametrize("thin", [{"intervention": None}, {"outcome": None}, {"conditions": []}])
def test_a_claim_nobody_could_put_into_words_is_refused(thin: dict[str, Any]) -> None:
    assert "too thin" in refused(Claim, coded_claim(**thin))


def test_a_population_serves_as_well_as_a_condition() -> None:
    assert Claim.model_validate(coded_claim(conditions=[], populations=["pregnant"])).is_coded


@pytest.mark.parametrize("finding", ["descriptive", "association"])
def test_findings_without_a_direction_need_a_statement(finding: str) -> None:
    assert "needs a `statement`" in refused(Claim, coded_claim(finding=finding))


def test_the_medicine_of_a_claim_is_named_or_said_to_be_none() -> None:
    content = claim()
    assert Claim.model_validate({**content, "intervention": None}).intervention is None
    del content["intervention"]
    assert "intervention" in refused(Claim, content)


def test_a_claim_without_sentence_or_code_is_an_effect() -> None:
    assert Claim.model_validate(coded_claim()).form == "effect"
    assert Claim.model_validate(claim()).form == "statement"


def test_a_claim_does_not_repeat_its_intent() -> None:
    assert "repeats the intent" in refused(Claim, claim(also=["mechanism"]))


def test_the_concepts_of_a_claim_are_all_but_the_comparator() -> None:
    named = Claim.model_validate(coded_claim(route="oral", comparator="placebo", about=["absorption"]))
    assert named.concepts == {"magnesium", "oral", "cramps_per_week", "leg_cramps", "absorption"}


@pytest.mark.parametrize("model", [Claim, Card])
def test_a_field_nobody_knows_is_refused(model: type) -> None:
    content = claim() if model is Claim else card()
    assert "dose_mg" in refused(model, {**content, "dose_mg": 300})


@pytest.mark.parametrize("name", ["Trial One", "trial_one", "-trial", "trial-", ""])
def test_a_card_id_is_lower_case_words_with_hyphens(name: str) -> None:
    refused(Card, card(name))


def test_two_claims_of_one_name_are_refused() -> None:
    assert "two claims are called `kidneys`; rename one" in refused(Card, card("trial-one", claim(), claim()))


def test_a_card_does_not_change() -> None:
    trial = as_card(card())
    with pytest.raises(ValidationError, match="frozen"):
        trial.version = 2


def test_a_card_is_a_draft_until_somebody_reviews_it() -> None:
    unsaid = {name: field for name, field in card().items() if name != "review_state"}
    assert as_card(unsaid).review_state == "draft"
    refused(Card, card(review_state="fine"))


def test_an_approved_card_is_a_reviewed_one() -> None:
    assert as_card(card(review_state="approved")).review_state == "reviewed"


def test_a_retracted_source_is_withdrawn_and_a_protocol_has_no_results() -> None:
    assert "must not answer" in refused(Card, card(publication=["retracted"]))
    assert as_card(card(publication=["retracted"], review_state="withdrawn")).review_state == "withdrawn"
    assert "no results" in refused(Card, card("trial-one", coded_claim(), publication=["protocol"]))
    assert as_card(card(publication=["erratum"])).publication == ("erratum",)


def test_a_claim_knows_what_kind_of_source_says_it() -> None:
    assert [said.told_by for said in as_card(card()).claims] == [CardKind.TRIAL]


def test_single_studies_are_told_from_what_weighs_several() -> None:
    assert CardKind.CASE_REPORT.is_single_study and CardKind.RANDOMISED_TRIAL.is_single_study
    assert not CardKind.GUIDELINE.is_single_study and not CardKind.RELIS_ANSWER.is_single_study


def test_reviews_stand_above_the_trials_they_contain() -> None:
    assert CardKind.COCHRANE_SUMMARY.standing == 1
    assert CardKind.EVIDENCE_REVIEW.standing < CardKind.TRIAL.standing < CardKind.CONSUMER_ARTICLE.standing


@pytest.mark.parametrize(
    ("dates", "year"),
    [
        ({"search_date": "2019-09", "enquiry_date": "2015-03-01"}, 2019),
        ({"enquiry_date": "2015-03-01"}, 2015),
        ({}, 2010),
        ({"year": None}, None),
    ],
)
def test_the_evidence_year_is_the_latest_the_source_says_of_itself(dates: dict[str, Any], year: int | None) -> None:
    content = card()
    assert as_card({**content, "source": {**content["source"], **dates}}).evidence_year == year


@pytest.mark.parametrize("wrong", [{"pmid": "PMID1"}, {"doi": "doi:10.1/x"}, {"cochrane": "CD9402"}])
def test_public_record_numbers_have_their_public_form(wrong: dict[str, str]) -> None:
    refused(Identifiers, wrong)


@pytest.mark.parametrize("wrong", [{"search_date": "09-2019"}, {"url": "example.org"}, {"language": "dutch"}])
def test_a_source_record_is_checked_field_by_field(wrong: dict[str, str]) -> None:
    assert next(iter(wrong)) in refused(SourceRecord, {**card()["source"], **wrong})


def test_a_slug_is_made_of_any_text() -> None:
    assert slugify("Urolige ben: Hjælp!") == "urolige-ben-hj-lp"


# Kept for the next start


def test_a_card_that_was_kept_is_the_card(shipped: Library) -> None:
    for one in shipped.cards.values():
        found = pickle.loads(pickle.dumps(one))
        assert found == one and found.model_dump_json() == one.model_dump_json()
        assert found.model_dump(exclude_unset=True) == one.model_dump(exclude_unset=True)


def test_changing_a_copy_of_what_was_kept_changes_nothing_else() -> None:
    kept = as_card(card("trial-one", coded_claim(), coded_claim("more")))
    first, second = pickle.loads(pickle.dumps(kept)).claims
    changed = first.model_copy(update={"lead": True, "route": "by_mouth"})
    assert changed.route == "by_mouth" and "route" in changed.model_fields_set
    assert first.route is None and "route" not in first.model_fields_set | second.model_fields_set


def test_what_was_worked_out_from_a_claim_is_not_kept_with_it() -> None:
    first = as_card(card("trial-one", coded_claim())).claims[0]
    before = pickle.dumps(first)
    assert first.concepts
    assert pickle.dumps(first) == before
    assert pickle.loads(before).concepts == first.concepts
