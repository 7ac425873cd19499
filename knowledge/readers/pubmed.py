"""PubMed XML: articles and books of a `PubmedArticleSet`, one record each.

Read piece by piece, so that the articles before a broken place are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from knowledge.errors import SourceError
from knowledge.models import CardKind
from knowledge.readers.bibliography import (
    NCT,
    clean,
    cochrane_number,
    doi_in,
    family_names,
    first_year,
    initials,
    issue_of,
    kind_of,
    language_tag,
    title_of,
)
from knowledge.readers.files import read_text
from knowledge.readers.records import Fault, Record

RECORD_TAGS = ("PubmedArticle", "PubmedBookArticle")
CHUNK = 64_000
"""Characters fed to the parser at a time."""


def accepts(name: str, head: str) -> bool:
    """Whether the file is XML that speaks of PubMed articles."""
    return head.lstrip().startswith("<") and "<Pubmed" in head


def read(path: Path) -> Iterator[Record | Fault]:
    """Every article or book of the file."""
    text = read_text(path)
    if "<!ENTITY" in text:
        # Records need no entities of their own; a file that defines them may grow without end when they are expanded.
        raise SourceError("the XML defines entities of its own and is not read; export the records from PubMed again")
    number = 0
    try:
        for element in _articles(text):
            number += 1
            yield _record(element, number)
            element.clear()
    except ParseError as error:
        line, column = error.position
        kept = f"; {number} before it were read" if number else ""
        yield Fault(where="", what=f"line {line}, column {column + 1}: no well-formed XML{kept}")


def _articles(text: str) -> Iterator[Element]:
    parser: XMLPullParser[Element] = XMLPullParser(["end"])
    # Only "end" events are asked for, and each is a pair of its name and the element.
    for start in range(0, len(text), CHUNK):
        parser.feed(text[start : start + CHUNK])
        for _, element in cast(Iterator[tuple[str, Element]], parser.read_events()):
            if element.tag in RECORD_TAGS:
                yield element
    parser.close()


def _text(element: Element | None, path: str) -> str:
    """The text at the path with that of markup inside it; empty when there is none."""
    found = element.find(path) if element is not None else None
    return clean("".join(found.itertext())) if found is not None else ""


def _record(element: Element, number: int) -> Record | Fault:
    book = element.find("BookDocument")
    citation = book if book is not None else element.find("MedlineCitation")
    pmids = list(dict.fromkeys(_texts(citation, "PMID")))
    if citation is None or not pmids:
        return Fault(where=f"record {number}", what="has no PMID")
    if len(pmids) > 1:
        return Fault(where=f"record {number}", what=f"has the PMIDs {' and '.join(pmids)}; keep the right one")
    pmid = pmids[0]
    record = _book(citation, pmid) if book is not None else _article(element, citation, pmid)
    return record if record.title else Fault(where=record.where, what="has no title")


def _article(element: Element, citation: Element, pmid: str) -> Record:
    article = citation.find("Article")
    issue = article.find("Journal/JournalIssue") if article is not None else None
    doi = doi_in(
        _text(article, "ELocationID[@EIdType='doi'][@ValidYN='Y']"),
        # Reference lists hold identifiers too, so the path goes no deeper than the article's own.
        _text(element, "PubmedData/ArticleIdList/ArticleId[@IdType='doi']"),
        _text(article, "ELocationID[@EIdType='doi']"),
    )
    cochrane = cochrane_number(doi)
    kind = kind_of(_texts(article, "PublicationTypeList/PublicationType"), cochrane)
    registered = {found[0] for said in _texts(article, ".//AccessionNumber") if (found := NCT.search(said))}
    authors = _authors(article.find("AuthorList") if article is not None else None)
    pages = _text(article, "Pagination/MedlinePgn")
    return Record(
        where=f"PMID {pmid}",
        kind=kind,
        title=title_of(_text(article, "VernacularTitle") or _text(article, "ArticleTitle")),
        authors=authors,
        container=_text(citation, "MedlineJournalInfo/MedlineTA") or _text(article, "Journal/ISOAbbreviation"),
        publisher=_text(article, "Journal/Title"),
        language=language_tag(_text(article, "Language")),
        year=first_year(
            _text(issue, "PubDate/Year"), _text(issue, "PubDate/MedlineDate"), _text(article, "ArticleDate/Year")
        ),
        issue=issue_of(
            _text(issue, "Volume"),
            _text(issue, "Issue"),
            pages or _text(article, "Pagination/StartPage"),
            "" if pages else _text(article, "Pagination/EndPage"),
        ),
        url=f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/",
        pmid=pmid,
        doi=doi,
        cochrane=cochrane,
        # A review's list of registrations names other people's trials.
        registry=registered.pop() if kind is CardKind.TRIAL and len(registered) == 1 else None,
        names=(*([cochrane] if cochrane else []), *family_names(authors)),
    )


def _book(book: Element, pmid: str) -> Record:
    chapter, whole = _text(book, "ArticleTitle"), _text(book, "Book/BookTitle")
    authors = book.find("AuthorList")
    return Record(
        where=f"PMID {pmid}",
        kind=CardKind.EVIDENCE_REVIEW,
        title=title_of(chapter or whole),
        authors=_authors(authors if authors is not None else book.find("Book/AuthorList")),
        container=whole if chapter else "",
        publisher=_text(book, "Book/Publisher/PublisherName"),
        language=language_tag(_text(book, "Language")),
        year=first_year(_text(book, "Book/PubDate/Year"), _text(book, "Book/PubDate/MedlineDate")),
        url=f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/",
        pmid=pmid,
        doi=doi_in(_text(book, "ArticleIdList/ArticleId[@IdType='doi']")),
    )


def _texts(element: Element | None, path: str) -> list[str]:
    return [clean("".join(found.itertext())) for found in (element.findall(path) if element is not None else [])]


def _authors(authors: Element | None) -> tuple[str, ...]:
    names = []
    for author in authors.findall("Author") if authors is not None else []:
        family = _text(author, "LastName")
        given = _text(author, "Initials") or initials(_text(author, "ForeName"))
        suffix = re.sub(r"^(Jr|Sr)\.$", r"\1", _text(author, "Suffix"))
        names.append(" ".join(part for part in (family, given, suffix) if part) or _text(author, "CollectiveName"))
    return tuple(name for name in names if name)
