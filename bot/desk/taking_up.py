"""Going on with the conversation of somebody else, from an answer that they were given."""

from __future__ import annotations

from bot.desk.records import AnswerRecord
from bot.dialogue.state import Conversation

_OF_THE_PERSON = ("chosen_language", "language_setting", "country", "country_setting")


def taken_up(record: AnswerRecord, latest: AnswerRecord, theirs: Conversation, own: Conversation) -> Conversation:
    """The conversation as the answer of `record` left it, with what the person who takes it up has chosen.

    `theirs` stands where the `latest` answer left it: where that is another one, what is known of the first is taken
    from its record.
    """
    if latest.id != record.id:
        question = record.question
        theirs = Conversation(language=record.language, intent=question.intent, concepts=question.concepts,
                              patient=question.patient, last_plan=record.plan, cited_cards=tuple(record.cards))
    return theirs.model_copy(update={name: getattr(own, name) for name in _OF_THE_PERSON})
