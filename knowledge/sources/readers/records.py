"""What a reader hands over, a `Record` or a `Fault`, and how a record becomes a draft card.

A draft card holds the bibliographic data of its source and the claims that could be drafted of it, in codes and names;
its texts (abstract, question, answer) are never copied into a card, because they belong to their publishers.
"""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import date

from pydantic import Field

from knowledge.documents.models import Document
from knowledge.evidence.library import parse
from knowledge.evidence.models import Card, CardKind, Claim, Frozen, PublicationStatus, slugify
from knowledge.sources.extraction.models import Extracted

LONGEST_ID = 90
"""Characters of a card id; file systems refuse names much longer than twice this."""


class Fault(Frozen):
    """One record that cannot become a card, and why."""

    where: str
    """The record, such as `PMID 123` or `record 4`; empty when the fault is the whole file's."""
    what: str


class ArmCount(Frozen):
    """How many of an arm had an event."""

    title: str
    affected: int = Field(ge=0)
    at_risk: int = Field(ge=1)

    def counted(self) -> dict[str, int]:
        """The counts as an arm of an effect estimate."""
        return {"events": self.affected, "total": self.at_risk}


class Harm(Frozen):
    """Counts of an event by arm, as a record posts them without comparing them."""

    event: str
    """The concept of the event: `serious_adverse_events`."""
    arms: tuple[ArmCount, ...]
    place: str
    """Path in the record."""


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
    abstract: str = ""
    """The abstract's text, a line a part: effect estimates are read from it, and no card holds a word of it."""
    fields: str = ""
    """What the record says in fields, a line each, for whoever reviews its claims; nothing is read from it."""
    card_id: str = ""
    """Given by readers whose sources number their records; made from identifiers otherwise."""
    names: tuple[str, ...] = ()
    publication: tuple[PublicationStatus, ...] = ()
    revision: int = Field(default=1, ge=1)
    """Which version of its record this is: PubMed keeps those of a preprint under one number."""
    results: tuple[Extracted, ...] = ()
    """Effect estimates that the record holds as fields, not as prose."""
    harms: tuple[Harm, ...] = ()
    enrolled: int | None = Field(default=None, ge=1)
    """How many took part in the study, where the record counts them and does not plan them."""
    treatments: tuple[str, ...] = ()
    """What the study gave, in the record's words."""
    subjects: tuple[str, ...] = ()
    """Conditions that the record names as its own, in its words."""
    doubts: tuple[str, ...] = ()
    """What a person should look at, such as two dates that disagree."""
    document: Document | None = None
    """The text itself, where it may be quoted; a draft card never holds a word of it."""

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
    if record.cochrane:
        return f"cochrane-{record.cochrane.lower()}"
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


def draft_card(record: Record, checked: date, where: str, claims: tuple[Claim, ...] = ()) -> Card:
    """The record as a draft card with the claims drafted of it; a `CardError` naming `where` if it is refused."""
    source = record.model_dump(
        include={"title", "authors", "container", "publisher", "language", "year", "issue", "enquiry_date", "url"}
    )
    source["identifiers"] = record.model_dump(include={"pmid", "doi", "cochrane", "relis", "registry"})
    source["checked"] = checked
    content = {
        "id": card_id_of(record),
        "kind": record.kind,
        # What was retracted is kept to be shown and to be known by; it never answers.
        "review_state": "withdrawn" if PublicationStatus.RETRACTED in record.publication else "draft",
        "source": source,
        "publication": record.publication,
        "names": record.names,
        "claims": claims,
    }
    return parse(Card, content, where)
