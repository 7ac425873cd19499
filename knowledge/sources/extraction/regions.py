"""The region of text that belongs to an estimate, and sentences that run on from a heading."""

from __future__ import annotations

import re

from knowledge.evidence.models import Frozen
from knowledge.sources.extraction.models import Estimate, Place
from knowledge.sources.extraction.sentences import brackets
from knowledge.sources.extraction.vocabulary import Vocabulary

LONGEST_REGION = 420
"""Characters of a bracket that is still about its estimates only."""
LONGEST_HEADING = 100
"""Characters of a heading that runs on into its first sentence."""
STATISTICS = re.compile(
    r"[Pp]\s*(?:value)?\s*(?:for [a-z ]+)?[=<>\u2264\u2265]\s*[\d.]+|I2\s*[=<>]?\s*[\d.]+\s*%"
    r"|(?:random|fixed)[\s-]effects?(?: model)?|(?:Tau2|Chi2)\s*=\s*[\d.]+"
)
"""What may stand between an estimate and its counts."""


class Found(Frozen):
    """An estimate with its sentence and its region."""

    estimate: Estimate
    sentence: int
    region: Place


class Regions:
    """Finds the region of an estimate."""

    def __init__(self, text: str, words: Vocabulary) -> None:
        self.text = text
        self.words = words
        self.sentence: tuple[Place, list[Place]] = (Place(start=0, end=0), [])
        """The sentence read last with its brackets."""

    def of(self, estimate: Estimate, sentence: Place, limit: int) -> Place:
        """The outermost bracket that is not too long, and what follows directly up to `limit`."""
        start, end = estimate.place.start, estimate.place.end
        if self.sentence[0] != sentence:
            self.sentence = (sentence, brackets(self.text, sentence))
        for bracket in self.sentence[1]:
            overlaps = bracket.start < estimate.place.end and estimate.place.start < bracket.end
            if overlaps and bracket.end > estimate.place.end and bracket.end - bracket.start <= LONGEST_REGION:
                start, end = min(start, bracket.start), max(end, bracket.end)
                break
        while (more := self._detail_after(end, limit)) > end:
            end = more
        return Place(start=start, end=end)

    def _detail_after(self, position: int, limit: int) -> int:
        """The end of the next piece that can only belong to the estimate before it, or `position`."""
        gap = re.compile(r"\s*[;,)\]]?\s*(?:and\s+)?").match(self.text, position)
        start = gap.end() if gap else position
        if start >= limit:
            return position
        if self.text[start] in "([":
            bracket = next((b for b in self.sentence[1] if b.start == start and b.end <= limit), None)
            inside = bracket.of(self.text) if bracket else ""
            return bracket.end if bracket and self._is_detail(inside) else position
        for pattern in (STATISTICS, *self.words.details):
            match = pattern.match(self.text, start, limit)
            if match:
                return match.end()
        return position

    def _is_detail(self, inside: str) -> bool:
        return any(pattern.search(inside) for pattern in self.words.details)


def united(found: list[Found]) -> list[Found]:
    """The estimates; those of one bracket share what follows it."""
    united: list[Found] = []
    for here in reversed(found):
        after = united[0] if united else None
        overlaps = after is not None and after.region.start < here.region.end and here.region.start < after.region.end
        if after is not None and overlaps:
            end = max(here.region.end, after.region.end)
            here = here.model_copy(update={"region": Place(start=here.region.start, end=end)})
        united.insert(0, here)
    return united


def run_on(text: str, sentence: Place, words: Vocabulary) -> list[Place]:
    """A sentence parted from a heading that runs on into it without a full stop: "Adverse events We found ..."."""
    opening = sentence.of(text)[:LONGEST_HEADING]
    for match in re.finditer(r"(?<=[a-z)])\s+(?=[A-Z][a-z]*\s)", opening):
        heading, following = opening[: match.start()], opening[match.end() :]
        if re.search(r"[,;:]", heading) or words.found("subject_ends", heading) or not heading[:1].isupper():
            return [sentence]
        word = re.match(r"\w+", following)
        # A word that the text also writes small has its capital from the beginning of a sentence.
        common = word is not None and len(word[0]) > 2 and re.search(rf"\b{word[0].lower()}\b", text)
        if common or words.patterns["starters"].match(following):
            middle = sentence.start + match.end()
            return [
                Place(start=sentence.start, end=sentence.start + match.start()),
                Place(start=middle, end=sentence.end),
            ]
    return [sentence]
