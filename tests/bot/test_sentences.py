"""The hedging table: every finding at every certainty in every language; lines of numbers, sources, places."""

from __future__ import annotations

import itertools
import re

import pytest

from bot.answering.messages import MINUS, Messages, messages_in, sentence_case
from bot.answering.sentences import claim_sentence, dated, estimate_line, locator_text, scope, source_line
from knowledge.evidence.estimates import RATIOS
from knowledge.evidence.library import Library
from knowledge.evidence.models import (
    Certainty,
    Claim,
    EffectEstimate,
    Finding,
    Locator,
    Measure,
    PublicationStatus,
    Unit,
)
from knowledge.languages import LANGUAGES

CODED = [finding for finding in Finding if finding not in (Finding.DESCRIPTIVE, Finding.ASSOCIATION)]
DIRECTED = [Finding.BENEFIT, Finding.NO_IMPORTANT_DIFFERENCE, Finding.HARM]
HEDGES = {
    # language: the word of moderate certainty, of low certainty, of very low certainty
    "en": (r"\bprobably\b", r"\bmay\b", r"\bvery uncertain\b"),
    "nb": (r"\btrolig\b", r"\bmuligens\b", r"\bsvært usikkert?\b"),
    "da": (r"\bsandsynligvis\b", r"\bmuligvis\b", r"\bmeget usikkert?\b"),
    "sv": (r"\btroligen\b", r"\bmöjligen\b", r"\bmycket osäkert?\b"),
    "nl": (r"\bwaarschijnlijk\b", r"\bmogelijk\b", r"\bzeer onzeker\b"),
    "nn": (r"\btruleg\b", r"\bmoglegvis\b|\bkanskje\b|\bmogleg\b", r"\bsvært usikkert?\b"),
    "de": (r"\bwahrscheinlich\b", r"\bmöglicherweise\b", r"\bsehr unsicher\b"),
    "fi": (r"\btodennäköisesti\b", r"\bsaattaa\b|\behkä\b", r"\bhyvin epävarmaa\b"),
}
NUMBERED = [measure for measure in Measure if measure is not Measure.NOT_POOLED]
ESTIMATES = {
    Measure.MEAN_DIFFERENCE: EffectEstimate(
        measure="mean_difference", unit=Unit.PER_WEEK, value=-0.18, ci_low=-0.84, ci_high=0.49, studies=5,
        participants=307,
    ),
    Measure.EVENTS_PER_1000: EffectEstimate(
        measure="events_per_1000", value=669, comparator_value=664, ci_low=541, ci_high=830, studies=3,
        participants=177, weeks=4,
    ),
    Measure.RANGE_PERCENT: EffectEstimate(measure="range_percent", ci_low=11, ci_high=37),
    Measure.NOT_POOLED: EffectEstimate(measure="not_pooled", studies=1, participants=46),
    Measure.EACH_ARM: EffectEstimate(
        measure="each_arm", unit="mg", value=7.3, comparator_value=16, time=240, time_unit="minutes",
    ),
    Measure.EVENTS: EffectEstimate(
        measure="events", arm={"events": 12, "total": 100}, comparator_arm={"events": 20, "total": 101},
    ),
    Measure.RISK_DIFFERENCE: EffectEstimate(measure="risk_difference", value=-0.08, ci_low=-0.12, ci_high=-0.04),
    Measure.STANDARDISED_MEAN_DIFFERENCE: EffectEstimate(
        measure="standardised_mean_difference", value=-0.31, ci_low=-0.52, ci_high=-0.1, ci_level=99,
    ),
    **{
        measure: EffectEstimate(measure=measure, value=0.75, ci_low=0.6, ci_high=0.94, time=6, time_unit="months")
        for measure in RATIOS
    },
    **{
        measure: EffectEstimate(measure=measure, value=12, ci_low=8, ci_high=25)
        for measure in (Measure.NNT_BENEFIT, Measure.NNT_HARM)
    },
}


def claim(finding: Finding, certainty: Certainty, effect: EffectEstimate | None = None) -> Claim:
    return Claim(
        id="made-up", intent="efficacy", finding=finding, certainty=certainty, intervention="magnesium", route="oral",
        comparator="placebo", conditions=("idiopathic_cramps",), populations=("older_adults",),
        outcome="cramp_frequency", effect=effect, locator=Locator(lines="1"),
    )


