"""What the buttons under an answer do."""

from __future__ import annotations

import re

from bot.answering.answer import Answer, Wish
from bot.channels.telegram.answering import Answering, Asked
from bot.channels.telegram.desk import NOTHING, Desk, Outcome
from bot.channels.telegram.extras import Extras
from bot.channels.telegram.feedback_talk import FeedbackTalk
from bot.channels.telegram.keyboards import AnswerCode
from bot.channels.telegram.messenger import InDoubt
from bot.channels.telegram.updates import CHANNEL, Place, Press, Reaction
from bot.channels.telegram.voice import asker_at
from bot.desk.records import AnswerRecord
from bot.desk.store.answers import GivenAnswer
from bot.desk.store.feedback import VOTED_ON

_FORMS = {"pdf": re.compile(r"\bpdf", re.IGNORECASE), "docx": re.compile(r"\b(docx?|word)", re.IGNORECASE)}
"""How a form is named, in any language: "pdf-fil", "Word-Datei", "docx"."""


class Pressing:
    """Does what a button says, or what somebody says in words instead."""

    def __init__(self, desk: Desk, answering: Answering, extras: Extras, feedback: FeedbackTalk) -> None:
        self._desk = desk
        self._answering = answering
        self._extras = extras
        self._feedback = feedback

    def note(self, press: Press) -> str | None:
        """The name of the note that a press is acknowledged with, if any."""
        code = self._code(press)
        if code is None:
            return "telegram-outdated-button"
        just_left = self._answering.leaving.get(press.place.chat_id) == code.answer
        if not just_left and self._desk.given(press.place, code.answer) is None:
            return "telegram-outdated-button"
        return "telegram-thanks" if code.action == "helpful" else None

    async def press(self, press: Press, in_doubt: InDoubt, *, repeated: bool) -> Outcome:
        """Do what the button says; nothing where it is forged or its answer is forgotten."""
        place, code = press.place, self._code(press)
        given = None if code is None else self._desk.given(place, code.answer)
        if code is None or given is None:
            return NOTHING
        record = given.record
        if given.asker.thread:
            # Telegram leaves the topic out where the message with the button is old.
            place = place.model_copy(update={"thread_id": int(given.asker.thread)})
        match code.action:
            case "option":
                return await self._ask_option(place, record, code.value, in_doubt, repeated=repeated)
            case "country":
                return await self._ask_from(place, record, code.value, in_doubt, repeated=repeated)
            case "again":
                return await self._answering.anew(place, record, in_doubt, note=None)
            case "figure":
                return await self._extras.figure(place, record, in_doubt)
            case "draft":
                return await self._extras.draft(place, record, code.value, in_doubt)
            case "sources":
                return await self._extras.sources(place, record, in_doubt)
            case "helpful":
                return self._feedback.thank(place, record)
            case "unhelpful" | "error":
                return await self._feedback.complain(place, record, code.action, in_doubt)
            case "reason":
                return await self._feedback.choose(place, record, code)

    def reacted_to(self, reaction: Reaction) -> GivenAnswer | None:
        """The answer that a message shows which somebody reacted to."""
        place = reaction.place
        return self._desk.answers.shown_by(CHANNEL, str(place.chat_id), str(place.message_id), now=self._desk.clock())

    async def react(self, reaction: Reaction, in_doubt: InDoubt) -> Outcome:
        """Take a thumb that was put under an answer as one pressed, and one that was taken back as withdrawn."""
        given = self.reacted_to(reaction)
        if given is None or given.record.status not in VOTED_ON:
            return NOTHING
        place = reaction.place.model_copy(update={"thread_id": int(given.asker.thread) if given.asker.thread else None})
        if reaction.thumb == "helpful":
            return self._feedback.thank(place, given.record)
        if reaction.thumb == "unhelpful":
            return await self._feedback.complain(place, given.record, "unhelpful", in_doubt)
        return self._feedback.withdraw(place, given.record)

    async def grant(self, place: Place, answer: Answer, in_doubt: InDoubt) -> Outcome | None:
        """Do what was wished for in words, with the last answer it can be done with; None where there is none."""
        wish = answer.wish
        record = None if wish is None else self._meant(place, wish)
        if record is None:
            return None
        match wish:
            case "figure":
                return await self._extras.figure(place, record, in_doubt)
            case "draft":
                return await self._extras.draft(place, record, _form_in(answer.question.text), in_doubt)
            case "not_helpful":
                return await self._feedback.complain(place, record, "unhelpful", in_doubt)
            case "report_error":
                return await self._feedback.complain(place, record, "error", in_doubt)
            case _:
                return None

    def _meant(self, place: Place, wish: Wish) -> AnswerRecord | None:
        """The last answer of the person in this chat that the wish can be about."""
        recent = [given.record for given in self._desk.answers.recent(asker_at(place), now=self._desk.clock())]
        if wish in ("figure", "draft"):
            return next((record for record in recent if record.plan is not None), None)
        return next((record for record in recent if record.status != "clarify"), None)

    async def _ask_option(self, place: Place, record: AnswerRecord, value: str, in_doubt: InDoubt, *,
                          repeated: bool) -> Outcome:
        if not value.isdecimal() or int(value) >= len(record.options):
            return NOTHING
        option = record.options[int(value)]
        asked = Asked(text=option.question, by_message=False, nobody_in_danger=option.calm)
        return await self._answering.answer(place, asked, in_doubt, repeated=repeated)

    async def _ask_from(self, place: Place, record: AnswerRecord, country: str, in_doubt: InDoubt, *,
                        repeated: bool) -> Outcome:
        """Ask the question again once the country is known, so that one tap brings its numbers; and remember it."""
        if country not in record.country_choices:
            return NOTHING
        asked = Asked(text=record.question.text, by_message=False, country=country)
        outcome = await self._answering.answer(place, asked, in_doubt, repeated=repeated)
        choices, asker = self._desk.choices, asker_at(place)
        chosen = choices.own(asker).model_copy(update={"country": country})
        return Outcome((lambda: choices.choose(asker, chosen), *outcome.writes), outcome.work)

    def _code(self, press: Press) -> AnswerCode | None:
        return self._desk.buttons(press.place.chat_id).read(press.button)


def _form_in(text: str) -> str:
    """The form of a draft that a wish names; empty where it names none or both."""
    found = {form for form, named in _FORMS.items() if named.search(text)}
    return found.pop() if len(found) == 1 else ""
