"""Whether somebody may be poisoned or in danger at this moment.

Rules come first. They combine what `bot.safety.vocabulary` finds: that something was taken, how much or what, when,
and how the person is. One word never suffices: "overdose" is a subject of study until somebody has taken one. Questions
about knowledge, suppositions, denials and old history cancel; a time such as "an hour ago" brings the event back. Where
the two faults compete, a false alarm is preferred to a missed poisoning.

What the rules do not recognise is judged by a model (`bot.safety.model`). It adds to them and takes nothing back, and
whatever breaks in it, the rules have answered.
"""

from __future__ import annotations

from typing import Literal, Protocol

from bot.safety.account import INTAKES, MANY_TABLETS, SEVERAL_TABLETS, Account
from bot.safety.identifiers import redact
from bot.safety.model import load_model
from bot.safety.reading import Reading, read
from bot.safety.traits import Values, traits
from bot.safety.vocabulary import Hit
from knowledge.models import Frozen

UrgentKind = Literal["poisoning", "self_harm", "acute_danger"]
FEWEST_WORDS = 3
"""Shorter messages are left to the rules: a word or two tell the model too little."""


class QuestionVectors(Protocol):
    """Whatever gives the vector of a question, such as `retrieval.embedding.QuestionEncoder`."""

    @property
    def model(self) -> str:
        """Name of the vector space."""

    def question(self, text: str) -> Values:
        """The vector of one question."""


class UrgentSign(Frozen):
    """Why a message is treated as urgent; `words` are what triggered it, for tests, never stored."""

    kind: UrgentKind
    words: tuple[str, ...]
    by_model: bool = False
    """Whether only the model saw it; no phrase that shows danger by itself was found."""


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


def _judge(account: Account) -> UrgentSign | None:
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


_WEIGHT: tuple[UrgentKind, ...] = ("self_harm", "poisoning", "acute_danger")


def by_rules(reading: Reading) -> UrgentSign | None:
    """What the rules see: the gravest sign in any of the likely families of languages."""
    signs = [sign for account in reading.accounts if (sign := _judge(account)) is not None]
    return min(signs, key=lambda sign: _WEIGHT.index(sign.kind), default=None)


def about_animals(reading: Reading) -> bool:
    """Whether animals are spoken of, and no people."""
    return any(account.has("animal") for account in reading.accounts) and not any(
        account.has("child", "person") for account in reading.accounts
    )


def _kind(reading: Reading) -> UrgentKind:
    """The kind of an emergency that the rules did not recognise, by the categories that occur."""
    if any(account.valid("self_harm") for account in reading.accounts):
        return "self_harm"
    taken = any(account.has(*INTAKES, "overdose_event", "overdose_noun", "toxic") for account in reading.accounts)
    in_danger = any(account.vitals or account.has("critical") for account in reading.accounts)
    return "acute_danger" if in_danger and not taken else "poisoning"


def _vector(text: str, encoder: QuestionVectors | None, space: str) -> Values | None:
    """The message's vector, or None where there is none in the space that the model knows."""
    if encoder is None or encoder.model != space:
        return None
    try:
        return encoder.question(redact(text).text)  # encoders remember texts; no identifier is to be remembered
    except Exception:  # whatever is broken in the encoder, the words of the message can still be judged
        return None


def _by_model(reading: Reading, encoder: QuestionVectors | None) -> UrgentSign | None:
    """What the model sees where the rules see nothing."""
    if len(reading.words) < FEWEST_WORDS or about_animals(reading):
        return None
    model = load_model()
    shown = traits(reading, urgent_by_rules=False)
    vector = _vector(reading.text, encoder, model.vector_space)
    if vector is None:
        above = model.score_by_words(reading, shown) > model.threshold_by_words
    else:
        above = model.score(reading, shown, vector) > model.threshold
    return UrgentSign(kind=_kind(reading), words=model.words_for_danger(reading), by_model=True) if above else None


def assess(text: str, language: str | None = None, encoder: QuestionVectors | None = None) -> UrgentSign | None:
    """The sign that somebody may be poisoned or in danger now, or None.

    Every language is tried whatever `language` says, since people in distress write as they can; the language given
    decides only which of two signs of the same kind is reported.
    """
    reading = read(text, language)
    sign = by_rules(reading)
    if sign is not None:
        return sign
    try:
        return _by_model(reading, encoder)
    except Exception:  # weights missing or broken: the rules have answered, and the reply must go out
        return None
