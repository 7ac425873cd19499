"""Measured values that no adult should have while awake: breathing, pulse, pressure, oxygen, temperature, and so on.

Values of the laboratory and a low blood pressure have a second limit: from there on they are danger in somebody who has
a sign that goes with them, such as a fever with hardly any neutrophils, or a pulse of 130 with a pressure of 85.

The names of the signs, with the abbreviations used on wards, are words of danger like any other (`SIGNS`, in
`danger.yaml`); here a name and the number that belongs to it are brought together. An abbreviation may name two signs
(RR is a rate of breathing in one country and a pressure in another): the value tells them apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import NamedTuple

from bot.safety.vocabulary import Hit, Word

VITAL, COMPARED, USUAL, FEVER = "vital", "compared", "usual_value", "fever"
"""Categories of a value: of danger and measured ("breathing rate 6"), of danger and named as a limit ("breathing rate
under 8"), as healthy people have it ("breathing rate 14"), and of a fever that is no danger by itself."""
IF_INFECTED, IF_BLEEDING, IF_UNWELL = "grave_if_infected", "grave_if_bleeding", "grave_if_unwell"
"""Categories of a value of the laboratory that is danger beside a sign of the kind named."""
IF_SHOCKED = "grave_if_shocked"
"""Category of a low blood pressure that is danger beside any second sign that the circulation fails."""
SECOND = "second_sign"
"""Category of a measured value that shows with a low blood pressure that the circulation fails."""
LEAST_FEVER, HIGHEST_FEVER = 38.5, 43
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
    "mean_pressure": Limits(20, 49, NEVER, NEVER, (65, 110)),
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
    "sodium": Limits(90, 114, 170, 200),
    "calcium": Limits(NEVER, NEVER, 3.6, 6),
    "digoxin": Limits(NEVER, NEVER, 4.5, 20),
    "ck": Limits(NEVER, NEVER, 10_000, 2_000_000),
    "blood_ph": Limits(6.5, 7.15, NEVER, NEVER),
    "ketones": Limits(NEVER, NEVER, 5, 20),
    "methaemoglobin": Limits(NEVER, NEVER, 25, 90),
    "bicarbonate": Limits(NEVER, NEVER, NEVER, NEVER),
    "ammonia": Limits(NEVER, NEVER, NEVER, NEVER),
    "platelets": Limits(NEVER, NEVER, NEVER, NEVER),
    "neutrophils": Limits(NEVER, NEVER, NEVER, NEVER),
    "leukocytes": Limits(NEVER, NEVER, NEVER, NEVER),
}
"""Breaths and beats a minute, systolic and mean pressure in mmHg, saturation in per cent, degrees Celsius, Glasgow Coma
Scale, glucose in mmol/l. The limits follow the highest score of NEWS2 (Royal College of Physicians, 2017), a breathing
rate of 8 or less among them, or lie beyond it: slow pulses, low pressures and fever are asked about every day. A
Glasgow score of 12 or less is at least a moderate loss of consciousness, a glucose under 2.5 mmol/l a severe lack of
sugar. Lithium and potassium in mmol/l, an INR, and the width of the QRS complex in ms lie beyond what is asked about
every day. From 5 mmol/l on, lactate in blood that has turned sour is lactic acidosis. Sodium and total calcium in
mmol/l, digoxin in nmol/l or µg/l, creatine kinase in U/l, ketones in mmol/l, methaemoglobin in per cent: each far
beyond the limit from which a severe disturbance is spoken of (sodium below 120, calcium above 3.5 mmol/l, ten thousand
units of creatine kinase). Counts of cells alone are no danger: chemotherapy brings them down as a matter of course."""
GRAVE: Mapping[str, tuple[Limits, str]] = {
    "neutrophils": (Limits(0, 0.5, NEVER, NEVER), IF_INFECTED),
    "leukocytes": (Limits(0, 1.0, NEVER, NEVER), IF_INFECTED),
    "platelets": (Limits(0, 30, NEVER, NEVER), IF_BLEEDING),
    "inr": (Limits(NEVER, NEVER, 5, 30), IF_BLEEDING),
    "sodium": (Limits(90, 120, 160, 200), IF_UNWELL),
    "potassium": (Limits(1, 2.5, 6.2, 12), IF_UNWELL),
    "calcium": (Limits(NEVER, NEVER, 3.4, 6), IF_UNWELL),
    "lithium": (Limits(NEVER, NEVER, 1.8, 12), IF_UNWELL),
    "digoxin": (Limits(NEVER, NEVER, 2.6, 20), IF_UNWELL),
    "ck": (Limits(NEVER, NEVER, 5_000, 2_000_000), IF_UNWELL),
    "blood_ph": (Limits(6.5, 7.2, NEVER, NEVER), IF_UNWELL),
    "bicarbonate": (Limits(1, 8, NEVER, NEVER), IF_UNWELL),
    "ketones": (Limits(NEVER, NEVER, 3, 20), IF_UNWELL),
    "ammonia": (Limits(NEVER, NEVER, 100, 2_000), IF_UNWELL),
    "methaemoglobin": (Limits(NEVER, NEVER, 15, 90), IF_UNWELL),
    "glucose": (Limits(NEVER, NEVER, 33, 54), IF_UNWELL),
    "pressure": (Limits(20, 90, NEVER, NEVER), IF_SHOCKED),
    "mean_pressure": (Limits(20, 60, NEVER, NEVER), IF_SHOCKED),
}
"""Values that are danger beside a sign: cells in 10⁹/l, bicarbonate in mmol/l, ammonia in µmol/l, glucose in mmol/l
(600 mg/dl and more are read as mg/dl), pressures in mmHg."""
SECOND_SIGNS: Mapping[str, Limits] = {
    "breaths": Limits(0, 8, 25, 80),
    "pulse": Limits(10, 44, 120, 300),
    "oxygen": Limits(30, 91, NEVER, NEVER),
    "temperature": Limits(26, 35, NEVER, NEVER),
    "consciousness": Limits(3, 14, NEVER, NEVER),
    "lactate": Limits(NEVER, NEVER, 2.5, 40),
}
"""Values that are none of danger alone: with a low pressure each of them tells of shock. From NEWS2, as are the limits
of a low pressure, but for a pulse and a lactate that infection and medicines bring every day."""
LABORATORY = frozenset({
    "platelets", "neutrophils", "leukocytes", "sodium", "calcium", "digoxin", "ck", "blood_ph", "bicarbonate",
    "ketones", "ammonia", "methaemoglobin",
})
"""Signs whose value may have any unit of the laboratory behind it."""
GLUCOSE_MG_DL = Limits(10, 44, NEVER, NEVER)
LEVELS = frozenset({"lithium", "potassium", "calcium", "digoxin"})
"""Signs named like a medicine: only a decimal number after one is a level, and no dose."""
LABORATORY_UNITS = frozenset({"mmol", "ms", "meq"})
UNITS_OF_ANY_VALUE = frozenset({*LABORATORY_UNITS, "nmol", "umol", "μmol", "x", "u", "iu", "ie", "e"})
VOLUMES = frozenset({"l", "dl", "ml"})
"""Behind a unit of weight: the number before is a concentration and no dose."""
IN_PARTS = frozenset({"temperature", "degrees", "glucose", "inr", "lactate", *LEVELS, *LABORATORY} - {"sodium"})
"""Signs measured in parts; elsewhere a decimal number is no value (a hazard ratio of 0.35)."""
PER_MICROLITRE, LEAST_ABSOLUTE = 1000, 50
"""What a count of cells a microlitre is divided by; an absolute count from the second on is one."""
UNITS_A_MICROKATAL = 60
MG_DL_IN_MMOL, LEAST_MG_DL = 18, 600
_ONE_DECIMAL = re.compile(r"\d\d[.,]\d")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
PRESSURES = frozenset({"pressure", "mean_pressure"})
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
        found: dict[int, list[Hit]] = {}
        for sign in SIGNS:
            for name in self._named[sign]:
                at = self._number_of(name, places)
                if at is None or at in found:
                    continue
                if categories := self._categories(name, at, places):
                    found[at] = [self._from_name_to_number(category, name, at) for category in categories]
        told = [hit for hits in found.values() for hit in hits]
        bare = self._bare_temperatures(found) if any(hit.category in (IF_SHOCKED, IF_INFECTED) for hit in told) else ()
        return [*told, *self._off_the_scale(), *bare]

    def _bare_temperatures(self, taken: Iterable[int]) -> Iterator[Hit]:
        """Fevers told as a number alone, "39.8, BT 82/40": only beside a value of danger is such a number one."""
        others = {*taken, *(hit.end for hit in self._named["value_name"])}
        for at, word in enumerate(self._words):
            alone = at not in others and not self._has_unit(at) and not word.is_share
            if alone and _ONE_DECIMAL.fullmatch(word.text) and LEAST_FEVER <= (number(word.text) or 0) < HIGHEST_FEVER:
                yield Hit(FEVER, at, at + 1, word.clause, word.sentence, word.text)

    def _off_the_scale(self) -> Iterator[Hit]:
        """Values of the blood's clotting that are told to be beyond what can be measured."""
        for sign, (_, category) in GRAVE.items():
            if category != IF_BLEEDING:
                continue
            for name, beyond in product(self._named[sign], self._named["off_scale"]):
                if name.sentence == beyond.sentence and 0 <= beyond.start - name.end < GAP:
                    said = f"{name.words} {beyond.words}"
                    yield Hit(category, name.start, beyond.end, name.clause, name.sentence, said)

    def _from_name_to_number(self, category: str, name: Hit, at: int) -> Hit:
        word, first, end = self._words[at], min(name.start, at), max(at + 1, name.end)
        return Hit(category, first, end, word.clause, word.sentence, " ".join(w.text for w in self._words[first:end]))

    def _categories(self, name: Hit, at: int, places: _Places) -> list[str]:
        """The categories of the value at a place; none where it shows nothing, or is no such value."""
        limits, written = SIGNS[name.category], self._words[at].text
        limited = not places.limits.isdisjoint(range(min(name.start, at), at))
        grave = not (limited and name.category in PRESSURES) and self._is_grave(name, at, places)
        beside = [GRAVE[name.category][1]] if grave else []
        if self._is_dangerous(name, at, places):
            return [COMPARED, *beside] if limited else [VITAL]
        if beside:
            return beside
        if at not in places.few and limits.are_usual(number(written.split("/")[0]) or 0):
            return [USUAL]
        if name.category in ("temperature", "degrees") and LEAST_FEVER <= (number(written) or 0) < limits.high:
            return [FEVER]
        return [SECOND] if not limited and self._is_second_sign(name, at, places) else []

    def _is_second_sign(self, name: Hit, at: int, places: _Places) -> bool:
        """Whether the value at a place shows with a low pressure that the circulation fails."""
        if name.category not in SECOND_SIGNS or at in places.few or self._is_no_value(name, at, places.rates):
            return False
        value = number(self._words[at].text)
        parts = _has_parts(self._words[at].text) and name.category not in IN_PARTS
        return value is not None and not parts and SECOND_SIGNS[name.category].show_danger(value)

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
        if name.category in PRESSURES:
            return self._is_pressure_of(name, at, SIGNS[name.category])
        if lower or (_has_parts(upper) and name.category not in IN_PARTS):
            return False
        if name.category == "glucose" and [word.text for word in self._words[at + 1 : at + 3]] == ["mg", "dl"]:
            return GLUCOSE_MG_DL.show_danger(value)
        if name.category in LABORATORY:
            value = self._in_usual_unit(name, at) or 0
        return not self._is_no_value(name, at, places.rates) and SIGNS[name.category].show_danger(value)

    def _is_grave(self, name: Hit, at: int, places: _Places) -> bool:
        """Whether the value at a place is danger beside a sign that goes with it."""
        if name.category in PRESSURES:
            return self._is_pressure_of(name, at, GRAVE[name.category][0])
        if name.category not in GRAVE or self._is_no_value(name, at, places.rates):
            return False
        value = self._in_usual_unit(name, at)
        return value is not None and GRAVE[name.category][0].show_danger(value)

    def _in_usual_unit(self, name: Hit, at: int) -> float | None:
        """The value at a place in the unit of the limits, however it is written; None where it is none."""
        written = self._words[at].text
        if name.category in ("ck", "platelets") and _THOUSANDS.fullmatch(written):
            written = re.sub(r"\D", "", written)
        value = number(written)
        if value is None:
            return None
        match name.category:
            case "ck":
                return self._in_units(value, at)
            case "glucose" if value >= LEAST_MG_DL:
                return value / MG_DL_IN_MMOL
            case "platelets" | "neutrophils" | "leukocytes" if self._is_counted_a_microlitre(name, at, value):
                return value / PER_MICROLITRE
            case "blood_ph" if len(re.sub(r"^\d+\D?", "", written)) < len("08"):
                return None  # of urine or of a solution: that of blood is told to two places
        return value

    def _is_counted_a_microlitre(self, name: Hit, at: int, value: float) -> bool:
        """Whether cells are counted a microlitre: by the unit, or because there would be too many."""
        absolute = self._words[name.start].text == "anc" and value >= LEAST_ABSOLUTE
        return absolute or value >= PER_MICROLITRE or not self._places("cells").isdisjoint((at + 1, at + 2))

    def _in_units(self, value: float, at: int) -> float:
        """Of an enzyme: "42 000", "55 thousand", "700 µkat/l"."""
        behind = self._words[at + 1].text if at + 1 < len(self._words) else ""
        if at + 1 in self._places("thousand"):
            return value * 1000
        if behind.isdecimal() and len(behind) == len("000") and value < 1000:
            return value * 1000 + int(behind)
        return value * UNITS_A_MICROKATAL if behind.endswith("kat") else value

    def _is_no_value(self, name: Hit, at: int, rates: set[int]) -> bool:
        """Whether the number is a time, a dose, or the "8 puffs" of an inhaler, and no value of the sign named."""
        rate = not rates.isdisjoint((at + 1, at + 2, at + 3))
        if self._has_unit(at) and not rate and not self._is_unit_of(name, at + 1):
            return True
        if self._words[at].is_share and name.category in GRAVE and name.category != "methaemoglobin":
            return True
        if name.category in LEVELS and not _has_parts(self._words[at].text):
            return True
        return name.category == "breaths" and at < name.end and not rate

    def _has_unit(self, at: int) -> bool:
        """Whether a unit of time or dose stands behind the number: in "SBP 82, HR 130" hr is none."""
        return at + 1 in self._measured and self._words[at + 1].clause == self._words[at].clause

    def _is_unit_of(self, name: Hit, at: int) -> bool:
        """Whether the unit at a place is one of the laboratory's, and none of a dose or a time."""
        unit, behind = self._words[at].text, self._words[at + 1].text if at + 1 < len(self._words) else ""
        if name.category in LABORATORY:
            return unit in UNITS_OF_ANY_VALUE or behind in VOLUMES
        return unit in LABORATORY_UNITS

    def _is_pressure_of(self, name: Hit, at: int, limits: Limits) -> bool:
        """Whether the number at a place is a pressure within the limits of danger, with its lower half or without."""
        upper, *lower = self._words[at].text.split("/")
        systolic, diastolic = number(upper), number(lower[0]) if lower else None
        if systolic is None or len(lower) > 1 or lower and diastolic is None:
            return False
        if diastolic is not None:
            return name.category == "pressure" and diastolic < systolic and limits.show_danger(systolic)
        shared = any(other.start == name.start for other in self._named["breaths"])
        called = not self._places("systolic").isdisjoint((at - 1, at + 1, name.start))
        if shared and not called or self._has_unit(at):
            return False
        return systolic >= LOWEST_SYSTOLIC and limits.show_danger(systolic)


def _has_parts(written: str) -> bool:
    """Whether it is a decimal number: 3,5 or 3.5."""
    return "." in written or "," in written


def number(written: str) -> float | None:
    """The value of a number as people type it, 3,5 or 3.5; None where it is none that can be read."""
    try:
        return float(written.replace(",", "."))
    except ValueError:
        return None
