"""EndNote XML: references as EndNote exports its libraries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

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
from knowledge.sources.readers.kinds import kind_of, notice_of_retraction, status_of
from knowledge.sources.readers.records import Fault, Record
from knowledge.sources.readers.tagged import PUBMED_PAGE, address
from knowledge.sources.readers.xml import text_at, texts_at, tree_of

MEDLINE = re.compile(r"pubmed|medline", re.IGNORECASE)


def accepts(name: str, head: str) -> bool:
    """Whether the file is XML with records of EndNote."""
    return head.lstrip().startswith("<") and bool(re.search(r"<xml>\s*<records>", head)) or "<ref-type" in head


def read(path: Path) -> Iterator[Record | Fault]:
    """Every reference of the file."""
    for number, item in enumerate(tree_of(path).iter("record"), start=1):
        record = _record(item, f"record {number}")
        if not record.title:
            yield Fault(where=record.where, what="has no title")
        elif notice_of_retraction(texts_at(item, "work-type"), record.title):
            yield Fault(where=record.where, what="is the notice of a retraction and no source; mark the retracted one")
        else:
            yield record


def _record(item: Element, where: str) -> Record:
    links = [said for found in item.findall("urls//url") if (said := "".join(found.itertext()).strip())]
    doi = doi_in(text_at(item, "electronic-resource-num"), *links)
    cochrane = cochrane_number(doi)
    title = title_of(text_at(item, "titles/title"))
    types = texts_at(item, "work-type")
    authors = people(texts_at(item, "contributors/authors/author"))
    journal = text_at(item, "periodical/full-title") or text_at(item, "titles/secondary-title")
    pages = re.split(r"\s*[-–]\s*", text_at(item, "pages"), maxsplit=1)
    pmid = _pmid(item, links)
    kind = kind_of(types, cochrane)
    if kind is CardKind.ARTICLE and "clinical trial" in text_at(item, "ref-type").casefold():
        kind = CardKind.STUDY
    return Record(
        where=where,
        kind=kind,
        publication=status_of(types, title),
        title=title,
        authors=authors,
        container=text_at(item, "periodical/abbr-1") or text_at(item, "alt-periodical/abbr-1") or journal,
        publisher=text_at(item, "publisher") or journal,
        language=language_tag(text_at(item, "language")),
        year=first_year(text_at(item, "dates/year")),
        issue=issue_of(text_at(item, "volume"), text_at(item, "number"), pages[0], pages[1] if len(pages) > 1 else ""),
        url=f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid else address(doi, links),
        pmid=pmid,
        doi=doi,
        cochrane=cochrane,
        abstract=text_at(item, "abstract"),
        names=(*([cochrane] if cochrane else []), *family_names(authors)),
    )


def _pmid(item: Element, links: list[str]) -> str | None:
    """The PMID: an accession number, but only one of PubMed; the number of the record is the row's."""
    for link in links:
        if match := PUBMED_PAGE.search(link):
            return match[1]
    number = text_at(item, "accession-num")
    database = " ".join([text_at(item, "remote-database-name"), text_at(item, "remote-database-provider")])
    return number if MEDLINE.search(database) and re.fullmatch(r"\d{1,8}", number) else None
