"""Replies without evidence: what the library lacks and whom to ask instead, and small talk."""

from __future__ import annotations

from bot.answer import Answer, AskedQuestion, Block
from bot.compose import plain_answer
from bot.messages import Messages
from bot.options import OptionMaker
from bot.requests import Request
from bot.services import information_block
from bot.understanding import Understood
from knowledge.library import Library
from knowledge.services import ServicesDirectory
from retrieval.matching import is_indication

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
    if understood.unknown_medicines:
        return messages.format("not-covered-medicine", medicines=messages.list(list(understood.unknown_medicines)))
    terminology, query = library.terminology, understood.query

    def label(concept: str) -> str:
        return terminology.name(concept, messages.language).label

    if query.instead_of:
        names = [terminology.label(medicine, messages.language) for medicine in query.instead_of]
        return messages.format("not-covered-alternatives", medicine=messages.list(names))
    medicines = [medicine for medicine in query.medicines if medicine in terminology]
    subjects = [condition for condition in query.conditions if not is_indication(condition, terminology)]
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
) -> Answer:
    """Says what is missing and whom to ask; never offers evidence on something else."""
    blocks = [
        Block(kind="short", text=missing),
        Block(kind="paragraph", text=messages.format("not-covered-scope")),
    ]
    if not understood.about_animals:
        blocks += information_block(services, country, messages, pregnancy=bool(PREGNANCY & understood.query.concepts))
    return plain_answer("not_covered", question, messages, blocks)


def small_talk(request: Request, question: AskedQuestion, messages: Messages, options: OptionMaker) -> Answer:
    """A word to a greeting or thanks, and what could be asked; anything else off the subject is not covered."""
    greeting = GREETINGS.get(request)
    blocks = [Block(kind="short", text=messages.format(greeting or "not-covered-general"))]
    if request == "thanks":
        return plain_answer("not_covered", question, messages, blocks)
    blocks.append(Block(kind="paragraph", text=messages.format("not-covered-scope")))
    return plain_answer(
        "clarify" if greeting else "not_covered", question, messages, blocks, options=options.starting()
    )
