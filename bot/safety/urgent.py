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

_GRAMS = frozenset(fold(unit) for unit in ("g", "gr", "gram", "grams", "gramm", "grammaa", "grammes"))
_UNITS = frozenset(
    fold(unit)
    for unit in ("u", "units", "unit", "iu", "ie", "e", "enheter", "enheder", "einheiten", "eenheden", "yksikköä", "ky")
)
_SLOW_OR_FAST_PULSE = re.compile(
    r"\b(?:puls\w*|pols\w*|hr|hf|herzfrequen[zc]\w*|heart ?rate|hjertefre[kq]\w*|hart(?:slag|frequentie)|syke|bradykard\w*)"
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

    def __init__(self, words: list[Word], hits: list[Hit], vitals: tuple[str, ...]) -> None:
        self.words = words
        self.vitals = vitals
        self.by_category: dict[str, list[Hit]] = defaultdict(list)
        for hit in hits:
            self.by_category[hit.category].append(hit)
        # "not breathing" and "we do not know how many" contain a negation that denies nothing else.
        inside = {
            at
            for category in ("critical", "worry", "unknown_amount", "just_now", "self_harm")
            for hit in self.by_category[category]
            for at in range(hit.start, hit.end)
        }
        self.negations = [hit for hit in self.by_category["negation"] if hit.start not in inside]
        self.measured = {hit.start for hit in self.by_category["measure"]}

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
        """Whether the clause dates the event to the past, by a phrase or a year."""
        if self.near(hit, "just_now"):
            return False
        if self.in_clause(hit, "past"):
            return True
        return any(
            word.clause == hit.clause and word.is_number and re.fullmatch(r"(?:19|20)\d\d", word.text) is not None
            and at not in (hit.start,) and not self._before_measure(at)
            for at, word in enumerate(self.words)
        )

    def is_supposed(self, hit: Hit) -> bool:
        """Whether the event is only supposed, or belongs to a question about knowledge."""
        if self.near(hit, "just_now"):
            return False
        if any(other.clause == hit.clause and other.start <= hit.end for other in self.by_category["hypothetical"]):
            return True
        if not self.near(hit, "knowledge") and not self.in_clause(hit, "generic"):
            return False
        particular = self.in_clause(hit, "subject") or (
            self.in_clause(hit, "child") and any(w.clause == hit.clause and w.is_number for w in self.words)
        )
        return not particular

    def valid(self, *categories: str) -> list[Hit]:
        """The phrases of these categories that are told as real and recent."""
        return [
            hit
            for category in categories
            for hit in self.by_category[category]
            if not (self.is_negated(hit) or self.is_long_ago(hit) or self.is_supposed(hit))
        ]

    def _before_measure(self, at: int) -> bool:
        return at + 1 in self.measured

    def counts(self, hit: Hit) -> int:
        """The largest number in the hit's sentence that can be a number of tablets; 10 for "a dozen"."""
        largest = MANY_TABLETS if self.near(hit, "many") else 0
        for at, word in enumerate(self.words):
            if word.sentence != hit.sentence or not word.text.isdigit() or self._before_measure(at):
                continue
            following = self.words[at + 1].text if at + 1 < len(self.words) else ""
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


def _self_harm(account: Account) -> list[Hit]:
    """The phrases that show a wish to die, or an attempt, of a particular person."""
    return account.valid("self_harm")


def _poisoning(account: Account) -> list[Hit]:
    """The phrases that together show a poisoning, or nothing."""
    events = account.valid("overdose_event")
    if events:
        return events
    signs = account.valid("critical", "worry")
    someone = account.has("person", "child", "subject")
    for noun in account.valid("overdose_noun"):
        intakes = [hit for hit in account.valid(*INTAKES) if hit.sentence == noun.sentence]
        if intakes and not account.near(noun, "past"):
            return [noun, intakes[0]]
        if signs and someone:
            return [noun, signs[0]]
        if account.near(noun, "just_now") or account.vitals or account.has("help"):
            return [noun]
        if account.in_clause(noun, "now") and someone:
            return [noun]
    for intake in account.valid(*INTAKES):
        reasons = _reasons(account, intake, signs)
        if reasons is not None:
            return [intake, *reasons]
    return []


def _reasons(account: Account, intake: Hit, signs: list[Hit]) -> list[Hit] | None:
    """What makes this intake dangerous, or None; an empty list when a number does."""
    kind = intake.category
    usual = account.near(intake, "therapeutic")
    recent = account.near(intake, "just_now")
    for fault in account.valid("error"):
        if abs(fault.sentence - intake.sentence) <= 1:
            return [fault]
    if kind == "given" and account.in_clause(intake, "dispensed"):
        return None
    named = account.has("medicine", "toxic")
    if kind == "ate" and account.near(intake, "food") and not account.near(intake, "medicine"):
        return None
    for more in account.valid("excess", "unknown_amount"):
        same = more.sentence == intake.sentence
        reaches = same if kind == "given" else abs(more.sentence - intake.sentence) <= 1
        if reaches and not usual and (kind == "swallowed" or named):
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
        if kind == "swallowed" and recent and named:
            return []
        if child and (kind in ("swallowed", "ate") or recent) and account.near(intake, "medicine"):
            return []
    if signs and (recent or account.has("now")):
        return [signs[0]]
    return None


def _acute_danger(account: Account) -> tuple[list[Hit], tuple[str, ...]]:
    """The phrases and measured values that show danger to life now."""
    critical = account.valid("critical")
    if critical:
        return critical, ()
    someone = account.has("person", "child", "subject", "now", "just_now", "help", "given")
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


def _judge(words: list[Word], hits: list[Hit], vitals: tuple[str, ...]) -> UrgentSign | None:
    account = Account(words, hits, vitals)
    if account.has("animal") and not account.has("child", "person"):
        return None
    if found := _self_harm(account):
        return UrgentSign(kind="self_harm", words=tuple(hit.words for hit in found))
    if found := _poisoning(account):
        return UrgentSign(kind="poisoning", words=tuple(hit.words for hit in found))
    found, measured = _acute_danger(account)
    if found or measured:
        return UrgentSign(kind="acute_danger", words=(*(hit.words for hit in found), *measured))
    return None


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
    words = words_of(text)
    found = _default_vocabulary().find(words)
    vitals = _vitals(text)
    first = FAMILY_OF.get(language or "", language or "")
    signs: list[UrgentSign] = []
    for family in sorted(found, key=lambda name: (name != first, name)):
        sign = _judge(words, found[family], vitals)
        if sign is not None:
            signs.append(sign)
    return min(signs, key=lambda sign: _WEIGHT.index(sign.kind), default=None)
