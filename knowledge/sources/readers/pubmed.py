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
from knowledge.sources.readers.bibliography import (
    NCT,
    cochrane_number,
    doi_in,
    family_names,
    first_year,
    initials,
    issue_of,
    language_tag,
    title_of,
)
from knowledge.sources.readers.files import read_text
from knowledge.sources.readers.kinds import kind_of, notice_of_retraction, status_of
from knowledge.sources.readers.records import Fault, Record
from knowledge.sources.readers.xml import DEEPEST, inline, refuse_entities
from knowledge.sources.readers.xml import text_at as _text
from knowledge.sources.readers.xml import texts_at as _texts

RECORD_TAGS = ("PubmedArticle", "PubmedBookArticle")
CHUNK = 64_000
"""Characters fed to the parser at a time."""


def accepts(name: str, head: str) -> bool:
    """Whether the file is XML that speaks of PubMed articles."""
    return head.lstrip().startswith("<") and "<Pubmed" in head


def read(path: Path) -> Iterator[Record | Fault]:
    """Every article or book of the file."""
    text = read_text(path)
    refuse_entities(text)
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
    parser: XMLPullParser[Element] = XMLPullParser(["start", "end"])
    depth = 0
    # Only these events are asked for, and each is a pair of its name and the element.
    for start in range(0, len(text), CHUNK):
        parser.feed(text[start : start + CHUNK])
        for event, element in cast(Iterator[tuple[str, Element]], parser.read_events()):
            depth += 1 if event == "start" else -1
            if depth > DEEPEST:
                raise SourceError("XML nested too deeply to be a record; it is not read")
            if event == "end" and element.tag in RECORD_TAGS:
                yield element
    parser.close()


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
    if not record.title:
        return Fault(where=record.where, what="has no title")
    if notice_of_retraction(_texts(citation, "Article/PublicationTypeList/PublicationType"), record.title):
        return Fault(where=record.where, what="is the notice of a retraction and no source; mark the retracted one")
    return record


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
    types = _texts(article, "PublicationTypeList/PublicationType")
    kind = kind_of(types, cochrane)
    title = title_of(_text(article, "VernacularTitle") or _text(article, "ArticleTitle"))
    links = [link.get("RefType", "") for link in citation.findall("CommentsCorrectionsList/CommentsCorrections")]
    revision = citation.find("PMID")
    registered = {found[0] for said in _texts(article, ".//AccessionNumber") if (found := NCT.search(said))}
    authors = _authors(article.find("AuthorList") if article is not None else None)
    pages = _text(article, "Pagination/MedlinePgn")
    return Record(
        where=f"PMID {pmid}",
        kind=kind,
        publication=status_of(types, title, links),
        revision=_number(revision.get("Version", "") if revision is not None else ""),
        title=title,
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
        registry=registered.pop() if kind.is_single_study and len(registered) == 1 else None,
        abstract=_abstract(article),
        names=(*([cochrane] if cochrane else []), *family_names(authors)),
    )


def _abstract(article: Element | None) -> str:
    """The parts of the abstract, a line each, with their headings."""
    parts = article.findall("Abstract/AbstractText") if article is not None else []
    said = ((part.get("Label", ""), inline(part)) for part in parts)
    return "\n".join(f"{label}\n{text}" if label else text for label, text in said if text)


def _book(book: Element, pmid: str) -> Record:
    chapter, whole = _text(book, "ArticleTitle"), _text(book, "Book/BookTitle")
    authors = book.find("AuthorList")
    return Record(
        where=f"PMID {pmid}",
        kind=kind_of(_texts(book, "PublicationType")),
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


def _number(said: str) -> int:
    """The version of a record; 1 where none is given."""
    return max(1, int(said)) if said.isdecimal() and len(said) < 5 else 1


def _authors(authors: Element | None) -> tuple[str, ...]:
    names = []
    for author in authors.findall("Author") if authors is not None else []:
        family = _text(author, "LastName")
        given = _text(author, "Initials") or initials(_text(author, "ForeName"))
        suffix = re.sub(r"^(Jr|Sr)\.$", r"\1", _text(author, "Suffix"))
        names.append(" ".join(part for part in (family, given, suffix) if part) or _text(author, "CollectiveName"))
    return tuple(name for name in names if name)
