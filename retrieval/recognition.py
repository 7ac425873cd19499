"""Recognising concepts in what somebody typed: medicines, conditions, populations, and whatever else has a name.

A mention is found by exact form, by stem, written together or apart (`legg krampe`), inside a compound
(`magnesiumtabletter`), and with a typing error or two. Names of all languages are tried at once, since people mix
them. Substances the library knows nothing of are found by name and by the stem of their international name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from knowledge.concepts import Terminology
from knowledge.languages import LANGUAGES, load_language
from knowledge.models import Frozen
from knowledge.substances import Substance, recognise_stem
from retrieval.analysis import fold, spelt_words, stem, words

LONGEST_NAME = 6
"""Words of the longest name tried in one piece."""
SHORTEST_COMPOUND_PART = 5
SHORTEST_FUZZY = 5
SHORT_WORD = 4
"""An ordinary word this short is never a name: Nynorsk "kor" (where) is no Danish cow, "køer"."""
LONG_NAME = 10
"""Letters from which a name may have two wrong ones."""
FUZZY_KINDS = {"medicine": 6, "condition": 6, "symptom": 7, "population": 7}
"""Kinds that may be misspelt, and the letters a name of that kind needs for it; topics are too ordinary as words."""
SUBJECT_KINDS = ("medicine", "condition", "population")
# "mg" is magnesium, unless it is the unit of a number, of a rate, or of another medicine named in the message.
_UNIT_BEFORE = re.compile(r"\d+(?:[.,]\d+)?|m?l|dl|k?g|mmol|per|pr|pro")


class Mention(Frozen):
    """A concept found in a text, at words `start` to `end` (exclusive)."""

    concept: str
    kind: str
    start: int
    end: int
    label: str
    """What to call it when talking back: the concept's own id for known concepts, the typed name otherwise."""
    classes: tuple[str, ...] = ()
    """Wider classes of medicines, for a substance the terminology does not hold itself."""
    fuzzy: bool = False


