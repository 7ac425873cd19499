"""Recognising concepts in what somebody typed: medicines, conditions, populations, and whatever else has a name.

A mention is found by exact form, by stem, inflected, written together or apart (`legg krampe`), inside a compound
(`magnesiumtabletter`), and with a typing error or two. Names of all languages are tried at once, since people mix
them; what they call things in haste counts in its own language only, for it may be any word of another. A brand is
found as the substances it holds, a mention for each over the same words. A medicine in no list is found by the stem of
its international name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from knowledge.languages import LANGUAGES
from knowledge.languages.analysis import fold, marked_words, spelt_words
from knowledge.terminology.brands import meant_in
from knowledge.terminology.compounds import WordParts
from knowledge.terminology.concepts import Terminology
from knowledge.terminology.inflection import ordinary_words
from knowledge.terminology.inn_stems import recognise_stem
from knowledge.terminology.mention import Mention, Typed
from knowledge.terminology.misspelling import MOST_WRONG, Misspellings
from knowledge.terminology.names import Found, Names, TypedNames, name_stem
from knowledge.terminology.substance_names import Substance

__all__ = ["Mention", "Recogniser"]

LONGEST_NAME = 6
"""Words of the longest name tried in one piece."""
SHORT_WORD = 4
"""An ordinary word this short is never a name: Nynorsk "kor" (where) is no Danish cow, "køer"."""
FUZZY_KINDS = {"medicine": 7, "condition": 6, "symptom": 7, "population": 7}
"""Kinds that may be misspelt, and the letters a name of that kind needs for it; topics are too ordinary as words."""
FUZZY_BRAND = 8
"""Letters of the shortest brand that may be misspelt: brands are made to look like words."""
SHORTEST_PART = 4
"""Letters of each word of a misspelt name that is written apart."""
_NOTHING_TYPED = TypedNames()
SUBJECT_KINDS = ("medicine", "condition", "population")
# A symbol is a unit after a number, and beside the other unit of a rate.
_UNIT_BEFORE = re.compile(r"\d+(?:[.,]\d+)?|m?l|dl|k?g|mmol|per|pr|pro")


class _Kept:
    """The mentions found so far, and the words they have taken."""

    def __init__(self, length: int) -> None:
        self.found: list[Mention] = []
        self._taken = [False] * length

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing has taken any of these words."""
        return not any(self._taken[start:end])

    def add(self, mentions: list[Mention], start: int, end: int) -> bool:
        """Keep mentions over these words; whether there were any."""
        self.found.extend(mentions)
        if mentions:
            self._taken[start:end] = [True] * (end - start)
        return bool(mentions)


