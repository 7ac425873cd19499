"""Claim forms: what each refuses, what it fills in, and that it can be said and asked about in every language."""

from __future__ import annotations

import itertools
import re
from typing import Any, get_args

import pytest
import yaml
from pydantic import ValidationError
from small_cards import as_card, card

from knowledge.evidence.check import long_quotations, unknown_analytes
from knowledge.evidence.forms import FORMS, Code
from knowledge.evidence.forms.advice import Do
from knowledge.evidence.forms.cause import Link
from knowledge.evidence.forms.contraindication import Strength
from knowledge.evidence.forms.dose import Per, Purpose
from knowledge.evidence.forms.effect import Change
from knowledge.evidence.forms.harm import Frequency
from knowledge.evidence.forms.interaction import Action, Happens
from knowledge.evidence.forms.level import Comparison, Level, Specimen
from knowledge.evidence.forms.study import Design
from knowledge.evidence.library import CARDS_FOLDER, load_terminology
from knowledge.evidence.models import CardKind, Certainty, Claim
from knowledge.evidence.wording import claim_questions, claim_sentence, narrowed
from knowledge.languages import LANGUAGES
from knowledge.languages.texts import messages_in

TERMINOLOGY = load_terminology()
LEVEL = {
    "form": "level", "analyte": "magnesium", "comparison": "above", "value": 2.5, "unit": "mmol/L",
    "consequences": ["cardiac_arrest"],
}  # fmt: skip
INTERACTION = {"form": "interaction", "others": ["iron", "thiazides"]}
HARM = {"form": "harm", "events": ["diarrhoea", "nausea"]}
DOSE = {"form": "dose", "purpose": "treatment", "amount": {"low": 300, "high": 400, "unit": "mg"}}
CAUSE = {"form": "cause", "agents": ["magnesium", "thiazides"], "results": ["leg_cramps"], "link": "can"}
STUDY = {"form": "study", "study": "Roffe 2001", "participants": 47}
ADVICE = {"form": "advice", "do": "not_use"}
WARNING = {"form": "contraindication", "strength": "do_not"}


def coded(code: dict[str, Any], **fields: Any) -> Claim:
    """A claim on magnesium in people with kidney disease that says no more than its code."""
    content = {
        "id": "coded", "intervention": "magnesium", "conditions": ["kidney_disease"], "code": code,
        "locator": {"lines": "1"}, **fields,
    }  # fmt: skip
    return Claim.model_validate(content)


