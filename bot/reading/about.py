"""Which of the medicines of a message an ask is about, and which stand on the other side of an interaction.

Everything named in the message is judged for every ask by features of where it stands: in the words that ask or in
those of another ask, in the sentence before them, in a list, first or last, and between which words. The parts of a
combination that is only named as one are one thing: they are asked about together or not at all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from bot.reading.clause_features import Analysis, Features, number
from knowledge.evidence.models import Intent

WORDS_AROUND = 3
"""Words before and after a name that are looked at."""
WORDS_IN_LIST = 2
"""Words that may stand between two names of one list: "40 mg og"."""
FAR = 9
_LETTERS = re.compile(r"[^\W\d_]+")
_ENDS_LIST = re.compile(r"[?!;\n]|(?<!\d)\.(?!\d)")
_DOSE = re.compile(r"[\s(]*\d")


@dataclass(frozen=True)
class Asking:
    """The words that ask one thing: characters `start` to `end` (exclusive) of the message, and what they ask."""

    intent: Intent
    start: int
    end: int


@dataclass(frozen=True)
class Named:
    """One thing named in a message: a medicine or the parts of a combination; and where each of its names stands, first
    and last (exclusive) character."""

    medicines: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Scene:
    """An ask among the medicines of its message; `asked` is everything that the message asks."""

    analysis: Analysis
    asking: Asking
    asked: tuple[Asking, ...] = ()

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """What is named, in the order in which it is named first."""
        places: dict[str, list[tuple[int, int]]] = {}
        for start, end, medicines in self.analysis.medicines:
            for medicine in sorted(medicines):
                places.setdefault(medicine, []).append((start, end))
        together: dict[tuple[tuple[int, int], ...], list[str]] = {}
        for medicine, found in places.items():
            together.setdefault(tuple(found), []).append(medicine)
        return tuple(Named(tuple(medicines), found) for found, medicines in together.items())

    @cached_property
    def starts(self) -> tuple[tuple[int, int], ...]:
        """First character of every name in order, and the place in `named` of what it names."""
        return tuple(sorted((start, place) for place, one in enumerate(self.named) for start, _ in one.places))

    def within(self, start: int, end: int) -> frozenset[int]:
        """What is named between two characters, by its place in `named`."""
        return frozenset(place for at, place in self.starts if start <= at < end)

    @cached_property
    def inside(self) -> frozenset[int]:
        """What is named in the words that ask."""
        return self.within(self.asking.start, self.asking.end)

    @cached_property
    def in_asks(self) -> tuple[frozenset[int], ...]:
        """What is named in the words of each of the other asks."""
        return tuple(self.within(one.start, one.end) for one in self.asked if one != self.asking)

    @cached_property
    def before(self) -> tuple[int, ...]:
        """What is named before them, the nearest first."""
        return tuple(dict.fromkeys(place for at, place in reversed(self.starts) if at < self.asking.start))

    def sentence_at(self, place: int) -> int:
        """The number of the sentence of a character."""
        clauses = self.analysis.clauses
        last = bisect_right(clauses, place, key=lambda clause: clause.start) - 1
        return clauses[last].sentence if last >= 0 else 0

    @cached_property
    def sentences(self) -> frozenset[int]:
        """The sentences in which medicines are named."""
        return frozenset(self._by_sentence)

    def of_sentence(self, sentence: int) -> frozenset[int]:
        """What is named in a sentence."""
        return self._by_sentence.get(sentence, frozenset())

    @cached_property
    def _by_sentence(self) -> dict[int, frozenset[int]]:
        found: dict[int, frozenset[int]] = {}
        for start, place in self.starts:
            sentence = self.sentence_at(start)
            found[sentence] = found.get(sentence, frozenset()) | {place}
        return found

    @cached_property
    def list_of(self) -> dict[int, int]:
        """How many names stand in the list of a name, by the name's first character; 1 for a name that stands alone."""
        text = self.analysis.message.text
        lists: list[list[int]] = [[]]
        last = 0
        for start, end, _ in self.analysis.medicines:
            between = text[last:start]
            if lists[-1] and (len(_LETTERS.findall(between)) > WORDS_IN_LIST or _ENDS_LIST.search(between)):
                lists.append([])
            lists[-1].append(start)
            last = end
        return {start: len(members) for members in lists for start in members}


def features_of(scene: Scene) -> list[Features]:
    """The features of each thing named in the message, in the order of `Scene.named`."""
    return [_features(scene, place, named) for place, named in enumerate(scene.named)]


def _features(scene: Scene, place: int, named: Named) -> Features:
    features: Features = {}
    intent = scene.asking.intent.value
    for standing in _standing(scene, place, named):
        features[number(f"A:{standing}")] = 1.0
        features[number(f"A:{intent} {standing}")] = 1.0
    inside = [at for at in named.places if _within(scene, at[0])]
    beside = len(scene.inside)
    for name, weight in _around(scene, inside, named):
        features[number(name)] = weight
    rank = scene.before.index(place) if place in scene.before else FAR
    for group in scene.analysis.groups_in(scene.asking.start, scene.asking.end):
        features[number(f"C:{group} {bool(inside)} {min(beside, 2)}")] = 0.4
        features[number(f"C:{group} rank {min(rank, 2)} {min(beside, 1)}")] = 0.3
    for term in scene.analysis.terms_in(scene.asking.start, scene.asking.end):
        features[number(f"T:{term.stem} {bool(inside)} {min(beside, 1)}")] = 0.3
    return features


