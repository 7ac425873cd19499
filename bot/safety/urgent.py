"""Whether somebody may be poisoned or in danger at this moment.

`assess` combines what `bot.safety.vocabulary` finds: that something was taken, how much or what, when, and how the
person is. One word never suffices: "overdose" is a subject of study until somebody has taken one. Questions about
knowledge, suppositions, denials and old history cancel; a time such as "an hour ago" brings the event back. Where the
two faults compete, a false alarm is preferred to a missed poisoning.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import Literal

from bot.safety.vocabulary import Hit, Vocabulary, Word, fold, load_vocabulary, words_of
from knowledge.models import Frozen

UrgentKind = Literal["poisoning", "self_harm", "acute_danger"]

INTAKES = ("swallowed", "took", "ate", "given")
MANY_TABLETS = 10
SEVERAL_TABLETS = 4
LARGE_DOSE_G = 10
LARGE_INSULIN_UNITS = 50
NEGATION_REACH = 3
"""A negation counts up to this many words before what it denies."""

CLEAR_LANGUAGE = 2
"""So many different function words make a message's language clear."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_BORN = frozenset(fold(word) for word in ("born", "født", "fødd", "född", "geb", "geboren", "synt", "syntynyt", "f", "s", "b"))
_GRAMS = frozenset(fold(unit) for unit in ("g", "gr", "gram", "grams", "gramm", "grammaa", "grammes"))
_UNITS = frozenset(
    fold(unit)
    for unit in ("u", "units", "unit", "iu", "ie", "e", "enheter", "enheder", "einheiten", "eenheden", "yksikköä", "ky")
)
_SLOW_OR_FAST_PULSE = re.compile(
    r"\b(?:puls\w*|pols\w*|hr|hf|herzfrequen[zc]\w*|heart ?rate|hjertefre[kq]\w*|hart(?:slag|frequentie)|syke\b|bradykard\w*)"
    r"[^\d.!?]{0,22}(\d{2,3})\b(?![.,/-]\d| ?(?:mg|prosent|%))"
)
_PRESSURE = re.compile(
    r"\b(?:bt|bp|r|rr|blodtry[kc]\w*|blod presure|blutdruck\w*|blodruk\w*|tensi\w*|verenpain\w*|bloddruk\w*)"
    r"[^\d.!?]{0,22}(\d{2,3})(?: ?/ ?| over | over )(\d{2,3})\b"
)
_SATURATION = re.compile(r"\b(?:spo2|saturat\w*|sat|satura\w*|metning\w*|hapisaturaatio)[^\d.!?]{0,16}(\d{2})\b")


class UrgentSign(Frozen):
    """Why a message is treated as urgent; `words` are what triggered it, for tests, never stored."""

    kind: UrgentKind
    words: tuple[str, ...]


