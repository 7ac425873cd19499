"""An option is only offered where pressing it gives an answer, whatever the card, the language and the patient."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from bot.answering.answer import Answer, Enquiry
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from knowledge.evidence.library import Library
from knowledge.evidence.models import Claim, Intent
from retrieval.ask import Ask

CARDS = 24


def sampled(library: Library) -> list[Claim]:
    """Leading claims of cards drawn at random, always the same."""
    cards = random.Random(14).sample(sorted(library.cards), CARDS)
    leads = ([claim for claim in library.cards[card].claims if claim.lead and claim.intervention] for card in cards)
    return [claims[0] for claims in leads if claims]


def pressed(assistant: Assistant, enquiry: Enquiry, before: Conversation) -> Iterator[tuple[str, Answer]]:
    """Each option of the answer that is an ask, and what pressing it gives."""
    answer, after = assistant.reply(enquiry, before)
    for option in answer.options:
        if option.ask is not None:
            again = Enquiry(text=option.question, ask=option.ask, language=enquiry.language)
            yield option.label, assistant.reply(again, after)[0]


def unanswered(assistant: Assistant, enquiry: Enquiry, before: Conversation) -> list[str]:
    return [f"{enquiry.text or enquiry.ask}: {label}" for label, answer in pressed(assistant, enquiry, before)
            if answer.status != "answered" or not answer.statements]


def test_every_use_that_is_offered_where_nothing_was_known_leads_to_an_answer(
    assistant: Assistant, shipped: Library
) -> None:
    child = assistant.reply(Enquiry(text="Hun er 6 år.", language="nb"), Conversation())[1]
    for claim in sampled(shipped):
        assert claim.intervention is not None
        enquiry = Enquiry(text="", ask=Ask(intent=Intent.AVAILABILITY, medicines=(claim.intervention,)), language="nb")
        assert unanswered(assistant, enquiry, child) == []


@pytest.mark.parametrize(("told", "language"), [
    ("", "nb"), ("Hun er 6 år.", "nb"), ("She is pregnant, in week 20.", "en"), ("70 Jahre alt, eGFR 24.", "de")])
def test_every_option_under_an_answer_leads_to_an_answer(
    assistant: Assistant, shipped: Library, told: str, language: str
) -> None:
    before = assistant.reply(Enquiry(text=told, language=language), Conversation())[1] if told else Conversation()
    asked = 0
    for claim in sampled(shipped):
        assert claim.intervention is not None
        ask = Ask(intent=Intent.EFFICACY, medicines=(claim.intervention,), conditions=claim.conditions)
        enquiry = Enquiry(text="", ask=ask, language=language)
        assert unanswered(assistant, enquiry, before) == []
        asked += 1
    assert asked > CARDS / 2


def test_every_reading_of_a_bare_name_leads_to_an_answer(assistant: Assistant, shipped: Library) -> None:
    subjects = random.Random(14).sample(list(shipped.scope.subjects), CARDS)
    for subject in subjects:
        enquiry = Enquiry(text=shipped.terminology.label(subject, "nb"), language="nb")
        assert unanswered(assistant, enquiry, Conversation()) == []


def test_what_only_some_cards_tell_is_offered_where_they_tell_it(assistant: Assistant, shipped: Library) -> None:
    """Lest that all options be answered came of there being none."""
    told = {Intent.INTERACTIONS, Intent.CONTRAINDICATIONS}
    telling = {claim.intervention: claim.intent for _, claim in shipped.claims.values() if claim.intent in told}
    offered: set[Intent] = set()
    for subject in shipped.scope.subjects:
        if subject in telling and not told <= offered:
            ask = Ask(intent=Intent.ADVERSE_EFFECTS, medicines=(subject,))
            answer, _ = assistant.reply(Enquiry(text="", ask=ask, language="en"), Conversation())
            offered |= {option.ask.intent for option in answer.options if option.ask}
    assert told <= offered
