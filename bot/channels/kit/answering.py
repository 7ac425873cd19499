"""Answering: a question, one that was edited, an option, and what a wish asks of the channel."""

from __future__ import annotations

import logging
import re
import time
from dataclasses import replace

from bot.answering.answer import Answer, Block, Enquiry
from bot.app.monitoring import metrics
from bot.channels.kit.feedback_talk import FeedbackTalk
from bot.channels.kit.names import country_name
from bot.channels.kit.offers import Choice, Offer, choices_of
from bot.channels.kit.port import Edited, File, Place, Shown
from bot.channels.kit.room import Room, Turn
from bot.desk.records import AnswerRecord, new_answer_id, record_of
from bot.desk.store.answers import Answers
from bot.desk.store.choices import ChoiceTable
from bot.desk.store.conversations import Conversations
from bot.desk.store.database import Connection
from bot.desk.store.feedback import VOTED_ON
from bot.desk.store.gaps import Gaps
from bot.desk.taking_up import taken_up
from bot.dialogue.state import Conversation
from knowledge.evidence.models import Frozen
from retrieval.ask import Ask

LONGEST_QUESTION = 4000
"""Characters."""
DRAFT_FORMS = {"docx": "talk-button-word", "pdf": "talk-button-pdf"}
_NAMED = {"pdf": re.compile(r"\bpdf", re.IGNORECASE), "docx": re.compile(r"\b(docx?|word)", re.IGNORECASE)}
"""How a form is named, in any language: "pdf-fil", "Word-Datei", "docx"."""
_log = logging.getLogger(__name__)


class Asked(Frozen):
    """A question and what is known beside its words."""

    text: str
    ask: Ask | None = None
    country: str | None = None
    nobody_in_danger: bool = False
    conversation: Conversation | None = None
    """Where to take up the conversation, if not where it stands."""
    note: str | None = None
    """Name of a text to put in front."""
    goes_on: bool = True
    """Whether the conversation stands where this answer leaves it, afterwards."""


