"""PDF: the words of each page in reading order, column by column, with the number of the page.

A page that is a picture, or whose letters have no meaning to a machine, is named as what could not be read.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from knowledge.errors import SourceError
from knowledge.evidence.vocabulary import Frozen
from knowledge.sources.readers.bibliography import SUBSCRIPTS, SUPERSCRIPTS, clean, raised
from knowledge.sources.readers.files import read_bytes

MOST_PAGES = 500
"""A longer one is a book, and no answer or product text."""
NARROWEST_GUTTER = 7.0
"""Points between two columns; spaces between words are narrower."""
FEWEST_LINES = 4
"""Lines that must stand on both sides of a gutter for a page to have columns."""
FEWEST_WORDS = 3
"""Words on the average line of running text."""
FULL_LINE = 0.6
"""Share of a column's width that a full line takes."""
MOST_LETTERS = 60_000
"""Letters of one page; no page has more."""
LETTER_GAP = 0.2
"""Share of a letter's size that may lie between two letters of a word."""
IMAGE = raw.FPDF_PAGEOBJ_IMAGE
HYPHENS = {0x02: "-", 0xFFFE: "-"}
"""What the library writes for a hyphen at the end of a line."""
LINE_TOLERANCE = 3.0
"""Points by which the tops of words on one line may differ."""
SMALL_RATIO = 0.8
"""How much smaller than its neighbour a raised or lowered figure is."""
PARAGRAPH_RATIO = 1.5
"""How much farther than usual a line lies below the one before where a paragraph begins."""
UNREADABLE = re.compile(r"\ufffd|[\ue000-\uf8ff]")


