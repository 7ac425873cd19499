"""A sheet of paper for a figure: it remembers what is placed where, and becomes a picture.

All lengths are pixels, from the upper left corner. Colours keep their contrast on the sheet's own pale ground, so that
a picture reads the same in a light and in a dark chat, and are told apart without seeing red or green.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from bot.outputs.figures.lettering import typeface, wrapped
from knowledge.evidence.models import Frozen

# matplotlib takes a second to load, and most runs of the program draw nothing: it is imported where it is used.
if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing

WIDTH = 1080
MARGIN = 48
INNER = WIDTH - 2 * MARGIN
LINE_HEIGHT = 1.32
ASCENT = 0.95

GROUND = "#F7F7F5"
BAND = "#E9EBEE"
RULE = "#C3C8CF"
GRID = "#CFD4DA"
INK = "#14181D"
QUIET = "#464D56"
BLUE = "#0063A0"
VERMILION = "#C04A00"
EMPTY = "#6F7883"

Align = Literal["left", "center", "right"]


class Word(Frozen):
    """One line of text."""

    text: str
    x: float
    baseline: float
    size: float
    bold: bool
    colour: str
    align: Align


class Stroke(Frozen):
    """A straight line."""

    x: tuple[float, float]
    y: tuple[float, float]
    colour: str
    width: float
    dashed: bool = False


class Shape(Frozen):
    """A filled polygon."""

    corners: tuple[tuple[float, float], ...]
    colour: str


class Dots(Frozen):
    """Circles of one size, filled or hollow."""

    centres: tuple[tuple[float, float], ...]
    radius: float
    colour: str
    filled: bool


class Sheet:
    """What has been placed so far, and `y`, below which is free."""

    def __init__(self) -> None:
        self.y: float = MARGIN
        self.words: list[Word] = []
        self.marks: list[Shape | Stroke | Dots] = []

    def write(
        self,
        text: str,
        size: float,
        *,
        bold: bool = False,
        colour: str = INK,
        x: float = MARGIN,
        width: float = INNER,
        align: Align = "left",
    ) -> None:
        """Write a text below what is there, wrapped to a width, and move down."""
        anchor = {"left": x, "center": x + width / 2, "right": x + width}[align]
        for line in wrapped(text, size, width, bold=bold):
            self.words.append(
                Word(
                    text=line,
                    x=anchor,
                    baseline=self.y + ASCENT * size,
                    size=size,
                    bold=bold,
                    colour=colour,
                    align=align,
                )
            )
            self.y += LINE_HEIGHT * size

    def beside(
        self,
        texts: Sequence[tuple[str, Align]],
        size: float,
        *,
        gap: float = 32,
        bold: bool = False,
        colour: str = INK,
    ) -> None:
        """Write texts in columns side by side and move below the longest."""
        top = self.y
        width = (INNER - gap * (len(texts) - 1)) / len(texts)
        ends = []
        for column, (text, align) in enumerate(texts):
            self.y = top
            left = MARGIN + column * (width + gap)
            self.write(text, size, bold=bold, colour=colour, x=left, width=width, align=align)
            ends.append(self.y)
        self.y = max(ends)

    def skip(self, height: float) -> None:
        """Leave room."""
        self.y += height

    def rule(self) -> None:
        """A thin line across, with room around it."""
        self.skip(22)
        self.marks.append(Stroke(x=(MARGIN, WIDTH - MARGIN), y=(self.y, self.y), colour=RULE, width=2))
        self.skip(22)

    @property
    def height(self) -> int:
        """Height of the sheet with a margin below."""
        return round(self.y + MARGIN)

    def drawing(self) -> Drawing:
        """The sheet as a figure of matplotlib, without `pyplot`, whose state threads would share."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.collections import CircleCollection
        from matplotlib.figure import Figure as Drawing
        from matplotlib.lines import Line2D
        from matplotlib.patches import Polygon, Rectangle
        from matplotlib.text import Text
        from matplotlib.transforms import IdentityTransform

        height, pixels = self.height, IdentityTransform()
        drawing = Drawing(figsize=(WIDTH / 72, height / 72), dpi=72, facecolor=GROUND)
        FigureCanvasAgg(drawing)
        frame = Rectangle((1, 1), WIDTH - 2, height - 2, fill=False, edgecolor=RULE, linewidth=2, transform=pixels)
        drawing.add_artist(frame)
        for order, mark in enumerate(self.marks, start=1):
            if isinstance(mark, Shape):
                corners = [(x, height - y) for x, y in mark.corners]
                drawing.add_artist(
                    Polygon(corners, closed=True, color=mark.colour, linewidth=0, transform=pixels, zorder=order)
                )
            elif isinstance(mark, Stroke):
                drawing.add_artist(
                    Line2D(
                        mark.x,
                        [height - y for y in mark.y],
                        color=mark.colour,
                        linewidth=mark.width,
                        linestyle=(0, (3, 2)) if mark.dashed else "-",
                        transform=pixels,
                        zorder=order,
                    )
                )
            else:
                drawing.add_artist(
                    CircleCollection(
                        [3.14159265 * mark.radius**2],
                        offsets=[(x, height - y) for x, y in mark.centres],
                        offset_transform=pixels,
                        facecolors=mark.colour if mark.filled else "none",
                        edgecolors=mark.colour,
                        linewidths=0 if mark.filled else 1.5,
                        zorder=order,
                    )
                )
        for word in self.words:
            drawing.add_artist(
                Text(
                    word.x,
                    height - word.baseline,
                    word.text,
                    color=word.colour,
                    fontproperties=typeface(word.size, word.bold),
                    horizontalalignment=word.align,
                    verticalalignment="baseline",
                    parse_math=False,
                    usetex=False,
                    transform=pixels,
                    zorder=len(self.marks) + 1,
                )
            )
        return drawing

    def png(self) -> bytes:
        """The sheet as a picture; the same sheet always gives the same bytes."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg

        drawing = self.drawing()
        assert isinstance(drawing.canvas, FigureCanvasAgg)
        buffer = io.BytesIO()
        drawing.canvas.print_png(buffer, metadata={"Software": None})  # type: ignore[no-untyped-call]
        return buffer.getvalue()
