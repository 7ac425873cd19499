"""Numbers of an ask and of what may be quoted: whether a row holds the value asked about (eGFR 41 in "30-44"), and
whether an amount is asked for and a sentence tells one."""

from __future__ import annotations

import re

from knowledge.documents.units import Unit
from knowledge.languages import LANGUAGES, load_language
from knowledge.languages.analysis import fold, words
from knowledge.sources.extraction.vocabulary import load_vocabulary

RANGE = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)?)(?:\s*[-–]\s*(\d+(?:[.,]\d+)?))?(?![\w.,]*\d)")


CITED = re.compile(r"\(\d+(?:\s*[,-]\s*\d+)*\)")
"""Numbers of references, which tell no amount."""


ABBREVIATION = re.compile(r"\b[a-z]?([A-ZÆØÅÄÖ]{2,}\d*)\b")


def abbreviations_in(text: str) -> frozenset[str]:
    """The abbreviations of a text, which are the same in every language: GFR (also of eGFR), TSH, INR."""
    return frozenset(ABBREVIATION.findall(text))


def asks_amount(text: str, language: str) -> bool:
    """Whether a question asks for a number, a time or a share."""
    plain = f" {' '.join(map(fold, words(text)))} "
    cues = load_language(language).understanding.amounts
    return any(f" {' '.join(map(fold, words(cue)))} " in plain for cue in cues)


def tells_amount(text: str, language: str) -> bool:
    """Whether a sentence tells a number, in figures or in a word; "one" is none."""
    if re.search(r"\d", CITED.sub("", text)):
        return True
    numbers = load_vocabulary(language if language in LANGUAGES else "en").numbers
    return any(numbers.get(word, 1) > 1 for word in words(text))


def fits_row(unit: Unit, question: str) -> bool:
    """Whether a unit is a row whose first range holds a number or a range of the question."""
    first = RANGE.search(unit.text) if unit.columns else None
    if first is None or first[2] is None:
        return False
    low, high = _number(first[1]), _number(first[2])
    return any(low <= start and end <= high for start, end in _ranges(question))


def _ranges(text: str) -> list[tuple[float, float]]:
    return [(_number(match[1]), _number(match[2] or match[1])) for match in RANGE.finditer(text)]


def _number(text: str) -> float:
    return float(text.replace(",", "."))
