"""A text cut into words, with the questions that are asked of it in search of names.

What is a name where stands in `bot.safety.names`; which words can be names says `bot.safety.name_words`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from bot.safety.name_words import can_be_name, has_shape, is_only_a_name, lists
from knowledge.languages.identity import all_identity_words, alternatives

MOST_WORDS = 5
"""Words of the longest name."""
Span = tuple[int, int]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_UNIT = r"mg|mcg|µg|μg|ug|g|ml|mikrog|mmol|ie|iu|e|units?|enheter|%|x|tab\w*|tbl|stk|kaps\w*"
_DOSE = re.compile(rf"[\s(]{{0,2}}(?:[+&]|\d+(?:[.,/-]\d+)*[\s-]?(?:{_UNIT})(?![^\W\d_])|x\s?\d|\d+[/x]\d)", re.I)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text with the place where it stands and what stands before it since the word before."""

    text: str
    low: str
    start: int
    end: int
    before: str


@cache
def word_sets() -> dict[str, frozenset[str]]:
    """The words of each kind that are whole words, by the field of `IdentityWords`."""
    words = all_identity_words()
    fields = (
        "titles",
        "patients",
        "shortened",
        "user_verbs",
        "relatives",
        "called",
        "name_fields",
        "before_name",
        "verbs",
        "beds",
        "rooms",
        "institutions",
        "ages",
        "pronouns",
        "of",
        "possessives",
    )
    return {field: frozenset(word for word in getattr(words, field) if not word.endswith("*")) for field in fields}


@cache
def _phrases() -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """The phrases of each kind by their last word, the longest first."""
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for kind in ("titles", "called", "name_fields", "before_name", "possessives"):
        found[kind] = defaultdict(list)
        for phrase in sorted((tuple(_WORD.findall(phrase)) for phrase in word_sets()[kind]), key=len, reverse=True):
            found[kind][phrase[-1]].append(phrase)
    return found


@cache
def _patient_stems() -> tuple[str, ...]:
    return tuple(word.rstrip("*") for word in all_identity_words().patients if word.endswith("*"))


@cache
def _age() -> re.Pattern[str]:
    return re.compile(
        rf"\s?,?\s?\(?(?:\d{{1,3}}\)|\d{{1,3}}[- ]?{alternatives(all_identity_words().ages)}(?!\w))", re.I
    )


@cache
def _published() -> re.Pattern[str]:
    """What follows the author of a study: others, or a year."""
    return re.compile(
        rf"\s?(?:{alternatives(all_identity_words().and_others)}|,?\s?\(?(?:19|20)\d\d\b(?![.-]\d))", re.I
    )


class NameReader:
    """One text cut into words, with the questions that are asked of it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[Word] = []
        at = 0
        for match in _WORD.finditer(text):
            written = match.group(0)
            self.words.append(Word(written, written.casefold(), match.start(), match.end(), text[at : match.start()]))
            at = match.end()
        small = {word.low for word in self.words}
        self.nouns_capitalised = not small.isdisjoint(all_identity_words().nouns_capitalised)

    def from_place(self, position: int) -> int:
        """The number of the first word that begins at a place of the text or behind it; of none: how many there are."""
        return bisect_left(self.words, position, key=lambda word: word.start)

    def up_to(self, position: int) -> int:
        """How many words end at a place of the text or before it."""
        return bisect_right(self.words, position, key=lambda word: word.end)

    def chain(self, start: int, *, firmly: bool = False) -> tuple[int, int] | None:
        """The words from `start` that can be one name, as the first and the one after the last; None: there are none.

        Initials and small words such as "van der" belong to it; they open it only where a name must follow (`firmly`).
        """
        words, names, at, end = self.words, 0, start, start
        while at < len(words) and at - start < MOST_WORDS + 2 and names < MOST_WORDS:
            word = words[at]
            apart = word.before.replace("'", "").replace("’", "") or word.before
            if at > start and not (apart == " " or (apart in (". ", ".") and len(words[at - 1].text) == 1)):
                break
            if can_be_name(word.text, firmly=firmly):
                names, end = names + 1, at + 1
            elif not ((names or firmly) and (self._is_particle(at, start) or self._is_initial(at))):
                break
            at += 1
        return (start, end) if names else None

    def _is_particle(self, at: int, start: int) -> bool:
        """Whether it is a small word of names; a German article before the first name is none."""
        word = self.words[at]
        return word.low in lists().particles and not (
            at == start and self.nouns_capitalised and word.low.startswith("de")
        )

    def _is_initial(self, at: int) -> bool:
        word = self.words[at]
        return len(word.text) == 1 and word.text.isupper() and self.text[word.end : word.end + 1] == "."

    def begins_with_initial(self, chain: tuple[int, int]) -> bool:
        """Whether an initial opens the chain: "K. Hansen"."""
        return chain[1] - chain[0] > 1 and self._is_initial(chain[0])

    def span(self, chain: tuple[int, int]) -> Span:
        """Where a chain stands in the text, with a given name that follows a family name and a comma."""
        first, end = chain
        if (
            end < len(self.words)
            and self.words[end].before == ", "
            and is_only_a_name(self.words[end].text)
            and (has_shape(self.words[end].text))
        ):
            end += 1
        return self.words[first].start, self.words[end - 1].end

    def named(self, chain: tuple[int, int]) -> list[Word]:
        """The words of a chain that are names by themselves."""
        return [word for word in self.words[chain[0] : chain[1]] if has_shape(word.text)]

    def is_medicine(self, chain: tuple[int, int]) -> bool:
        """Whether a dose follows, so that the words must be the name of a medicine nobody has listed."""
        return _DOSE.match(self.text, self.words[chain[1] - 1].end) is not None

    def is_author(self, chain: tuple[int, int]) -> bool:
        """Whether a year or "et al." follows, or it is the name of an institution, a scale or a syndrome."""
        behind = self.words[chain[0] + 1 : chain[1] + 1]
        return any(word.low in word_sets()["institutions"] for word in behind) or (
            _published().match(self.text, self.words[chain[1] - 1].end) is not None
        )

    def aged(self, chain: tuple[int, int]) -> bool:
        """Whether an age follows."""
        return _age().match(self.text, self.words[chain[1] - 1].end) is not None

    def acts(self, chain: tuple[int, int]) -> bool:
        """Whether what follows is what follows a person: "has", "takes", an age, "born"."""
        end = chain[1]
        if self.aged(chain):
            return True
        if end == len(self.words):
            return False
        word = self.words[end]
        return word.before in (" ", " (") and word.low in word_sets()["verbs"]

    def asked_about(self, at: int) -> bool:
        """Whether the word before is a verb in front of its person, as in a question: "Can Ann take ..."."""
        before = self.words[at - 1]
        return self.words[at].before == " " and before.low in word_sets()["verbs"]

    def phrase(self, end: int, kind: str) -> int | None:
        """Where a phrase of this kind begins that ends before the word `end`, the longest first."""
        by_last_word = _phrases()[kind]
        if end == 0 or self.words[end - 1].low not in by_last_word:
            return None
        for phrase in by_last_word[self.words[end - 1].low]:
            part = self.words[max(0, end - len(phrase)) : end]
            if tuple(word.low for word in part) == phrase and all(word.before.isspace() for word in part[1:]):
                return end - len(phrase)
        return None

    def is_patient(self, at: int) -> bool:
        """Whether the word means somebody cared for."""
        low = self.words[at].low
        return low in word_sets()["patients"] or low in word_sets()["shortened"] or low.startswith(_patient_stems())
