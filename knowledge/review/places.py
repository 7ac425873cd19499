"""Where in its source a claim stands: the text that the library holds, and the place of a locator in it."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from knowledge.documents.folder import FOLDER as DOCUMENTS
from knowledge.documents.folder import read_document
from knowledge.documents.units import abbreviations
from knowledge.evidence.library import EARLIER
from knowledge.evidence.models import Card, Locator
from knowledge.evidence.vocabulary import Frozen
from knowledge.sources.extraction.models import Place
from knowledge.sources.extraction.sentences import sentences
from knowledge.sources.texts import text_of

SIGNS = {"'": "['\u2018\u2019\u02bc]", '"': '["\u201c\u201d\u201e\u00ab\u00bb]', "-": "[-\u2010-\u2015\u2212]"}
"""Signs that two copies of one text write differently."""


class Found(Frozen):
    """The place of a claim in the text of its source, as far as it is found."""

    section: Place | None = None
    """The heading."""
    words: Place | None = None
    """The first words of the place."""
    sentence: Place | None = None
    """The sentence they stand in."""

    @property
    def start(self) -> int | None:
        """Where a reader is to be taken to."""
        place = self.words or self.section
        return place.start if place else None


def kept_source(path: Path) -> Path:
    """Where the text is kept that an approved card, whose file this is, was compared with."""
    return path.parent / EARLIER / f"{path.stem}-source.txt"


def source_changed(path: Path, card: Card) -> tuple[str, str] | None:
    """The text that an approved card was compared with and the one its library now holds; None where they are one.

    Also None where no text was kept. Raises `SourceError` where the text of now cannot be read.
    """
    kept = kept_source(path)
    if not kept.exists():
        return None
    before, now = kept.read_text(encoding="utf-8", errors="replace"), source_text(card, path.parent)
    return None if before == now else (before, now)


def source_text(card: Card, folder: Path) -> str:
    """The text of a card's source that its library holds: the abstract or the document; empty where it holds none.

    Raises `SourceError` where there is one that cannot be read.
    """
    document = folder / DOCUMENTS / f"{card.id}.json"
    if document.exists():
        found = read_document(document)
        parts = [found.title]
        for section in found.sections:
            parts.append("\n".join(part for part in (section.heading, section.text) if part))
        return "\n\n".join(parts)
    return text_of(card.id, folder)


def found_in(locator: Locator, text: str, language: str = "en") -> Found:
    """The place of a locator in a text: its heading, and its first words below it, or anywhere where it has none."""
    section = _heading(locator.section, text) if locator.section else None
    words = None
    if locator.begins:
        pattern = _pattern(locator.begins)
        words = pattern.search(text, section.end if section else 0) or pattern.search(text)
    if words is None:
        return Found(section=section)
    start, end = words.span()
    line = Place(start=text.rfind("\n", 0, start) + 1, end=_line_end(text, end))
    around = [place for place in sentences(text, line, abbreviations(language)) if place.end > start]
    sentence = Place(start=min(around[0].start, start), end=max(around[0].end, end)) if around else None
    return Found(section=section, words=Place(start=start, end=end), sentence=sentence)


def _heading(heading: str, text: str) -> Place | None:
    """A heading: on a line of its own rather than in a sentence."""
    pattern = _pattern(heading)
    own = re.compile(rf"^[ \t]*(?:\d[\d.]*[ \t]+)?({pattern.pattern})[ \t]*:?", re.IGNORECASE | re.MULTILINE)
    if match := own.search(text):
        return Place(start=match.start(1), end=match.end(1))
    return None


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


@lru_cache(maxsize=256)
def _pattern(words: str) -> re.Pattern[str]:
    """The words with any white space between them, in any case, in whatever signs the copy is written."""
    written = (
        "".join(next((s for sign, s in SIGNS.items() if re.fullmatch(s, letter)), re.escape(letter)) for letter in word)
        for word in words.split()
    )
    return re.compile(r"\s+".join(written), re.IGNORECASE)
