"""Text analysis: from a text to the terms that lexical search counts.

Every form a word can be typed in meets in one key: Unicode is normalised, case and diacritics are folded
(`lægkramper`, `laegkramper` and `lagkramper` alike), and the language's Snowball stemmer takes off the ending.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import Stemmer

from knowledge.languages import load_language

ANALYSER_VERSION = 1
"""Raised whenever the terms of a text change, so that an index built before is built anew."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?", re.UNICODE)
_MARKED = re.compile(rf"{_WORD.pattern}(?:\d?\++)?", re.UNICODE)
_UNREAD = re.compile("[\ud800-\udfff]")
"""What Python makes of a byte that is no UTF-8, and halves of characters."""
_VOWEL_PAIRS = re.compile(r"a[ae]+|[ou]e+")
_PLAIN = str.maketrans({"æ": "a", "ø": "o", "ł": "l", "ß": "ss", "ð": "d", "þ": "th", "œ": "o", "’": "'"})


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Lower-case letters without diacritics; `ae`, `aa`, `oe`, `ue` count as the vowel they stand for.

    >>> fold("Lægkramper"), fold("laegkramper"), fold("Wadenkrämpfe"), fold("Wadenkraempfe")
    ('lagkramper', 'lagkramper', 'wadenkrampfe', 'wadenkrampfe')
    """
    plain = word.lower().translate(_PLAIN)
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return _VOWEL_PAIRS.sub(lambda pair: pair.group()[0], plain)


def words(text: str) -> list[str]:
    """The words and numbers of a text in order, lower case, hyphens and punctuation gone."""
    return [word.lower() for word in spelt_words(text)]


def spelt_words(text: str) -> list[str]:
    """The words of a text in order, as they were typed."""
    return _WORD.findall(text if text.isascii() else unicodedata.normalize("NFKC", text))


def marked_words(text: str) -> list[str]:
    """The words of a text as `spelt_words` gives them, with the sign of a charge kept: `K+`, `Ca2+`."""
    return _MARKED.findall(text if text.isascii() else unicodedata.normalize("NFKC", text))


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(load_language(language).stemmer)


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """The folded stem of a lower-case word in a language."""
    return fold(_stemmer(language).stemWord(word))


@cache
def stop_words(language: str) -> frozenset[str]:
    """The folded words of a language that no search counts."""
    return frozenset(fold(word) for word in load_language(language).stop_words)


@lru_cache(maxsize=100_000)
def _term(word: str, language: str) -> str:
    """What a lower-case word counts as; empty where it does not count."""
    counts = fold(word) not in stop_words(language) and (len(word) > 1 or word.isdigit())
    return stem(word, language) if counts else ""


def terms(text: str, language: str) -> list[str]:
    """The terms of a text: folded stems in order, without stop words and single letters."""
    return [term for word in words(text) if (term := _term(word, language))]


def readable(text: str) -> str:
    """A text that was typed or piped in another encoding than UTF-8, with its letters as Western Europe has them."""

    def letter(found: re.Match[str]) -> str:
        byte = ord(found.group()) - 0xDC00
        return bytes([byte]).decode("cp1252", "replace") if 0x80 <= byte <= 0xFF else "\N{REPLACEMENT CHARACTER}"

    return _UNREAD.sub(letter, text)
