"""From a file to blocks of text, whatever its form: copied text, a saved page, DOCX, PDF, Markdown.

A block is a heading, a paragraph, an item of a list or a row of a table. What surrounds a page's text (menus, notices
on cookies, footers) is left out. Copied text and PDF have no marks for headings: there a short line without a full
stop in front of a longer text is one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, Literal
from zipfile import ZipFile

from knowledge.errors import SourceError
from knowledge.evidence.vocabulary import Frozen
from knowledge.sources.readers.bibliography import raised
from knowledge.sources.readers.files import plain_name, read_text

MARKDOWN = (".md", ".markdown")
LARGEST_DOCUMENT = 200_000_000
"""Bytes of all parts of a document of Word unpacked."""
HEADING_LENGTH = 80
"""Characters of the longest line that may be a heading."""
WRAPPED_WIDTH = 110
"""Characters of the longest line of a text whose lines were broken to fit a page."""
TABLE_ROWS = 3
"""So many short lines on end are rows of a table whose columns the file does not show."""
SHORT_LINE = 0.65
"""Share of a page's width below which a line ended before it was full."""
FURNITURE_TAGS = frozenset({
    "script", "style", "nav", "aside", "form", "button", "noscript", "template", "iframe", "svg", "select", "header",
    "footer",
})  # fmt: skip
BLOCK_TAGS = frozenset({
    "address", "article", "blockquote", "body", "dd", "details", "div", "dl", "dt", "fieldset", "figure", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead",
    "tr", "ul",
})  # fmt: skip
FURNITURE_NAMES = re.compile(r"cookie|consent|sr-only|skip|breadcrumb|sidebar|menu\b|share", re.IGNORECASE)
PAGE_NUMBER = re.compile(r"(?:(?:side|sida|page|s\.)\s*)?\d{1,3}(?:\s*(?:/|av|of|\|)\s*\d{1,3})?", re.IGNORECASE)
CELLS = re.compile(r"\s*\t\s*|\s+\|\s+")
ENTRY = re.compile(r"(?:\[?\d{1,3}[.)\]]\s+)+(?=[^\W\d_a-zæøåäö]|http|\d)|[•\-–]\s")
BREAK = "\x1e"
"""Stands for a `br`: the line breaks of an HTML file itself mean nothing."""
OwnLine = Callable[[str], Literal["alone", "begins", ""]]
"""Whether a line is the form's own: it belongs to no paragraph, or a paragraph begins with it."""
SENTENCE_END = (".", "?", "!", ":", ";")


class Block(Frozen):
    """One piece of a text."""

    kind: Literal["heading", "text", "row"]
    text: str
    """On one line; a row's cells are joined by a blank."""
    cells: tuple[str, ...] = ()
    after_gap: bool = True
    """Whether it is set off from what stands before it."""
    level: int = 0
    """Of a heading: 1 the highest, as far as the file says; 0 unknown."""
    page: int | None = None
    """Of a PDF, the page it begins on."""


class Page(Frozen):
    """A file as blocks."""

    blocks: tuple[Block, ...]
    title: str = ""
    """What the file calls itself."""
    around: str = ""
    """What stands around the text, for the number or address it may hold."""
    language: str = ""
    """As the file says."""
    faults: tuple[str, ...] = ()
    """What could not be read, such as a page of a PDF that is a picture."""
    is_marked_up: bool = True
    """Whether headings and tables are marked, or were told by the look of the lines."""


def is_page_file(name: str) -> bool:
    """Whether a file of this name is read by its form first: its bytes say nothing of its words."""
    return name.endswith((".html", ".htm", ".xhtml", ".mhtml", ".docx", ".pdf", *MARKDOWN))


def read_page(path: Path, own: OwnLine = lambda line: "") -> Page:
    """The file as blocks; `own` tells the lines that are the form's own. `SourceError` says what is wrong.

    A PDF whose pages hold no text (a scan) is an error, not an empty page.
    """
    name = plain_name(path)
    if name.endswith(".pdf"):
        return _pdf_page(path, own)
    if name.endswith(".docx"):
        return _word_page(path)
    text = read_text(path)
    if name.endswith(MARKDOWN):
        return _markdown_page(text)
    if is_page_file(name) or text.lstrip("\ufeff \r\n\t")[:200].lower().startswith(("<!doctype html", "<html")):
        return page_of_html(text)
    return plain_page(text, own)


