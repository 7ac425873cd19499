"""The certainty of the evidence of each estimate, as its source grades it.

Looked for in this order: the estimate's own region; the words before it in the sentence ("Low-certainty evidence
suggests that ..."); the words after it; a following sentence on the evidence as a whole; a grade for all outcomes of
the paragraph; a grade for named outcomes anywhere in the results. Two grades in one place ("low to moderate") are left
open, and prose without a grade is not graded, however sure it sounds.
"""

from __future__ import annotations

import re
from functools import cached_property

from knowledge.sources.extraction.layout import Layout
from knowledge.sources.extraction.models import Grade, Place

SENTENCES_AFTER = 3
"""How many sentences after an estimate may still speak of its evidence without naming it."""


def grades_of(layout: Layout) -> list[Grade | None]:
    """The grade of each estimate of the layout."""
    reader = _Reader(layout)
    own = [reader.own(index) for index in range(len(layout.found))]
    in_sentence = [grade or reader.in_sentence(index, own) for index, grade in enumerate(own)]
    grades: list[Grade | None] = []
    for index, grade in enumerate(in_sentence):
        leader = layout.leader(index)
        grades.append(grade or (grades[leader] if leader is not None else None) or reader.around(index))
    return grades


class _Reader:
    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    def within(self, place: Place) -> list[Grade]:
        """Every grade in a part of the text; those that are one end of a range are left out."""
        words, text, grades = self.layout.words, self.layout.text, []
        for match in words.grade.finditer(text, place.start, place.end):
            name = "first" if match["first"] else "second"
            before, after = (
                text[max(place.start, match.start(name) - 14) : match.start(name)],
                text[match.end(name) :][:30],
            )
            if words.range_before.search(before) or (name == "second" and words.range_after.match(after)):
                continue
            grades.append(Grade(level=words.graded(match), place=Place(start=match.start(), end=match.end())))
        return grades

    def _only(self, place: Place) -> Grade | None:
        grades = self.within(place)
        return grades[0] if len({grade.level for grade in grades}) == 1 else None

    def own(self, index: int) -> Grade | None:
        """The grade in the estimate's region: after it before the next estimate, else after that, else before it."""
        found = self.layout.found
        here = found[index]
        later = [found[i].estimate.place.start for i in self.layout.together(index) if i > index]
        edge = here.estimate.place.end
        tries = [
            Place(start=edge, end=max(edge, min([*later, here.region.end]))),
            Place(start=edge, end=max(edge, here.region.end)),
            Place(start=here.region.start, end=max(here.region.start, here.estimate.place.start)),
        ]
        return next((grades[0] for place in tries if (grades := self.within(place))), None)

    def in_sentence(self, index: int, own: list[Grade | None]) -> Grade | None:
        """A grade that the sentence gives before the estimate, for all that follow, or after it, for all before."""
        here = self.layout.found[index]
        sentence = self.layout.sentences[here.sentence]
        inside = self.layout.neighbours(index)
        first = self.layout.in_sentence(here.sentence)[0]
        before = [Place(start=sentence.start, end=self.layout.found[first].region.start)]
        before += [self.layout.before(i) for i in inside if inside[0] < i <= index]
        leading = [grades[-1] for place in before if place.start < place.end and (grades := self.within(place))]
        if leading:
            return leading[-1]
        following = [i for i in inside if i > index]
        after = [self.layout.before(i) for i in following]
        after.append(Place(start=self.layout.found[inside[-1]].region.end, end=sentence.end))
        for position, place in enumerate(after):
            if place.start < place.end and (grade := self._only(place)):
                return grade
            if position < len(following) and own[following[position]]:
                return None
        return None

    def around(self, index: int) -> Grade | None:
        """A grade of other sentences: of the evidence before them, of all outcomes, of this outcome by name."""
        return self._after(index) or self._all_outcomes(index) or self._by_name(index)

    def _after(self, index: int) -> Grade | None:
        number = self.layout.found[index].sentence
        for later in range(number + 1, min(number + 1 + SENTENCES_AFTER, len(self.layout.sentences))):
            if self.layout.paragraph_of[later] != self.layout.paragraph_of[number] or self.layout.in_sentence(later):
                return None
            grades = self.within(self.layout.sentences[later])
            text = self.layout.sentence_text(later)
            if grades:
                about_all = self.layout.words.found(
                    "evidence_before", text[: grades[0].place.end if grades[0].place else 0]
                )
                return self._only(self.layout.sentences[later]) if self._opens(later, grades[0]) or about_all else None
        return None

    def _opens(self, number: int, grade: Grade) -> bool:
        """Whether the sentence is about the evidence before it: its grade is all it says, and no outcome is named."""
        start = self.layout.sentences[number].start
        opening = self.layout.text[start : grade.place.start if grade.place else start]
        following = self.layout.text[grade.place.end if grade.place else start : self.layout.sentences[number].end]
        return len(opening.split()) <= 5 and not self.layout.words.found("named_outcomes", following[:12])

    def _all_outcomes(self, index: int) -> Grade | None:
        paragraph = self.layout.paragraph_of[self.layout.found[index].sentence]
        for number, grade in self.whole_grades:
            same = self.layout.paragraph_of[number] == paragraph
            if same or (not self.layout.in_sentence(number) and self._whole(number)):
                return grade
        return None

    def _whole(self, number: int) -> bool:
        """Whether a sentence of another paragraph speaks of the whole review: no estimate stands in its paragraph."""
        paragraph = self.layout.paragraph_of[number]
        return not any(self.layout.paragraph_of[found.sentence] == paragraph for found in self.layout.found)

    def _by_name(self, index: int) -> Grade | None:
        """A grade for outcomes that are named: "moderate quality for pain and adverse events, low for sleep"."""
        sentence = self.layout.found[index].sentence
        before, whole = (
            _stems(self.layout.before(index).of(self.layout.text)),
            _stems(self.layout.sentence_text(sentence)),
        )
        for around, fewest in ((before, 1), (whole, 2)):
            fits = [grade for grade, wanted in self.named_grades if len(wanted) >= fewest and wanted <= around]
            if fits:
                return fits[0] if len({grade.level for grade in fits}) == 1 else None
        return None

    @cached_property
    def named_grades(self) -> list[tuple[Grade, frozenset[str]]]:
        """Every grade that a sentence without estimates gives for a named outcome, with the stems of its name."""
        fillers = _stems(" ".join(self.layout.words.outcome_fillers))
        return [
            (grade, _stems(named) - fillers)
            for number, place in enumerate(self.layout.sentences)
            if not self.layout.in_sentence(number)
            for grade, named in self._named(place)
        ]

    @cached_property
    def whole_grades(self) -> list[tuple[int, Grade]]:
        """The sentences that give one grade for all outcomes."""
        found = []
        for number, place in enumerate(self.layout.sentences):
            if self.layout.words.found("all_outcomes", place.of(self.layout.text)) and (grade := self._only(place)):
                found.append((number, grade))
        return found

    def _named(self, place: Place) -> list[tuple[Grade, str]]:
        """Each grade of a sentence with each outcome it is given for."""
        grades = self.within(place)
        pairs = []
        for position, grade in enumerate(grades):
            start = grade.place.end if grade.place else place.start
            next_place = grades[position + 1].place if position + 1 < len(grades) else None
            part = self.layout.text[start : next_place.start if next_place else place.end]
            opening = self.layout.words.patterns["named_outcomes"].match(part.lstrip(" ,"))
            if opening:
                named = re.split(self.layout.words.source("causes"), part.lstrip(" ,")[opening.end() :])[0]
                items = re.split(rf"[,;.()]|{self.layout.words.source('and_words')}", named)
                pairs += [(grade, item) for item in items if item.strip()]
        return pairs


def _stems(text: str) -> frozenset[str]:
    """The words of a text, cut so that singular and plural meet."""
    return frozenset(word[:6].rstrip("s") for word in re.findall(r"[^\W\d_]{2,}", text.lower()))