def refused(code: dict[str, Any], **fields: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        coded(code, **fields)
    return str(caught.value)


def given(medicine: str, **rhythm: Any) -> dict[str, Any]:
    """One medicine of a group, 75 mg of it per dose where a rhythm is given."""
    return {"medicine": medicine, "dose": {"low": 75, "unit": "mg", "per": "dose", **rhythm} if rhythm else None}


def variants() -> list[Claim]:
    """Every template, each with and without what may be left out."""
    levels = [
        {**LEVEL, "comparison": comparison, "specimen": specimen, "about": about}
        for comparison, specimen, about in itertools.product(get_args(Comparison), get_args(Specimen), (True, False))
    ]
    warnings = [
        {**WARNING, "strength": strength, "severe_only": severe, "reasons": reasons}
        for strength, severe, reasons in itertools.product(get_args(Strength), (True, False), ([], ["bleeding"]))
    ]
    interactions = [
        {**INTERACTION, "happens": happens, "affected": affected, "events": events, "among_others": bool(events)}
        for happens, affected, events in itertools.product(
            get_args(Happens), ("medicine", "others", None), ([], ["bleeding"])
        )
        if (happens in ("interacts", "harm")) == (affected is None) and (events or happens != "harm")
    ]
    actions = [{**INTERACTION, "action": action} for action in get_args(Action)]
    apart = [{**INTERACTION, "action": "separate", "hours": 2}]
    harms = [
        {**HARM, "rank": rank, "dose_dependent": lower, "events": events}
        for rank, lower, events in itertools.product(
            ("most_common", "main", None), (True, False), (["nausea"], ["nausea", "pain"])
        )
    ]
    harms += [{**HARM, "frequency": frequency} for frequency in get_args(Frequency)]
    harms += [
        {**HARM, "percent_low": 11, "percent_high": high, "rank": rank}
        for high, rank in itertools.product((37, None), ("most_common", "main", None))
    ]
    harms += [{**HARM, "dose": "too_much", "worst": worst} for worst in ([], ["coma", "death"])]
    doses = [
        {**DOSE, "purpose": purpose, "amount": {"low": 300, "unit": "mg", "per": per, "about": about, "times": times}}
        for purpose, per, about in itertools.product(get_args(Purpose), get_args(Per), (True, False))
        for times in ((None, 1, 2) if per in ("day", "dose") else (None,))
    ]
    causes = [
        {**CAUSE, "link": link, "among_others": open_list}
        for link, open_list in itertools.product(get_args(Link), (True, False))
    ]
    lasting = [{"number": number, "unit": unit} for unit in ("hours", "days", "weeks", "months") for number in (1, 2)]
    facts: list[dict[str, Any]] = [{"design": [word]} for word in get_args(Design)]
    facts += [{"studies": 2}, {"participants": 1, "per_group": 1}, {"participants": 47, "completed": True}]
    facts += [{"people": True, "product": "magnesium_citrate"}, {"product_not_named": True, "given": True}]
    facts += [{"dose": {"low": 300, "unit": "mg"}, "washout": span, "duration": span, "infusion": span}
              for span in lasting]
    facts += [{"comparator": "placebo", "comparator_content": content} for content in (None, "unknown", "not_stated")]
    facts += [{"registered": {"status": status, "month": "2023-06"}, "participants": 330, "planned": True}
              for status in ("planned", "recruiting", "ongoing", "stopped", "completed")]
    facts += [{"age_low": low, "age_high": high} for low, high in ((18, None), (None, 17), (1, 17))]
    facts += [{"main_outcomes": ["pain"], "measured_after": span} for span in lasting]
    every = [{"every": {"number": number, "unit": unit}} for unit in ("hours", "weeks") for number in (1, 3)]
    facts += [{"arms": [[given("magnesium", **rhythm), given("calcium")], [given("placebo")]]}
              for rhythm in (*every, {"times": 1}, {"times": 2}, {})]
    studies = [
        {"form": "study", "study": name, "secondhand": bool(name), **fact}
        for fact, name in itertools.product(facts, ("Magnesium trial 2001", None))
    ]
    advice = [
        {"form": "advice", "do": do, "monitor": ["kidneys"] if do == "monitor" else []} for do in get_args(Do)
    ]
    codes = (*levels, *warnings, *interactions, *actions, *apart, *harms, *doses, *causes, *studies, *advice)
    return [coded(code, route="oral") for code in codes]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_variant_of_a_form_can_be_said_and_asked_about(tag: str) -> None:
    messages = messages_in(tag)
    for claim in variants():
        sentence = claim_sentence(claim, messages, TERMINOLOGY)
        assert sentence[0].isupper() and sentence.endswith("."), sentence
        assert not re.search(r"[{}$]|\?\?\?|None|  |\.\.|,,| ,|\( |,\.", sentence), sentence
        assert "magnesium" in sentence.lower() or claim.form == "study", sentence
        for question in claim_questions(claim, TERMINOLOGY, tag):
            assert question.endswith("?") and not re.search(r"[{}$]|  | ,", question), question


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_sentence_says_which_kind_of_source_says_so(tag: str) -> None:
    said = set()
    for kind in CardKind:
        content = {**card("one"), "kind": kind, "claims": [coded(WARNING).model_dump(exclude={"told_by"})]}
        said.add(claim_sentence(as_card(content).claims[0], messages_in(tag), TERMINOLOGY))
    assert len(said) >= 8
    assert all("magnesium" in sentence.lower() for sentence in said)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_strengths_and_directions_are_told_apart(tag: str) -> None:
    def sentence(code: dict[str, Any]) -> str:
        return claim_sentence(coded(code), messages_in(tag), TERMINOLOGY)

    assert len({sentence({**WARNING, "strength": strength}) for strength in get_args(Strength)}) == 4
    less = {**INTERACTION, "happens": "less_absorbed"}
    assert sentence({**less, "affected": "medicine"}) != sentence({**less, "affected": "others"})
    assert sentence({**less, "affected": "medicine"}) != sentence({**less, "happens": "more_absorbed",
                                                                   "affected": "medicine"})
    assert sentence({**LEVEL, "comparison": "above"}) != sentence({**LEVEL, "comparison": "below"})


def test_a_form_fills_in_what_follows_from_it() -> None:
    level = coded(LEVEL)
    assert (level.form, level.intent, level.finding, level.certainty) == ("level", "toxicity", "harm", "not_graded")
    assert "cardiac_arrest" in level.concepts
    assert {"iron", "thiazides", "magnesium"} <= coded(INTERACTION).concepts


def test_what_the_card_says_itself_goes_before_what_a_form_implies() -> None:
    assert coded(HARM, intent="toxicity", finding="association").intent == "toxicity"


def test_a_claim_with_a_sentence_and_a_code_is_told_in_its_own_words() -> None:
    claim = coded(HARM, statement={"en": "Diarrhoea is common with magnesium."})
    assert claim_sentence(claim, messages_in("en"), TERMINOLOGY) == "Diarrhoea is common with magnesium."
    assert not claim.is_coded and claim.form == "harm"


def test_an_interaction_can_be_told_of_the_medicines_asked_about_alone() -> None:
    claim = coded({**INTERACTION, "others": ["iron", "diuretics"], "among_others": True})
    told = claim_sentence(narrowed(claim, ["diuretics"], TERMINOLOGY), messages_in("en"), TERMINOLOGY)
    assert told == "Magnesium can interact with diuretics, according to the source."
    assert narrowed(claim, ["ibuprofen"], TERMINOLOGY) is claim


def test_a_claim_keeps_its_own_questions() -> None:
    asked = {"en": ("How often is diarrhoea?",)}
    assert claim_questions(coded(HARM, questions=asked), TERMINOLOGY, "en") == asked["en"]


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ({**LEVEL, "consequences": []}, "needs `consequences`"),
        ({**INTERACTION, "others": []}, "at least 1 item"),
        ({**INTERACTION, "happens": "less_absorbed"}, "`affected` goes with"),
        ({**INTERACTION, "affected": "others"}, "`affected` goes with"),
        ({**INTERACTION, "happens": "harm"}, "needs its `events`"),
        ({**INTERACTION, "hours": 2}, "goes with the action `separate`"),
        ({**INTERACTION, "others": ["magnesium"]}, "a medicine with itself"),
        ({**HARM, "events": []}, "needs its `events`"),
        ({**HARM, "percent_high": 10}, "needs a `percent_low`"),
        ({**HARM, "percent_low": 12, "percent_high": 10}, "not above it"),
        ({**HARM, "percent_low": 12, "frequency": "common"}, "not both"),
        ({**DOSE, "amount": {"low": 400, "high": 300, "unit": "mg"}}, "upside down"),
        ({**DOSE, "amount": {"low": 400, "unit": "mg", "per": "week", "times": 2}}, "`times` goes with"),
        ({**DOSE, "amount": {"low": 250, "unit": "mg", "times": 2}}, "`times` needs `per` said plainly"),
        ({**CAUSE, "results": ["magnesium"]}, "its own result"),
        ({"form": "study", "study": "Roffe 2001"}, "something to say"),
        ({**STUDY, "measured_after": {"number": 4, "unit": "weeks"}}, "measured_after"),
        ({**STUDY, "age_low": 65, "age_high": 18}, "above"),
        ({**STUDY, "arms": [[given("magnesium", every={"number": 8, "unit": "hours"}, times=2)]]}, "every"),
        ({"form": "advice", "do": "monitor"}, "what to `monitor`"),
        ({"form": "guess"}, "guess"),
    ],
)
def test_a_code_that_makes_no_sense_is_refused(code: dict[str, Any], fault: str) -> None:
    assert fault in refused(code)