def _markdown_page(text: str) -> Page:
    """Markdown as the page that it describes, its own HTML included."""
    from markdown_it import MarkdownIt

    return page_of_html(f"<html><body>{MarkdownIt('commonmark').enable('table').render(text)}</body></html>")


def plain_page(text: str, own: OwnLine = lambda line: "") -> Page:
    """Copied text as blocks."""
    return _plain_page(_evened_lines(text), own)


def _evened_lines(text: str) -> list[str]:
    # One kind of line end and of blank; letters composed, for some pages take å apart.
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return [_evened_line(line) for line in text.split("\n")]


def _evened_line(line: str) -> str:
    return unicodedata.normalize("NFC", line).replace("\u00a0", " ").replace("\u00ad", "").strip(" ")


# Copied text and PDF


def _pdf_page(path: Path, own: OwnLine) -> Page:
    """The blocks of a PDF with the page each begins on; what stands above every page is no part of the text."""
    from knowledge.sources.readers.pdf_text import pdf_text

    found = pdf_text(path)
    pages = _without_heads_and_numbers([[_evened_line(line) for line in page] for page in found.pages])
    # A sentence that ends with its page ends its paragraph too.
    ended = [page + [""] if page and page[-1].endswith(SENTENCE_END) else page for page in pages]
    read = _plain_page([line for page in ended for line in page], own, wrapped=True)
    blocks = tuple(_with_page_numbers(read.blocks, pages))
    return read.model_copy(update={"blocks": blocks, "title": found.title, "faults": found.faults})


def _without_heads_and_numbers(pages: list[list[str]]) -> list[list[str]]:
    """The pages without their numbers, and all but the first without a line that stands above two pages on end."""
    repeated = {one for one, other in pairwise([page[0] for page in pages if page]) if one == other}
    bodies = [page[1:] if number and page and page[0] in repeated else page for number, page in enumerate(pages)]
    return [[line for line in page if not PAGE_NUMBER.fullmatch(line)] for page in bodies]


def _with_page_numbers(blocks: Iterable[Block], pages: list[list[str]]) -> Iterator[Block]:
    """Each block with the number of the page its first words stand on, looked for from where the last one stood."""
    texts = [" ".join(" ".join(page).split()) for page in pages]
    number = 0
    for block in blocks:
        begins = " ".join(block.text.split()[:4])
        number = next((place for place in range(number, len(texts)) if begins in texts[place]), number)
        yield block.model_copy(update={"page": number + 1})


def _plain_page(lines: list[str], own: OwnLine, *, wrapped: bool = False) -> Page:
    width = max(map(len, lines), default=0)
    wrapped = wrapped or _is_wrapped(lines, width)
    blocks = list(_table_rows(_joined(lines, width, own) if wrapped else _blocks_of_lines(lines)))
    return Page(blocks=tuple(_with_headings(blocks, own)), is_marked_up=False)


def _is_wrapped(lines: list[str], width: int) -> bool:
    """Whether the lines were broken to fit a page, so that a paragraph is several of them."""
    broken = sum(
        len(line) > SHORT_LINE * width and not line.endswith(SENTENCE_END) and following[:1].islower()
        for line, following in pairwise(lines)
    )
    return width <= WRAPPED_WIDTH and broken >= 3


def _blocks_of_lines(lines: Iterable[str]) -> Iterator[Block]:
    gap = True
    for line in lines:
        if line.strip():
            yield Block(kind="text", text=line, after_gap=gap)
        gap = not line.strip()


def _joined(lines: list[str], width: int, own: OwnLine) -> Iterator[Block]:
    """The paragraphs of lines that were broken to fit a page."""
    words = {word.lower() for line in lines for word in re.findall(r"[^\W\d_]+", line)}
    held, last, gap_before, gap = "", "", True, True
    for line in lines:
        if not line:
            gap = True
            continue
        if held and (gap or _starts_anew(held, last, line, width, own)):
            yield Block(kind="text", text=held, after_gap=gap_before)
            held = ""
        held, gap_before = (_hyphenless(held, line, words), gap_before) if held else (line, gap)
        last, gap = line, False
    if held:
        yield Block(kind="text", text=held, after_gap=gap_before)


