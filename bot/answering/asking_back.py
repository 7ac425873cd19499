"""Asking back: one short question where nothing can be said before knowing what is meant.

Where something holds for every reading, it is answered and the readings are offered below
(`bot.answering.options`). A question back is never followed by another: what comes after it is answered as well as
can be, see `bot.dialogue.acts`.
"""

from __future__ import annotations

from functools import lru_cache

from bot.answering.answer import Answer, AskedQuestion, Block, Option
from bot.answering.covers import subjects_in_words
from bot.answering.messages import Messages
from bot.answering.options import ON_SAFETY, OptionMaker
from bot.answering.readings import answers_differ
from bot.answering.realise import plain_answer
from bot.reading.understanding import Understood
from knowledge.evidence.library import Library
from knowledge.evidence.models import Frozen, Intent
from knowledge.languages import load_languages
from knowledge.languages.analysis import fold, words
from retrieval.query import Query

BARE_WORDS, BARE_INTENT_WORDS, OPEN_WORDS = 6, 2, 8
"""A message with no more words than this, all of them names or empty, names a subject and asks nothing; one this short
may hold a word that asks, such as "side effects?"; and one this short may leave open what the medicine is to help."""


class Readings(Frozen):
    """What a message could mean: what to ask, and the question each answer stands for, the likeliest first."""

    question: str
    options: tuple[Option, ...]

    def asked_back(self, question: AskedQuestion, messages: Messages) -> Answer:
        """The question back."""
        block = Block(kind="short", text=self.question)
        return plain_answer("clarify", question, messages, [block], options=self.options)


def readings_of(
    text: str,
    understood: Understood,
    messages: Messages,
    options: OptionMaker,
    library: Library,
    empty_words: frozenset[str],
) -> Readings | None:
    """What a message could mean where nothing can be said before knowing, or None where it can be answered."""
    if not words(text):
        return Readings(question=messages.format("clarify-general"), options=tuple(options.starting()))
    query = understood.query
    if understood.unknown_medicines or query.cards or query.practical:
        return None
    covered = subjects_in_words(library, messages)
    asking = _asking_words(text, understood, empty_words)
    if _leaves_complaint_open(text, understood, asking, options, library):
        label = library.terminology.label(options.medicine, messages.language)
        complaints = options.complaints()
        return Readings(
            question=messages.format(
                "clarify-condition" if query.medicines else "clarify-which", medicine=label, subjects=covered
            ),
            options=tuple(options.efficacy(complaint) for complaint in complaints),
        )
    if query.topics or query.outcomes or len(words(text)) > (BARE_INTENT_WORDS if asking else BARE_WORDS):
        return None
    nothing_said = not (query.intents or query.concepts or asking or understood.vague_words)
    if nothing_said:
        offered = tuple(options.about_medicine())
        return Readings(question=messages.format("clarify-which", subjects=covered), options=offered)
    if query.populations and _only_names(text, understood):
        query = query.model_copy(update={"intents": ()})
    elif query.populations and query.medicines:
        return None
    return _of_bare(query, messages, options, library)


def ask_foreigner(
    understood: Understood, question: AskedQuestion, messages: Messages, options: OptionMaker, library: Library
) -> Answer | None:
    """What to ask of a medicine that was named in a language we do not speak: not understood is not "not covered"."""
    known = [medicine for medicine in understood.query.medicines if library.scope.knows(medicine)]
    if not understood.foreign or not known or understood.unknown_medicines:
        return None
    label = library.terminology.name(known[0], messages.language).label
    readings = Readings(
        question=messages.format("clarify-medicine", medicine=label), options=tuple(options.about_medicine())
    )
    return readings.asked_back(question, messages)


def _asking_words(text: str, understood: Understood, empty_words: frozenset[str]) -> list[int]:
    """Places of the words that neither name a concept nor are empty."""
    named = set(understood.named_words)
    typed = enumerate(words(text))
    return [place for place, word in typed if place not in named and fold(word) not in empty_words]


def _only_names(text: str, understood: Understood) -> bool:
    """Whether a message holds names and little words alone, so that any intent is that of a name: "pregnancy"."""
    named = set(understood.named_words)
    return all(place in named or fold(word) in _little_words() for place, word in enumerate(words(text)))


@lru_cache(maxsize=1)
def _little_words() -> frozenset[str]:
    return frozenset(fold(word) for language in load_languages().values() for word in language.stop_words)


def _leaves_complaint_open(
    text: str, understood: Understood, asking: list[int], options: OptionMaker, library: Library
) -> bool:
    """Whether it is asked if the medicine helps, but not with what: "for legs at night?".

    That is asked back only where the answers differ from complaint to complaint.
    """
    query = understood.query
    vague = set(understood.vague_words)
    names_more = query.conditions or query.populations or query.outcomes or query.routes or query.topics
    if names_more or query.medicines not in ((), (options.medicine,)) or len(words(text)) > OPEN_WORDS:
        return False
    helps = query.intents == (Intent.EFFICACY,) and bool(query.medicines or vague)
    asked = helps or (not query.intents and bool(vague))
    return asked and set(asking) <= vague and answers_differ(options.complaints(), library, options.medicine)


def _of_bare(query: Query, messages: Messages, options: OptionMaker, library: Library) -> Readings | None:
    """What a bare subject, or a bare intent, could mean."""
    terminology = library.terminology
    subjects = [*query.medicines, *query.conditions]

    def named(concept: str) -> str:
        return terminology.name(concept, messages.language).label

    def readings(message: str, offered: list[Option], **slots: str) -> Readings | None:
        text = messages.format(message, subjects=subjects_in_words(library, messages), **slots)
        return Readings(question=text, options=tuple(offered)) if offered else None

    if len(subjects) > 1 or any(subject not in terminology for subject in subjects):
        return None
    intents = query.intents
    if intents:
        if query.populations and not subjects and not query.routes and intents[0] in ON_SAFETY:
            return readings("clarify-which", options.safe_for(query.populations[0]))
        if subjects or query.populations or query.routes:
            return None
        if intents[0] in ON_SAFETY:
            return readings("clarify-whom", options.for_whom(query))
        return readings("clarify-which", options.about_medicine(intents[0]))
    if query.populations:
        group = query.populations[0]
        if not subjects:
            return readings("clarify-which", options.about_population(group))
        if subjects[0] == options.medicine and not query.routes:
            phrase = options.phrase_of(group)
            return readings(
                "clarify-population", options.about_population(group), medicine=named(subjects[0]), population=phrase
            )
        return None
    if query.routes:
        offered = [option for route in query.routes for option in options.about_route(route)]
        return readings("clarify-route", offered, medicine=named(options.medicine)) if not subjects else None
    if not subjects:
        return None
    if subjects[0] == options.medicine:
        return readings("clarify-medicine", options.about_medicine(), medicine=named(subjects[0]))
    if library.scope.is_indication(subjects[0]):
        return readings("clarify-subject", options.about_condition(subjects[0]), subject=named(subjects[0]))
    return None