@pytest.mark.parametrize("code", [WARNING, HARM, INTERACTION, DOSE, ADVICE])
def test_a_claim_on_a_medicine_needs_the_medicine(code: dict[str, Any]) -> None:
    assert "give `intervention`" in refused(code, intervention=None)


def test_a_warning_needs_those_it_is_for() -> None:
    assert "give `conditions` or `populations`" in refused(WARNING, conditions=[])


@pytest.mark.parametrize(
    ("comparison", "reached"),
    [("above", (False, False, True)), ("at_least", (False, True, True)),
     ("below", (True, False, False)), ("at_most", (True, True, False))],
)
def test_a_measured_value_reaches_a_threshold_or_not(comparison: str, reached: tuple[bool, ...]) -> None:
    level = Level.model_validate({**LEVEL, "comparison": comparison})
    assert tuple(level.reached_by(value) for value in (2.4, 2.5, 2.6)) == reached


def test_every_form_is_registered_under_its_own_name() -> None:
    assert all(form.model_fields["form"].default == name for name, form in FORMS.items())
    assert set(FORMS.values()) == set(get_args(get_args(Code)[0]))


@pytest.mark.parametrize("code", [LEVEL, INTERACTION, HARM, WARNING, DOSE, CAUSE, STUDY, ADVICE])
def test_a_coded_claim_survives_being_written_and_read(code: dict[str, Any]) -> None:
    claim = coded(code)
    assert Claim.model_validate_json(claim.model_dump_json()) == claim


