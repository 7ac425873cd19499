"""What readers say of answers: helpful, not helpful, or wrong, with a reason.

A report stands by itself, so that it outlives the answer. Who reported an error is kept to be forgotten only. Who voted
is not kept at all: what stands for the person is a keyed hash over person and answer, so that each has one vote, and
nobody sees whose it was or who else it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple, get_args

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, func, insert, select, true, update

from bot.desk.records import AnswerRecord
from bot.desk.store.asker import Asker
from bot.desk.store.signing import Signer
from bot.desk.store.tables import feedback
from knowledge.evidence.models import Frozen

Kind = Literal["helpful", "not_helpful", "error"]
VOTES: tuple[Kind, ...] = ("helpful", "not_helpful")
VOTED_ON = ("answered", "not_covered")
"""The answers that readers may find helpful or not, by their status."""
WhatIsWrong = Literal["wrong", "outdated", "aside", "unclear", "other"]
"""Reasons a reader can choose: it is wrong, outdated, beside the question, hard to understand, something else."""
WHAT_IS_WRONG: tuple[WhatIsWrong, ...] = get_args(WhatIsWrong)
VOTER = "voter:"
"""Begins what stands for a person who voted."""

_AT = feedback.c
_COLUMNS = (_AT.id, _AT.answer_id, _AT.kind, _AT.reason, _AT.question, _AT.cards, _AT.language, _AT.received,
            _AT.closed, _AT.reply, _AT.replied,
            and_(_AT.kind == "error", _AT.user.is_not(None)).label("has_reporter"))


class Report(Frozen):
    """One report; reason and question are redacted, and empty once they have been forgotten."""

    id: int
    answer_id: str
    kind: Kind
    reason: str
    question: str
    cards: dict[str, int]
    """The cards the answer cited, in these versions."""
    language: str
    received: float
    closed: float | None
    reply: str = ""
    """What the reviewers replied to whoever reported it."""
    replied: float | None = None
    has_reporter: bool = False
    """Whether somebody is known who can be replied to: nobody is who voted, or was forgotten."""


class DueReply(NamedTuple):
    """A reply that whoever reported has not been told yet."""

    report: int
    asker: Asker


class Votes(Frozen):
    """What people said of one answer by their thumbs."""

    helpful: int = 0
    not_helpful: int = 0


def voter_of(signer: Signer, answer_id: str, channel: str, user: str) -> str:
    """What stands for a person who voted on an answer."""
    return VOTER + signer.pseudonym(answer_id, channel, user)


class Feedback:
    """The table of reports."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, record: AnswerRecord, asker: Asker, kind: Kind, *, reason: str = "", now: float) -> Report:
        """Keep a report; the reason must be redacted already.

        A thumb takes the place of the person's former thumb on that answer, the same report given twice is one, and a
        reason joins the report that was made without one.
        Praise leaves nothing to do, so it is closed from the start.
        """
        from_person = self._from_person(record.id, asker)
        by = asker
        if kind in VOTES:
            self._connection.execute(delete(feedback).where(from_person, _AT.kind.in_(VOTES), _AT.kind != kind))
            voter = voter_of(Signer(self._connection), record.id, asker.channel, asker.user)
            by = Asker(channel=asker.channel, chat="", user=voter)
        same = self._one(and_(from_person, _AT.kind == kind, _AT.reason == reason))
        if same:
            return same
        if reason:
            explained = self._connection.execute(
                update(feedback).where(from_person, _AT.kind == kind, _AT.reason == "", _AT.closed.is_(None))
                .values(reason=reason).returning(*_COLUMNS)).first()
            if explained is not None:
                return _report(explained)
        return _report(self._connection.execute(insert(feedback).values(
            answer_id=record.id, kind=kind, reason=reason, question=record.question.text,
            cards=json.dumps(record.cards), language=record.language, received=now,
            closed=now if kind == "helpful" else None, channel=by.channel, chat=by.chat, thread=by.thread,
            user=by.user).returning(*_COLUMNS)).one())

    def withdraw(self, answer_id: str, asker: Asker) -> None:
        """Take a person's thumb on an answer back."""
        self._connection.execute(delete(feedback).where(self._from_person(answer_id, asker), _AT.kind.in_(VOTES)))

    def votes(self, answer_id: str) -> Votes:
        """How many people found an answer helpful, and how many did not."""
        counted = (select(_AT.kind, func.count()).where(_AT.answer_id == answer_id, _AT.kind.in_(VOTES))
                   .group_by(_AT.kind))
        return Votes(**{row[0]: row[1] for row in self._connection.execute(counted)})

    def _from_person(self, answer_id: str, asker: Asker) -> ColumnElement[bool]:
        """The reports of a person on an answer, votes included."""
        voter = voter_of(Signer(self._connection), answer_id, asker.channel, asker.user)
        return and_(_AT.answer_id == answer_id, _AT.channel == asker.channel, _AT.user.in_((asker.user, voter)))

    def get(self, report_id: int) -> Report | None:
        """One report."""
        return self._one(_AT.id == report_id)

    def open(self) -> list[Report]:
        """The reports nobody has dealt with, oldest first."""
        return _reports(self._connection.execute(select(*_COLUMNS).where(_AT.closed.is_(None)).order_by(_AT.id)))

    def all(self) -> list[Report]:
        """Every report, oldest first."""
        return _reports(self._connection.execute(select(*_COLUMNS).order_by(_AT.id)))

    def close(self, report_id: int, now: float) -> bool:
        """Mark a report as dealt with; False where there is no such open report."""
        closing = self._connection.execute(
            update(feedback).where(_AT.id == report_id, _AT.closed.is_(None)).values(closed=now))
        return closing.rowcount == 1

    def reopen(self, report_id: int) -> bool:
        """Take back that a report was dealt with; False where there is no such closed report."""
        opening = self._connection.execute(
            update(feedback).where(_AT.id == report_id, _AT.closed.is_not(None), _AT.kind != "helpful")
            .values(closed=None))
        return opening.rowcount == 1

    def reply(self, report_id: int, text: str, now: float) -> bool:
        """Reply to whoever reported an error, and close the report; False where nobody is known to reply to.

        The text must be redacted already. A second reply takes the place of the first.
        """
        replying = self._connection.execute(
            update(feedback).where(_AT.id == report_id, _AT.kind == "error", _AT.user.is_not(None))
            .values(reply=text, replied=now, reply_told=None, closed=func.coalesce(_AT.closed, now)))
        return replying.rowcount == 1

    def of_person(self, channel: str, user: str, *, answer_id: str | None = None) -> list[Report]:
        """The errors somebody reported, the latest first, of one answer or of all."""
        of_answer = _AT.answer_id == answer_id if answer_id else true()
        return _reports(self._connection.execute(
            select(*_COLUMNS).where(_AT.channel == channel, _AT.user == user, _AT.kind == "error", of_answer)
            .order_by(_AT.id.desc())))

    def replies_due(self, channel: str) -> list[DueReply]:
        """The replies that people of a channel have not been told yet, oldest first."""
        rows = self._connection.execute(
            select(_AT.id, _AT.channel, _AT.chat, _AT.thread, _AT.user)
            .where(_AT.channel == channel, _AT.replied.is_not(None), _AT.reply_told.is_(None)).order_by(_AT.id))
        return [DueReply(row.id, Asker(channel=row.channel, chat=row.chat, thread=row.thread or "", user=row.user))
                for row in rows]

    def reply_was_told(self, report_id: int, *, now: float) -> None:
        """Note that whoever reported has been told of the reply."""
        self._connection.execute(update(feedback).where(_AT.id == report_id).values(reply_told=now))

    def take_unseen(self, channel: str, *, now: float) -> list[Report]:
        """The open reports of every channel but this one, which shows its own at once; each is given out one time."""
        return sorted(_reports(self._connection.execute(
            update(feedback).where(_AT.channel != channel, _AT.passed_on.is_(None), _AT.closed.is_(None))
            .values(passed_on=now).returning(*_COLUMNS))), key=lambda report: report.id)

    def _one(self, condition: ColumnElement[bool]) -> Report | None:
        row = self._connection.execute(select(*_COLUMNS).where(condition).order_by(_AT.id).limit(1)).first()
        return None if row is None else _report(row)


def _reports(rows: Iterable[Row[*tuple[Any, ...]]]) -> list[Report]:
    return [_report(row) for row in rows]


def _report(row: Row[*tuple[Any, ...]]) -> Report:
    return Report.model_validate({**row._mapping, "cards": json.loads(row.cards)})
