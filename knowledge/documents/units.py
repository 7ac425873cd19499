"""Units of a document: the sentences and rows of tables that may be quoted, each with its place.

A unit is named `document/section.paragraph.sentence`, so that an answer is kept as references and made again.
"""

from __future__ import annotations

from functools import lru_cache

from knowledge.documents.models import Document, Section
from knowledge.evidence.vocabulary import Frozen
from knowledge.languages import LANGUAGES
from knowledge.sources.extraction.models import Place
from knowledge.sources.extraction.sentences import sentences
from knowledge.sources.extraction.vocabulary import load_vocabulary

LONGEST_QUOTATION = 300
"""Characters of a quotation with its quotation marks; what is longer is not quoted, for cut it might mean another."""


class Unit(Frozen):
    """One sentence, or one row of a table."""

    reference: str
    text: str
    section: int
    """Place of its section among the document's."""
    paragraph: int
    """Place of its paragraph in the section."""
    columns: str = ""
    """The heads of a row's columns."""

    @property
    def document(self) -> str:
        """The id of the document it stands in."""
        return document_of(self.reference)

    @property
    def is_quotable(self) -> bool:
        """Whether it is short enough to be quoted whole."""
        return len(self.text) + 2 <= LONGEST_QUOTATION


def document_of(reference: str) -> str:
    """The document that a unit stands in."""
    return reference.partition("/")[0]


def units_of(document: Document) -> list[Unit]:
    """The units of a document in the order of reading."""
    return [
        unit
        for place, section in enumerate(document.sections)
        for unit in section_units(document, place, section)
    ]


def section_units(document: Document, place: int, section: Section) -> list[Unit]:
    """The units of one section of a document."""
    found = []
    for number, paragraph in enumerate(section.paragraphs):
        texts = [paragraph.text] if paragraph.is_row else sentences_of(paragraph.text, document.language)
        found += [
            Unit(
                reference=f"{document.id}/{place}.{number}.{count}", text=text, section=place, paragraph=number,
                columns=paragraph.columns,
            )
            for count, text in enumerate(texts)
        ]
    return found


def unit_of(reference: str, document: Document) -> Unit | None:
    """The unit of a reference; None where the document has no such place, or none any longer."""
    identifier, _, place = reference.partition("/")
    section = int(place.split(".")[0]) if place.split(".")[0].isdigit() else len(document.sections)
    if identifier != document.id or section >= len(document.sections):
        return None
    found = section_units(document, section, document.sections[section])
    return next((unit for unit in found if unit.reference == reference), None)


def sentences_of(text: str, language: str) -> list[str]:
    """The sentences of a text in a language, as they stand there."""
    places = sentences(text, Place(start=0, end=len(text)), abbreviations(language))
    return [text[place.start : place.end] for place in places]


@lru_cache(maxsize=len(LANGUAGES))
def abbreviations(language: str) -> frozenset[str]:
    """What ends no sentence in a language; in English where it is not one of ours."""
    tag = language if language in LANGUAGES else "en"
    return frozenset(load_vocabulary(tag).abbreviations)
