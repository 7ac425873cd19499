"""What a reader hands over, a `Record` or a `Fault`, and how a record becomes a draft card.

A draft card holds the bibliographic data of its source and no claims: what a source says is coded by a person.
Texts of the source (abstract, question, answer) are never copied, because they belong to their publishers.
"""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import date

from knowledge.library import parse
from knowledge.models import Card, CardKind, Frozen, slugify

LONGEST_ID = 90
"""Characters of a card id; file systems refuse names much longer than twice this."""


class Fault(Frozen):
    """One record that cannot become a card, and why."""

    where: str
    """The record, such as `PMID 123` or `record 4`; empty when the fault is the whole file's."""
    what: str


class Record(Frozen):
    """The bibliographic data of one source as a reader found them; the model of the card checks them."""

    where: str
    """How a fault names this record."""
    kind: CardKind
    title: str
    authors: tuple[str, ...] = ()
    container: str = ""
    publisher: str = ""
    language: str = "en"
    year: int | None = None
    issue: str = ""
    enquiry_date: date | None = None
    url: str | None = None
    pmid: str | None = None
    doi: str | None = None
    cochrane: str | None = None
    relis: str | None = None
    registry: str | None = None
    card_id: str = ""
    """Given by readers whose sources number their records; made from identifiers otherwise."""
    names: tuple[str, ...] = ()

    @property
    def work(self) -> str:
        """What tells two works of one card id apart: a registered study by its number, anything else by its title."""
        return self.registry if self.registry and self.card_id else self.title_key

    @property
    def title_key(self) -> str:
        """The letters and digits of the title: equal for one work in the spellings of two databases."""
        return "".join(sign for sign in unicodedata.normalize("NFKD", self.title.casefold()) if sign.isalnum())


def card_id_of(record: Record) -> str:
    """The card id: from the strongest identifier, else from author, year and title."""
    if record.card_id:
        return record.card_id
    if record.pmid:
        return f"pmid-{record.pmid}"
    if record.doi:
        return _shortened("doi-" + slugify(record.doi.casefold()), record.doi.casefold())
    author = record.authors[0] if record.authors else ""
    words = " ".join([author, str(record.year or ""), *record.title.split()[:6]])
    key = f"{author.casefold()}|{record.year}|{record.container.casefold()}|{record.title_key}"
    return _with_fingerprint(slugify(_plain_letters(words)) or "record", key)


def _shortened(slug: str, key: str) -> str:
    return slug if len(slug) <= LONGEST_ID else _with_fingerprint(slug, key)


def _with_fingerprint(slug: str, key: str) -> str:
    fingerprint = hashlib.sha256(key.encode()).hexdigest()[:8]
    return f"{slug[: LONGEST_ID - 9].strip('-')}-{fingerprint}"


def _plain_letters(text: str) -> str:
    """The text without accents; letters that are no accented ones are spelt out as Nordic and German habit has it."""
    spelt_out = text.casefold().replace("ø", "oe").replace("æ", "ae").replace("å", "aa")
    return "".join(sign for sign in unicodedata.normalize("NFKD", spelt_out) if not unicodedata.combining(sign))


def draft_card(record: Record, checked: date, where: str) -> Card:
    """The record as a draft card without claims; a `CardError` naming `where` if the model refuses it."""
    source = record.model_dump(
        include={"title", "authors", "container", "publisher", "language", "year", "issue", "enquiry_date", "url"}
    )
    source["identifiers"] = record.model_dump(include={"pmid", "doi", "cochrane", "relis", "registry"})
    source["checked"] = checked
    content = {
        "id": card_id_of(record), "kind": record.kind, "source": source, "names": record.names, "claims": (),
    }
    return parse(Card, content, where)
