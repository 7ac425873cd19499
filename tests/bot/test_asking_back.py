"""Asking back: once, with readings from the library, and what comes next is read as the answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answering.answer import Answer
from bot.answering.messages import messages_in
from bot.answering.options import OptionMaker
from bot.dialogue.assistant import Assistant
from knowledge.evidence.library import Library
from knowledge.languages import LANGUAGES
from tests.bot.shipped_assistant import answers_to

Ask = Callable[..., Answer]
IN_PREGNANCY = {
    "en": "magnesium in pregnancy?", "nb": "magnesium i svangerskapet?", "da": "magnesium til gravide?",
    "sv": "magnesium till gravida?", "nl": "magnesium bij zwangere vrouwen?", "nn": "magnesium til gravide kvinner?",
    "de": "Magnesium bei Schwangeren?", "fi": "magnesium raskauden aikana?",
}
SECOND = {
    "en": "the second", "nb": "den andre", "da": "den anden", "sv": "den andra", "nl": "de tweede",
    "nn": "det andre", "de": "die zweite", "fi": "toinen",
}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_group_and_a_medicine_alone_are_asked_back_with_what_the_library_holds(
    tag: str, ask: Ask, shipped: Library
) -> None:
    answer = ask(IN_PREGNANCY[tag], language=tag)
    options = OptionMaker(messages_in(tag), shipped).about_population("pregnant")
    assert answer.status == "clarify"
    assert answer.options == tuple(options)
    assert [option for option in options if ask(option.question, language=tag).status != "answered"] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_second_is_the_second_reading(tag: str, assistant: Assistant) -> None:
    first, second = answers_to(assistant, IN_PREGNANCY[tag], SECOND[tag], language=tag)
    assert first.status == "clarify"
    assert second.status == "answered"
    assert second.question.text == first.options[1].question
    assert {"leg_cramps", "pregnant"} <= set(second.question.concepts)


def test_a_number_picks_a_reading_and_reads_as_that_question(assistant: Assistant) -> None:
    first, second = answers_to(assistant, "magnesium", "2")
    assert second.question.text == first.options[1].question
    assert not second.text.startswith("Still about")


def test_complaints_whose_answers_differ_are_asked_back(ask: Ask) -> None:
    answer = ask("magnesium for legs at night?")
    assert answer.status == "clarify"
    assert [option.label for option in answer.options] == ["Effect: leg cramps", "Effect: restless legs"]


def test_a_telling_word_of_one_reading_picks_it(assistant: Assistant) -> None:
    _, answer = answers_to(assistant, "magnesium for legs at night?", "restless")
    assert (answer.status, "restless_legs" in answer.question.concepts) == ("answered", True)


def test_cause_or_cure_is_answered_with_the_other_reading_first(ask: Ask) -> None:
    answer = ask("magnesium kramper?", language="nb")
    assert answer.status == "answered"
    assert answer.options[0].label == messages_in("nb").format("option-causes")
    assert ask("Hjelper magnesium mot kramper?").options[0].label != messages_in("nb").format("option-causes")


@pytest.mark.parametrize("reply", ["pregnant", "gravide", "in pregnant women", "Schwangere"])
def test_whether_it_is_safe_is_asked_back_and_the_group_is_the_answer(reply: str, assistant: Assistant) -> None:
    first, second = answers_to(assistant, "is it safe?", reply)
    assert first.status == "clarify"
    assert second.status == "answered"
    assert "pregnant" in second.question.concepts


REPLIES = ["magnesium", "pregnant", "leg cramps", "side effects", "?", "dose", "nobody knows", "that one", "hmm", "yes"]


@pytest.mark.parametrize("start", ["magnesium", "pregnant", "leg cramps", "side effects", "is it safe?", "?"])
@pytest.mark.parametrize("reply", REPLIES)
def test_no_question_back_follows_another(start: str, reply: str, assistant: Assistant) -> None:
    first, second = answers_to(assistant, start, reply)
    assert first.status == "clarify"
    assert second.status in ("answered", "not_covered")


def test_after_an_answer_it_may_ask_again(assistant: Assistant) -> None:
    *_, last = answers_to(assistant, "magnesium", "leg cramps", "new question", "magnesium")
    assert last.status == "clarify"


def test_a_reply_is_combined_with_what_was_asked(assistant: Assistant) -> None:
    _, answer = answers_to(assistant, "magnesium in pregnancy?", "whether it helps")
    assert (answer.status, answer.question.intent) == ("answered", "efficacy")
    assert {"magnesium", "pregnant"} <= set(answer.question.concepts)


def test_the_readings_not_taken_are_offered_first(assistant: Assistant) -> None:
    first, second = answers_to(assistant, "pregnant", "magnesium")
    offered = [option.question for option in first.options]
    assert second.options[0].question in offered


@pytest.mark.parametrize(
    "text", ["Is magnesium safe in pregnancy?", "Er magnesium trygt hos gravide?", "Is magnesium safe?"]
)
def test_a_whole_question_is_answered(text: str, ask: Ask) -> None:
    assert ask(text).status == "answered"


def test_routes_alone_are_asked_back(ask: Ask) -> None:
    answer = ask("intravenous or oral?")
    assert (answer.status, [option.label for option in answer.options]) == ("clarify", ["Intravenous", "Oral"])
