"""MEDLINE text and NBIB: what PubMed saves as "PubMed" format and sends to reference managers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from knowledge.sources.readers.bibliography import (
    NCT,
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
from knowledge.sources.readers.tagged import PUBMED_NUMBER, Fields, address, first, lines_of, values

LINE = re.compile(r"^([A-Z][A-Z0-9]{1,3}) {0,2}-(?: |$|(?=\d{4,8}$))(.*)$")
"""A tag, its hyphen and a blank; without the blank only a number may follow, for `COX-2` begins no field."""
SIGN = re.compile(r"^(?:PMID|PMCR?|FAU|OWN|STAT) {0,2}-", re.MULTILINE)
MARKS = {"RIN": "RetractionIn", "EIN": "ErratumIn", "ECI": "ExpressionOfConcernIn", "CRI": "CorrectedAndRepublishedIn"}
"""Tags of links to other records that say something of this one."""


def accepts(name: str, head: str) -> bool:
    """Whether the tags are those of MEDLINE text."""
    return bool(SIGN.search(head))


def read(path: Path) -> Iterator[Record | Fault]:
    """Every reference of the file."""
    for number, fields in enumerate(_records(lines_of(read_text(path))), start=1):
        record = _record(fields, f"record {number}")
        if not record.title:
            yield Fault(where=record.where, what="has no title")
        elif notice_of_retraction(values(fields, "PT"), record.title):
            yield Fault(where=record.where, what="is the notice of a retraction and no source; mark the retracted one")
        else:
            yield record


def _records(lines: list[str]) -> Iterator[Fields]:
    """The tagged values of each block; blocks are parted by an empty line or begin with a PMID.

    A line without a tag goes on with the one before, indented or not: editors take the indent away.
    """
    fields: Fields = {}
    last = ""
    for line in lines:
        match = LINE.match(line)
        if fields and (not line.strip() or match and match[1] == "PMID" and "PMID" in fields):
            yield fields
            fields, last = {}, ""
        if match:
            last = match[1]
            fields.setdefault(last, []).append(match[2].strip())
        elif last and line.strip():
            fields[last][-1] += f" {line.strip()}"
    if fields:
        yield fields


def _record(fields: Fields, where: str) -> Record:
    number = PUBMED_NUMBER.fullmatch(first(fields, "PMID"))
    pmid = number[1] if number else None
    doi = doi_in(*(said for said in values(fields, "LID", "AID") if "[doi]" in said or said.startswith("doi:")))
    cochrane = cochrane_number(doi)
    types = values(fields, "PT")
    kind = kind_of(types, cochrane)
    title = title_of(first(fields, "TT", "TI", "BTI"))
    authors = (*people(values(fields, "AU") or values(fields, "FAU")), *values(fields, "CN"))
    return Record(
        where=f"PMID {pmid}" if pmid else where,
        kind=kind,
        publication=status_of(types, title, [name for tag, name in MARKS.items() if fields.get(tag)]),
        title=title,
        authors=authors,
        container=first(fields, "TA", "JT"),
        publisher=first(fields, "PB") or first(fields, "JT"),
        language=language_tag(first(fields, "LA")),
        year=first_year(*values(fields, "DP", "DEP")),
        issue=issue_of(first(fields, "VI"), first(fields, "IP"), first(fields, "PG")),
        url=f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid else address(doi, values(fields, "LID", "UR", "URLF")),
        pmid=pmid,
        doi=doi,
        cochrane=cochrane,
        # A review's list of registrations names other people's trials.
        registry=_only_trial(fields) if kind.is_single_study else None,
        abstract=first(fields, "AB"),
        names=(*([cochrane] if cochrane else []), *family_names(authors)),
    )


def _only_trial(fields: Fields) -> str | None:
    """The registration number of the trial, where just one is named."""
    trials = {found[0] for said in values(fields, "SI") if (found := NCT.search(said))}
    return trials.pop() if len(trials) == 1 else None
