"""Lays out a forest plot: under each other the panels, each with an axis of its own, and the results without a number.

The words of a row stand above its band, not beside it, so that they can be large enough for a phone.
"""

from __future__ import annotations

from bot.answering.messages import sentence_case
from bot.outputs.figures.models import EstimateRow, ForestPlot, Panel, Row, gathered
from bot.outputs.figures.scale import Scale, scale_for
from bot.outputs.figures.sheet import BAND, BLUE, GRID, INK, INNER, MARGIN, QUIET, Dots, Shape, Sheet, Stroke
from bot.outputs.figures.words import Words, grade

HEADING, TITLE, BODY, SMALL, SMALLEST = 40.0, 34.0, 30.0, 26.0, 23.0
BAND_HEIGHT = 76.0
CIRCLE_PITCH = 27.0
INSET = 40.0
"""Room left and right of the axis, so that the numbers at its ends fit."""
LEFT = MARGIN + INSET
LENGTH = INNER - 2 * INSET


def lay_out_forest(plot: ForestPlot, words: Words) -> Sheet:
    """The plot on a sheet."""
    sheet = Sheet()
    sheet.write(plot.heading, HEADING, bold=True)
    for panel in plot.panels:
        sheet.rule()
        _panel(sheet, panel, plot, words)
    if plot.absent:
        sheet.rule()
        sheet.write(plot.absent_title, TITLE, bold=True)
        for row in plot.absent:
            sheet.skip(14)
            _told(sheet, row, plot.heading)
    if plot.numberless:
        sheet.rule()
        for said, results in gathered(plot.numberless).items():
            sheet.write(f"{said}: {results}", SMALL, colour=QUIET)
    sheet.rule()
    if plot.legend:
        sheet.write("     ".join(f"{sign}\u00a0{_joined(text)}" for sign, text in plot.legend), SMALL, colour=QUIET)
        sheet.skip(12)
    write_foot(sheet, plot.sources, plot.disclaimer)
    return sheet


def write_foot(sheet: Sheet, sources: tuple[str, ...], disclaimer: str) -> None:
    """The sources, and what the figure is no substitute for: pictures are passed on without their answer."""
    for source in sources:
        sheet.write(source, SMALL, colour=QUIET)
    sheet.skip(10)
    sheet.write(disclaimer, SMALLEST, colour=QUIET)


def write_certainty(sheet: Sheet, row: Row) -> None:
    """How sure a row is, as GRADE's four circles and in words, what it rests on, and its citation mark."""
    filled = grade(row.certainty)
    room = 4 * CIRCLE_PITCH + 8 if filled else 0
    for place in range(4 if filled else 0):
        centre = (MARGIN + (place + 0.5) * CIRCLE_PITCH, sheet.y + BODY * 0.6)
        sheet.marks.append(Dots(centres=(centre,), radius=10, colour=QUIET, filled=place < filled))
    text = ", ".join(part for part in (sentence_case(row.certainty_text), row.basis) if part)
    sheet.write(f"{text} [{row.citation}]", BODY, colour=QUIET, x=MARGIN + room, width=INNER - room)


def _told(sheet: Sheet, row: Row, heading: str) -> None:
    sheet.write(row.label, BODY)
    if row.comparison != heading:
        sheet.write(row.comparison, BODY, colour=QUIET)
    sheet.write(row.text, BODY, bold=True)
    write_certainty(sheet, row)


def _panel(sheet: Sheet, panel: Panel, plot: ForestPlot, words: Words) -> None:
    scale = scale_for([number for row in panel.rows for number in row.drawn], panel.rows[0].measure)
    scale = scale.model_copy(update={"mirrored": panel.mirrored})
    sheet.write(panel.title, TITLE, bold=True)
    for number, row in enumerate(panel.rows):
        sheet.skip(24 if number else 8)
        _told(sheet, row, plot.heading if row.no_effect is not None else row.comparison)
        sheet.skip(12)
        _band(sheet, row, scale)
        sheet.skip(BAND_HEIGHT)
    _ticks(sheet, scale, words)
    sheet.write(panel.axis_label, SMALL, colour=QUIET, align="center")
    if panel.left:
        sheet.skip(6)
        sheet.beside(((f"←\u00a0{panel.left}", "left"), (f"{panel.right}\u00a0→", "right")), SMALL)
    if panel.note:
        sheet.write(panel.note, SMALL, colour=QUIET)


def place(value: float, scale: Scale) -> float:
    """How far from the left edge of the sheet a value lies."""
    return LEFT + LENGTH * scale.position(value)


def _band(sheet: Sheet, row: EstimateRow, scale: Scale) -> None:
    """A strip of the axis with the estimate, its interval and the line of no difference."""
    top, bottom = sheet.y, sheet.y + BAND_HEIGHT
    middle = (top + bottom) / 2
    marks = sheet.marks
    marks.append(_box(MARGIN, top, MARGIN + INNER, bottom, BAND))
    for tick in scale.ticks:
        marks.append(Stroke(x=(place(tick, scale),) * 2, y=(top, bottom), colour=GRID, width=2))
    if row.no_effect is None:
        assert row.low is not None and row.high is not None  # a range has both
        marks.append(_box(place(row.low, scale), middle - 13, place(row.high, scale), middle + 13, BLUE))
        return
    marks.append(Stroke(x=(place(row.no_effect, scale),) * 2, y=(top, bottom), colour=INK, width=3, dashed=True))
    if row.low is not None and row.high is not None:
        ends = (place(row.low, scale), place(row.high, scale))
        marks.append(Stroke(x=ends, y=(middle, middle), colour=BLUE, width=6))
        marks.extend(Stroke(x=(end, end), y=(middle - 14, middle + 14), colour=BLUE, width=6) for end in ends)
    if row.value is not None:
        x = place(row.value, scale)
        diamond = ((x - 19, middle), (x, middle - 19), (x + 19, middle), (x, middle + 19))
        marks.append(
            Shape(corners=diamond, colour=BLUE) if row.pooled else _box(x - 14, middle - 14, x + 14, middle + 14, BLUE)
        )


def _ticks(sheet: Sheet, scale: Scale, words: Words) -> None:
    sheet.skip(6)
    top = sheet.y
    reach = LENGTH / (len(scale.ticks) - 1)
    for tick in scale.ticks:
        sheet.y = top
        sheet.write(words.tick(tick), SMALL, x=place(tick, scale) - reach / 2, width=reach, align="center")


def _box(left: float, top: float, right: float, bottom: float, colour: str) -> Shape:
    return Shape(corners=((left, top), (right, top), (right, bottom), (left, bottom)), colour=colour)


def _joined(text: str) -> str:
    """A text whose words stay on one line."""
    return text.replace(" ", "\u00a0")
