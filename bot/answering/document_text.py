"""The text of a source as a reader sees it, with what an answer quotes of it, or rests on, marked in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.answering.select import Plan
from knowledge.documents.models import Document, evened
from knowledge.documents.units import Unit
from knowledge.evidence.library import Library
from knowledge.evidence.vocabulary import Frozen
from knowledge.review.places import found_in

MOST_PASSAGES = 4
"""Of one source: the rest is on its page."""
MOST_AROUND = 400
"""Letters of a paragraph shown before and after what is marked."""


class Piece(Frozen):
    """A run of text."""

    text: str
    quoted: bool = False


class Passage(Frozen):
    """A stretch of the text of a source, with what an answer rests on marked in it."""

    heading: str
    pieces: tuple[Piece, ...]
    language: str


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
    replaced_by: str = ""
    """The document that answers in its place."""


def tell_document(document: Document, units: Sequence[Unit], replaced_by: str = "") -> DocumentTold:
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
        replaced_by=replaced_by,
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


def cited_passages(plan: Plan, library: Library, text_of: Callable[[str], str]) -> Mapping[str, Sequence[Passage]]:
    """By source, the stretches of its text that an answer rests on, in the order in which the answer tells of them."""
    found: dict[str, list[Passage]] = {}
    for reference in plan.quoted:
        if unit := library.unit(reference):
            found.setdefault(unit.document, []).append(_of_document(library.documents[unit.document], unit))
    texts: dict[str, str] = {}
    for reference in plan.claims:
        if reference not in library.claims:
            continue
        card, claim = library.claims[reference]
        if card.id not in texts:
            texts[card.id] = text_of(card.id)
        text = texts[card.id]
        place = found_in(claim.locator, text, card.source.language) if text and claim.locator.begins else None
        if place and place.sentence:
            around = _around(text, place.sentence.start, place.sentence.end)
            passage = Passage(heading=claim.locator.section or "", pieces=around, language=card.source.language)
            found.setdefault(card.id, []).append(passage)
    return {source: _apart(passages)[:MOST_PASSAGES] for source, passages in found.items()}


def _of_document(document: Document, unit: Unit) -> Passage:
    section = document.sections[unit.section]
    pieces = marked(section.paragraphs[unit.paragraph].text, [unit.text])
    if not any(piece.quoted for piece in pieces):  # a row of a table, which stands in the text cell by cell
        pieces = (Piece(text=unit.text, quoted=True),)
    return Passage(heading=section.heading, pieces=_shortened(pieces), language=document.language)


def _around(text: str, start: int, end: int) -> tuple[Piece, ...]:
    """A sentence marked in its paragraph."""
    begins, ends = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    ends = len(text) if ends < 0 else ends
    pieces = (Piece(text=text[begins:start]), Piece(text=text[start:end], quoted=True), Piece(text=text[end:ends]))
    return _shortened(tuple(piece for piece in pieces if piece.text))


def _shortened(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces, with so much of what stands before and after the marked ones as a reader needs."""
    places = [place for place, piece in enumerate(pieces) if piece.quoted]
    first, last = places[0], places[-1]
    before = "".join(piece.text for piece in pieces[:first])
    after = "".join(piece.text for piece in pieces[last + 1 :])
    cut_before = before if len(before) <= MOST_AROUND else "… " + before[-MOST_AROUND:].partition(" ")[2]
    cut_after = after if len(after) <= MOST_AROUND else after[:MOST_AROUND].rpartition(" ")[0] + " …"
    told = (Piece(text=cut_before), *pieces[first : last + 1], Piece(text=cut_after))
    return tuple(piece for piece in told if piece.text)


def _apart(passages: Iterable[Passage]) -> list[Passage]:
    """Each passage once."""
    return list(dict.fromkeys(passages))
