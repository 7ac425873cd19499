"""The reply to a message of danger: the numbers to call first, then what sources say of too much of the medicine."""

from __future__ import annotations

from datetime import date

from bot.answer import Answer, AskedQuestion, Block
from bot.compose import compose, plain_answer
from bot.messages import Messages
from bot.options import calm_option
from bot.plan import Plan
from bot.safety.urgent import UrgentSign
from bot.services import emergency_blocks, emergency_numbers
from knowledge.errors import FarmasvarError
from knowledge.library import Library
from knowledge.models import Intent
from knowledge.services import ServicesDirectory
from retrieval.recognition import Recogniser

MOST_URGENT_CLAIMS = 2
NUMBER_IN_EUROPE = "112"
GRAVEST = frozenset({"cardiac_arrest", "respiratory_arrest", "av_block"})
"""What is said first of too much magnesium to somebody who has to act."""


def urgent_reply(
    question: AskedQuestion,
    sign: UrgentSign,
    country: str | None,
    messages: Messages,
    library: Library,
    services: ServicesDirectory,
    recogniser: Recogniser,
    today: date,
) -> Answer:
    """The numbers to call first; evidence may follow.

    Where only the model saw danger, the asker may say that nobody is in any. Plain words of danger and any sign of
    self-harm offer no such way out.
    """
    blocks, choices = emergency_blocks(services, country, sign.kind, messages)
    unsure = sign.by_model and sign.kind != "self_harm"
    options = (calm_option(question.text, messages),) if unsure else ()
    answer = plain_answer("urgent", question, messages, blocks, options=options, country_choices=choices)
    try:
        mentions = recogniser.mentions(question.text)
        medicines = tuple(dict.fromkeys(mention.concept for mention in mentions if mention.kind == "medicine"))
        question = question.model_copy(update={"concepts": medicines})
        answer = answer.model_copy(update={"question": question})
        magnesium = any(library.terminology.covers("magnesium", medicine) for medicine in medicines)
        plan = _toxicity_plan(library) if magnesium and sign.kind != "self_harm" else None
        if plan:
            heading = Block(kind="heading", text=messages.format("urgent-evidence"))
            leading = (*blocks, heading)
            composed = compose(plan, question, library, messages, today, options, leading=leading, urgent=True)
            answer = composed.model_copy(update={"country_choices": answer.country_choices})
    except FarmasvarError:
        pass  # a broken index must not stand between a person in danger and the numbers
    return answer


def with_numbers(answer: Answer, country: str | None, messages: Messages, services: ServicesDirectory) -> Answer:
    """The answer to somebody who said that nobody is in danger, with the number to call if that was wrong."""
    entry = services.get(country)
    numbers = emergency_numbers(entry) if entry else NUMBER_IN_EUROPE
    reminder = Block(kind="notice", text=messages.format("calm-reminder", numbers=numbers))
    *others, last = answer.blocks
    return answer.model_copy(update={"blocks": (*others, reminder, last)})


def _toxicity_plan(library: Library) -> Plan | None:
    """What the best source says of too much of the medicine, the gravest first, whatever the language."""
    leads = [
        (card.kind.standing, not GRAVEST & claim.concepts, reference)
        for reference, (card, claim) in library.claims.items()
        if claim.intent is Intent.TOXICITY and claim.lead
    ]
    best = min((standing for standing, _, _ in leads), default=0)
    chosen = sorted(lead for lead in leads if lead[0] == best)[:MOST_URGENT_CLAIMS]
    return Plan(short=tuple(reference for _, _, reference in chosen)) if chosen else None
