"""CSL-JSON: references as Zotero, Crossref and citation processors exchange them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from knowledge.sources.readers.bibliography import (
    cochrane_number,
    doi_in,
    family_names,
    issue_of,
    language_tag,
    people,
    title_of,
)
from knowledge.sources.readers.files import read_json
from knowledge.sources.readers.kinds import kind_of, notice_of_retraction, status_of
from knowledge.sources.readers.records import Fault, Record

TYPE = re.compile(
    r'"type"\s*:\s*"(?:article(?:-[a-z]+)?|book|chapter|paper-conference|report|thesis|webpage|document|review|dataset'
    r'|manuscript)"'
)
KEYS = frozenset({"title", "type"})


def accepts(name: str, head: str) -> bool:
    """Whether the file is JSON of references."""
    return head.lstrip()[:1] in ("[", "{") and bool(TYPE.search(head)) and '"title"' in head


def read(path: Path) -> Iterator[Record | Fault]:
    """Every reference of the file."""
    content = read_json(path)
    listed = content if isinstance(content, list) else content.get("items", [content])
    for number, item in enumerate(listed if isinstance(listed, list) else [], start=1):
        yield _record(item, f"reference {number}")


def _text(item: dict[str, Any], *names: str) -> str:
    for name in names:
        said = item.get(name)
        said = said[0] if isinstance(said, list) and said else said
        if isinstance(said, str | int) and not isinstance(said, bool) and str(said).strip():
            return str(said)
    return ""


def _record(item: Any, where: str) -> Record | Fault:
    if not isinstance(item, dict) or not item.keys() >= KEYS:
        return Fault(where=where, what="is no reference of CSL-JSON: it needs `type` and `title`")
    title = title_of(_text(item, "title"))
    types = [_text(item, "genre")]
    if not title:
        return Fault(where=where, what="has no title")
    if notice_of_retraction(types, title):
        return Fault(where=where, what="is the notice of a retraction and no source; mark the retracted one")
    doi = doi_in(_text(item, "DOI"), _text(item, "URL"))
    number = re.fullmatch(r"\d{1,8}", _text(item, "PMID"))
    cochrane = cochrane_number(doi)
    authors = people(_name(person) for person in _list(item, "author"))
    journal = _text(item, "container-title")
    address = re.match(r"https?://\S+", _text(item, "URL"))
    pmid = number[0] if number else None
    return Record(
        where=where,
        kind=kind_of(types, cochrane),
        publication=status_of(types, title),
        title=title,
        authors=authors,
        container=_text(item, "container-title-short", "journalAbbreviation") or journal,
        publisher=_text(item, "publisher") or journal,
        language=language_tag(_text(item, "language")),
        year=_year(item),
        issue=issue_of(_text(item, "volume"), _text(item, "issue"), _text(item, "page")),
        url=f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid else f"https://doi.org/{doi}" if doi
        else address[0] if address else None,
        pmid=pmid,
        doi=doi,
        cochrane=cochrane,
        abstract=_text(item, "abstract"),
        names=(*([cochrane] if cochrane else []), *family_names(authors)),
    )  # fmt: skip


def _list(item: dict[str, Any], name: str) -> list[Any]:
    found = item.get(name)
    return found if isinstance(found, list) else []


def _name(person: Any) -> str:
    if not isinstance(person, dict):
        return str(person) if isinstance(person, str) else ""
    family = " ".join(part for part in (_text(person, "non-dropping-particle"), _text(person, "family")) if part)
    given = _text(person, "given")
    return f"{family}, {given}" if family and given else family or _text(person, "literal", "name")


def _year(item: dict[str, Any]) -> int | None:
    """The year of issue; that of the day of access is nobody's."""
    issued = item.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    said = first[0] if isinstance(first, list) and first else None
    if said is None and isinstance(issued, dict):
        said = _text(issued, "raw", "literal")[:4]
    year = str(said or "")
    return int(year) if re.fullmatch(r"(?:19|20)\d\d", year) else None
