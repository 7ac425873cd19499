"""Pictures of a plan: its forest plots, then its icon arrays, each with its alternative text as caption."""

from __future__ import annotations

from threading import Lock

from bot.figures.contents import forest_plots, icon_arrays
from bot.figures.forest import lay_out_forest
from bot.figures.icons import lay_out_icons
from bot.figures.words import Words
from bot.messages import Messages
from bot.plan import Plan
from knowledge.library import Library
from knowledge.models import Frozen

_DRAWING = Lock()
"""matplotlib promises nothing to threads that draw at once."""


class Figure(Frozen):
    """A picture ready to send."""

    name: str
    """What it is, for a file name: `forest-plot-1`, `icon-array-1`."""
    png: bytes
    caption: str
    """Alternative text: the same numbers in words, in the reader's language; at most 1,024 characters."""


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
