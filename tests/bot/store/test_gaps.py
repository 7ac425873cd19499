"""Counting what the library lacks."""

from __future__ import annotations

import pytest

from bot.desk.store.answers import Answers
from bot.desk.store.asker import Asker
from bot.desk.store.database import Connection
from bot.desk.store.gaps import UNNAMED, Gap, Gaps, GapWeek
from bot.desk.store.privacy import forget
from bot.desk.store.retention import forget_old
from tests.bot.store.people import ANNE, BO, DAY, NOW, record, uncovered

WEEK = "2026-W39"
"""That of `NOW`."""


class Desk:
    """Keeps and counts, as a channel does."""

    def __init__(self, connection: Connection) -> None:
        self.answers, self.gaps = Answers(connection), Gaps(connection)
        self.asked = 0

    def ask(self, text: str, *concepts: str, asked_in: str = "en", now: float = NOW, by: Asker = ANNE) -> None:
        self.asked += 1
        given = uncovered(f"answer{self.asked:02}", text, *concepts, asked_in=asked_in)
        self.answers.keep(given, by, question_message=None, reply_messages=(), now=now)
        self.gaps.count(given, by, now=now)


@pytest.fixture
def desk(connection: Connection) -> Desk:
    return Desk(connection)


def test_each_concept_is_counted_by_language_and_no_question_is_kept_with_it(desk: Desk) -> None:
    desk.ask("sertraline with tramadol?", "sertraline", "tramadol")
    desk.ask("sertralin og amming?", "sertraline", "breastfeeding", asked_in="nb", now=NOW + 1)
    assert desk.gaps.most_wanted(NOW) == [
        Gap(concept="sertraline", languages={"en": 1, "nb": 1}, times=2, last=NOW + 1,
            weeks=(GapWeek(week=WEEK, times=2, people=1),)),
        Gap(concept="breastfeeding", languages={"nb": 1}, times=1, last=NOW + 1,
            weeks=(GapWeek(week=WEEK, times=1, people=1),)),
        Gap(concept="tramadol", languages={"en": 1}, times=1, last=NOW,
            weeks=(GapWeek(week=WEEK, times=1, people=1),)),
    ]


def test_a_question_that_was_answered_is_no_gap(desk: Desk) -> None:
    desk.gaps.count(record(), ANNE, now=NOW)
    assert desk.gaps.most_wanted(0) == []


def test_a_question_that_names_nothing_known_is_counted_and_listed_last(desk: Desk) -> None:
    for _ in range(2):
        desk.ask("what is this?")
    desk.ask("metformin?", "metformin")
    assert [(gap.concept, gap.times) for gap in desk.gaps.most_wanted(0)] == [
        ("metformin", 1), (UNNAMED, 2)]


def test_older_questions_do_not_count(desk: Desk) -> None:
    desk.ask("old?", "metformin", now=NOW - 10 * DAY)
    desk.ask("new?", "metformin", now=NOW)
    (gap,) = desk.gaps.most_wanted(NOW - DAY)
    assert gap.times == 1


def test_counts_stay_when_answers_go(connection: Connection, desk: Desk) -> None:
    desk.ask("old?", "metformin", now=NOW - 8 * DAY)
    desk.ask("of Anne?", "metformin")
    desk.ask("of Bo?", "metformin", by=BO)
    forget_old(connection, now=NOW, kept_days=7)
    forget(connection, ANNE.channel, ANNE.user)
    (gap,) = desk.gaps.most_wanted(0)
    assert gap.times == 3


def test_each_person_counts_once_a_week_for_each_concept(desk: Desk) -> None:
    for by, now in ((ANNE, NOW), (ANNE, NOW + 1), (BO, NOW), (ANNE, NOW + 7 * DAY)):
        desk.ask(f"metformin {by.user} {now}?", "metformin", by=by, now=now)
    (gap,) = desk.gaps.most_wanted(0)
    assert [(week.times, week.people) for week in gap.weeks] == [(1, 1), (3, 2)]


def test_what_stands_for_a_person_says_nothing_of_another_week_or_concept(
        desk: Desk, connection: Connection) -> None:
    desk.ask("both?", "metformin", "iron")
    desk.ask("again?", "metformin", now=NOW + 7 * DAY)
    people = connection.exec_driver_sql("SELECT person FROM gap_people").scalars().all()
    assert len(set(people)) == 3 and not any(ANNE.user in person for person in people)


def test_what_stands_for_people_is_dropped_when_the_week_is_over_and_the_counts_stay(
        desk: Desk, connection: Connection) -> None:
    desk.ask("metformin?", "metformin")
    forget_old(connection, now=NOW + 7 * DAY, kept_days=365)
    assert connection.exec_driver_sql("SELECT count(*) FROM gap_people").scalar_one() == 0
    (gap,) = desk.gaps.most_wanted(0)
    assert [week.people for week in gap.weeks] == [1]
