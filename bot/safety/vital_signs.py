"""Measured values that no adult should have while awake: breathing, pulse, pressure, oxygen, temperature, and so on.

The names of the signs, with the abbreviations used on wards, are words of danger like any other (`SIGNS`, in
`danger.yaml`); here a name and the number that belongs to it are brought together. An abbreviation may name two signs
(RR is a rate of breathing in one country and a pressure in another): the value tells them apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bot.safety.vocabulary import Hit, Word

VITAL, COMPARED, USUAL, FEVER = "vital", "compared", "usual_value", "fever"
"""Categories of a value: of danger and measured ("breathing rate 6"), of danger and named as a limit ("breathing rate
under 8"), as healthy people have it ("breathing rate 14"), and of a fever that is no danger by itself."""
LEAST_FEVER = 38.5
GAP = 4
"""So many words may stand between a name and its number: "breathing is now down to 6"."""


class Limits(NamedTuple):
    """Values of danger lie from `lowest` to `low` or from `high` to `highest`; others are harmless or no such value."""

    lowest: float
    low: float
    high: float
    highest: float
    usual: tuple[float, float] | None = None
    """From and to which value nobody worries."""

    def show_danger(self, value: float) -> bool:
        """Whether a value of the sign is one of danger."""
        return self.lowest <= value <= self.low or self.high <= value <= self.highest

    def are_usual(self, value: float) -> bool:
        """Whether it is as healthy people have it."""
        return self.usual is not None and self.usual[0] <= value <= self.usual[1]


NEVER = 1e9
SIGNS: Mapping[str, Limits] = {
    "breaths": Limits(0, 8, 45, 80, (10, 22)),
    "pulse": Limits(10, 39, 170, 300, (50, 105)),
    "pressure": Limits(20, 79, 230, 300, (100, 160)),
    "oxygen": Limits(30, 85, NEVER, NEVER, (93, 100)),
    "temperature": Limits(26, 31.9, 41, 45, (36, 38)),
    "degrees": Limits(NEVER, NEVER, 41, 44),
    "consciousness": Limits(3, 12, NEVER, NEVER, (15, 15)),
    "glucose": Limits(0.1, 2.4, NEVER, NEVER),
    "lithium": Limits(NEVER, NEVER, 2.5, 12),
    "potassium": Limits(1, 2.2, 6.8, 12),
    "inr": Limits(NEVER, NEVER, 9, 30),
    "qrs": Limits(NEVER, NEVER, 160, 400),
    "lactate": Limits(NEVER, NEVER, 5, 40),
}
"""Breaths and beats a minute, systolic pressure in mmHg, saturation in per cent, degrees Celsius, Glasgow Coma Scale,
glucose in mmol/l. The limits follow the highest score of NEWS2 (Royal College of Physicians, 2017), a breathing rate of
8 or less among them, or lie beyond it: slow pulses, low pressures and fever are asked about every day. A Glasgow score
of 12 or less is at least a moderate loss of consciousness, a glucose under 2.5 mmol/l a severe lack of sugar. Lithium
and potassium in mmol/l, an INR, and the width of the QRS complex in ms lie beyond what is asked about every day. From
5 mmol/l on, lactate in blood that has turned sour is lactic acidosis."""
GLUCOSE_MG_DL = Limits(10, 44, NEVER, NEVER)
LEVELS = frozenset({"lithium", "potassium"})
"""Signs named like a medicine: only a decimal number after one is a level, and no dose."""
LABORATORY_UNITS = frozenset({"mmol", "ms", "meq"})
IN_PARTS = frozenset({"temperature", "degrees", "glucose", "inr", "lactate", *LEVELS})
"""Signs measured in parts; elsewhere a decimal number is no value (a hazard ratio of 0.35)."""
LOWEST_SYSTOLIC = 40
"""A number below this after a name shared with breathing (RR) is no pressure; nor is any without its lower half."""


class _Places(NamedTuple):
    """Where words stand that say what the numbers about them are."""

    rates: set[int]
    """So many a minute."""
    limits: set[int]
    """Limits, "under" or "at most": their values are named and were not measured."""
    reads: set[int]
    """What may stand between a name and its number: "is now about", and limits."""
    few: set[int]
    """A small number in words, with "a minute" behind it."""


class VitalSigns:
    """The names of signs in a message, whatever the language, and the numbers that belong to them."""

    def __init__(self, words: list[Word], hits: Iterable[Hit], measured: frozenset[int]) -> None:
        """`measured` are the places of units: a number before one of time or dose is no value of a sign."""
        self._words = words
        self._measured = measured
        self._named: dict[str, list[Hit]] = defaultdict(list)
        for hit in hits:
            self._named[hit.category].append(hit)

    def _places(self, category: str) -> set[int]:
        return {at for hit in self._named[category] for at in range(hit.start, hit.end)}

    def values(self) -> list[Hit]:
        """The values of danger and the usual ones, each as a hit from the name to the number."""
        if not any(self._named[sign] for sign in SIGNS):
            return []
        rates, limits = self._places("per_minute"), self._places("limit")
        few = {at for at in self._places("few") if not rates.isdisjoint(range(at + 1, at + 4))}
        places = _Places(rates, limits, self._places("reads") | limits, few)
        found: dict[int, Hit] = {}
        for sign in SIGNS:
            for name in self._named[sign]:
                at = self._number_of(name, places)
                if at is None or at in found:
                    continue
                category = self._category(name, at, places)
                if category is not None:
                    found[at] = self._from_name_to_number(category, name, at)
        return list(found.values())

    def _from_name_to_number(self, category: str, name: Hit, at: int) -> Hit:
        word, first, end = self._words[at], min(name.start, at), max(at + 1, name.end)
        return Hit(category, first, end, word.clause, word.sentence, " ".join(w.text for w in self._words[first:end]))

    def _category(self, name: Hit, at: int, places: _Places) -> str | None:
        """The category of the value at a place; None where it is neither of danger nor usual, or no such value."""
        limits, written = SIGNS[name.category], self._words[at].text
        if self._is_dangerous(name, at, places):
            return VITAL if places.limits.isdisjoint(range(min(name.start, at), at)) else COMPARED
        if at not in places.few and limits.are_usual(number(written.split("/")[0]) or 0):
            return USUAL
        if name.category == "temperature" and LEAST_FEVER <= (number(written) or 0) < limits.high:
            return FEVER
        return None

    def _number_of(self, name: Hit, places: _Places) -> int | None:
        """The place of the number in the phrase, or after it with nothing but "is now about" between."""
        for at in range(name.start, min(name.end + GAP + 1, len(self._words))):
            word = self._words[at]
            if word.sentence != name.sentence:
                return None
            if word.is_number or (at >= name.end and at in places.few):
                return at
            if at >= name.end and at not in places.reads:
                break
        return self._rate_in_clause(name, places.rates)

    def _rate_in_clause(self, name: Hit, rates: set[int]) -> int | None:
        """The only number of the name's clause that is told to be so many a minute, wherever it stands behind it."""
        if name.category not in ("breaths", "pulse"):
            return None
        places = [
            at
            for at in range(name.end, len(self._words))
            if self._words[at].clause == name.clause and self._words[at].is_number
            and not rates.isdisjoint((at + 1, at + 2))
        ]
        return places[0] if len(places) == 1 else None

    def _is_dangerous(self, name: Hit, at: int, places: _Places) -> bool:
        """Whether the value at a place is one of danger; in words, only breaths are ever so few."""
        if at in places.few:
            return name.category == "breaths"
        upper, *lower = self._words[at].text.split("/")
        value = number(upper)
        if value is None or len(lower) > 1:
            return False
        if name.category == "pressure":
            return self._is_dangerous_pressure(name, at, value, number(lower[0]) if lower else None)
        if lower or (_has_parts(upper) and name.category not in IN_PARTS):
            return False
        if name.category == "glucose" and [word.text for word in self._words[at + 1 : at + 3]] == ["mg", "dl"]:
            return GLUCOSE_MG_DL.show_danger(value)
        return not self._is_no_value(name, at, places.rates) and SIGNS[name.category].show_danger(value)

    def _is_no_value(self, name: Hit, at: int, rates: set[int]) -> bool:
        """Whether the number is a time, a dose, or the "8 puffs" of an inhaler, and no value of the sign named."""
        rate = not rates.isdisjoint((at + 1, at + 2, at + 3))
        if at + 1 in self._measured and not rate and self._words[at + 1].text not in LABORATORY_UNITS:
            return True
        if name.category in LEVELS and not _has_parts(self._words[at].text):
            return True
        return name.category == "breaths" and at < name.end and not rate

    def _is_dangerous_pressure(self, name: Hit, at: int, systolic: float, diastolic: float | None) -> bool:
        if diastolic is not None:
            return diastolic < systolic and SIGNS["pressure"].show_danger(systolic)
        shared = any(other.start == name.start for other in self._named["breaths"])
        called = not self._places("systolic").isdisjoint((at - 1, at + 1, name.start))
        if shared and not called or at + 1 in self._measured:
            return False
        return systolic >= LOWEST_SYSTOLIC and SIGNS["pressure"].show_danger(systolic)


def _has_parts(written: str) -> bool:
    """Whether it is a decimal number: 3,5 or 3.5."""
    return "." in written or "," in written


def number(written: str) -> float | None:
    """The value of a number as people type it, 3,5 or 3.5; None where it is none that can be read."""
    try:
        return float(written.replace(",", "."))
    except ValueError:
        return None
