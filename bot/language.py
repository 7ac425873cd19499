"""Which language a message is written in.

A blend of what the message's words say (`bot.language_profiles`), what the library lingua makes of its letters, the
app's language (the hint) and the language of the turn before. Evidence adds up as natural logarithms; the hint and the
turn before weigh little, so that they decide a message such as "magnesium?" and no clear one.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from functools import cache

from lingua import Language as Lingua
from lingua import LanguageDetector, LanguageDetectorBuilder

from bot.language_profiles import WordProfiles
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.models import Frozen

FALLBACK = "en"
UNDETERMINED = "und"
"""ISO 639 code for a language that cannot be told, here for any script but the Latin one."""

LONGEST = 400
"""Characters read of a message: enough to tell any language."""

LINGUA_WEIGHT = 0.5
"""Lingua's logarithms count for this much: its percentages are surer of themselves than they are right."""
LINGUA_FULL_AT = 16
"""Letters from which lingua has its full weight; on a word or two it guesses."""
LINGUA_LEAST = 1e-4
"""Share below which lingua's differences are noise."""
HINT_WEIGHT = 2.0
PREVIOUS_WEIGHT = 1.8
UNSPOKEN_WEIGHT = -1.5
"""Languages we do not speak must be this much likelier: most who write to Farmasvar write in one it speaks."""
PRIOR = {"nn": -1.0}
"""What speaks for a language before a word is read. About one Norwegian in eight writes Nynorsk. Nothing speaks for
Bokmål against Danish: of sentences that fit both nearly alike, six in ten were Danish (NTREX, four to eight words)."""
CONFIDENT_FROM = 0.8
"""Share of the probability from which a language counts as told."""

LINGUA_LANGUAGES = {
    Lingua.ENGLISH: "en",
    Lingua.BOKMAL: "nb",
    Lingua.DANISH: "da",
    Lingua.SWEDISH: "sv",
    Lingua.DUTCH: "nl",
    Lingua.NYNORSK: "nn",
    Lingua.GERMAN: "de",
    Lingua.FINNISH: "fi",
    Lingua.FRENCH: "fr",
    Lingua.SPANISH: "es",
    Lingua.ITALIAN: "it",
    Lingua.ICELANDIC: "is",
    Lingua.POLISH: "pl",
    Lingua.PORTUGUESE: "pt",
}


class Detection(Frozen):
    """The language found, and whether it is one we speak."""

    language: str
    supported: bool = True
    confident: bool = True


@cache
def _lingua() -> LanguageDetector:
    # The high-accuracy models take 350 MB and 8 s to load, these 25 MB and no time; the words make up for it.
    return LanguageDetectorBuilder.from_languages(*LINGUA_LANGUAGES).with_low_accuracy_mode().build()


class Detector:
    """Tells the language of a message; with a library, its sentences lend their words to the profiles."""

    def __init__(self, languages: Mapping[str, Language], library: Library | None = None) -> None:
        self._languages = languages
        self._profiles = WordProfiles(languages, library)

    def detect(self, text: str, hint: str | None = None, previous: str | None = None) -> Detection:
        """The likeliest language of the text."""
        text = text[:LONGEST]
        if _is_of_another_script(text):
            return Detection(language=UNDETERMINED, supported=False)
        telling = self._profiles.telling(text)
        if not telling:
            told = next((tag for tag in (hint, previous) if tag and tag in self._languages), FALLBACK)
            return Detection(language=told, confident=False)
        scores = self._scores(telling)
        for tag, weight in ((hint, HINT_WEIGHT), (previous, PREVIOUS_WEIGHT)):
            if tag and tag in self._languages:
                scores[tag] += weight
        best = max(scores, key=scores.__getitem__)
        share = 1 / sum(math.exp(score - scores[best]) for score in scores.values())
        return Detection(language=best, supported=best in self._languages, confident=share >= CONFIDENT_FROM)

    def _scores(self, telling: list[str]) -> dict[str, float]:
        """The logarithm of each language's likelihood, but for a constant."""
        scores = {
            tag: PRIOR.get(tag, 0.0) if tag in self._languages else UNSPOKEN_WEIGHT for tag in self._profiles.tags
        }
        for word in telling:
            for tag, weight in (self._profiles.evidence(word) or {}).items():
                scores[tag] += weight
        letters = " ".join(telling)
        weight = LINGUA_WEIGHT * min(1.0, len(letters) / LINGUA_FULL_AT)
        for guess in _lingua().compute_language_confidence_values(letters):
            tag = LINGUA_LANGUAGES[guess.language]
            if tag in scores:
                scores[tag] += weight * math.log(max(guess.value, LINGUA_LEAST))
        return scores


def _is_of_another_script(text: str) -> bool:
    """Whether most letters are not Latin ones."""
    letters = [letter for letter in text if letter.isalpha()]
    foreign = sum("LATIN" not in unicodedata.name(letter, "") for letter in letters)
    return foreign * 2 > len(letters)
