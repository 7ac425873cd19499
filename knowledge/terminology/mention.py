"""A mention of a concept in a text, and a text as the recogniser reads it."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.evidence.models import Frozen


class Mention(Frozen):
    """A concept found in a text, at words `start` to `end` (exclusive)."""

    concept: str
    kind: str
    start: int
    end: int
    label: str
    """What to call it when talking back: the concept's own id for known concepts, the typed name otherwise."""
    classes: tuple[str, ...] = ()
    """Every wider class of a medicine."""
    fuzzy: bool = False
    brand: str | None = None
    """The brand name as typed, where the medicine was named by it."""
    countries: tuple[str, ...] = ()
    """Where the brand means this medicine, if it means another one elsewhere; the mentions over the same words are
    then alternatives, and otherwise the parts of a combination."""


@dataclass(frozen=True)
class Typed:
    """A text as the recogniser reads it."""

    words: tuple[str, ...]
    """In lower case."""
    spelt: tuple[str, ...]
    """As typed."""
    folded: tuple[str, ...]
    stems: tuple[tuple[str, ...], ...]
    """Of each word, its stem in each language, in the order of `LANGUAGES`; empty where no name begins so."""

    language: str | None = None
    """Its language, where it is known: names typed in haste count in their own."""

    def key(self, start: int, end: int) -> str:
        """The words in one piece."""
        return "".join(self.folded[start:end])
