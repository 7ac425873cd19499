"""Reports on answers."""

from __future__ import annotations

import pytest

from bot.desk.store.answers import Answers
from bot.desk.store.database import Connection
from bot.desk.store.feedback import Feedback, Report
from bot.desk.store.retention import forget_old
from tests.bot.store.people import ANNE, ANNE_IN_WARD, BO, DAY, NOW, record, reporter


@pytest.fixture
def feedback(connection: Connection) -> Feedback:
    return Feedback(connection)


def test_a_report_holds_the_question_and_the_cards_as_they_were(connection: Connection, feedback: Feedback) -> None:
    report = feedback.add(record(), ANNE, "error", reason="the dose is wrong", now=NOW)
    assert report == Report(id=1, answer_id="answer01", kind="error", reason="the dose is wrong",
                            question="does magnesium help?", cards={"cochrane": 1, "relis": 2}, language="en",
                            received=NOW, closed=None, has_reporter=True)
    assert feedback.open() == feedback.all() == [report]
    assert reporter(connection, report.id) == ANNE.user


def test_a_report_is_closed_once(feedback: Feedback) -> None:
    report = feedback.add(record(), ANNE, "error", reason="wrong", now=NOW)
    assert feedback.close(report.id, NOW + 1)
    assert not feedback.close(report.id, NOW + 2)
    assert not feedback.close(99, NOW)
    closed = feedback.get(report.id)
    assert closed is not None and closed.closed == NOW + 1
    assert (feedback.open(), feedback.all()) == ([], [closed])


def test_praise_leaves_nothing_to_do(feedback: Feedback) -> None:
    report = feedback.add(record(), ANNE, "helpful", now=NOW)
    assert report.closed == NOW
    assert feedback.open() == []


def test_a_person_has_one_thumb_an_answer(feedback: Feedback) -> None:
    feedback.add(record(), ANNE, "helpful", now=NOW)
    feedback.add(record(), ANNE_IN_WARD, "not_helpful", now=NOW + 1)
    feedback.add(record(), ANNE, "not_helpful", now=NOW + 2)
    feedback.add(record(), BO, "helpful", now=NOW + 3)
    assert [(report.kind, report.received) for report in feedback.all()] == [
        ("not_helpful", NOW + 1), ("helpful", NOW + 3)]


def test_the_same_report_twice_is_one_and_another_reason_is_another(feedback: Feedback) -> None:
    first = feedback.add(record(), ANNE, "error", reason="the dose is wrong", now=NOW)
    assert feedback.add(record(), ANNE, "error", reason="the dose is wrong", now=NOW + 9) == first
    feedback.add(record(), ANNE, "error", reason="the year as well", now=NOW)
    feedback.add(record(), ANNE, "not_helpful", now=NOW)
    assert [report.kind for report in feedback.all()] == ["error", "error", "not_helpful"]


def test_a_report_outlives_the_answer_and_loses_its_words_once_it_is_closed(connection: Connection,
                                                                          feedback: Feedback) -> None:
    Answers(connection).keep(record(), ANNE, question_message=None, reply_messages=(), now=NOW)
    dealt_with = feedback.add(record(), ANNE, "error", reason="wrong", now=NOW)
    waiting = feedback.add(record(), BO, "error", reason="wrong too", now=NOW)
    feedback.close(dealt_with.id, NOW + DAY)

    forget_old(connection, now=NOW + 8 * DAY, kept_days=7)
    assert feedback.get(dealt_with.id) == dealt_with.model_copy(update={"closed": NOW + DAY})
    forget_old(connection, now=NOW + 8 * DAY + 1, kept_days=7)
    assert feedback.get(dealt_with.id) == dealt_with.model_copy(
        update={"closed": NOW + DAY, "reason": "", "question": "", "has_reporter": False})
    assert reporter(connection, dealt_with.id) is None
    assert feedback.open() == [waiting]
    assert reporter(connection, waiting.id) == BO.user


def test_a_reply_closes_the_report_and_is_due_until_its_reporter_was_told(feedback: Feedback) -> None:
    report = feedback.add(record(), ANNE, "error", reason="wrong", now=NOW)
    assert feedback.replies_due(ANNE.channel) == []
    assert feedback.reply(report.id, "mended, thank you", NOW + 1)
    (due,) = feedback.replies_due(ANNE.channel)
    assert (due.report, due.asker) == (report.id, ANNE)
    (told,) = feedback.of_person(ANNE.channel, ANNE.user)
    assert (told.reply, told.replied, told.closed) == ("mended, thank you", NOW + 1, NOW + 1)
    feedback.reply_was_told(report.id, now=NOW + 2)
    assert feedback.replies_due(ANNE.channel) == [] and feedback.of_person(BO.channel, BO.user) == []


def test_nobody_is_replied_to_who_voted_or_is_not_known(feedback: Feedback) -> None:
    vote = feedback.add(record(), ANNE, "not_helpful", now=NOW)
    assert not vote.has_reporter and not feedback.reply(vote.id, "why?", NOW + 1)
    assert not feedback.reply(99, "who?", NOW)


def test_a_closed_report_is_opened_again(feedback: Feedback) -> None:
    report = feedback.add(record(), ANNE, "error", reason="wrong", now=NOW)
    feedback.close(report.id, NOW + 1)
    assert feedback.reopen(report.id) and not feedback.reopen(report.id)
    assert [one.id for one in feedback.open()] == [report.id]


def test_a_reply_is_forgotten_with_the_words_of_its_report(connection: Connection, feedback: Feedback) -> None:
    report = feedback.add(record(), ANNE, "error", reason="wrong", now=NOW)
    feedback.reply(report.id, "mended", NOW)
    forget_old(connection, now=NOW + 8 * DAY, kept_days=7)
    kept = feedback.get(report.id)
    assert kept is not None and (kept.reason, kept.reply, kept.has_reporter) == ("", "", False)
