"""Which concept the words of a source name, and whether they say more than the concept does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from knowledge.evidence.library import load_terminology
from knowledge.evidence.vocabulary import Frozen
from knowledge.languages.analysis import marked_words
from knowledge.sources.extraction.vocabulary import load_vocabulary
from knowledge.terminology.concepts import Terminology
from knowledge.terminology.linking import Mention, Recogniser
from knowledge.terminology.substance_names import load_substances

NOTHING_MORE = frozenset(
    {
        "a", "an", "and", "any", "at", "by", "daily", "day", "days", "dose", "doses", "drug", "drugs", "for",
        "form", "given", "group", "in", "injection", "intravenous", "iv", "mg", "mcg", "microgram",
        "micrograms", "g", "kg", "ml", "iu", "mmol", "of", "oral", "orally", "or", "per", "people",
        "patients", "participants", "pill", "pills", "supplement", "supplementation", "supplements", "tablet",
        "tablets", "the", "therapy", "treatment", "twice", "once", "use", "week", "weeks", "with", "who",
        "have", "having",
    }
)
"""Words beside a name that do not change what it names; any other word is kept by quoting the whole."""
GENERIC = frozenset({"disease", "people"})
"""Concepts that name nobody and nothing in particular."""
NUMBER = re.compile(r"[\d.,/%-]+")


class Term(Frozen):
    """Words of a source with the concepts they name."""

    text: str
    concepts: tuple[str, ...] = ()
    exact: bool = False
    """Whether the concepts say all that the words do."""
    whole: bool = False
    """Whether all the words together are a name of the one concept."""


class Terms:
    """Finds concepts in words of a source; built once from the terminology."""

    def __init__(self, terminology: Terminology, recogniser: Recogniser) -> None:
        self.terminology = terminology
        self._recogniser = recogniser

    def term(self, text: str, kinds: Iterable[str], language: str = "en") -> Term:
        """The concepts of some kinds that the words name, in their order; nothing misspelt counts as a name."""
        found = self._mentions(text, frozenset(kinds))
        named = dict.fromkeys(mention.concept for mention in found)
        concepts = tuple(concept for concept in named if concept not in GENERIC)
        rest = _beside(text, found)
        exact = bool(concepts) and all(self._says_nothing(word, language) for word in rest)
        return Term(text=text, concepts=concepts, exact=exact, whole=exact and len(found) == 1 and not rest)

    def _mentions(self, text: str, kinds: frozenset[str]) -> list[Mention]:
        mentions = (m for m in self._recogniser.mentions(text) if not m.fuzzy and not m.countries)
        return [m for m in mentions if self._kind(m.concept) in kinds and self._is_known(m.concept)]

    def narrowest(self, concepts: tuple[str, ...]) -> tuple[str, ...]:
        """The concepts without those that another of them is a kind of."""
        wider = frozenset().union(*(self.terminology.wider(concept) - {concept} for concept in concepts))
        return tuple(concept for concept in concepts if concept not in wider)

    def is_control(self, text: str, language: str = "en") -> bool:
        """Whether the words name a placebo, a control or no treatment."""
        return bool(load_vocabulary(language).found("control_arms", text))

    def is_withheld(self, text: str, language: str = "en") -> bool:
        """Whether the words say that what they name is left out, taken away or given less of: "steroid-free"."""
        return bool(load_vocabulary(language).found("withheld", text))

    def _kind(self, concept: str) -> str:
        return "medicine" if self.terminology.is_medicine(concept) else self.terminology.kind(concept)

    def _is_known(self, concept: str) -> bool:
        return concept in self.terminology or self.terminology.is_medicine(concept)

    def _says_nothing(self, word: str, language: str) -> bool:
        plain = word.casefold().strip(".,;:()")
        vocabulary = load_vocabulary(language)
        words = (*vocabulary.articles, *vocabulary.people, *vocabulary.linking.split())
        return plain in NOTHING_MORE or plain in words or bool(NUMBER.fullmatch(plain)) or not plain


def _beside(text: str, found: Iterable[Mention]) -> list[str]:
    """The words of a text beside the names in it."""
    covered = {place for mention in found for place in range(mention.start, mention.end)}
    return [str(word) for place, word in enumerate(marked_words(text)) if place not in covered]


@cache
def shipped_terms() -> Terms:
    """Terms of the terminology that ships."""
    terminology = load_terminology()
    return Terms(terminology, Recogniser(terminology, load_substances(), frozenset()))
