"""The pictures: same input same bytes, nothing cut off or overlapping, a thousand dots, colours that can be seen."""

from __future__ import annotations

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import CircleCollection
from matplotlib.colors import to_rgb
from matplotlib.image import imread

from bot.answering.messages import Messages, messages_in
from bot.answering.select import Plan
from bot.outputs.figures import draw_figures
from bot.outputs.figures.contents import forest_plots, icon_arrays
from bot.outputs.figures.forest import lay_out_forest
from bot.outputs.figures.icons import centres, lay_out_icons, parted
from bot.outputs.figures.lettering import text_width, wrapped
from bot.outputs.figures.models import DOTS, Arm
from bot.outputs.figures.sheet import (
    BAND,
    BLUE,
    EMPTY,
    GROUND,
    INK,
    QUIET,
    VERMILION,
    WIDTH,
    Sheet,
)
from bot.outputs.figures.words import Words
from knowledge.evidence.library import Library
from tests.bot.figures.plans import COCHRANE, HARMS, OLDER, PREGNANT, plans

SMALLEST_READABLE = 22


@pytest.fixture(scope="module")
def shipped(founding: Library) -> Library:
    """The founding cards, whose content these tests know."""
    return founding


def sheets(plan: Plan, library: Library, messages: Messages) -> list[Sheet]:
    words = Words(messages, library.terminology)
    plots = [lay_out_forest(plot, words) for plot in forest_plots(plan, library, messages)]
    return plots + [lay_out_icons(array) for array in icon_arrays(plan, library, messages)]


@pytest.mark.parametrize("language", ["en", "de", "fi"], indirect=True)
def test_no_text_is_cut_off_or_overlaps_another(shipped: Library, messages: Messages) -> None:
    for plan in plans(shipped):
        for sheet in sheets(plan, shipped, messages):
            drawing = sheet.drawing()
            assert isinstance(drawing.canvas, FigureCanvasAgg)
            renderer = drawing.canvas.get_renderer()
            boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in drawing.findobj(match=is_text)]
            assert len(boxes) == len(sheet.words)
            for text, box in boxes:
                assert box.x0 > 0 and box.x1 < WIDTH and box.y0 > 0 and box.y1 < sheet.height, text
            for (one, first), (other, second) in combinations(boxes, 2):
                apart = first.x1 <= second.x0 or second.x1 <= first.x0 or first.y1 <= second.y0 or second.y1 <= first.y0
                assert apart, (one, other)


def is_text(artist: object) -> bool:
    return type(artist).__name__ == "Text" and bool(artist.get_text())  # type: ignore[attr-defined]


def test_every_text_is_large_enough_for_a_phone(shipped: Library) -> None:
    for sheet in sheets(OLDER, shipped, messages_in("de")):
        assert min(word.size for word in sheet.words) >= SMALLEST_READABLE
        assert sheet.height <= 2.2 * WIDTH


def test_every_sign_drawn_is_in_the_typeface(shipped: Library, messages: Messages) -> None:
    from matplotlib import get_data_path
    from matplotlib.ft2font import FT2Font

    known = FT2Font(f"{get_data_path()}/fonts/ttf/DejaVuSans.ttf").get_charmap()
    for plan in plans(shipped):
        for sheet in sheets(plan, shipped, messages):
            assert [sign for word in sheet.words for sign in word.text if ord(sign) not in known] == []


def test_the_same_plan_gives_the_same_bytes(shipped: Library) -> None:
    first, again = (draw_figures(OLDER, shipped, messages_in("nb")) for _ in range(2))
    assert first == again
    with ThreadPoolExecutor(2) as pool:
        drawn = list(pool.map(lambda _: draw_figures(OLDER, shipped, messages_in("nb")), range(2)))
    assert drawn == [first] * 2


def test_the_pictures_are_png_of_one_width_and_carry_no_trace_of_the_machine(shipped: Library) -> None:
    figures = draw_figures(OLDER, shipped, messages_in("sv"))
    assert [figure.name for figure in figures] == ["forest-plot-1", "forest-plot-2", "icon-array-1"]
    for figure in figures:
        height, width = imread(io.BytesIO(figure.png)).shape[:2]
        assert width == WIDTH
        assert height < 10 * width
        assert b"matplotlib" not in figure.png.lower()


def test_nothing_is_drawn_where_there_is_no_estimate(shipped: Library) -> None:
    assert draw_figures(PREGNANT, shipped, messages_in("en")) == ()


def test_asking_for_a_figure_loads_no_drawing_library() -> None:
    code = "import bot.outputs.figures, sys; print('matplotlib' in sys.modules)"
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root)
    assert done.stdout.strip() == "False", done.stderr


@given(events=st.integers(0, DOTS))
def test_the_dots_of_a_group_are_always_a_thousand(events: int) -> None:
    arm = Arm(name="Placebo", events=events, count="")
    struck, spared = parted(centres(0, 0), arm)
    assert len(struck) == events == DOTS - arm.others
    assert len(struck) + len(spared) == DOTS == len({*struck, *spared})


def test_both_groups_of_an_array_are_drawn_in_full(shipped: Library) -> None:
    plan = Plan(short=(f"{COCHRANE}#serious-adverse-events",))
    array = icon_arrays(plan, shipped, messages_in("en"))[0]
    drawing = lay_out_icons(array).drawing()
    counts = [len(dots.get_offsets()) for dots in drawing.findobj(CircleCollection)]
    assert counts[:4] == [33, 967, 23, 977]


@given(
    text=st.text(alphabet="abc æøå%[]()0123456789–", max_size=120).map(lambda text: " ".join(text.split())),
    width=st.integers(150, 900),
)
def test_wrapping_keeps_every_sign_and_the_width(text: str, width: int) -> None:
    lines = wrapped(text, 30, width)
    assert "".join(lines).replace("\u00a0", "").replace(" ", "") == text.replace(" ", "")
    assert all(text_width(line, 30) <= width for line in lines)


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colour", [INK, QUIET, BLUE, VERMILION])
def test_words_stand_out_from_the_ground(colour: str) -> None:
    assert contrast(colour, GROUND) >= 4.5


@pytest.mark.parametrize(("mark", "ground"), [(BLUE, BAND), (INK, BAND), (EMPTY, GROUND), (VERMILION, GROUND)])
def test_marks_stand_out_from_what_is_behind_them(mark: str, ground: str) -> None:
    assert contrast(mark, ground) >= 3


def test_harms_are_coloured_apart_from_benefits(shipped: Library) -> None:
    harm = lay_out_icons(icon_arrays(HARMS, shipped, messages_in("en"))[0])
    benefit = lay_out_icons(icon_arrays(OLDER, shipped, messages_in("en"))[0])
    colours = [{mark.colour for mark in sheet.marks} for sheet in (harm, benefit)]
    assert VERMILION in colours[0] - colours[1]
    assert BLUE in colours[1] - colours[0]
