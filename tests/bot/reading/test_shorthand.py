"""Abbreviations: read where a language gives them one meaning, named as not understood where it gives them two."""

from __future__ import annotations

from functools import lru_cache

import pytest

from bot.reading.message import Message
from bot.reading.shorthand import UNCLEAR, _patterns, message_of, read_abbreviations
from knowledge.evidence.library import Library, load_terminology
from knowledge.languages import LANGUAGES
from knowledge.terminology.linking import Recogniser
from knowledge.terminology.substance_names import load_substances


@lru_cache(maxsize=1)
def recogniser() -> Recogniser:
    return Recogniser(load_terminology(), load_substances())


def named(text: str, language: str) -> set[str]:
    message: Message = message_of(text, language, recogniser())
    return {mention.concept for mention in message.mentions}


@pytest.mark.parametrize(
    ("language", "text", "concept"),
    [
        ("en", "MND pt with cramps", "als"),
        ("en", "82F, AF, eGFR 24", "atrial_fibrillation"),
        ("nl", "pt gebruikt oa HCT", "hydrochlorothiazide"),
        ("de", "ASS 100 seit Jahren", "acetylsalicylic_acid"),
        ("da", "pt med KOL", "copd"),
        ("fi", "67-v mies, FA", "atrial_fibrillation"),
        ("nb", "DM2-pas. med kramper", "type_2_diabetes"),
        ("sv", "pat med FF", "atrial_fibrillation"),
        ("nn", "kvinne med RA", "rheumatoid_arthritis"),
    ],
)
def test_an_abbreviation_of_one_reading_is_read(language: str, text: str, concept: str) -> None:
    assert concept in named(text, language)


@pytest.mark.parametrize(("language", "text"), [("en", "HCT low?"), ("sv", "AF 24, orolig"), ("nb", "pas med PD")])
def test_an_abbreviation_of_two_readings_is_left_and_named(language: str, text: str) -> None:
    message = message_of(text, language, recogniser())
    assert not message.mentions and len(message.unclear) == 1


def test_a_word_in_small_letters_is_no_abbreviation() -> None:
    assert "multiple_sclerosis" not in named("QTc 480 ms", "en")
    assert "acetylsalicylic_acid" not in named("dass er ass", "de")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_abbreviation_means_something_that_is_known(language: str, shipped: Library) -> None:
    known = shipped.terminology
    assert all(concept in known or known.is_medicine(concept) for concept in read_abbreviations(language).means)
    assert _patterns(language).keys == {*read_abbreviations(language).means, UNCLEAR}
