"""Letters of a figure: which typeface, how wide a line is, and where lines break. All lengths are pixels."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

# matplotlib takes a second to load, and most runs of the program draw nothing: it is imported where it is used.
if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

UNPARTED = re.compile(r" (?=%|\[\d)|(?<=\d) (?=\w)")
"""Spaces at which no line may break: before a per cent sign or a citation mark, behind a number."""
BRACKETED = re.compile(r"\([^()]{1,45}\)")
"""A short bracket, such as an interval; it stays whole."""
SHORT_LINE = 0.4
"""A last line shorter than this part of the width is lengthened at the cost of those before."""


def wrapped(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """The text in as few lines as the width allows, and no lone word in the last."""
    lines = _filled(text, size, width, bold)
    narrower = width * 0.95
    while len(lines) > 1 and text_width(lines[-1], size, bold) < SHORT_LINE * width:
        tried = _filled(text, size, narrower, bold)
        if len(tried) > len(lines):
            break
        lines, narrower = tried, narrower - width * 0.05
    return lines


def _filled(text: str, size: float, width: float, bold: bool) -> list[str]:
    """The text in lines filled from the first; a word too long for a line is parted."""
    lines: list[str] = []
    line = ""
    for word in _words(text):
        candidate = f"{line} {word}" if line else word
        if text_width(candidate, size, bold) <= width:
            line = candidate
            continue
        if line:
            lines.append(line)
        while text_width(word, size, bold) > width:
            fitting = next(end for end in range(len(word) - 1, 0, -1) if text_width(word[:end], size, bold) <= width)
            lines.append(word[:fitting])
            word = word[fitting:]
        line = word
    return [*lines, line] if line else lines


def _words(text: str) -> list[str]:
    """The pieces between which a line may break."""
    whole = BRACKETED.sub(lambda bracket: bracket[0].replace(" ", "\u00a0"), text)
    return UNPARTED.sub("\u00a0", whole).split(" ")


@lru_cache(maxsize=4096)
def text_width(text: str, size: float, bold: bool = False) -> float:
    """Width of a line of text, measured as it is drawn."""
    from matplotlib.backends.backend_agg import RendererAgg

    renderer = RendererAgg(1, 1, 72)  # type: ignore[no-untyped-call]
    width, _, _ = renderer.get_text_width_height_descent(text, typeface(size, bold), False)  # type: ignore[no-untyped-call]
    return float(width)


@cache
def typeface(size: float, bold: bool) -> FontProperties:
    """DejaVu Sans as matplotlib brings it, whatever fonts and settings the machine has."""
    from pathlib import Path

    import matplotlib
    from matplotlib.font_manager import FontProperties

    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return FontProperties(fname=str(Path(matplotlib.get_data_path(), "fonts", "ttf", name)), size=size)
