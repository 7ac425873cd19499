"""Which arms an estimate compares, in the source's own words.

The comparison of the words before the estimate goes first, then that of its sentence, of the sentences before it in the
paragraph, of the heading, of the title, and last the first comparison of the review. The intervention is the arm beside
the comparator, or the subject that acts ("A reduced ..."), or the title's.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from knowledge.sources.extraction.comparisons import Comparison
from knowledge.sources.extraction.layout import Layout
from knowledge.sources.extraction.models import Place, Words
from knowledge.sources.extraction.notation import plain
from knowledge.sources.extraction.titles import Title, abbreviations_in, written_out
from knowledge.sources.extraction.wording import stems_of, words_at

LONGEST_HEADING = 170
"""Characters of a line that may be the heading of a comparison."""


class Arms:
    """The arms of every estimate of a layout."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.words = layout.words
        self.title = Title(plain(layout.abstract.title), layout.abstract.language)
        self.masked = layout.masked
        self.reader = layout.reader
        self.by_sentence = layout.comparisons
        self._carried: dict[int, Place | None] = {}
        """Arms of lists of comparators, by estimate; read in the order of the text."""

    def comparator(self, index: int) -> Words | None:
        """The comparator of an estimate."""
        arm = self._carried_arm(index)
        if arm:
            return self._named(arm)
        found = self._comparison(index)
        if found:
            return self._named(found.comparator)
        if self.repeated:
            return self._named(self.repeated)
        if self.title.comparator:
            return Words(text=self.title.comparator)
        return self._named(self.usual.comparator) if self.usual else None

    def intervention(self, index: int, outcome: Words | None) -> Words | None:
        """The intervention of an estimate; what its outcome is named is no arm."""
        found = self._comparison(index)
        listed = self._listed(index, outcome)
        if listed:
            return self._named(listed)
        subject = self._subject(index, outcome)
        sentence = self.layout.sentences[self.layout.found[index].sentence]
        if found and found.intervention and sentence.start <= found.place.start < sentence.end:
            return self._first(found)
        if subject:
            return self._named(subject)
        if found and found.intervention:
            return self._first(found)
        if pair := self._pair_before(self.layout.found[index].sentence):
            return self._first(self._oriented(pair))
        if self.title.intervention and not self.title.is_generic:
            return Words(text=self._written_out(self.title.intervention))
        return self._usual_intervention()

    def _first(self, comparison: Comparison) -> Words | None:
        """The first arm of a comparison; "starting versus avoiding A" shares its last words."""
        if not comparison.intervention:
            return None
        first, second = comparison.intervention.of(self.masked), comparison.comparator.of(self.masked).split()
        if len(first.split()) == 1 and len(second) > 1 and first[-3:] == second[0][-3:]:
            return Words(text=" ".join([first, *second[1:]]), place=comparison.place)
        return self._named(comparison.intervention)

    def _listed(self, index: int, outcome: Words | None) -> Place | None:
        """The arm in the words before the numbers, where the outcome follows: "A (...) and B (...) on death"."""
        here = self.layout.found[index]
        if (listed := self.layout.arm_in_list(index)) and len(self.layout.in_sentence(here.sentence)) > 1:
            return self.reader.name(listed)
        if not outcome or not outcome.place or outcome.place.start < here.region.end:
            return None
        place = self.layout.before(index)
        start = max([m.end() for m in re.finditer(r"[,;]\s", place.of(self.masked))], default=0) + place.start
        for match in self.words.patterns["effects_of"].finditer(self.masked, start, place.end):
            start = match.end()
        return self.reader.name(Place(start=start, end=place.end)) or self.reader.name(place)

    def _usual_intervention(self) -> Words | None:
        return self._named(self.usual.intervention) if self.usual and self.usual.intervention else None

    @cached_property
    def _comparators(self) -> frozenset[str]:
        return frozenset(
            item.comparator.of(self.masked).strip().lower() for items in self.by_sentence for item in items
        )

    @cached_property
    def repeated(self) -> Place | None:
        """The comparator that the review names most often, if more often than once."""
        every = [item.comparator for items in self.by_sentence for item in items]
        counts = Counter(place.of(self.masked).lower() for place in every)
        most = counts.most_common(1)
        return (
            next((p for p in every if p.of(self.masked).lower() == most[0][0]), None)
            if most and most[0][1] > 1
            else None
        )

    @cached_property
    def usual(self) -> Comparison | None:
        """The comparison that the review names first with both arms, else the first of all."""
        every = [item for items in self.by_sentence for item in items]
        return next((item for item in every if item.intervention), every[0] if every else None)

    def _comparison(self, index: int) -> Comparison | None:
        found = self._nearest(index)
        return self._oriented(found) if found else None

    def _oriented(self, found: Comparison) -> Comparison:
        """The comparison with its arms as the review has them: "between placebo and A" compares A with placebo."""
        if not found.intervention:
            return found
        first, second = (stems_of(place.of(self.masked)) for place in (found.intervention, found.comparator))
        wanted, other = stems_of(self.title.intervention or ""), stems_of(self.title.comparator or "")
        straight = len(first & wanted) / max(1, len(first)) + len(second & other) / max(1, len(second))
        turned = len(first & other) / max(1, len(first)) + len(second & wanted) / max(1, len(second))
        controls = [
            self.words.found("control_arms", place.of(self.masked)) for place in (found.intervention, found.comparator)
        ]
        if turned > straight or controls == [True, False]:
            return found.model_copy(update={"intervention": found.comparator, "comparator": found.intervention})
        return found

    def _nearest(self, index: int) -> Comparison | None:
        """The comparison before the estimate, else the one nearest to it in its sentence, else one before that."""
        here = self.layout.found[index]
        inside = self.by_sentence[here.sentence]
        before = self.layout.before(index)
        own = [item for item in inside if before.start <= item.place.start < before.end]
        if own:
            return own[-1]
        earlier = [item for item in inside if item.place.end <= before.start]
        later = [item for item in inside if item.place.start >= here.region.end]
        edge = self._next_estimate(index)
        close = [item for item in later if item.place.start < edge]
        return next(iter(close or earlier[-1:] or later or self._before(here.sentence)), None)

    def _next_estimate(self, index: int) -> int:
        """Where the next estimate of the sentence begins; the end of the text after the last."""
        following = (i for i in self.layout.in_sentence(self.layout.found[index].sentence) if i > index)
        return next((self.layout.found[i].region.start for i in following), len(self.layout.text))

    def _before(self, sentence: int) -> list[Comparison]:
        """The last comparison of the paragraph before a sentence, or that of its heading."""
        paragraph = self.layout.paragraph_of[sentence]
        for number in range(sentence - 1, -1, -1):
            if self.layout.paragraph_of[number] != paragraph:
                break
            if self.by_sentence[number]:
                return self.by_sentence[number][-1:]
        return self._heading(paragraph)

    def _pair_before(self, sentence: int) -> Comparison | None:
        """The last comparison of the paragraph before a sentence that names both arms."""
        paragraph = self.layout.paragraph_of[sentence]
        for number in range(sentence - 1, -1, -1):
            if self.layout.paragraph_of[number] != paragraph:
                return None
            pairs = [item for item in self.by_sentence[number] if item.intervention]
            if pairs:
                return pairs[-1]
        return None

    def _heading(self, paragraph: int) -> list[Comparison]:
        for number in range(len(self.layout.sentences) - 1, -1, -1):
            above = self.layout.paragraph_of[number]
            line = self.layout.paragraphs[above]
            if above < paragraph and line.end - line.start <= LONGEST_HEADING and not self.layout.in_sentence(number):
                return [item for item in self.by_sentence[number] if item.intervention][:1]
        return []

    def _carried_arm(self, index: int) -> Place | None:
        if index not in self._carried:
            self._carried[index] = self._read_carried_arm(index)
        return self._carried[index]

    def _read_carried_arm(self, index: int) -> Place | None:
        """An arm of a list of comparators: "than those allocated to A (...), but not those allocated to B (...)"."""
        before = self.layout.before(index)
        inside = self.layout.in_sentence(self.layout.found[index].sentence)
        if index == inside[0] or self.layout.comparisons_in(before):
            return None
        previous = self.layout.before(index - 1)
        adjacent = [item for item in self.layout.comparisons_in(previous) if item.place.end >= previous.end - 3]
        carried = adjacent or (index - 1 > inside[0] and self._carried.get(index - 1))
        piece = re.match(r"[\s,;]*(?:(?:and|or|but|not|also)\s+)*", before.of(self.masked))
        start = before.start + (piece.end() if piece else 0)
        rest = self.masked[start : before.end].strip()
        known = rest.lower() in self._comparators
        people = self.words.patterns["those"].match(rest) or self.words.patterns["participants"].match(rest)
        if not carried or not rest or not (known or people):
            return None
        return self.reader.arm(start, before.end)

    def _subject(self, index: int, outcome: Words | None) -> Place | None:
        """The subject of the words before the estimate, where it is an arm: one named elsewhere, or one that acts."""
        here = self.layout.found[index]
        sentence = self.layout.sentences[here.sentence]
        start = sentence.start
        for match in re.finditer(r"[,;:]\s", self.masked[sentence.start : here.region.start]):
            if self.words.patterns["subject_ends"].search(self.masked[start : sentence.start + match.start()]):
                break
            start = sentence.start + match.end()
        verb = self.words.patterns["subject_ends"].search(self.masked, start, here.region.start)
        if not verb:
            return None
        that = self.words.patterns["that"].search(self.masked, start, min(verb.end() + 14, here.region.start))
        if that:
            start = that.end()
            verb = self.words.patterns["subject_ends"].search(self.masked, start, here.region.start)
            if not verb:
                return None
        place = self.reader.name(Place(start=start, end=verb.start()))
        if not place:
            return None
        named = place.of(self.masked)
        if outcome and outcome.place and outcome.place.start == place.start:
            return None
        if self.words.patterns["participants"].match(named) or self.words.patterns["no_effect_words"].search(named):
            return None
        return place if stems_of(named) & self._known or self._acts(place, verb.start()) else None

    def _acts(self, subject: Place, verb: int) -> bool:
        """Whether the subject does something to an outcome: "A may reduce ...", and is not itself what changed."""
        patterns = self.words.patterns
        said = self.masked[verb : verb + 70]
        is_outcome = patterns["subject_comparisons"].match(said) and not patterns["gains"].search(said)
        changes = any(patterns[name].search(said) for name in ("rises", "falls", "gains", "losses", "no_difference"))
        named = subject.of(self.masked)
        is_other = any(patterns[name].search(named) for name in ("certainty_evidence", "certainty_nouns"))
        is_other = is_other or any(patterns[name].match(named) for name in ("no_agents", "arm_ends"))
        return bool(changes and not is_outcome and not is_other)

    @cached_property
    def _known(self) -> frozenset[str]:
        """Stems of every arm that the title or a comparison names, without those of no weight."""
        names = [self.title.intervention or "", self.title.comparator or ""]
        for items in self.by_sentence:
            names += [item.intervention.of(self.masked) for item in items if item.intervention]
        names += [short for short, long in self._abbreviations.items() if stems_of(long) & stems_of(names[0])]
        return stems_of(" ".join(names)) - stems_of(" ".join(self.words.group_words + self.words.outcome_fillers))

    def _written_out(self, text: str) -> str:
        return written_out(text, self.title.text, self._abbreviations)

    @cached_property
    def _abbreviations(self) -> dict[str, str]:
        return abbreviations_in(self.layout.abstract.text, self.title.text)

    def _named(self, place: Place) -> Words | None:
        found = words_at(self.layout.abstract.text, place)
        return Words(text=self._written_out(found.text), place=place) if found else None
