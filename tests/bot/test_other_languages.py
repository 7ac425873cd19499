"""Messages in languages that are not spoken: what the README says of French and Polish."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answer, Enquiry
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from knowledge.languages import load_languages

NAMED = [
    "Le magnésium aide-t-il contre les crampes nocturnes des jambes chez une femme de 82 ans ?",
    "Magnésium et grossesse : est-ce sans danger ?",
    "Czy magnesium pomaga na nocne skurcze łydek u osób starszych?",
]
UNREAD = [
    "Bonjour, que faire contre les crampes aux mollets la nuit ?",
    "Jakie są działania niepożądane tego leku u dzieci?",
    "Czy można stosować ten lek w ciąży i podczas karmienia piersią?",
]
DANGER = [
    "Un enfant a avalé 20 comprimés il y a une heure, il est somnolent",
    "Dziecko połknęło 20 tabletek godzinę temu, jest senne",
]


def answer_to(assistant: Assistant, text: str) -> Answer:
    return assistant.reply(Enquiry(text=text), Conversation())[0]


@pytest.mark.parametrize("text", [*NAMED, *UNREAD])
def test_the_reply_is_in_english_and_says_so(text: str, assistant: Assistant) -> None:
    answer = answer_to(assistant, text)
    assert answer.language == "en"
    assert answer.text.startswith("I cannot answer in the language you wrote in")
    assert answer.statements == ()


@pytest.mark.parametrize("text", NAMED)
def test_a_medicine_of_the_library_brings_what_can_be_asked_of_it(text: str, assistant: Assistant) -> None:
    answer = answer_to(assistant, text)
    assert answer.status == "clarify" and "about magnesium" in answer.text
    assert len(answer.options) > 1


def test_a_medicine_that_the_library_does_not_hold_is_named(assistant: Assistant) -> None:
    text = "Bonjour, quels sont les effets indésirables de la colchicine chez l'enfant ?"
    assert "holds nothing on colchicine" in answer_to(assistant, text).text


@pytest.mark.parametrize("text", UNREAD)
def test_what_could_not_be_read_is_not_said_to_be_missing(text: str, assistant: Assistant) -> None:
    answer = answer_to(assistant, text)
    assert answer.status == "not_covered"
    assert "could not read enough of it" in answer.text and "holds nothing" not in answer.text
    assert all(language.name in answer.text for language in load_languages().values())


@pytest.mark.parametrize("text", DANGER)
def test_danger_is_recognised_in_french_and_polish(text: str, assistant: Assistant) -> None:
    assert answer_to(assistant, text).status == "urgent"
