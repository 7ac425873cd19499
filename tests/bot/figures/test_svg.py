"""A figure in a page: the words and marks of the picture, no inline style, read out as its caption."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from bot.outputs.figures.sheet import Dots, Shape, Sheet, Stroke
from bot.outputs.figures.svg import as_svg

SVG = "{http://www.w3.org/2000/svg}"


def drawn() -> str:
    sheet = Sheet()
    sheet.write("Fewer <cramps> & more", 24, bold=True)
    sheet.write("right", 20, align="right")
    sheet.rule()
    sheet.marks += [Shape(corners=((0, 0), (10, 0), (5, 8)), colour="#0063A0"),
                    Stroke(x=(1, 2), y=(3, 4), colour="#14181D", width=2, dashed=True),
                    Dots(centres=((5, 5), (9, 5)), radius=3, colour="#C04A00", filled=False)]
    return as_svg(sheet, 'A "caption" <of it>')


def test_words_and_marks_stand_in_the_picture() -> None:
    root = ElementTree.fromstring(drawn())
    assert [text.text for text in root.iter(f"{SVG}text")] == ["Fewer <cramps> & more", "right"]
    ring, inside = root.iter(f"{SVG}path")
    assert ring.get("d") == inside.get("d") == "m5 5h0m4 0h0"
    assert (ring.get("stroke-width"), inside.get("stroke-width")) == ("7.5", "4.5")
    assert len(list(root.iter(f"{SVG}polygon"))) == 1
    assert root.get("role") == "img" and root.get("aria-label") == 'A "caption" <of it>'


def test_no_style_and_no_script_is_in_it() -> None:
    assert not re.search(r"style|class=|<script|href|url\(", drawn())


def test_letters_keep_the_width_they_were_measured_with() -> None:
    widths = [float(str(text.get("textLength"))) for text in ElementTree.fromstring(drawn()).iter(f"{SVG}text")]
    assert widths[0] > widths[1] > 10
