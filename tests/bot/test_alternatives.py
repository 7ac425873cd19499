"""Asked for another treatment, the medicine talked about is left out of the answer."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from bot.answering.messages import messages_in
from bot.answering.options import OptionMaker
from bot.answering.readings import complaints_treated
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from knowledge.evidence.library import Library
from knowledge.evidence.models import Intent
from knowledge.languages import LANGUAGES
from tests.bot.shipped_assistant import answers_to

GOLD = Path(__file__).parent.parent / "gold" / "alternatives.yaml"
IN_PREGNANCY = Conversation(intent=Intent.EFFICACY, concepts=("magnesium", "leg_cramps", "pregnant"), turns=1)


@cache
def gold() -> dict[str, dict[str, list[str]]]:
    return yaml.safe_load(GOLD.read_text(encoding="utf-8"))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_follow_up_for_something_else_replaces_what_was_talked_about(tag: str, read) -> None:
    queries = {text: read(tag, text, IN_PREGNANCY).query for text in gold()[tag]["follow_up"]}
    assert [text for text, query in queries.items() if query.instead_of != ("magnesium",) or query.medicines] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_whole_question_for_something_else_replaces_the_medicine_it_names(tag: str, read) -> None:
    queries = {text: read(tag, text).query for text in gold()[tag]["complete"]}
    assert [text for text, query in queries.items() if query.instead_of != ("magnesium",)] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_same_words_in_another_sense_replace_nothing(tag: str, read) -> None:
    near_misses = gold()[tag]["near_misses"]
    assert [text for text in near_misses if read(tag, text, IN_PREGNANCY).query.instead_of] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_is_answered_then_is_another_treatment(tag: str, ask, shipped: Library, founding: Library) -> None:
    for complaint in complaints_treated(founding):
        question = OptionMaker(messages_in(tag), shipped).alternatives(complaint).question
        answer = ask(question, language=tag)
        assert answer.status == "answered"
        shown = [shipped.claims[reference][1] for reference in answer.plan.claims]
        beside_the_point = [claim for claim in shown if not {"treatment", complaint} <= claim.concepts]
        assert beside_the_point == []
        only_magnesium = [claim for claim in shown if claim.concepts <= {"magnesium", "treatment", complaint}]
        assert only_magnesium == []


def test_a_group_nobody_studied_is_named_and_the_medicine_comes_back_when_asked_for(assistant: Assistant) -> None:
    _, others, harms = answers_to(
        assistant, "Does magnesium help leg cramps in pregnancy?", "Can she take something else?", "side effects?"
    )
    assert others.text.startswith("Still about leg cramps in pregnant women.")
    assert "not about this group in particular: pregnant women" in others.text
    assert others.plan.short == ("review-lottrup-riis-2014#stretching-and-massage",)
    assert "magnesium" in harms.question.concepts


def test_without_a_complaint_it_is_asked_back_once(assistant: Assistant) -> None:
    asked, picked = answers_to(assistant, "alternatives to magnesium?", "1")
    assert asked.status == "clarify"
    assert [option.label for option in asked.options] == ["Leg cramps", "Restless legs"]
    assert picked.status == "answered"
    _, insisted = answers_to(assistant, "alternatives to magnesium?", "anything else instead?")
    assert insisted.status == "answered"


def test_alternatives_to_what_the_library_lacks_are_not_those_for_cramps(assistant: Assistant) -> None:
    assert answers_to(assistant, "alternatives to allopurinol?")[0].status == "not_covered"
    assert answers_to(assistant, "alternatives to allopurinol for gout?")[0].status == "not_covered"


def test_a_complaint_without_another_treatment_is_said_to_be_missing(assistant: Assistant) -> None:
    (answer,) = answers_to(assistant, "What can be used instead of magnesium for eclampsia?")
    assert answer.status == "not_covered"
    assert answer.text.startswith("The library holds nothing on what could be used instead of magnesium.")
