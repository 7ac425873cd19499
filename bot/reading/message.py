"""A message read once: its words with their places, its sentences, and the names found in it. Nobody reads it again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.languages.analysis import fold
from knowledge.languages.patterns import MarkedText, mark
from knowledge.terminology.linking import Mention

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?", re.UNICODE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=\S)|\n+")


@dataclass(frozen=True)
class Word:
    """One word or number, at characters `start` to `end` (exclusive) of the message's text."""

    text: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True)
class Message:
    """A message in one language. `mentions` count in `words`, from `start` to `end` (exclusive)."""

    text: str
    """Normalised (Unicode NFKC), so that the places of words hold."""
    language: str
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    unclear: tuple[str, ...] = ()
    """Abbreviations of two readings, as typed."""

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Sentences as first and last (exclusive) character, split at ends of sentences and at line breaks."""
        cuts = [0, *(match.end() for match in _SENTENCE_END.finditer(self.text)), len(self.text)]
        return tuple((start, end) for start, end in zip(cuts, cuts[1:], strict=False) if self.text[start:end].strip())

    @cached_property
    def marked(self) -> MarkedText:
        """The text ready for patterns."""
        return mark(self.text, self.mentions)

    @cached_property
    def folded(self) -> str:
        """The folded words, one space between them."""
        return " ".join(word.folded for word in self.words)

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions whose first word begins between two characters of the text."""
        return tuple(m for m in self.mentions if start <= self.words[m.start].start < end)


def analyse(text: str, language: str, mentions: Sequence[Mention], unclear: tuple[str, ...] = ()) -> Message:
    """The message of a text, with the names that were found in it (`Recogniser.mentions` of the same text)."""
    normal = unicodedata.normalize("NFKC", text)
    found = (Word(match.group(), fold(match.group()), match.start(), match.end()) for match in _WORD.finditer(normal))
    return Message(text=normal, language=language, words=tuple(found), mentions=tuple(mentions), unclear=unclear)
