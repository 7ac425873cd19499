"""What the models of asks look at in a message: its words with their neighbours and letters, and patterns.

A feature is a short text such as `w:dose` (the clause holds the word) or `q:dosage.dose` (a pattern of that group
matches in it), hashed into one of `BUCKETS` numbers; only patterns and shapes mean the same in all languages. Names of
medicines are masked, so that nothing is learnt of one medicine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations, pairwise, product
from zlib import crc32

from bot.reading.clauses import Clause, clauses
from bot.reading.message import Message
from knowledge.languages.analysis import stem
from knowledge.languages.asks import ask_patterns, conjunctions

BUCKETS = 2**15
PIECES = range(3, 6)
"""Lengths of the pieces of words."""
SHORTEST_IN_PIECES = 3
"""Letters a word has at least to be looked at in pieces."""
MEDICINE, NUMBER, QUESTION = "MEDICINE", "NUMBER", "?"

Features = dict[int, float]
"""Weight of each feature that occurs, by its number."""

OWN, PATTERNS, PAIRS = 2.0, 1.5, 0.8
"""Lengths of the blocks of features of the clause itself: its words, its groups of patterns, and pairs of those."""
IN_CONTEXT, BESIDE_MEDICINES = 1.0, 1.0
"""The same for its groups with those of the rest of the message, and with how many medicines are named."""
SENTENCE_WORDS, SENTENCE_PATTERNS = 0.7, 0.7
NEIGHBOUR_WORDS, BEFORE_PATTERNS = 0.3, 0.4
MESSAGE_WORDS, MESSAGE_PATTERNS = 0.4, 0.4
SHAPES = 0.5


@lru_cache(maxsize=200_000)
def number(feature: str) -> int:
    """The number of a feature."""
    return crc32(feature.encode()) % BUCKETS


@lru_cache(maxsize=50_000)
def pieces(word: str) -> tuple[str, ...]:
    """All runs of three to five letters of a folded word, its ends marked."""
    marked = f"<{word}>"
    if len(word) < SHORTEST_IN_PIECES:
        return (marked,)
    return tuple(marked[at : at + length] for length in PIECES for at in range(len(marked) - length + 1))


@dataclass(frozen=True)
class Term:
    """A word as the models see it: folded, and its stem (for a mask the mask); `start` counts in the message's text."""

    start: int
    word: str
    stem: str

    @property
    def is_masked(self) -> bool:
        """Whether it stands for a name or a number."""
        return self.word in (MEDICINE, NUMBER, QUESTION)


@dataclass(frozen=True)
class Analysis:
    """A message prepared for the models of asks."""

    message: Message
    clauses: tuple[Clause, ...]
    terms: tuple[Term, ...]
    groups: tuple[tuple[int, str], ...]
    """Where a pattern of a group matches: first character and group."""

    @cached_property
    def medicines(self) -> tuple[tuple[int, int, frozenset[str]], ...]:
        """First and last (exclusive) character of each name of medicines, and what it names."""
        words = self.message.words
        named: dict[tuple[int, int], set[str]] = {}
        for mention in self.message.mentions:
            if mention.kind == "medicine":
                place = words[mention.start].start, words[mention.end - 1].end
                named.setdefault(place, set()).add(mention.concept)
        return tuple((start, end, frozenset(found)) for (start, end), found in sorted(named.items()))

    def terms_in(self, start: int, end: int) -> list[Term]:
        """The terms between two characters."""
        found = [term for term in self.terms if start <= term.start < end]
        if "?" in self.message.text[start:end]:
            found.append(Term(end, QUESTION, QUESTION))
        return found

    def groups_in(self, start: int, end: int) -> list[str]:
        """The groups of patterns that match between two characters, in order of name."""
        return sorted({group for place, group in self.groups if start <= place < end})

    def sentence(self, clause: Clause) -> tuple[int, int]:
        """First and last (exclusive) character of the sentence of a clause."""
        of_it = [other for other in self.clauses if other.sentence == clause.sentence]
        return of_it[0].start, of_it[-1].end

    def named_in(self, start: int, end: int) -> frozenset[frozenset[str]]:
        """What is named between two characters, the parts of a combination together: one name is one thing."""
        return frozenset(named for place, _, named in self.medicines if start <= place < end)


def analysed(message: Message) -> Analysis:
    """The message prepared for the models of asks."""
    masks = {
        place: mention.start == place
        for mention in message.mentions
        if mention.kind == "medicine"
        for place in range(mention.start, mention.end)
    }
    terms = []
    for place, word in enumerate(message.words):
        if place in masks:
            if masks[place]:
                terms.append(Term(word.start, MEDICINE, MEDICINE))
        elif word.folded[0].isdigit():
            terms.append(Term(word.start, NUMBER, NUMBER))
        else:
            terms.append(Term(word.start, word.folded, stem(word.text.lower(), message.language)))
    matches = ask_patterns(message.language).find(message.marked)
    groups = tuple(sorted({(match.start, match.key) for match in matches}))
    return Analysis(message, clauses(message, conjunctions(message.language)), tuple(terms), groups)


