"""Opening times by the clock of the country."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from knowledge.directory.opening import OpeningTimes, local_time, time_zone
from knowledge.directory.services import load_services

NIGHTS = OpeningTimes(weekdays=((0, 8), (16, 24)), weekends=((0, 24),), other_on_holidays=True)


@pytest.mark.parametrize(("moment", "answers"), [
    ("2026-12-04T07:59", True),
    ("2026-12-04T08:00", None),
    ("2026-12-04T16:00", True),
    ("2026-12-05T12:00", True),
])
def test_at_hours_that_hang_on_a_holiday_nothing_is_said(moment: str, answers: bool | None) -> None:
    assert NIGHTS.answers_at(datetime.fromisoformat(moment)) is answers


def test_summer_time_is_known() -> None:
    assert local_time(datetime(2026, 7, 1, 6, 30, tzinfo=UTC), "NO").hour == 8
    assert local_time(datetime(2026, 1, 1, 6, 30, tzinfo=UTC), "NO").hour == 7


def test_each_country_of_the_directory_has_its_time_zone() -> None:
    assert [code for code in load_services().codes() if time_zone(code) is None] == []
