"""Which claims go where in a reply: lead, evidence, harms, discrepancies."""

from __future__ import annotations

import pytest

from bot.answering.select import (
    MOST_DISCREPANCIES,
    MOST_EVIDENCE,
    MOST_FURTHER,
    MOST_HARMS,
    Plan,
    discrepancies,
    harms_of,
    make_part,
)
from knowledge.evidence.library import Library
from knowledge.evidence.models import Finding, Intent
from retrieval.query import Query, ask_of
from retrieval.search import Hit

EFFICACY = Query(
    text="q", language="en", intents=(Intent.EFFICACY,), medicines=("magnesium",), conditions=("leg_cramps",)
)


def make_plan(found: list[Hit], query: Query, library: Library) -> Plan:
    """The plan of one ask."""
    part = make_part(found, query, ask_of(query), library)
    return Plan(parts=(part,), harms=harms_of(part, library))


def hits(*references: str, step: float = 0.01) -> list[Hit]:
    return [
        Hit(claim=reference, score=1.0 - step * place, cosine=0.9, lexical=5.0, facets=0.3)
        for place, reference in enumerate(references)
    ]


def of(library: Library, card: str, intent: Intent, *, lead: bool | None = None) -> list[str]:
    return [
        f"{card}#{claim.id}"
        for claim in library.cards[card].claims
        if claim.intent is intent and lead in (None, claim.lead)
    ]


def test_the_source_of_highest_standing_leads_an_answer_on_an_effect(shipped: Library) -> None:
    trial = of(shipped, "trial-roffe-2001", Intent.EFFICACY)[0]
    cochrane = of(shipped, "cochrane-cd009402", Intent.EFFICACY, lead=True)[0]
    plan = make_plan(hits(trial, cochrane), EFFICACY, shipped)
    assert plan.efficacy
    assert plan.short == (cochrane,)


def test_an_answer_on_an_effect_names_harms(shipped: Library) -> None:
    plan = make_plan(hits(*of(shipped, "cochrane-cd009402", Intent.EFFICACY, lead=True)), EFFICACY, shipped)
    assert 1 <= len(plan.harms) <= MOST_HARMS
    assert all(shipped.claims[reference][1].finding is Finding.HARM for reference in plan.harms)


def test_no_source_crowds_out_the_others(shipped: Library) -> None:
    everything = [
        reference for reference, (_, claim) in shipped.claims.items() if claim.intent is Intent.EFFICACY
    ]
    plan = make_plan(hits(*everything, step=0.001), EFFICACY, shipped)
    assert len(plan.evidence) <= MOST_EVIDENCE
    cards = [reference.split("#")[0] for reference in plan.evidence]
    assert max(cards.count(card) for card in cards) <= 3
    assert len(set(cards)) > 1


def test_no_claim_stands_twice(shipped: Library) -> None:
    everything = [
        reference for reference, (_, claim) in shipped.claims.items() if claim.intent is Intent.EFFICACY
    ]
    plan = make_plan(hits(*everything, step=0.001), EFFICACY, shipped)
    shown = [*plan.short, *plan.evidence]
    assert len(shown) == len(set(shown))
    assert set(plan.claims) == {*shown, *plan.harms}


FORM = Query(text="q", language="en", intents=(Intent.FORMULATION,), medicines=("magnesium",))


def test_a_question_of_fact_is_answered_by_the_best_hit(shipped: Library) -> None:
    facts = of(shipped, "review-lottrup-riis-2014", Intent.FORMULATION)
    plan = make_plan(hits(*facts, step=0.1), FORM, shipped)
    assert plan.short == (facts[0],)
    assert not plan.efficacy


def test_hits_far_below_the_best_are_left_out(shipped: Library) -> None:
    facts = of(shipped, "review-lottrup-riis-2014", Intent.FORMULATION)
    assert len(make_plan(hits(*facts, step=0.0), FORM, shipped).evidence) <= MOST_FURTHER
    assert make_plan(hits(*facts, step=0.9), FORM, shipped).evidence == ()


def test_what_is_said_differently_elsewhere_is_shown_once_and_not_at_length(shipped: Library) -> None:
    differing = [reference for reference, (_, claim) in shipped.claims.items() if claim.discrepancy]
    found = discrepancies(Plan(short=tuple(differing)), shipped)
    assert 1 <= len(found) <= MOST_DISCREPANCIES
    assert len(set(found)) == len(found)
    assert all(shipped.claims[reference][1].discrepancy for reference in found)


def test_sources_that_agree_have_no_discrepancy(shipped: Library) -> None:
    agreeing = next(reference for reference, (_, claim) in shipped.claims.items() if not claim.discrepancy)
    assert list(discrepancies(Plan(short=(agreeing,)), shipped)) == []


