"""How many trials and participants an estimate rests on.

What stands in the estimate's own region counts first; then what the sentence says once for all its estimates, the
sentence before ("Four trials reported on mortality."), a line that speaks of all results of a comparison. Two numbers
that differ in one place are left open.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal

from knowledge.sources.extraction.layout import Layout
from knowledge.sources.extraction.models import Count, Place

Kind = Literal["studies", "participants"]


def counts_of(layout: Layout, kind: Kind) -> list[Count | None]:
    """The count of each estimate of the layout."""
    reader = _Reader(layout, kind)
    found = [reader.own(index) for index in range(len(layout.found))]
    return [count or reader.elsewhere(index, found) for index, count in enumerate(found)]


class _Reader:
    def __init__(self, layout: Layout, kind: Kind) -> None:
        self.layout = layout
        self.kind = kind
        self.pattern = layout.words.count_pattern(kind)

    def within(self, place: Place) -> list[Count]:
        """Every count in a part of the text."""
        counts = []
        for match in self.pattern.finditer(self.layout.text, place.start, place.end):
            number = self.layout.words.counted(match)
            if number is not None:
                counts.append(Count(number=number, place=Place(start=match.start(), end=match.end())))
        return counts

    def own(self, index: int) -> Count | None:
        """The count in the estimate's region: after it before the next estimate, else after that, else before it."""
        found, together = self.layout.found, self.layout.together(index)
        region, place = found[index].region, found[index].estimate.place
        starts = [found[i].estimate.place.start for i in together if i > index]
        ends = [found[i].estimate.place.end for i in together if i < index]
        tries = [
            Place(start=place.end, end=max(place.end, min([*starts, region.end]))),
            Place(start=place.end, end=max(place.end, region.end)),
            Place(start=region.start, end=max(region.start, place.start)),
        ]
        first = found[together[0]].estimate.place.start
        if self.within(Place(start=region.start, end=max(region.start, first))):
            # "(anaemia: 24 participants, RR ...; infections: 25 participants, RR ...)": each count stands before.
            tries.insert(0, Place(start=max([region.start, *ends]), end=max([region.start, *ends, place.start])))
        return next((counts[0] for place in tries if (counts := self.within(place))), None)

    def elsewhere(self, index: int, own: list[Count | None]) -> Count | None:
        """The count that words around give, where they give one number only."""
        return (
            self._only(self._last_clause(self.layout.before(index)))
            or self._later_in_sentence(index, own)
            or self._first_in_sentence(index, own)
            or self._sentence_before(index)
            or self._whole_comparison(index)
        )

    def _last_clause(self, place: Place) -> Place:
        """The words after the last semicolon: "seven trials reported it; one found ..." is not of seven trials."""
        cut = self.layout.masked.rfind(";", place.start, place.end)
        return Place(start=cut + 1, end=place.end) if cut >= 0 else place

    def _only(self, place: Place) -> Count | None:
        counts = self.within(place)
        return counts[-1] if len({count.number for count in counts}) == 1 else None

    def _later_in_sentence(self, index: int, own: list[Count | None]) -> Count | None:
        """A count said once after a list: "8.8 (...) at 8 weeks and 7.0 (...) at 12 weeks (2 studies)"."""
        here = self.layout.found[index]
        later = [i for i in self.layout.in_sentence(here.sentence) if i > index]
        for other in later:
            if (
                (count := own[other])
                and count.place
                and count.place.start >= self.layout.found[other].estimate.place.start
            ):
                return count if self._joined(index, other) else None
        return None if later else self._only(Place(start=here.region.end, end=self.layout.sentences[here.sentence].end))

    def _joined(self, first: int, last: int) -> bool:
        """Whether no estimate between has a region of its own kind, and little stands between the two."""
        gap = self.layout.found[last].estimate.place.start - self.layout.found[first].region.end
        return gap <= 40 and last == first + 1

    def _first_in_sentence(self, index: int, own: list[Count | None]) -> Count | None:
        """A count said once before a list: "Two trials showed A (...) and B (...)"."""
        first = self.layout.in_sentence(self.layout.found[index].sentence)[0]
        if first == index or any(own[i] for i in range(first, index)):
            return None
        return self._only(self._last_clause(self.layout.before(first)))

    def _sentence_before(self, index: int) -> Count | None:
        """A sentence without estimates that opens with the count of those who reported the outcome."""
        number = self.layout.found[index].sentence
        if self.layout.words.patterns["number_words"].match(self.layout.sentence_text(number)):
            return None
        if number == 0 or self.layout.paragraph_of[number] != self.layout.paragraph_of[number - 1]:
            return None
        place = self.layout.sentences[number - 1]
        if self.layout.in_sentence(number - 1) or not self.layout.words.found("reported", place.of(self.layout.text)):
            return None
        counts = self.within(place)
        opening = (
            place.of(self.layout.text)[: counts[0].place.start - place.start] if counts and counts[0].place else "-"
        )
        return counts[0] if re.fullmatch(r"(?:\w+\s)?", opening) and len({c.number for c in counts}) == 1 else None

    def _whole_comparison(self, index: int) -> Count | None:
        """A sentence of the paragraph that speaks of all its results."""
        paragraph = self.layout.paragraph_of[self.layout.found[index].sentence]
        places = [place for number, place in self._whole if self.layout.paragraph_of[number] == paragraph]
        return self._only(places[0]) if places else None

    @cached_property
    def _whole(self) -> list[tuple[int, Place]]:
        """The sentences that speak of all results."""
        words, text = self.layout.words, self.layout.text
        return [
            (n, place) for n, place in enumerate(self.layout.sentences) if words.found("all_results", place.of(text))
        ]
