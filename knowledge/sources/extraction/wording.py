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
    while start < end:
        before = (start, end)
        while start < end and text[start] in EDGES + ")]":
            start += 1
        while start < end and text[end - 1] in EDGES + "([":
            end -= 1
        # "add-on" and "vitamin A" keep their last word: what is cut off stands free.
        if first and (match := first.match(text, start, end)) and text[match.end() : match.end() + 1] != "-":
            start = match.end()
        if last and (found := [m for m in last.finditer(text, max(start, end - 40), end) if m.end() == end]):
            end = found[0].start() if found[0].start() == start or text[found[0].start() - 1].isspace() else end
        if (start, end) == before:
            break
    return Place(start=start, end=max(start, end))


def words_at(source: str, place: Place) -> Words | None:
    """The words of a place in the source; None where there is no letter."""
    text = re.sub(r"\s+", " ", place.of(source))
    return Words(text=text, place=place) if any(letter.isalpha() for letter in text) else None


def stems_of(text: str) -> frozenset[str]:
    """The words of a text, cut so that singular and plural meet; words of two letters are left out."""
    return frozenset(word[:6].rstrip("s") for word in re.findall(r"[^\W\d_]{3,}", text.lower()))
