"""A platelet count that has fallen by half under a heparin: the body may have turned against the heparin.

Two counts tell it, the present one and one before, or words: "halved", "down more than 50 %". Which of two is the
present one is told by their order and by the words beside them ("were 240 last week").
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.safety.account import Account
from bot.safety.vital_signs import SIGNS, number
from bot.safety.vocabulary import Hit

LEAST_COUNT, HIGHEST_COUNT = 5, 1000
"""Of platelets in 10⁹/l; other numbers about are days, doses and rooms."""
LEAST_SHARE = 50
"""A fall by so many per cent is one by half."""
LOW_COUNT = 100
"""A count that has fallen below this, from wherever it was, in 10⁹/l."""
BEFORE, BEHIND = 3, 4
"""Words before and behind a number by which it is told to be an old one."""
_YEAR = re.compile(r"(?:19|20)\d\d")


class _Seen(NamedTuple):
    """What any of the likely families of languages shows."""

    accounts: list[Account]

    def hits(self, *categories: str) -> list[Hit]:
        return [hit for account in self.accounts for category in categories for hit in account.by_category[category]]

    def places(self, *categories: str) -> set[int]:
        return {at for hit in self.hits(*categories) for at in range(hit.start, hit.end)}


def falls(accounts: list[Account]) -> list[Hit]:
    """The platelet counts that have fallen by half where a heparin is named."""
    seen = _Seen(accounts)
    if not seen.hits("heparin"):
        return []
    names = {hit.sentence: hit for hit in reversed(seen.hits("platelets"))}
    return [name for name in names.values() if _has_fallen(name, seen)]


def _has_fallen(name: Hit, seen: _Seen) -> bool:
    """Whether the sentence of the name tells of a fall by half, in words or by two counts."""
    words = seen.accounts[0].words
    here = [at for at, word in enumerate(words) if word.sentence == name.sentence]
    if any(_YEAR.fullmatch(words[at].text) for at in here):
        return False
    if any(hit.clause == name.clause and hit.start >= name.end for hit in seen.hits("halved")):
        return True
    counts = _counts(name, here, seen)
    if len(counts) > 1 and _is_half(counts[0], counts[1], seen):
        return True
    return not seen.places("fallen").isdisjoint(here) and _is_far(here, counts, seen)


def _is_far(here: list[int], counts: list[tuple[int, float]], seen: _Seen) -> bool:
    """Whether a fall that the sentence tells of in words is by half, or to a low count."""
    words = seen.accounts[0].words
    shares = [number(words[at].text) or 0 for at in here if words[at].is_share]
    return max(shares, default=0) >= LEAST_SHARE or 0 < max((count for _, count in counts), default=0) <= LOW_COUNT


def _is_half(first: tuple[int, float], second: tuple[int, float], seen: _Seen) -> bool:
    """Whether of two counts the present one is at most half the old one."""
    (at, one), (behind, other) = first, second
    second_is_old = _is_old(behind, at, seen) and not _is_old(at, -1, seen)
    old, new = (other, one) if second_is_old else (one, other)
    return 2 * new <= old


def _counts(name: Hit, here: list[int], seen: _Seen) -> list[tuple[int, float]]:
    """Where the platelet counts of the sentence stand, and how much they are: those behind the name, if there are."""
    words, taken = seen.accounts[0].words, _places_of_other_numbers(name, seen)
    read = [(at, number(words[at].text) or 0.0) for at in here if words[at].is_number and at not in taken]
    found = [
        (at, value)
        for at, value in read
        if LEAST_COUNT <= value <= HIGHEST_COUNT and value.is_integer() and not words[at].is_share
    ]
    return [count for count in found if count[0] >= name.end] or found


def _places_of_other_numbers(name: Hit, seen: _Seen) -> set[int]:
    """Places whose number is a dose, a day, a limit or the value of something else."""
    measured = seen.accounts[0].numbers.measured
    named = {hit.end for hit in seen.hits(*(sign for sign in SIGNS if sign != name.category), "value_name")}
    behind = {at + 1 for at in (*seen.places("heparin", "medicine", "limit", "clock"), *measured)}
    return named - {hit.end for hit in seen.hits(name.category)} | behind | {at - 1 for at in measured}


def _is_old(at: int, other: int, seen: _Seen) -> bool:
    """Whether words beside the number at a place tell that it is an old one; those before stand behind the other."""
    words, formerly = seen.accounts[0].words, seen.places("formerly", "past")
    behind = range(at + 1, min(at + BEHIND + 1, len(words)))
    near = [*range(max(at - BEFORE, 0, other + 1), at), *(p for p in behind if words[p].clause == words[at].clause)]
    return not formerly.isdisjoint(near)
