"""Lays out an icon array: a thousand dots for each group, side by side, those with the event filled.

Dots fill row by row from the top, so that two groups can be compared by where the colour ends.
"""

from __future__ import annotations

from bot.outputs.figures.forest import BODY, HEADING, SMALL, TITLE, write_certainty, write_foot
from bot.outputs.figures.models import DOTS, Arm, IconArray
from bot.outputs.figures.sheet import BLUE, EMPTY, INNER, MARGIN, QUIET, VERMILION, Dots, Sheet

COLUMNS = 25
ROWS = DOTS // COLUMNS
GAP = 64.0
GROUP_WIDTH = (INNER - GAP) / 2
PITCH = GROUP_WIDTH / COLUMNS
RADIUS = PITCH * 0.38

Points = tuple[tuple[float, float], ...]


def lay_out_icons(array: IconArray) -> Sheet:
    """The array on a sheet."""
    sheet = Sheet()
    colour = VERMILION if array.harm else BLUE
    sheet.write(array.title, HEADING, bold=True)
    sheet.write(array.scope, BODY)
    sheet.write(array.row.comparison, BODY, colour=QUIET)
    sheet.rule()
    arms = (array.comparator, array.intervention)
    sheet.beside([(arm.name, "left") for arm in arms], TITLE, gap=GAP)
    sheet.beside([(arm.count, "left") for arm in arms], TITLE, gap=GAP, bold=True, colour=colour)
    sheet.skip(14)
    for place, arm in enumerate(arms):
        _group(sheet, arm, MARGIN + place * (GROUP_WIDTH + GAP), colour)
    sheet.skip(ROWS * PITCH + 20)
    _key(sheet, array.event, colour, filled=True)
    _key(sheet, array.rest, EMPTY, filled=False)
    sheet.write(array.one_dot, SMALL, colour=QUIET)
    sheet.rule()
    if array.interval:
        sheet.write(array.interval, BODY, bold=True)
    write_certainty(sheet, array.row)
    sheet.rule()
    write_foot(sheet, array.sources, array.disclaimer)
    return sheet


def centres(left: float, top: float) -> Points:
    """The centres of a thousand dots, row by row."""
    places = (divmod(number, COLUMNS) for number in range(DOTS))
    return tuple((left + (column + 0.5) * PITCH, top + (row + 0.5) * PITCH) for row, column in places)


def parted(points: Points, arm: Arm) -> tuple[Points, Points]:
    """The dots with the event and those without."""
    return points[: arm.events], points[arm.events :]


def _group(sheet: Sheet, arm: Arm, left: float, colour: str) -> None:
    struck, spared = parted(centres(left, sheet.y), arm)
    for points, tint, filled in ((struck, colour, True), (spared, EMPTY, False)):
        if points:
            sheet.marks.append(Dots(centres=points, radius=RADIUS, colour=tint, filled=filled))


def _key(sheet: Sheet, text: str, colour: str, *, filled: bool) -> None:
    centre = (MARGIN + 12, sheet.y + BODY * 0.58)
    sheet.marks.append(Dots(centres=(centre,), radius=11, colour=colour, filled=filled))
    sheet.write(text, BODY, x=MARGIN + 40, width=INNER - 40)
