"""What the library covers and what could be asked, in words; all of it follows from the cards."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answering.answer import Option
from bot.answering.messages import Messages
from bot.answering.options import OptionMaker
from knowledge.evidence.library import Library

MOST_SUBJECTS = 4
"""Medicines named of what is covered, those with the most claims; the rest are counted."""
MOST_CONDITIONS = 3
MOST_USES = 4
"""Uses of the medicines asked about that are offered where the one asked about is not known."""


def subjects_in_words(library: Library, messages: Messages) -> str:
    """The medicines the library is on, each with what it is taken for: "magnesium (leg cramps, restless legs)"."""
    subjects = library.scope.subjects
    named = [_subject(medicine, library, messages) for medicine in subjects[:MOST_SUBJECTS]]
    others = len(subjects) - len(named)
    if others:
        return messages.format("covers-others", subjects=", ".join(named), number=others)
    return messages.list(named)


def known_uses(medicines: Iterable[str], library: Library, options: OptionMaker) -> list[Option]:
    """What may be asked instead of a question that nothing answers: what the medicines asked about are known for."""
    makers = (options.on(medicine) for medicine in medicines if library.scope.knows(medicine))
    uses = (maker.efficacy(condition) for maker in makers for condition in maker.complaints())
    return options.answered(uses, MOST_USES)


def _subject(medicine: str, library: Library, messages: Messages) -> str:
    label = library.terminology.label
    complaints = OptionMaker(messages, library, medicine).complaints()[:MOST_CONDITIONS]
    name = label(medicine, messages.language)
    if not complaints:
        return name
    return f"{name} ({', '.join(label(condition, messages.language) for condition in complaints)})"


def example_question(library: Library, messages: Messages) -> str:
    """A question the library answers; empty where it is on no medicine."""
    return next((option.question for option in OptionMaker(messages, library).starting()), "")
