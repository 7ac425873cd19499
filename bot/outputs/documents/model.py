"""The parts of a draft reply, in the order of the page; whoever writes a file from it adds layout and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Literal

from knowledge.evidence.models import Frozen


class Paragraph(Frozen):
    """A piece of running text; `reference` ones hang on their number."""

    text: str
    kind: Literal["body", "bullet", "subheading", "reference"] = "body"


class Table(Frozen):
    """A table with one row of headings."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    """Share of each column, in per cent."""


class Section(Frozen):
    """A heading and what stands under it."""

    heading: str
    pieces: tuple[Paragraph | Table, ...]


class Signature(Frozen):
    """The place to sign: a row for each person, and what each of them fills in."""

    heading: str
    people: tuple[str, ...]
    fields: tuple[str, ...]


class DraftReply(Frozen):
    """A reply as a medicines information service writes it, before anybody has checked it."""

    locale: str
    """As documents name a language: `nb-NO`."""
    title: str
    warning: str
    """That it is a draft which a professional must check; shown first and on every page."""
    facts: tuple[tuple[str, str], ...]
    """Dates and numbers above the text, each with its label."""
    sections: tuple[Section, ...]
    signature: Signature
    closing: str
    """What the document is not for."""
    page: tuple[str, str, str]
    """The words around the page number and the number of pages: "Page ", " of ", ""."""
    number: str
    """The number of the answer with its label, for the foot of every page; empty where it has none."""
    drafted: date
    file_stem: str

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the document, in the order of the page."""
        found = [self.title, self.warning, *(text for fact in self.facts for text in fact)]
        for section in self.sections:
            found.append(section.heading)
            for piece in section.pieces:
                if isinstance(piece, Paragraph):
                    found.append(piece.text)
                else:
                    found += [*piece.header, *(cell for row in piece.rows for cell in row)]
        signature = self.signature
        return (*found, signature.heading, *signature.fields, *signature.people, self.closing)


class Document(Frozen):
    """A file to send."""

    filename: str
    media_type: str
    content: bytes
