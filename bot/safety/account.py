"""What a message tells, seen through the words of one family of languages.

An `Account` answers the questions that `bot.safety.urgent` asks: whether a phrase is denied, only supposed or long ago,
what stands near what, how many tablets a sentence can speak of. `vital_signs` reads measured values, which need no
language. Nothing here decides whether a message is urgent.
"""

from __future__ import annotations

import re
from collections import defaultdict

from bot.safety.vocabulary import Hit, Word, fold

INTAKES = ("swallowed", "took", "ate", "given")
MANY_TABLETS = 10
SEVERAL_TABLETS = 4
LARGE_DOSE_G = 10
LARGE_INSULIN_UNITS = 50
OLDEST_CHILD = 15
NEGATION_REACH = 3
"""A negation counts up to this many words before what it denies."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_BORN = frozenset(
    fold(word) for word in ("born", "født", "fødd", "född", "geb", "geboren", "synt", "syntynyt", "f", "s")
)
_CALLED = frozenset(("110", "112", "113", "116", "117", "144", "911", "999", "1177", "1813"))
"""Numbers that are called: nobody has taken "112"."""
_GRAMS = frozenset(fold(unit) for unit in ("g", "gr", "gram", "grams", "gramm", "grammaa", "grammes"))
_UNITS = frozenset(
    fold(unit)
    for unit in ("u", "units", "unit", "iu", "ie", "e", "enheter", "enheder", "einheiten", "eenheden", "yksikköä", "ky")
)
_SLOW_OR_FAST_PULSE = re.compile(
    r"\b(?:puls\w*|pols\w*|hr|hf|herzfrequen[zc]\w*|heart ?rate|hjertefre[kq]\w*|hart(?:slag|frequentie)|syke\b"
    r"|bradykard\w*)"
    r"[^\d.!?]{0,22}(\d{2,3})\b(?![.,/-]\d| ?(?:mg|prosent|%))"
)
_PRESSURE = re.compile(
    r"\b(?:bt|bp|r|rr|blodtry[kc]\w*|blod presure|blutdruck\w*|blodruk\w*|tensi\w*|verenpain\w*|bloddruk\w*)"
    r"[^\d.!?]{0,22}(\d{2,3})(?: ?/ ?| over | over )(\d{2,3})\b"
)
_BREATHS = re.compile(
    r"\b(?:resp\w*(?: rat\w+)?|andningsfrekvens|ademfrequentie|atemfrequen[zc]|hengitys(?:tajus|frekvensi))"
    r"[^\d.!?]{0,12}(\d{1,2})\b(?![.,/-]\d| ?(?:mg|ml|prosent|%))"
)
_SATURATION = re.compile(r"\b(?:spo2|saturat\w*|sat|satura\w*|metning\w*|hapisaturaatio)[^\d.!?]{0,16}(\d{2})\b")


class Account:
    """One message as the vocabulary of one family of languages understands it."""

    def __init__(self, words: list[Word], hits: list[Hit], vitals: tuple[str, ...], measured: frozenset[int]) -> None:
        self.words = words
        self.vitals = vitals
        self.measured = measured
        self.by_category: dict[str, list[Hit]] = defaultdict(list)
        for hit in hits:
            if hit.category != "child" or not self._is_age_of_an_adult(hit.start - 1):
                self.by_category[hit.category].append(hit)
        # "Not responding to treatment" is no sign of danger, "not responding" is one.
        unhelped = self.by_category["unhelped"]
        self.by_category["critical"] = [
            sign for sign in self.by_category["critical"]
            if not any(sign.start < other.end and other.start < sign.end for other in unhelped)
        ]
        # "not breathing" and "we do not know how many" contain a negation that denies nothing else.
        inside = {
            at
            for category in ("critical", "worry", "unknown_amount", "just_now", "self_harm", "error")
            for hit in self.by_category[category]
            for at in range(hit.start, hit.end)
        }
        self.negations = [hit for hit in self.by_category["negation"] if hit.start not in inside]

    def _is_age_of_an_adult(self, at: int) -> bool:
        """Whether the word at this place is an age that makes "year-old" no child."""
        return at >= 0 and self.words[at].text.isdigit() and int(self.words[at].text) > OLDEST_CHILD

    def has(self, *categories: str) -> bool:
        """Whether the message has a phrase of one of these categories anywhere."""
        return any(self.by_category[category] for category in categories)

    def near(self, hit: Hit, category: str, *, sentences: int = 0) -> bool:
        """Whether a phrase of the category stands in the hit's sentence, or so many sentences from it."""
        return any(abs(other.sentence - hit.sentence) <= sentences for other in self.by_category[category])

    def in_clause(self, hit: Hit, category: str) -> bool:
        """Whether a phrase of the category stands in the hit's clause."""
        return any(other.clause == hit.clause for other in self.by_category[category])

    def is_negated(self, hit: Hit) -> bool:
        """Whether a negation stands inside the hit, shortly before it in its clause, or directly after it."""
        for negation in self.negations:
            if negation.sentence != hit.sentence:
                continue
            same_clause = negation.clause == hit.clause
            inside = hit.start <= negation.start < hit.end
            # "tok ikke": directly after counts for verbs only.
            after = negation.start == hit.end and hit.category in INTAKES and same_clause
            before = 0 < hit.start - negation.start <= NEGATION_REACH and same_clause
            if inside or after or before:
                return True
        return False

    def is_long_ago(self, hit: Hit) -> bool:
        """Whether the event is dated to the past: by a phrase in its clause, a year, or a word beside it.

        What happened today brings the event back, unless today is told of in another clause: "took an overdose in
        2008, today she is well".
        """
        if self.in_clause(hit, "just_now"):
            return False
        if self.in_clause(hit, "past") or self._has_year(hit.clause):
            return True
        if self.near(hit, "just_now"):
            return False
        return any(self._is_beside(other, hit) for other in self.by_category["past_near"])

    def _has_year(self, clause: int) -> bool:
        """Whether a year stands in the clause that is no year of birth."""
        return any(
            word.clause == clause and _YEAR.fullmatch(word.text) is not None and not self._before_measure(at)
            and (at == 0 or self.words[at - 1].text not in _BORN)
            for at, word in enumerate(self.words)
        )

    def _is_beside(self, other: Hit, hit: Hit) -> bool:
        """Whether a word such as "previous" belongs to the hit: "previously healthy man has taken" dates nothing."""
        if other.clause != hit.clause:
            return False
        return -len(self.words) < hit.start - other.end <= 1 if other.start < hit.start else other.start - hit.end <= 2

    def is_supposed(self, hit: Hit) -> bool:
        """Whether the event is only supposed, or belongs to a question about knowledge."""
        if self.near(hit, "just_now"):
            return False
        supposed = any(
            other.clause == hit.clause and other.start <= hit.end for other in self.by_category["hypothetical"]
        )
        if supposed:
            # "What do I do if my son has swallowed ..." is how a frightened parent tells what has happened.
            return not self.in_clause(hit, "own")
        if not self.near(hit, "knowledge"):
            return False
        numbers = (w.text for w in self.words if w.clause == hit.clause and w.text.isdigit())
        number = max((int(text) for text in numbers if text not in _CALLED), default=0)
        return not (
            self.in_clause(hit, "subject")
            or (number > 0 and self.in_clause(hit, "child"))
            or (number >= SEVERAL_TABLETS and self.in_clause(hit, "person"))
        )

    def valid(self, *categories: str) -> list[Hit]:
        """The phrases of these categories that are told as real and recent."""
        return [
            hit
            for category in categories
            for hit in self.by_category[category]
            if not (self.is_negated(hit) or self.is_long_ago(hit) or self.is_supposed(hit))
        ]

    def is_call_for_help(self, noun: Hit) -> bool:
        """Whether help is asked for: a cry, or a question after the noun, unlike "what to do in case of poisoning"."""
        return any(
            help_.end - help_.start == 1 or help_.start > noun.start or help_.clause != noun.clause
            for help_ in self.by_category["help"]
        )

    def _before_measure(self, at: int) -> bool:
        return at + 1 in self.measured

    def counts(self, hit: Hit) -> int:
        """The largest number in the hit's sentence that can be a number of tablets; 10 for "a dozen"."""
        largest = MANY_TABLETS if self.near(hit, "many") else 0
        for at, word in enumerate(self.words):
            if word.sentence != hit.sentence or not word.text.isdigit() or self._before_measure(at):
                continue
            following = self.words[at + 1].text if at + 1 < len(self.words) else ""
            if any(food.start in (at + 1, at + 2) for food in self.by_category["food"]):
                continue
            value = int(word.text)
            if following and not following[0].isdigit() and value < 1000:
                largest = max(largest, value)
        return largest

    def is_large_dose(self, hit: Hit) -> bool:
        """Whether the hit's sentence names 10 g or more of something, or 50 units of insulin."""
        for at, word in enumerate(self.words[:-1]):
            if word.sentence != hit.sentence or not word.is_number:
                continue
            try:
                value = float(word.text.replace(",", "."))
            except ValueError:
                continue
            unit = self.words[at + 1].text
            if unit in _GRAMS and value >= LARGE_DOSE_G or unit == "mg" and value >= LARGE_DOSE_G * 1000:
                return True
            if unit in _UNITS and value >= LARGE_INSULIN_UNITS and any("insulin" in w.text for w in self.words):
                return True
        return False


def vital_signs(text: str) -> tuple[str, ...]:
    """Pulse, blood pressure, breaths a minute and saturation that no awake adult should have."""
    if not any(character.isdigit() for character in text):
        return ()
    folded = fold(text)
    found = [m.group(0) for m in _SLOW_OR_FAST_PULSE.finditer(folded) if not 40 <= int(m.group(1)) <= 170]
    found += [m.group(0) for m in _PRESSURE.finditer(folded) if int(m.group(2)) < int(m.group(1)) < 80]
    found += [m.group(0) for m in _SATURATION.finditer(folded) if 30 <= int(m.group(1)) < 86]
    found += [m.group(0) for m in _BREATHS.finditer(folded) if 0 < int(m.group(1)) < 8]
    return tuple(found)
