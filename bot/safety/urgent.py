"""Whether somebody may be poisoned or in danger at this moment.

`assess` combines what `bot.safety.vocabulary` finds: that something was taken, how much or what, when, and how the
person is. One word never suffices: "overdose" is a subject of study until somebody has taken one. Questions about
knowledge, suppositions, denials and old history cancel; a time such as "an hour ago" brings the event back. Where the
two faults compete, a false alarm is preferred to a missed poisoning.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from bot.safety.account import INTAKES, MANY_TABLETS, SEVERAL_TABLETS, Account, vital_signs
from bot.safety.vocabulary import Hit, Vocabulary, Word, load_vocabulary, words_of
from knowledge.models import Frozen

UrgentKind = Literal["poisoning", "self_harm", "acute_danger"]

CLEAR_LANGUAGE = 2
"""So many different function words make a message's language clear."""

class UrgentSign(Frozen):
    """Why a message is treated as urgent; `words` are what triggered it, for tests, never stored."""

    kind: UrgentKind
    words: tuple[str, ...]


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
    vitals = vital_signs(text)
    # Units are read in all languages at once: "46 people" counts no tablets in any of them.
    measured = frozenset(hit.start for hits in found.values() for hit in hits if hit.category == "measure")
    first = FAMILY_OF.get(language or "", language or "")
    signs: list[UrgentSign] = []
    for family in sorted(_likely_families(found), key=lambda name: (name != first, name)):
        sign = _judge(words, found[family], vitals, measured)
        if sign is not None:
            signs.append(sign)
    return min(signs, key=lambda sign: _WEIGHT.index(sign.kind), default=None)