def add_block(features: Features, prefix: str, block: Mapping[str, float], length: float) -> None:
    """Add features under a prefix, scaled so that together they have this Euclidean length."""
    norm = sum(weight * weight for weight in block.values()) ** 0.5
    for name, weight in block.items():
        key = number(prefix + name)
        features[key] = features.get(key, 0.0) + weight / norm * length


def clause_features(analysis: Analysis) -> list[Features]:
    """The features of each clause of a message."""
    whole = 0, len(analysis.message.text)
    common: Features = {}
    add_block(common, "M:", _words(analysis.terms_in(*whole)), MESSAGE_WORDS)
    add_block(common, "Qm:", _each(analysis.groups_in(*whole)), MESSAGE_PATTERNS)
    return [_of_clause(analysis, place, common) for place in range(len(analysis.clauses))]


def _of_clause(analysis: Analysis, place: int, common: Features) -> Features:
    clause = analysis.clauses[place]
    sentence = analysis.sentence(clause)
    whole = 0, len(analysis.message.text)
    features = dict(common)
    add_block(features, "", _own(analysis.terms_in(clause.start, clause.end)), OWN)
    groups = analysis.groups_in(clause.start, clause.end)
    add_block(features, "q:", _each(groups), PATTERNS)
    add_block(features, "qq:", _each(f"{one} {other}" for one, other in combinations(groups, 2)), PAIRS)
    elsewhere = [group for group in analysis.groups_in(*whole) if group not in groups]
    add_block(features, "qm:", _each(f"{one} {other}" for one, other in product(groups, elsewhere)), IN_CONTEXT)
    here, everywhere = (min(len(analysis.named_in(*span)), 3) for span in ((clause.start, clause.end), whole))
    counted = [(f"{group} {min(here, 2)}", f"{group} {min(here, 2)} {everywhere}") for group in groups]
    add_block(features, "qn:", _each(name for pair in counted for name in pair), BESIDE_MEDICINES)
    add_block(features, "S:", _words(analysis.terms_in(*sentence)), SENTENCE_WORDS)
    add_block(features, "Q:", _each(analysis.groups_in(*sentence)), SENTENCE_PATTERNS)
    if place:
        before = analysis.clauses[place - 1]
        add_block(features, "P:", _words(analysis.terms_in(before.start, before.end)), NEIGHBOUR_WORDS)
        add_block(features, "Qp:", _each(analysis.groups_in(before.start, before.end)), BEFORE_PATTERNS)
    if place + 1 < len(analysis.clauses):
        after = analysis.clauses[place + 1]
        add_block(features, "N:", _words(analysis.terms_in(after.start, after.end)), NEIGHBOUR_WORDS)
    for shape in _shapes(analysis, clause, sentence, len(groups)):
        features[number(f"F:{shape}")] = SHAPES
    return features


def _own(terms: list[Term]) -> dict[str, float]:
    """Words, stems, pieces of words, and what stands beside what."""
    block: dict[str, float] = {}
    for term in terms:
        block[f"w:{term.word}"] = 1.0
        if not term.is_masked:
            block[f"st:{term.stem}"] = 1.0
            found = pieces(term.word)
            for piece in found:
                block[f"c:{piece}"] = block.get(f"c:{piece}", 0.0) + 0.6 / len(found) ** 0.5
    row = ["^", *(term.stem for term in terms), "$"]
    block.update({f"b:{one} {other}": 0.8 for one, other in pairwise(row)})
    for one, middle, other in zip(row, row[1:], row[2:], strict=False):
        block[f"t:{one} {middle} {other}"] = 0.5
        block[f"s:{one} {other}"] = 0.4
    return block


def _words(terms: list[Term]) -> dict[str, float]:
    """Stems and what stands beside what."""
    block = {term.stem: 1.0 for term in terms}
    block.update({f"{one.stem} {other.stem}": 0.6 for one, other in pairwise(terms)})
    return block


def _each(names: Iterable[str]) -> dict[str, float]:
    return dict.fromkeys(names, 1.0)


def _shapes(analysis: Analysis, clause: Clause, sentence: tuple[int, int], groups: int) -> list[str]:
    """The shape of a clause and of the message about it."""
    here = len(analysis.named_in(clause.start, clause.end))
    everywhere = len(analysis.named_in(0, len(analysis.message.text)))
    asks, asks_here = "?" in analysis.message.text, "?" in analysis.message.text[slice(*sentence)]
    last = analysis.clauses[-1]
    return [
        f"medicines {min(here, 3)}",
        f"medicines of the message {min(everywhere, 4)}",
        f"medicines {min(here, 2)} of {min(everywhere, 2)}",
        f"last {clause == last}",
        f"only {len(analysis.clauses) == 1}",
        f"question here {asks_here}, anywhere {asks}",
        f"in the last sentence {clause.sentence == last.sentence}",
        f"begins its sentence {clause.start == sentence[0]}",
        f"groups {min(groups, 3)}",
    ]
