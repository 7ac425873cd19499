"""Finding cards by words of what they speak of: by a part of a name ("neuropathic"), inflected, or inside a compound.

The recogniser finds whole names, as questions need them; who looks through a library types a word or two of one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from knowledge.evidence.library import Library, card_of
from knowledge.evidence.models import Card
from knowledge.languages.analysis import fold, stem, stop_words, words

SHORTEST_BEGINNING = 3
"""Letters of a word that is found by its beginning, as somebody types it."""
SHORTEST_INSIDE = 5
"""Letters of a word that is found inside another: "smerte" in "nervesmerter", but no "mage" in "image"."""


class _Word(NamedTuple):
    """A word of a name or title, and the cards it stands for."""

    folded: str
    stem: str
    cards: frozenset[str]


class WordSearch:
    """The words, in one language, of the names of everything that a library's cards speak of, and of their titles."""

    def __init__(self, library: Library, language: str) -> None:
        self._language = language
        found: dict[str, set[str]] = defaultdict(set)
        for card in every_card(library):
            for word in _words_of(card, library, language):
                found[word].add(card.id)
        self._words = [_Word(fold(word), stem(word, language), frozenset(cards)) for word, cards in found.items()]

    def matching(self, text: str) -> frozenset[str]:
        """The cards that every word of a text fits; of stop words only where there are no others. None for no words."""
        stopped = stop_words(self._language)
        typed = [word for word in words(text) if fold(word) not in stopped] or words(text)
        fitting = [self._of(word) for word in dict.fromkeys(typed)]
        return frozenset.intersection(*fitting) if fitting else frozenset()

    def _of(self, typed: str) -> frozenset[str]:
        part, root = fold(typed), stem(typed, self._language)
        return frozenset(card for word in self._words if _fits(word, part, root) for card in word.cards)


def every_card(library: Library) -> Iterator[Card]:
    """All that a library holds: its cards, those that do not answer, and its documents."""
    yield from library.cards.values()
    yield from library.aside.values()
    yield from (card_of(document) for document in library.documents.values() if document.id not in library.cards)


def _words_of(card: Card, library: Library, language: str) -> Iterator[str]:
    yield from words(card.source.title)
    named = {concept for claim in card.claims for concept in (*claim.concepts, claim.comparator) if concept}
    for concept in named:
        known = library.terminology.concepts.get(concept)
        name = known.names.get(language) if known else None
        names = (name.label, *name.synonyms, *name.typed) if name else (library.terminology.label(concept, language),)
        yield from (word for one in names for word in words(one))


def _fits(word: _Word, part: str, root: str) -> bool:
    """Whether a word is the one typed, begins with it, is inflected otherwise, or is a compound with it."""
    if word.folded == part or word.stem == root:
        return True
    if word.folded.startswith(part):
        return len(part) >= SHORTEST_BEGINNING
    return len(root) >= SHORTEST_INSIDE and root in word.folded
