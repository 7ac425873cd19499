"""Which concepts a document names, section by section; medicines are what tells whether it may answer at all."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.documents.models import Document, SectionRole
from knowledge.evidence.vocabulary import Frozen
from knowledge.terminology.linking import Recogniser

BETWEEN = re.compile(r"\s*[,;/]\s*|\s+(?:and|og|och|und|en|ja)\s+", re.IGNORECASE)
"""What stands between the substances of a combination."""


class Named(Frozen):
    """The concepts a document names."""

    title: frozenset[str]
    sections: tuple[frozenset[str], ...]
    """Of each section in order, its heading with it; none where the document itself names its subjects."""
    gist: frozenset[str]
    """Of title and conclusion: what it is about, and not only whom it was asked for."""
    head: frozenset[str]
    """Of title, question, conclusion, headings and tables: what it is about."""
    subjects: frozenset[str]
    """The medicines among those."""

    @property
    def everywhere(self) -> frozenset[str]:
        """Every concept it names."""
        return self.title.union(*self.sections)


def named_in(document: Document, recogniser: Recogniser) -> Named:
    """The concepts of a document. A word that would have to be misspelt to be a name is none: documents are edited."""
    title = concepts_in(document.title, recogniser)
    gist = [title]
    about = [_substances(document.subjects, recogniser) or title] if document.subjects else [title]
    sections: tuple[frozenset[str], ...] = ()
    if not document.subjects:
        sections = tuple(concepts_in(f"{section.heading}. {section.text}", recogniser) for section in document.sections)
        for section, named in zip(document.sections, sections, strict=True):
            rows = ". ".join(paragraph.text for paragraph in section.paragraphs if paragraph.is_row)
            answers = section.role is SectionRole.ANSWER
            about.append(concepts_in(f"{section.heading}. {rows}", recogniser) if answers else named)
            gist += [named] if section.role is SectionRole.CONCLUSION else []
    is_medicine = recogniser.terminology.is_medicine
    head = frozenset().union(*about)
    of_gist = frozenset().union(*gist)
    return Named(title=title, sections=sections, gist=of_gist, head=head, subjects=frozenset(filter(is_medicine, head)))


def _substances(names: Iterable[str], recogniser: Recogniser) -> frozenset[str]:
    """The medicines that a product holds, by their names: of "warfarin sodium" warfarin alone."""
    parts = [part for name in names for part in BETWEEN.split(name)]
    found = ([m.concept for m in recogniser.mentions(part) if m.kind == "medicine"][:1] for part in parts)
    return frozenset(concept for one in found for concept in one)


def concepts_in(text: str, recogniser: Recogniser) -> frozenset[str]:
    """The concepts that a text names."""
    return frozenset(mention.concept for mention in recogniser.mentions(text) if not mention.fuzzy)
