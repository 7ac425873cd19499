"""What the tests of extraction share: a text in, its estimates out."""

from __future__ import annotations

from knowledge.sources.extraction.models import Abstract, Extracted
from knowledge.sources.extraction.read import read_abstract


def estimates_in(text: str, title: str = "", language: str = "en") -> list[Extracted]:
    """Every estimate of a text."""
    return read_abstract(Abstract(card_id="cochrane-cd000001", title=title, text=text, language=language))


def numbers_in(text: str, language: str = "en") -> list[tuple[str, float, float | None, float | None]]:
    """Measure, value and limits of every estimate of a text."""
    found = (item.estimate for item in estimates_in(text, language=language))
    return [(e.measure, e.value, e.ci_low, e.ci_high) for e in found]


def one(text: str, title: str = "", language: str = "en") -> Extracted:
    """The only estimate of a text."""
    found = estimates_in(text, title, language)
    assert len(found) == 1, found
    return found[0]
