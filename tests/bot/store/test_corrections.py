"""Telling those who relied on a card that it has changed."""

from __future__ import annotations

import pytest

from bot.desk.store.answers import Answers
from bot.desk.store.corrections import Correction, Corrections
from bot.desk.store.database import Connection
from bot.desk.store.retention import forget_old
from tests.bot.store.people import ANNE, ANNE_IN_WARD, BO, CLINIC, DAY, NOW, record

AS_IT_WAS = {"cochrane": 1, "relis": 2}


@pytest.fixture
def corrections(connection: Connection) -> Corrections:
    answers = Answers(connection)
    answers.keep(record("answer01"), ANNE, question_message="1", reply_messages=("2",), now=NOW)
    answers.keep(record("answer02", language="nb"), ANNE, question_message="3", reply_messages=("4",), now=NOW + 1)
    answers.keep(record("answer03", cards={"relis": 2}), BO, question_message="1", reply_messages=("2",), now=NOW)
    return Corrections(connection)


def shown(due: list[Correction]) -> list[tuple[str, int | None, str, str]]:
    return [(correction.card, correction.version, correction.given.asker.chat, correction.given.record.id)
            for correction in due]


def test_while_no_card_changes_nobody_is_told(corrections: Corrections) -> None:
    assert corrections.due("telegram", {**AS_IT_WAS, "another": 1}, since=0) == []


def test_a_person_is_told_of_a_change_once_for_all_answers_where_the_latest_is(corrections: Corrections) -> None:
    due = corrections.due("telegram", {"cochrane": 2, "relis": 2}, since=0)
    assert shown(due) == [("cochrane", 2, ANNE.chat, "answer02")]
    assert due[0].given.record.language == "nb"


def test_a_withdrawn_card_is_told_to_everybody_who_relied_on_it(corrections: Corrections) -> None:
    assert shown(corrections.due("telegram", {"cochrane": 1}, since=0)) == [
        ("relis", None, ANNE.chat, "answer02"), ("relis", None, BO.chat, "answer03")]


def test_who_was_told_is_not_told_again_until_the_card_changes_once_more(corrections: Corrections) -> None:
    for correction in corrections.due("telegram", {"cochrane": 2, "relis": 2}, since=0):
        corrections.told(correction, now=NOW + 5)
        corrections.told(correction, now=NOW + 6)
    assert corrections.due("telegram", {"cochrane": 2, "relis": 2}, since=0) == []
    again = corrections.due("telegram", {"cochrane": 3, "relis": 2}, since=0)
    assert shown(again) == [("cochrane", 3, ANNE.chat, "answer02")]
    assert len(corrections.due("telegram", {"relis": 2}, since=0)) == 1


def test_each_chat_of_a_person_is_told_in_its_place(connection: Connection, corrections: Corrections) -> None:
    Answers(connection).keep(record("answer04"), ANNE_IN_WARD, question_message=None, reply_messages=(), now=NOW)
    due = corrections.due("telegram", {"cochrane": 2, "relis": 2}, since=0)
    assert {correction.given.asker for correction in due} == {ANNE, ANNE_IN_WARD}


def test_answers_of_another_channel_are_left_to_it(connection: Connection, corrections: Corrections) -> None:
    Answers(connection).keep(record("answer04"), CLINIC, question_message=None, reply_messages=(), now=NOW)
    versions = {"cochrane": 2, "relis": 2}
    assert shown(corrections.due("telegram", versions, since=0)) == [("cochrane", 2, ANNE.chat, "answer02")]
    assert shown(corrections.due("http", versions, since=0)) == [("cochrane", 2, "clinic", "answer04")]


def test_old_answers_and_answers_on_the_new_version_are_left_in_peace(connection: Connection,
                                                                     corrections: Corrections) -> None:
    Answers(connection).keep(record("answer05", cards={"cochrane": 2}), BO, question_message=None,
                             reply_messages=(), now=NOW + 2)
    assert shown(corrections.due("telegram", {"cochrane": 2, "relis": 2}, since=NOW + 1)) == [
        ("cochrane", 2, ANNE.chat, "answer02")]
    assert corrections.due("telegram", {"cochrane": 2, "relis": 2}, since=NOW + 2) == []


def test_that_somebody_was_told_is_forgotten_after_the_answer(connection: Connection,
                                                              corrections: Corrections) -> None:
    versions = {"cochrane": 2, "relis": 2}
    for correction in corrections.due("telegram", versions, since=0):
        corrections.told(correction, now=NOW + 2 * DAY)
    forget_old(connection, now=NOW + 7 * DAY, kept_days=7)
    assert corrections.due("telegram", versions, since=0) == []
    forget_old(connection, now=NOW + 10 * DAY, kept_days=7)
    assert connection.exec_driver_sql("SELECT count(*) FROM corrections").fetchone()[0] == 0
    assert corrections.due("telegram", versions, since=0) == []
