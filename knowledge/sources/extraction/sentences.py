"""A text cut into paragraphs and sentences, each with its place; nothing is dropped but white space between them.

A full stop ends no sentence inside brackets, after an initial or an abbreviation, nor within a number.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from knowledge.sources.extraction.models import Place

LONGEST_SENTENCE = 2_500
"""Characters after which a text without full stops is cut all the same, so that reading it takes no minutes."""
LONGEST_BRACKET = 600
"""Characters after which a bracket that was never closed no longer holds a sentence together."""
END = re.compile(r"[.!?](?=[\"')\]]?(?:\s+[\"'(]?[\w\"']|\s*$))|(?<=[)\]])\.(?=[A-Z])|(?<=[a-z]{2})\.(?=[A-Z][a-z])")


def paragraphs(text: str) -> list[Place]:
    """Every line that holds more than white space."""
    return [Place(start=m.start(), end=m.end()) for m in re.finditer(r"\S(?:[^\n]*\S)?", text)]


def sentences(text: str, within: Place, abbreviations: Collection[str] = ()) -> list[Place]:
    """The sentences of a part of the text, in order; `abbreviations`, written without their stop, end none."""
    found = []
    start = within.start
    for end in (*_ends(text, within, abbreviations), within.end):
        while start < end and text[start].isspace():
            start += 1
        while end - start > LONGEST_SENTENCE:
            cut = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
            cut = cut if cut > start else start + LONGEST_SENTENCE
            found.append(Place(start=start, end=cut))
            start = cut
        if start < end:
            found.append(Place(start=start, end=end))
        start = max(start, end)
    return found


def _ends(text: str, within: Place, abbreviations: Collection[str]) -> Iterator[int]:
    depths = _bracket_depths(text, within)
    for match in END.finditer(text, within.start, within.end):
        stop = match.start()
        word = re.search(r"[\w.]*$", text[max(within.start, stop - 12) : stop])
        before = word[0].lower() if word else ""
        following = text[match.end() : match.end() + 3].lstrip(" \"'(")
        is_initial = len(before) == 1 and before.isalpha() and text[stop - 1].isupper()
        if depths[stop - within.start] or is_initial or (text[stop] == "." and before in abbreviations):
            continue
        if following[:1].islower() and text[stop] == ".":
            continue
        yield match.end()


def _bracket_depths(text: str, within: Place) -> list[bool]:
    """For each character whether it stands inside a bracket that is closed not too far off."""
    inside = [False] * (within.end - within.start + 1)
    for span in brackets(text, within):
        inside[span.start - within.start : span.end - within.start] = [True] * (span.end - span.start)
    return inside


def brackets(text: str, within: Place) -> list[Place]:
    """Every bracket with its contents, inner ones too, by their beginnings; one left open is no bracket."""
    found, opened = [], []
    for index in range(within.start, within.end):
        if text[index] in "([":
            opened.append(index)
        elif text[index] in ")]" and opened:
            start = opened.pop()
            if index - start <= LONGEST_BRACKET:
                found.append(Place(start=start, end=index + 1))
    return sorted(found, key=lambda place: (place.start, -place.end))
