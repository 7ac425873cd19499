"""Talking about an answer: thumbs, what is wrong with it, and the report that the reviewers see.

A thumb down and a reported error are kept at once; the reason given afterwards joins them. The message that asks for a
reason carries signed buttons, and a reply to it is a reason in own words: nothing need be remembered in between.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from telegram import ForceReply

from bot.answering.answer import Enquiry
from bot.channels.telegram.answering import Answering, Asked
from bot.channels.telegram.desk import NOTHING, Desk, Outcome
from bot.channels.telegram.keyboards import AnswerCode
from bot.channels.telegram.messenger import InDoubt, nobody_doubts
from bot.channels.telegram.rendering import Span, text_pieces
from bot.channels.telegram.splitting import shortened, split_pieces
from bot.channels.telegram.updates import DueReply, DueReport, DueVotes, Incoming, Place, Reason, own_place
from bot.channels.telegram.voice import asker_at
from bot.desk.records import AnswerRecord
from bot.desk.store.feedback import WHAT_IS_WRONG, Kind
from bot.dialogue.state import Conversation

LONGEST_REASON = 1000
Complaint = Literal["unhelpful", "error"]
_KINDS: dict[str, Kind] = {"helpful": "helpful", "unhelpful": "not_helpful", "error": "error"}


class FeedbackTalk:
    """Takes what readers say of answers, and passes it on."""

    def __init__(self, desk: Desk, answering: Answering, reviewers_chat: Callable[[], int | None]) -> None:
        self._desk = desk
        self._answering = answering
        self._reviewers_chat = reviewers_chat

    def thank(self, place: Place, record: AnswerRecord) -> Outcome:
        """Keep a thumb up; the thanks were said when the press was acknowledged."""
        return self._kept(place, record, "helpful", "")

    def withdraw(self, place: Place, record: AnswerRecord) -> Outcome:
        """Take a thumb back."""
        return Outcome((lambda: self._desk.feedback.withdraw(record.id, asker_at(place)),),
                       lambda: [_shown(place, record)])

    async def complain(self, place: Place, record: AnswerRecord, complaint: Complaint, in_doubt: InDoubt) -> Outcome:
        """Keep a complaint and ask what is wrong."""
        language = self._desk.voice.language(place)
        keyboard = self._desk.buttons(place.chat_id).reasons(record.id, complaint, self._desk.text_in(language))
        await self._desk.voice.say(place, f"talk-ask-{complaint}", in_doubt, keyboard=keyboard, language=language)
        return self._kept(place, record, complaint, "")

    async def choose(self, place: Place, record: AnswerRecord, code: AnswerCode) -> Outcome:
        """Take the reason behind a button of the message that asked for one."""
        complaint, _, reason = code.value.partition("-")
        if complaint not in ("unhelpful", "error") or reason not in WHAT_IS_WRONG:
            return NOTHING
        if reason == "other":
            await self._ask_in_own_words(place, record, complaint)
            return NOTHING
        await self._desk.voice.say(place, "talk-report-thanks", nobody_doubts, replace=True)
        return self._kept(place, record, complaint, reason)

    async def _ask_in_own_words(self, place: Place, record: AnswerRecord, complaint: str) -> None:
        """Open the person's field to write in, as a reply to a message that says which answer is meant.

        Such a message can carry no buttons: what is meant stands in the address behind its first sign. In a group the
        second sign calls the person, for only who is named is asked to write.
        """
        voice, code = self._desk.voice, self._desk.buttons(place.chat_id).own_words(record.id, complaint)
        first, *others = split_pieces(text_pieces(voice.text("telegram-own-words", place)))
        marks = [Span("✍️", link=voice.link_with(code))]
        if not place.private:
            marks.append(Span("👤", link=f"tg://user?id={place.user_id}"))
        await self._desk.messenger.send(place, [[*marks, Span(" "), *first], *others], quote=False,
                                        keyboard=ForceReply(selective=not place.private))

    async def hear(self, reason: Reason, in_doubt: InDoubt) -> Outcome | None:
        """Take a reason in own words; None where the message replied to belongs to no answer that is still kept.

        Somebody may tell of an emergency in the wrong place; it is answered all the same.
        """
        desk, place = self._desk, reason.place
        code = desk.buttons(place.chat_id).read(reason.button)
        given = None if code is None else desk.given(place, code.answer)
        if code is None or given is None:
            return None
        chosen = desk.chosen(place)
        enquiry = Enquiry(text=reason.text, language=chosen.language, country=chosen.country)
        answer, _ = await desk.in_thread(desk.responder.reply, enquiry, Conversation())
        if answer.status == "urgent":
            return await self._answering.answer(place, Asked(text=reason.text, redacted=reason.redacted), in_doubt)
        await desk.voice.say(place, "talk-report-thanks", in_doubt)
        words = shortened(desk.redact(reason.text), LONGEST_REASON)
        return self._kept(place, given.record, code.value.partition("-")[0], words)

    async def report(self, due: DueReport, in_doubt: InDoubt) -> Outcome:
        """Show a report to the reviewers."""
        report = self._desk.feedback.get(due.report_id)
        if report is None:
            return NOTHING
        language = self._desk.voice.language(due.place)
        text = self._desk.text_in(language)
        cards = ", ".join(f"{card} ({version})" for card, version in report.cards.items())
        reason = text(f"talk-reason-{report.reason}") if report.reason in WHAT_IS_WRONG else report.reason
        await self._desk.voice.say(
            due.place, "telegram-report", in_doubt, language=language, number=str(report.id),
            kind=text(f"telegram-report-{report.kind.replace('_', '-')}"), answer=report.answer_id,
            question=report.question or "–", cards=cards or "–", reason=reason or "–")
        return NOTHING

    async def tell_reply(self, due: DueReply, in_doubt: InDoubt) -> Outcome:
        """Tell somebody what the reviewers replied to their report."""
        report = self._desk.feedback.get(due.report_id)
        if report is not None and report.reply:
            await self._desk.voice.say(due.place, "talk-report-reply", in_doubt, language=report.language,
                                       question=report.question or "–", reply=report.reply)
        return NOTHING

    def _kept(self, place: Place, record: AnswerRecord, said: str, reason: str) -> Outcome:
        def keep() -> list[Incoming]:
            before = self._desk.feedback.votes(record.id)
            report = self._desk.feedback.add(record, asker_at(place), _KINDS[said], reason=reason,
                                             now=self._desk.clock())
            reviewers = self._reviewers_chat()
            due: list[Incoming] = [_shown(place, record)] if self._desk.feedback.votes(record.id) != before else []
            if said != "helpful" and reviewers is not None:
                due.append(DueReport(place=own_place(reviewers), report_id=report.id))
            return due

        return Outcome(work=keep)


def _shown(place: Place, record: AnswerRecord) -> DueVotes:
    """A vote is shown where the answer stands."""
    return DueVotes(place=own_place(place.chat_id, place.thread_id), answer_id=record.id)