class Recogniser:
    """Finds mentions; built once from the terminology and the list of substances."""

    def __init__(
        self,
        terminology: Terminology,
        substances: Iterable[Substance],
        forgiving: frozenset[str] | None = None,
        vocabulary: Iterable[str] = (),
    ) -> None:
        """`forgiving` are the concepts that may be misspelt (all, if not given): those the library speaks of.

        `vocabulary` are words known to be spelt right, which are therefore nobody's misspelling.
        """
        self.terminology = terminology
        self._exact: dict[str, list[str]] = defaultdict(list)
        self._stems: dict[str, dict[str, list[str]]] = {language: defaultdict(list) for language in LANGUAGES}
        self._substances: dict[str, Substance] = {}
        self._acronyms: dict[str, list[str]] = defaultdict(list)
        self._spaced: set[str] = set()
        """Keys of names that are written in several words."""
        self._inn_stems = [
            (fold(ending), concept.id) for concept in terminology.concepts.values() for ending in concept.inn_stems
        ]
        self._ordinary = frozenset(
            fold(word)
            for language in map(load_language, LANGUAGES)
            for word in (*language.stop_words, *language.function_words, *language.understanding.question_words)
        )
        self._spelt_right = self._ordinary | frozenset(map(fold, vocabulary))
        for concept in terminology.concepts.values():
            for language, name in concept.names.items():
                for form in (name.label, *name.synonyms):
                    self._add(concept.id, form, language)
        for substance in substances:
            for form in substance.names:
                parts = words(form)
                key = "".join(map(fold, parts))
                if len(parts) > 1:
                    self._spaced.add(key)
                if key not in self._exact:
                    self._substances.setdefault(key, substance)
        self._by_start: dict[str, list[str]] = defaultdict(list)
        for form in self._exact:
            kinds = {terminology.kind(c) for c in self._exact[form] if forgiving is None or c in forgiving}
            if any(len(form) >= FUZZY_KINDS.get(kind, 99) for kind in kinds):
                self._by_start[form[0]].append(form)

    def _add(self, concept: str, form: str, language: str) -> None:
        typed = words(form)
        key = "".join(map(fold, typed))
        if form.isupper() and key in self._ordinary:
            # "ALS" is a disease in capitals, and a conjunction in Dutch and German otherwise.
            if concept not in self._acronyms[form]:
                self._acronyms[form].append(concept)
            return
        if len(typed) > 1:
            self._spaced.add(key)
        if concept not in self._exact[key]:
            self._exact[key].append(concept)
        if language not in self._stems:  # known by these forms only, in a language that we do not speak
            return
        stemmed = "".join(stem(word, language) for word in typed)
        if len(stemmed) >= 4 and concept not in self._stems[language][stemmed]:
            self._stems[language][stemmed].append(concept)

    def mentions(self, text: str) -> list[Mention]:
        """Every concept of the text in order, the longest name first where names overlap."""
        typed = words(text)
        taken = [False] * len(typed)
        found: list[Mention] = []
        spelt = spelt_words(text)
        for start, word in enumerate(spelt):
            if word in self._acronyms:
                found += self._known(self._acronyms[word], start, start + 1)
                taken[start] = True
        for length in range(min(LONGEST_NAME, len(typed)), 0, -1):
            for start in range(len(typed) - length + 1):
                if any(taken[start : start + length]):
                    continue
                mentions = self._named(typed, start, start + length)
                if mentions:
                    found += mentions
                    taken[start : start + length] = [True] * length
                    if length > 1:
                        kinds = {mention.kind for mention in mentions}
                        found += [m for m in self._inside(typed, start, start + length) if m.kind not in kinds]
        for start, word in enumerate(typed):
            if not taken[start]:
                mentions = self._compound(word, start) or self._stemmed_substance(word, start)
                found += mentions
                taken[start] = bool(mentions)
        for length in (2, 1):
            for start in range(len(typed) - length + 1):
                if not any(taken[start : start + length]):
                    mentions = self._misspelt(typed, start, start + length)
                    found += mentions
                    if mentions:
                        taken[start : start + length] = [True] * length
        others = any(mention.kind == "medicine" and typed[mention.start] != "mg" for mention in found)
        for place, mention in enumerate(found):
            if mention.concept not in self.terminology:
                label = " ".join(spelt[mention.start : mention.end])
                found[place] = mention.model_copy(update={"label": label})
        kept = [mention for mention in found if not (others and typed[mention.start] == "mg")]
        return sorted(kept, key=lambda mention: (mention.start, mention.concept))

    def _inside(self, typed: list[str], start: int, end: int) -> list[Mention]:
        """Subjects named within a longer name of another kind: the cramps in "cramps per week"."""
        found: list[Mention] = []
        for length in range(end - start - 1, 0, -1):
            for at in range(start, end - length + 1):
                if not any(mention.start < at + length and at < mention.end for mention in found):
                    found += [m for m in self._named(typed, at, at + length) if m.kind in SUBJECT_KINDS]
        return found

    def _named(self, typed: list[str], start: int, end: int) -> list[Mention]:
        if end - start == 1 and typed[start] == "mg":
            before = typed[start - 1] if start else ""
            return [] if _UNIT_BEFORE.fullmatch(before) else self._known(["magnesium"], start, end)
        key = "".join(map(fold, typed[start:end]))
        if (
            end - start > 1
            and key not in self._spaced
            and any(fold(word) in self._ordinary for word in typed[start:end])
        ):
            return []  # "as a" is not ASA, nor "differ in" Differin
        ordinary = end - start == 1 and key in self._ordinary
        if len(key) < 2 or (ordinary and (key not in self._exact or len(key) <= SHORT_WORD)):
            return []
        concepts = list(self._exact.get(key, ()))
        if not concepts and len(key) >= 4:
            for language in LANGUAGES:
                stemmed = "".join(stem(word, language) for word in typed[start:end])
                for concept in self._stems[language].get(stemmed, ()):
                    if concept not in concepts:
                        concepts.append(concept)
        if concepts:
            return self._known(concepts, start, end)
        substance = self._substances.get(key)
        return [self._unknown(substance.id, " ".join(typed[start:end]), start, end)] if substance else []

    def _known(self, concepts: list[str], start: int, end: int, *, fuzzy: bool = False) -> list[Mention]:
        return [
            Mention(
                concept=concept, kind=self.terminology.kind(concept), start=start, end=end, label=concept, fuzzy=fuzzy
            )
            for concept in concepts
            if concept in self.terminology
        ]

    def _unknown(self, substance: str, label: str, start: int, end: int) -> Mention:
        folded = fold(substance.replace("_", " "))
        classes = {concept for ending, concept in self._inn_stems if folded.endswith(ending)}
        return Mention(
            concept=substance, kind="medicine", start=start, end=end, label=label, classes=tuple(sorted(classes))
        )

    def _compound(self, word: str, start: int) -> list[Mention]:
        """Names that begin or end the word: `magnesiumtabletter`, `cirrhosepatienter`, `nattleggkramper`."""
        folded = fold(word)
        if len(folded) < SHORTEST_COMPOUND_PART + 2 or folded in self._ordinary:
            return []
        front: list[Mention] = []
        for cut in range(len(folded) - 1, SHORTEST_COMPOUND_PART - 1, -1):
            if folded[:cut] in self._exact:
                front = self._known(self._exact[folded[:cut]], start, start + 1)
                break
            substance = self._substances.get(folded[:cut])
            if substance and len(folded) - cut > 2 and " " not in substance.label:
                return [self._unknown(substance.id, substance.label, start, start + 1)]
        back: list[Mention] = []
        for cut in range(2, len(folded) - SHORTEST_COMPOUND_PART + 1):
            concepts = self._exact.get(folded[cut:])
            if not concepts:
                for language in LANGUAGES:
                    stemmed = stem(folded[cut:], language)
                    concepts = self._stems[language].get(stemmed) if len(stemmed) >= SHORTEST_COMPOUND_PART else None
                    if concepts:
                        break
            if concepts:
                back = self._known(concepts, start, start + 1)
                break
        known = {mention.concept for mention in front}
        return front + [mention for mention in back if mention.concept not in known]

    def _stemmed_substance(self, word: str, start: int) -> list[Mention]:
        return [self._unknown(fold(word), word, start, start + 1)] if recognise_stem(fold(word)) else []

    def _misspelt(self, typed: list[str], start: int, end: int) -> list[Mention]:
        """The concepts of the nearest known form, within one wrong letter (two in a long name)."""
        folded = [fold(word) for word in typed[start:end]]
        key = "".join(folded)
        if len(key) < SHORTEST_FUZZY or any(word in self._spelt_right or word.isdigit() for word in folded):
            return []
        allowed = 1 if len(key) < LONG_NAME else 2
        best, nearest = allowed + 1, ""
        for form in self._by_start.get(key[0], ()):
            if abs(len(form) - len(key)) <= allowed:
                distance = OSA.distance(key, form, score_cutoff=best - 1)
                if distance < best:
                    best, nearest = distance, form
        return self._known(self._exact[nearest], start, end, fuzzy=True) if nearest else []
