"""Articles in JATS, the form of PubMed Central: one article, or an article set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

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
from knowledge.sources.readers.kinds import kind_of, notice_of_retraction, status_of
from knowledge.sources.readers.records import Fault, Record
from knowledge.sources.readers.xml import inline, text_at, texts_at, tree_of

SIGN = re.compile(
    r"<(?:pmc-articleset|article\s[^>]*(?:article-type|dtd-version)|article>\s*<front)"
    r"|JATS-journal|NLM//DTD (?:ARTICLE|Journal)",
    re.IGNORECASE,
)
MARKS = {
    "retracted-article": "RetractionIn", "corrected-article": "ErratumIn",
    "object-of-concern": "ExpressionOfConcernIn", "retraction-forward": "RetractionIn",
    "correction-forward": "ErratumIn", "expression-of-concern-forward": "ExpressionOfConcernIn",
}  # fmt: skip
"""Kinds of a related article that say something of this one."""
TYPES = {
    "systematic-review": "systematic review", "review-article": "review", "case-report": "case report",
    "meta-analysis": "meta-analysis", "retraction": "retraction notice", "protocol": "study protocol",
    "correction": "published erratum", "expression-of-concern": "expression of concern", "guideline": "guideline",
}  # fmt: skip
"""Article types as the publication types of PubMed."""
NOT_TEXT = ("xref", "fn", "table-wrap", "fig")


def accepts(name: str, head: str) -> bool:
    """Whether the file is XML with articles in JATS."""
    return head.lstrip().startswith("<") and bool(SIGN.search(head))


def read(path: Path) -> Iterator[Record | Fault]:
    """Every article of the file."""
    root = tree_of(path)
    articles = [root] if root.tag == "article" else root.iter("article")
    for number, article in enumerate(articles, start=1):
        yield _record(article, f"article {number}")


def _record(article: Element, where: str) -> Record | Fault:
    meta, journal = article.find("front/article-meta"), article.find("front/journal-meta")
    if meta is None:
        return Fault(where=where, what="has no `article-meta`; download the article from PubMed Central again")
    found = meta.find("title-group/article-title")
    title = title_of(inline(found, NOT_TEXT))
    kind = article.get("article-type", "")
    types = [TYPES.get(kind, ""), *texts_at(meta, "article-categories/subj-group/subject")]
    if not title:
        return Fault(where=where, what="has no title")
    if notice_of_retraction(types, title):
        return Fault(where=where, what="is the notice of a retraction and no source; mark the retracted one")
    numbers = {item.get("pub-id-type", ""): inline(item) for item in meta.findall("article-id")}
    doi = doi_in(numbers.get("doi", ""))
    cochrane = cochrane_number(doi)
    pmid = numbers.get("pmid", "")
    card = kind_of(types, cochrane)
    authors = _authors(meta)
    trials = set(NCT.findall(" ".join(inline(item) for item in meta.iter("ext-link"))))
    links = [MARKS.get(item.get("related-article-type", ""), "") for item in meta.findall("related-article")]
    return Record(
        where=f"PMID {pmid}" if pmid else where,
        kind=card,
        publication=status_of(types, title, links),
        title=title,
        authors=authors,
        container=text_at(journal, "journal-id[@journal-id-type='iso-abbrev']")
        or text_at(journal, "journal-title-group/journal-title") or text_at(journal, "journal-title"),
        publisher=text_at(journal, "publisher/publisher-name"),
        language=language_tag(article.get("lang", "")),
        year=_year(meta),
        issue=issue_of(
            text_at(meta, "volume"), text_at(meta, "issue"),
            text_at(meta, "fpage") or text_at(meta, "elocation-id"), text_at(meta, "lpage"),
        ),
        url=_address(numbers, doi),
        pmid=pmid if re.fullmatch(r"\d{1,8}", pmid) else None,
        doi=doi,
        cochrane=cochrane,
        registry=trials.pop() if card.is_single_study and len(trials) == 1 else None,
        abstract=_abstract(meta),
        names=(*([cochrane] if cochrane else []), *family_names(authors)),
    )  # fmt: skip


def _address(numbers: dict[str, str], doi: str | None) -> str | None:
    if pmid := numbers.get("pmid"):
        return f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"
    if central := numbers.get("pmcid") or numbers.get("pmc"):
        return f"https://pmc.ncbi.nlm.nih.gov/articles/PMC{central.removeprefix('PMC')}/"
    return f"https://doi.org/{doi}" if doi else None


def _authors(meta: Element) -> tuple[str, ...]:
    names = []
    for person in meta.findall("contrib-group/contrib"):
        if person.get("contrib-type", "author") != "author":
            continue
        family, given = text_at(person, "name/surname"), text_at(person, "name/given-names")
        names.append(f"{family}, {given}" if given else family or inline(person.find("collab"), ("contrib-group",)))
    return people(names)


def _year(meta: Element) -> int | None:
    """The year of the issue where one is given, else of the first publication that has a year."""
    dates = {item.get("pub-type") or item.get("publication-format") or "": item for item in meta.findall("pub-date")}
    wanted = [dates[kind] for kind in ("collection", "ppub", "print") if kind in dates]
    said = [text_at(item, "year") for item in [*wanted, *dates.values()]]
    return first_year(*said)


def _abstract(meta: Element) -> str:
    """The parts of the abstract, a line each, with their headings."""
    abstracts = [item for item in meta.findall("abstract") if item.get("abstract-type") in (None, "section")]
    lines: list[str] = []
    for part in abstracts[0].iter() if abstracts else ():
        if part.tag in ("title", "p") and (said := inline(part, NOT_TEXT)) and said.casefold() != "abstract":
            lines.append(said)
    return "\n".join(lines)
