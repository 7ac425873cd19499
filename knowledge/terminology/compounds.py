"""Names within a word: with an ending (`ibuprofenet`), or as the parts of a compound (`magnesiumtabletter`)."""

from __future__ import annotations

from knowledge.languages import LANGUAGES
from knowledge.terminology.concepts import Terminology
from knowledge.terminology.inflection import ends_compound, holds_a_name_by_chance, without_ending
from knowledge.terminology.names import Found, Names, name_stem

SHORTEST_PART = 5
"""Letters of the shortest name that is known as the part of a compound."""
SHORTEST_FRONT = 3
"""Letters before the shortest last part: `stämmer` is no compound of `ammer`."""
SHORTEST_INFLECTED = 5
"""Letters of the shortest name that is known with an ending."""
LINKING_LETTERS = 3
"""Letters that may stand between the two names of a compound."""


class WordParts:
    """Finds names in the parts of a folded word."""

    def __init__(self, names: Names, terminology: Terminology) -> None:
        self._names = names
        self._terminology = terminology

    def inflected(self, word: str) -> Found | None:
        """The medicine of a name with an ending: `Marevanin`, `ibuprofenet`."""
        for name in without_ending(word):
            what = self._names.named(name) if len(name) >= SHORTEST_INFLECTED else None
            if what and name not in self._names.ordinary and self._are_medicines(what.concepts):
                return what
        return None

    def compound(self, word: str) -> list[Found]:
        """What the names that begin and end a word stand for: `cirrhosepatienter`, `nattleggkramper`."""
        if len(word) < SHORTEST_PART + 2 or holds_a_name_by_chance(word):
            return []
        for cut in range(2, len(word) - SHORTEST_PART + 1):
            if cut < SHORTEST_FRONT and len(word) - cut == SHORTEST_PART:
                continue
            concepts = self._last_part(word[cut:])
            if concepts:
                front = self._first_part(word, cut)
                return [*([front] if front else []), Found(tuple(concepts))]
        front = self._first_part(word, len(word))
        return [front] if front else []

    def _first_part(self, word: str, last: int) -> Found | None:
        """The longest name that begins a word; the last part begins at the letter `last`, if it is a name."""
        for cut in range(min(len(word) - 1, last), SHORTEST_PART - 1, -1):
            what = self._names.named(word[:cut])
            joined = last < len(word) and last - cut <= LINKING_LETTERS
            if what and (joined or not self._are_medicines(what.concepts) or ends_compound(word[cut:])):
                return what
        return None

    def _last_part(self, rest: str) -> list[str]:
        concepts = [c for c in self._names.exact.get(rest, ()) if c in self._terminology]
        if concepts and len(rest) == SHORTEST_PART and self._are_medicines(concepts):
            return []  # Finnish adjectives end in "-eisen", which is German iron
        for language in LANGUAGES if not concepts else ():
            stemmed = name_stem(rest, language)
            concepts = self._names.named_by_stem(stemmed, language) if len(stemmed) >= SHORTEST_PART else []
            if concepts:
                break
        return concepts

    def _are_medicines(self, concepts: tuple[str, ...] | list[str]) -> bool:
        return all(self._terminology.kind(concept) == "medicine" for concept in concepts)
