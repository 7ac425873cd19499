"""An abstract laid out for reading: its sentences, the estimates in them, and the region of text that belongs to each.

The region of an estimate is the bracket around it, or the words from its measure on, together with the counts, grades
and statistics that follow directly: "RR 0.86, 95% CI 0.22 to 3.39; 2 trials, 957 participants; low-certainty evidence".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from knowledge.evidence.models import Frozen
from knowledge.sources.extraction.comparisons import ArmReader, Comparison
from knowledge.sources.extraction.estimates import read_estimates
from knowledge.sources.extraction.models import Abstract, Place
from knowledge.sources.extraction.notation import plain
from knowledge.sources.extraction.regions import STATISTICS, Found, Regions, run_on, united
from knowledge.sources.extraction.sentences import paragraphs, sentences
from knowledge.sources.extraction.vocabulary import Vocabulary, load_vocabulary
from knowledge.sources.extraction.wording import masked, stems_of

LONGEST_LIST = 25
"""Estimates to each side that may share a verb or a grade with one."""
LONGEST_LISTED_ARM = 4
"""Words of an arm in a list of arms."""


class Layout(Frozen):
    """An abstract with its estimates, in order of their places."""

    abstract: Abstract
    text: str
    """The abstract in plain notation."""
    paragraphs: tuple[Place, ...]
    sentences: tuple[Place, ...]
    paragraph_of: tuple[int, ...]
    """The number of the paragraph of each sentence."""
    found: tuple[Found, ...]

    @cached_property
    def words(self) -> Vocabulary:
        """The vocabulary of the abstract's language."""
        return load_vocabulary(self.abstract.language)

    @cached_property
    def masked(self) -> str:
        """The text with its brackets blanked, sentence by sentence: one never closed spoils one sentence only."""
        letters = list(self.text)
        for sentence in self.sentences:
            letters[sentence.start : sentence.end] = masked(sentence.of(self.text))
        return "".join(letters)

    @cached_property
    def reader(self) -> ArmReader:
        """Reads the names of arms in the masked text."""
        return ArmReader(self.masked, self.words)

    @cached_property
    def comparisons(self) -> list[list[Comparison]]:
        """The comparisons of each sentence."""
        return [self.reader.comparisons(sentence) for sentence in self.sentences]

    def comparisons_in(self, place: Place) -> list[Comparison]:
        """The comparisons that begin in a place."""
        first = bisect_right(self._starts, place.start) - 1
        found: list[Comparison] = []
        for items in self.comparisons[max(0, first) :]:
            found += [item for item in items if place.start <= item.place.start < place.end]
            if items and items[0].place.start >= place.end:
                break
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_text(self, number: int) -> str:
        """A sentence in plain notation."""
        return self.sentences[number].of(self.text)

    def repeats(self, index: int) -> int | None:
        """The estimate whose result this one says again: in one region, or as a number needed to treat after it."""
        first = self.together(index)[0]
        if first == index:
            return self.leader(index)
        return None if self.new_words(index) else index - 1

    def before(self, index: int) -> Place:
        """The words of the sentence before an estimate, from the end of the estimate before it."""
        start = self.sentences[self.found[index].sentence].start
        if index and self.found[index - 1].sentence == self.found[index].sentence:
            start = max(start, self.found[index - 1].region.end)
        return Place(start=start, end=max(start, self.found[index].region.start))

    def leader(self, index: int) -> int | None:
        """The estimate that this one says again in another measure: "The NNTB was 33", "58 fewer per 1000 (...)"."""
        if index == 0:
            return None
        here, before = self.found[index], self.found[index - 1]
        near = (
            self.paragraph_of[here.sentence] == self.paragraph_of[before.sentence]
            and here.sentence - before.sentence <= 1
        )
        if not near or before.region.end > here.region.start:
            return None
        if (here.estimate.unit or "").startswith("per "):
            return index - 1
        if here.estimate.measure not in ("NNTB", "NNTH"):
            return None
        between = self.masked[before.region.end : here.region.start]
        return index - 1 if not self.words.patterns["content"].sub("", between).strip(" .,;:()") else None

    @cached_property
    def arm_stems(self) -> frozenset[str]:
        """Stems of every arm that the title or a comparison names."""
        names = [item.comparator.of(self.masked) for items in self.comparisons for item in items]
        names += [
            item.intervention.of(self.masked) for items in self.comparisons for item in items if item.intervention
        ]
        return stems_of(" ".join(names))

    def together(self, index: int) -> list[int]:
        """The estimates that share a region with this one, itself among them, whatever they are about."""
        region = self.found[index].region
        return [
            i
            for i in self.neighbours(index)
            if self.found[i].region.start < region.end and region.start < self.found[i].region.end
        ]

    def new_words(self, index: int) -> Place | None:
        """Words that name something new between the estimate before and this one, where both share a region.

        "(typical RR ..., typical RD ...; 3 trials)" has none, "(death, OR ...; and pain, OR ...)" has.
        """
        start, end = self.found[index - 1].estimate.place.end, self.found[index].estimate.place.start
        place = Place(start=start, end=max(start, end))
        left = place.of(self.text)
        for pattern in (STATISTICS, *self.words.details, self.words.patterns["no_words"]):
            left = pattern.sub(" ", left)
        if len(re.findall(r"[^\W\d_]{3,}", left)) < 2:
            return None
        cut = max(place.of(self.text).rfind(mark) for mark in (";", "),"))
        return Place(start=start + cut + 1, end=place.end)

    @cached_property
    def _by_sentence(self) -> dict[int, list[int]]:
        by_sentence: dict[int, list[int]] = {}
        for index, found in enumerate(self.found):
            by_sentence.setdefault(found.sentence, []).append(index)
        return by_sentence

    def arm_in_list(self, index: int) -> Place | None:
        """The arm of an estimate, where the list is one of arms: "lower in those taking A (...), B (...)"."""
        first = self.in_sentence(self.found[index].sentence)[0]
        opening = self.before(first)
        carriers = list(self.words.patterns["takers"].finditer(self.masked, opening.start, opening.end))
        compared = [item.place for item in self.comparisons_in(opening)]
        if not carriers or any(place.start <= carriers[-1].start() < place.end for place in compared):
            return None
        if len(self.masked[carriers[-1].end() : opening.end].split()) > LONGEST_LISTED_ARM:
            return None
        if index == first:
            return Place(start=carriers[-1].end(), end=opening.end)
        piece = self.before(index)
        words = piece.of(self.masked).split()
        return piece if 0 < len(words) <= LONGEST_LISTED_ARM + 1 else None

    def in_sentence(self, number: int) -> list[int]:
        """The estimates of a sentence."""
        return self._by_sentence.get(number, [])

    def neighbours(self, index: int) -> list[int]:
        """The estimates of the same sentence, as far as a list may reach, this one among them."""
        inside = self.in_sentence(self.found[index].sentence)
        here = index - inside[0]
        return inside[max(0, here - LONGEST_LIST) : here + LONGEST_LIST]


def lay_out(abstract: Abstract) -> Layout:
    """The abstract with its estimates in place."""
    text = plain(abstract.text)
    lines = paragraphs(text)
    words = load_vocabulary(abstract.language)
    cut = [
        [part for sentence in sentences(text, line, words.abbreviations) for part in run_on(text, sentence, words)]
        for line in lines
    ]
    flat = [sentence for line in cut for sentence in line]
    read = list(read_estimates(text, flat, abstract.language))
    regions = Regions(text, words)
    found: list[Found] = []
    for position, (number, estimate) in enumerate(read):
        following = read[position + 1][1].place.start if position + 1 < len(read) else len(text)
        limit = min(following, flat[number].end)
        found.append(Found(estimate=estimate, sentence=number, region=regions.of(estimate, flat[number], limit)))
    return Layout(
        abstract=abstract, text=text, paragraphs=tuple(lines), sentences=tuple(flat),
        paragraph_of=tuple(number for number, line in enumerate(cut) for _ in line), found=tuple(united(found)),
    )  # fmt: skip
