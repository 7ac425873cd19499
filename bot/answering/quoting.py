"""What is quoted of a document, in words: a frame in the reader's language, then the source's own sentences.

The frame says what the quotation is about, whose it is, of when, and where in the document it stands. The rows of a
table stand with the heads of their columns in front.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from bot.answering.composition import Composition
from bot.answering.select import Part
from knowledge.documents.models import Document, Section, SectionRole
from knowledge.documents.units import Unit


def quotation(part: Part, composition: Composition, *, folded: bool = False) -> str:
    """The quotation of a part, framed; empty where its document is gone."""
    units = [unit for reference in part.quoted if (unit := composition.library.unit(reference))]
    if not units:
        return ""
    document = composition.library.documents[units[0].document]
    pieces: list[str] = []
    for place, held in groupby(units, key=lambda unit: unit.section):
        section = document.sections[place]
        lead = _further(section, composition) if pieces else _frame(part, document, section, composition)
        pieces += [lead, *_sentences(list(held), composition, folded)]
    return " ".join(filter(None, pieces))


def _frame(part: Part, document: Document, section: Section, composition: Composition) -> str:
    messages, ask = composition.messages, part.ask
    named = (*ask.medicines, *ask.instead_of, *ask.beside, *ask.conditions, *ask.populations)
    slots = {
        "subject": composition.labels(named) or messages.format("quoted", text=document.title),
        "publisher": document.publisher,
        "dated": _dated(document, composition),
    }
    if section.role is SectionRole.CONCLUSION:
        return messages.format("quotation-concludes", **slots)
    written = messages.format("quotation-writes", **slots)
    return f"{written} {_under(section, composition)}".strip()


def _dated(document: Document, composition: Composition) -> str:
    messages = composition.messages
    if document.dated is None:
        return messages.format("source-undated")
    told = messages.date(document.dated.isoformat()[:7])
    return messages.format("quotation-old", date=told) if document.is_old(composition.today) else told


def _further(section: Section, composition: Composition) -> str:
    """What introduces sentences of another section of the same document."""
    return _under(section, composition) or composition.messages.format("quotation-discussion")


def _under(section: Section, composition: Composition) -> str:
    if not section.heading:
        return ""
    return composition.messages.format("quotation-under", section=section.heading.rstrip(":"))


def _sentences(units: Sequence[Unit], composition: Composition, folded: bool) -> list[str]:
    said: list[str] = []
    columns = ""
    for unit in units:
        if unit.columns and unit.columns != columns:
            said.append(f"({unit.columns})")
        columns = unit.columns
        said.append(composition.quote(unit, folded=folded))
    return said
