"""The names of everything: which concepts, substances and brands a folded form can stand for.

Built once for a recogniser. A name of a concept goes before that of a substance, and either before a brand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache

from knowledge.languages import LANGUAGES, load_language
from knowledge.languages.analysis import fold, stem, words
from knowledge.terminology.brands import Brand
from knowledge.terminology.concepts import Symbol, Terminology
from knowledge.terminology.inflection import ordinary_words
from knowledge.terminology.substance_names import Substance

STEM_START = 4
"""Letters of a stem by which most words are seen to begin no name."""
SHORTEST_STEM = 4


@dataclass(frozen=True)
class Found:
    """What a form stands for: medicines or other concepts, and the brands it is the name of."""

    concepts: tuple[str, ...]
    brands: tuple[Brand, ...] = ()


_FINNISH_CASE = re.compile(r"(?<=[a-z]{4}[uy])(?:ks|[dt])$")
"""What the endings of cases leave of a Finnish noun in -us or -ys: `halvauks`, `kuolleisuut`."""


@lru_cache(maxsize=100_000)
def name_stem(word: str, language: str) -> str:
    """The stem of a lower-case word as names are known by: one for all cases of a Finnish noun in -us or -ys.

    >>> {name_stem(word, "fi") for word in ("halvaus", "halvauksen", "halvaukseen")}
    {'halvaus'}
    """
    found = stem(word, language)
    return _FINNISH_CASE.sub("s", found) if language == "fi" else found


def key_of(parts: Iterable[str]) -> str:
    """The key of a name, of its words: written together, folded."""
    return "".join(map(fold, parts))


class Forms:
    """Names as they are written: by key, in capitals alone, and in several words."""

    def __init__(self) -> None:
        self.exact: dict[str, list[str]] = {}
        self.capitals: dict[str, list[str]] = {}
        """Names found only as they are written here: words of some language otherwise."""
        self.spaced: set[str] = set()
        """Names that are written in several words, folded, with a space between two."""

    def learn(self, concept: str, form: str, ordinary: Container[str], *, gives_way: bool = False) -> list[str]:
        """Learn a name and give its words; none of one that counts in capitals alone.

        "ALS" is a disease in capitals, and a conjunction in Dutch and German otherwise. One that `gives_way` is nothing
        where its key has a meaning.
        """
        typed = words(form)
        key = key_of(typed)
        if form.isupper() and key in ordinary:
            _append(self.capitals, form, concept)
            return []
        if len(typed) > 1:
            self.spaced.add(" ".join(map(fold, typed)))
        if not (gives_way and key in self.exact):
            _append(self.exact, key, concept)
        return typed


def _stem_of(typed: Iterable[str], language: str) -> str:
    """The stem of a name, of its words; empty where it is too short to be known by."""
    stemmed = "".join(name_stem(word, language) for word in typed)
    return stemmed if len(stemmed) >= SHORTEST_STEM else ""


class TypedNames(Forms):
    """What concepts are called in haste in one language, by key and by stem."""

    def __init__(self) -> None:
        super().__init__()
        self.stems: dict[str, list[str]] = {}

    def add(self, concept: str, form: str, language: str, ordinary: Container[str]) -> None:
        """Learn a form, and its stem in a language."""
        if stemmed := _stem_of(self.learn(concept, form, ordinary), language):
            _append(self.stems, stemmed, concept)


READ_TOGETHER = (("nb", "nn"),)
"""Languages whose messages are taken for one another when they are short, so that both know what either types."""


class Names(Forms):
    """Every form by its key, and by its stem in each language."""

    def __init__(self, terminology: Terminology, substances: Iterable[Substance]) -> None:
        super().__init__()
        self.typed: dict[str, TypedNames] = {language: TypedNames() for language in LANGUAGES}
        """What counts in messages of one language only."""
        self.brands: dict[str, list[Brand]] = {}
        self.symbols: dict[str, tuple[str, Symbol]] = {}
        """Symbols as written, with what they stand for."""
        self.stems: dict[str, dict[str, list[str]]] = {language: {} for language in LANGUAGES}
        self._stem_starts: dict[str, set[str]] = defaultdict(set)
        self.ordinary = ordinary_words() | {
            fold(word)
            for language in map(load_language, LANGUAGES)
            for word in (*language.stop_words, *language.function_words, *language.understanding.question_words)
        }
        for concept in terminology.concepts.values():
            for language, name in concept.names.items():
                for form in (name.label, *name.synonyms):
                    self._add_concept(concept.id, form, language)
                for form in name.typed:
                    self._add_typed(concept.id, form, language)
            for symbol in concept.symbols:
                self.symbols[symbol.text] = (concept.id, symbol)
        for substance in substances:
            for form in substance.names:
                self.learn(substance.id, form, self.ordinary, gives_way=True)
        for brand in terminology.brands:
            self._add_brand(brand)

    def _add_concept(self, concept: str, form: str, language: str) -> None:
        typed = self.learn(concept, form, self.ordinary)
        if language not in self.stems:  # known by these forms only, in a language that we do not speak
            return
        if stemmed := _stem_of(typed, language):
            _append(self.stems[language], stemmed, concept)
            self._stem_starts[language].update(stemmed[:length] for length in range(1, STEM_START + 1))

    def _add_typed(self, concept: str, form: str, language: str) -> None:
        together = next((group for group in READ_TOGETHER if language in group), (language,))
        for tag in together:
            if tag in self.typed:
                self.typed[tag].add(concept, form, language, self.ordinary)

    def _add_brand(self, brand: Brand) -> None:
        typed = words(brand.name)
        key = key_of(typed)
        if len(typed) > 1:
            self.spaced.add(" ".join(map(fold, typed)))
        self.brands.setdefault(key, []).append(brand)

    def named(self, key: str) -> Found | None:
        """What a key stands for, exactly."""
        concepts = self.exact.get(key)
        if concepts:
            return Found(tuple(concepts))
        brands = self.brands.get(key)
        return Found(tuple(dict.fromkeys(m for b in brands for m in b.medicines)), tuple(brands)) if brands else None

    def may_begin(self, stemmed: str, language: str) -> bool:
        """Whether some stemmed name begins like this stem of a word."""
        return stemmed[:STEM_START] in self._stem_starts[language]

    def named_by_stem(self, stemmed: str, language: str) -> list[str]:
        """The concepts whose stemmed name this is, in a language."""
        return self.stems[language].get(stemmed, []) if len(stemmed) >= SHORTEST_STEM else []


def _append(index: dict[str, list[str]], key: str, value: str) -> None:
    known = index.setdefault(key, [])
    if value not in known:
        known.append(value)
