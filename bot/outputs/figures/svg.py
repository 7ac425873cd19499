"""A sheet as SVG: every property an attribute, so that it may stand in a page that forbids inline style.

Letters keep the width they were measured with, whatever fonts the reader has.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from bot.outputs.figures.lettering import text_width
from bot.outputs.figures.sheet import GROUND, RULE, WIDTH, Dots, Shape, Sheet, Stroke, Word

ANCHORS = {"left": "start", "center": "middle", "right": "end"}
RING = 1.5
"""How thick the line of a hollow dot is."""
FONTS = "DejaVu Sans, Verdana, sans-serif"


def as_svg(sheet: Sheet, caption: str) -> str:
    """The sheet as a picture that is read out as its caption."""
    height = sheet.height
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-label={quoteattr(caption)} font-family="{FONTS}">',
        f'<rect x="1" y="1" width="{WIDTH - 2}" height="{height - 2}" fill="{GROUND}" stroke="{RULE}" '
        'stroke-width="2"/>',
        *map(_mark, sheet.marks),
        *map(_word, sheet.words),
        "</svg>",
    ]
    return "".join(parts)


def _mark(mark: Shape | Stroke | Dots) -> str:
    if isinstance(mark, Shape):
        corners = " ".join(f"{_short(x)},{_short(y)}" for x, y in mark.corners)
        return f'<polygon points="{corners}" fill="{mark.colour}"/>'
    if isinstance(mark, Stroke):
        dashes = f' stroke-dasharray="{3 * mark.width:g} {2 * mark.width:g}"' if mark.dashed else ""
        (x1, x2), (y1, y2) = mark.x, mark.y
        return (f'<line x1="{_short(x1)}" y1="{_short(y1)}" x2="{_short(x2)}" y2="{_short(y2)}" '
                f'stroke="{mark.colour}" stroke-width="{mark.width:g}"{dashes}/>')
    return _dots(mark)


def _dots(mark: Dots) -> str:
    """Dots as lines without length and with round ends: a field of a thousand weighs a fifth of as many circles."""
    path, (before_x, before_y) = "", (0.0, 0.0)
    for x, y in mark.centres:
        step_x, step_y = round(x - before_x, 2), round(y - before_y, 2)
        path += f"m{_short(step_x)} {_short(step_y)}h0"
        before_x, before_y = before_x + step_x, before_y + step_y  # where it now is, not where it should be
    widths = [(mark.colour, 2 * mark.radius)] if mark.filled else [
        (mark.colour, 2 * mark.radius + RING), (GROUND, 2 * mark.radius - RING)]
    return "".join(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{_short(width)}" '
                   'stroke-linecap="round"/>' for colour, width in widths)


def _word(word: Word) -> str:
    weight = ' font-weight="bold"' if word.bold else ""
    width = text_width(word.text, word.size, word.bold)
    return (f'<text x="{_short(word.x)}" y="{_short(word.baseline)}" font-size="{word.size:g}"{weight} '
            f'fill="{word.colour}" text-anchor="{ANCHORS[word.align]}" textLength="{_short(width)}" '
            f'lengthAdjust="spacingAndGlyphs">{escape(word.text)}</text>')


def _short(length: float) -> str:
    written = f"{length:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
