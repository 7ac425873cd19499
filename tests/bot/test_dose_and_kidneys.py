"""A dose found in others is never left to look like that of somebody whose kidneys clear it otherwise."""

from __future__ import annotations

import pytest

from bot.answering.messages import messages_in
from knowledge.evidence.library import Library
from tests.bot.conftest import Ask

DOSES = {
    "en": "eGFR 28, neuropathic pain, what tramadol dose was studied?",
    "nb": "eGFR 28, nevropatisk smerte, hvilken dose tramadol ble studert?",
    "nn": "eGFR 28, nevropatisk smerte, kva dose tramadol vart studert?",
    "da": "eGFR 28, neuropatiske smerter, hvilken dosis tramadol blev undersøgt?",
    "sv": "eGFR 28, neuropatisk smärta, vilken dos tramadol studerades?",
    "nl": "eGFR 28, neuropathische pijn, welke dosis tramadol is onderzocht?",
    "de": "eGFR 28, neuropathische Schmerzen, welche Dosis Tramadol wurde untersucht?",
    "fi": "eGFR 28, neuropaattinen kipu, mikä on tramadolin annos?",
}


@pytest.mark.parametrize("language", DOSES)
def test_that_a_dose_is_not_for_reduced_kidneys_in_particular_is_said_with_it(
    ask: Ask, shipped: Library, language: str
) -> None:
    answer = ask(DOSES[language], language=language)
    kidneys = shipped.terminology.label("kidney_disease", language)
    said = messages_in(language).format("nothing-on-group", group=kidneys)
    assert answer.status == "answered" and said in [block.text for block in answer.shown]


def test_nothing_is_said_of_kidneys_to_somebody_of_whose_kidneys_nothing_is_told(ask: Ask, shipped: Library) -> None:
    answer = ask("neuropathic pain, what tramadol dose was studied?")
    kidneys = shipped.terminology.label("kidney_disease", "en")
    assert answer.status == "answered" and not any(kidneys in block.text for block in answer.shown)
