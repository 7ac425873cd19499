"""What a message tells, seen through the words of one family of languages.

An `Account` answers the questions that `bot.safety.danger` asks: whether a phrase is denied, only supposed or long ago,
what stands near what, how many tablets a sentence can speak of. Nothing here decides whether a message is urgent.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from bot.safety.vital_signs import VITAL, number
from bot.safety.vocabulary import Hit, Word, fold

INTAKES = ("swallowed", "took", "ate", "given")
MANY_TABLETS = 10
SEVERAL_TABLETS = 4
LARGE_DOSE_G = 10
LARGE_INSULIN_UNITS = 50
FARTHEST_DOSE = 6
"""Words that may stand between a dose and "instead of"."""
OLDEST_CHILD = 15
TIMES_TOO_MUCH = 5
"""A dose so many times another one is an error of a decimal or a unit, if it was given instead of that one."""
MOST_TABLETS = 1000
LEAST_STRENGTH = 100
"""A number from here on is a number of tablets only where a medicine is named behind it."""
HOURS_OF_A_DAY = 24
LONGEST_NUMBER = 12
"""Digits; more are no number of anything."""
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


NEGATED_INSIDE = (
    "critical", "areflexia", "wrong_way", "worry", "unknown_amount", "just_now", "self_harm", "error", "intoxicated",
    "airway", "unwell", "weary",
)  # fmt: skip
"""Categories whose phrases may hold a negation that is part of what they say."""
GRAVER = (
    "toxic", "narrow", "gathers", "unknown_amount", "critical", "worry", "areflexia", "intoxicated", VITAL,
)  # fmt: skip
"""What makes danger of a dose taken twice."""
TAKEN_BACK = frozenset((*INTAKES, "overdose_event", "critical", "self_harm", "error", "worry", "swelling"))
"""Categories that a phrase of `no_event` takes back."""


class Numbers(NamedTuple):
    """What the numbers of a message are, read in all languages at once: "46 people" counts tablets in none of them."""

    measured: frozenset[int]
    """Places of units."""
    values: frozenset[int]
    """Places of numbers that are values of something: a weight, a creatinine, a room."""
    vitals: list[Hit]
    """Measured signs: values of danger, and usual ones."""


def whole(written: str) -> int:
    """The whole number written, 0 where it is none or longer than any number of tablets."""
    return int(written) if written.isdecimal() and len(written) < LONGEST_NUMBER else 0


def overlap(one: Hit, other: Hit) -> bool:
    """Whether two phrases share a word."""
    return one.start < other.end and other.start < one.end


class Account:
    """One message as the vocabulary of one family of languages understands it."""

    def __init__(self, words: list[Word], hits: list[Hit], numbers: Numbers) -> None:
        self.words = words
        self.numbers = numbers
        self.by_category: dict[str, list[Hit]] = defaultdict(list)
        self._sort(hits)
        # "Not responding to treatment" is no sign of danger; "not responding" and "not responding to pain" are.
        self._take_back("critical", [hit for hit in self.by_category["unhelped"] if not self._rouses(hit)])
        # "Unclear how many" asks nothing.
        self._take_back("knowledge", self.by_category["unknown_amount"])
        # "Sheep dip" and "rat poison" are nothing that animals took.
        self._take_back("animal", self.by_category["toxic"])
        self._take_back("error", self._hours())
        self._negations = self._denials()

        # A message may be a whole record: what stands in a clause is gathered once, not looked for each time.
        self._in_clauses: dict[tuple[str, int], list[Hit]] = defaultdict(list)
        self._in_sentences: dict[tuple[str, int], list[Hit]] = defaultdict(list)
        self._ends: set[tuple[str, int]] = set()  # category, and the word behind the phrase
        for found in self.by_category.values():
            for hit in found:
                self._place(hit)

    def _sort(self, hits: list[Hit]) -> None:
        """Put the phrases and the measured signs into their categories, but for those that tell of nothing."""
        nothing = [hit for hit in hits if hit.category == "no_event"]
        for hit in (*hits, *self.numbers.vitals):
            adult = hit.category == "child" and self._is_age_of_an_adult(hit.start - 1)
            taken_back = hit.category in TAKEN_BACK and any(overlap(hit, other) for other in nothing)
            if not (adult or taken_back):
                self.by_category[hit.category].append(hit)

    def _take_back(self, category: str, by: list[Hit]) -> None:
        """Forget the phrases of the category that share a word with one of these."""
        self.by_category[category] = [
            hit for hit in self.by_category[category] if not any(overlap(hit, other) for other in by)
        ]

    def _hours(self) -> list[Hit]:
        """Errors that are only an hour taken for another: "at 6 instead of 8"; of 20 and 2 one may be a dose."""
        ends = {hit.end for hit in self.by_category["clock"] if hit.end < len(self.words)}
        # "klo 17 klo 18 sijasta": a second word for the clock may stand between.
        hours = {at: hour for at in ends if (hour := self._hour(at))}
        told = {at + 1: hour for at, hour in hours.items()} | {at + 2: hours[at] for at in hours if at + 2 in ends}
        return [
            error
            for error in self.by_category["error"]
            if (said := told.get(error.start)) and any(
                meant and max(said, meant) < TIMES_TOO_MUCH * min(said, meant)
                for meant in map(self._hour, range(error.start, error.end))
            )
        ]

    def _hour(self, at: int) -> int:
        """The hour of the day that the number at a place can be: "8", "20.30"; 0 where it is none."""
        hours, *minutes = re.split(r"[.:]", self.words[at].text)
        is_hour = hours.isdecimal() and len(hours) <= len("24") and len(minutes) <= 1
        return int(hours) if is_hour and int(hours) <= HOURS_OF_A_DAY else 0

    def _denials(self) -> dict[int, list[Hit]]:
        """The negations by sentence; that of "not breathing" or "we do not know how many" denies nothing else."""
        inside = {
            at for category in NEGATED_INSIDE for hit in self.by_category[category] for at in range(hit.start, hit.end)
        }
        denials: dict[int, list[Hit]] = defaultdict(list)
        for hit in self.by_category["negation"]:
            if hit.start not in inside:
                denials[hit.sentence].append(hit)
        return denials

    def add(self, hit: Hit) -> None:
        """Let the account know a phrase that was found otherwise than by the words of danger."""
        self.by_category[hit.category].append(hit)
        self._place(hit)

    def _place(self, hit: Hit) -> None:
        self._in_clauses[hit.category, hit.clause].append(hit)
        self._in_sentences[hit.category, hit.sentence].append(hit)
        self._ends.add((hit.category, hit.end))

    @cached_property
    def _numbers_of_clauses(self) -> dict[int, list[int]]:
        """Where whole numbers stand, by clause."""
        found: dict[int, list[int]] = defaultdict(list)
        for at, word in enumerate(self.words):
            if word.text.isdecimal():
                found[word.clause].append(at)
        return found

    @cached_property
    def _numbers_of_sentences(self) -> dict[int, list[int]]:
        """Where whole numbers stand, by sentence."""
        found: dict[int, list[int]] = defaultdict(list)
        for places in self._numbers_of_clauses.values():
            for at in places:
                found[self.words[at].sentence].append(at)
        return found

    def _is_age_of_an_adult(self, at: int) -> bool:
        """Whether the word at this place is an age that makes "year-old" no child."""
        return at >= 0 and whole(self.words[at].text) > OLDEST_CHILD

    def _rouses(self, unhelped: Hit) -> bool:
        """Whether that to which there is no answer is what rouses people."""
        return any(
            unhelped.start < other.start <= unhelped.end + 2 and other.clause == unhelped.clause
            for other in self.by_category["roused"]
        )

    def has(self, *categories: str) -> bool:
        """Whether the message has a phrase of one of these categories anywhere."""
        return any(self.by_category[category] for category in categories)

    def near(self, hit: Hit, category: str, *, sentences: int = 0) -> bool:
        """Whether a phrase of the category stands in the hit's sentence, or so many sentences from it."""
        return any(
            self._in_sentences.get((category, sentence))
            for sentence in range(hit.sentence - sentences, hit.sentence + sentences + 1)
        )

    def in_clause(self, hit: Hit, category: str) -> bool:
        """Whether a phrase of the category stands in the hit's clause."""
        return bool(self._in_clauses.get((category, hit.clause)))

    def is_negated(self, hit: Hit) -> bool:
        """Whether a negation stands inside the hit, shortly before it in its clause, or directly after it."""
        for negation in self._negations.get(hit.sentence, ()):
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

        What happened today brings the event back, unless today is told of in another clause, or further from the event:
        "took an overdose in 2008, today she is well".
        """
        recent, past = (self._how_far(hit, category) for category in ("just_now", "past"))
        if recent is not None and (past is None or recent <= past):
            return False
        if past is not None or self._has_year(hit.clause):
            return True
        if self.near(hit, "just_now"):
            return False
        return any(self._is_beside(other, hit) for other in self._in_clauses.get(("past_near", hit.clause), ()))

    def _how_far(self, hit: Hit, category: str) -> int | None:
        """Words between the hit and the nearest phrase of a category in its clause; None where there is none."""
        others = self._in_clauses.get((category, hit.clause), ())
        return min((max(other.start - hit.end, hit.start - other.end, 0) for other in others), default=None)

    def _has_year(self, clause: int) -> bool:
        """Whether a year stands in the clause that is no year of birth."""
        return any(
            _YEAR.fullmatch(self.words[at].text) is not None and not self._before_measure(at)
            and (at == 0 or self.words[at - 1].text not in _BORN)
            for at in self._numbers_of_clauses.get(clause, ())
        )

    def _is_beside(self, other: Hit, hit: Hit) -> bool:
        """Whether a word such as "previous" belongs to the hit: "previously healthy man has taken" dates nothing."""
        return -len(self.words) < hit.start - other.end <= 1 if other.start < hit.start else other.start - hit.end <= 2

    def is_invented(self, hit: Hit) -> bool:
        """Whether the message has said before that what it tells is made up: a scenario, an examination."""
        return any(
            other.sentence <= hit.sentence and not self.is_negated(other) for other in self.by_category["exercise"]
        )

    def is_averted(self, hit: Hit) -> bool:
        """Whether an error was noticed before it reached anybody."""
        return hit.category == "error" and self.near(hit, "averted", sentences=1)

    def is_supposed(self, hit: Hit) -> bool:
        """Whether the event is only supposed, invented, or belongs to a question about knowledge."""
        if self.is_invented(hit):
            return True
        if self.near(hit, "just_now"):
            return False
        supposed = any(other.start <= hit.end for other in self._in_clauses.get(("hypothetical", hit.clause), ()))
        if supposed:
            # "What do I do if my son has swallowed ..." is how a frightened parent tells what has happened.
            return not self.in_clause(hit, "own")
        if not self.near(hit, "knowledge"):
            return False
        numbers = (
            whole(self.words[at].text) for at in self._numbers_of_clauses.get(hit.clause, ())
            if self.words[at].text not in _CALLED and at not in self.numbers.values
        )
        number = max(numbers, default=0)
        return not (
            self.in_clause(hit, "subject")
            or (number > 0 and self.in_clause(hit, "child"))
            or (number >= SEVERAL_TABLETS and self.in_clause(hit, "person"))
        )

    def is_supposed_before(self, hit: Hit) -> bool:
        """Whether words of a supposition stand before the hit in its sentence."""
        return any(other.start < hit.start for other in self._in_sentences.get(("hypothetical", hit.sentence), ()))

    def valid(self, *categories: str) -> list[Hit]:
        """The phrases of these categories that are told as real and recent."""
        return [
            hit
            for category in categories
            for hit in self.by_category[category]
            if not (self.is_negated(hit) or self.is_long_ago(hit) or self.is_supposed(hit) or self.is_averted(hit))
        ]

    def is_call_for_help(self, noun: Hit) -> bool:
        """Whether help is asked for: a cry, or a question after the noun, unlike "what to do in case of poisoning"."""
        return any(
            help_.end - help_.start == 1 or help_.start > noun.start or help_.clause != noun.clause
            for help_ in self.by_category["help"]
        )

    def _before_measure(self, at: int) -> bool:
        return at + 1 in self.numbers.measured

    def counts(self, hit: Hit) -> int:
        """The largest number in the hit's sentence that can be a number of tablets; 10 for "a dozen"."""
        largest = MANY_TABLETS if self.near(hit, "many") else 0
        for at in self._numbers_of_sentences.get(hit.sentence, ()):
            if self._counts_tablets(at):
                largest = max(largest, whole(self.words[at].text))
        return largest

    def _counts_tablets(self, at: int) -> bool:
        """Whether the number at this place can be a number of tablets."""
        if self._before_measure(at) or at in self.numbers.values or whole(self.words[at].text) >= MOST_TABLETS:
            return False
        following = self.words[at + 1].text if at + 1 < len(self.words) else ""
        if not following or following[0].isdigit():
            return False
        if any(food.start in (at + 1, at + 2) for food in self.by_category["food"]):
            return False
        # "paracetamol 250 to a child" is a strength; "250 paracetamol" counts.
        counted = whole(self.words[at].text) < LEAST_STRENGTH
        return counted or any(at < other.start <= at + 3 for other in self.by_category["medicine"])

    def is_large_dose(self, hit: Hit) -> bool:
        """Whether the hit's sentence names 10 g or more of something, or 50 units of insulin."""
        return hit.sentence in self._sentences_with_large_dose

    def is_harmless(self, fault: Hit) -> bool:
        """Whether an error did nobody harm: a dose taken twice, or an error of another month in somebody who is well.

        Nothing else may speak of danger: another error, a medicine of which twice the dose is too much, a child, many
        tablets.
        """
        others = [other for other in self.by_category["error"] if not overlap(other, fault)]
        if others or self.has(*GRAVER):
            return False
        if self.has("well") and self.in_clause(fault, "past_near") and not self.has("just_now", "now", "help"):
            return True
        mishap = any(overlap(fault, other) for other in self.by_category["mishap"])
        light = self.near(fault, "doubled") or self.has("well")
        return mishap and light and self.counts(fault) < SEVERAL_TABLETS and not self.has("child")

    def is_many_times_another(self, between: Hit) -> bool:
        """Whether of the two numbers nearest to "instead of" one is many times the other: 50 mg and 5 mg."""
        values = [
            (abs(at - between.start), value)
            for at, word in enumerate(self.words)
            if word.sentence == between.sentence and at not in self.numbers.values and word.is_number
            and (value := number(word.text)) is not None and value > 0
            and abs(at - between.start) <= FARTHEST_DOSE
        ]
        if len(values) < 2:
            return False
        (_, one), (_, other), *_ = sorted(values)
        return max(one, other) >= TIMES_TOO_MUCH * min(one, other)

    def is_counted(self, medicine: Hit) -> bool:
        """Whether a number of many tablets stands directly before a medicine: "40 paracetamol".

        Behind a medicine it is a strength: "fentanyl 50 patches".
        """
        at = medicine.start - 1
        strength = ("medicine", at) in self._ends
        return at >= 0 and not strength and self._counts_tablets(at) and whole(self.words[at].text) >= MANY_TABLETS

    @cached_property
    def _sentences_with_large_dose(self) -> frozenset[int]:
        insulin = any("insulin" in word.text for word in self.words)
        return frozenset(
            word.sentence
            for word, unit in zip(self.words, self.words[1:], strict=False)
            if word.is_number and (value := number(word.text)) is not None and (
                unit.text in _GRAMS and value >= LARGE_DOSE_G
                or unit.text == "mg" and value >= LARGE_DOSE_G * 1000
                or insulin and unit.text in _UNITS and value >= LARGE_INSULIN_UNITS
            )
        )

