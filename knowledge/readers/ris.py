"""RIS, and its relative MEDLINE or NBIB: text with a tag before each value, as every reference manager writes it.

The libraries for RIS give up a whole file at its first broken record, so the few lines it takes are here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from knowledge.models import CardKind
from knowledge.readers.bibliography import (
    NCT,
    clean,
    cochrane_number,
    doi_in,
    family_names,
    first_year,
    issue_of,
    kind_of,
    language_tag,
    title_of,
    vancouver_name,
)
from knowledge.readers.files import read_text
from knowledge.readers.records import Fault, Record

RIS_LINE = re.compile(r"^([A-Z][A-Z0-9])[ \t]{1,3}-(.*)$")
MEDLINE_LINE = re.compile(r"^([A-Z][A-Z0-9]{1,3}) {0,2}-(.*)$")
RIS_SIGN = re.compile(r"^\W{0,3}(?:TY|ER)[ \t]{1,3}-", re.MULTILINE)
MEDLINE_SIGN = re.compile(r"^(?:PMID|PMCR?|FAU|OWN|STAT) {0,2}-", re.MULTILINE)
PUBMED_PAGE = re.compile(r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/(\d{1,8})\b")
PUBMED_NUMBER = re.compile(r"(\d{1,8})(?: ?\[pmid\])?", re.IGNORECASE)

Fields = dict[str, list[str]]
"""Values by tag, each tag's in their order."""


def accepts(name: str, head: str) -> bool:
    """Whether the tags are those of RIS, NBIB or MEDLINE."""
    return bool(RIS_SIGN.search(head) or MEDLINE_SIGN.search(head))


def read(path: Path) -> Iterator[Record | Fault]:
    """Every reference of the file."""
    text = read_text(path)
    is_ris = bool(RIS_SIGN.search(text))
    records = _ris_records(text.splitlines()) if is_ris else _medline_records(text.splitlines())
    for number, fields in enumerate(records, start=1):
        where = f"record {number}"
        if is_ris and "TY" not in fields:
            yield Fault(where=where, what="does not begin with a TY line; it may have lost its beginning")
            continue
        record = _from_ris(fields, where) if is_ris else _from_medline(fields, where)
        yield record if record.title else Fault(where=record.where, what="has no title")


def _ris_records(lines: list[str]) -> Iterator[Fields]:
    """The tagged values between TY and ER; lines around them, such as a running number, are passed over."""
    fields: Fields = {}
    last = ""
    for line in lines:
        match = RIS_LINE.match(line.lstrip("\ufeff"))
        if not match:
            if last and line.strip():
                fields[last][-1] += f" {line.strip()}"
            continue
        tag = match[1]
        ends = tag == "ER" or tag == "TY" and set(fields) > {"TY"}
        if ends and fields:
            yield fields
            fields = {}
        last = "" if tag == "ER" else tag
        if last:
            fields.setdefault(tag, []).append(match[2].strip())
    if fields:
        yield fields


def _medline_records(lines: list[str]) -> Iterator[Fields]:
    """The tagged values of each block; blocks are parted by an empty line or begin with a PMID."""
    fields: Fields = {}
    last = ""
    for line in lines:
        match = MEDLINE_LINE.match(line)
        if fields and (not line.strip() or match and match[1] == "PMID" and "PMID" in fields):
            yield fields
            fields, last = {}, ""
        if match:
            last = match[1]
            fields.setdefault(last, []).append(match[2].strip())
        elif last and line[:1].isspace():
            fields[last][-1] += f" {line.strip()}"
    if fields:
        yield fields


def _values(fields: Fields, *tags: str) -> list[str]:
    """Every value of the tags that is not empty, in the order of the tags."""
    return [cleaned for tag in tags for value in fields.get(tag, []) if (cleaned := clean(value))]


def _first(fields: Fields, *tags: str) -> str:
    return next(iter(_values(fields, *tags)), "")


def _from_ris(fields: Fields, where: str) -> Record:
    pmid = _pmid(fields)
    doi = doi_in(*_values(fields, "DO", "M3", "N1", "UR", "L3", "LK"))
    cochrane = cochrane_number(doi)
    authors = tuple(filter(None, map(vancouver_name, _values(fields, "AU", "A1"))))
    journal = _first(fields, "JF", "T2", "JO", "JA", "J2", "J1")
    links = [link for link in _values(fields, "UR", "LK", "L2") if re.fullmatch(r"https?://\S+", link)]
    return Record(
        where=where,
        kind=kind_of(_values(fields, "M3", "PT"), cochrane),
        title=title_of(_first(fields, "TI", "T1", "CT", "BT", "ST")),
        authors=authors,
        container=_first(fields, "JO", "JA", "J2", "JF", "T2", "J1"),
        publisher=_first(fields, "PB") or journal,
        language=language_tag(_first(fields, "LA")),
        year=first_year(*_values(fields, "PY", "Y1", "DA")),
        issue=issue_of(_first(fields, "VL"), _first(fields, "IS"), _first(fields, "SP"), _first(fields, "EP")),
        url=f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid else _address(doi, links),
        pmid=pmid,
        doi=doi,
        cochrane=cochrane,
        names=(*([cochrane] if cochrane else []), *family_names(authors)),
    )


def _address(doi: str | None, links: list[str]) -> str | None:
    """Where the source can be opened: by its DOI, which lasts, else by the first link."""
    return f"https://doi.org/{doi}" if doi else next(iter(links), None)


def _pmid(fields: Fields) -> str | None:
    """The PMID, which RIS has no tag for: exports hide it in a user field, in a link or as the accession number."""
    for value in _values(fields, "U1", "C1", "C2", "AN"):
        if "[pmid]" in value.casefold() and (match := PUBMED_NUMBER.match(value)):
            return match[1]
    for value in _values(fields, "UR", "L2", "LK"):
        if match := PUBMED_PAGE.search(value):
            return match[1]
    database = " ".join(_values(fields, "DB", "DP")).casefold()
    if "pubmed" in database or "medline" in database:
        for value in _values(fields, "AN", "ID"):
            if match := PUBMED_NUMBER.fullmatch(value):
                return match[1]
    return None


def _from_medline(fields: Fields, where: str) -> Record:
    number = PUBMED_NUMBER.fullmatch(_first(fields, "PMID"))
    pmid = number[1] if number else None
    doi = doi_in(*(said for said in _values(fields, "LID", "AID") if "[doi]" in said or said.startswith("doi:")))
    cochrane = cochrane_number(doi)
    trials = {found[0] for said in _values(fields, "SI") if (found := NCT.search(said))}
    kind = kind_of(_values(fields, "PT"), cochrane)
    people = _values(fields, "AU") or [vancouver_name(name) for name in _values(fields, "FAU")]
    authors = (*people, *_values(fields, "CN"))
    return Record(
        where=f"PMID {pmid}" if pmid else where,
        kind=kind,
        title=title_of(_first(fields, "TT", "TI", "BTI")),
        authors=authors,
        container=_first(fields, "TA", "JT"),
        publisher=_first(fields, "PB") or _first(fields, "JT"),
        language=language_tag(_first(fields, "LA")),
        year=first_year(*_values(fields, "DP", "DEP")),
        issue=issue_of(_first(fields, "VI"), _first(fields, "IP"), _first(fields, "PG")),
        url=f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid else _address(doi, []),
        pmid=pmid,
        doi=doi,
        cochrane=cochrane,
        # A review's list of registrations names other people's trials.
        registry=trials.pop() if kind is CardKind.TRIAL and len(trials) == 1 else None,
        names=(*([cochrane] if cochrane else []), *family_names(authors)),
    )
