"""Answering a question: in the chat it was asked in, or to the asker alone where the chat is set so; and once more,
in place, when the question is edited."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answering.answer import Answer, Block, Enquiry
from bot.app.monitoring import metrics
from bot.app.monitoring.logs import place_of
from bot.channels.telegram.desk import NOTHING, Desk, Outcome
from bot.channels.telegram.messenger import InDoubt, nobody_doubts
from bot.channels.telegram.rendering import Span, answer_pieces
from bot.channels.telegram.splitting import split_pieces
from bot.channels.telegram.updates import ANONYMOUS_ADMIN_ID, CHANNEL, DueVotes, Place, Question
from bot.channels.telegram.voice import asker_at
from bot.desk.records import AnswerRecord, new_answer_id, record_of
from bot.desk.store.answers import GivenAnswer
from bot.desk.taking_up import taken_up
from bot.dialogue.state import Conversation
from knowledge.evidence.models import Frozen

LONGEST_QUESTION = 4000
"""Characters; Telegram itself stops at 4096."""

_log = logging.getLogger(__name__)


class Asked(Frozen):
    """A question and what is known beside its words."""

    text: str
    by_message: bool = True
    """Whether the message of the place asks it; a button asks in the name of an earlier one."""
    country: str | None = None
    nobody_in_danger: bool = False
    conversation: Conversation | None = None
    """Where to take up the conversation, if not where it stands."""
    note: str | None = None
    """Name of a text of the channel to put in front."""
    redacted: bool = False
    """Whether identifiers were taken out of the text before."""


class Worked(NamedTuple):
    """An answer as it was worked out."""

    answer: Answer
    conversation: Conversation
    record: AnswerRecord
    figure: bool


Grant = Callable[[Place, Answer, InDoubt], Awaitable[Outcome | None]]
"""Does what an answer's wish asks of the channel; None where the wish is none of the channel's."""


class Answering:
    """Works answers out and delivers them."""

    def __init__(self, desk: Desk, grant: Grant) -> None:
        self._desk = desk
        self._grant = grant
        self.leaving: dict[int, str] = {}
        """The answer on its way in each chat: its buttons may be pressed before it is written down."""

    async def answer(self, place: Place, asked: Asked, in_doubt: InDoubt, *, repeated: bool = False) -> Outcome:
        """Answer a question.

        `repeated`: a former run may have sent this answer already, so it says that it may be a repetition.
        """
        desk = self._desk
        if len(asked.text) > LONGEST_QUESTION and not await desk.in_thread(desk.is_urgent, asked.text):
            await desk.voice.say(place, "talk-too-long", in_doubt, limit=str(LONGEST_QUESTION))
            return NOTHING
        target = self.target(place)
        asker = asker_at(target)
        before = desk.conversations.get(asker) if asked.conversation is None else asked.conversation
        started = time.monotonic()
        async with desk.messenger.busy(target if target.private else place):
            worked = await self._work_out(place, asked, before)
        question_message = _question_message(place, target) if asked.by_message else None
        now = desk.clock()
        keep = [lambda: desk.conversations.keep(
            asker, worked.conversation, now=now, before=before if question_message else None,
            question_message=question_message)]
        granted = await self._grant(target, worked.answer, in_doubt) if worked.answer.wish else None
        if granted is not None:
            return Outcome((*keep, *granted.writes), granted.work)
        self.leaving[target.chat_id] = worked.record.id
        notes = [note for note in (asked.note, "telegram-repeated" if repeated else None) if note]
        sent = await self._deliver(place, target, worked, self._laid_out(worked.answer, notes), in_doubt)
        metrics.question_answered(worked.answer.status, CHANNEL, time.monotonic() - started,
                                  language=worked.answer.language)
        _log.info("chat %d: %s in %.2f s, %d messages delivered", place.chat_id, worked.answer.status,
                  time.monotonic() - started, len(sent))
        messages = tuple(str(number) for number in sent)
        return Outcome((*keep,
                        lambda: desk.answers.keep(worked.record, asker, question_message=question_message,
                                                  reply_messages=messages, now=now),
                        lambda: desk.gaps.count(worked.record, asker, now=now),
                        lambda: desk.use.count(CHANNEL, worked.record.status, language=worked.record.language, now=now),
                        lambda: self.leaving.pop(target.chat_id, None)))

    async def anew(self, place: Place, record: AnswerRecord, in_doubt: InDoubt, *, note: str | None) -> Outcome:
        """Ask the question of an answer once more, of the library as it is now."""
        then = Conversation(language=record.language, intent=record.question.intent, concepts=record.question.concepts)
        asked = Asked(text=record.question.text, by_message=False, country=record.country, conversation=then, note=note)
        return await self.answer(place, asked, in_doubt)

    async def show(self, place: Place, given: GivenAnswer, in_doubt: InDoubt) -> Outcome:
        """Show an answer that could not be delivered before."""
        desk, record = self._desk, given.record
        answer = await desk.in_thread(desk.responder.tools.remake, record)
        if answer is None:
            return await self.anew(place, record, in_doubt, note=None)
        figure = await desk.in_thread(self._has_figure, record)
        sent = await desk.messenger.send(place, self._laid_out(answer, ()), in_doubt=in_doubt,
                                         keyboard=self._keyboard(place, record, figure), language=answer.language)
        messages = tuple(str(number) for number in sent)
        return Outcome((lambda: desk.answers.keep(record, given.asker, question_message=given.question_message,
                                                  reply_messages=messages, now=given.given),))

    async def edit(self, question: Question, redacted: str, in_doubt: InDoubt, *, repeated: bool) -> Outcome:
        """Answer an edited question in place of its answer; nothing where that is gone or nothing has changed.

        Whoever now tells of danger is answered although there is no answer to change.
        """
        desk, place = self._desk, question.place
        given = self._given_to(place)
        if given is None and desk.is_urgent(question.text):
            return await self.answer(place, Asked(text=question.text, redacted=question.redacted), in_doubt,
                                     repeated=repeated)
        if given is None or redacted == given.record.question.text or len(question.text) > LONGEST_QUESTION:
            return NOTHING
        message = given.question_message or ""
        before = desk.conversations.before(given.asker, message)
        last = desk.conversations.is_last(given.asker, message)
        target = place.model_copy(update={"chat_id": int(given.asker.chat), "private": int(given.asker.chat) > 0,
                                          "thread_id": int(given.asker.thread) if given.asker.thread else None})
        async with desk.messenger.busy(target):
            worked = await self._work_out(place, Asked(text=question.text, redacted=question.redacted), before)
        self.leaving[target.chat_id] = worked.record.id
        shown = [int(number) for number in given.reply_messages]
        if worked.answer.status == "urgent" and given.record.status != "urgent":
            # A message that changes makes no sound; numbers to call must be heard to arrive.
            await desk.messenger.rewrite(target, shown, (), None)
            shown = []
        sent = await desk.messenger.rewrite(target, shown, self._laid_out(worked.answer, ()),
                                            self._keyboard(target, worked.record, worked.figure))
        _log.info("chat %d: edited question: %s", place.chat_id, worked.answer.status)
        now, messages = desk.clock(), tuple(str(number) for number in sent)
        keep = (lambda: desk.conversations.keep(given.asker, worked.conversation, now=now, before=before,
                                                question_message=message),) if last else ()
        return Outcome((*keep,
                        lambda: desk.answers.keep(worked.record, given.asker, question_message=message,
                                                  reply_messages=messages, now=now),
                        lambda: desk.gaps.count(worked.record, given.asker, now=now),
                        lambda: self.leaving.pop(target.chat_id, None)))

    async def show_votes(self, due: DueVotes) -> None:
        """Show under an answer how many found it helpful, and how many did not."""
        desk = self._desk
        given = desk.given(due.place, due.answer_id)
        if given is None or not given.reply_messages:
            return
        record = given.record
        figure = record.plan is not None and await desk.in_thread(self._has_figure, record)
        place = due.place.model_copy(update={"message_id": int(given.reply_messages[-1])})
        await desk.messenger.relabel(place, self._keyboard(due.place, record, figure))

    def taken_up(self, place: Place, replies_to: int | None) -> Conversation | None:
        """The conversation that a reply to an answer goes on with, where it is another person's; None: one's own."""
        if replies_to is None or place.private:
            return None
        asker = asker_at(place)
        now = self._desk.clock()
        given = self._desk.answers.shown_by(CHANNEL, str(place.chat_id), str(replies_to), now=now)
        if given is None or given.asker == asker:
            return None
        [latest] = self._desk.answers.recent(given.asker, now=now, most=1)
        conversations = self._desk.conversations
        return taken_up(given.record, latest.record, conversations.get(given.asker), conversations.get(asker))

    def target(self, place: Place) -> Place:
        """Where the answer goes: to the same chat, or to the person alone where the chat is set so."""
        if place.private or place.user_id == ANONYMOUS_ADMIN_ID:
            return place
        if self._desk.chats.of(CHANNEL, str(place.chat_id)).replies == "visible":
            return place
        return place.model_copy(update={"chat_id": place.user_id, "thread_id": None, "private": True})

    async def _work_out(self, place: Place, asked: Asked, conversation: Conversation) -> Worked:
        chosen = self._desk.chosen(place)
        enquiry = Enquiry(text=asked.text, language=chosen.language, language_hint=self._desk.voice.hint(place),
                          country=asked.country or chosen.country, nobody_in_danger=asked.nobody_in_danger,
                          redacted=asked.redacted)
        return await self._desk.answered(asked.text, lambda: self._reply(enquiry, conversation))

    def _reply(self, enquiry: Enquiry, conversation: Conversation) -> Worked:
        answer, after = self._desk.responder.reply(enquiry, conversation)
        record = record_of(answer, new_answer_id(), enquiry.country)
        if record.plan is None:
            # A list of sources states nothing that could be outdated.
            record = record.model_copy(update={"cards": {}, "titles": {}})
        return Worked(answer, after, record, record.plan is not None and self._has_figure(record))

    def _has_figure(self, record: AnswerRecord) -> bool:
        try:
            return self._desk.responder.tools.has_figure(record)
        except Exception as error:
            # No figure is worth an answer.
            _log.error("cannot tell whether there is a figure: %s", place_of(error))
            return False

    def _keyboard(self, place: Place, record: AnswerRecord, figure: bool) -> InlineKeyboardMarkup | None:
        return self._desk.buttons(place.chat_id).under_answer(
            record, self._desk.text_in(record.language), figure=figure, votes=self._desk.feedback.votes(record.id))

    def _laid_out(self, answer: Answer, notes: list[str] | tuple[str, ...]) -> list[list[Span]]:
        front = tuple(Block(kind="notice", text=self._desk.responder.command_text(note, answer.language))
                      for note in notes)
        messages = split_pieces(answer_pieces((*front, *answer.blocks)))
        if not messages:
            raise ValueError("the answer has no text")
        return messages

    async def _deliver(self, place: Place, target: Place, worked: Worked, messages: list[list[Span]],
                       in_doubt: InDoubt) -> tuple[int, ...]:
        """Send an answer; where it goes to the asker alone, the group reads one line of that."""
        desk = self._desk
        keyboard = self._keyboard(target, worked.record, worked.figure)
        sent = await desk.messenger.send(target, messages, in_doubt=in_doubt, keyboard=keyboard,
                                         language=worked.answer.language)
        if target == place:
            return sent
        language = desk.voice.language(place)
        if sent:
            await desk.voice.say(place, "telegram-sent-privately", nobody_doubts, language=language)
        elif worked.answer.status == "urgent":
            # The person never started the bot. Whoever may be in danger is not kept waiting for that.
            await desk.messenger.send(place, messages, in_doubt=in_doubt, language=worked.answer.language)
        else:
            label = desk.responder.command_text("telegram-button-open", language)
            link = InlineKeyboardButton(label, url=desk.messenger.link(worked.record.id))
            await desk.voice.say(place, "telegram-start-first", in_doubt, language=language,
                           keyboard=InlineKeyboardMarkup([[link]]))
        return sent

    def _given_to(self, place: Place) -> GivenAnswer | None:
        """The answer to a message, in its chat or sent to its writer alone, if it is still kept."""
        alone = place.model_copy(update={"chat_id": place.user_id})
        for where in (place, alone):
            found = self._desk.answers.of_message(CHANNEL, str(where.chat_id), _question_message(place, where))
            if found is not None and self._desk.given(where, found.record.id) is not None:
                return found
        return None


def _question_message(place: Place, target: Place) -> str:
    """The message that asked, as it is known in the chat of the answer."""
    return str(place.message_id) if target.chat_id == place.chat_id else f"{place.chat_id}/{place.message_id}"
