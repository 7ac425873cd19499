"""Measured values in a message: what was measured, how much, and the unit as typed.

A name, perhaps with its specimen, then a number within a few words that only link them. A medicine can be an analyte
too: its number is a level only with a unit of concentration, or where the wording says that it was measured. What has
the shape of a value but no known name is given back as not understood; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from bot.reading.denials import in_one_sentence
from bot.reading.fact_words import Found
from knowledge.languages.patterns import Match, longest
from knowledge.terminology.analytes import SPECIMENS, Analyte, Analytes, tidy_unit
from retrieval.ask import Level

FURTHEST = 4
"""Words between a name and its number."""
LONGEST_NUMBER = 9
"""Characters of the longest number that is a value."""
SHORTEST_CODE = 4
"""Digits from which a number behind a hyphen is a part of a name, as those of new medicines have: "BMS-986278"."""
LONGEST_SYMBOL = 2
"""Letters of a chemical symbol, which is typed with a capital: "Mg 0,7" is magnesium, "mg 24" is not."""
_UNIT = re.compile(
    r"\s?((?:[munpkµμ]|mikro|micro|milli|nano|mc)?(?:mol|g|gram|eq|iu|ie|u|kat|ky|iy)\s?/\s?(?:[dmµ]?l|liter|litre|litra|mol|kg|m2)\b"
    r"|10[\^*]?9\s?/\s?l\b|x\s?10[\^*]?9\s?/\s?l\b|ms\b|msek\b|%|°\s?c\b|/min\b|mmhg\b)",
    re.IGNORECASE,
)
_DOSE = re.compile(
    r"\s?(?:m?g|µg|mcg|ug|mikrog\w*|ml|tabl?\w*|tbl|dr|ie|iu|mmol(?!\s?/)|x\s?\d|dd|d\b|stk|år\b|kg|timer|h\b|u(?:ur|ren)?\b|std\b|stunden|tim(?:mar|me|mer)?\b|tuntia?\b|tunnin\b|hours?\b|hrs?\b)",
    re.IGNORECASE,
)
_STRENGTH = re.compile(r"m?g\s?/\s?ml", re.IGNORECASE)


class Levels(NamedTuple):
    """The levels of a message in order, the tokens of their names, and names that were not understood, as typed."""

    known: tuple[Level, ...]
    names: frozenset[int]
    unknown: tuple[str, ...]


def _number_after(found: Found, token: int) -> int | None:
    """The token that holds the number belonging to a name which ends before `token`, if there is one."""
    tokens = found.text.tokens
    for place in range(token, min(token + FURTHEST + 1, len(tokens))):
        if not in_one_sentence(found.text, token - 1, place) and place > token:
            return None
        text = tokens[place].text
        joined = found.text.text[tokens[place - 1].end : tokens[place].start]
        if joined == "-" and text.isdigit() and len(text) >= SHORTEST_CODE:
            return None
        if text[0].isdigit():
            return place if "-" not in text and len(text) <= LONGEST_NUMBER else None
        if text not in found.words.value_words and text not in "<>=":
            return None
    return None


def _unit_after(text: str, end: int) -> str | None:
    match = _UNIT.match(text, end)
    return match.group(1).strip().replace("μ", "µ") if match else None


def _is_glued(found: Found, match: Match, number: int) -> bool:
    """Whether a short name and its number are one word: `K2`, `B6`."""
    before = found.text.tokens[match.last - 1]
    return len(before.text) < 3 and number == match.last and before.end == found.text.tokens[number].start


def _level(found: Found, match: Match, analyte: Analyte) -> tuple[Level, int] | None:
    """The level that stands after a name, with the token of its number."""
    number = _number_after(found, match.last)
    has_specimen = match.first > 0 and found.text.tokens[match.first - 1].text in SPECIMENS
    typed = found.text.text[match.start : match.end]
    is_unit = len(typed) <= LONGEST_SYMBOL and not typed[0].isupper() and not has_specimen
    if number is None or is_unit or _is_glued(found, match, number):
        return None
    token = found.text.tokens[number]
    unit = _unit_after(found.text.text, token.end)
    level = Level(analyte=analyte.id, value=float(token.text.replace("·", ".")), unit=unit)
    if unit is None:
        between = {found.text.tokens[place].text for place in range(match.last, number)}
        is_measured = has_specimen or bool(between & found.words.measured_words)
        may_be_taken = analyte.medicine and not is_measured and typed.casefold() in analyte.full_names
        return None if may_be_taken or _DOSE.match(found.text.text, token.end) else (level, number)
    return (level, number) if _may_be_of(unit, analyte) else None


def _may_be_of(unit: str, analyte: Analyte) -> bool:
    """Whether an analyte can have this unit: any concentration, or one of its own; never the strength of a tablet."""
    known = {tidy_unit(one) for one in analyte.units}
    return not _STRENGTH.fullmatch(unit) and (not known or tidy_unit(unit) in known or "/" in unit)


def _of_medicines(found: Found, taken: set[int]) -> list[tuple[int, Level]]:
    """Levels of medicines that are no analyte of the list: a name, a number, a unit of concentration."""
    levels = []
    for _, last, mention in found.text.mentions:
        number = _number_after(found, last) if mention.kind == "medicine" else None
        if number is None or number in taken:
            continue
        token = found.text.tokens[number]
        unit = _unit_after(found.text.text, token.end)
        if unit and "/" in unit and "kg" not in unit.lower() and "min" not in unit and not _STRENGTH.fullmatch(unit):
            taken.add(number)
            value = float(token.text.replace("·", "."))
            levels.append((number, Level(analyte=mention.concept, value=value, unit=unit)))
    return levels


def _unknown(found: Found, taken: set[int]) -> list[str]:
    """Words before a number with a unit of concentration that nothing was made of."""
    words = []
    mentioned = {place for first, last, _ in found.text.mentions for place in range(first, last)}
    for place, token in enumerate(found.text.tokens):
        if place == 0 or place in taken or not token.text[0].isdigit():
            continue
        unit = _unit_after(found.text.text, token.end)
        before = found.text.tokens[place - 1]
        is_value = unit and "/" in unit and not re.search(r"kg|/min|m2", unit.lower()) and not _STRENGTH.fullmatch(unit)
        if is_value and before.text.isalpha() and place - 1 not in mentioned:
            words.append(found.text.text[before.start : before.end])
    return words


def levels_of(found: Found, analytes: Analytes, language: str, elsewhere: Iterable[int] = ()) -> Levels:
    """Every measured value of a message; `elsewhere` are tokens of numbers that are known to be something else."""
    levels: list[tuple[int, Level]] = []
    taken, named = set(elsewhere), set[int]()
    names = longest(analytes.patterns(language).find(found.text))
    names = [name for name in names if not any(other.holds(name) for other in names)]
    for match in names:
        level = _level(found, match, analytes[match.key])
        if level and level[1] not in taken:
            taken.add(level[1])
            levels.append((level[1], level[0]))
            named.update(range(match.first, match.last))
    levels += _of_medicines(found, taken)
    levels.sort(key=lambda pair: pair[0])
    return Levels(tuple(level for _, level in levels), frozenset(named), tuple(_unknown(found, taken)))
