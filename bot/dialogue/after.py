"""What a conversation remembers after a turn: codes of what was talked about, never the words."""

from __future__ import annotations

from bot.answering.answer import Answer
from bot.dialogue.state import Conversation
from bot.dialogue.turn import Turn
from bot.reading.understanding import Understood
from knowledge.evidence.library import Library
from knowledge.evidence.models import Intent


def after_turn(turn: Turn, library: Library) -> Conversation:
    """The conversation after a turn."""
    answer, understood, conversation = turn.answer, turn.understood, turn.before
    assert answer is not None
    if turn.is_urgent:
        emergency = turn.sign.kind if turn.sign else None
        named = tuple(dict.fromkeys((*conversation.emergency_medicines, *answer.question.concepts)))
        danger = {"emergency": emergency, "emergency_medicines": named}
        return after_urgent(conversation, answer).model_copy(update=danger)
    assert understood is not None
    if answer.wish == "new_subject":
        conversation = conversation.fresh()
    update: dict[str, object] = {
        **_emergency(turn, conversation, understood),
        "language": answer.language,
        "turns": conversation.turns + 1,
        **_offered(answer),
        "asked_back": turn.asked_back,
    }
    if not turn.aside:
        update |= _subject(conversation, answer, understood, library)
    return conversation.model_copy(update=update)


def _emergency(turn: Turn, conversation: Conversation, understood: Understood) -> dict[str, object]:
    """The emergency that lasts: until somebody says that nobody is in danger, or asks about another medicine."""
    others = {*understood.mentioned} - {*conversation.emergency_medicines}
    if turn.enquiry.nobody_in_danger or others:
        return {"emergency": None, "emergency_medicines": ()}
    return {}


def after_urgent(conversation: Conversation, answer: Answer) -> Conversation:
    """The conversation after a message of danger, which leaves its subject alone."""
    update = {
        "language": answer.language,
        "turns": conversation.turns + 1,
        "offered": (),
        "asks": (),
        "labels": (),
        "asked_back": False,
    }
    return conversation.model_copy(update=update)


def _offered(answer: Answer) -> dict[str, object]:
    """The questions offered and their labels; one that repeats what the person wrote is not kept."""
    kept = [option for option in answer.options if not option.calm]
    return {
        "offered": tuple(one.question for one in kept),
        "asks": tuple(one.ask for one in kept),
        "labels": tuple(one.label for one in kept),
    }


def _subject(
    conversation: Conversation, answer: Answer, understood: Understood, library: Library
) -> dict[str, object]:
    """What is talked about now; a question on what the library lacks is a subject, too: what follows leans on it."""
    query = understood.query
    terminology = library.terminology
    beside = (concept for concept in understood.subject if terminology.kind(concept) != "medicine")
    subject = {
        "intent": query.intents[0] if query.intents else None,
        "concepts": tuple(dict.fromkeys((*query.medicines, *query.instead_of, *beside))),
        "cards": query.cards,
        "patient": understood.patient,
    }
    if answer.plan:
        first = library.claims[answer.plan.short[0]][1].intent if answer.plan.short else None
        cited = [citation.card for citation in answer.citations]
        return {
            **subject,
            "intent": subject["intent"] or first,
            "last_plan": answer.plan,
            "cited_cards": tuple(dict.fromkeys((*conversation.cited_cards, *cited))),
        }
    if answer.status == "clarify":
        worded = subject["intent"] is Intent.PREGNANCY and query.populations  # said by the name of the group alone
        return {**subject, "intent": None if worded else subject["intent"]}
    return {**subject, "last_plan": None} if understood.named_words and not understood.about_animals else {}
