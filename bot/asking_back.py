"""Asking back: one short question where a bare subject, or an intent without a subject, could mean many things."""

from __future__ import annotations

from bot.answer import Answer, AskedQuestion, Block, Option
from bot.compose import plain_answer
from bot.messages import Messages
from bot.options import DEFAULT_MEDICINE, OptionMaker, is_indication
from bot.understanding import Understood
from knowledge.library import Library
from retrieval.analysis import fold, words
from retrieval.query import Query

BARE_WORDS, BARE_INTENT_WORDS = 4, 2
"""A message with no more words than this, all of them names or empty, names a subject and asks nothing; one this short
may hold a word that asks, such as "side effects?"."""
Readings = tuple[str, dict[str, str], list[Option]]
"""The message to ask back with, its slots, and the readings to offer."""


def ask_back(
    text: str,
    understood: Understood,
    question: AskedQuestion,
    messages: Messages,
    options: OptionMaker,
    library: Library,
    empty_words: frozenset[str],
) -> Answer | None:
    """The question back with its readings as options, or None where the message can be answered as it is."""
    readings: Readings | None = None
    if not words(text):
        readings = "clarify-general", {}, options.starting()
    elif not understood.follow_up and not understood.unknown_medicines and _is_bare(text, understood, empty_words):
        readings = _readings(understood.query, messages, options, library)
    if readings is None:
        return None
    message, slots, offered = readings
    block = Block(kind="short", text=messages.format(message, **slots))
    return plain_answer("clarify", question, messages, [block], options=offered)


def ask_foreigner(
    understood: Understood, question: AskedQuestion, messages: Messages, options: OptionMaker, library: Library
) -> Answer | None:
    """What to ask of a medicine that was named in a language we do not speak: not understood is not "not covered"."""
    known = [
        medicine for medicine in understood.query.medicines if library.terminology.covers(DEFAULT_MEDICINE, medicine)
    ]
    if not understood.foreign or not known or understood.unknown_medicines:
        return None
    label = library.terminology.name(known[0], messages.language).label
    block = Block(kind="short", text=messages.format("clarify-medicine", medicine=label))
    return plain_answer("clarify", question, messages, [block], options=options.about_medicine(DEFAULT_MEDICINE))


def _is_bare(text: str, understood: Understood, empty_words: frozenset[str]) -> bool:
    typed = words(text)
    named = set(understood.named_words)
    asking = [place for place, word in enumerate(typed) if place not in named and fold(word) not in empty_words]
    return len(typed) <= (BARE_INTENT_WORDS if asking else BARE_WORDS)


def _readings(query: Query, messages: Messages, options: OptionMaker, library: Library) -> Readings | None:
    """What a bare subject, or a bare intent, could mean."""
    terminology = library.terminology
    subjects = [*query.medicines, *query.conditions]
    open_facets = query.topics or query.routes or query.outcomes or query.cards
    if open_facets or len(subjects) > 1:
        return None
    if query.intents:
        bare_intent = not subjects and not query.populations
        return ("clarify-which", {}, options.about_medicine(DEFAULT_MEDICINE)) if bare_intent else None
    if query.populations and not subjects:
        return "clarify-which", {}, options.about_population(query.populations[0])
    if not subjects or query.populations or subjects[0] not in terminology:
        return None
    label = terminology.name(subjects[0], messages.language).label
    if subjects[0] == DEFAULT_MEDICINE:
        return "clarify-medicine", {"medicine": label}, options.about_medicine(subjects[0])
    if is_indication(subjects[0], terminology):
        return "clarify-subject", {"subject": label}, options.about_condition(subjects[0])
    return None
