"""Matching the word cues of a language against a message.

The message is looked at twice: folded as it stands, and with every recognised concept replaced by the name of its kind
(MEDICINE, CONDITION, POPULATION, SYMPTOM), so a cue can say in which order things were named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from knowledge.languages.analysis import fold, words
from knowledge.terminology.linking import Mention

PLACEHOLDERS = frozenset({"MEDICINE", "CONDITION", "POPULATION", "SYMPTOM", "NUMBER", "LANGUAGE", "COUNTRY"})
PLACEHOLDER_WEIGHT = 2
"""Letters a placeholder counts for: enough that a cue of direction ("MEDICINE ... cause ... CONDITION") wins over its
own verb, little enough that two names beside each other ("MEDICINE for CONDITION") yield to a word that asks."""
_GAP = r"(?: \S+){0,6}?"
_KINDS = {"medicine": "MEDICINE", "condition": "CONDITION", "population": "POPULATION", "symptom": "SYMPTOM"}


class Marked:
    """A message ready for cues: `plain` folded, `marked` with its mentions replaced by their kind."""

    def __init__(self, text: str, mentions: Sequence[Mention] = ()) -> None:
        typed = [fold(word) for word in words(text)]
        self.plain = " ".join(typed)
        replaced: list[str] = []
        position = 0
        at = {mention.start: mention for mention in reversed(mentions) if mention.kind in _KINDS}
        while position < len(typed):
            mention = at.get(position)
            if mention:
                replaced.append(_KINDS[mention.kind])
                position = mention.end
            else:
                replaced.append("NUMBER" if typed[position].isdigit() else typed[position])
                position += 1
        self.marked = " ".join(replaced)


@lru_cache(maxsize=20_000)
def _pattern(cue: str) -> re.Pattern[str]:
    parts: list[str] = []
    for token in cue.split():
        if token == "...":
            parts.append(_GAP)
            continue
        pieces = [token] if token in PLACEHOLDERS else [fold(word) for word in words(token)]
        word = " ".join(re.escape(piece) for piece in pieces)
        word = (r"\S*" if token.startswith("*") else "") + word + (r"\S*" if token.endswith("*") else "")
        parts.append(word if not parts else rf" {word}")
    return re.compile(rf"(?:^|(?<= )){''.join(parts)}(?= |$)")


@lru_cache(maxsize=20_000)
def _pieces(cue: str) -> tuple[str, ...]:
    """The literal pieces of a cue, the longest first: a text without all of them cannot match, which is quicker seen
    than searched, and most cues need never be compiled."""
    pieces = {
        token if token in PLACEHOLDERS else fold(word)
        for token in cue.split()
        if token != "..."
        for word in ([token] if token in PLACEHOLDERS else words(token))
    }
    return tuple(sorted(pieces, key=lambda piece: (-len(piece), piece)))


def _may_match(cue: str, text: str) -> bool:
    return all(piece in text for piece in _pieces(cue))


@lru_cache(maxsize=20_000)
def weight(cue: str) -> int:
    """How much a cue says: its letters, a placeholder counting as a short word."""
    return sum(
        PLACEHOLDER_WEIGHT if token in PLACEHOLDERS else len(token.strip("*"))
        for token in cue.split()
        if token != "..."
    )


def matches(cue: str, message: Marked) -> bool:
    """Whether the cue occurs in the message, as it stands or with its concepts marked."""
    anchor = next(iter(_pieces(cue)), "")
    if anchor not in message.marked and anchor not in message.plain:
        return False  # as nearly always
    return any(
        _may_match(cue, text) and _pattern(cue).search(text) is not None for text in (message.marked, message.plain)
    )


def without(cue: str, message: Marked) -> str | None:
    """The folded words of a message beside the cue, or None where the cue does not occur."""
    if not _may_match(cue, message.plain):
        return None
    found = _pattern(cue).search(message.plain)
    return f"{message.plain[: found.start()]} {message.plain[found.end() :]}" if found else None


def strongest(cues: Iterable[str], message: Marked) -> int:
    """The weight of the strongest cue that occurs, 0 if none does."""
    return max((weight(cue) for cue in cues if matches(cue, message)), default=0)
