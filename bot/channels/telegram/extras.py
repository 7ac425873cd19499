"""What is given beside an answer: its figures, a draft reply made of it, its sources in full."""

from __future__ import annotations

from typing import Literal

from telegram.constants import ChatAction

from bot.answering.answer import Answer
from bot.channels.telegram.answering import Answering
from bot.channels.telegram.desk import NOTHING, Desk, Outcome
from bot.channels.telegram.messenger import InDoubt
from bot.channels.telegram.rendering import answer_pieces
from bot.channels.telegram.splitting import split_pieces
from bot.channels.telegram.updates import Place
from bot.desk.records import AnswerRecord


class Extras:
    """Makes and sends them; where the evidence has changed since, the question is answered anew instead."""

    def __init__(self, desk: Desk, answering: Answering) -> None:
        self._desk = desk
        self._answering = answering
        self._tools = desk.responder.tools

    async def figure(self, place: Place, record: AnswerRecord, in_doubt: InDoubt) -> Outcome:
        """The figures of an answer."""
        if self._has_changed(record):
            return await self._updated(place, record, in_doubt)
        async with self._desk.messenger.busy(place, ChatAction.UPLOAD_PHOTO):
            figures = await self._desk.in_thread(self._tools.figures, record)
            if figures and await self._desk.attachments.send_figures(place, figures, in_doubt=in_doubt):
                return NOTHING
        await self._desk.voice.say(place, "talk-failed" if figures else "talk-no-figure", in_doubt)
        return NOTHING

    async def draft(self, place: Place, record: AnswerRecord, form: str, in_doubt: InDoubt) -> Outcome:
        """A draft reply in a form; the choice of forms where none is given."""
        if self._has_changed(record):
            return await self._updated(place, record, in_doubt)
        if record.plan is None:
            await self._desk.voice.say(place, "talk-no-draft", in_doubt)
        elif form not in ("docx", "pdf"):
            language = self._desk.voice.language(place)
            keyboard = self._desk.buttons(place.chat_id).draft_forms(record.id, self._desk.text_in(language))
            await self._desk.voice.say(place, "talk-draft-choose", in_doubt, keyboard=keyboard, language=language)
        else:
            await self._send_draft(place, record, "docx" if form == "docx" else "pdf", in_doubt)
        return NOTHING

    async def sources(self, place: Place, record: AnswerRecord, in_doubt: InDoubt) -> Outcome:
        """The sources of an answer in full."""
        if self._has_changed(record):
            return await self._updated(place, record, in_doubt)
        sources: Answer = await self._desk.in_thread(self._tools.sources, record)
        await self._desk.messenger.send(place, split_pieces(answer_pieces(sources.blocks)), in_doubt=in_doubt)
        return NOTHING

    async def _send_draft(self, place: Place, record: AnswerRecord, form: Literal["docx", "pdf"],
                          in_doubt: InDoubt) -> None:
        async with self._desk.messenger.busy(place, ChatAction.UPLOAD_DOCUMENT):
            document = await self._desk.in_thread(self._tools.draft, record, form)
            if document and await self._desk.attachments.send_document(place, document, in_doubt=in_doubt):
                return
        await self._desk.voice.say(place, "talk-failed" if document else "talk-no-draft", in_doubt)

    def _has_changed(self, record: AnswerRecord) -> bool:
        """Whether the evidence of an answer is no longer what it was, so that the answer cannot be made again."""
        return record.plan is not None and not record.is_current(self._tools.card_versions())

    async def _updated(self, place: Place, record: AnswerRecord, in_doubt: InDoubt) -> Outcome:
        return await self._answering.anew(place, record, in_doubt, note="talk-evidence-updated")
