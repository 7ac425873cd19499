"""What was asked for and is not in the library: how often, by concept; no question of anybody.

The counts name nobody and stay. So that a person counts once a week, what stands for them is a keyed hash over person,
concept and week: nobody sees who it was, or what else they asked. It is dropped when the week is over.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, case, delete, func, select

from bot.desk.records import AnswerRecord
from bot.desk.store.asker import Asker
from bot.desk.store.dialects import insert
from bot.desk.store.signing import Signer
from bot.desk.store.tables import gap_counts, gap_people, gap_weeks
from knowledge.evidence.models import Frozen

DAY_S = 24 * 3600
UNNAMED = ""
"""Stands for the concept where a question named none that is known."""


class GapWeek(Frozen):
    """One week of a gap."""

    week: str
    """As ISO 8601 writes it: 2026-W48."""
    times: int
    people: int
    """Of the HTTP API, clinics; 0 for a week before people were counted."""

    @property
    def year(self) -> str:
        """The year it is counted in."""
        return self.week.partition("-W")[0]

    @property
    def number(self) -> int:
        """Which week of the year it is."""
        return int(self.week.partition("-W")[2])


class Gap(Frozen):
    """One thing the library lacks, or lacks an answer on."""

    concept: str
    """A concept, a medicine known by name only, or `UNNAMED`."""
    languages: dict[str, int]
    """How often it was asked for, by the language of the question."""
    times: int
    last: float
    weeks: tuple[GapWeek, ...] = ()
    """The latest first."""


class Gaps:
    """Counts of questions that were not covered."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self, record: AnswerRecord, asker: Asker, *, now: float) -> None:
        """Count each concept of a question that was not covered; other answers are not counted."""
        if record.status != "not_covered":
            return
        new = insert(self._connection, gap_counts)
        known, last = gap_counts.c, new.excluded.last
        counted = new.on_conflict_do_update(index_elements=("concept", "language", "day"), set_={
            "times": known.times + 1, "last": case((last > known.last, last), else_=known.last)})
        concepts = list(dict.fromkeys(record.question.concepts)) or [UNNAMED]
        self._connection.execute(counted, [
            {"concept": concept, "language": record.question.language, "day": int(now // DAY_S), "times": 1,
             "last": now} for concept in concepts])
        week = _week(int(now // DAY_S))
        for concept in concepts:
            self._count_person(concept, week, asker)

    def _count_person(self, concept: str, week: str, asker: Asker) -> None:
        """Count a person who has not asked for it that week yet."""
        person = Signer(self._connection).pseudonym("gap", concept, week, asker.channel, asker.user)
        new = insert(self._connection, gap_people).values(concept=concept, week=week, person=person)
        is_new = self._connection.execute(new.on_conflict_do_nothing().returning(gap_people.c.person)).first()
        if is_new is not None:
            first = insert(self._connection, gap_weeks).values(concept=concept, week=week, people=1)
            self._connection.execute(first.on_conflict_do_update(
                index_elements=("concept", "week"), set_={"people": gap_weeks.c.people + 1}))

    def forget_people(self, *, now: float) -> None:
        """Drop what stands for the people of weeks that are over."""
        self._connection.execute(delete(gap_people).where(gap_people.c.week < _week(int(now // DAY_S))))

    def most_wanted(self, since: float) -> list[Gap]:
        """What was asked for since the day of a moment, the most frequent first and what named nothing last."""
        found: dict[str, Gap] = {}
        at, total = gap_counts.c, func.sum(gap_counts.c.times)
        rows = self._connection.execute(
            select(at.concept, at.language, total, func.max(at.last)).where(at.day >= int(since // DAY_S))
            .group_by(at.concept, at.language).order_by(total.desc(), at.language))
        for concept, language, times, last in rows:
            known = found.get(concept, Gap(concept=concept, languages={}, times=0, last=last))
            found[concept] = Gap(concept=concept, languages={**known.languages, language: int(times)},
                                 times=known.times + int(times), last=max(known.last, last))
        weeks = self._weeks(since)
        gaps = [gap.model_copy(update={"weeks": weeks[gap.concept]}) for gap in found.values()]
        return sorted(gaps, key=lambda gap: (gap.concept == UNNAMED, -gap.times, gap.concept))

    def _weeks(self, since: float) -> dict[str, tuple[GapWeek, ...]]:
        """How often and by how many each concept was asked for, week by week."""
        at = gap_counts.c
        times: dict[str, dict[str, int]] = {}
        days = select(at.concept, at.day, func.sum(at.times)).where(at.day >= int(since // DAY_S))
        for concept, day, number in self._connection.execute(days.group_by(at.concept, at.day)):
            of_concept = times.setdefault(concept, {})
            of_concept[_week(day)] = of_concept.get(_week(day), 0) + int(number)
        people = {(row.concept, row.week): row.people for row in self._connection.execute(select(gap_weeks))}
        return {concept: tuple(GapWeek(week=week, times=number, people=people.get((concept, week), 0))
                               for week, number in sorted(weeks.items(), reverse=True))
                for concept, weeks in times.items()}


def _week(day: int) -> str:
    """The week of a day, which is counted from 1 January 1970."""
    year, week, _ = date.fromordinal(date(1970, 1, 1).toordinal() + day).isocalendar()
    return f"{year}-W{week:02}"
