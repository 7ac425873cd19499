"""What is found again of an answer, and where."""

from __future__ import annotations

import pytest

from bot.desk.store.answers import Answers
from bot.desk.store.database import Connection
from tests.bot.store.people import ANNE, ANNE_IN_WARD, BO, DAY, NOW, record


@pytest.fixture
def answers(connection: Connection) -> Answers:
    return Answers(connection)


def test_an_answer_is_found_in_its_chat_and_nowhere_else(answers: Answers) -> None:
    answers.keep(record(), ANNE, question_message="12", reply_messages=("13", "14"), now=NOW)
    assert answers.get("answer01", channel="telegram", chat=ANNE.chat, now=NOW) == record()
    assert answers.get("answer01", channel="telegram", chat=BO.chat, now=NOW) is None
    assert answers.get("answer01", channel="http", chat=ANNE.chat, now=NOW) is None
    assert answers.get("answer02", channel="telegram", chat=ANNE.chat, now=NOW) is None


def test_an_answer_past_retention_is_not_found(connection: Connection) -> None:
    answers = Answers(connection, kept_days=2)
    answers.keep(record(), ANNE, question_message="12", reply_messages=(), now=NOW)
    assert answers.get("answer01", channel="telegram", chat=ANNE.chat, now=NOW + 2 * DAY) == record()
    assert answers.get("answer01", channel="telegram", chat=ANNE.chat, now=NOW + 2 * DAY + 1) is None


def test_the_answer_to_a_message_is_found_with_the_messages_that_show_it(answers: Answers) -> None:
    answers.keep(record(), ANNE_IN_WARD, question_message="12", reply_messages=("13", "14"), now=NOW)
    given = answers.of_message("telegram", ANNE_IN_WARD.chat, "12")
    assert given is not None
    assert (given.record, given.asker, given.reply_messages) == (record(), ANNE_IN_WARD, ("13", "14"))
    assert answers.of_message("telegram", ANNE.chat, "12") is None


def test_keeping_an_answer_again_brings_it_up_to_date(answers: Answers) -> None:
    answers.keep(record(), ANNE, question_message="12", reply_messages=(), now=NOW)
    answers.keep(record(cards={"cochrane": 1}), ANNE, question_message="12", reply_messages=("13",), now=NOW + 1)
    given = answers.of_message("telegram", ANNE.chat, "12")
    assert given is not None and given.reply_messages == ("13",)
    assert answers.resting_on("relis", 2, channel="telegram", since=NOW) == []


def test_an_answer_that_was_written_over_is_gone(answers: Answers) -> None:
    answers.keep(record("answer01"), ANNE, question_message="12", reply_messages=("13", "14"), now=NOW)
    answers.keep(record("answer02"), ANNE, question_message="12", reply_messages=("13",), now=NOW + 1)
    assert answers.get("answer01", channel="telegram", chat=ANNE.chat, now=NOW + 1) is None
    (left,) = answers.resting_on("cochrane", 1, channel="telegram", since=NOW)
    assert left.record.id == "answer02"


def test_a_second_answer_under_the_same_message_leaves_the_first(answers: Answers) -> None:
    answers.keep(record("answer01"), ANNE, question_message="12", reply_messages=("13",), now=NOW)
    answers.keep(record("answer02"), ANNE, question_message="12", reply_messages=("20",), now=NOW)
    answers.keep(record("answer03"), ANNE, question_message=None, reply_messages=("13",), now=NOW)
    assert answers.get("answer01", channel="telegram", chat=ANNE.chat, now=NOW) is not None
    latest = answers.of_message("telegram", ANNE.chat, "12")
    assert latest is not None and latest.record.id == "answer02"


def test_answers_resting_on_a_card_are_found_in_the_order_they_were_given(answers: Answers) -> None:
    answers.keep(record("answer03", cards={"relis": 1}), BO, question_message=None, reply_messages=(), now=NOW + 3)
    answers.keep(record("answer02"), BO, question_message=None, reply_messages=(), now=NOW + 2)
    answers.keep(record("answer01"), ANNE, question_message=None, reply_messages=(), now=NOW + 1)
    answers.keep(record("answer00"), ANNE, question_message=None, reply_messages=(), now=NOW)
    found = answers.resting_on("relis", 2, channel="telegram", since=NOW + 1)
    assert [given.record.id for given in found] == ["answer01", "answer02"]
    (former,) = answers.resting_on("relis", 1, channel="telegram", since=NOW)
    assert former.record.id == "answer03"
    assert answers.resting_on("relis", 1, channel="http", since=NOW) == []


def test_a_record_of_another_form_counts_as_gone(answers: Answers, connection: Connection) -> None:
    answers.keep(record(), ANNE, question_message="12", reply_messages=(), now=NOW)
    connection.exec_driver_sql("UPDATE answers SET record = '{\"former_field\": 1}'")
    assert answers.get("answer01", channel="telegram", chat=ANNE.chat, now=NOW) is None
    assert answers.resting_on("cochrane", 1, channel="telegram", since=NOW) == []
