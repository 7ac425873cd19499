"""Figures of the effect estimates behind an answer: a forest plot, and an icon array where they are counts per 1,000.

`contents` says what is drawn and refuses to put different measures on one axis, `scale` does the arithmetic of an
axis, `lettering` measures words and `sheet` places them, `forest` and `icons` lay the figures out, `drawing` makes the
pictures.
"""

from bot.outputs.figures.contents import has_figure
from bot.outputs.figures.drawing import Figure, Inline, draw_figures, inline_figures

__all__ = ["Figure", "Inline", "draw_figures", "has_figure", "inline_figures"]
