"""Asking back: one short question where nothing can be said before knowing what is meant.

Where something holds for every reading, it is answered and the readings are offered below
(`bot.answering.options`). A question back is never followed by another: what comes after it is answered as well as
can be, see `bot.dialogue.acts`.
"""

from __future__ import annotations

from dataclasses import dataclass
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
    asking = _asking_words(text, understood, empty_words)
    if _leaves_complaint_open(text, understood, asking, options, library):
        return _for_what(query, messages, options, library)
    if query.topics or query.outcomes or len(words(text)) > (BARE_INTENT_WORDS if asking else BARE_WORDS):
        return None
    if _says_nothing(understood, asking):
        question = messages.format("clarify-which", subjects=subjects_in_words(library, messages))
        return Readings(question=question, options=tuple(options.about_medicine()))
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
    label, offered = library.terminology.name(known[0], messages.language).label, tuple(options.about_medicine())
    if not offered:
        return None
    readings = Readings(question=messages.format("clarify-medicine", medicine=label), options=offered)
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


def _for_what(query: Query, messages: Messages, options: OptionMaker, library: Library) -> Readings:
    """The complaints that the medicine could be meant to help with."""
    question = messages.format(
        "clarify-condition" if query.medicines else "clarify-which",
        medicine=library.terminology.label(options.medicine, messages.language),
        subjects=subjects_in_words(library, messages),
    )
    return Readings(question=question, options=tuple(map(options.efficacy, options.complaints())))


def _says_nothing(understood: Understood, asking: list[int]) -> bool:
    """Whether a message neither names nor asks anything, not even vaguely."""
    query = understood.query
    return not (query.intents or query.concepts or asking or understood.vague_words)


def _of_bare(query: Query, messages: Messages, options: OptionMaker, library: Library) -> Readings | None:
    """What a bare subject, or a bare intent, could mean."""
    subjects = [*query.medicines, *query.conditions]
    if len(subjects) > 1 or any(subject not in library.terminology for subject in subjects):
        return None
    bare = _Bare(query, subjects[0] if subjects else None, messages, options, library)
    if query.intents:
        return bare.intent(query.intents[0])
    if query.populations:
        return bare.group(query.populations[0])
    return bare.routes() if query.routes else bare.medicine_or_condition()


@dataclass(frozen=True)
class _Bare:
    """A message that names one thing at the most, and what it could mean by it."""

    query: Query
    subject: str | None
    """The medicine or the condition that is named."""
    messages: Messages
    options: OptionMaker
    library: Library

    def intent(self, intent: Intent) -> Readings | None:
        """By an intent: of which medicine, or for whom, it is meant."""
        groups, on_safety = self.query.populations, intent in ON_SAFETY
        if self.subject is not None or self.query.routes or (groups and not on_safety):
            return None
        if groups:
            return self._readings("clarify-which", self.options.safe_for(groups[0]))
        if on_safety:
            return self._readings("clarify-whom", self.options.for_whom(self.query))
        return self._readings("clarify-which", self.options.about_medicine(intent))

    def group(self, group: str) -> Readings | None:
        """By a group of people: what of it is meant, by itself or with the medicine."""
        if self.subject is None:
            return self._readings("clarify-which", self.options.about_population(group))
        if self.subject != self.options.medicine or self.query.routes:
            return None
        return self._readings(
            "clarify-population", self.options.about_population(group), medicine=self._name(self.subject),
            population=self.options.phrase_of(group),
        )  # fmt: skip

    def routes(self) -> Readings | None:
        """By routes alone: what of them is meant."""
        if self.subject is not None:
            return None
        offered = [option for route in self.query.routes for option in self.options.about_route(route)]
        return self._readings("clarify-route", offered, medicine=self._name(self.options.medicine))

    def medicine_or_condition(self) -> Readings | None:
        """By the medicine, or a condition that is treated: what of it is meant."""
        subject = self.subject
        if subject is None:
            return None
        if subject == self.options.medicine:
            return self._readings("clarify-medicine", self.options.about_medicine(), medicine=self._name(subject))
        if self.library.scope.is_indication(subject):
            return self._readings(
                "clarify-subject", self.options.about_condition(subject), subject=self._name(subject)
            )
        return None

    def _name(self, concept: str) -> str:
        return self.library.terminology.name(concept, self.messages.language).label

    def _readings(self, message: str, offered: list[Option], **slots: str) -> Readings | None:
        subjects = subjects_in_words(self.library, self.messages)
        text = self.messages.format(message, subjects=subjects, **slots)
        return Readings(question=text, options=tuple(offered)) if offered else None
