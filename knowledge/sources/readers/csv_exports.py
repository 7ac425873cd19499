"""Tables of references as programs and databases export them: Covidence, Rayyan, Embase, PubMed.

A table is known by the names of its columns; Embase also writes a field a line, with its name.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from knowledge.evidence.models import Frozen
from knowledge.sources.readers.bibliography import (
    NCT,
    clean,
    cochrane_number,
    doi_in,
    family_names,
    first_year,
    issue_of,
    language_tag,
    people,
    title_of,
)
from knowledge.sources.readers.files import read_text
from knowledge.sources.readers.kinds import kind_of, notice_of_retraction, status_of
from knowledge.sources.readers.records import Fault, Record

LONGEST_CELL = 10_000_000


class Export(Frozen):
    """How one program names its columns, in small letters."""

    signs: tuple[str, ...]
    """Columns that no other export has together."""
    authors_end: str
    """What stands between two authors."""
    columns: dict[str, tuple[str, ...]]
    """Names of columns by what they hold."""


EXPORTS: dict[str, Export] = {
    "Covidence": Export(
        signs=("title", "authors", "covidence #"),
        authors_end=";",
        columns={
            "title": ("title",), "authors": ("authors",), "year": ("published year",), "journal": ("journal",),
            "volume": ("volume",), "number": ("issue",), "pages": ("pages",), "doi": ("doi",),
            "abstract": ("abstract",),
        },
    ),
    "Rayyan": Export(
        signs=("key", "title", "authors", "issn"),
        authors_end=" and ",
        columns={
            "title": ("title",), "authors": ("authors",), "year": ("year",), "journal": ("journal",),
            "volume": ("volume",), "number": ("issue",), "pages": ("pages",), "abstract": ("abstract",),
            "pmid": ("pubmed_id",), "address": ("url",), "language": ("language",), "publisher": ("publisher",),
            "doi": ("doi", "url"), "types": ("notes",),
        },
    ),
    "PubMed": Export(
        signs=("pmid", "title", "journal/book"),
        authors_end=",",
        columns={
            "title": ("title",), "authors": ("authors",), "year": ("publication year",), "journal": ("journal/book",),
            "doi": ("doi",), "pmid": ("pmid",), "citation": ("citation",),
        },
    ),
    "Embase": Export(
        signs=("title", "author names", "pui"),
        authors_end=",",
        columns={
            "title": ("title",), "authors": ("author names", "authors"), "year": ("publication year",),
            "journal": ("source title", "source"), "volume": ("volume",), "number": ("issue",),
            "pages": ("first page",), "last_page": ("last page",), "doi": ("doi",), "pmid": ("medline pmid",),
            "abstract": ("abstract",), "types": ("publication type",), "language": ("article language",),
            "publisher": ("publisher",), "trial": ("clinical trial number", "clinical trial numbers"),
            "study": ("emtree medical index terms (major focus)", "study types"),
        },
    ),
}  # fmt: skip


def accepts(name: str, head: str) -> bool:
    """Whether the first line names the columns of a known export, or the fields are those of Embase."""
    return _export_of(head) is not None or _is_embase_block(head)


def _export_of(text: str) -> Export | None:
    names = {clean(cell).casefold() for cell in _first_row(text)}
    return next((export for export in EXPORTS.values() if names.issuperset(export.signs)), None)


def _first_row(text: str) -> list[str]:
    return next(_rows(text.lstrip("\ufeff\r\n \t")[:20_000]), [])


def _rows(text: str) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _is_embase_block(head: str) -> bool:
    return bool(re.search(r'^"?TITLE"?,', head, re.M) and re.search(r'^"?AUTHOR NAMES"?,', head, re.M))


def read(path: Path) -> Iterator[Record | Fault]:
    """Every reference of the table."""
    text = read_text(path).lstrip("\ufeff\r\n \t")
    export = _export_of(text)
    blocks = _table(text) if export else _embase_blocks(text)
    export = export or EXPORTS["Embase"]
    try:
        for number, cells in enumerate(blocks, start=1):
            yield _record(cells, export, f"row {number}")
    except csv.Error as error:
        yield Fault(where="", what=f"no valid CSV ({error}); export the table again")


def _table(text: str) -> Iterator[dict[str, str]]:
    rows = _rows(text)
    names = [clean(name).casefold() for name in next(rows, [])]
    for row in rows:
        if any(cell.strip() for cell in row):
            # A row with more cells than columns has a comma that nobody quoted: nothing in it stands where it says.
            yield dict(zip(names, row, strict=False)) if len(row) <= len(names) else {"": "more cells than columns"}


def _embase_blocks(text: str) -> Iterator[dict[str, str]]:
    """Records of one field a line; a record begins with its TITLE."""
    cells: dict[str, str] = {}
    for row in _rows(text):
        name = clean(row[0]).casefold() if row else ""
        if name == "title" and cells:
            yield cells
            cells = {}
        if name:
            cells[name] = ", ".join(part for part in row[1:] if part.strip())
    if cells:
        yield cells


def _record(cells: dict[str, str], export: Export, where: str) -> Record | Fault:
    if said := cells.get(""):
        return Fault(where=where, what=f"{said}; quote its texts or export the table again")

    def cell(field: str) -> str:
        return next((found for name in export.columns.get(field, ()) if (found := clean(cells.get(name) or ""))), "")

    title = title_of(cell("title"))
    types = [part.strip() for part in re.split(r"[;,]", f"{cell('types')};{cell('study')}") if part.strip()]
    if not title:
        return Fault(where=where, what="has no title")
    if notice_of_retraction(types, title):
        return Fault(where=where, what="is the notice of a retraction and no source; mark the retracted one")
    number = re.fullmatch(r"\d{1,8}", cell("pmid"))
    pmid = number[0] if number else None
    doi = doi_in(cell("doi"), cell("citation"))
    cochrane = cochrane_number(doi)
    kind = kind_of(types, cochrane)
    authors = people(re.split(rf"\s*{re.escape(export.authors_end.strip())}\s+", cell("authors").rstrip(".")))
    trials = set(NCT.findall(cell("trial")))
    said_address = re.match(r"https?://\S+", cell("address"))
    return Record(
        where=f"PMID {pmid}" if pmid else where,
        kind=kind,
        publication=status_of(types, title),
        title=title,
        authors=authors,
        container=cell("journal"),
        publisher=cell("publisher") or cell("journal"),
        language=language_tag(cell("language")),
        year=first_year(cell("year")),
        issue=issue_of(cell("volume"), cell("number"), cell("pages"), cell("last_page")),
        url=_address(pmid, doi, said_address[0] if said_address else None),
        pmid=pmid,
        doi=doi,
        cochrane=cochrane,
        registry=trials.pop() if kind.is_single_study and len(trials) == 1 else None,
        abstract=cell("abstract"),
        names=(*([cochrane] if cochrane else []), *family_names(authors)),
    )


def _address(pmid: str | None, doi: str | None, said: str | None) -> str | None:
    if pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"
    return f"https://doi.org/{doi}" if doi else said
