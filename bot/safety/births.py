"""Recognising birth dates: a date beside a word for born, and six digits that are a date beside a name or a patient."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from knowledge.languages.identity import all_identity_words, alternatives

Span = tuple[int, int]
_END = r"(?![\w-]|[./]\d)"
_SIX = re.compile(r"(?<![\w.,+/-])(?:(\d\d)(\d\d)(\d\d)|(\d\d) (\d\d) (\d\d))(?![\w+/-]|[.,]\d| ?\d)")
_OLDEST = 1880
RECENT_YEARS = 3
"""A full date this young is more often that of an event than of a birth, if no word says so."""
ADULT_YEARS = 18


def is_date(day: int, month: int, year: int | None = None) -> bool:
    """Whether it is a day of the calendar, in a year somebody alive can be born in."""
    try:
        date(year if year is not None else 2000, month, day)
    except ValueError:
        return False
    return year is None or _OLDEST <= year <= date.today().year + 1


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A date after a word for born, before one, a date alone, a word for born alone."""
    words = all_identity_words()
    months = alternatives(words.months)
    day = (
        r"(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:1[89]|20)?\d\d|\d{1,2}[ ./-]\d{1,2}\.? (?:1[89]|20)\d\d"
        r"|(?:1[89]|20)\d\d[./ -]\d{1,2}[./ -]\d{1,2}"
        rf"|\d{{1,2}}(?:\.|st|nd|rd|th|e)?[\s-](?:of\s)?{months}\.?,?[\s-](?:(?:1[89]|20)\d\d|\d\d)"
        rf"|{months}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:1[89]|20)\d\d)"
    )
    born = (
        rf"(?:(?<![\w\[])(?<!\[date of )(?:{alternatives(words.born)}(?![^\W\d_])\.?"
        rf"|{alternatives(words.born_short)}\.?(?=\s?\d)|\*(?=\s?\d)))"
    )
    return (
        re.compile(rf"{born}[^\d\n.!?]{{0,25}}?({day}|\d{{8}}|\d{{6}}|\d\d \d\d \d\d){_END}", re.I),
        re.compile(rf"(?<![\w./-])({day})[\s,()]{{0,3}}(?:[^\W\d]+\s){{0,2}}?{born}", re.I),
        re.compile(rf"(?<![\w./-])({day}){_END}", re.I),
        re.compile(born, re.I),
    )


_DATE_SOON = re.compile(r"[^\n.!?]{0,30}\d")


def birth_dates(text: str) -> Iterator[Span]:
    """Birth dates told by a word for born before or behind them."""
    after, before, _, _ = _patterns()
    for pattern in (after, before):
        for match in pattern.finditer(text):
            yield match.span(1)


def words_for_born(text: str) -> Iterator[Span]:
    """Where a word for born stands with a date behind it."""
    for match in _patterns()[3].finditer(text):
        if _DATE_SOON.match(text, match.end()):
            yield match.span()


class Dated(NamedTuple):
    """A full date that may be of a birth."""

    start: int
    end: int
    recent: bool
    """It is as young as the date of an event."""
    grown_up: bool
    """Somebody born then is grown up; few other dates in a message are so old."""


def dates(text: str) -> Iterator[Dated]:
    """Every full date, whether or not a word says that it is of a birth."""
    this_year = date.today().year
    for match in _patterns()[2].finditer(text):
        full = re.search(r"(?:1[89]|20)\d\d", match.group(1))
        short = re.search(r"\D(\d\d)$", match.group(1))
        year = int(full.group(0)) if full else int(short.group(1)) + 2000 if short else this_year
        year -= 100 if short and not full and year > this_year + 1 else 0
        yield Dated(*match.span(1), recent=year >= this_year - RECENT_YEARS, grown_up=year <= this_year - ADULT_YEARS)


def six_digits(text: str) -> Iterator[Span]:
    """Six digits that are a date, day or year first."""
    for match in _SIX.finditer(text):
        first, month, last = (int(part) for part in (match.groups()[:3] if match.group(1) else match.groups()[3:]))
        if is_date(first, month) or is_date(last, month):
            yield match.span()
