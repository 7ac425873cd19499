"""What stands in the way of an approval is said in the language of whoever reviews."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import knowledge
from bot.channels.web.told import told
from knowledge.errors import CardError
from knowledge.evidence.faults import Fault
from knowledge.evidence.library import Library, parse
from knowledge.evidence.models import Card
from knowledge.languages import LANGUAGES
from knowledge.languages.texts import messages_in
from tests.http.toy import play
from tests.knowledge.review.drafts import NAME
from tests.web.test_reviewing_pages import CARD, desk, does


def made() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Kind and slots of every fault that the code makes whose kind stands there in words."""
    for path in Path(knowledge.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="Fault"), args=[_, ast.Constant(value=kind)], keywords=words):
                    yield str(kind), tuple(word.arg for word in words if word.arg)


SLOTS = {"part": "finding", "parts": "finding outcome", "number": 2, "words": 2, "most": 2, "field": "effect.ci_low",
           "other": "code.times", "fields": "intervention code.others", "either": "conditions populations",
           "choice": "finding", "values": "benefit harm"}


def refusals() -> Iterator[ast.Call]:
    """What the models of evidence raise where fields do not fit, and what a form says against a sentence."""
    for path in (Path(knowledge.__file__).parent / "evidence").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Raise(exc=ast.Call(func=ast.Name(id="ValueError"), args=[ast.Call() as said])):
                    yield said
                case ast.Raise(exc=ast.Call(func=ast.Name(id="ValueError"), args=[other])):
                    assert isinstance(other, ast.Name), ast.unparse(other)  # a fault made elsewhere


def test_no_model_of_evidence_refuses_in_english_alone() -> None:
    said = [ast.unparse(call) for call in refusals()]
    assert len(said) >= 20 and [line for line in said if not line.startswith("Fault(")] == []


@pytest.mark.parametrize("change", [
    {"effect": {"measure": "risk_ratio", "value": 2, "ci_low": 3, "ci_high": 4}},
    {"effect": {"measure": "risk_ratio", "value": -1}},
    {"effect": {"measure": "mean_difference", "value": 1}},
    {"effect": {"measure": "risk_ratio", "value": 1, "ci_low": 1}},
    {"effect": {"measure": "splendid", "value": 1}},
    {"effect": {"measure": "risk_ratio", "value": 1, "studies": "many"}},
    {"code": {"form": "effect", "size": "large"}},
    {"code": {"form": "dose", "amount": {"low": 2, "high": 1, "unit": "mg"}}},
    {"code": {"form": "dose", "amount": {"low": 2, "unit": "mg", "times": 3, "per": "week"}}},
    {"code": {"form": "harm"}},
    {"code": {"form": "harm", "events": ["nausea"], "frequency": "rare", "percent_low": 1}},
    {"code": {"form": "interaction", "others": ["iron"], "happens": "harm"}},
    {"code": {"form": "study"}},
    {"also": ["efficacy"]}, {"locator": {}}, {"lead": "perhaps"}, {"splendid": 1}, {"finding": None}])
def test_a_refused_field_of_a_card_is_told_in_every_language_without_a_word_of_english(
    change: dict[str, object], founding: Library
) -> None:
    card = next(card for card in founding.cards.values() if card.id == "cochrane-cd009402")
    content = card.model_dump(mode="json", exclude_defaults=True)
    content["claims"] = [{**content["claims"][0], "intent": "efficacy", **change}]
    with pytest.raises(CardError) as refused:
        parse(Card, content, "a.yaml")
    fault = refused.value.args[0]
    english = str(fault).rpartition(": ")[2]
    for tag in LANGUAGES:
        said = told(fault, messages_in(tag))
        assert said.language == tag and english not in said.text and card.claims[0].id in said.text, said.text


def test_every_fault_is_said_in_every_language() -> None:
    faults = list(made())
    assert len({kind for kind, _ in faults}) >= 15
    for tag in LANGUAGES:
        for kind, slots in faults:
            values = {slot: SLOTS.get(slot, "x") for slot in slots}
            assert told(Fault("plain", kind, **values), messages_in(tag)).language == tag


@pytest.mark.parametrize("kind", ["no-note", "no-statement", "no-discrepancy", "no-concept", "no-concept-but-near",
                                  "field-claim", "field-card", "of-claim", "of-card", "needed", "no-number", "no-field",
                                  "one-of", "no-place", "numbers", "unsayable", "unfit", "nothing-dropped"])
def test_a_fault_whose_kind_is_chosen_by_what_is_missing_is_said_too(kind: str) -> None:
    slots = {"claim": "pain", "languages": "da sv", "said": "ache", "near": "pain", "choices": "a, b", "field": "x",
             "fault": "y"}
    assert {told(Fault("plain", kind, **slots), messages_in(tag)).text for tag in LANGUAGES}.isdisjoint({"plain", ""})


def test_a_line_that_is_nothing_but_english_is_marked_as_that() -> None:
    assert told("interval excludes the point", messages_in("fi")) == ("interval excludes the point", "en")


def test_the_obstacles_of_a_draft_are_told_in_the_language_of_its_reviewer(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (desk(tmp_path) as (pages, _),
                    pages.visited_by("kari", "reviewer", **{"Accept-Language": "nb"}) as kari):
            shown = await kari.open(CARD)
            assert '<li lang="nb">Utsagn sleep: fortsatt åpent: behandling.</li>' in shown
            assert '<li lang="nb">Utsagn pain er verken godtatt eller fjernet.</li>' in shown
            assert "Det kan ikke godkjennes ennå. Utsagn sleep" in await does(kari, CARD, "approve", 422)
            assert "neither accepted" not in kari.page and NAME in kari.page
            refused = await does(kari, f"{CARD}/claims/sleep", "accept", 422)
            assert "Utsagn sleep: fortsatt åpent" in refused
            assert "Oppgi hvorfor kortet trekkes tilbake" in await does(kari, CARD, "withdraw", 422)

    play(scene)
