"""The data behind the facts: every language says everything, and what it says compiles."""

from __future__ import annotations

import pytest

from bot.reading.fact_words import fact_patterns, read_fact_words
from bot.reading.populations import CONTRACT_NAMES
from knowledge.languages import LANGUAGES

UNSAID = {("fi", "she"), ("fi", "he"), ("fi", "negation_near")}
"""Finnish has one word for she and he, and one verb that denies."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_patterns_for_every_fact(language: str) -> None:
    own, english = read_fact_words(language), read_fact_words("en")
    missing = {key for key in english.patterns if not own.patterns.get(key) and (language, key) not in UNSAID}
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_every_group(language: str) -> None:
    assert set(read_fact_words(language).populations) == set(CONTRACT_NAMES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_compiles(language: str) -> None:
    assert fact_patterns(language).value_words
