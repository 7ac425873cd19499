"""Messages about the conversation itself: the same wishes by words as by buttons, another language, a fresh start."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, get_args

from bot.reading.cues import Marked, matches, without
from knowledge.languages import Language, load_languages
from knowledge.languages.analysis import fold, words
from knowledge.terminology.linking import Mention
from retrieval.answerable import ordinary_words

Wording = Literal[
    "figure", "draft", "not_helpful", "report_error", "new_subject", "sources", "trials", "harms", "populations"
]
"""Wishes that a message must consist of, for their words stand in questions as well."""
Request = Literal[Wording, "greeting", "thanks", "help", "off_topic"]

WORDINGS: tuple[Wording, ...] = get_args(Wording)
SMALL_TALK: tuple[Request, ...] = ("sources", "greeting", "thanks", "help")
MOST_WORDS = 8
"""Words of the longest message that is read as a wish."""
MEDICAL = frozenset({"medicine", "condition", "symptom", "population"})
_AFTER_WISH = re.compile(r"[:,.;!–—-]\s+")


def request_of(message: Marked, language: Language, mentions: Sequence[Mention]) -> Request | None:
    """What a message asks of the conversation; one that names a medicine or a patient is a question all the same."""
    requests = language.understanding.requests
    if any(matches(cue, message) for cue in requests.off_topic):
        return "off_topic"
    wish = wish_of(message, language, mentions)
    if wish:
        return wish
    if _is_medical(mentions) or len(message.plain.split()) > MOST_WORDS:
        return None
    for other in SMALL_TALK:
        if any(matches(cue, message) for cue in getattr(requests, other)):
            return other
    return None


def wish_of(message: Marked, language: Language, mentions: Sequence[Mention]) -> Wording | None:
    """The wish that a message consists of, with nothing beside it."""
    exact = [mention for mention in mentions if not mention.fuzzy]  # a word of a wish may be near a name
    if _is_medical(exact) or len(message.plain.split()) > MOST_WORDS:
        return None
    denied = bool({fold(word) for word in language.understanding.negation} & set(message.plain.split()))
    for name in WORDINGS:
        if denied and name == "populations":
            continue  # "for whom not?" asks who should not take it
        if any(_consists_of(getattr(one.understanding.requests, name), message) for one in _own_first(language)):
            return name
    return None


def choice_of(
    text: str, language: Language, offered: Sequence[str], labels: Sequence[str] = (), *, asked_back: bool
) -> int | None:
    """Which of the options offered a message picks, counted from 0.

    "2" picks one; after a question back "the second" does, or what stands on its button, or a word of its question.
    """
    typed = Marked(text)
    if typed.plain.isdigit() and 1 <= int(typed.plain) <= len(offered):
        return int(typed.plain) - 1
    if not asked_back or len(typed.plain.split()) > MOST_WORDS:
        return None
    labelled = [place for place, label in enumerate(labels) if Marked(label).plain == typed.plain]
    if len(labelled) == 1:
        return labelled[0]
    for one in _own_first(language):
        for place, cues in enumerate(one.understanding.ordinals[: len(offered)]):
            if _consists_of((*cues, str(place + 1)), typed):
                return place
    return _picked_by_words(typed, language, offered)


def _picked_by_words(typed: Marked, language: Language, offered: Sequence[str]) -> int | None:
    """The only option offered whose question holds every telling word of a message: "restless"."""
    said = typed.plain.split()
    questions = [{fold(word) for word in words(question)} for question in offered]
    telling = [word for word in said if word not in _courtesies()]
    if not telling or {fold(word) for word in language.understanding.negation} & set(said):
        return None
    holding = [place for place, question in enumerate(questions) if set(telling) <= question]
    return holding[0] if len(holding) == 1 else None


def after_fresh_start(text: str, language: Language) -> str:
    """The question that follows a wish for a new subject, as in "New question: ..."; empty where there is none."""
    parts = _AFTER_WISH.split(text, maxsplit=1)
    if len(words(parts[0])) > MOST_WORDS:
        return ""
    wish = Marked(parts[0])
    starts = any(_consists_of(one.understanding.requests.new_subject, wish) for one in _own_first(language))
    return parts[1].strip() if starts and len(parts) == 2 and words(parts[1]) else ""


def language_request(message: Marked, language: Language, mentions: Sequence[Mention]) -> tuple[str | None, bool]:
    """The language a message asks to be answered in, and whether it asks nothing else."""
    brief = not _is_medical(mentions) and len(message.plain.split()) <= MOST_WORDS
    for one in _own_first(language) if brief else [language]:
        asked = _language_asked(message, one)
        if asked:
            return asked, brief
    return None, False


def country_request(
    message: Marked, language: Language, countries: Sequence[tuple[str, str]]
) -> tuple[str | None, bool]:
    """The country where a message says that the asker works, and whether it says nothing else.

    `countries` are codes with what people call them, the longer names first.
    """
    for code, name in countries:
        replaced = _replaced(message, name, "COUNTRY")
        cues = language.understanding.country_is if replaced else ()
        for cue in cues:
            rest = without(cue, replaced) if replaced else None
            if rest is not None:
                return code, not rest.strip()
    return None, False


def _language_asked(message: Marked, language: Language) -> str | None:
    for tag, spoken in language.understanding.language_names.items():
        for name in spoken:
            replaced = _replaced(message, name, "LANGUAGE")
            if replaced and any(matches(cue, replaced) for cue in language.understanding.reply_in):
                return tag
    return None


def _replaced(message: Marked, name: str, placeholder: str) -> Marked | None:
    """The message with a name replaced by a placeholder, or None where the name does not stand in it."""
    folded = " ".join(fold(word) for word in words(name))
    if f" {folded} " not in f" {message.plain} ":
        return None
    replaced = Marked("")
    replaced.plain = f" {message.plain} ".replace(f" {folded} ", f" {placeholder} ").strip()
    replaced.marked = replaced.plain
    return replaced


def _is_medical(mentions: Sequence[Mention]) -> bool:
    return any(mention.kind in MEDICAL for mention in mentions)


def _own_first(language: Language) -> Iterator[Language]:
    """Every language, that of the message first: two words are often too few to tell which it is."""
    yield language
    yield from (other for tag, other in load_languages().items() if tag != language.tag)


def _consists_of(cues: Sequence[str], message: Marked) -> bool:
    """Whether a message is made of these cues, with nothing beside them but words that ask for it politely."""
    for cue in cues:
        rest = without(cue, message)
        if rest is None:
            continue
        left = " ".join(word for word in rest.split() if word not in _fillers())
        if not left or (len(left) < len(message.plain) and _consists_of(cues, Marked(left))):
            return True
    return False


@lru_cache(maxsize=1)
def _fillers() -> frozenset[str]:
    """Folded words of any language that may stand beside a wish."""
    return _courtesies() | ordinary_words(load_languages().values())


@lru_cache(maxsize=1)
def _courtesies() -> frozenset[str]:
    """Folded words of any language that are little or polite. Those that only tell languages apart may be names."""
    known = load_languages().values()
    little = (word for language in known for word in (*language.stop_words, *language.understanding.request_words))
    return frozenset(fold(part) for word in little for part in words(word))