QUOTE = {"text": "length of stay", "language": "en"}
EFFECT = {"form": "effect", "change": "lower", "outcome_text": QUOTE, "comparator_text": QUOTE}
SIZES = {"en": ("large", "slightly"), "nb": ("stor", "litt"), "nn": ("stor", "litt"), "da": ("stor", "smule"),
         "sv": ("stor", "något"), "nl": ("grote", "lichte"), "de": ("stark", "leicht"), "fi": ("huomattavan", "hieman")}


def test_a_disease_as_an_outcome_is_a_risk_and_a_complaint_is_told_by_its_name() -> None:
    def sentence(outcome: str) -> str:
        code = {"form": "effect", "change": "lower"}
        claim = coded(code, finding="benefit", certainty="high", outcome=outcome, conditions=["hypertension"])
        return claim_sentence(claim, messages_in("en"), TERMINOLOGY)

    assert "reduces the risk of stroke" in sentence("stroke")
    assert "reduces mortality" in sentence("death")


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("certainty", list(Certainty))
def test_every_direction_and_size_of_an_effect_is_told_apart(tag: str, certainty: Certainty) -> None:
    def sentence(change: str, size: str | None) -> str:
        finding = "benefit" if change in ("lower", "better") else "harm"
        claim = coded({**EFFECT, "change": change, "size": size}, finding=finding, certainty=certainty)
        return claim_sentence(claim, messages_in(tag), TERMINOLOGY)

    said = {(change, size): sentence(change, size) for change in get_args(Change) for size in (None, "large", "small")}
    for text in said.values():
        assert "length of stay" in text and not re.search(r"[{}$]|None|  | ,", text), text
    if certainty is Certainty.VERY_LOW:
        assert len(set(said.values())) == 4
    else:
        large, small = SIZES[tag]
        assert len(set(said.values())) == 12
        assert all((large in text) == (size == "large") for (_, size), text in said.items())
        assert all((small in text) == (size == "small") for (_, size), text in said.items())


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_the_terminology_lacks_stands_in_quotation_marks(tag: str) -> None:
    quoted = {f"{role}_text": {"text": role, "language": "en"} for role in ("intervention", "population", "outcome")}
    claim = coded({"form": "effect", **quoted}, intervention=None, conditions=[], finding="benefit", certainty="low")
    sentence = claim_sentence(claim, messages_in(tag), TERMINOLOGY)
    for role in ("intervention", "population", "outcome"):
        assert re.search(rf"[«»„“‘”]{role}[»«“”’]", sentence), sentence


