"""Effect claims of estimates: what is sure is coded, the rest is left open for a person."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.evidence.models import Certainty, Claim
from knowledge.sources.drafting.claims import drafted_claims
from knowledge.sources.drafting.effects import Source, effect_draft
from knowledge.sources.drafting.models import Draft
from knowledge.sources.drafting.soundness import outcome_belongs
from knowledge.sources.drafting.terms import Terms, shipped_terms
from knowledge.sources.extraction.models import Estimate, Extracted, Grade, Place, Words
from knowledge.sources.readers.records import ArmCount, Harm, Record

PLACE = {"section": "Results"}


@pytest.fixture(scope="module")
def terms() -> Terms:
    return shipped_terms()


def found(direction: str | None = "favours intervention", **fields: Any) -> Extracted:
    numbers = {"measure": "RR", "value": 0.5, "ci_low": 0.3, "ci_high": 0.8} | fields.pop("numbers", {})
    estimate = Estimate(place=fields.pop("place", Place(start=0, end=1)), **numbers)
    said = {"outcome": "relapse", "intervention": "oral magnesium", "comparator": "placebo"}
    said |= {"population": "adults with asthma"}
    words = {role: Words(text=text) for role, text in (said | fields.pop("said", {})).items() if text}
    quote = Words(text="RR 0.5", place=Place(start=0, end=6))
    return Extracted.model_validate(
        {"card_id": "c", "estimate": estimate, "direction": direction, "quote": quote, **words, **fields}
    )


def drafted(
    terms: Terms, *args: Any, about: tuple[str, ...] = (), title: str = "", text: str | None = None, **fields: Any
) -> tuple[Claim, Draft]:
    source = Source(title=title, about=about, text="x" if text is None else text)
    draft = effect_draft(found(*args, **fields), source, PLACE, terms)
    parts = tuple(dict.fromkeys(item.part for item in draft.left_open))
    return Claim.model_validate({**draft.content, "id": "c", "open": parts}), draft


def test_a_sure_estimate_is_a_whole_claim(terms: Terms) -> None:
    claim, _ = drafted(terms, certainty=Grade(level=Certainty.MODERATE))
    assert (claim.intervention, claim.route, claim.comparator) == ("magnesium", "oral", "placebo")
    assert (claim.conditions, claim.populations) == (("asthma",), ("adults",))
    assert (claim.finding, claim.certainty, claim.open) == ("benefit", "moderate", ())
    assert claim.code and claim.code.model_dump()["change"] == "lower"
    assert claim.effect and (claim.effect.value, claim.effect.ci_low, claim.effect.ci_high) == (0.5, 0.3, 0.8)


@pytest.mark.parametrize(
    ("direction", "numbers", "certainty", "finding"),
    [
        ("favours comparator", {"value": 2.0, "ci_low": 1.5, "ci_high": 3.0}, "high", "harm"),
        ("no clear difference", {"value": 0.8, "ci_low": 0.6, "ci_high": 1.07}, "not_graded", "insufficient"),
        ("no clear difference", {"value": 0.8, "ci_low": 0.6, "ci_high": 1.07}, "moderate", "no_important_difference"),
        ("no clear difference", {"value": 1.0, "ci_low": 0.95, "ci_high": 1.05}, "low", "no_important_difference"),
        ("unclear", {}, "very_low", "insufficient"),
    ],
)
def test_an_interval_that_holds_no_difference_is_no_proof_of_none(
    terms: Terms, direction: str, numbers: dict[str, float], certainty: str, finding: str
) -> None:
    claim, _ = drafted(terms, direction, numbers=numbers, certainty=Grade(level=Certainty(certainty)))
    assert (claim.finding, claim.open) == (finding, ())


@pytest.mark.parametrize(
    ("fields", "part"),
    [
        ({"direction": "unclear"}, "finding"),
        ({"direction": None}, "finding"),
        ({"direction": "favours intervention", "numbers": {"ci_high": 1.2}}, "finding"),
        ({"doubt": "words against numbers"}, "finding"),
        ({"numbers": {"value": 2.5, "ci_low": 1.6, "ci_high": 4.0}, "said": {"outcome": "severity"}}, "finding"),
        ({"said": {"outcome": "renal function"}}, "finding"),
        ({"said": {"intervention": "exercise"}}, "intervention"),
        ({"said": {"intervention": "magnesium plus zinc"}}, "intervention"),
        ({"said": {"intervention": ""}}, "intervention"),
        ({"said": {"intervention": "magnesium compared with zinc"}}, "intervention"),
        ({"said": {"intervention": "magnesium with physiotherapy"}}, "intervention"),
        ({"said": {"comparator": ""}}, "comparator"),
        ({"said": {"comparator": "placebo reduced the risk of relapse"}}, "comparator"),
        ({"said": {"outcome": "often"}}, "outcome"),
        ({"said": {"outcome": "2 weeks after treatment"}}, "outcome"),
        ({"said": {"outcome": "received magnesium at six months"}}, "outcome"),
        ({"title": "Magnesium for preventing asthma"}, "population"),
        ({"numbers": {"measure": "NNTB", "value": 20, "ci_low": None, "ci_high": None}}, "finding"),
        ({"said": {"outcome": ""}}, "outcome"),
        ({"said": {"population": "people with an unheard-of disease"}}, "population"),
        ({"numbers": {"measure": "RRR", "value": 30, "ci_low": None, "ci_high": None}}, "estimate"),
        ({"numbers": {"measure": "MD"}}, "estimate"),
    ],
)
def test_what_cannot_be_read_surely_is_left_open(terms: Terms, fields: dict[str, Any], part: str) -> None:
    claim, draft = drafted(terms, **fields)
    assert part in claim.open
    assert all(item.said for item in draft.left_open)


def test_an_estimate_that_its_interval_misses_is_not_written_down(terms: Terms) -> None:
    doubt = "interval misses value"
    claim, draft = drafted(terms, numbers={"value": 5.0, "doubt": doubt}, doubt=doubt)
    assert claim.effect is None and "estimate" in claim.open
    assert "RR 5 (0.3 to 0.8): interval misses value" in [item.said for item in draft.left_open]


def test_words_that_say_more_than_the_name_are_quoted(terms: Terms) -> None:
    claim, _ = drafted(terms, said={"intervention": "low-dose magnesium", "population": "adults with severe asthma"})
    code = claim.code.model_dump() if claim.code else {}
    assert (claim.intervention, code["intervention_text"]["text"]) == ("magnesium", "low-dose magnesium")
    assert (claim.conditions, code["population_text"]["text"]) == (("asthma",), "adults with severe asthma")


@pytest.mark.parametrize(("said", "language"), [
    ("glucocorticosteroid-free immunosuppression", "en"), ("stopping magnesium", "en"),
    ("nedtrapping av magnesium", "nb"), ("utan magnesium", "sv"), ("Absetzen von Magnesium", "de"),
    ("zonder magnesium", "nl"), ("ilman magnesiumia", "fi"), ("uden magnesium", "da"),
    ("seponering av magnesium", "nn"),
])
def test_an_arm_from_which_a_medicine_is_left_out_is_not_taken_for_the_medicine(
    terms: Terms, said: str, language: str
) -> None:
    source = Source(title="", text="x", language=language)
    draft = effect_draft(found(said={"intervention": said}), source, PLACE, terms)
    assert draft.content["intervention"] is None
    assert ("intervention", said) in {(item.part, item.said) for item in draft.left_open}


def test_a_difference_of_shares_in_per_cent_is_a_share(terms: Terms) -> None:
    numbers = {"measure": "RD", "value": -3.0, "ci_low": -5.0, "ci_high": -1.0, "unit": "%"}
    claim, _ = drafted(terms, numbers=numbers)
    assert claim.effect and (claim.effect.value, claim.effect.ci_low) == (-0.03, -0.05)


def test_a_difference_on_a_scale_is_more_or_less_only_where_the_outcome_says_which_way_is_good(terms: Terms) -> None:
    numbers = {"measure": "MD", "value": 5.6, "ci_low": 2.2, "ci_high": 9.0, "unit": "points"}
    for outcome, change in (("motor impairment", None), ("quality of life", "higher")):
        claim, _ = drafted(terms, numbers=numbers, said={"outcome": outcome})
        assert claim.code and claim.code.model_dump()["change"] == change


def test_an_outcome_with_another_estimate_of_its_own_words_in_between_is_left_open() -> None:
    text = "mortality (RR 0.50), and stroke (RR 0.60; RD -2%)"
    estimates = [
        Extracted(
            card_id="c", estimate=Estimate(measure="RR", value=0.5, place=Place(start=start, end=start + 7)),
            outcome=Words(text="mortality", place=Place(start=0, end=9)), quote=Words(text="x"),
        )
        for start in (11, 32)
    ]  # fmt: skip
    assert outcome_belongs(estimates[0], estimates, text, "en")
    assert not outcome_belongs(estimates[1], estimates, text, "en")
    assert outcome_belongs(estimates[1], estimates, "mortality (RR 0.50; 3 studies;   RR 0.60)", "en")


@pytest.mark.parametrize(
    ("value", "text", "finding"),
    [
        (2.0, "A may increase headache (RR 2.0)", "harm"),
        (0.5, "A reduced headache (RR 0.5)", "benefit"),
        (2.0, "It is uncertain whether A increases headache (RR 2.0)", "insufficient"),
    ],
)
def test_more_of_a_complaint_is_worse_unless_the_words_speak_of_doubt(
    terms: Terms, value: float, text: str, finding: str
) -> None:
    numbers = {"value": value, "ci_low": value * 0.8, "ci_high": value * 1.2}
    place = Place(start=len(text) - 8, end=len(text))
    claim, _ = drafted(terms, "unclear", numbers=numbers, said={"outcome": "headache"}, text=text, place=place)
    assert (claim.finding, "finding" in claim.open) == (finding, finding == "insufficient")


def test_more_of_a_complaint_that_nobody_was_treated_for_is_an_adverse_effect(terms: Terms) -> None:
    numbers = {"value": 2.0, "ci_low": 1.5, "ci_high": 3.0}
    claim, _ = drafted(terms, "favours comparator", numbers=numbers, said={"outcome": "headache"})
    assert (claim.intent, claim.about) == ("adverse_effects", ("headache",))
    claim, _ = drafted(terms, "favours comparator", numbers=numbers, said={"outcome": "asthma"})
    assert (claim.intent, claim.about) == ("efficacy", ())


def test_a_hazard_is_not_said_to_be_more_or_less_of_its_outcome(terms: Terms) -> None:
    claim, _ = drafted(terms, numbers={"measure": "HR"}, said={"outcome": "survival"})
    assert claim.code and claim.code.model_dump()["change"] is None


def record(**fields: Any) -> Record:
    return Record(where="here", kind="randomised_trial", title="Magnesium for asthma", publisher="J", **fields)


def test_an_abstract_is_drafted_with_the_place_of_each_estimate(terms: Terms) -> None:
    abstract = (
        "Main results\nIn adults with asthma, magnesium probably reduces hospital admission compared with placebo "
        "(RR 0.50, 95% CI 0.30 to 0.80; 3 studies, 240 participants; moderate-certainty evidence)."
    )
    (claim,) = drafted_claims(record(abstract=abstract), terms).claims
    assert claim.effect and claim.effect.participants == 240
    assert (claim.locator.section, claim.certainty) == ("Main results", "moderate")
    assert claim.locator.begins and abstract.find(claim.locator.begins) > 0


@pytest.mark.parametrize("status", ["retracted", "protocol"])
def test_what_was_retracted_or_only_planned_claims_nothing(terms: Terms, status: str) -> None:
    silent = record(abstract="Results\nMagnesium reduced relapse (RR 0.5, 95% CI 0.3 to 0.8).", publication=(status,))
    assert drafted_claims(silent, terms).claims == ()


def test_counts_of_serious_harm_are_told_without_a_direction(terms: Terms) -> None:
    arms = (
        ArmCount(title="Magnesium 300 mg", affected=2, at_risk=101), ArmCount(title="Placebo", affected=5, at_risk=99),
    )  # fmt: skip
    harm = Harm(event="serious_adverse_events", arms=arms, place="adverseEventsModule")
    (claim,) = drafted_claims(record(harms=(harm,), subjects=("Asthma",)), terms).claims
    assert claim.effect and claim.effect.arm and claim.effect.comparator_arm
    assert (claim.effect.arm.events, claim.effect.comparator_arm.events) == (2, 5)
    assert (claim.intervention, claim.finding) == ("magnesium", "insufficient")
    assert (claim.conditions, claim.open) == (("asthma",), ())


def test_arms_of_which_none_is_a_control_are_left_open(terms: Terms) -> None:
    arms = (ArmCount(title="Magnesium", affected=2, at_risk=101), ArmCount(title="Zinc", affected=5, at_risk=99))
    (claim,) = drafted_claims(record(harms=(Harm(event="serious_adverse_events", arms=arms, place="x"),)), terms).claims
    assert {"intervention", "estimate"} <= set(claim.open)