class Word(NamedTuple):
    """A word and where it stands, in points from the upper left corner of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


Row = list[Word]


class PdfText(Frozen):
    """The text of a document."""

    pages: tuple[tuple[str, ...], ...]
    """The lines of each page; an empty line where a paragraph ends."""
    title: str = ""
    faults: tuple[str, ...] = ()
    """Pages that could not be read, and what to do."""


def pdf_text(path: Path) -> PdfText:
    """The lines of a document. Raises `SourceError` for what cannot be opened, or holds no text at all."""
    try:
        document = pdfium.PdfDocument(read_bytes(path))
    except pdfium.PdfiumError as error:
        reason = "it is locked" if "assword" in str(error) else "it is damaged"
        raise SourceError(f"the PDF cannot be read ({reason}); save the page as text or HTML instead") from error
    with document:
        if len(document) > MOST_PAGES:
            raise SourceError(f"a PDF of {len(document)} pages; give one of at most {MOST_PAGES}")
        pages: list[tuple[str, ...]] = []
        faults: list[str] = []
        for number in range(1, len(document) + 1):
            lines, fault = _page(document, number)
            pages.append(tuple(lines))
            faults += [fault] if fault else []
        title = clean(document.get_metadata_value("Title"))
    if not any(line for page in pages for line in page):
        raise SourceError("the PDF holds no text, it may be scanned; have it recognised (OCR) or give the text itself")
    return PdfText(pages=tuple(pages), title=title, faults=tuple(faults))


def _page(document: Any, number: int) -> tuple[list[str], str]:
    try:
        page = document[number - 1]
        words = _words(page)
        pictures = not words and any(page.get_objects(filter=[IMAGE], max_depth=3))
    except pdfium.PdfiumError:
        return [], f"page {number} is damaged; save the document again"
    text = " ".join(word.text for word in words)
    if not text.strip():
        return [], f"page {number} is a picture without text; have its letters recognised (OCR)" if pictures else ""
    if len(UNREADABLE.findall(text)) * 5 > len(text.split()):
        return [], f"the letters of page {number} cannot be read; copy the text or have it recognised (OCR)"
    lines: list[str] = []
    for column in _columns(words, float(page.get_width())):
        lines += ([""] if lines else []) + list(_texts(column))
    return lines, ""


def _words(page: Any) -> list[Word]:
    """The words of a page in the order they were written in: letters that touch, on one line and of one size."""
    letters = page.get_textpage()
    height = float(page.get_height())
    words: list[Word] = []
    current: Word | None = None
    for place in range(min(letters.count_chars(), MOST_LETTERS)):
        sign = HYPHENS.get(code := raw.FPDFText_GetUnicode(letters, place)) or chr(code if code < 0x110000 else 0xFFFD)
        if sign.isspace() or code < 32 and code not in HYPHENS:
            words += [current] if current else []
            current = None
            continue
        left, below, right, above = letters.get_charbox(place, loose=True)
        letter = Word(sign, left, right, height - above, height - below, max(above - below, 0.1))
        if current and _touches(current, letter):
            current = current._replace(text=current.text + sign, right=max(current.right, right))
        else:
            words += [current] if current else []
            current = letter
    return [*words, *([current] if current else [])]


def _touches(word: Word, letter: Word) -> bool:
    """Whether a letter goes on with a word."""
    near = -0.5 * word.size < letter.left - word.right < LETTER_GAP * word.size
    same = abs(letter.size - word.size) <= (1 - SMALL_RATIO) * word.size
    return near and same and abs(letter.bottom - word.bottom) <= LINE_TOLERANCE


def _rows(words: Sequence[Word]) -> list[Row]:
    """Words on one line each; a raised or lowered figure stands on the line it overlaps."""
    rows: list[Row] = []
    for word in sorted(words, key=lambda word: (-word.size, word.top, word.left)):
        middle = (word.top + word.bottom) / 2
        home = next((row for row in rows if _holds(row[0], word, middle)), None)
        if home is None:
            rows.append([word])
        else:
            home.append(word)
    return sorted((sorted(row, key=lambda word: word.left) for row in rows), key=lambda row: _top(row))


def _holds(first: Word, word: Word, middle: float) -> bool:
    if abs(first.top - word.top) <= LINE_TOLERANCE or abs(first.bottom - word.bottom) <= LINE_TOLERANCE:
        return True
    return word.size < first.size * SMALL_RATIO and first.top - 1 <= middle <= first.bottom + 1


def _top(row: Row) -> float:
    return max(row, key=lambda word: word.size).top


def _columns(words: Sequence[Word], width: float) -> Iterator[list[Row]]:
    """Blocks of rows in reading order: what crosses the gutter parts the columns above from those below."""
    rows = _rows(words)
    gutter = _gutter(rows, width)
    if gutter is None:
        yield rows
        return
    band: list[Row] = []
    for row in rows:
        if any(word.left < gutter < word.right for word in row) or _spans(row, gutter):
            yield from _sides(band, gutter)
            band = []
            yield [row]
        else:
            band.append(row)
    yield from _sides(band, gutter)


def _sides(band: list[Row], gutter: float) -> Iterator[list[Row]]:
    words = [word for row in band for word in row]
    for side in ([w for w in words if w.right <= gutter], [w for w in words if w.left >= gutter]):
        if side:
            yield _rows(side)


def _spans(row: Row, gutter: float) -> bool:
    """Whether a row runs across the gutter with no more than a space there."""
    left = max((word.right for word in row if word.right <= gutter), default=None)
    right = min((word.left for word in row if word.left >= gutter), default=None)
    return left is not None and right is not None and right - left < NARROWEST_GUTTER


def _gutter(rows: list[Row], width: float) -> float | None:
    """Where two columns part, if the page has them: a strip that few rows cross, with running text on both sides."""
    place = _least_crossed(rows, width)
    if place is None:
        return None
    free = [row for row in rows if not _crosses(row, place)]
    left = _filled([word for word in row if word.right <= place] for row in free)
    right = _filled([word for word in row if word.left >= place] for row in free)
    crossing = len(rows) - len(free)
    if min(len(left), len(right)) < max(FEWEST_LINES, crossing) or not _beside(left, right):
        return None
    # A table of two columns has short cells; only running text is read down its column.
    return place if _is_running(left) and _is_running(right) else None


def _filled(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row]


def _least_crossed(rows: list[Row], width: float) -> float | None:
    """The strip in the middle of the page that the fewest rows cross; of several, the one between the others."""
    step = NARROWEST_GUTTER / 2
    places = [width * 0.3 + step * number for number in range(int(width * 0.4 / step))]
    crossed = {place: sum(_crosses(row, place) for row in rows) for place in places}
    fewest = min(crossed.values(), default=0)
    best = [place for place in places if crossed[place] == fewest]
    return best[len(best) // 2] if best else None


def _crosses(row: Row, place: float) -> bool:
    """Whether a row holds a word in the strip, or runs on across it."""
    near = NARROWEST_GUTTER / 2
    return any(word.left < place + near and word.right > place - near for word in row) or _spans(row, place)


def _beside(left: list[Row], right: list[Row]) -> bool:
    """Whether two columns stand beside each other, for at least half of the shorter."""
    tops = [[_top(row) for row in side] for side in (left, right)]
    common = min(max(tops[0]), max(tops[1])) - max(min(tops[0]), min(tops[1]))
    return common >= 0.5 * min(max(side) - min(side) for side in tops)


def _is_running(side: list[Row]) -> bool:
    """Whether a column holds sentences, not cells: several words on most lines, most of which fill it."""
    words = sum(map(len, side)) / len(side)
    edge, start = max(row[-1].right for row in side), min(row[0].left for row in side)
    full = sum(row[-1].right - start >= FULL_LINE * (edge - start) for row in side)
    return words >= FEWEST_WORDS and full * 2 >= len(side)


def _texts(rows: list[Row]) -> Iterator[str]:
    """The rows of a column as lines; an empty line where the next lies farther below than usual."""
    steps = sorted(_top(b) - _top(a) for a, b in itertools.pairwise(rows) if _top(b) - _top(a) > 1)
    usual_step = steps[len(steps) // 2] if steps else 0.0
    before: float | None = None
    for row in rows:
        if before is not None and usual_step and _top(row) - before > usual_step * PARAGRAPH_RATIO:
            yield ""
        yield _row_text(row)
        before = _top(row)


def _row_text(row: Row) -> str:
    """The words of a row; a small figure above or below the line is written as one."""
    largest = max(row, key=lambda word: word.size)
    said = ""
    for before, word in zip([None, *row], row, strict=False):
        small = word.size < largest.size * SMALL_RATIO and before is not None
        above = small and word.bottom < largest.bottom - 0.15 * largest.size
        text = raised(word.text, "sup" if above else "sub") if small else word.text
        touching = before is not None and word.left - before.right < 0.15 * largest.size
        joined = small and touching and set(text) <= SUPERSCRIPTS | SUBSCRIPTS
        said += text if joined or not said else f" {text}"
    return said
