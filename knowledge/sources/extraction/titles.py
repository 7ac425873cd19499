"""A title taken apart, and the abbreviations that a title and its abstract share."""

from __future__ import annotations

import re

from knowledge.sources.extraction.comparisons import reader_for
from knowledge.sources.extraction.models import Place
from knowledge.sources.extraction.wording import masked, stems_of


class Title:
    """A title taken apart: intervention, comparator and what they are for."""

    def __init__(self, title: str, language: str) -> None:
        self.text = title
        self.plain = masked(title)
        self.reader = reader_for(self.plain, language)
        words = self.reader.words
        purpose = words.patterns["title_purposes"].search(self.plain, 3)
        self.head = Place(start=0, end=purpose.start() if purpose else len(self.plain))
        self.tail = Place(start=purpose.end() if purpose else len(self.plain), end=len(self.plain))
        versus = self.reader.comparisons(self.head)
        self.comparison = versus[0] if versus and versus[0].intervention else None

    @property
    def intervention(self) -> str | None:
        """The title's first arm; None where the title has no purpose that would tell where the arm ends."""
        if self.comparison and self.comparison.intervention:
            return self.comparison.intervention.of(self.text)
        place = self.reader.name(self.head) if self.tail.start < self.tail.end else None
        return place.of(self.text).strip() if place else None

    @property
    def is_generic(self) -> bool:
        """Whether the first arm names no treatment: "pharmacological interventions"."""
        words = self.reader.words.patterns["generic_arms"].sub(" ", self.intervention or "")
        return not stems_of(words)

    @property
    def comparator(self) -> str | None:
        """The title's second arm."""
        return self.comparison.comparator.of(self.text) if self.comparison else None


def abbreviations_in(*texts: str) -> dict[str, str]:
    """Abbreviations with what they stand for, as the texts introduce them: "branched-chain amino acids (BCAA)"."""
    found: dict[str, str] = {}
    for text in texts:
        for match in re.finditer(r"\(([A-Z][A-Za-z-]{1,8})\)", text):
            letters = re.sub(r"[a-z-]", "", match[1].removesuffix("s"))
            words = re.findall(r"[\w'-]+", text[: match.start()][-120:])[-len(letters) - 3 :]
            for count in range(1, len(words) + 1):
                piece = " ".join(words[-count:])
                if letters and piece[0].lower() == letters[0].lower() and _stand_in(letters.lower(), piece.lower()):
                    found.setdefault(match[1], piece)
    return found


def written_out(text: str, title: str, abbreviations: dict[str, str]) -> str:
    """The words with an abbreviation written out, as the abstract introduces it or as the title has its words."""
    short = text.strip()
    for known in (short, short.removesuffix("s")):
        if known in abbreviations:
            return abbreviations[known]
    letters = re.sub(r"[^A-Z]", "", short).lower()
    if len(letters) < 2 or len(letters) < len(short.rstrip("s")):
        return text
    words = re.findall(r"\w+", title)
    for start in range(len(words) - len(letters) + 1):
        if "".join(word[0].lower() for word in words[start : start + len(letters)]) == letters:
            return " ".join(words[start : start + len(letters)])
    return text


def _stand_in(letters: str, words: str) -> bool:
    """Whether the letters stand in the words in this order."""
    rest = iter(words)
    return all(letter in rest for letter in letters)