class Answering:
    """Works answers out; what it hands back is sent and kept by the desk."""

    def __init__(self, room: Room, feedback: FeedbackTalk) -> None:
        self._room = room
        self._feedback = feedback

    def answer(self, connection: Connection, place: Place, asked: Asked, replies_to: str | None = None) -> Turn:
        """Answer a question."""
        room = self._room
        if len(asked.text) > LONGEST_QUESTION and not room.responder.tells_of_danger(asked.text):
            return room.say("talk-too-long", room.language(connection, place), limit=str(LONGEST_QUESTION))
        asker = room.asker(place)
        before = asked.conversation or self._before(connection, place, replies_to)
        answer, after, record = self._worked_out(connection, place, asked, before)
        granted = self._granted(connection, place, answer) if answer.wish else None

        def keep(connection: Connection, sent: tuple[str, ...]) -> None:
            now = room.clock()
            if asked.goes_on:
                Conversations(connection).keep(asker, after, now=now, before=before,
                                               question_message=place.message or None)
            if granted is not None:
                granted.keep(connection, sent)
                return
            Answers(connection, room.settings.kept_days).keep(
                record, asker, question_message=place.message or None, reply_messages=sent, now=now)
            Gaps(connection).count(record, asker, now=now)

        if granted is not None:
            return replace(granted, keep=keep)
        return replace(self._shown(answer, record, asked.note), keep=keep)

    def anew(self, connection: Connection, place: Place, record: AnswerRecord, note: str | None = None) -> Turn:
        """Ask the question of an answer once more, of the library as it is now."""
        then = Conversation(language=record.language, intent=record.question.intent, concepts=record.question.concepts)
        asked = Asked(text=record.question.text, country=record.country, conversation=then, note=note)
        return self.answer(connection, place, asked)

    def edit(self, connection: Connection, edited: Edited) -> Turn:
        """Answer an edited question in place of its answer; nothing where that is gone or nothing has changed.

        Whoever now tells of danger is answered although there is no answer to change, and by a new message: one that
        changes makes no sound.
        """
        room, place, text = self._room, edited.place, edited.text
        given = Answers(connection, room.settings.kept_days).of_message(room.channel, place.chat, place.message)
        if given is None:
            urgent = edited.meant and room.responder.tells_of_danger(text)
            return self.answer(connection, place, Asked(text=text)) if urgent else Turn()
        same = room.redact(text) == given.record.question.text
        if same or text.strip().isdecimal() or given.asker.user != place.sender:
            return Turn()
        then = place.model_copy(update={"thread": given.asker.thread, "sender": given.asker.user})
        conversations = Conversations(connection)
        turn = self.answer(connection, then, Asked(
            text=text, conversation=conversations.before(given.asker, place.message),
            goes_on=conversations.is_last(given.asker, place.message)))
        if _is_urgent(turn) and given.record.status != "urgent":
            return replace(turn, removes=given.reply_messages)
        return replace(turn, instead_of=given.reply_messages)

    def option(self, connection: Connection, place: Place, record: AnswerRecord, number: int) -> Turn:
        """Ask an option of an answer; by its codes, where the conversation of whoever chose it does not know it."""
        if number >= len(record.options):
            return Turn()
        option = record.options[number]
        known = option.question in Conversations(connection).get(self._room.asker(place)).offered
        asked = Asked(text=option.question, ask=None if known else option.ask, nobody_in_danger=option.calm)
        return self.answer(connection, place, asked)

    def from_country(self, connection: Connection, place: Place, record: AnswerRecord, country: str) -> Turn:
        """Ask the question again once the country is known, so that one word brings its numbers; and remember it."""
        turn = self.answer(connection, place, Asked(text=record.question.text, country=country))
        asker = self._room.asker(place)

        def keep(connection: Connection, sent: tuple[str, ...]) -> None:
            choices = ChoiceTable(connection)
            choices.choose(asker, choices.own(asker).model_copy(update={"country": country}))
            turn.keep(connection, sent)

        return replace(turn, keep=keep)

    def draft(self, connection: Connection, place: Place, record: AnswerRecord, form: str) -> Turn:
        """A draft reply in a form; the choice of forms where none is given."""
        room, language = self._room, self._room.language(connection, place)
        if self._has_changed(record):
            return self.anew(connection, place, record, "talk-evidence-updated")
        if record.plan is None:
            return room.say("talk-no-draft", language)
        if form not in DRAFT_FORMS:
            forms = tuple((room.text(label, language), Choice(kind="draft", value=name, answer=record.id))
                          for name, label in DRAFT_FORMS.items())
            return room.say("talk-draft-choose", language, forms)
        document = room.responder.tools.draft(record, "docx" if form == "docx" else "pdf")
        if document is None:
            return room.say("talk-no-draft", language)
        return Turn((File(document.filename, document.media_type, document.content),))

    def without_database(self, place: Place, text: str) -> Turn | None:
        """An answer to somebody in danger while nothing can be read or kept; None for anybody else."""
        enquiry = Enquiry(text=text, language=self._room.settings.language, language_hint=self._room.hint(place))
        answer, _ = self._room.responder.reply(enquiry, Conversation())
        if answer.status != "urgent":
            return None
        return self._shown(answer, record_of(answer, new_answer_id()), None)

    def _worked_out(self, connection: Connection, place: Place, asked: Asked,
                    before: Conversation) -> tuple[Answer, Conversation, AnswerRecord]:
        room = self._room
        chosen = ChoiceTable(connection).of(room.asker(place))
        enquiry = Enquiry(text=asked.text, ask=asked.ask, language=chosen.language or room.settings.language,
                          language_hint=room.hint(place), country=asked.country or chosen.country,
                          nobody_in_danger=asked.nobody_in_danger)
        started = time.perf_counter()
        answer, after = room.responder.reply(enquiry, before)
        seconds = time.perf_counter() - started
        metrics.question_answered(answer.status, room.channel, seconds, language=answer.language)
        _log.info("%s: %s in %.2f s", room.channel, answer.status, seconds)
        record = record_of(answer, new_answer_id(), enquiry.country)
        if record.plan is None:
            # A list of sources states nothing that could be outdated.
            record = record.model_copy(update={"cards": {}, "titles": {}})
        return answer, after, record

    def _before(self, connection: Connection, place: Place, replies_to: str | None) -> Conversation:
        """Where the conversation stands; in the answer of a colleague, where that stands."""
        room = self._room
        conversations = Conversations(connection)
        answers = Answers(connection, room.settings.kept_days)
        asker, own = room.asker(place), conversations.get(room.asker(place))
        if place.private:
            return own
        now = room.clock()
        given = answers.shown_by(room.channel, place.chat, replies_to, now=now) if replies_to else None
        if given is None and place.thread and own == Conversation():
            given = answers.of_message(room.channel, place.chat, place.thread)
        if given is None or given.asker == asker:
            return own
        latest = next(iter(answers.recent(given.asker, now=now, most=1)), given)
        return taken_up(given.record, latest.record, conversations.get(given.asker), own)

    def _shown(self, answer: Answer, record: AnswerRecord, note: str | None) -> Turn:
        room, language = self._room, answer.language
        front = (Block(kind="notice", text=room.text(note, language)),) if note else ()
        more = (Block(kind="paragraph", text=room.text("chat-more", language)),) if answer.folded else ()
        countries = tuple(country_name(code, language) for code in answer.country_choices)
        choices = (*countries, *(option.label for option in answer.options))
        voted_on = record.id if record.status in VOTED_ON else ""
        blocks = (*front, *answer.shown, *more)
        if not blocks:
            raise ValueError("the answer has no text")
        offer = Offer(choices=choices_of(record), folded=answer.folded, language=language)
        return Turn((Shown(blocks, language, choices, voted_on),), offer=offer)

    def _granted(self, connection: Connection, place: Place, answer: Answer) -> Turn | None:
        """What was wished for in words, with the last answer it can be done with; None where there is none."""
        answers = Answers(connection, self._room.settings.kept_days)
        recent = [given.record for given in answers.recent(self._room.asker(place), now=self._room.clock())]
        stated = next((record for record in recent if record.plan is not None), None)
        last = next((record for record in recent if record.status != "clarify"), None)
        match answer.wish:
            case "figure" if stated is not None:
                return self._figure(connection, place, stated)
            case "draft" if stated is not None:
                return self.draft(connection, place, stated, _form_in(answer.question.text))
            case "not_helpful" if last is not None:
                return self._feedback.complain(connection, place, last, "unhelpful")
            case "report_error" if last is not None:
                return self._feedback.complain(connection, place, last, "error")
            case _:
                return None

    def _figure(self, connection: Connection, place: Place, record: AnswerRecord) -> Turn:
        if self._has_changed(record):
            return self.anew(connection, place, record, "talk-evidence-updated")
        figures = self._room.responder.tools.figures(record)
        if not figures:
            return self._room.say("talk-no-figure", self._room.language(connection, place))
        return Turn(tuple(File(f"{figure.name}.png", "image/png", figure.png, figure.caption) for figure in figures))

    def _has_changed(self, record: AnswerRecord) -> bool:
        """Whether the evidence of an answer is no longer what it was, so that the answer cannot be made again."""
        return record.plan is not None and not record.is_current(self._room.responder.tools.card_versions())


def _is_urgent(turn: Turn) -> bool:
    return any(isinstance(said, Shown) and any(block.kind == "urgent" for block in said.blocks) for said in turn.says)


def _form_in(text: str) -> str:
    """The form of a draft that a wish names; empty where it names none or both."""
    found = {form for form, named in _NAMED.items() if named.search(text)}
    return found.pop() if len(found) == 1 else ""