def _within(scene: Scene, place: int) -> bool:
    return scene.asking.start <= place < scene.asking.end


def _standing(scene: Scene, place: int, named: Named) -> list[str]:
    """Where something named stands as to the words that ask, and among everything else named."""
    asked = scene.sentence_at(scene.asking.start)
    own = {scene.sentence_at(start) for start, _ in named.places}
    everything = len(scene.named)
    inside = place in scene.inside
    beside = min(len(scene.inside), 2)
    beside_3 = min(len(scene.inside), 3)
    rank = scene.before.index(place) if place in scene.before else FAR
    distance = min(abs(sentence - asked) for sentence in own)
    nearest = min(abs(sentence - asked) for sentence in scene.sentences)
    listed = max(len(scene.of_sentence(sentence)) for sentence in own)
    is_before = any(start < scene.asking.start for start, _ in named.places)
    is_after = any(start >= scene.asking.end for start, _ in named.places)
    return [
        f"in {inside}",
        f"beside {beside_3}",
        f"in {inside} beside {beside_3}",
        f"same sentence {asked in own}",
        f"same sentence {asked in own} of {min(len(scene.of_sentence(asked)), 3)} beside {beside}",
        f"of {min(everything, 5)}",
        f"in {inside} of {min(everything, 4)} beside {beside}",
        f"rank {min(rank, 4)} beside {beside}",
        f"place {min(place, 3)}",
        f"place {min(place, 2)} beside {beside}",
        f"last {place == everything - 1} beside {beside}",
        f"in {inside} before {is_before} after {is_after}",
        f"named {min(len(named.places), 3)}",
        f"named {min(len(named.places), 3)} beside {beside}",
        f"distance {min(distance, 4)}",
        f"distance {min(distance, 4)} beside {beside}",
        f"nearest {distance == nearest}",
        f"nearest {distance == nearest} beside {beside}",
        f"list {min(listed, 5)} beside {beside}",
        f"list {min(listed, 5)} distance {min(distance, 2)}",
        f"in a question {_is_in_question(scene, own)} in {inside} beside {beside}",
        *_among_asks(scene, place, named),
    ]


def _among_asks(scene: Scene, place: int, named: Named) -> list[str]:
    """Where it stands among the other asks and in lists, and whether a dose follows its name."""
    inside, beside = place in scene.inside, min(len(scene.inside), 2)
    others = sum(place in found for found in scene.in_asks)
    free = frozenset().union(*scene.in_asks) - scene.inside
    shortest = min(scene.list_of[start] for start, _ in named.places)
    longest = max(scene.list_of[start] for start, _ in named.places)
    text = scene.analysis.message.text
    doses = sum(bool(_DOSE.match(text, end)) for _, end in named.places)
    earlier = scene.asked.index(scene.asking) if scene.asking in scene.asked else 0
    return [
        f"asked elsewhere {min(others, 2)} of {min(len(free), 2)} in {inside} beside {beside}",
        f"asked elsewhere {bool(others)} place {min(place, 2)} beside {beside}",
        f"asks {min(len(scene.asked), 3)} this {min(earlier, 2)} asked elsewhere {bool(others)} in {inside}",
        f"in a list of {min(shortest, 4)} to {min(longest, 4)} in {inside} beside {beside}",
        f"in a list of {min(longest, 4)} named {min(len(named.places), 2)} of {min(len(scene.named), 5)}",
        f"dose {min(doses, 2)} of {min(len(named.places), 2)} in {inside} beside {beside}",
        f"dose {bool(doses)} in a list of {min(shortest, 3)} beside {beside}",
        f"parts {min(len(named.medicines), 2)} in {inside}",
    ]


def _is_in_question(scene: Scene, own: set[int]) -> bool:
    text = scene.analysis.message.text
    of_own = [clause for clause in scene.analysis.clauses if clause.sentence in own]
    return any("?" in text[clause.start : clause.end] for clause in of_own)


def _around(scene: Scene, inside: list[tuple[int, int]], named: Named) -> list[tuple[str, float]]:
    """The words around the name that asks, or else around the one nearest to the words that ask."""
    start = inside[0][0] if inside else min(named.places, key=lambda at: abs(at[0] - scene.asking.start))[0]
    terms = scene.analysis.terms
    at = next((place for place, term in enumerate(terms) if term.start >= start), len(terms) - 1)
    found = []
    for step in range(-WORDS_AROUND, WORDS_AROUND + 1):
        if step and 0 <= at + step < len(terms):
            stem = terms[at + step].stem
            found.append((f"W:{bool(inside)} {step} {stem}", 0.5))
            found.append((f"W:{bool(inside)} {'before' if step < 0 else 'after'} {stem}", 0.5))
    return found