class Account:
    """One message as the vocabulary of one family of languages understands it."""

    def __init__(self, words: list[Word], hits: list[Hit], vitals: tuple[str, ...], measured: frozenset[int]) -> None:
        self.words = words
        self.vitals = vitals
        self.measured = measured
        self.by_category: dict[str, list[Hit]] = defaultdict(list)
        for hit in hits:
            self.by_category[hit.category].append(hit)
        # "not breathing" and "we do not know how many" contain a negation that denies nothing else.
        inside = {
            at
            for category in ("critical", "worry", "unknown_amount", "just_now", "self_harm", "error")
            for hit in self.by_category[category]
            for at in range(hit.start, hit.end)
        }
        self.negations = [hit for hit in self.by_category["negation"] if hit.start not in inside]

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
            if hit.start <= negation.start <= hit.end and negation.start < len(self.words):
                # Directly after counts for verbs only ("tok ikke"), and only within the clause.
                if negation.start < hit.end or (hit.category in INTAKES and negation.clause == hit.clause):
                    return True
            if 0 < hit.start - negation.start <= NEGATION_REACH and negation.clause == hit.clause:
                return True
        return False

    def is_long_ago(self, hit: Hit) -> bool:
        """Whether the event is dated to the past: by a phrase in its clause, a year, or a word beside it."""
        if self.near(hit, "just_now"):
            return False
        if self.in_clause(hit, "past") or any(self._is_beside(other, hit) for other in self.by_category["past_near"]):
            return True
        return any(
            word.clause == hit.clause and _YEAR.fullmatch(word.text) is not None and not self._before_measure(at)
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
        number = max((int(w.text) for w in self.words if w.clause == hit.clause and w.text.isdigit()), default=0)
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


def _poisoning(account: Account) -> list[Hit]:
    """The phrases that together show a poisoning, or nothing."""
    events = account.valid("overdose_event")
    if events:
        return events
    signs = account.valid("critical", "worry")
    someone = account.has("person", "child", "subject")
    for noun in account.valid("overdose_noun"):
        near_signs = [sign for sign in signs if abs(sign.sentence - noun.sentence) <= 1]
        intakes = [hit for hit in account.valid(*INTAKES) if hit.sentence == noun.sentence]
        if intakes and not account.near(noun, "past"):
            return [noun, intakes[0]]
        if near_signs and someone:
            return [noun, near_signs[0]]
        if account.near(noun, "just_now") or account.vitals or account.is_call_for_help(noun):
            return [noun]
        if account.in_clause(noun, "now") and someone:
            return [noun]
    for intake in account.valid(*INTAKES):
        reasons = _reasons(account, intake, signs)
        if reasons is not None:
            return [intake, *reasons]
    for more in account.valid("excess", "error"):
        if not account.near(more, "medicine") or account.near(more, "therapeutic"):
            continue
        near_signs = [sign for sign in signs if abs(sign.sentence - more.sentence) <= 1]
        if near_signs and (someone or account.has("help")):
            return [more, near_signs[0]]
        if more.category == "error" and account.near(more, "just_now") and not account.near(more, "dispensed"):
            return [more]
    return []


def _reasons(account: Account, intake: Hit, signs: list[Hit]) -> list[Hit] | None:
    """What makes this intake dangerous, or None; an empty list when a number does."""
    kind = intake.category
    recent = account.near(intake, "just_now")
    # "has taken 300 mg daily" is a usual dose; "on long-term lithium, has taken 40 tablets" is not.
    usual = not recent and any(
        other.clause == intake.clause and other.start >= intake.start for other in account.by_category["therapeutic"]
    )
    regular = account.near(intake, "therapeutic")
    for fault in account.valid("error"):
        if abs(fault.sentence - intake.sentence) <= 1:
            return [fault]
    if kind == "given" and account.in_clause(intake, "dispensed"):
        return None
    named = account.has("medicine", "toxic")
    for more in account.valid("excess", "unknown_amount"):
        same = more.sentence == intake.sentence
        reaches = same if kind == "given" else abs(more.sentence - intake.sentence) <= 1
        if reaches and not usual and (kind in ("swallowed", "took") or named):
            return [more]
    if usual and not (signs and account.has("just_now")):
        return None
    if kind != "given":
        for substance in account.valid("toxic"):
            if substance.sentence == intake.sentence:
                return [substance]
    child = account.near(intake, "child")
    count = account.counts(intake)
    if account.is_large_dose(intake):
        return []
    if kind == "given":
        if count >= MANY_TABLETS and named and (child or recent):
            return []
    else:
        if count >= MANY_TABLETS or (count >= SEVERAL_TABLETS and (recent or child)):
            return []
        if kind == "swallowed" and recent and named and not regular:
            return []
        if child and (kind in ("swallowed", "ate") or recent) and account.near(intake, "medicine") and not regular:
            return []
    if kind == "given" and not account.in_clause(intake, "medicine"):
        return None
    close = [sign for sign in signs if abs(sign.sentence - intake.sentence) <= 1]
    if close and (recent or account.has("now")) and not (regular and not recent):
        return [close[0]]
    return None


def _acute_danger(account: Account) -> tuple[list[Hit], tuple[str, ...]]:
    """The phrases and measured values that show danger to life now."""
    critical = account.valid("critical")
    if critical:
        return critical, ()
    someone = account.has("person", "child", "subject", "now", "just_now", "help", "given", "medicine", "worry")
    asked = account.has("knowledge", "generic", "hypothetical") and not account.has("now", "just_now", "subject")
    if account.vitals and someone and not asked and not account.has("past"):
        return [], account.vitals
    return [], ()


def _vitals(text: str) -> tuple[str, ...]:
    """Pulse, blood pressure and saturation that no awake adult should have."""
    if not any(character.isdigit() for character in text):
        return ()
    folded = fold(text)
    found = [m.group(0) for m in _SLOW_OR_FAST_PULSE.finditer(folded) if not 40 <= int(m.group(1)) <= 170]
    found += [m.group(0) for m in _PRESSURE.finditer(folded) if int(m.group(2)) < int(m.group(1)) < 80]
    found += [m.group(0) for m in _SATURATION.finditer(folded) if 30 <= int(m.group(1)) < 86]
    return tuple(found)


def _judge(
    words: list[Word], hits: list[Hit], vitals: tuple[str, ...], measured: frozenset[int]
) -> UrgentSign | None:
    account = Account(words, hits, vitals, measured)
    if account.has("animal") and not account.has("child", "person"):
        return None
    if found := account.valid("self_harm"):
        return UrgentSign(kind="self_harm", words=tuple(hit.words for hit in found))
    if found := _poisoning(account):
        return UrgentSign(kind="poisoning", words=tuple(hit.words for hit in found))
    found, values = _acute_danger(account)
    if found or values:
        return UrgentSign(kind="acute_danger", words=(*(hit.words for hit in found), *values))
    return None


def _likely_families(found: dict[str, list[Hit]]) -> list[str]:
    """The families a message can be in: all, unless its function words point clearly elsewhere.

    Folded spelling makes words of different languages meet (`took` and `tok`, Dutch `na` and Norwegian `nå`), so a
    family none of whose function words occur is left out once another has several.
    """
    scores = {
        family: len({hit.words for hit in hits if hit.category == "common"}) for family, hits in found.items()
    }
    best = max(scores.values(), default=0)
    return [family for family, score in scores.items() if best < CLEAR_LANGUAGE or score * 3 >= best]


@lru_cache(maxsize=1)
def _default_vocabulary() -> Vocabulary:
    return load_vocabulary()


FAMILY_OF = {"nb": "scandinavian", "nn": "scandinavian", "da": "scandinavian", "sv": "scandinavian"}
_WEIGHT: tuple[UrgentKind, ...] = ("self_harm", "poisoning", "acute_danger")


def assess(text: str, language: str | None = None) -> UrgentSign | None:
    """The sign that somebody may be poisoned or in danger now, or None.

    Every language is tried whatever `language` says, since people in distress write as they can; the language given
    decides only which of two signs of the same kind is reported.
    """
    vocabulary = _default_vocabulary()
    words = vocabulary.spelled_right(words_of(text))
    found = vocabulary.find(words)
    vitals = _vitals(text)
    # Units are read in all languages at once: "46 people" counts no tablets in any of them.
    measured = frozenset(hit.start for hits in found.values() for hit in hits if hit.category == "measure")
    first = FAMILY_OF.get(language or "", language or "")
    signs: list[UrgentSign] = []
    for family in sorted(_likely_families(found), key=lambda name: (name != first, name)):
        sign = _judge(words, found[family], vitals, measured)
        if sign is not None:
            signs.append(sign)
    return min(signs, key=lambda sign: _WEIGHT.index(sign.kind), default=None)
