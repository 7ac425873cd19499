"""Replies without evidence: what the library lacks and whom to ask instead, and small talk."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answering.answer import Answer, AskedQuestion, Block
from bot.answering.covers import example_question, known_uses, subjects_in_words
from bot.answering.messages import Messages
from bot.answering.options import OptionMaker
from bot.answering.realise import plain_answer
from bot.answering.services import information_block
from bot.reading.act import Request
from bot.reading.understanding import Understood
from knowledge.directory.services import ServicesDirectory
from knowledge.evidence.library import Library
from knowledge.languages import load_languages
from knowledge.terminology.concepts import Terminology
from retrieval.query import Query

PREGNANCY = frozenset({"pregnant", "breastfeeding"})
GREETINGS: dict[Request, str] = {
    "greeting": "not-covered-greeting",
    "help": "not-covered-greeting",
    "thanks": "not-covered-thanks",
}


def what_is_missing(understood: Understood, library: Library, messages: Messages) -> str:
    """What the library does not hold, named as exactly as the question was understood."""
    if understood.about_animals:
        return messages.format("not-covered-animals")
    terminology = library.terminology
    # In a language that is not spoken, what seems to name a class may be a word of that language.
    unknown = [one for one in understood.unknown_medicines if not (understood.foreign and terminology.is_class(one))]
    if unknown:
        return messages.format("not-covered-medicine", medicines=_listed(unknown, terminology, messages))
    if understood.foreign:
        spoken = [language.name for language in load_languages().values()]
        return messages.format("other-language-unread", languages=messages.list(spoken))
    instead_of = understood.query.instead_of
    if instead_of:
        return messages.format("not-covered-alternatives", medicine=_listed(instead_of, terminology, messages))
    return _missing_on(understood.query, library, messages)


def _listed(concepts: Iterable[str], terminology: Terminology, messages: Messages) -> str:
    return messages.list([terminology.label(concept, messages.language) for concept in concepts])


def _missing_on(query: Query, library: Library, messages: Messages) -> str:
    """What is missing on the medicine asked about and what else the question turns on, as far as it names them."""

    def label(concept: str) -> str:
        return library.terminology.label(concept, messages.language)

    medicines = query.medicines
    taken_for = [c for c in query.conditions if library.scope.is_indication(c, medicines)]
    subjects = [c for c in (*medicines[1:], *query.conditions) if c not in taken_for]
    if medicines and subjects:
        return messages.format("not-covered-pair", medicine=label(medicines[0]), subject=label(subjects[0]))
    if medicines:
        return messages.format("not-covered-intent", medicine=label(medicines[0]))
    if subjects:
        return messages.format("not-covered-subject", subject=label(subjects[0]))
    return messages.format("not-covered-general")


def not_covered(
    missing: str,
    understood: Understood,
    question: AskedQuestion,
    messages: Messages,
    services: ServicesDirectory,
    country: str | None,
    library: Library,
    options: OptionMaker,
) -> Answer:
    """Says what is missing and whom to ask; never gives evidence on something else.

    Where the medicine asked about is known for something else, that is named, and can be asked for by an option: the
    asker may have meant it by words that were not understood.
    """
    asked = understood.query.medicines if not (understood.about_animals or understood.foreign) else ()
    uses = known_uses(asked, library, options)
    named = [library.terminology.label(c, messages.language) for one in uses if one.ask for c in one.ask.conditions]
    if uses:
        scope = messages.format("not-covered-known", subjects=", ".join(dict.fromkeys(named)))
    else:
        scope = messages.format("not-covered-scope", subjects=subjects_in_words(library, messages))
    blocks = [Block(kind="short", text=missing), Block(kind="paragraph", text=scope)]
    if not understood.about_animals:
        blocks += information_block(services, country, messages, pregnancy=bool(PREGNANCY & understood.query.concepts))
    return plain_answer("not_covered", question, messages, blocks, options=uses)


def small_talk(
    request: Request, question: AskedQuestion, messages: Messages, options: OptionMaker, library: Library
) -> Answer:
    """A word to a greeting or thanks, and what could be asked; anything else off the subject is not covered."""
    greeting = GREETINGS.get(request)
    example = example_question(library, messages)
    blocks = [Block(kind="short", text=messages.format(greeting or "not-covered-general", example=example))]
    if request == "thanks":  # no question, so nothing is missing
        return plain_answer("clarify", question, messages, blocks)
    covered = subjects_in_words(library, messages)
    blocks.append(Block(kind="paragraph", text=messages.format("not-covered-scope", subjects=covered)))
    return plain_answer(
        "clarify" if greeting else "not_covered", question, messages, blocks, options=options.starting()
    )
