"""From documents to what is indexed: each sentence and row that may be quoted, in the document's own language only.

They are kept apart from the claims under a tag of their own, so that what may be quoted changes nothing in how near a
claim is. A text of a service is found by meaning and by words; a product text, a hundred pages long, by words, for its
sections say what they are on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.documents.folder import current
from knowledge.documents.models import Document as SourceDocument
from knowledge.documents.models import SectionRole
from knowledge.documents.units import Unit, units_of
from knowledge.evidence.library import ANSWERS
from knowledge.languages.analysis import terms
from retrieval.documents import Document, Source

MARK = "text-"
"""In front of the language of what is quoted."""
IN_PLACE = "+"
"""Behind the reference of a unit with its title and heading in front."""


def document_sources(documents: Iterable[SourceDocument]) -> list[Source]:
    """What is indexed of the documents that no other one replaces."""
    return [document_source(document) for document in current(documents)]


def document_source(document: SourceDocument) -> Source:
    """What is indexed of one document."""
    documents = [passage for unit in _indexed(document) for passage in _passages(document, unit)]
    return Source(id=f"{MARK}{document.id}", documents=documents)


def _indexed(document: SourceDocument) -> list[Unit]:
    """The units that may be quoted, and the question, which an ask may be near to."""
    roles = [section.role for section in document.sections]
    return [u for u in units_of(document) if u.is_quotable or roles[u.section] is SectionRole.QUESTION]


def _passages(document: SourceDocument, unit: Unit) -> Iterator[Document]:
    """A unit by itself and, where it is found by meaning, in its place: many a sentence leaves unsaid what it is on."""
    heading = document.sections[unit.section].heading
    by_meaning = document.kind in ANSWERS
    said = unit.text if by_meaning else f"{heading} {unit.text}"
    yield Document(
        id=unit.reference,
        language=MARK + document.language,
        terms=terms(said, document.language),
        passages=[unit.text] if by_meaning else [],
    )
    if by_meaning:
        told = ". ".join(filter(None, (document.title, heading, f"{unit.columns} {unit.text}".strip())))
        yield Document(id=in_place(unit.reference), language=MARK + document.language, terms=[], passages=[told])


def in_place(reference: str) -> str:
    """The id of a unit with its title and heading in front."""
    return f"{reference}{IN_PLACE}"
