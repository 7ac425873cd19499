"""Small cuts that outcomes, arms and populations share: trimming words off the ends of a span, masking brackets."""

from __future__ import annotations

import re

from knowledge.sources.extraction.models import Place, Words
from knowledge.sources.extraction.sentences import brackets

EDGES = " \t\n,;:.-/'\""


def masked(text: str) -> str:
    """The text with the contents of its brackets blanked, as long as it was."""
    letters = list(text)
    for bracket in brackets(text, Place(start=0, end=len(text))):
        letters[bracket.start : bracket.end] = " " * (bracket.end - bracket.start)
    return "".join(letters)


def trimmed(
    text: str, place: Place, first: re.Pattern[str] | None = None, last: re.Pattern[str] | None = None
) -> Place:
    """The place without white space and punctuation at its ends, nor any words of `first` or `last` there."""
    start, end = place.start, place.end
    before = None
    while start < end and (start, end) != before:
        before = (start, end)
        while start < end and text[start] in EDGES + ")]":
            start += 1
        while start < end and text[end - 1] in EDGES + "([":
            end -= 1
        # "add-on" and "vitamin A" keep their last word: what is cut off stands free.
        start = _after_first(text, start, end, first) if first else start
        end = _before_last(text, start, end, last) if last else end
    return Place(start=start, end=max(start, end))


def _after_first(text: str, start: int, end: int, first: re.Pattern[str]) -> int:
    """Where a place starts without a word of `first`."""
    match = first.match(text, start, end)
    return match.end() if match and text[match.end() : match.end() + 1] != "-" else start


def _before_last(text: str, start: int, end: int, last: re.Pattern[str]) -> int:
    """Where a place ends without a word of `last`."""
    match = next((m for m in last.finditer(text, max(start, end - 40), end) if m.end() == end), None)
    is_free = match is not None and (match.start() == start or text[match.start() - 1].isspace())
    return match.start() if match and is_free else end


def words_at(source: str, place: Place) -> Words | None:
    """The words of a place in the source; None where there is no letter."""
    text = re.sub(r"\s+", " ", place.of(source))
    return Words(text=text, place=place) if any(letter.isalpha() for letter in text) else None


def stems_of(text: str) -> frozenset[str]:
    """The words of a text, cut so that singular and plural meet; words of two letters are left out."""
    return frozenset(word[:6].rstrip("s") for word in re.findall(r"[^\W\d_]{3,}", text.lower()))
