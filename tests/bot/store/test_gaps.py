"""Counting what the library lacks."""

from __future__ import annotations

from sqlite3 import Connection

import pytest

from bot.store.answers import Answers
from bot.store.gaps import MOST_EXAMPLES, UNNAMED, Gap, Gaps
from bot.store.privacy import forget
from bot.store.retention import forget_old
from tests.bot.store.people import ANNE, BO, DAY, NOW, record, uncovered


class Desk:
    """Keeps and counts, as a channel does."""

    def __init__(self, connection: Connection) -> None:
        self.answers, self.gaps = Answers(connection), Gaps(connection)
        self.asked = 0

    def ask(self, text: str, *concepts: str, asked_in: str = "en", now: float = NOW, by: object = ANNE) -> None:
        self.asked += 1
        given = uncovered(f"answer{self.asked:02}", text, *concepts, asked_in=asked_in)
        self.answers.keep(given, by, question_message=None, reply_messages=(), now=now)
        self.gaps.count(given, now=now)


@pytest.fixture
def desk(connection: Connection) -> Desk:
    return Desk(connection)


def test_each_concept_is_counted_by_language_with_its_questions(desk: Desk) -> None:
    desk.ask("sertraline with tramadol?", "sertraline", "tramadol")
    desk.ask("sertralin og amming?", "sertraline", "breastfeeding", asked_in="nb", now=NOW + 1)
    assert desk.gaps.most_wanted(NOW) == [
        Gap(concept="sertraline", languages={"en": 1, "nb": 1}, times=2, last=NOW + 1,
            examples=("sertralin og amming?", "sertraline with tramadol?")),
        Gap(concept="breastfeeding", languages={"nb": 1}, times=1, last=NOW + 1, examples=("sertralin og amming?",)),
        Gap(concept="tramadol", languages={"en": 1}, times=1, last=NOW, examples=("sertraline with tramadol?",)),
    ]


def test_a_question_that_was_answered_is_no_gap(desk: Desk) -> None:
    desk.gaps.count(record(), now=NOW)
    assert desk.gaps.most_wanted(0) == []


def test_a_question_that_names_nothing_known_is_counted_and_listed_last(desk: Desk) -> None:
    for _ in range(2):
        desk.ask("what is this?")
    desk.ask("metformin?", "metformin")
    assert [(gap.concept, gap.times, gap.examples) for gap in desk.gaps.most_wanted(0)] == [
        ("metformin", 1, ("metformin?",)), (UNNAMED, 2, ("what is this?",))]


def test_a_few_examples_are_enough_and_none_is_given_twice(desk: Desk) -> None:
    for number in range(5):
        desk.ask(f"metformin {number}?", "metformin", now=NOW + number)
        desk.ask(f"metformin {number}?", "metformin", now=NOW + number)
    (gap,) = desk.gaps.most_wanted(0)
    assert (gap.times, len(gap.examples)) == (10, MOST_EXAMPLES)
    assert gap.examples == ("metformin 4?", "metformin 3?", "metformin 2?")


def test_older_questions_do_not_count(desk: Desk) -> None:
    desk.ask("old?", "metformin", now=NOW - 10 * DAY)
    desk.ask("new?", "metformin", now=NOW)
    (gap,) = desk.gaps.most_wanted(NOW - DAY)
    assert (gap.times, gap.examples) == (1, ("new?",))


def test_counts_stay_when_examples_go(connection: Connection, desk: Desk) -> None:
    desk.ask("old?", "metformin", now=NOW - 8 * DAY)
    desk.ask("of Anne?", "metformin")
    desk.ask("of Bo?", "metformin", by=BO)
    forget_old(connection, now=NOW, kept_days=7)
    forget(connection, ANNE.channel, ANNE.user)
    (gap,) = desk.gaps.most_wanted(0)
    assert (gap.times, gap.examples) == (3, ("of Bo?",))
