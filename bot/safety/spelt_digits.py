"""Recognising numbers whose digits are spelt out: "null en null tre fem fire".

Somebody who dictates a number, or wants to get it past a filter, writes its digits as words. Eight digits or more in
one row, in the words of one language, are no dose and no list; five are enough behind the label of a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from knowledge.languages import LANGUAGES
from knowledge.languages.identity import all_identity_words, alternatives, identity_words

Span = tuple[int, int]
FEWEST_DIGITS = 8
FEWEST_LABELLED = 5
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_GAP = re.compile(r"[\s,./-]{1,3}")


@cache
def _values(language: str) -> dict[str, int]:
    """How many digits each number word of a language stands for; a word that repeats the next one adds its own."""
    words = identity_words(language)
    values = {word: 1 for spelt in words.digits.values() for word in spelt}
    values |= dict.fromkeys(words.repeats, 1)
    values |= dict.fromkeys((*words.teens, *words.tens), 2)
    units = [word for digit, spelt in words.digits.items() if digit for word in spelt]
    for ten in words.tens:  # "syttito", "zweiundsiebzig"
        for unit in units:
            values |= dict.fromkeys((ten + unit, *(unit + joint + ten for joint in words.unit_joints)), 2)
    return values


@cache
def _any_word() -> frozenset[str]:
    return frozenset(word for language in LANGUAGES for word in _values(language))


@cache
def _label() -> re.Pattern[str]:
    words = all_identity_words()
    label = alternatives((*words.numbers, *words.phones, *words.born))
    return re.compile(rf"(?<!\w){label}(?:\W+[^\W\d_]{{1,8}})?\W{{0,3}}$", re.I)


def spelt_numbers(text: str) -> Iterator[Span]:
    """Where such numbers stand, figures among the words included, the longest first."""
    tokens = list(_TOKEN.finditer(text))
    if sum(token.group(0).casefold() in _any_word() for token in tokens) < FEWEST_LABELLED - 1:
        return
    found = {span for language in LANGUAGES for span in _in_one_language(text, tokens, _values(language))}
    yield from sorted(found, key=lambda span: (span[0] - span[1], span))


def _in_one_language(text: str, tokens: list[re.Match[str]], values: dict[str, int]) -> Iterator[Span]:
    at = 0
    while at < len(tokens):
        end, digits, spelt = at, 0, 0
        while end < len(tokens) and (end == at or _GAP.fullmatch(text, tokens[end - 1].end(), tokens[end].start())):
            low = tokens[end].group(0).casefold()
            if low not in values and not low.isdigit():
                break
            spelt += low in values
            digits += values.get(low, len(low))
            end += 1
        labelled = digits >= FEWEST_LABELLED and _label().search(text, 0, tokens[at].start()) is not None
        if spelt >= FEWEST_LABELLED - 1 and (digits >= FEWEST_DIGITS or labelled):
            yield tokens[at].start(), tokens[end - 1].end()
        at = max(end, at + 1)