@pytest.mark.parametrize("card", ["relis-2015-5672", "review-lottrup-riis-2014"])
def test_the_same_hits_make_the_same_plan(card: str, shipped: Library) -> None:
    references = [f"{card}#{claim.id}" for claim in shipped.cards[card].claims][:8]
    query = Query(text="q", language="en", medicines=("magnesium",))
    assert make_plan(hits(*references), query, shipped) == make_plan(hits(*references), query, shipped)


def test_which_trials_there_are_is_answered_with_all_of_them_under_what_the_review_makes_of_them(
    shipped: Library,
) -> None:
    query = EFFICACY.model_copy(update={"intents": (Intent.TRIAL_DETAILS,), "populations": ("pregnant",)})
    effects = of(shipped, "cochrane-cd009402", Intent.EFFICACY, lead=True)
    overviews = ["cochrane-cd009402#who-took-part", "cochrane-cd009402#pregnancy-participants"]
    trials = ["trial-dahle-1995#cramp-distress", "trial-nygaard-2006#cramp-frequency-and-intensity"]
    plan = make_plan(hits(*effects, *overviews, *trials), query, shipped)
    assert plan.short == ("cochrane-cd009402#pregnancy-participants",)  # of the group asked about, not of everybody
    finding, *after = plan.evidence
    assert finding in effects
    assert after[:2] == trials


def test_a_question_on_trials_without_any_is_answered_with_the_effect(shipped: Library) -> None:
    query = EFFICACY.model_copy(update={"intents": (Intent.TRIAL_DETAILS,)})
    effects = of(shipped, "cochrane-cd009402", Intent.EFFICACY, lead=True)
    assert make_plan(hits(*effects), query, shipped).short[0] in effects


def test_alternatives_are_told_leading_claims_first(shipped: Library) -> None:
    query = EFFICACY.model_copy(update={"intents": (Intent.GUIDANCE,), "medicines": (), "instead_of": ("magnesium",)})
    review = "review-lottrup-riis-2014"
    plan = make_plan(
        hits(f"{review}#levodopa-under-leg-cramps", f"{review}#some-are-helped", f"{review}#stretching-and-massage"),
        query,
        shipped,
    )
    assert plan.short == (f"{review}#stretching-and-massage",)
    assert plan.evidence == (f"{review}#levodopa-under-leg-cramps", f"{review}#some-are-helped")
    assert not plan.harms


def test_alternatives_for_a_complaint_named_in_passing_come_last(shipped: Library) -> None:
    asked = {"intents": (Intent.GUIDANCE,), "medicines": (), "instead_of": ("magnesium",)}
    query = EFFICACY.model_copy(update={**asked, "conditions": ("restless_legs",)})
    in_passing = "review-lottrup-riis-2014#levodopa-under-leg-cramps"
    of_restless_legs = "article-healthline-magnesium-rls#rls-medicines"
    plan = make_plan(hits(in_passing, of_restless_legs), query, shipped)
    assert (plan.short, plan.evidence) == ((of_restless_legs,), (in_passing,))


def test_side_effects_in_a_group_are_told_of_that_group_before_everybody(shipped: Library) -> None:
    of_group = "trial-nygaard-2006#adverse-effects"
    of_all = of(shipped, "cochrane-cd009402", Intent.ADVERSE_EFFECTS, lead=True)
    about = {"text": "q", "language": "en", "intents": (Intent.ADVERSE_EFFECTS,), "medicines": ("magnesium",)}
    pregnant = Query.model_validate({**about, "populations": ("pregnant",)})
    in_group = make_part(hits(*of_all, of_group), pregnant, ask_of(pregnant), shipped)
    assert in_group.short == (of_group,)
    assert set(in_group.beside) & set(of_all), "what everybody may get is told too"
    assert make_plan(hits(of_group, *of_all), Query.model_validate(about), shipped).short[0] in of_all


@pytest.mark.parametrize("route", [(), ("intravenous",)])
def test_an_infusion_answers_first_only_where_one_was_asked_about(shipped: Library, route: tuple[str, ...]) -> None:
    infused = "article-healthline-magnesium-rls#iv-pregnancy-breastfeeding"
    swallowed = "trial-nygaard-2006#adverse-effects"
    query = Query(
        text="q", language="en", intents=(Intent.PREGNANCY,), medicines=("magnesium",),
        populations=("pregnant",), routes=route,
    )  # fmt: skip
    plan = make_plan(hits(infused, swallowed), query, shipped)
    assert plan.short[0] == (infused if route else swallowed)
    assert infused in plan.claims


def test_a_dose_that_was_asked_for_comes_before_whether_it_helps(shipped: Library) -> None:
    effect, dose = "cochrane-cd009402#older-conclusion", "trial-roffe-2001#dose"
    query = EFFICACY.model_copy(update={"intents": (Intent.DOSAGE, Intent.EFFICACY)})
    assert make_plan(hits(effect, dose), query, shipped).short == (dose,)
    assert make_plan(hits(effect, dose), EFFICACY, shipped).short == (effect,)
