"""What a document is: a text in its own language, cut into sections, with what tells where it comes from.

Nothing is coded of it but its bibliography, so the only way to answer from it is to quote it (see `contract`: at most
three sentences). Frozen values; they read no files (see `knowledge.documents.folder`).
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field, StringConstraints

from knowledge.evidence.vocabulary import CardKind, Frozen, Intent, LanguageTag, Slug

YEARS_UNTIL_OLD = 5
"""Whole years after which a document says that it is old; RELIS itself marks its answers then."""


class SectionRole(StrEnum):
    """What a section is for."""

    QUESTION = "question"
    CONCLUSION = "conclusion"
    ANSWER = "answer"
    """The discussion behind a conclusion, or any other section of a text."""


class Paragraph(Frozen):
    """One paragraph, item of a list, or row of a table, its cells joined by a blank."""

    text: str
    columns: str = ""
    """The heads of a row's columns, joined by ` | `; empty for what is no row."""

    @property
    def is_row(self) -> bool:
        """Whether it is the row of a table."""
        return bool(self.columns)


class Section(Frozen):
    """A part of a document under one heading."""

    role: SectionRole
    heading: str = ""
    """As printed; empty where there is none."""
    paragraphs: tuple[Paragraph, ...]
    intents: tuple[Intent, ...] = ()
    """What such a section answers, where the form of the text says so: a product text's 4.6 is on pregnancy."""

    @property
    def text(self) -> str:
        """The section in one piece."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


class Reference(Frozen):
    """One entry of a list of references."""

    number: int | None
    """As printed: lists of references have gaps."""
    text: str


class Document(Frozen):
    """One text of a service or an authority."""

    id: Slug
    kind: CardKind
    title: str
    publisher: str
    """The centre or authority that answers for it."""
    language: LanguageTag
    dated: date | None = None
    """When the enquiry was put, or the text was last revised."""
    number: str = ""
    """Under which the service keeps it, such as `RELIS database 2019; spm.nr. 42`."""
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    subjects: tuple[str, ...] = ()
    """Medicines it is about where its form says so (a product text), as named in it; else they are read from it."""
    supersedes: tuple[Slug, ...] = ()
    """Documents that this one says it replaces."""
    version: int = Field(default=1, ge=1)
    sections: tuple[Section, ...]
    references: tuple[Reference, ...] = ()

    def sections_of(self, role: SectionRole) -> tuple[Section, ...]:
        """The sections of one role."""
        return tuple(section for section in self.sections if section.role is role)

    @property
    def question(self) -> str:
        """The enquiry it answers; empty where it answers none."""
        return "\n".join(section.text for section in self.sections_of(SectionRole.QUESTION))

    @cached_property
    def plain(self) -> str:
        """The whole text with its title and headings, white space evened out: what a quotation must stand in."""
        parts = [self.title]
        for section in self.sections:
            parts += [section.heading, section.text]
        return evened(" ".join(parts))

    def is_old(self, today: date) -> bool:
        """Whether it is older than the years after which a reader must be told."""
        if self.dated is None:
            return False
        years = today.year - self.dated.year - ((today.month, today.day) < (self.dated.month, self.dated.day))
        return years >= YEARS_UNTIL_OLD


def evened(text: str) -> str:
    """The text with single blanks for all white space."""
    return re.sub(r"\s+", " ", text).strip()
