"""What the model of danger looks at in a message, apart from its meaning: named traits, and pieces of its words.

Traits are 0 or 1: which categories of `bot.safety.vocabulary` occur, which of them are told as real and recent, what
stands in one sentence with something taken, the shape of the message, and whether the rules of `bot.safety.danger` see
an emergency. Pieces are all runs of three to five letters of a word, hashed into `BUCKETS` numbers, so that endings,
compounds and misspellings need no list.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import product
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.safety.account import INTAKES, Account
from bot.safety.reading import Reading
from bot.safety.vital_signs import SIGNS, USUAL, VITAL
from bot.safety.vocabulary import CATEGORIES, Word

Values = NDArray[np.float32]

WITHOUT_WEIGHT = frozenset({
    *SIGNS, "common", "unhelped", "harmless", "roused", "no_event", "systolic", "reads", "per_minute", "few", "limit",
    "value_name", "detached_skin", "raw_mucosa", "hands_and_feet", "thousand", "cells", "infected", "bleeding",
    "unwell", "off_scale", "reported", "heparin", "fallen", "halved", "formerly", "clock", "weary", "farewell",
    "deliberate", "joins", "shocked", "low_pressure", "stiff_as_wood", "harmless_bruise", "empty_box", "emptied_early",
    "how_often",
})
"""Categories that the rules alone use."""
OCCURRING = tuple(category for category in CATEGORIES if category not in WITHOUT_WEIGHT)
REAL = (
    "swallowed", "took", "ate", "given", "overdose_event", "overdose_noun", "excess", "error", "toxic", "critical",
    "worry", "self_harm",
)  # fmt: skip
BESIDE_INTAKE = (
    "just_now", "excess", "error", "many", "medicine", "toxic", "child", "person", "subject", "own", "worry",
    "unknown_amount", "knowledge", "hypothetical", "past", "therapeutic", "generic", "negation", "food", "dispensed",
)  # fmt: skip
TOGETHER = (("error", "just_now"), ("person", "just_now"), ("child", "toxic"))
SHAPES = (
    "ends with a question mark", "a question mark", "an exclamation mark", "a number", "capitals", "under 6 words",
    "over 20 words", "over 40 words", "several sentences", "over 4 sentences",
)  # fmt: skip
JUDGED = (
    "a measured value of danger", "a measured value that is usual",
    "intake, no question of knowledge", "intake, just now", "intake, child",
    "critical, no question of knowledge", "an error that did no harm", "an invented case", "the rules see an emergency",
)  # fmt: skip
TRAITS: tuple[str, ...] = (
    *OCCURRING,
    *(f"{category} told as real" for category in REAL),
    *(f"{category} beside an intake" for category in BESIDE_INTAKE),
    *(f"{one} and {other}" for one, other in TOGETHER),
    *JUDGED,
    *SHAPES,
)
"""Names of the traits, in the order of `traits`."""

BUCKETS = 2**15
PIECES = range(3, 6)
"""Lengths of the pieces of words."""


class _Seen(NamedTuple):
    """The categories that any likely family of languages shows."""

    occurring: set[str]
    real: set[str]
    """Told as real and recent."""
    beside_intake: set[str]


def traits(reading: Reading, *, urgent_by_rules: bool) -> Values:
    """The traits of a message; one that any likely family of languages shows is shown."""
    seen = _seen(reading.accounts)
    shown = [
        *(category in seen.occurring for category in OCCURRING),
        *(category in seen.real for category in REAL),
        *(category in seen.beside_intake for category in BESIDE_INTAKE),
        *(seen.occurring.issuperset(both) for both in TOGETHER),
        *_judged(reading.accounts, seen.occurring, urgent_by_rules=urgent_by_rules),
        *_shape(reading),
    ]
    return np.array(shown, dtype=np.float32)


def _seen(accounts: list[Account]) -> _Seen:
    occurring = {category for account in accounts for category in OCCURRING if account.by_category[category]}
    real: set[str] = set()
    beside: set[str] = set()
    for account in accounts:
        valid = {category: account.valid(category) for category in REAL}
        real.update(category for category, hits in valid.items() if hits)
        intakes = [hit for category in INTAKES for hit in valid[category]]
        beside.update(other for hit, other in product(intakes, BESIDE_INTAKE) if account.near(hit, other))
    return _Seen(occurring, real, beside)


def _judged(accounts: list[Account], occurring: set[str], *, urgent_by_rules: bool) -> tuple[bool, ...]:
    """The traits named in `JUDGED`, in that order."""
    intake = not occurring.isdisjoint(INTAKES)
    knowledge = not occurring.isdisjoint(("knowledge", "generic", "hypothetical"))
    return (
        any(account.valid(VITAL) for account in accounts),
        any(account.by_category[USUAL] for account in accounts),
        intake and not knowledge,
        intake and "just_now" in occurring,
        intake and "child" in occurring,
        "critical" in occurring and not knowledge,
        any(account.is_harmless(fault) for account in accounts for fault in account.by_category["error"]),
        any(account.is_invented(hit) for account in accounts for hit in account.by_category["medicine"]),
        urgent_by_rules,
    )


def _shape(reading: Reading) -> tuple[bool, ...]:
    """The traits named in `SHAPES`, in that order."""
    text, words = reading.text.strip(), reading.words
    sentences = len({word.sentence for word in words})
    return (
        text.endswith("?"),
        "?" in text,
        "!" in text,
        any(word.is_number for word in words),
        text.isupper(),
        len(words) < 6,
        len(words) > 20,
        len(words) > 40,
        sentences > 1,
        sentences > 4,
    )


@lru_cache(maxsize=4096)
def pieces_of(word: str) -> tuple[int, ...]:
    """The numbers of a word's pieces, its beginning and end marked."""
    marked = f" {word} "
    return tuple(
        crc32(marked[at : at + length].encode()) % BUCKETS
        for length in PIECES
        for at in range(max(len(marked) - length, 0) + 1)
    )


def pieces(words: list[Word]) -> tuple[NDArray[np.intp], Values]:
    """Which pieces stand in the words, and how much each weighs; numbers count as one and the same word."""
    counts = Counter(piece for word in words for piece in pieces_of("0" if word.is_number else word.text))
    numbers = np.array(sorted(counts), dtype=np.intp)
    weights = np.array([counts[number] for number in sorted(counts)], dtype=np.float32)
    length = float(np.linalg.norm(weights))
    return numbers, weights / length if length else weights
