"""Text analysis: the forms a word is typed in meet in one key."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.languages import LANGUAGES, load_language
from knowledge.languages.analysis import fold, spelt_words, stem, terms, words

LETTERS = st.text("abcdefghijklmnopqrstuvwxyzæøåäöüßéèñ", max_size=12)
VOWELS = st.sampled_from([*"aeiouyæøåäöüé", "ae", "oe", "aa", "ue"])
CONSONANTS_BETWEEN = st.lists(st.tuples(st.sampled_from("bdfgklmnprst"), VOWELS).map("".join), max_size=5).map("".join)
"""Words in which no three vowels meet: what `aaa` stands for nobody can say."""


@pytest.mark.parametrize(
    ("forms", "key"),
    [
        (["lægkramper", "Lægkramper", "laegkramper", "lagkramper"], "lagkramper"),
        (["Wadenkrämpfe", "WADENKRÄMPFE", "Wadenkraempfe", "wadenkrampfe"], "wadenkrampfe"),
        (["søvnløs", "soevnloes", "sovnlos", "SØVNLØS"], "sovnlos"),
        (["små", "smaa", "sma"], "sma"),
        (["für", "fuer", "fur"], "fur"),
        (["Größe", "Groesse", "grosse"], "grosse"),
        (["mjölk", "mjoelk", "mjolk"], "mjolk"),
        (["crème", "CRÈME", "creme"], "creme"),
        (["diaré", "diare"], "diare"),
    ],
)
def test_every_way_of_typing_a_word_folds_to_one_key(forms: list[str], key: str) -> None:
    assert {fold(form) for form in forms} == {key}


def test_a_typographic_apostrophe_folds_to_a_plain_one() -> None:
    assert fold("parkinson’s") == fold("Parkinson's") == "parkinson's"


@given(CONSONANTS_BETWEEN)
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@given(LETTERS)
def test_folding_does_not_see_case(word: str) -> None:
    assert fold(word.title()) == fold(word)


@given(LETTERS)
def test_folding_does_not_see_how_unicode_spells_a_letter(word: str) -> None:
    assert fold(unicodedata.normalize("NFD", word)) == fold(unicodedata.normalize("NFC", word))


@given(LETTERS)
def test_a_folded_word_of_our_languages_is_plain_ascii(word: str) -> None:
    assert fold(word).isascii() and fold(word) == fold(word).lower()


def test_words_are_lower_case_without_punctuation() -> None:
    assert words("Magnesium (300 mg), vitamin-B12: OK?") == ["magnesium", "300", "mg", "vitamin", "b12", "ok"]


def test_spelt_words_keep_their_capitals() -> None:
    assert spelt_words("ALS eller als") == ["ALS", "eller", "als"]


def test_an_apostrophe_stays_within_its_word() -> None:
    assert words("Parkinson's, can't, 'quoted'") == ["parkinson's", "can't", "quoted"]


def test_compatibility_characters_count_as_the_plain_ones() -> None:
    assert words("ﬁne ５ mg") == ["fine", "5", "mg"]


@pytest.mark.parametrize("text", ["", "   ", "?!—…", "_"])
def test_a_text_without_words_has_none(text: str) -> None:
    assert words(text) == [] and terms(text, "en") == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "cramps", "cramp"),
        ("nb", "leggkrampene", "leggkramper"),
        ("da", "tabletterne", "tabletter"),
        ("sv", "vadkramperna", "vadkramper"),
        ("nl", "krampen", "kramp"),
        ("nn", "tablettane", "tablettar"),
        ("de", "Tabletten", "Tablette"),
        ("fi", "krampissa", "krampit"),
    ],
)
def test_inflected_forms_share_a_term_in_their_language(language: str, one: str, other: str) -> None:
    assert terms(one, language) == terms(other, language) != []


def test_stems_depend_on_the_language() -> None:
    assert stem("tabletterne", "da") == stem("tabletter", "da")
    assert stem("tabletterne", "en") != stem("tabletter", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_stop_words_are_no_terms(language: str) -> None:
    assert terms(" ".join(load_language(language).stop_words), language) == []


def test_stop_words_are_known_however_they_are_typed() -> None:
    assert terms("THE cramps", "en") == terms("cramps", "en")
    assert terms("für", "de") == terms("fuer", "de") == []


def test_single_letters_are_no_terms_but_single_digits_are() -> None:
    assert terms("x 5 cramps", "en") == ["5", "cramp"]


def test_terms_stand_in_the_order_of_the_text() -> None:
    assert terms("quinine, zinc, quinine", "en") == [stem(word, "en") for word in ("quinine", "zinc", "quinine")]
