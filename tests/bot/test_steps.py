"""The way of an enquiry: danger is seen whatever else breaks, and a step that sets the answer ends the way."""

from __future__ import annotations

import pytest

import bot.dialogue.steps
from bot.answering.answer import Answer, Enquiry
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from bot.dialogue.steps import STEPS
from bot.reading.language import Detector
from tests.bot.test_assistant import HELPS, OVERDOSE

NAMED = f"{OVERDOSE['en']}, her number is 15034212345"


def reply(assistant: Assistant, text: str, country: str = "NO") -> tuple[Answer, Conversation]:
    return assistant.reply(Enquiry(text=text, country=country), Conversation())


def broken(*_: object, **__: object) -> None:
    raise RuntimeError("broken")


def test_identifiers_go_first_and_danger_second() -> None:
    assert [step.__name__ for step in STEPS[:3]] == ["deidentify", "danger", "language"]


def test_danger_ends_the_way_before_the_message_is_read(assistant: Assistant) -> None:
    turn = assistant.turn(Enquiry(text=OVERDOSE["en"]), Conversation())
    assert turn.is_urgent
    assert turn.understood is None


@pytest.mark.parametrize("part", ["understand", "judge", "make_part", "compose", "owed_asks"])
def test_whatever_breaks_after_danger_the_numbers_come(
    part: str, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.dialogue.steps, part, broken)
    assert "22 59 13 00" in reply(assistant, OVERDOSE["nb"])[0].text
    with pytest.raises(RuntimeError):
        reply(assistant, HELPS["nb"])


def test_where_the_language_cannot_be_told_the_numbers_come_in_english(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Detector, "detect", broken)
    answer, _ = reply(assistant, OVERDOSE["nb"])
    assert (answer.status, answer.language) == ("urgent", "en")
    assert "22 59 13 00" in answer.text


def test_where_identifiers_cannot_be_taken_out_the_numbers_come_and_nothing_is_echoed(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.dialogue.steps, "redact", broken)
    answer, after = reply(assistant, NAMED)
    assert answer.status == "urgent"
    assert "22 59 13 00" in answer.text
    for kept in (answer.model_dump_json(), after.model_dump_json()):
        assert "15034212345" not in kept
        assert "swallowed" not in kept
    with pytest.raises(RuntimeError):
        reply(assistant, HELPS["en"])
