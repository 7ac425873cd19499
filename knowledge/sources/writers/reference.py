"""The reference of a card as CSL-JSON and RIS."""

from __future__ import annotations

import re
from typing import Any

from knowledge.evidence.models import Card, CardKind, Identifiers, SourceRecord

PLACE = re.compile(r"^(?P<volume>[^(:;]*)(?:\((?P<number>[^)]*)\))?(?:: (?P<pages>.*))?$")
INITIALS = re.compile(r"^(?P<family>.+) (?P<given>[^\W\d_]{1,4})$")
"""A name as Vancouver style has it: family name, then initials."""
JOURNALS = frozenset(
    {CardKind.COCHRANE_SUMMARY, CardKind.SYSTEMATIC_REVIEW, CardKind.EVIDENCE_REVIEW, CardKind.ARTICLE}
)


def own_record(card: Card) -> Card:
    """The card without year, address and numbers that are those of the work it sums up, not its own."""
    if card.source.original is None:
        return card
    own = {"year": None, "url": None, "identifiers": Identifiers()}
    return card.model_copy(update={"source": card.source.model_copy(update=own)})


def summed_up(source: SourceRecord) -> str:
    """The work that a source sums up, in one line; empty where it is a work of its own."""
    work = source.original
    return f"Summary of: {', '.join(work.authors[:2])}. {work.title}. {work.container}" if work else ""


def csl(card: Card) -> dict[str, Any]:
    """The reference as an item of CSL-JSON."""
    card = own_record(card)
    source = card.source
    volume, number, pages = _place(source)
    numbers = source.identifiers
    item = {
        "id": card.id,
        "type": "article-journal" if _is_article(card) else "report",
        "title": source.title,
        "author": [_csl_name(name) for name in source.authors],
        "container-title": source.container,
        "publisher": source.publisher,
        "issued": {"date-parts": [[source.year]]} if source.year else None,
        "accessed": {"date-parts": [[source.checked.year, source.checked.month, source.checked.day]]},
        "volume": volume, "issue": number, "page": pages,
        "language": source.language, "note": summed_up(source),
        "DOI": numbers.doi, "PMID": numbers.pmid, "URL": source.url,
        "number": numbers.registry or numbers.cochrane or numbers.relis,
    }  # fmt: skip
    return {name: value for name, value in item.items() if value}


def ris(card: Card) -> str:
    """The reference as a record of RIS."""
    card = own_record(card)
    source = card.source
    volume, number, pages = _place(source)
    first, _, last = pages.partition("-")
    numbers = source.identifiers
    lines = [("TY", "JOUR" if _is_article(card) else "RPRT"), ("ID", card.id), ("TI", source.title)]
    lines += [("AU", _ris_name(name)) for name in source.authors]
    lines += [
        ("JO", source.container), ("PB", source.publisher), ("PY", str(source.year or "")), ("VL", volume),
        ("IS", number), ("SP", first), ("EP", last), ("LA", source.language), ("DO", numbers.doi or ""),
        ("UR", source.url or ""), ("N1", summed_up(source)),
    ]  # fmt: skip
    # RIS has no place for a PMID: the accession number of the database that gives it.
    lines += [("DB", "PubMed"), ("AN", numbers.pmid)] if numbers.pmid else []
    return "".join(f"{tag}  - {_one_line(said)}\n" for tag, said in lines if said) + "ER  - \n"


def _is_article(card: Card) -> bool:
    numbers = card.source.identifiers
    return bool(numbers.pmid or numbers.doi) or card.kind in JOURNALS


def _place(source: SourceRecord) -> tuple[str, str, str]:
    """Volume, number and pages; what is no such place stands in the volume whole."""
    match = PLACE.match(source.issue)
    if match is None:
        return source.issue, "", ""
    return match["volume"].strip(), match["number"] or "", match["pages"] or ""


def _csl_name(name: str) -> dict[str, str]:
    match = INITIALS.match(name)
    return {"family": match["family"], "given": match["given"]} if match else {"literal": name}


def _ris_name(name: str) -> str:
    match = INITIALS.match(name)
    return f"{match['family']}, {match['given']}" if match else name


def _one_line(text: str) -> str:
    return " ".join(text.split())