@pytest.mark.parametrize(("finding", "certainty", "tag"), list(itertools.product(CODED, Certainty, LANGUAGES)))
def test_every_finding_can_be_said_at_every_certainty(
    finding: Finding, certainty: Certainty, tag: str, shipped: Library
) -> None:
    sentence = claim_sentence(claim(finding, certainty), messages_in(tag), shipped.terminology)
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "  " not in sentence
    assert not re.search(r"[{}$]|\?\?\?|None", sentence)
    assert "magnesium" in sentence.lower()
    assert not any(character.isdigit() for character in sentence)


@pytest.mark.parametrize(("finding", "tag"), list(itertools.product(DIRECTED, LANGUAGES)))
def test_the_hedge_grows_weaker_with_the_certainty(finding: Finding, tag: str, shipped: Library) -> None:
    moderate, low, very_low = HEDGES[tag]
    said = {
        certainty: claim_sentence(claim(finding, certainty), messages_in(tag), shipped.terminology).lower()
        for certainty in Certainty
    }
    assert not re.search(rf"{moderate}|{low}|{very_low}", said[Certainty.HIGH])
    assert re.search(moderate, said[Certainty.MODERATE])
    assert not re.search(rf"{low}|{very_low}", said[Certainty.MODERATE])
    assert re.search(low, said[Certainty.LOW]) or (tag == "fi" and re.search(r"\behkä\b", said[Certainty.LOW]))
    assert re.search(very_low, said[Certainty.VERY_LOW])
    assert len(set(said.values())) == len(Certainty)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_an_effect_without_a_number_says_in_its_sentence_what_it_rests_on(tag: str, shipped: Library) -> None:
    messages, unpooled = messages_in(tag), claim(Finding.BENEFIT, Certainty.LOW, ESTIMATES[Measure.NOT_POOLED])
    sentence = claim_sentence(unpooled, messages, shipped.terminology)
    basis = [messages.format("studies", number=1), messages.format("participants", number=46)]
    assert sentence.endswith(f"({', '.join([*basis, messages.format('certainty-low')])}).")
    assert estimate_line(unpooled, messages, shipped.terminology) == ""


@pytest.mark.parametrize(("measure", "tag"), list(itertools.product(NUMBERED, LANGUAGES)))
def test_every_measure_has_a_line_of_numbers(measure: Measure, tag: str, shipped: Library) -> None:
    effect = ESTIMATES[measure]
    messages = messages_in(tag)
    line = estimate_line(claim(Finding.BENEFIT, Certainty.MODERATE, effect), messages, shipped.terminology)
    assert line[0].isupper()
    assert not re.search(r"[{}$]|None", line)
    assert messages.format("certainty-moderate") in line
    for value in (effect.value, effect.ci_low, effect.ci_high, effect.comparator_value):
        if value is not None:
            assert messages.number(value) in line
    if effect.studies is not None:
        assert re.search(rf"\b{effect.studies}\b", line)
        assert re.search(rf"\b{effect.participants}\b", line)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_counts_of_each_arm_stand_beside_a_ratio(tag: str, shipped: Library) -> None:
    effect = EffectEstimate(
        measure="risk_ratio", value=0.75, arm={"events": 12, "total": 100},
        comparator_arm={"events": 20, "total": 101},
    )  # fmt: skip
    line = estimate_line(claim(Finding.BENEFIT, Certainty.LOW, effect), messages_in(tag), shipped.terminology)
    assert all(re.search(rf"\b{number}\b", line) for number in (12, 100, 20, 101, 75))


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("unit", ["minutes", "hours", "days", "months", "years"])
def test_a_time_is_said_in_its_unit(unit: str, tag: str, shipped: Library) -> None:
    for time in (1, 6):
        effect = EffectEstimate(measure="risk_ratio", value=0.75, time=time, time_unit=unit)
        line = estimate_line(claim(Finding.BENEFIT, Certainty.LOW, effect), messages_in(tag), shipped.terminology)
        assert re.search(rf"\b{time}\b", line)