def _starts_anew(held: str, last: str, line: str, width: int, own: OwnLine) -> bool:
    if own(line) or own(held) == "alone" or ENTRY.match(line):
        return True
    # The line before ended early: a heading, the end of a paragraph, or a row of a table.
    return len(last) < SHORT_LINE * width and not line[:1].islower() and not last.endswith((",", "-"))


def _hyphenless(held: str, line: str, words: set[str]) -> str:
    """The two lines as one, a word divided between them put together where the text has it whole elsewhere."""
    end, start = re.search(r"([^\W\d_]+)-$", held), re.match(r"[^\W\d_]+", line)
    if end and start and f"{end[1]}{start[0]}".lower() in words:
        return held[:-1] + line
    return held + line if end and start and start[0].islower() else f"{held} {line}"


def _table_rows(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, lines with tabs or bars between their cells made rows."""
    for block in blocks:
        cells = tuple(cell.strip() for cell in CELLS.split(block.text.strip("| \t")))
        if len(cells) > 1 and all(cells):
            yield block.model_copy(update={"kind": "row", "text": " ".join(cells), "cells": cells})
        else:
            yield block.model_copy(update={"text": " ".join(block.text.split(" "))})


def _with_headings(blocks: list[Block], own: OwnLine) -> Iterator[Block]:
    """The blocks, those that look like a heading marked; three such lines or more on end are rows of a table."""
    looks = [_looks_like_heading(blocks, place) and not own(block.text) for place, block in enumerate(blocks)]
    for looks_alike, run in groupby(zip(looks, blocks, strict=True), key=lambda pair: pair[0]):
        held = [block for _, block in run]
        for block in held:
            if looks_alike and len(held) >= TABLE_ROWS:
                yield block.model_copy(update={"kind": "row", "cells": (block.text,)})
            else:
                yield block.model_copy(update={"kind": "heading"}) if looks_alike else block


def _looks_like_heading(blocks: list[Block], place: int) -> bool:
    block = blocks[place]
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    if block.kind != "text" or len(block.text) > HEADING_LENGTH or following is None:
        return False
    if block.text[:1].islower() or block.text.endswith((".", ":", ";", ",", "!")):
        return False
    if block.text.endswith("?") and (following.after_gap or len(following.text) < len(block.text)):
        return False
    return following.kind == "row" or len(following.text) > len(block.text) or not following.after_gap


# DOCX


def _word_page(path: Path) -> Page:
    from docx import Document as read_docx

    try:
        _refuse_large(path)
        document = read_docx(str(path))
        blocks = tuple(_word_blocks(document))
        title = document.core_properties.title or ""
    except SourceError:
        raise
    except Exception as error:  # the library raises whatever its parts raise; each means the same here
        reason = " ".join(str(error).split())[:100] or type(error).__name__
        raise SourceError(f"the DOCX file cannot be read ({reason}); save it again, or as text") from error
    return Page(blocks=blocks, title=title)


def _word_blocks(document: Any) -> Iterator[Block]:
    """The paragraphs and the rows of tables of a document of Word, in their order."""
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    for item in document.iter_inner_content():
        if isinstance(item, Table):
            for row in item.rows:
                # A cell that spans several columns is listed once for each.
                cells = {id(cell._tc): cell for cell in row.cells}.values()
                yield _row([_paragraph(part) for cell in cells for part in cell.paragraphs])
        elif isinstance(item, Paragraph) and item.text.strip():
            level = _heading_level(item)
            kind: Literal["heading", "text"] = "text" if level is None else "heading"
            yield Block(kind=kind, text=_one_line(_paragraph(item)), level=level or 0)


def _heading_level(item: Any) -> int | None:
    """The level of a heading, by the digit at the end of its style's name; None for what is no heading."""
    style = (item.style.name or "") if item.style is not None else ""
    if not style.startswith(("Heading", "Title")):
        return None
    digit = re.search(r"\d$", style)
    return int(digit[0]) if digit else 1


def _refuse_large(path: Path) -> None:
    """Raise `SourceError` for a document whose parts unpack to more than any text has."""
    with ZipFile(path) as parts:
        if sum(part.file_size for part in parts.infolist()) > LARGEST_DOCUMENT:
            raise SourceError(f"larger than {LARGEST_DOCUMENT // 1_000_000} MB unpacked; save the text alone")


def _paragraph(item: Any) -> str:
    """The text of a paragraph, raised and lowered figures in their place."""
    said = []
    for part in item.iter_inner_content():
        for run in getattr(part, "runs", [part]):
            place = "sup" if run.font.superscript else "sub" if run.font.subscript else ""
            said.append(raised(run.text, place) if place else run.text)
    return "".join(said)


def _row(cells: Iterable[str]) -> Block:
    told = tuple(_one_line(cell) for cell in cells)
    return Block(kind="row", text=_one_line(" ".join(told)), cells=told)


def _one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).replace("\u00ad", "").replace(BREAK, " ").split())


