"""A decline names what is missing in the asker's words, never by an id of the terminology."""

from __future__ import annotations

import pytest

from bot.answering.messages import messages_in
from bot.answering.not_covered import what_is_missing
from bot.reading.understanding import Understood
from knowledge.evidence.library import Library
from knowledge.languages import LANGUAGES
from retrieval.query import Query
from tests.bot.conftest import Ask


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_medicine_that_the_library_does_not_hold_is_called_by_its_name(tag: str, shipped: Library) -> None:
    messages, terminology = messages_in(tag), shipped.terminology
    medicines = [concept.id for concept in terminology.concepts.values() if concept.kind == "medicine"]
    for medicine in (*medicines, *terminology.substances):
        understood = Understood(query=Query(text="?", language=tag), unknown_medicines=(medicine,))
        missing = what_is_missing(understood, shipped, messages)
        assert terminology.label(medicine, tag) in missing and "_" not in missing


def test_a_name_that_nobody_knows_stands_as_it_was_typed(shipped: Library) -> None:
    understood = Understood(query=Query(text="?", language="en"), unknown_medicines=("Xyzzium",))
    assert "Xyzzium" in what_is_missing(understood, shipped, messages_in("en"))


@pytest.mark.parametrize(
    "asked",
    ["What should I do now?", "And how long do I have?", "hva gjør jeg nå?", "vad gör jag nu?",
     "wat moet ik nu doen?", "was soll ich jetzt tun?", "hvad gør jeg nu?", "mitä teen nyt?"],
)  # fmt: skip
def test_a_question_that_names_nothing_is_answered_with_nothing_of_the_library(ask: Ask, asked: str) -> None:
    assert ask(asked).statements == ()