@pytest.mark.parametrize(
    ("code", "fields", "fault"),
    [
        ({"form": "effect", "size": "large"}, {"finding": "benefit"}, "needs the `change`"),
        ({**EFFECT, "size": None}, {"finding": "insufficient"}, "needs the finding"),
        ({"form": "effect"}, {"finding": "benefit"}, "too thin"),
    ],
)
def test_an_effect_nobody_could_put_into_words_is_refused(
    code: dict[str, Any], fields: dict[str, Any], fault: str
) -> None:
    assert fault in refused(code, certainty="low", **fields)


def test_the_examples_of_the_editors_page_show_every_form() -> None:
    lines = (CARDS_FOLDER / "README.md").read_text(encoding="utf-8").splitlines()
    codes = [yaml.safe_load(line)["code"] for line in lines if line.startswith("code: {form: ")]
    shown = {coded(code, finding="benefit", certainty="low").form for code in codes}
    assert shown == set(FORMS)


@pytest.mark.parametrize("part", ["level", "warning"])
def test_a_level_of_what_no_laboratory_measures_is_a_fault(part: str) -> None:
    def faults(analyte: str) -> list[str]:
        threshold = {"analyte": analyte, "comparison": "below", "value": 30, "unit": "ml/min"}
        code = {**LEVEL, **threshold} if part == "level" else {**WARNING, "level": threshold}
        return unknown_analytes([as_card(card("trial-one", coded(code).model_dump()))], TERMINOLOGY)

    assert not faults("creatinine") and "unknown analyte `moonlight`" in faults("moonlight")[0]


def test_a_reviewed_card_quotes_eight_words_at_most() -> None:
    def faults(words: int, state: str) -> list[str]:
        code = {**EFFECT, "outcome_text": {"text": " ".join(["word"] * words), "language": "en"}}
        quoting = coded(code, finding="benefit", certainty="low").model_dump()
        return long_quotations([as_card(card("trial-one", quoting, review_state=state))])

    assert faults(9, "reviewed") and not faults(8, "reviewed") and not faults(9, "draft")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "In people with pneumonia, corticosteroids may reduce the risk of nausea compared with opioids."),
        ("nb", "lungebetennelse reduserer kortikosteroider muligens risikoen for kvalme sammenlignet med"),
        ("nl", "met longontsteking leiden corticosteroïden mogelijk tot een afname van het risico op misselijkheid"),
        ("de", "möglicherweise zu einer Verringerung bei dem Risiko für Übelkeit (Vergleich: Opioide)."),
        ("fi", ", joilla on keuhkokuume, kortikosteroidit saattavat vertailuhoitoon (opioidit) verrattuna"),
    ],
)
def test_a_class_takes_the_plural_and_a_plain_name_of_a_disease_its_preposition(language: str, said: str) -> None:
    claim = coded(
        {"form": "effect", "change": "lower"}, intervention="corticosteroids", comparator="opioids", outcome="nausea",
        conditions=["pneumonia"], finding="benefit", certainty="low",
    )  # fmt: skip
    assert said in claim_sentence(claim, messages_in(language), TERMINOLOGY)
