"""RIS, as reference managers and databases write it: Zotero, Mendeley, EndNote, Ovid, Embase, the Cochrane Library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from knowledge.evidence.models import CardKind
from knowledge.sources.readers.bibliography import (
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
from knowledge.sources.readers.tagged import PUBMED_NUMBER, PUBMED_PAGE, Fields, address, first, lines_of, values

LINE = re.compile(r"^([A-Z][A-Z0-9])[ \t]{1,3}-(.*)$")
SIGN = re.compile(r"^\W{0,3}(?:TY|ER)[ \t]{1,3}-", re.MULTILINE)
OF_A_SOURCE = frozenset({"TY", "TI", "T1", "CT", "BT", "AU", "A1", "DO"})
"""Tags that tell of a source; Ovid writes lines without any of them between two records."""
CENTRAL = re.compile(r"\bPubMed (\d{1,8})\b", re.IGNORECASE)
"""How the Cochrane Library names the record of PubMed that its own was made from."""
FULL_DATE = re.compile(r"(?:19|20)\d\d[/-]\d{1,2}[/-]\d{1,2}")
MEDLINE = re.compile(r"pubmed|medline", re.IGNORECASE)


def accepts(name: str, head: str) -> bool:
    """Whether the tags are those of RIS."""
    return bool(SIGN.search(head))


def read(path: Path) -> Iterator[Record | Fault]:
    """Every reference of the file."""
    found = (fields for fields in _records(lines_of(read_text(path))) if not OF_A_SOURCE.isdisjoint(fields))
    for number, fields in enumerate(found, start=1):
        where = f"record {number}"
        if "TY" not in fields:
            yield Fault(where=where, what="has no TY line; it may have lost its beginning")
            continue
        yield _checked(_record(fields, where), fields)


def _records(lines: list[str]) -> Iterator[Fields]:
    """The tagged values up to each ER; lines around them, such as a running number, are passed over.

    TY need not come first. It begins another record where one is open that has a TY already, or after an empty line.
    """
    fields: Fields = {}
    last, gap = "", True
    for line in lines:
        match = LINE.match(line.lstrip("\ufeff"))
        if not match:
            gap = gap or not line.strip()
            if last and line.strip():
                fields[last][-1] += f" {line.strip()}"
            continue
        tag = match[1]
        if fields and (tag == "ER" or tag == "TY" and (len(fields) > ("TY" in fields) and ("TY" in fields or gap))):
            yield fields
            fields = {}
        last, gap = "" if tag == "ER" else tag, False
        if last:
            fields.setdefault(tag, []).append(match[2].strip())
    if fields:
        yield fields


def _checked(record: Record, fields: Fields) -> Record | Fault:
    if not record.title:
        return Fault(where=record.where, what="has no title")
    if notice_of_retraction(_types(fields), record.title):
        return Fault(where=record.where, what="is the notice of a retraction and no source; mark the retracted one")
    return record


def _types(fields: Fields) -> list[str]:
    """Publication types, for which RIS has no tag: databases put them into M3, notes or the type of work."""
    return values(fields, "M3", "PT", "TW")


def _record(fields: Fields, where: str) -> Record:
    pmid = _pmid(fields)
    doi = doi_in(*values(fields, "DO", "M3", "N1", "UR", "L3", "LK"))
    cochrane = cochrane_number(doi)
    title = title_of(first(fields, "TI", "T1", "CT", "BT", "ST"))
    authors = people(values(fields, "AU", "A1"))
    journal = first(fields, "JF", "T2", "JO", "JA", "J2", "J1")
    year, doubt = _year(fields)
    return Record(
        where=where,
        kind=_kind(fields, cochrane),
        publication=status_of(_types(fields), title),
        title=title,
        authors=authors,
        container=first(fields, "JO", "JA", "J2", "JF", "T2", "J1"),
        publisher=first(fields, "PB") or journal,
        language=language_tag(first(fields, "LA")),
        year=year,
        issue=issue_of(first(fields, "VL"), first(fields, "IS"), first(fields, "SP"), first(fields, "EP")),
        url=f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid else address(doi, values(fields, "UR", "LK", "L2")),
        pmid=pmid,
        doi=doi,
        cochrane=cochrane,
        abstract="\n".join(values(fields, "AB") or values(fields, "N2")),
        names=(*([cochrane] if cochrane else []), *family_names(authors)),
        doubts=(doubt,) if doubt else (),
    )


def _kind(fields: Fields, cochrane: str | None) -> CardKind:
    kind = kind_of(_types(fields), cochrane)
    return CardKind.STUDY if kind is CardKind.ARTICLE and first(fields, "TY") == "CTLI" else kind


def _year(fields: Fields) -> tuple[int | None, str]:
    """The year, and a word for a person where the record names several.

    Of a date online and one in print the printed issue counts: it is what PY or DA hold beside a Y1 of another year.
    """
    said = {tag: year for tag in ("PY", "Y1", "DA") if (year := first_year(*values(fields, tag)))}
    if len(set(said.values())) < 2:
        return next(iter(said.values()), None), ""
    dated = FULL_DATE.search(first(fields, "DA"))
    year = said["DA"] if dated else said.get("PY", next(iter(said.values())))
    named = ", ".join(f"{tag} {when}" for tag, when in said.items())
    return year, f"the record names several years ({named}); {year} was taken, compare with the issue"


def _pmid(fields: Fields) -> str | None:
    """The PMID, which RIS has no tag for: exports hide it in a user field, in a link or as the accession number.

    An ID is never one: reference managers number their rows with it.
    """
    for value in values(fields, "U1", "C1", "C2", "AN"):
        if "[pmid]" in value.casefold() and (match := PUBMED_NUMBER.match(value)):
            return match[1]
    for value in values(fields, "C3"):
        if match := CENTRAL.search(value):
            return match[1]
    for value in values(fields, "UR", "L2", "LK"):
        if match := PUBMED_PAGE.search(value):
            return match[1]
    if MEDLINE.search(" ".join(values(fields, "DB", "DP"))):
        for value in values(fields, "AN"):
            if match := PUBMED_NUMBER.fullmatch(value):
                return match[1]
    return None
