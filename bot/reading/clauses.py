"""A message cut into clauses: the pieces of its sentences of which each may ask one thing.

A sentence is cut at commas, colons, dashes, brackets and before the conjunctions of its language. A piece with fewer
than two words of its own (names of medicines, numbers and conjunctions are none) is no clause and joins the next one.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from bot.reading.message import Message

FEWEST_WORDS = 2
"""Words of its own that a clause has, unless it is the only one of its sentence."""
LONGEST_ABBREVIATION = 4
"""Letters of a word whose full stop ends no sentence unless a capital follows."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=\S)|\n+")
_CUT = re.compile(r"[,;:–—()?!]|\s-\s|/\s")
_ABBREVIATION = re.compile(rf"(?<![^\W\d_])[^\W\d_]{{1,{LONGEST_ABBREVIATION}}}\.$")


@dataclass(frozen=True)
class Clause:
    """Characters `start` to `end` (exclusive) of a message, in its sentence of that number."""

    start: int
    end: int
    sentence: int


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """First and last (exclusive) character of each sentence; "eGFR 24 ml/min. pr. 1,73" is one."""
    cuts = [0]
    for match in _SENTENCE_END.finditer(text):
        goes_on = text[match.end() : match.end() + 1]
        abbreviated = _ABBREVIATION.search(text[max(0, match.start() - 8) : match.start()]) and not goes_on.isupper()
        is_full_stop = text[match.start() - 1] == "." and "\n" not in match.group()
        if not (is_full_stop and (goes_on.islower() or abbreviated)):
            cuts.append(match.end())
    whole = zip(cuts, [*cuts[1:], len(text)], strict=True)
    return tuple((start, end) for start, end in whole if text[start:end].strip())


def clauses(message: Message, conjunctions: Set[str]) -> tuple[Clause, ...]:
    """The clauses of a message in order; `conjunctions` are the folded words before which its language parts them."""
    names = [mention for mention in message.mentions if mention.kind == "medicine"]
    named = {place for mention in names for place in range(mention.start, mention.end)}
    found: list[Clause] = []
    for number, (start, end) in enumerate(sentences(message.text)):
        places = [place for place, word in enumerate(message.words) if start <= word.start < end]
        if not places:
            continue
        pieces = _joined(_pieces(message, places, conjunctions), message, named, conjunctions)
        starts = [message.words[piece[0]].start for piece in pieces]
        found += [Clause(first, following, number) for first, following in zip(starts, [*starts[1:], end], strict=True)]
    return tuple(found)


def _pieces(message: Message, places: list[int], conjunctions: Set[str]) -> list[list[int]]:
    """The places of the words of a sentence, parted where a clause may begin."""
    pieces = [[places[0]]]
    for before, place in zip(places, places[1:], strict=False):
        between = message.text[message.words[before].end : message.words[place].start]
        if message.words[place].folded in conjunctions or _CUT.search(between):
            pieces.append([])
        pieces[-1].append(place)
    return pieces


def _joined(pieces: list[list[int]], message: Message, named: Set[int], conjunctions: Set[str]) -> list[list[int]]:
    """The pieces, those too short for a clause joined with the next one, the last with the one before."""

    def own_words(piece: list[int]) -> int:
        words = (message.words[place].folded for place in piece if place not in named)
        return sum(not word[0].isdigit() and word not in conjunctions for word in words)

    joined: list[list[int]] = []
    for piece in pieces:
        if joined and own_words(joined[-1]) < FEWEST_WORDS:
            joined[-1] = joined[-1] + piece
        else:
            joined.append(piece)
    if len(joined) > 1 and own_words(joined[-1]) < FEWEST_WORDS:
        last = joined.pop()
        joined[-1] = joined[-1] + last
    return joined
