"""When a service answers, by the clock of its own country."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Annotated
from zoneinfo import ZoneInfo

from babel.core import get_global
from pydantic import Field

from knowledge.evidence.models import Frozen

Hour = Annotated[int, Field(ge=0, le=24)]
SATURDAY = 5


class OpeningTimes(Frozen):
    """From which full hour to which one a service answers; no hours: not at all on such days."""

    weekdays: tuple[tuple[Hour, Hour], ...] = ()
    weekends: tuple[tuple[Hour, Hour], ...] = ()
    other_on_holidays: bool = False
    """Whether it may also answer at other hours on public holidays, which are not known here."""

    def answers_at(self, local: datetime) -> bool | None:
        """Whether it answers at a local time; None where that depends on whether it is a public holiday."""
        hours = self.weekdays if local.weekday() < SATURDAY else self.weekends
        if any(start <= local.hour < end for start, end in hours):
            return True
        return None if self.other_on_holidays else False


@cache
def time_zone(country: str) -> ZoneInfo | None:
    """The time zone of a country; None where it has none, or where its zones keep different hours."""
    names = sorted(name for name, territory in get_global("zone_territories").items() if territory == country)
    zones = [ZoneInfo(name) for name in names if name.partition("/")[0] in ("Europe", "Atlantic")]
    at_noon = datetime(2026, 1, 1, 12)
    return zones[0] if zones and len({zone.utcoffset(at_noon) for zone in zones}) == 1 else None


def local_time(moment: datetime, country: str) -> datetime:
    """A moment by the clock of a country; one without a time zone is meant by that clock already."""
    zone = time_zone(country)
    return moment.astimezone(zone) if moment.tzinfo and zone else moment
