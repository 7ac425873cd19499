"""Asks that come in codes in place of a question: answered in the language set, and nothing but known codes counts."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answer, Enquiry
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from knowledge.languages import LANGUAGES
from retrieval.ask import Ask

CRAMPS = {"intent": "efficacy", "medicines": ["magnesium"], "condition": "leg_cramps"}


def asked(assistant: Assistant, ask: object, **more: str) -> Answer:
    return assistant.reply(Enquiry(text="", ask=Ask.model_validate(ask), **more), Conversation())[0]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_an_ask_in_codes_is_answered_in_the_language_set(tag: str, assistant: Assistant) -> None:
    answer = asked(assistant, CRAMPS, language=tag)
    assert (answer.status, answer.language, answer.question.language) == ("answered", tag, tag)
    assert answer.question.asks[0].ask.conditions == ("leg_cramps",)


def test_the_ask_of_an_answer_asks_the_same_again(assistant: Assistant) -> None:
    first = asked(assistant, CRAMPS)
    again = asked(assistant, first.contract_json()["question"]["asks"][0])
    assert again.statements == first.statements


@pytest.mark.parametrize("role", ["medicines", "with", "conditions", "populations", "instead_of", "cards", "topics"])
def test_a_code_nobody_knows_is_neither_answered_nor_shown(role: str, assistant: Assistant) -> None:
    answer = asked(assistant, {**CRAMPS, role: ["Kari Nordmann 15.03.1942 12345"]})
    assert answer.status == "not_covered"
    assert "Nordmann" not in answer.model_dump_json()


def test_a_value_in_codes_is_not_shown(assistant: Assistant) -> None:
    level = {"analyte": "magnesium", "value": 1, "unit": "Kari Nordmann"}
    assert "Nordmann" not in asked(assistant, {**CRAMPS, "level": level}).model_dump_json()
