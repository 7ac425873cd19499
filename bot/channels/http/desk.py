"""What the API does, without HTTP: answers questions for a clinic, finds what was answered, takes feedback, forgets.

Everything here blocks and runs in a worker thread. Each piece of work opens the database by itself, in a millisecond or
two: no connection is shared between threads, and one that broke is not used again.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Literal

from bot.answering.answer import Answer, Enquiry
from bot.answering.messages import FALLBACK_LANGUAGE, messages_in
from bot.answering.summaries import CardSummary
from bot.app.monitoring import metrics
from bot.app.monitoring.logs import place_of
from bot.channels.base import Redact, Responder, Tools
from bot.channels.http import problems
from bot.channels.http.bodies import CorrectionDue, FeedbackBody, QuestionBody
from bot.channels.http.problems import Refused
from bot.desk.records import AnswerRecord, new_answer_id, record_of
from bot.desk.store.answers import Answers, GivenAnswer
from bot.desk.store.asker import Asker
from bot.desk.store.clinics import Clinics, TokenOfClinic
from bot.desk.store.conversations import Conversations
from bot.desk.store.corrections import Correction, Corrections
from bot.desk.store.database import Connection, Place, StoreError, open_database, scrub, transaction
from bot.desk.store.feedback import Feedback, Report
from bot.desk.store.gaps import Gaps
from bot.desk.store.privacy import export_of, forget
from bot.desk.store.retention import forget_old, oldest_kept
from bot.dialogue.state import Conversation
from knowledge import tracing
from knowledge.errors import ChannelError
from knowledge.evidence.models import Frozen

if TYPE_CHECKING:
    from bot.outputs.documents import Document
    from bot.outputs.figures import Figure, Inline

CHANNEL = "http"
BROKEN = (StoreError, OSError, ChannelError)
"""What a database raises that cannot be used."""

_log = logging.getLogger(__name__)


class Reply(Frozen):
    """An answer, and the record of it where it could be kept."""

    answer: Answer
    conversation: str
    record: AnswerRecord | None


class Desk:
    """Serves every clinic; what it remembers is in the database."""

    channel = CHANNEL

    def __init__(self, responder: Responder, redact: Redact, database: Place, *, language: str | None = None,
                 kept_days: int, clock: Callable[[], float]) -> None:
        """`language` is that of answers whose request names none."""
        self._responder = responder
        self._redact = redact
        self._place = database
        self._language = language
        self._kept_days = kept_days
        self._clock = clock
        self._to_scrub = False

    @property
    def _tools(self) -> Tools:
        """Those of the library as it is now: a responder may have read it anew."""
        return self._responder.tools

    def answer(self, clinic: str, body: QuestionBody) -> Reply:
        """Answer a question and keep what belongs to it.

        An emergency is answered whatever the database does. Anything else that cannot be kept is not given either: it
        could neither be corrected nor be asked about later.
        """
        with tracing.span("message"):
            return self._answered(clinic, body)

    def _answered(self, clinic: str, body: QuestionBody) -> Reply:
        language = body.language or self._language
        conversation = body.conversation or secrets.token_hex(8)
        asker = self._asker(clinic, conversation)
        before = self._before(asker)
        enquiry = Enquiry(text=body.question, ask=body.ask, language=language, country=body.country,
                          nobody_in_danger=body.nobody_in_danger)
        started = time.perf_counter()
        answer, after = self._responder.reply(enquiry, before or Conversation())
        seconds = time.perf_counter() - started
        metrics.question_answered(answer.status, self.channel, seconds, language=answer.language)
        record = record_of(answer, new_answer_id(), body.country)
        if answer.wish in ("figure", "draft"):
            record = self._about_the_question(record, asker)
        kept = before is not None and self._keep(record, asker, after)
        if not kept and answer.status != "urgent":
            raise problems.not_kept()
        _log.info("answered", extra={"clinic": clinic, "answer": record.id if kept else None,
                                     "status": answer.status, "seconds": round(seconds, 3)})
        return Reply(answer=answer, conversation=conversation, record=record if kept else None)

    def is_urgent(self, body: QuestionBody) -> bool:
        """Whether the question tells of danger; quick, so that it can be asked before the allowance is refused."""
        return self._responder.tells_of_danger(body.question)

    def has_figure(self, record: AnswerRecord) -> bool:
        """Whether something of the answer can be drawn; what breaks over that must not hold up the answer."""
        try:
            return self._tools.has_figure(record)
        except Exception as error:
            metrics.fault("answer")
            _log.error("no figures: %s", place_of(error), extra={"answer": record.id})
            return False

    def inline_figures(self, record: AnswerRecord) -> tuple[Inline, ...]:
        """The pictures for a page; what breaks over that must not hold up the answer."""
        try:
            return self._tools.inline_figures(record)
        except Exception as error:
            metrics.fault("answer")
            _log.error("no figures: %s", place_of(error), extra={"answer": record.id})
            return ()

    def figures(self, clinic: str, answer_id: str) -> tuple[Figure, ...]:
        """The pictures of an answer."""
        return self._tools.figures(self._current(clinic, answer_id))

    def figure(self, clinic: str, answer_id: str, name: str) -> Figure:
        """One picture of an answer."""
        for figure in self.figures(clinic, answer_id):
            if figure.name == name:
                return figure
        raise Refused(HTTPStatus.NOT_FOUND, "The answer has no such figure; see the list of its figures.")

    def draft(self, clinic: str, answer_id: str, form: Literal["docx", "pdf"]) -> Document:
        """A draft reply to the enquirer, made of an answer."""
        record = self._current(clinic, answer_id)
        if record.plan is None:
            raise Refused(HTTPStatus.CONFLICT, "The answer states no evidence, so there is nothing to draft from it.")
        document = self._tools.draft(record, form)
        if document is None:
            raise problems.outdated()
        return document

    def sources(self, clinic: str, answer_id: str) -> Answer:
        """The sources of an answer in full."""
        return self._tools.sources(self._current(clinic, answer_id))

    def take_feedback(self, clinic: str, answer_id: str, body: FeedbackBody) -> None:
        """Keep what somebody thinks of an answer, for the reviewers."""
        reason = self._redact(body.reason)
        given = self._given(clinic, answer_id)
        with self.database() as connection, transaction(connection):
            Feedback(connection).add(given.record, given.asker, body.kind, reason=reason, now=self._clock())

    def reports_on(self, clinic: str, answer_id: str) -> list[Report]:
        """What a clinic reported of an answer, with what the reviewers replied."""
        asker = self._given(clinic, answer_id).asker
        with self.database() as connection:
            return Feedback(connection).of_person(asker.channel, asker.user, answer_id=answer_id)

    def corrections(self, clinic: str) -> list[CorrectionDue]:
        """The answers of a clinic behind which a card has changed or was withdrawn, as long as nobody has been told."""
        return [self._due(correction) for correction in self._corrections(clinic)]

    def was_told(self, clinic: str, answer_id: str) -> None:
        """Remember that whoever got the answer has been told."""
        self._given(clinic, answer_id)
        due = [one for one in self._corrections(clinic) if one.given.record.id == answer_id]
        with self.database() as connection, transaction(connection):
            for correction in due:
                Corrections(connection).told(correction, now=self._clock())

    def held(self, clinic: str, conversation: str) -> dict[str, Any]:
        """All that is kept of a conversation, table by table."""
        with self.database() as connection:
            return export_of(connection, CHANNEL, _person(clinic, conversation))

    def forget_conversation(self, clinic: str, conversation: str) -> tuple[dict[str, int], bool]:
        """Delete a conversation and all that was kept in it: how many rows of which table, and whether no copy of them
        is left in the file; if one may be, the housekeeping sees to it.
        """
        return self._forgotten(_person(clinic, conversation))

    def _forgotten(self, user: str) -> tuple[dict[str, int], bool]:
        with self.database() as connection:
            with transaction(connection):
                forgotten = forget(connection, self.channel, user)
            scrubbed = not any(forgotten.values()) or scrub(connection)
        self._to_scrub |= not scrubbed
        return forgotten, scrubbed

    def cards(self, language: str | None) -> list[tuple[CardSummary, int]]:
        """Every card with its version."""
        versions = self._tools.card_versions()
        summaries = self._tools.summaries("", self._card_language(language), limit=len(versions))
        return [(summary, versions[summary.card]) for summary in summaries]

    def summaries(self, text: str, language: str) -> list[CardSummary]:
        """Summaries of the cards that speak of what a text names; of all for an empty one."""
        return self._tools.summaries(text, language, limit=len(self._tools.card_versions()))

    def card(self, card: str, language: str | None) -> Answer:
        """A summary of one card."""
        chosen = self._card_language(language)
        if card not in self._tools.card_versions():
            raise Refused(HTTPStatus.NOT_FOUND, "The library has no such card; see the list at /v1/cards.")
        return self._tools.summary(card, chosen)

    def forget_old(self) -> None:
        """Delete what has been kept long enough, and overwrite what may be left of what was deleted."""
        with self.database() as connection:
            with transaction(connection):
                forgotten = forget_old(connection, now=self._clock(), kept_days=self._kept_days)
                Clinics(connection).forget_old(now=self._clock())
            if self._to_scrub or any(forgotten.values()):
                self._to_scrub = not scrub(connection)

    def tokens(self) -> list[TokenOfClinic]:
        """The tokens that the store has; raises what a database raises that cannot be used."""
        with closing(open_database(self._place)) as connection:
            return Clinics(connection).tokens(now=self._clock())

    def open_once(self) -> None:
        """Make the database if it is missing; Refused where it cannot be used."""
        with self.database():
            pass

    def _before(self, asker: Asker) -> Conversation | None:
        """Where the conversation stands; None if that cannot be read."""
        try:
            with self.database() as connection:
                return Conversations(connection).get(asker)
        except Exception as error:  # whatever it is, an emergency is answered all the same
            _log.error("a conversation could not be read: %s", place_of(error))
            return None

    def _about_the_question(self, record: AnswerRecord, asker: Asker) -> AnswerRecord:
        """The record of a wish with the question that what was wished for is about, not with the words of the wish."""
        with self.database() as connection:
            recent = Answers(connection, self._kept_days).recent(asker, now=self._clock())
        question = next((given.record.question for given in recent if given.record.plan is not None), record.question)
        return record.model_copy(update={"question": question})

    def _keep(self, record: AnswerRecord, asker: Asker, after: Conversation) -> bool:
        """Keep an answer and the conversation after it; whether that was possible."""
        now = self._clock()
        try:
            with self.database() as connection, transaction(connection):
                Conversations(connection).keep(asker, after, now=now)
                Answers(connection, self._kept_days).keep(
                    record, asker, question_message=None, reply_messages=(), now=now)
                Gaps(connection).count(record, asker, now=now)
                Clinics(connection).count(self._counted_as(asker), record.status, language=record.language, now=now)
        except Exception as error:  # whatever it is, an emergency is answered all the same
            _log.error("an answer could not be kept: %s", place_of(error))
            return False
        return True

    def _asker(self, clinic: str, conversation: str) -> Asker:
        """What a turn of a conversation is kept under."""
        return Asker(channel=self.channel, chat=clinic, user=_person(clinic, conversation))

    def _counted_as(self, asker: Asker) -> str:
        """The clinic that an answer is counted for."""
        return asker.chat

    def _corrections(self, clinic: str) -> list[Correction]:
        since = oldest_kept(self._clock(), self._kept_days)
        with self.database() as connection:
            return Corrections(connection).due(self.channel, self._tools.card_versions(), since=since, chat=clinic)

    def _due(self, correction: Correction) -> CorrectionDue:
        record = correction.given.record
        change: Literal["changed", "withdrawn"] = "withdrawn" if correction.version is None else "changed"
        title = record.titles.get(correction.card, correction.card)
        day = datetime.fromtimestamp(correction.given.given, UTC).date()
        text = self._responder.command_text(
            f"http-correction-{change}", record.language, title=title.rstrip("."),
            date=messages_in(record.language).date(day))
        return CorrectionDue(answer=record.id, card=correction.card, change=change, language=record.language, text=text)

    def _given(self, clinic: str, answer_id: str) -> GivenAnswer:
        with self.database() as connection:
            given = Answers(connection, self._kept_days).given(
                answer_id, channel=self.channel, chat=clinic, now=self._clock())
        if given is None:
            raise problems.unknown_answer()
        return given

    def _current(self, clinic: str, answer_id: str) -> AnswerRecord:
        """The record of an answer whose cards are still what they were."""
        record = self._given(clinic, answer_id).record
        if not record.is_current(self._tools.card_versions()):
            raise problems.outdated()
        return record

    def _card_language(self, language: str | None) -> str:
        return language or self._language or FALLBACK_LANGUAGE

    @contextmanager
    def database(self) -> Iterator[Connection]:
        """A connection of its own for the block; Refused where the database cannot be used."""
        try:
            with closing(open_database(self._place)) as connection:
                yield connection
        except BROKEN as error:
            metrics.fault("database")
            _log.error("the database cannot be used: %s", type(error).__name__)
            raise problems.not_kept() from error


def _person(clinic: str, conversation: str) -> str:
    """What a conversation is kept under: a digest, since a clinic may name it after a person."""
    return hashlib.sha256(f"{clinic}/{conversation}".encode()).hexdigest()[:32]
