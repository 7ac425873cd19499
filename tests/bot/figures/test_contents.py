"""What is drawn: the claims of the plan and no others, one measure an axis, absences in words, short captions."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.answering.answer import AskedQuestion
from bot.answering.messages import Messages, messages_in
from bot.answering.realise import compose
from bot.answering.select import Plan
from bot.outputs.figures import has_figure
from bot.outputs.figures.contents import MOST_HEIGHT, citation_numbers, forest_plots, icon_arrays
from bot.outputs.figures.models import MOST_OF_CAPTION, Panel
from bot.outputs.figures.words import Words, grade
from knowledge.evidence.library import Library
from knowledge.evidence.models import Certainty, EffectEstimate, Intent, Measure, Unit
from knowledge.terminology.concepts import Terminology
from tests.bot.figures.plans import COCHRANE, HARMS, OLDER, PREGNANT, plans, with_effects

DIFFERENCE = EffectEstimate(
    measure=Measure.MEAN_DIFFERENCE, unit=Unit.PER_WEEK, value=-1, ci_low=-2, ci_high=0.5, studies=2
)
numbers = st.lists(st.floats(0, 1000), min_size=4, max_size=4).map(sorted)


@pytest.fixture(scope="module")
def shipped(founding: Library) -> Library:
    """The founding cards, whose content these tests know."""
    return founding


@st.composite
def effects(draw: st.DrawFn) -> EffectEstimate:
    low, value, high, other = draw(numbers)
    counts = {"studies": draw(st.sampled_from([None, 1, 4])), "participants": draw(st.sampled_from([None, 50, 900]))}
    measure = draw(st.sampled_from(Measure))
    if measure is Measure.MEAN_DIFFERENCE:
        unit = draw(st.sampled_from(Unit))
        return EffectEstimate(
            measure=measure, unit=unit, value=value - 500, ci_low=low - 500, ci_high=high - 500, **counts
        )
    if measure is Measure.EVENTS_PER_1000:
        return EffectEstimate(measure=measure, value=value, ci_low=low, ci_high=high, comparator_value=other, **counts)
    if measure is Measure.RANGE_PERCENT:
        return EffectEstimate(measure=measure, ci_low=low / 10, ci_high=high / 10, **counts)
    if measure is Measure.EVENTS:
        arms = {"arm": {"events": 3, "total": 20}, "comparator_arm": {"events": 5, "total": 21}}
        return EffectEstimate(measure=measure, **arms, **counts)
    if measure is Measure.EACH_ARM:
        return EffectEstimate(measure=measure, unit=draw(st.sampled_from(Unit)), value=value, **counts)
    if measure is Measure.NOT_POOLED:
        return EffectEstimate(measure=measure, **counts)
    return EffectEstimate(measure=measure, value=(value + 1) / 2000, ci_low=(low + 1) / 2000, ci_high=1, **counts)


@given(effects=st.lists(effects(), min_size=1, max_size=9))
def test_different_measures_never_share_an_axis_and_no_claim_is_lost(
    shipped: Library, effects: list[EffectEstimate]
) -> None:
    library, plan = with_effects(shipped, effects)
    plots = forest_plots(plan, library, messages_in("en"))
    if not has_figure(plan, library):
        assert plots == ()
        return
    for panel in (panel for plot in plots for panel in plot.panels):
        assert len({(row.measure, row.unit) for row in panel.rows}) == 1
    drawn = [row.reference for plot in plots for panel in plot.panels for row in panel.rows]
    told = [row.reference for plot in plots for row in (*plot.absent, *plot.numberless)]
    assert sorted((*drawn, *told)) == sorted(plan.claims)


def test_a_panel_refuses_a_second_measure(shipped: Library) -> None:
    plot = forest_plots(OLDER, shipped, messages_in("en"))[0]
    first, second = (panel.rows[0] for panel in plot.panels[:2])
    with pytest.raises(ValidationError, match="different measures on one axis"):
        Panel(title="Both", rows=(first, second), axis_label="")


def test_only_claims_of_the_plan_are_drawn(shipped: Library, messages: Messages) -> None:
    for plan in plans(shipped):
        for plot in forest_plots(plan, shipped, messages):
            rows = [row for panel in plot.panels for row in panel.rows] + [*plot.absent, *plot.numberless]
            assert {row.reference for row in rows} <= set(plan.claims)
        for array in icon_arrays(plan, shipped, messages):
            assert array.row.reference in plan.claims


def test_citations_are_numbered_as_in_the_answer(shipped: Library) -> None:
    for plan in plans(shipped):
        question = AskedQuestion(text="?", language="en", intent=Intent.EFFICACY)
        answer = compose(plan, question, shipped, messages_in("en"), date(2026, 11, 21))
        in_answer = {citation.card: citation.number for citation in answer.citations}
        assert citation_numbers(plan, shipped).items() <= in_answer.items()


def test_a_plan_without_an_effect_estimate_has_no_figure(shipped: Library) -> None:
    assert has_figure(OLDER, shipped)
    assert has_figure(HARMS, shipped)
    assert not has_figure(PREGNANT, shipped)
    assert not has_figure(Plan(short=(f"{COCHRANE}#definition",)), shipped)
    assert forest_plots(PREGNANT, shipped, messages_in("en")) == icon_arrays(PREGNANT, shipped, messages_in("en")) == ()


def test_a_plan_with_a_claim_that_is_gone_has_no_figure(shipped: Library) -> None:
    (part,) = OLDER.parts
    longer = part.model_copy(update={"evidence": (*part.evidence, "withdrawn-card#claim")})
    gone = OLDER.model_copy(update={"parts": (longer,)})
    assert not has_figure(gone, shipped)
    assert forest_plots(gone, shipped, messages_in("en")) == ()


def test_results_without_a_number_are_told_in_words(shipped: Library) -> None:
    absent = [row for plot in forest_plots(OLDER, shipped, messages_in("en")) for row in plot.numberless]
    by_claim = {row.reference: row for row in absent}
    intensity = by_claim[f"{COCHRANE}#older-intensity"]
    assert intensity.text == "The source gives no pooled number"
    assert intensity.basis == "2 studies, 91 participants"
    garrison = by_claim["trial-garrison-2010#cramp-frequency"]
    assert garrison.label.startswith("Garrison 2010: frequency of cramps in older adults")
    assert garrison.text == "The source gives no number"
    assert garrison.comparison == "Magnesium into a vein compared with placebo"


def test_no_difference_is_zero_for_a_difference_and_the_comparator_for_a_count(shipped: Library) -> None:
    plots = forest_plots(OLDER, shipped, messages_in("en"))
    rows = {row.reference: row for plot in plots for panel in plot.panels for row in panel.rows}
    assert rows[f"{COCHRANE}#older-cramps-per-week"].no_effect == 0
    assert rows[f"{COCHRANE}#older-quarter-fewer"].no_effect == 664
    assert rows[f"{COCHRANE}#diarrhoea"].no_effect is None


def test_each_side_says_what_it_means_and_a_range_has_no_sides(shipped: Library) -> None:
    panels = {panel.title: panel for plot in forest_plots(OLDER, shipped, messages_in("en")) for panel in plot.panels}
    assert panels["Number of cramps per week"].left == "favours magnesium"
    assert panels["Number of cramps per week"].right == "favours placebo"
    assert panels["Diarrhoea"].left == panels["Diarrhoea"].right == ""
    assert "not a confidence interval" in panels["Diarrhoea"].note


def test_what_favours_the_treatment_is_on_the_left_in_every_panel(shipped: Library) -> None:
    panels = [panel for plot in forest_plots(OLDER, shipped, messages_in("en")) for panel in plot.panels if panel.left]
    assert {panel.left for panel in panels} == {"favours magnesium"}
    assert {panel.title: panel.mirrored for panel in panels} == {
        "Number of cramps per week": False, "Percentage change in cramps per week": False,
        "Share of people with at least 25 % fewer cramps": True,
    }  # fmt: skip


def test_where_nobody_knows_what_is_good_each_side_says_only_which_it_is(shipped: Library) -> None:
    reference = f"{COCHRANE}#older-cramps-per-week"
    terms = dict(shipped.terminology.concepts)
    terms["cramps_per_week"] = terms["cramps_per_week"].model_copy(update={"higher_is": None})
    library = Library(shipped.cards.values(), Terminology(terms.values()))
    [plot] = forest_plots(Plan(short=(reference,)), library, messages_in("en"))
    assert (plot.panels[0].left, plot.panels[0].right) == ("lower with magnesium", "higher with magnesium")


def test_no_picture_is_a_list_of_results_without_a_number(shipped: Library, messages: Messages) -> None:
    for plan in plans(shipped):
        assert all(plot.panels for plot in forest_plots(plan, shipped, messages))


def test_more_of_a_harm_or_of_a_disease_is_bad(shipped: Library) -> None:
    words = Words(messages_in("en"), shipped.terminology)
    harm = shipped.claims[f"{COCHRANE}#diarrhoea"][1]
    effect = shipped.claims[f"{COCHRANE}#older-cramps-per-week"][1]
    assert words.higher_is("unheard_of", harm, Measure.RISK_RATIO) == "worse"
    assert words.higher_is("leg_cramps", effect, Measure.RISK_RATIO) == "worse"
    assert words.higher_is("unheard_of", effect, Measure.RISK_RATIO) is None


def test_a_hazard_ratio_of_a_wait_says_how_much_sooner_and_a_difference_how_much_later(every_card: Library) -> None:
    words = Words(messages_in("en"), every_card.terminology)
    effect = every_card.claims["cochrane-cd012065#first-seizure-all"][1]
    assert words.higher_is("time_to_clinical_cure", effect, Measure.HAZARD_RATIO) == "better"
    assert words.higher_is("time_to_clinical_cure", effect, Measure.MEAN_DIFFERENCE) == "worse"
    [plot] = forest_plots(Plan(short=("cochrane-cd012065#first-seizure-all",)), every_card, messages_in("en"))
    assert (plot.panels[0].left, plot.panels[0].right) == ("favours topiramate", "favours carbamazepine")


def test_the_sides_of_a_hazard_ratio_are_not_called_by_a_wait_of_which_nobody_knows_what_is_good(
    every_card: Library,
) -> None:
    terms = dict(every_card.terminology.concepts)
    terms["first_seizure_time"] = terms["first_seizure_time"].model_copy(update={"higher_is": None})
    library = Library(
        every_card.cards.values(), Terminology(terms.values(), every_card.terminology.substances.values())
    )
    [plot] = forest_plots(Plan(short=("cochrane-cd012065#first-seizure-all",)), library, messages_in("en"))
    assert (plot.panels[0].left, plot.panels[0].right) == ("", "")


def test_every_time_until_something_is_known_as_a_wait(every_card: Library) -> None:
    waits = [one for one in every_card.terminology.concepts.values()
             if one.kind == "outcome" and one.names["en"].label.lower().startswith("time to ")]
    assert len(waits) > 5 and not [one.id for one in waits if not one.is_wait]


def test_a_trial_and_a_pooled_estimate_are_marked_apart(shipped: Library) -> None:
    single = DIFFERENCE.model_copy(update={"studies": 1})
    library, plan = with_effects(shipped, [DIFFERENCE, single])
    plot = forest_plots(plan, library, messages_in("en"))[0]
    assert [row.pooled for row in plot.panels[0].rows] == [True, False]
    assert [sign for sign, _ in plot.legend] == ["◆", "■", "├─┤", "┆"]
    trial, plan = with_effects(shipped, [DIFFERENCE], card="trial-roffe-2001")
    row = forest_plots(plan, trial, messages_in("en"))[0].panels[0].rows[0]
    assert not row.pooled
    assert row.label.startswith("Roffe 2001: in older adults")


def test_many_rows_are_parted_into_pictures_of_readable_length(shipped: Library, messages: Messages) -> None:
    library, plan = with_effects(shipped, [DIFFERENCE] * 11)
    plots = forest_plots(plan, library, messages)
    assert sum(len(panel.rows) for plot in plots for panel in plot.panels) == 11
    for plot in plots:
        assert sum(3 * len(panel.rows) for panel in plot.panels) <= MOST_HEIGHT


def test_captions_are_short_and_tell_every_number(shipped: Library, messages: Messages) -> None:
    for plan in plans(shipped):
        for plot in forest_plots(plan, shipped, messages):
            assert len(plot.caption) <= MOST_OF_CAPTION
            assert not plot.caption.endswith("…")
            for row in (row for panel in plot.panels for row in panel.rows):
                told = [number for number in (row.value, row.low, row.high) if number is not None]
                assert all(messages.number(number) in plot.caption for number in told)
            for absent in (*plot.absent, *plot.numberless):
                assert absent.text in plot.caption
                assert absent.basis in plot.caption
        for array in icon_arrays(plan, shipped, messages):
            assert len(array.caption) <= MOST_OF_CAPTION
            assert messages.number(array.comparator.events) in array.caption
            assert messages.number(array.intervention.events) in array.caption


def test_every_source_of_a_picture_stands_at_its_foot_with_its_date(shipped: Library) -> None:
    for plot in forest_plots(OLDER, shipped, messages_in("en")):
        rows = [*plot.absent, *plot.numberless, *(row for panel in plot.panels for row in panel.rows)]
        cited = {row.citation for row in rows}
        assert [source.split("]")[0] for source in plot.sources] == [f"[{number}" for number in sorted(cited)]
    assert plot.sources[0] == (
        "[1] Vanhove AC, Bekkering T, et al. Cochrane Belgium. Summary of: Garrison SR, Korownyk CS, et al. Magnesium"
        " for skeletal muscle cramps. Cochrane Database Syst Rev 2020. Literature searched to September 2019."
    )


def test_the_event_of_an_icon_array_is_named_in_every_language(shipped: Library, messages: Messages) -> None:
    plan = Plan(short=(f"{COCHRANE}#older-quarter-fewer",), evidence=(f"{COCHRANE}#serious-adverse-events",))
    benefit, harm = icon_arrays(plan, shipped, messages)
    assert "25" in benefit.title
    assert not benefit.harm
    assert harm.harm
    assert messages.number(541) in benefit.interval and messages.number(830) in benefit.interval
    assert {benefit.comparator.events, benefit.intervention.events} == {664, 669}


@given(certainty=st.sampled_from(Certainty))
def test_the_sign_of_certainty_has_at_most_four_circles(certainty: Certainty) -> None:
    assert 0 <= grade(certainty) <= 4
    assert (grade(certainty) == 0) == (certainty is Certainty.NOT_GRADED)
