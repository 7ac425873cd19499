"""A sheet as SVG: every property an attribute, so that it may stand in a page that forbids inline style.

Letters keep the width they were measured with, whatever fonts the reader has.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from bot.outputs.figures.lettering import text_width
from bot.outputs.figures.sheet import GROUND, RULE, WIDTH, Dots, Shape, Sheet, Stroke, Word

ANCHORS = {"left": "start", "center": "middle", "right": "end"}
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
    look = f'fill="{mark.colour}"' if mark.filled else f'fill="none" stroke="{mark.colour}" stroke-width="1.5"'
    circles = "".join(f'<circle cx="{_short(x)}" cy="{_short(y)}" r="{mark.radius:g}"/>' for x, y in mark.centres)
    return f"<g {look}>{circles}</g>"


def _word(word: Word) -> str:
    weight = ' font-weight="bold"' if word.bold else ""
    width = text_width(word.text, word.size, word.bold)
    return (f'<text x="{_short(word.x)}" y="{_short(word.baseline)}" font-size="{word.size:g}"{weight} '
            f'fill="{word.colour}" text-anchor="{ANCHORS[word.align]}" textLength="{_short(width)}" '
            f'lengthAdjust="spacingAndGlyphs">{escape(word.text)}</text>')


def _short(length: float) -> str:
    return f"{length:.2f}".rstrip("0").rstrip(".")
