"""Which of the names in a message it denies: "no kidney disease", "ingen kjent nyresvikt", "keliakia poissuljettu"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from bot.reading.fact_words import Found, overlap
from knowledge.languages.patterns import MarkedText

REACH = 3
"""Words from "no" to the first thing denied ("no known severe asthma")."""
NEAR = 2
"""The same for a word that usually denies a verb ("not")."""
CHAIN = 3
"""Words from one thing denied to the next of a list ("no diabetes, asthma or epilepsy")."""


def _between(text: MarkedText, first: int, last: int) -> str:
    """The stream from before token `first` to before token `last`, with what parts them."""
    return text.stream[text.offsets[first] : text.offsets[last] + 1]


def in_one_sentence(text: MarkedText, first: int, last: int) -> bool:
    """Whether no sentence ends between two tokens."""
    between = text.stream[text.offsets[first] + 1 : text.offsets[last] + 1]
    return "\n" not in between and "." not in between


def _is_parted(text: MarkedText, first: int, last: int) -> bool:
    """Whether a full stop stands between two tokens: "keine KHK. Xarelto" denies no medicine, though an abbreviation of
    the disease may end in one."""
    return "." in text.text[text.tokens[first - 1].end : text.tokens[last].start]


@dataclass(frozen=True)
class Named:
    """Something a message names, at tokens `first` to `last` (exclusive): a concept, by its id."""

    concept: str
    first: int
    last: int


def _denied_from(found: Found, names: Sequence[Named], start: int, reach: int) -> Iterator[Named]:
    """What a denying word before token `start` denies, a list to its end; `names` are in order."""
    end, left = start, reach
    turns = [match.first for match in found["but"]]
    for name in names:
        if name.first < start:
            continue
        if name.first < end:  # another name of the same words
            yield name
            continue
        if name.first - end >= left or not in_one_sentence(found.text, start - 1, name.first):
            return
        if end != start and _is_parted(found.text, end, name.first):
            return
        if end == start and "," in _between(found.text, start, name.first):  # "ei käy, kolkisiini": another clause
            return
        if any(end <= turn < name.first for turn in turns):
            return
        yield name
        end, left = max(end, name.last), CHAIN


def denied_among(found: Found, names: Sequence[Named], states: Container[str]) -> frozenset[Named]:
    """Those of the names that the message denies; words that usually deny a verb only deny `states`."""
    ordered = sorted(names, key=lambda name: (name.first, -name.last))
    denied: set[Named] = set()
    for match in found["negation"]:
        if not any(overlap(match, refused) for refused in found["allergic"]):
            denied.update(_denied_from(found, ordered, match.last, REACH))
    for match in found["negation_near"]:
        if not any(overlap(match, refused) for refused in found["allergic"]):
            near = _denied_from(found, ordered, match.last, NEAR)
            denied.update(name for name in near if name.concept in states)
    for match in found["ruled_out"]:
        denied.update(name for name in ordered if match.first <= name.first and name.last <= match.last)
    return frozenset(denied)
