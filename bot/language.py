"""Which language a message is written in."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.languages import Language
from knowledge.models import Frozen
from retrieval.analysis import words


class Detection(Frozen):
    """The language found, and whether it is one we speak."""

    language: str
    supported: bool = True
    confident: bool = True


class Detector:
    """Tells the language of a message."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        self._languages = languages

    def detect(self, text: str, hint: str | None = None, previous: str | None = None) -> Detection:
        """The likeliest language of the text."""
        typed = set(words(text))
        scores = {tag: sum(1.0 for word in language.function_words if word in typed) + 0.5 * any(letter in text.lower() for letter in language.letters)
                  for tag, language in self._languages.items()}
        if previous in scores:
            scores[previous] += 0.7
        if hint in scores:
            scores[hint] += 0.9
        best = max(scores, key=lambda tag: (scores[tag], tag == "en"))
        return Detection(language=best, confident=scores[best] > 0)
