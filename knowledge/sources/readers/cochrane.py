"""Cochrane abstracts as text: copied, a saved page, DOCX, PDF, a collection of one a line, and the Cochrane Corner.

The abstract begins at its first heading; above it stand title, authors and number.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from knowledge.evidence.models import CardKind
from knowledge.sources.readers.bibliography import clean, doi_in, first_year, people, title_of
from knowledge.sources.readers.files import plain_name, read_text
from knowledge.sources.readers.kinds import status_of
from knowledge.sources.readers.pages import Block, is_page_file, read_page
from knowledge.sources.readers.records import Fault, Record

NUMBER = re.compile(r"(?<![A-Z0-9])(CD\d{6})(?!\d)", re.IGNORECASE)
DOI = re.compile(r"10\.1002/14651858\.CD\d{6}(?:\.pub\d+)?", re.IGNORECASE)
HEADINGS = re.compile(
    r"^(?:background|objectives?|search methods|selection criteria|data collection and analysis|main results"
    r"|authors['’]? conclusions?|abstract|review question|key messages)\b[\s:]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""Headings of a Cochrane abstract; they are the same in every review."""
SEVERAL_HEADINGS = 2
CORNER = re.compile(r"\s+".join(" ?".join(word) for word in ("COCHRANE", "CORNER")), re.IGNORECASE)
"""The name of the series, printed with spaces between its letters or without."""
DATED = re.compile(
    r"^\W*(?:version published|first published|published online|published|publication date|date of publication"
    r"|citation|cite as|edited)\b.*$|cochrane database (?:of systematic reviews|syst rev)[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)
"""Lines that say when a review was published, the version before the first: what a copied page or its citation has."""
DATES = ("year", "published", "publication_date", "date")
"""Fields of a collection that say when a review was published."""
LINE_END = re.compile(r"[\u2010\u2011\u00ad-]$")
REVIEW = "review"
FURTHER = re.compile(r"[*\d,\s]+$")
"""Marks of an author's address."""


def accepts(name: str, head: str) -> bool:
    """Whether the text is an abstract of Cochrane, or a collection of them."""
    start = head.lstrip()[:1]
    if name.endswith((".jsonl", ".ndjson")):
        return start == "{" and '"abstract"' in head and "14651858" in head
    if start in ("{", "[") or head.lstrip().startswith("<?xml"):
        return False
    named = DOI.search(head) or NUMBER.search(name) or NUMBER.search(head[:1500])
    return bool(CORNER.search(head) or named and len(HEADINGS.findall(head)) >= SEVERAL_HEADINGS)


def read(path: Path) -> Iterator[Record | Fault]:
    """The one abstract of the file, or each of a collection."""
    if plain_name(path).endswith((".jsonl", ".ndjson")):
        yield from _collection(read_text(path))
    elif not is_page_file(plain_name(path)) and CORNER.search(read_text(path)[:3000]):
        yield _corner(read_text(path), path)
    else:
        page = read_page(path)
        yield from (Fault(where="", what=fault) for fault in page.faults)
        yield _abstract(page.blocks, page.around, path)


def _collection(text: str) -> Iterator[Record | Fault]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"line {number}"
        try:
            item = json.loads(line)
        except (ValueError, RecursionError):
            yield Fault(where=where, what="no valid JSON")
            continue
        said = {name: item.get(name) if isinstance(item, dict) else None for name in ("id", "title", "abstract")}
        told = {name: text if isinstance(text, str) else "" for name, text in said.items()}
        numbers = " ".join(filter(None, (told["id"], *(_said(item, name) for name in ("doi", "url")))))
        dated = "\n".join(f"published: {day}" for name in DATES if (day := _said(item, name)))
        yield _record(told["title"], numbers, told["abstract"], where, above=dated)


def _said(item: object, name: str) -> str:
    value = item.get(name) if isinstance(item, dict) else None
    return str(value) if isinstance(value, str | int) else ""


def _abstract(blocks: tuple[Block, ...], around: str, path: Path) -> Record | Fault:
    """Title above, abstract from its first heading on; headings stand on lines of their own."""
    lines = [block.text for block in blocks]
    first = next((place for place, line in enumerate(lines) if HEADINGS.match(line)), 0)
    above = [line for line in lines[:first]
             if not (NUMBER.search(line) or "cochrane" in line.lower() or DATED.match(line))]
    headed = next((block.text for block in blocks[:first] if block.kind == "heading" and block.text in above), "")
    text = "\n".join(lines)
    number = f"{text} {around} {path.name}"
    body = "\n".join(line for line in lines[first:] if line.lower() != "abstract")
    return _record(headed or next(iter(above), ""), number, body, "", above="\n".join(lines[:first]))


def _corner(text: str, path: Path) -> Record | Fault:
    """An article of the Cochrane Corner: a question, the authors behind a plus, the title, then narrow columns."""
    lines = [line.strip() for line in text.replace("\r\n", "\n").split("\n")]
    by = next((place for place, line in enumerate(lines) if line.startswith("+ ")), None)
    if by is None:
        return Fault(where=REVIEW, what="an article of the Cochrane Corner without a line of authors; copy it anew")
    start = next((place for place in range(by + 1, len(lines)) if lines[place]), len(lines))
    end = next((place for place in range(start, len(lines)) if not lines[place]), len(lines))
    authors = [_family_first(FURTHER.sub("", name)) for name in lines[by][2:].split(", ") if FURTHER.sub("", name)]
    return _record(" ".join(lines[start:end]), f"{text} {path.name}", _joined(lines[end:]), "", authors)


def _family_first(name: str) -> str:
    """`Anne-Catherine Vanhove` as `Vanhove, Anne-Catherine`."""
    given, _, family = name.strip().rpartition(" ")
    return f"{family}, {given}" if given else family


def _joined(lines: list[str]) -> str:
    """Lines of a narrow column as paragraphs; a word parted at the end of a line is put together."""
    paragraphs: list[str] = []
    for line in filter(None, lines):
        before = paragraphs[-1] if paragraphs else ""
        begins = not before or before.endswith((".", "?", ":", "!")) or line[:1] in "•*^"
        if begins:
            paragraphs.append(line)
        elif LINE_END.search(before) and line[:1].islower():
            paragraphs[-1] = before[:-1] + line
        else:
            # A single large capital begins the text; its word goes on in the next line.
            paragraphs[-1] = before + line if len(before) == 1 and before.isupper() else f"{before} {line}"
    return "\n".join(paragraphs)


def _lines_of_date(text: str) -> list[str]:
    """The lines that say when the review was published; of several, what says it of this version goes first."""
    lines = [match[0] for match in DATED.finditer(text)]
    return sorted(lines, key=lambda line: not line.lower().lstrip().startswith("version"))


def _record(
    title: str, number: str, abstract: str, where: str, authors: list[str] | None = None, above: str = ""
) -> Record | Fault:  # fmt: skip
    doi = doi_in(found[0]) if (found := DOI.search(number)) else None
    match = NUMBER.search(number)
    cochrane = match[1].upper() if match else None
    title = title_of(title)
    where = where or cochrane or REVIEW
    dated = " ".join(line for line in _lines_of_date(above))
    if not title:
        return Fault(where=where, what="has no title")
    if not abstract.strip():
        return Fault(where=where, what="has no abstract")
    doubts = () if cochrane else ("the text does not name its Cochrane review; give the card its number (CD ...)",)
    return Record(
        where=where,
        kind=CardKind.COCHRANE_SUMMARY,
        publication=status_of((), title),
        title=title,
        authors=people(authors or ()),
        container="Cochrane Database Syst Rev" if cochrane else "Cochrane Corner",
        publisher="Cochrane",
        language=_language(abstract),
        year=first_year(dated) if dated else None,
        url=f"https://doi.org/{doi}" if doi else None,
        doi=doi,
        cochrane=cochrane,
        abstract="\n".join(filter(None, map(clean, abstract.split("\n")))),
        names=(cochrane,) if cochrane else (),
        doubts=doubts,
    )


def _language(text: str) -> str:
    from knowledge.sources.extraction.documents import language_of

    return language_of(text)
