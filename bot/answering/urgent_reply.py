"""The reply to a message of danger: the numbers to call first, then what sources say of too much of the medicine."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime

from bot.answering.answer import Answer, AskedQuestion, Block
from bot.answering.messages import Messages
from bot.answering.options import calm_option
from bot.answering.realise import compose, plain_answer
from bot.answering.select import Plan
from bot.answering.services import emergency_blocks, emergency_numbers
from bot.safety.danger import UrgentSign
from knowledge.directory.services import ServicesDirectory
from knowledge.evidence.library import Library
from knowledge.evidence.models import Intent
from knowledge.terminology.linking import Recogniser

_log = logging.getLogger(__name__)

MOST_URGENT_CLAIMS = 2
NUMBER_IN_EUROPE = "112"
GRAVEST = frozenset({"cardiac_arrest", "respiratory_arrest", "av_block"})
"""What is said first of too much of a medicine to somebody who has to act."""


def urgent_reply(
    question: AskedQuestion,
    sign: UrgentSign,
    country: str | None,
    messages: Messages,
    library: Library,
    services: ServicesDirectory,
    recogniser: Recogniser,
    now: datetime,
) -> Answer:
    """The numbers to call first; evidence may follow.

    Where only the model saw danger, the asker may say that nobody is in any. Plain words of danger and any sign of
    self-harm offer no such way out.
    """
    blocks, choices = emergency_blocks(services, country, sign.kind, messages, now)
    unsure = sign.by_model and sign.kind != "self_harm"
    options = (calm_option(question.text, messages),) if unsure else ()
    answer = plain_answer("urgent", question, messages, blocks, options=options, country_choices=choices)
    try:
        mentions = recogniser.mentions(question.text, messages.language)
        medicines = tuple(dict.fromkeys(mention.concept for mention in mentions if mention.kind == "medicine"))
        question = question.model_copy(update={"concepts": medicines})
        answer = answer.model_copy(update={"question": question})
        plan = None if sign.kind == "self_harm" else _toxicity_plan(medicines, library)
        if plan:
            heading = Block(kind="heading", text=messages.format("urgent-evidence"))
            leading = (*blocks, heading)
            composed = compose(plan, question, library, messages, now.date(), options, leading=leading, urgent=True)
            answer = composed.model_copy(update={"country_choices": answer.country_choices})
    except Exception:  # nothing that breaks may stand between a person in danger and the numbers
        _log.exception("no evidence can be added to the numbers to call")
    return answer


def with_emergency_numbers(
    answer: Answer, country: str | None, messages: Messages, services: ServicesDirectory, now: datetime
) -> Answer:
    """The answer as an urgent one, the numbers to call before all else: a level was measured that is a danger now."""
    blocks, choices = emergency_blocks(services, country, "poisoning", messages, now)
    return answer.model_copy(
        update={"status": "urgent", "blocks": (*blocks, *answer.blocks), "country_choices": choices}
    )


def with_numbers(
    answer: Answer, country: str | None, messages: Messages, services: ServicesDirectory, *, first: bool = False
) -> Answer:
    """The answer to somebody who said that nobody is in danger, with the number to call if that was wrong.

    After an emergency, of which nobody said so, the number goes `first`.
    """
    entry = services.get(country)
    numbers = emergency_numbers(entry) if entry else NUMBER_IN_EUROPE
    reminder = Block(kind="notice", text=messages.format("calm-reminder", numbers=numbers))
    if first:
        return answer.model_copy(update={"blocks": (reminder, *answer.blocks)})
    *others, last = answer.blocks
    return answer.model_copy(update={"blocks": (*others, reminder, last)})


def _toxicity_plan(medicines: Sequence[str], library: Library) -> Plan | None:
    """What the best source says of too much of the first of these medicines that the library is on, the gravest first.

    The choice is the same whatever the language, and no claim on another medicine is among it.
    """
    for medicine in medicines:
        leads = [
            (card.kind.standing, not GRAVEST & claim.concepts, reference)
            for reference, card, claim in library.scope.of(medicine)
            if claim.intent is Intent.TOXICITY and claim.lead
        ]
        best = min((standing for standing, _, _ in leads), default=0)
        chosen = sorted(lead for lead in leads if lead[0] == best)[:MOST_URGENT_CLAIMS]
        if chosen:
            return Plan.of(*(reference for _, _, reference in chosen), intent=Intent.TOXICITY)
    return None