def test_a_unit_no_language_has_a_word_for_stands_as_the_source_writes_it(shipped: Library) -> None:
    effect = EffectEstimate(measure="mean_difference", value=-4.2, unit="mmHg")
    line = estimate_line(claim(Finding.BENEFIT, Certainty.LOW, effect), messages_in("fi"), shipped.terminology)
    assert "mmHg" in line


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_retracted_or_questioned_source_says_so_where_it_is_cited(tag: str, shipped: Library) -> None:
    messages = messages_in(tag)
    some = next(iter(shipped.cards.values()))
    for status in PublicationStatus:
        line = source_line(some.model_copy(update={"publication": (status,)}), "", messages)
        assert sentence_case(messages.format(f"publication-{status}")) in line


@pytest.mark.parametrize("tag", LANGUAGES)
def test_numbers_carry_a_real_minus_and_the_sign_of_the_language(tag: str, shipped: Library) -> None:
    effect = ESTIMATES[Measure.MEAN_DIFFERENCE]
    line = estimate_line(claim(Finding.BENEFIT, Certainty.LOW, effect), messages_in(tag), shipped.terminology)
    sign = "." if tag == "en" else ","
    assert f"{MINUS}0{sign}18" in line
    assert f"{MINUS}0{sign}84" in line
    assert f"0{sign}49" in line
    assert "-0" not in line


def test_an_ungraded_claim_has_no_certainty_in_its_line(shipped: Library) -> None:
    effect = ESTIMATES[Measure.RANGE_PERCENT]
    line = estimate_line(claim(Finding.HARM, Certainty.NOT_GRADED, effect), messages_in("en"), shipped.terminology)
    assert "certainty" not in line
    assert "11–37 %" in line


def test_a_claim_without_an_estimate_has_no_line(shipped: Library) -> None:
    assert estimate_line(claim(Finding.HARM, Certainty.LOW), messages_in("en"), shipped.terminology) == ""


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_shipped_claim_can_be_said_and_its_numbers_shown(tag: str, shipped: Library) -> None:
    messages = messages_in(tag)
    for _, said in shipped.claims.values():
        assert claim_sentence(said, messages, shipped.terminology).strip()
        line = estimate_line(said, messages, shipped.terminology)
        numbered = said.effect is not None and said.effect.measure is not Measure.NOT_POOLED
        sentence_has_it = said.is_coded and said.form != "effect"
        measured = said.outcome or getattr(said.code, "outcome_text", None)
        assert bool(line) == bool(numbered and measured and not sentence_has_it)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_made_sentence_holds_no_number_that_its_claim_lacks(tag: str, shipped: Library) -> None:
    for _, said in shipped.claims.values():
        if said.is_coded:
            sentence = claim_sentence(said, messages_in(tag), shipped.terminology)
            named = (*said.populations, *said.conditions, said.outcome, said.comparator, said.intervention)
            names = [shipped.terminology.name(concept, tag) for concept in named if concept]
            known = str((said.effect, said.code, names))
            assert all(number in known for number in re.findall(r"\d+", sentence)), sentence


def test_the_scope_names_population_before_condition(shipped: Library) -> None:
    text = scope(claim(Finding.BENEFIT, Certainty.LOW), messages_in("en"), shipped.terminology)
    assert text.index("older") < text.index("cramps")


def test_places_in_one_source_are_named_by_section_and_their_first_words() -> None:
    older = ("Results", "In older adults")
    places = (older, ("Harms", ""), ("Results", "Of 120 women"), older)
    cited = [Locator(section=section, begins=begins) for section, begins in places]
    assert locator_text(cited, messages_in("en")) == "Results (“In older adults …”, “Of 120 women …”); Harms"


def test_no_reader_is_sent_to_lines_of_a_copy_that_only_editors_have() -> None:
    assert locator_text([Locator(lines="40-44")], messages_in("en")) == "the source as a whole"



@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_source_line_names_title_kind_and_address(tag: str, shipped: Library) -> None:
    messages = messages_in(tag)
    for card in shipped.cards.values():
        line = source_line(card, "", messages)
        assert card.source.title.rstrip(".") in line
        assert messages.format(f"kind-{card.kind}").lower() in line.lower()
        assert not card.source.url or line.endswith(card.source.url)
        assert ".." not in line.replace("...", "")


def test_a_search_date_tells_the_age_of_a_source_before_its_year(shipped: Library, messages: Messages) -> None:
    cochrane = shipped.cards["cochrane-cd009402"]
    assert "2019" in dated(cochrane, messages)
    assert str(cochrane.source.year) == "2020"
