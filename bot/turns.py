"""What a conversation remembers after a turn: codes of what was talked about, never the words."""

from __future__ import annotations

from bot.answer import Answer
from bot.conversation import Conversation
from bot.understanding import Understood
from knowledge.library import Library
from knowledge.models import Frozen, Intent


class Turn(Frozen):
    """One message with its answer."""

    answer: Answer
    understood: Understood
    asked_back: bool = False
    """Whether the answer is a question back."""
    aside: bool = False
    """Whether the turn was about the conversation itself, so that its subject stays what it was."""


def after_turn(conversation: Conversation, turn: Turn, library: Library) -> Conversation:
    """The conversation after a turn."""
    answer, understood = turn.answer, turn.understood
    if answer.wish == "new_subject":
        conversation = conversation.fresh()
    update: dict[str, object] = {
        "language": answer.language,
        "turns": conversation.turns + 1,
        **_offered(answer),
        "asked_back": turn.asked_back,
    }
    if not turn.aside:
        update |= _subject(conversation, answer, understood, library)
    return conversation.model_copy(update=update)


def after_urgent(conversation: Conversation, answer: Answer) -> Conversation:
    """The conversation after a message of danger, which leaves its subject alone."""
    update = {
        "language": answer.language,
        "turns": conversation.turns + 1,
        "offered": (),
        "labels": (),
        "asked_back": False,
    }
    return conversation.model_copy(update=update)


def _offered(answer: Answer) -> dict[str, object]:
    """The questions offered and their labels; one that repeats what the person wrote is not kept."""
    kept = [option for option in answer.options if not option.calm]
    return {"offered": tuple(one.question for one in kept), "labels": tuple(one.label for one in kept)}


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
    }
    if answer.plan:
        first = library.claims[answer.plan.short[0]][1]
        cited = [citation.card for citation in answer.citations]
        return {
            **subject,
            "intent": subject["intent"] or first.intent,
            "last_plan": answer.plan,
            "cited_cards": tuple(dict.fromkeys((*conversation.cited_cards, *cited))),
        }
    if answer.status == "clarify":
        worded = subject["intent"] is Intent.PREGNANCY and query.populations  # said by the name of the group alone
        return {**subject, "intent": None if worded else subject["intent"]}
    return {**subject, "last_plan": None} if understood.named_words and not understood.about_animals else {}
