"""Telling those who relied on a card that it has changed, or was withdrawn: once each, with a way to ask again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.answering.messages import messages_in
from bot.channels.telegram.desk import NOTHING, Desk, Outcome
from bot.channels.telegram.messenger import InDoubt
from bot.channels.telegram.splitting import shortened
from bot.channels.telegram.updates import DueCorrection, own_place
from bot.desk.records import AnswerRecord
from bot.desk.store.corrections import Correction

LONGEST_QUESTION = 300


def due_corrections(corrections: Sequence[Correction]) -> list[DueCorrection]:
    """One message for each answer, however many of its cards have changed; in the topic where it was asked."""
    cards: dict[str, list[Correction]] = {}
    for correction in corrections:
        cards.setdefault(correction.given.record.id, []).append(correction)
    return [_due(found) for found in cards.values()]


def _due(corrections: list[Correction]) -> DueCorrection:
    given = corrections[0].given
    asker, message = given.asker, given.question_message or ""
    place = own_place(int(asker.chat), int(asker.thread) if asker.thread else None, int(asker.user))
    if message.isdecimal():
        place = place.model_copy(update={"message_id": int(message)})
    return DueCorrection(place=place, answer_id=given.record.id, cards=tuple(one.card for one in corrections))


async def tell_correction(desk: Desk, due: DueCorrection, in_doubt: InDoubt) -> Outcome:
    """Tell an asker of the cards behind an answer that have changed."""
    given = desk.given(due.place, due.answer_id)
    if given is None:
        return NOTHING
    language = given.record.language
    day = datetime.fromtimestamp(given.given, UTC).date()
    versions = desk.responder.tools.card_versions()
    lines = [desk.responder.command_text(
        "talk-correction-changed" if card in versions else "talk-correction-withdrawn", language,
        source=_title(desk, given.record, card)) for card in due.cards]
    await desk.voice.say(due.place, "talk-correction", in_doubt, language=language,
                   date=messages_in(language).date(day),
                   question=shortened(given.record.question.text, LONGEST_QUESTION), changes="\n".join(lines),
                   keyboard=desk.buttons(due.place.chat_id).again(due.answer_id, desk.text_in(language)))
    return NOTHING


def _title(desk: Desk, record: AnswerRecord, card: str) -> str:
    """The title of a source as the answer named it; of a card that is gone nothing else is left."""
    if card in record.titles:
        return record.titles[card]
    if card not in desk.responder.tools.card_versions():
        return card
    return next((one.title for one in desk.responder.tools.summary(card, record.language).citations), card)
