"""Where a text compares two arms: "between A and B", "comparing A with B", "A versus B", "compared with B", "than B".

Only the places are found here; which comparison an estimate belongs to is decided in `arms`.
"""

from __future__ import annotations

import re
from functools import cache

from knowledge.evidence.models import Frozen
from knowledge.sources.extraction.models import Place
from knowledge.sources.extraction.vocabulary import Vocabulary, load_vocabulary
from knowledge.sources.extraction.wording import trimmed

LONGEST_ARM = 14
"""Words in the name of an arm, at most; a longer one was cut in the wrong place."""

LONGEST_BRACKET = 40
"""Characters of a bracket inside the name of an arm."""
LONGEST_ARM_BEFORE = 70
"""Characters of an arm named right before the words that compare it."""


class Comparison(Frozen):
    """A phrase that compares, with the arms it names."""

    place: Place
    intervention: Place | None = None
    comparator: Place


class ArmReader:
    """Reads the names of arms in a text whose brackets are blanked."""

    def __init__(self, text: str, words: Vocabulary) -> None:
        self.text = text
        self.words = words
        self.patterns = _patterns(words)

    def comparisons(self, place: Place) -> list[Comparison]:
        """Every comparison of a part of the text, in order; a pair of arms hides the single phrases inside it."""
        found = [*self._pairs(place), *self._versus(place), *self._against(place)]
        found.sort(key=lambda item: (item.intervention is None, item.place.start))
        kept: list[Comparison] = []
        for item in found:
            if not any(item.place.start < other.place.end and other.place.start < item.place.end for other in kept):
                kept.append(item)
        return sorted(kept, key=lambda item: item.place.start)

    def arm(self, start: int, end: int, *, counted: bool = True) -> Place | None:
        """The name of the arm that begins at a place: words up to a comma, a verb or a preposition.

        With `counted` false a name that begins with a number is none: "over six months".
        """
        first = trimmed(self.text, Place(start=start, end=end), self.patterns["before_arm"]).start
        if not counted and self.patterns["number"].match(self.text, start, end):
            return None
        stop = self.patterns["arm_end"].search(self.text, first + 1, end)
        return self.name(Place(start=first, end=stop.start() if stop else end))

    def name(self, place: Place) -> Place | None:
        """The place without articles, carriers and words such as "group"; None where nothing says what the arm is."""
        place = trimmed(self.text, place, self.patterns["before_arm"], self.patterns["after_arm"])
        named = place.of(self.text).strip()
        if (
            not re.search(r"[^\W\d_]{2}", named)
            or len(named.split()) > LONGEST_ARM
            or len(re.sub(r"\s{4,}", " ", named)) < len(named) - LONGEST_BRACKET
            or self.patterns["no_arms"].fullmatch(named)
            or any(self.patterns[name].search(named) for name in ("studies", "that"))
        ):
            return None
        return place

    def _pairs(self, place: Place) -> list[Comparison]:
        found = []
        for name, links in (("between", "between_links"), ("comparisons", "comparison_links")):
            for match in self.patterns[name].finditer(self.text, place.start, place.end):
                opening = self.text[max(place.start, match.start() - 90) : match.start()]
                says_difference = name == "comparisons" or self.patterns["between_after"].search(opening)
                if not says_difference or self.patterns["comparison_links"].match(self.text, match.end() + 1):
                    continue
                edge = re.compile(r"[;:.]").search(self.text, match.end(), place.end)
                end = edge.start() if edge else place.end
                link = next(
                    (
                        m
                        for m in self.patterns[links].finditer(self.text, match.end() + 2, end)
                        if m.start() > match.end() + 1
                    ),
                    None,
                )
                first = self.name(Place(start=match.end(), end=link.start())) if link else None
                second = self.arm(link.end(), end) if link else None
                if first and second:
                    found.append(
                        Comparison(
                            place=Place(start=match.start(), end=second.end), intervention=first, comparator=second
                        )
                    )
        return found

    def _heading(self, place: Place, start: int, second: Place) -> Place | None:
        """The first arm of "A compared with B:", where no verb stands before it and a colon, or nothing, after it."""
        left, after = self.text[place.start : start], self.text[second.end : place.end].strip()
        introduces = after[:1] == "," and self.patterns["populations_in"].match(left)
        if not self.patterns["subject_ends"].search(left) and (introduces or after[:1] in ("", ":")):
            return self.name(Place(start=place.start, end=start))
        return self._arm_before(place, start)

    def _arm_before(self, place: Place, end: int) -> Place | None:
        """The arm right before the words that compare: "the effect of A compared with B", "higher with A than B"."""
        name = "given_with" if self.text[end : end + 4].lower() == "than" else "effects_of"
        leads = [match.end() for match in self.patterns[name].finditer(self.text, place.start, end)]
        between = self.text[leads[-1] : end] if leads else ""
        if not between or len(between) > LONGEST_ARM_BEFORE or re.search(r"[,;:|]", between):
            return None
        if self.patterns["subject_ends"].search(between):
            return None
        return self.name(Place(start=leads[-1], end=end))

    def _versus(self, place: Place) -> list[Comparison]:
        found = []
        for match in self.patterns["versus"].finditer(self.text, place.start, place.end):
            left = re.split(r"[,;:.]\s", self.text[place.start : match.start()])[-1]
            left = left[max([m.end() for m in self.patterns["comparisons"].finditer(left)], default=0) :]
            first = self.name(Place(start=match.start() - len(left), end=match.start()))
            second = self.arm(match.end(), place.end)
            if first and second:
                found.append(
                    Comparison(place=Place(start=first.start, end=second.end), intervention=first, comparator=second)
                )
        return found

    def _against(self, place: Place) -> list[Comparison]:
        found = []
        for name in ("comparing", "comparing_after_noun"):
            for match in self.patterns[name].finditer(self.text, place.start, place.end):
                firm = "than" not in match[0].lower().split()[:1] and name == "comparing"
                second = self.arm(match.end(), place.end, counted=firm)
                if second:
                    first = self._heading(place, match.start(), second)
                    start = first.start if first else match.start()
                    found.append(
                        Comparison(place=Place(start=start, end=second.end), intervention=first, comparator=second)
                    )
        return found


@cache
def _patterns(words: Vocabulary) -> dict[str, re.Pattern[str]]:
    people = f"(?:{words.source('those')}|{words.source('participants')})"
    carried = rf"(?:{people}\s+)?(?:{words.source('carriers')})"
    openers = "|".join(words.source(name) for name in ("articles", "arm_openers", "group_words"))
    before = rf"(?:{openers}|{carried}|{people}(?=\s+{words.source('carriers')}))"
    amount = rf"(?:\d|{words.source('number_words')}|{words.source('averages')})"
    texts = {
        "before_arm": before,
        "after_arm": f"(?:{words.source('group_words')}|{words.source('articles')})",
        "arm_end": rf"[,;:.|]|\s-\s|\s{{4,}}|\s(?={words.source('arm_ends')})",
        "number": rf"\s*(?:{words.source('articles')}\s+)?{amount}",
    }
    found = {name: re.compile(text, re.IGNORECASE) for name, text in texts.items()}
    return {**words.patterns, **found}


def reader_for(text: str, language: str) -> ArmReader:
    """A reader of arms for a text in a language."""
    return ArmReader(text, load_vocabulary(language))