# Saved pages


def page_of_html(text: str) -> Page:
    """The blocks of a page's HTML."""
    from lxml import etree, html

    try:
        root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff")))
    except (etree.ParserError, ValueError) as error:
        raise SourceError(f"the page cannot be read ({error}); copy its text into a text file") from error
    main = next(iter(root.xpath("//main | //article[not(ancestor::main)]")), None)
    place = main if main is not None else root.find("body")
    blocks = list(_web_blocks(place, inside=main is not None)) if place is not None else []
    saved = re.search(r"saved from url=\(\d+\)(\S+)", text)
    links = root.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    around = " ".join([*(f" {saved[1]} " if saved else "",), *links, "\n", "\n".join(_lines_of(root))])
    return Page(
        blocks=tuple(blocks), title=_one_line(root.findtext(".//title") or ""), around=around,
        language=root.get("lang", ""),
    )  # fmt: skip


def _is_furniture(element: Any, inside: bool) -> bool:
    if not isinstance(element.tag, str):
        return True
    if element.tag in FURNITURE_TAGS and not (element.tag == "header" and inside):
        return True
    if element.get("role") in ("dialog", "navigation", "banner", "contentinfo", "search"):
        return True
    return bool(FURNITURE_NAMES.search(f"{element.get('class', '')} {element.get('id', '')}"))


def _web_blocks(element: Any, inside: bool) -> Iterator[Block]:
    """The blocks of an element in the order of reading."""
    loose = [element.text or ""]
    for child in element:
        if _is_furniture(child, inside):
            loose.append(child.tail or "")
        elif child.tag in BLOCK_TAGS:
            yield from _text_blocks("".join(loose))
            yield from _web_block(child, inside)
            loose = [child.tail or ""]
        else:
            loose += [_within(child), child.tail or ""]
    yield from _text_blocks("".join(loose))


def _web_block(element: Any, inside: bool) -> Iterator[Block]:
    tag = element.tag
    if re.fullmatch(r"h[1-6]", tag):
        if text := _one_line(_inline(element)):
            yield Block(kind="heading", text=text, level=int(tag[1]))
    elif tag == "tr":
        yield _row([_inline(cell) for cell in element if isinstance(cell.tag, str) and cell.tag in ("td", "th")])
    elif tag == "li" and not any(child.tag in BLOCK_TAGS for child in element):
        if text := _list_item(element):
            yield Block(kind="text", text=text, after_gap=False)
    else:
        yield from _web_blocks(element, inside)


def _list_item(element: Any) -> str:
    """The text of an item, behind its number where its list is a numbered one."""
    text = _one_line(_inline(element))
    parent = element.getparent()
    if not text or parent is None or parent.tag != "ol" or ENTRY.match(text):
        return text
    number = element.get("value") or str([*parent].index(element) + 1)
    return f"{number}. {text}"


def _inline(element: Any) -> str:
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            parts.append(_within(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _within(child: Any) -> str:
    """What an element within a line says: ten to the ninth is no hundred and nine."""
    if child.tag == "br":
        return BREAK
    return raised(_inline(child), child.tag) if child.tag in ("sup", "sub") else _inline(child)


def _text_blocks(text: str) -> Iterator[Block]:
    for line in text.split(BREAK):
        if told := _one_line(line):
            yield Block(kind="text", text=told)


def _lines_of(root: Any) -> Iterator[str]:
    for element in root.iter("p", "li", "h1", "div", "span", "td"):
        if len(element) < 20:
            yield from (_one_line(line) for line in _inline(element).split(BREAK))


def head_of(path: Path, length: int) -> str:
    """The beginning of such a file's words, for readers to tell it by."""
    page = read_page(path)
    return "\n".join(block.text for block in page.blocks)[:length]
