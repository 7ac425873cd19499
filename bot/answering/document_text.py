"""The text of a document as a reader sees it, with the sentences that an answer quotes marked in their places."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.documents.models import Document, evened
from knowledge.documents.units import Unit
from knowledge.evidence.vocabulary import Frozen


class Piece(Frozen):
    """A run of text."""

    text: str
    quoted: bool = False


class SectionTold(Frozen):
    """One section: its heading, which may be empty, and its paragraphs in pieces."""

    heading: str
    paragraphs: tuple[tuple[Piece, ...], ...]


class DocumentTold(Frozen):
    """A document, in its own language."""

    id: str
    title: str
    publisher: str
    language: str
    dated: str
    """ISO 8601; empty where it has no date."""
    url: str | None
    sections: tuple[SectionTold, ...]


def tell_document(document: Document, units: Sequence[Unit]) -> DocumentTold:
    """The document, with the units that are quoted of it marked."""
    sections = tuple(
        SectionTold(
            heading=section.heading,
            paragraphs=tuple(
                marked(paragraph.text, [unit.text for unit in units if unit.section == place])
                for paragraph in section.paragraphs
            ),
        )
        for place, section in enumerate(document.sections)
    )
    return DocumentTold(
        id=document.id,
        title=document.title,
        publisher=document.publisher,
        language=document.language,
        dated=document.dated.isoformat() if document.dated else "",
        url=document.url,
        sections=sections,
    )


def marked(text: str, quoted: Sequence[str]) -> tuple[Piece, ...]:
    """A paragraph in pieces, those that are quoted marked; what does not stand in it marks nothing."""
    plain = evened(text)
    spans = sorted((begins, begins + len(sentence)) for sentence in map(evened, quoted)
                   if sentence and (begins := plain.find(sentence)) >= 0)
    pieces: list[Piece] = []
    place = 0
    for begins, ends in spans:
        if begins < place:
            continue
        pieces += [Piece(text=plain[place:begins]), Piece(text=plain[begins:ends], quoted=True)]
        place = ends
    pieces.append(Piece(text=plain[place:]))
    return tuple(piece for piece in pieces if piece.text)
