"""What an estimate is about, in the source's own words.

The words before the estimate are cut down: what the sentence says of the comparison is taken off, then the outcome is
the subject ("relapse was more frequent with ..."), or what follows the last lead ("reduced the risk of ...", "no
difference in ..."), or, in a list, all of a short piece. A label beside the numbers ("microbiological failure: RR ...",
"the mean difference for fever was ...") goes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.sources.extraction.layout import Layout
from knowledge.sources.extraction.models import Place, Words
from knowledge.sources.extraction.number_patterns import patterns_of
from knowledge.sources.extraction.wording import stems_of, trimmed, words_at

LONGEST = 22
"""Words of an outcome; a longer piece is a sentence that was not understood."""
SHORT_PIECE = 12
"""Words of a piece of a list that is taken as it stands."""


def outcomes_of(layout: Layout) -> list[Words | None]:
    """The outcome of each estimate of the layout."""
    reader = _Reader(layout)
    found: list[Words | None] = []
    for index in range(len(layout.found)):
        found.append(reader.read(index, found))
    return found


class _Reader:
    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.words = layout.words.patterns
        letters = list(layout.masked)
        for items in layout.comparisons:
            for item in items:
                letters[item.place.start : item.place.end] = "|" * (item.place.end - item.place.start)
        self.text = "".join(letters)
        """The text without brackets, its comparisons barred: no outcome reaches over one."""

    def read(self, index: int, before: list[Words | None]) -> Words | None:
        """The outcome of one estimate; `before` are those of the estimates before it."""
        repeated = self.layout.repeats(index)
        shares = self.layout.together(index)[0] < index
        own = self.layout.new_words(index) if shares else None
        return (
            self._absolute(index)
            or self._label(index)
            or (before[repeated] if repeated is not None else None)
            or (self._cut(own, self.layout.text) if own else None)
            or self._of_arms(index, before)
            or (self.after(index) if self._lists_arms(index) else None)
            or self._piece(index)
            or self.after(index)
            or self._from_list(index, before)
        )

    def _cut(self, place: Place, text: str | None = None) -> Words | None:
        """The outcome that a place holds once words at its ends are off; in the barred text unless another is given."""
        text = text or self.text
        openers, closers = self.words["outcome_openers"], self.words["outcome_closers"]
        limit = place.end
        place = trimmed(text, place, openers, closers)
        bar = text.find("|", place.start, place.end)
        place = trimmed(text, Place(start=place.start, end=bar if bar >= 0 else place.end), openers, closers)
        ends = [match.start() for match in self.words["outcome_ends"].finditer(text, place.start + 1, place.end)]
        for comma in re.finditer(r",\s", place.of(text)):
            if self.words["subject_ends"].search(text, place.start + comma.end(), limit):
                ends.append(place.start + comma.start())
        place = trimmed(text, Place(start=place.start, end=min([*ends, place.end])), openers, closers)
        place = self._negated(text, trimmed(text, self._past_arm(text, place), openers, closers))
        found = words_at(self.layout.abstract.text, place)
        return found if found and len(found.text.split()) <= LONGEST and not self._is_other(found) else None

    def _negated(self, text: str, place: Place) -> Place:
        """The place with the word before it that turns the outcome: "not cured" is the contrary of "cured"."""
        before = re.search(r"[^\W\d_]+\s+$", text[max(0, place.start - 20) : place.start])
        first = re.match(r"[\w'-]+", place.of(text))
        if not (before and first and self.words["negations"].fullmatch(before[0].strip())):
            return place
        judged = self.words["good_outcomes"].fullmatch(first[0]) or self.words["bad_outcomes"].fullmatch(first[0])
        return Place(start=place.start - len(before[0]), end=place.end) if judged else place

    def _past_arm(self, text: str, place: Place) -> Place:
        """The place after the arm that people are said to be in: "randomised to A dropped out"."""
        carrier = self.words["carriers_only"].match(text, place.start, place.end)
        if not carrier:
            return place
        words = list(re.finditer(r"[\w-]+", text[carrier.end() : place.end]))[:5]
        arms = [word.end() for word in words if stems_of(word[0]) & self.layout.arm_stems]
        return Place(start=carrier.end() + arms[-1], end=place.end) if arms else place

    def _is_other(self, found: Words) -> bool:
        """Whether the words are people, arms or a bare amount, not something measured."""
        first = re.split(r"[\s-]", found.text)[0]
        people = self.words["participants"].fullmatch(first) or self.words["those"].fullmatch(first)
        no_name = self.words["no_arms"].fullmatch(found.text) or self.words["no_outcomes"].fullmatch(found.text)
        # A length of time, "six weeks", is none either.
        stems = stems_of(self.words["averages"].sub(" ", self.words["number_words"].sub(" ", found.text)))
        if self.words["favours"].match(found.text):
            return True
        named = self.words["studies"].search(found.text) or self.words["carriers_only"].match(found.text)
        return bool(people or no_name or named or not stems or stems <= self.layout.arm_stems)

    def _absolute(self, index: int) -> Words | None:
        """The outcome between the words of a difference per 1,000: "58 fewer deaths per 1000"."""
        here = self.layout.found[index].estimate
        if not (here.unit or "").startswith("per "):
            return None
        text = here.place.of(self.text)
        sign = self.words["fewer"].search(text) or self.words["more"].search(text)
        per = self.words["per"].search(text, sign.end()) if sign else None
        return (
            self._cut(Place(start=here.place.start + sign.end(), end=here.place.start + per.start()))
            if sign and per
            else None
        )

    def _label(self, index: int) -> Words | None:
        """Words of the region that name the outcome: "(mortality: RR ...)", "the mean difference for fever was ..."."""
        here = self.layout.found[index]
        inner = re.match(
            r"[(\[]\s*([^()\[\]:]{3,80}):\s*", self.layout.text[here.region.start : here.estimate.place.start]
        )
        if (
            inner
            and self.layout.together(index)[0] == index
            and not self.words["label_words"].search(inner[1])
            and not re.search(r"\d", inner[1])
        ):
            start = here.region.start + inner.start(1)
            return self._cut(Place(start=start, end=start + len(inner[1])), self.layout.text)
        last = self.layout.found[index - 1].estimate.place.end if index else 0
        before = max(here.region.start, last)
        labels = list(
            re.finditer(r"(?:^|[;,(])\s*([^;,:()\d]{3,60}):\s", self.layout.text[before : here.estimate.place.start])
        )
        if labels and not self.words["label_words"].search(labels[-1][1]):
            start = before + labels[-1].start(1)
            return self._cut(Place(start=start, end=start + len(labels[-1][1])), self.layout.text)
        measure = patterns_of(self.layout.abstract.language).measure.match(
            self.layout.text, here.estimate.place.start, here.estimate.place.end
        )
        if not measure:
            return None
        opening = re.compile(r"[^\d(\[]{4,100}").match(self.text, measure.end(), here.estimate.place.end)
        lead = self.words["outcome_weak_leads"].search(self.text, measure.end(), opening.end()) if opening else None
        if not opening or not lead or self.text[measure.end() : lead.start()].strip():
            return None
        return self._cut(Place(start=lead.end(), end=opening.end()))

    def _piece(self, index: int) -> Words | None:
        """The outcome in the words between the last estimate of the sentence and this one."""
        place = trimmed(
            self.text, self.layout.before(index), self.words["sentence_openers"], self.words["outcome_closers"]
        )
        if place.start >= place.end:
            return None
        subject = self.words["subject_comparisons"].search(self.text, place.start, place.end)
        if subject and (found := self._subject(Place(start=place.start, end=subject.start()))):
            return found
        return next((found for part in self._parts(place, index) if (found := self._cut(part))), None)

    def _parts(self, place: Place, index: int) -> Iterator[Place]:
        """Where in a piece the outcome may stand, the surest first."""
        leads = list(self.words["outcome_leads"].finditer(self.text, place.start, place.end))
        last = next(
            (i for i, lead in enumerate(leads) if self.words["outcome_last_leads"].fullmatch(lead[0])), len(leads) - 1
        )
        for lead in reversed(leads[: last + 1]):
            yield Place(start=lead.end(), end=place.end)
        is_short = not leads and len(place.of(self.text).split()) <= SHORT_PIECE
        if is_short and self.layout.in_sentence(self.layout.found[index].sentence)[0] != index:  # in a list
            yield place
        start = leads[-1].end() if leads else place.start
        for lead in self.words["outcome_weak_leads"].finditer(self.text, start, place.end):
            yield Place(start=lead.end(), end=place.end)
        if is_short:
            yield place

    def _subject(self, place: Place) -> Words | None:
        """The subject of the sentence, unless it is people or an arm."""
        clause = re.split(r"[,;:]\s", place.of(self.text))[-1]
        start = place.end - len(clause)
        if that := list(self.words["that"].finditer(self.text, start, place.end)):
            start = that[-1].end()
        return self._cut(Place(start=start, end=place.end))

    def _of_arms(self, index: int, before: list[Words | None]) -> Words | None:
        """The outcome of the first estimate of a list of arms."""
        first = self.layout.in_sentence(self.layout.found[index].sentence)[0]
        return before[first] if first < index and self.layout.arm_in_list(index) else None

    def _lists_arms(self, index: int) -> bool:
        """Whether the sentence names arms before its numbers, the outcome after: "A (...) and B (...) on death"."""
        here = self.layout.found[index]
        inside = self.layout.neighbours(index)
        after = self.text[self.layout.found[inside[-1]].region.end : self.layout.sentences[here.sentence].end].lstrip(
            " ,"
        )
        goes_on = self.words["outcome_weak_leads"].match(after) or self.words["subject_ends"].match(after)
        pieces = [self.words["effects_of"].sub(" ", self.layout.before(i).of(self.text)) for i in inside]
        return bool(goes_on) and not any(self.words["outcome_leads"].search(piece) for piece in pieces)

    def after(self, index: int) -> Words | None:
        """An outcome said after the estimates of a sentence: "A (...) and B (...) had no effect on mortality"."""
        here = self.layout.found[index]
        start = self.layout.found[self.layout.in_sentence(here.sentence)[-1]].region.end
        end = self.layout.sentences[here.sentence].end
        strong = self.words["outcome_leads"].finditer(self.text, start, end)
        weak = self.words["outcome_weak_leads"].finditer(self.text, start, end)
        leads = [lead for lead in (*reversed(list(strong)), *weak) if len(self.text[start : lead.start()].split()) <= 5]
        found = (self._cut(Place(start=lead.end(), end=end)) for lead in leads)
        return next((words for words in found if words), None)

    def _from_list(self, index: int, before: list[Words | None]) -> Words | None:
        """The outcome of the estimate before it in the sentence, where this one adds only another arm or time."""
        inside = self.layout.in_sentence(self.layout.found[index].sentence)
        return before[index - 1] if index > inside[0] else None
