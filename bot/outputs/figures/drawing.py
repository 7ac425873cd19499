"""Pictures of a plan: its forest plots, then its icon arrays, each with its alternative text as caption."""

from __future__ import annotations

from threading import Lock

from bot.answering.messages import Messages
from bot.answering.select import Plan
from bot.outputs.figures.contents import forest_plots, icon_arrays
from bot.outputs.figures.forest import lay_out_forest
from bot.outputs.figures.icons import lay_out_icons
from bot.outputs.figures.svg import as_svg
from bot.outputs.figures.words import Words
from knowledge.evidence.library import Library
from knowledge.evidence.models import Frozen

_DRAWING = Lock()
"""matplotlib promises nothing to threads that draw at once."""


class Figure(Frozen):
    """A picture ready to send."""

    name: str
    """What it is, for a file name: `forest-plot-1`, `icon-array-1`."""
    png: bytes
    caption: str
    """Alternative text: the same numbers in words, in the reader's language; at most 1,024 characters."""


class Inline(Frozen):
    """A picture to stand in a page."""

    name: str
    svg: str
    """Markup without style; it is read out as its caption."""
    caption: str


def inline_figures(plan: Plan, library: Library, messages: Messages) -> tuple[Inline, ...]:
    """The same figures as `draw_figures` gives, for a page; some milliseconds, once the letters are loaded."""
    words = Words(messages, library.terminology)
    figures: list[Inline] = []
    with _DRAWING:
        for number, plot in enumerate(forest_plots(plan, library, messages), start=1):
            svg = as_svg(lay_out_forest(plot, words), plot.caption)
            figures.append(Inline(name=f"forest-plot-{number}", svg=svg, caption=plot.caption))
        for number, array in enumerate(icon_arrays(plan, library, messages), start=1):
            svg = as_svg(lay_out_icons(array), array.caption)
            figures.append(Inline(name=f"icon-array-{number}", svg=svg, caption=array.caption))
    return tuple(figures)


def draw_figures(plan: Plan, library: Library, messages: Messages) -> tuple[Figure, ...]:
    """The figures of a plan in the language of the messages; none if no source gives an effect estimate."""
    words = Words(messages, library.terminology)
    figures: list[Figure] = []
    with _DRAWING:
        for number, plot in enumerate(forest_plots(plan, library, messages), start=1):
            picture = lay_out_forest(plot, words).png()
            figures.append(Figure(name=f"forest-plot-{number}", png=picture, caption=plot.caption))
        for number, array in enumerate(icon_arrays(plan, library, messages), start=1):
            picture = lay_out_icons(array).png()
            figures.append(Figure(name=f"icon-array-{number}", png=picture, caption=array.caption))
    return tuple(figures)
