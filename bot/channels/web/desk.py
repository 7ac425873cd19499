"""What the pages do, without HTTP: the desk of the HTTP channel, for people who are signed in.

Everything here blocks and runs in a worker thread. What somebody was given is kept under their name, and nobody else
finds it.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection, func, select

from bot.answering.answer import Answer
from bot.answering.document_text import DocumentTold, Passage
from bot.answering.summaries import CardListed, CardTold
from bot.app.monitoring import metrics
from bot.app.monitoring.logs import place_of
from bot.channels.http import problems
from bot.channels.http.bodies import QuestionBody
from bot.channels.http.desk import Desk, Reply
from bot.desk.records import AnswerRecord
from bot.desk.store.access import Access, Member
from bot.desk.store.accounts import Account, Accounts
from bot.desk.store.answers import Answers, GivenAnswer
from bot.desk.store.asker import Asker
from bot.desk.store.choices import Choices, ChoiceTable
from bot.desk.store.clinics import Clinic, Clinics, TokenListed
from bot.desk.store.corrections import Correction, Corrections
from bot.desk.store.database import transaction
from bot.desk.store.feedback import Feedback, Report
from bot.desk.store.gaps import Gap, Gaps
from bot.desk.store.privacy import export_of
from bot.desk.store.retention import oldest_kept
from bot.desk.store.roles import Role
from bot.desk.store.sessions import CHANNEL, USUAL, Lasting, LinkOf, Session, SessionOf, Sessions
from bot.desk.store.signing import Signer
from bot.desk.store.tables import answers
from knowledge.documents.units import document_of
from knowledge.evidence.models import Frozen
from knowledge.sources.texts import text_of

COUNTED_AS = "web"
"""The name under which answers of the pages are counted beside those of clinics."""
TELEGRAM = "telegram"
MOST_REMEMBERED = 1000
MOST_HISTORY = 50
MOST_TOLD = 5
"""Changes that are told at once, and answers that are named with each; the next are told once these were seen."""
DAY_S = 24 * 3600

_log = logging.getLogger(__name__)


class Reported(Frozen):
    """A report beside what it is about."""

    report: Report
    answer: Answer | None
    """None where it cannot be shown any more: its sources have changed, or it was given too long ago."""
    cards: dict[str, str]
    """The titles of the cards it rests on."""


class Use(Frozen):
    """How much was asked; no texts."""

    by_status: dict[str, dict[str, int]]
    """Answers of each clinic, or channel whose people belong to none, by status."""
    by_language: dict[str, dict[str, int]]
    """The same by language; those from before languages were counted under `""`."""


class Resting(Frozen):
    """The answers that rest on a card."""

    own: tuple[GivenAnswer, ...]
    """Those of whoever looks, the latest first."""
    own_number: int
    all_number: int
    by_channel: dict[str, int]
    """How many people got by each channel, with those of whoever looks."""


class Changed(Frozen):
    """A card that has changed or was withdrawn since an answer rested on it."""

    card: str
    title: str
    is_withdrawn: bool
    is_shown: bool
    """Whether there is a page that says what became of it."""
    why: str = ""
    """Why it was withdrawn, in the words of whoever did it."""


class ToTell(Frozen):
    """A change that somebody has not confirmed yet to have seen."""

    changed: Changed
    key: str
    """What stands for it in the form that confirms it."""
    answers: tuple[GivenAnswer, ...]
    """Their answers that rest on the card as it was, the latest first."""


class WebDesk(Desk):
    """Serves people; what it remembers is in the database, but for answers given lately, to show them once more."""

    channel = CHANNEL

    def __init__(self, *given: Any, lasting: Lasting = USUAL, folders: Sequence[Path] = (), **named: Any) -> None:
        """`folders` are those of the library, for the texts of sources that lie in them."""
        super().__init__(*given, **named)
        self._lasting = lasting
        self._folders = tuple(folders)
        self._lately: OrderedDict[tuple[str, str], Answer] = OrderedDict()
        self._lock = Lock()

    def ask(self, person: str, body: QuestionBody) -> Reply:
        """Answer a question, and remember the answer for the page that shows it."""
        reply = self.answer(person, body)
        if reply.record is not None:
            with self._lock:
                self._lately[person, reply.record.id] = reply.answer
                if len(self._lately) > MOST_REMEMBERED:
                    self._lately.popitem(last=False)
        return reply

    def given(self, person: str, answer_id: str) -> tuple[GivenAnswer, Answer | None]:
        """An answer and how it was kept; None in place of one that cannot be shown any more."""
        given = self._given(person, answer_id)
        with self._lock:
            lately = self._lately.get((person, answer_id))
        current = given.record.is_current(self._tools.card_versions())
        return given, (lately if current else None) or self._tools.remake(given.record)

    def history(self, person: str) -> list[GivenAnswer]:
        """What somebody was given lately, the latest first."""
        with self.database() as connection:
            threads = connection.execute(
                select(answers.c.thread, func.max(answers.c.given)).where(
                    answers.c.channel == CHANNEL, answers.c.chat == person).group_by(answers.c.thread)
                .order_by(func.max(answers.c.given).desc()).limit(MOST_HISTORY)).all()
            found = [given for thread, _ in threads for given in Answers(connection, self._kept_days).recent(
                self._asker(person, thread), now=self._clock(), most=MOST_HISTORY)]
        return sorted(found, key=lambda given: -given.given)[:MOST_HISTORY]

    def is_current(self, record: AnswerRecord) -> bool:
        """Whether the cards behind an answer are what they were."""
        return record.is_current(self._tools.card_versions())

    def changes_behind(self, record: AnswerRecord, language: str) -> list[Changed]:
        """What has changed behind an answer since it was given, what was withdrawn first."""
        versions = self._tools.card_versions()
        changed = [self._changed(card, record, language) for card, version in record.cards.items()
                   if versions.get(card) != version]
        return sorted(changed, key=lambda one: not one.is_withdrawn)

    def to_tell(self, person: str, language: str) -> list[ToTell]:
        """What somebody has to be told has changed behind their answers, what was withdrawn first."""
        versions = self._tools.card_versions()
        since = oldest_kept(self._clock(), self._kept_days)
        found = []
        for due in self._corrections(person):
            with self.database() as connection:
                resting = Answers(connection, self._kept_days).on_card(
                    due.card, channel=CHANNEL, chat=person, since=since)
            rested = [given for given in resting if given.record.cards[due.card] != versions.get(due.card)]
            found.append(ToTell(changed=self._changed(due.card, due.given.record, language), key=_key_of(due),
                                answers=tuple(rested[:MOST_TOLD])))
        return sorted(found, key=lambda one: not one.changed.is_withdrawn)[:MOST_TOLD]

    def has_seen(self, person: str, keys: Sequence[str]) -> None:
        """Remember which changes somebody has seen; those that came meanwhile are told of yet."""
        seen = [due for due in self._corrections(person) if _key_of(due) in keys]
        with self.database() as connection, transaction(connection):
            for due in seen:
                Corrections(connection).told(due, now=self._clock())

    def _changed(self, card: str, record: AnswerRecord, language: str) -> Changed:
        told = self._tools.card(card, language)
        is_there = told is not None or self._tools.document(card) is not None
        return Changed(card=card, title=(record.titles.get(card) or card).rstrip("."), is_shown=is_there,
                       is_withdrawn=card not in self._tools.card_versions(), why=told.why if told else "")

    def choices(self, person: str) -> Choices:
        """The language and country somebody chose."""
        with self.database() as connection:
            return ChoiceTable(connection).own(self._self(person))

    def choose(self, person: str, choices: Choices) -> None:
        """Remember what somebody chose."""
        with self.database() as connection, transaction(connection):
            ChoiceTable(connection).choose(self._self(person), choices)

    def held_of(self, person: str) -> dict[str, Any]:
        """All that is kept of somebody, with their place on the list of members."""
        with self.database() as connection:
            member = Access(connection).member(CHANNEL, person)
            return {**export_of(connection, CHANNEL, person),
                    "member": member and {**member.model_dump(), "since": moment(member.since)},
                    "sessions": Sessions(connection).numbers(now=self._clock()).get(person, 0),
                    "accounts": Accounts(connection).number(person)}

    def forget_person(self, person: str) -> dict[str, int]:
        """Delete what is kept of somebody; their place on the list of members stays."""
        with self._lock:
            for key in [key for key in self._lately if key[0] == person]:
                del self._lately[key]
        return self._forgotten(person)[0]

    def sign_in(self, code: str) -> Session | None:
        """Use up a link."""
        with self.database() as connection, transaction(connection):
            return self._sessions(connection).sign_in(code, now=self._clock())

    def sign_in_by_account(self, account: Account, *, link: str, newcomers: bool) -> Session | None:
        """Begin a session for whoever has the account; None where they may not come in."""
        with self.database() as connection, transaction(connection):
            return Accounts(connection, self._lasting).sign_in(
                account, link=link, newcomers=newcomers, now=self._clock())

    def state_key(self) -> str:
        """What the cookie of somebody who is on the way to a provider is signed with, the same for every process."""
        with self.database() as connection, transaction(connection):
            return Signer(connection).pseudonym("provider state")

    def is_good(self, code: str) -> bool:
        """Whether a link still lets somebody in."""
        with self.database() as connection:
            return Sessions(connection).is_good(code, now=self._clock())

    def session(self, token: str) -> Session | None:
        """Who shows a token."""
        with self.database() as connection, transaction(connection):
            return self._sessions(connection).find(token, now=self._clock())

    def sessions_of(self, person: str, token: str) -> list[SessionOf]:
        """Where somebody is signed in, the session that shows the token first."""
        with self.database() as connection:
            return self._sessions(connection).of_person(person, token, now=self._clock())

    def own_link(self, person: str) -> str:
        """The code by which somebody signs in on another device, within an hour."""
        with self.database() as connection, transaction(connection):
            return self._sessions(connection).make_own_link(person, now=self._clock())

    def end_other_sessions(self, person: str, token: str) -> None:
        """Sign somebody out everywhere but here."""
        with self.database() as connection, transaction(connection):
            self._sessions(connection).end_others(person, token)

    def links(self) -> list[LinkOf]:
        """The links that nobody has used yet."""
        with self.database() as connection:
            return self._sessions(connection).links(now=self._clock())

    def void_links(self, person: str) -> None:
        """Make the links to somebody useless."""
        with self.database() as connection, transaction(connection):
            self._sessions(connection).void_links(person)

    def sign_out(self, token: str) -> None:
        """End a session."""
        with self.database() as connection, transaction(connection):
            Sessions(connection).end(token)

    def people(self) -> list[tuple[Member, int]]:
        """Everybody on the list of the pages, with how many sessions they have."""
        with self.database() as connection:
            numbers = Sessions(connection).numbers(now=self._clock())
            return [(member, numbers.get(member.id, 0)) for member in Access(connection).members(CHANNEL)]

    def invite(self, person: str, role: Role, *, by: str) -> str:
        """The code of a link that lets somebody in."""
        with self.database() as connection, transaction(connection):
            return Sessions(connection).make_link(person, role, by=by, now=self._clock())

    def first_invitation(self) -> str | None:
        """The code for the first administrator; None where there is one already."""
        with self.database() as connection, transaction(connection):
            sessions = Sessions(connection)
            if sessions.has_administrator():
                return None
            return sessions.make_link("administrator", "administrator", by="command line", now=self._clock())

    def end_sessions(self, person: str) -> None:
        """Sign somebody out everywhere."""
        with self.database() as connection, transaction(connection):
            Sessions(connection).end_all(person)

    def remove(self, person: str, *, by: str) -> None:
        """Take somebody off the list, and sign them out."""
        with self.database() as connection, transaction(connection):
            Sessions(connection).end_all(person)
            Access(connection).revoke(CHANNEL, person, by=by, now=self._clock())

    def gaps(self, days: int) -> list[Gap]:
        """What was asked for and is not in the library."""
        with self.database() as connection:
            return Gaps(connection).most_wanted(self._clock() - days * DAY_S)

    def reports(self, *, closed: bool = False) -> list[Report]:
        """The reports that nobody has dealt with, the oldest first; or those somebody has, the latest first."""
        with self.database() as connection:
            reports = Feedback(connection)
            if not closed:
                return reports.open()
            return [one for one in reversed(reports.all()) if one.closed and one.kind != "helpful"][:MOST_HISTORY]

    def reported(self, report: Report) -> Reported:
        """The answer that a report is about, made again from what is kept of it, and what its cards are called."""
        with self.database() as connection:
            record = Answers(connection, self._kept_days).anywhere(report.answer_id, now=self._clock())
        answer = None
        if record:
            with self._lock:
                lately = next((one for (_, name), one in self._lately.items() if name == record.id), None)
            current = record.is_current(self._tools.card_versions())
            answer = (lately if current else None) or self._tools.remake(record)
        titles = record.titles if record else {}
        return Reported(report=report, answer=answer, cards={card: titles.get(card) or card for card in report.cards})

    def close_report(self, number: int) -> None:
        """Mark a report as dealt with."""
        with self.database() as connection, transaction(connection):
            Feedback(connection).close(number, self._clock())

    def reopen_report(self, number: int) -> None:
        """Take back that a report was dealt with."""
        with self.database() as connection, transaction(connection):
            Feedback(connection).reopen(number)

    def reply_to_report(self, number: int, text: str) -> None:
        """Reply to whoever made a report, and mark it as dealt with."""
        redacted = self._redact(text)
        with self.database() as connection, transaction(connection):
            Feedback(connection).reply(number, redacted, self._clock())

    def own_reports(self, person: str) -> list[Report]:
        """The errors somebody reported, with what was replied; whoever sees them has been told."""
        with self.database() as connection, transaction(connection):
            reports = Feedback(connection)
            for due in reports.replies_due(CHANNEL):
                if due.asker.user == person:
                    reports.reply_was_told(due.report, now=self._clock())
            return reports.of_person(CHANNEL, person)

    def has_reply(self, person: str) -> bool:
        """Whether somebody has not seen yet what was replied to a report of theirs."""
        with self.database() as connection:
            return any(due.asker.user == person for due in Feedback(connection).replies_due(CHANNEL))

    def use(self, days: int) -> Use:
        """How many answers each clinic got, by status and by language."""
        since = self._clock() - days * DAY_S
        with self.database() as connection:
            known = Clinics(connection)
            return Use(by_status=known.counts(since=since), by_language=known.languages(since=since))

    def last_days(self) -> dict[str, str | None]:
        """The day each channel last answered on, as ISO 8601 writes it; None where it never has."""
        with self.database() as connection:
            last = Clinics(connection).last_days()
        of_clinics = max((day for name, day in last.items() if name not in (COUNTED_AS, TELEGRAM)), default=None)
        days = {"web": last.get(COUNTED_AS), "http": of_clinics, "telegram": last.get(TELEGRAM)}
        return {channel: None if day is None else moment(day * DAY_S)[:10] for channel, day in days.items()}

    def clinics(self) -> list[tuple[Clinic, list[TokenListed]]]:
        """The clinics of the API with their tokens."""
        with self.database() as connection:
            known = Clinics(connection)
            listed = known.listed(now=self._clock())
            return [(clinic, [token for token in listed if token.clinic == clinic.name]) for clinic in known.all()]

    def add_token(self, clinic: str) -> str:
        """A new token for a clinic."""
        with self.database() as connection, transaction(connection):
            known = Clinics(connection)
            if known.get(clinic) is None:
                known.keep(Clinic(name=clinic))
            return known.add_token(clinic, now=self._clock())

    def withdraw_tokens(self, clinic: str) -> None:
        """Let the tokens of a clinic open nothing any more."""
        now = self._clock()
        with self.database() as connection, transaction(connection):
            Clinics(connection).end_tokens(clinic, at=now, now=now)

    def source_told(self, source: str, language: str, person: str = "", answer: str = "") -> CardTold | DocumentTold:
        """All that a card says, or the text of a document with what somebody's answer quotes of it marked.

        A source that is both is shown as the document where the answer quotes it, or where its card has no claims.
        """
        record = self._given(person, answer).record if answer else None
        card, document = self._tools.card(source, language), self._tools.document(source, record)
        quoted = record.plan.quoted if record is not None and record.plan is not None else ()
        told: CardTold | DocumentTold | None = card
        answered = card is not None and card.claims and card.answers
        if document is not None and (not answered or source in map(document_of, quoted)):
            told = document
        if told is None:
            raise problems.plain(404)
        return told

    def claims_behind(self, person: str, answer: str, card: str) -> frozenset[str]:
        """The claims of a card that somebody's answer rests on."""
        plan = self._given(person, answer).record.plan
        references = (reference.partition("#") for reference in (plan.claims if plan else ()))
        return frozenset(claim for name, _, claim in references if name == card)

    def cited(self, record: AnswerRecord) -> Mapping[str, Sequence[Passage]]:
        """Where in its text each source says what an answer tells of it; what breaks must not hold up the answer."""
        try:
            return self._tools.cited(record, self._text_of)
        except Exception as error:
            metrics.fault("answer")
            _log.error("no places in texts: %s", place_of(error), extra={"answer": record.id})
            return {}

    def _text_of(self, card: str) -> str:
        return next((text for folder in self._folders if (text := text_of(card, folder))), "")

    def now(self) -> float:
        """The time by the clock of the pages."""
        return self._clock()

    def medicines(self, language: str) -> tuple[str, ...]:
        """The names of the medicines that the library speaks of."""
        return self._tools.medicines(language)

    def listed(self, text: str, language: str) -> list[CardListed]:
        """The cards that speak of what a text names; every card for an empty one."""
        return self._tools.listed(text, language)

    def resting_on(self, card: str, person: str) -> Resting:
        """Which answers that are still kept rest on a card: somebody's own, and how many others got elsewhere."""
        since = oldest_kept(self._clock(), self._kept_days)
        with self.database() as connection:
            kept = Answers(connection, self._kept_days)
            counted = kept.number_on(card, since=since)
            own = kept.on_card(card, channel=CHANNEL, chat=person, since=since)
        return Resting(own=tuple(own[:MOST_HISTORY]), own_number=len(own), all_number=sum(counted.values()),
                       by_channel=counted)

    def forget_old(self) -> None:
        """Delete what has been kept long enough."""
        super().forget_old()
        with self.database() as connection, transaction(connection):
            Sessions(connection).forget_old(now=self._clock())

    def _sessions(self, connection: Connection) -> Sessions:
        return Sessions(connection, self._lasting)

    def _self(self, person: str) -> Asker:
        return Asker(channel=CHANNEL, chat=person, user=person)

    def _asker(self, clinic: str, conversation: str) -> Asker:
        return Asker(channel=CHANNEL, chat=clinic, thread=conversation, user=clinic)

    def _counted_as(self, asker: Asker) -> str:
        return COUNTED_AS


def _key_of(due: Correction) -> str:
    return f"{due.card}:{due.version or 0}"


def moment(when: float) -> str:
    """A time as a date and hour."""
    return datetime.fromtimestamp(when, UTC).strftime("%Y-%m-%d %H:%M")