class Recogniser:
    """Finds mentions; built once from the terminology and the list of substances."""

    def __init__(
        self,
        terminology: Terminology,
        substances: Iterable[Substance],
        forgiving: frozenset[str] | None = None,
        vocabulary: Iterable[str] = (),
    ) -> None:
        """`forgiving` are the concepts that may be misspelt, beside all medicines (all, if not given).

        `vocabulary` are words known to be spelt right, which are therefore nobody's misspelling.
        """
        self.terminology = terminology
        listed = tuple(substances)
        self._listed = {substance.id: substance for substance in listed}
        self._names = Names(terminology, listed)
        self._ends = [
            (fold(ending), concept.id) for concept in terminology.concepts.values() for ending in concept.inn_stems
        ]
        self._unit_symbols = {
            symbol.text.lower(): concept for concept, symbol in self._names.symbols.values() if symbol.is_unit
        }
        self._parts = WordParts(self._names, terminology)
        self._lookalikes = ordinary_words()
        spelt_right = self._names.ordinary | frozenset(map(fold, vocabulary))
        self._misspellings = Misspellings(self._forgiven(forgiving), spelt_right)

    def _forgiven(self, forgiving: frozenset[str] | None) -> Iterable[str]:
        """The keys of the names that may be misspelt."""
        for key, concepts in self._names.exact.items():
            kinds = {self.terminology.kind(c) for c in concepts if forgiving is None or c in forgiving}
            if any(len(key) >= FUZZY_KINDS.get(kind, 99) for kind in kinds):
                yield key
        yield from (key for key in self._names.brands if len(key) >= FUZZY_BRAND)

    def mentions(self, text: str, language: str | None = None) -> list[Mention]:
        """Every concept of the text in order, the longest name first where names overlap.

        Without a language no name counts that is only typed in haste.
        """
        typed = self._read(text, language)
        kept = _Kept(len(typed.words))
        # A longer name goes before the letters in it: "MS Contin" names no MS.
        for length in range(min(LONGEST_NAME, len(typed.words)), 1, -1):
            self._keep_named(kept, typed, length)
        for start, word in enumerate(typed.spelt):
            if kept.is_free(start, start + 1):
                kept.add(self._by_letters(word, typed, start), start, start + 1)
        if "+" in text:
            self._keep_marked(kept, typed, text)
        self._keep_named(kept, typed, 1)
        for way in (self._in_parts, self._by_inn_stem):
            for start in range(len(typed.words)):
                if kept.is_free(start, start + 1):
                    kept.add(way(typed, start), start, start + 1)
        for length in (2, 1):
            for start in range(len(typed.words) - length + 1):
                if kept.is_free(start, start + length):
                    kept.add(self._misspelt(typed, start, start + length, MOST_WRONG), start, start + length)
        return self._settled(kept.found, typed)

    def _keep_named(self, kept: _Kept, typed: Typed, length: int) -> None:
        """Keep the names of so many words, and the subjects named within them."""
        for start in range(len(typed.words) - length + 1):
            end = start + length
            if self._is_unit(typed, start) or not kept.is_free(start, end):
                continue
            if kept.add(self._named(typed, start, end), start, end) and length > 1:
                kinds = {mention.kind for mention in kept.found if mention.start == start}
                kept.found += [m for m in self._inside(typed, start, end) if m.kind not in kinds]

    def _keep_marked(self, kept: _Kept, typed: Typed, text: str) -> None:
        """Keep the symbols that are written with a sign: `K+`."""
        for start, word in enumerate(marked_words(text)):
            if word in self._names.symbols and kept.is_free(start, start + 1):
                found = Found((self._names.symbols[word][0],))
                kept.add(self._mentions(found, typed, start, start + 1), start, start + 1)

    def _read(self, text: str, language: str | None) -> Typed:
        spelt = tuple(spelt_words(text))
        lower = tuple(word.lower() for word in spelt)
        stems = []
        for word in lower:
            of_word = (name_stem(word, language) for language in LANGUAGES)
            stems.append(
                tuple(
                    stemmed if self._names.may_begin(stemmed, language) else ""
                    for stemmed, language in zip(of_word, LANGUAGES, strict=True)
                )
            )
        return Typed(lower, spelt, tuple(map(fold, lower)), tuple(stems), language)

    def _by_letters(self, word: str, typed: Typed, start: int) -> list[Mention]:
        """Names that count as they are written only: acronyms that are words otherwise, and symbols."""
        own = self._own(typed).capitals.get(word, [])
        if concepts := dict.fromkeys([*self._names.capitals.get(word, []), *own]):
            return self._mentions(Found(tuple(concepts)), typed, start, start + 1)
        concept = self._unit_symbols.get(typed.words[start])
        if concept:
            return [] if self._is_unit(typed, start) else self._mentions(Found((concept,)), typed, start, start + 1)
        if word in self._names.symbols:
            return self._mentions(Found((self._names.symbols[word][0],)), typed, start, start + 1)
        return []

    def _own(self, typed: Typed) -> TypedNames:
        """The names that count in the language of a text alone."""
        return self._names.typed.get(typed.language or "", _NOTHING_TYPED)

    def _is_unit(self, typed: Typed, start: int) -> bool:
        """Whether a word is a symbol that stands as a unit here: "500 mg supplement" is none of magnesium."""
        before = typed.words[start - 1] if start else ""
        return typed.words[start] in self._unit_symbols and bool(_UNIT_BEFORE.fullmatch(before))

    def _settled(self, found: Sequence[Mention], typed: Typed) -> list[Mention]:
        """The mentions in order; a symbol in small letters falls to the unit where another medicine is named."""

        def small_symbol(mention: Mention) -> bool:
            return mention.end - mention.start == 1 and typed.spelt[mention.start] in self._unit_symbols

        if any(mention.kind == "medicine" and not small_symbol(mention) for mention in found):
            found = [m for m in found if not small_symbol(m) or self._is_written_out(m, typed)]
        once = {(mention.start, mention.end, mention.concept): mention for mention in reversed(found)}
        return sorted(once.values(), key=lambda mention: (mention.start, mention.concept))

    def _is_written_out(self, symbol: Mention, typed: Typed) -> bool:
        """Whether the word after a symbol makes a name with what it stands for: "mg supplement", "mg-tilskudd"."""
        following = typed.folded[symbol.end] if symbol.end < len(typed.folded) else ""
        labels = {fold(name.label) for name in self.terminology.concepts[symbol.concept].names.values()}
        names = (self._names.exact.get(label + following, ()) for label in labels if following)
        return any(symbol.concept in found for found in names)

    def _mentions(self, what: Found, typed: Typed, start: int, end: int, *, fuzzy: bool = False) -> list[Mention]:
        brand = " ".join(typed.spelt[start:end]) if what.brands else None
        meant = meant_in(typed.language, what.brands)
        readings = {frozenset(reading.medicines) for reading in meant}
        elsewhere = {m for b in what.brands for m in b.medicines} - {m for b in meant for m in b.medicines}
        mentions = []
        for concept in what.concepts:
            if concept in elsewhere:
                continue
            kind = self.terminology.kind(concept)
            countries = [c for b in meant if concept in b.medicines for c in b.countries]
            mentions.append(
                Mention(
                    concept=concept,
                    kind=kind,
                    start=start,
                    end=end,
                    label=concept if concept in self.terminology else " ".join(typed.spelt[start:end]),
                    classes=self._classes(concept) if kind == "medicine" else (),
                    fuzzy=fuzzy,
                    brand=brand,
                    countries=tuple(dict.fromkeys(countries)) if len(readings) > 1 else (),
                )
            )
        return mentions

    def _classes(self, medicine: str) -> tuple[str, ...]:
        """The classes of a medicine: as listed, or by the stem of its name."""
        listed = self.terminology.wider(medicine)
        if listed or medicine in self.terminology:
            return tuple(sorted(listed))
        name = fold(medicine.replace("_", " "))
        inn_stem = "" if medicine in self._listed else recognise_stem(name)
        own = {concept for ending, concept in self._ends if name.endswith(ending) or ending == inn_stem}
        return tuple(sorted(own.union(*(self.terminology.wider(concept) for concept in own))))

    def _inside(self, typed: Typed, start: int, end: int) -> list[Mention]:
        """Subjects named within a longer name of another kind: the cramps in "cramps per week"."""
        found: list[Mention] = []
        for length in range(end - start - 1, 0, -1):
            for at in range(start, end - length + 1):
                if not any(mention.start < at + length and at < mention.end for mention in found):
                    found += [m for m in self._named(typed, at, at + length) if m.kind in SUBJECT_KINDS]
        return found

    def _named(self, typed: Typed, start: int, end: int) -> list[Mention]:
        key, own = typed.key(start, end), self._own(typed)
        several = end - start > 1
        apart = " ".join(typed.folded[start:end]) if several else ""
        if (
            several
            and apart not in self._names.spaced
            and apart not in own.spaced
            and any(word in self._names.ordinary for word in typed.folded[start:end])
        ):
            return []  # "as a" is not ASA, nor "differ in" Differin
        what = self._exactly(key, own)
        if len(key) < 2 or (not several and key in self._names.ordinary and not self._stands_out(what, typed, start)):
            return []
        if what is None and len(key) >= SHORT_WORD:
            what = self._by_stem(typed, start, end)
        return self._mentions(what, typed, start, end) if what else []

    def _exactly(self, key: str, own: TypedNames) -> Found | None:
        """What a key stands for; what a language calls so in haste goes before a brand."""
        what = self._names.named(key)
        typed = own.exact.get(key)
        if typed is None:
            return what
        known = what.concepts if what and not what.brands else ()
        return Found(tuple(dict.fromkeys((*known, *typed))))

    def _stands_out(self, what: Found | None, typed: Typed, start: int) -> bool:
        """Whether an ordinary word is a name here: with its capital within a sentence, or a longer name."""
        if what is None:
            return False
        if typed.folded[start] in self._lookalikes:
            as_a_name = typed.spelt[start].istitle() and typed.language != "de"  # every noun of German has its capital
            return start > 0 and typed.spelt[start][0].isupper() and (bool(what.brands) or as_a_name)
        return not what.brands and len(typed.folded[start]) > SHORT_WORD

    def _by_stem(self, typed: Typed, start: int, end: int) -> Found | None:
        concepts: list[str] = []
        for number, language in enumerate(LANGUAGES):
            if typed.stems[start][number]:
                stemmed = "".join(
                    of_word[number] or name_stem(word, language)
                    for of_word, word in zip(typed.stems[start:end], typed.words[start:end], strict=True)
                )
                concepts += [c for c in self._names.named_by_stem(stemmed, language) if c not in concepts]
        if typed.language:
            stemmed = "".join(name_stem(word, typed.language) for word in typed.words[start:end])
            concepts += [c for c in self._own(typed).stems.get(stemmed, ()) if c not in concepts]
        return Found(tuple(concepts)) if concepts else None

    def _in_parts(self, typed: Typed, start: int) -> list[Mention]:
        """A medicine's name with an ending, or the names that begin and end a compound."""
        word = typed.folded[start]
        if word in self._names.ordinary:
            return []
        inflected = self._parts.inflected(word)
        found = [inflected] if inflected else self._parts.compound(word)
        mentions = [mention for what in found for mention in self._mentions(what, typed, start, start + 1)]
        return list({mention.concept: mention for mention in reversed(mentions)}.values())

    def _by_inn_stem(self, typed: Typed, start: int) -> list[Mention]:
        folded = typed.folded[start]
        if folded in self._names.ordinary or not recognise_stem(folded):
            return []
        return self._misspelt(typed, start, start + 1, 1) or self._mentions(Found((folded,)), typed, start, start + 1)

    def _misspelt(self, typed: Typed, start: int, end: int, wrong: int) -> list[Mention]:
        """The concepts of the nearest known form, with at most so many wrong letters."""
        parts = typed.folded[start:end]
        if len(parts) > 1 and any(len(part) < SHORTEST_PART for part in parts):
            return []
        nearest = self._misspellings.nearest(parts, wrong)
        what = self._names.named(nearest) if nearest else None
        return self._mentions(what, typed, start, end, fuzzy=True) if what else []
