"""Summaries of product characteristics by section: copied text, a saved page, DOCX or PDF, in any language.

The numbers of the sections (4.1 to 4.9) are the same everywhere; a text is one where they stand in their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from knowledge.documents.models import Paragraph, Section
from knowledge.languages import LANGUAGES
from knowledge.sources.readers.pages import Block, read_page
from knowledge.sources.readers.product_sections import EUROPEAN, product_record, section_of
from knowledge.sources.readers.records import Fault, Record

HEADING = re.compile(r"^\s*(\d{1,2}(?:\.\d)?)\.?\s+([^\W\d_].{2,150})$")
IN_HEAD = re.compile(r"^\s*(4\.[1-9]|[1-9]|10)\.?\s+[^\W\d_]", re.MULTILINE)
CORE = ("4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.8")
FEWEST = 4
"""Of the core sections, those that a text must have in order."""
NUMBERS = frozenset({*EUROPEAN, *map(str, range(1, 11)), "6.2", "6.3", "6.4", "6.5", "6.6"})
AUTHORISED = re.compile(r"\bEU/\d/\d\d/\d{3}")
COUNTRIES = {"nb": "no", "nn": "no", "sv": "se", "da": "dk", "fi": "fi", "nl": "nl", "de": "de", "en": "eu"}
"""Where a text in a language is from, unless it has a number of the European Union."""
PUBLISHER = "Product information"
DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b|\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")


def accepts(name: str, head: str) -> bool:
    """Whether the text begins as a product text does; product texts begin with sections 1 to 4.1."""
    found = IN_HEAD.findall(head)
    return not head.lstrip().startswith(("<?xml", "{", "[")) and "4.1" in found and {"1", "2"} <= set(found)


def read(path: Path) -> Iterator[Record | Fault]:
    """The one product text of the file."""
    from knowledge.sources.extraction.documents import language_of

    page = read_page(path, lambda line: "alone" if _number(line) else "")
    yield from (Fault(where="", what=fault) for fault in page.faults)
    blocks = page.blocks
    parts = list(_parts(blocks))
    core = [number for number, _, _ in parts if number in CORE]
    if len(core) < FEWEST or core != sorted(core):
        what = "no product text: sections 4.1 to 4.8 do not stand in their order; copy the text anew"
        yield Fault(where="", what=what)
        return
    text = "\n".join(block.text for block in blocks)
    language = language_of(text)
    by_number = {number: held for number, _, held in parts}
    title = next((block.text for block in by_number.get("1", [])), "")
    if not title:
        yield Fault(where="", what="a product text without a name in section 1; put it there")
        return
    substances = [block.text for block in by_number.get("2", [])][:1]
    country = "eu" if AUTHORISED.search(text) else COUNTRIES.get(language, "eu")
    yield product_record(
        title, country=country, identifier=title, title=title, publisher=PUBLISHER,
        language=language if language in LANGUAGES else "en", dated=_revised(by_number.get("10", [])),
        subjects=[title, *substances], sections=list(_sections(parts)),
    )  # fmt: skip


def _number(line: str) -> str | None:
    """The number of the section that a line begins; None for any other line."""
    match = HEADING.match(line)
    if not match or match[1] not in NUMBERS or match[2].rstrip().endswith((".", ";", ",")):
        return None
    return match[1]


def _parts(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str, list[Block]]]:
    """Number, heading and blocks of each section; a number that goes back is an item of a list, no section."""
    number, heading, held = "", "", list[Block]()
    for block in blocks:
        found = _number(block.text)
        if found and (not number or _order(found) > _order(number)):
            if number:
                yield number, heading, held
            number, heading, held = found, block.text, []
        elif number:
            held.append(block)
    if number:
        yield number, heading, held


def _order(number: str) -> tuple[int, int]:
    first, _, second = number.partition(".")
    return int(first), int(second or 0)


def _sections(parts: list[tuple[str, str, list[Block]]]) -> Iterator[Section]:
    """A section a number; where it has headings of its own, a section each, so that each answers its own matter."""
    for number, heading, blocks in parts:
        kind = EUROPEAN.get(number)
        if kind is None:
            continue
        name, held = heading, list[Paragraph]()
        for block in blocks:
            if block.kind == "heading":
                if found := section_of(kind, name, held):
                    yield found
                name, held = f"{heading}: {block.text}", []
            else:
                held.append(Paragraph(text=block.text, columns=" " if block.kind == "row" else ""))
        if found := section_of(kind, name, held):
            yield found


def _revised(blocks: list[Block]) -> date | None:
    """The day of the last revision, where it is written in numbers."""
    match = DAY.search(" ".join(block.text for block in blocks))
    if not match:
        return None
    year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
