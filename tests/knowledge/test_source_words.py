"""The sources' own words in the reader's language: every quotation of the shipped cards has them, and no other text."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from knowledge.errors import LanguageError
from knowledge.evidence.forms.base import Form, Quote
from knowledge.evidence.forms.effect import Effect
from knowledge.evidence.library import Library
from knowledge.evidence.wording import Role
from knowledge.languages import LANGUAGES
from knowledge.languages.source_words import FILE, SourceWords, source_words

OTHERS = [tag for tag in LANGUAGES if tag != "en"]


def places(code: Form) -> list[tuple[str, Quote]]:
    """The quotations of a claim's code, each with the place in a sentence that it takes."""
    if not isinstance(code, Effect):
        return [("name", quote) for quote in code.quotes]
    told: list[tuple[str, Quote | None]] = [(role, getattr(code, f"{role}_text")) for role in get_args(Role)]
    return [(role, quote) for role, quote in told if quote]


def quoted(library: Library) -> set[tuple[str, str, str]]:
    """Place, words and language of every quotation on the cards."""
    codes = [claim.code for card in library.cards.values() for claim in card.claims if claim.code]
    return {(role, quote.text, quote.language) for code in codes for role, quote in places(code)}


def worded(tag: str) -> set[tuple[str, str]]:
    """Place and source's words of all that a language has words for."""
    words = source_words(tag)
    return {(role, text) for role in SourceWords.model_fields for text in getattr(words, role)}


@pytest.mark.parametrize("tag", OTHERS)
def test_every_quotation_of_the_shipped_cards_has_words_in_every_language_but_the_sources(
    tag: str, shipped: Library
) -> None:
    asked = {(role, text) for role, text, language in quoted(shipped) if language != tag}
    assert sorted(asked - worded(tag)) == []


@pytest.mark.parametrize("tag", OTHERS)
def test_a_language_has_words_only_for_what_a_card_quotes(tag: str, shipped: Library) -> None:
    assert sorted(worded(tag) - {(role, text) for role, text, _ in quoted(shipped)}) == []


def test_a_language_without_a_file_has_no_words(tmp_path: Path) -> None:
    assert source_words("nb", tmp_path) == SourceWords()


def test_a_file_that_lacks_a_part_is_refused_in_one_line_that_says_where(tmp_path: Path) -> None:
    (tmp_path / "nb").mkdir()
    (tmp_path / "nb" / FILE).write_text("outcome: {time in hospital: {label: tid på sykehus}}\n", encoding="utf-8")
    with pytest.raises(LanguageError, match=r"nb/source_words\.yaml: outcome\.time in hospital\.phrase: ") as caught:
        source_words("nb", tmp_path)
    assert "\n" not in str(caught.value)
