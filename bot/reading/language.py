"""Which language a message is written in.

A blend of what each word says, by Farmasvar's own texts (`bot.reading.language_profiles`) and by its letters
(`bot.reading.language_letters`), the app's language (the hint) and the language of the turn before. Evidence adds up as
natural logarithms; the hint and the turn before weigh little, so that they decide a message such as "magnesium?" and
no clear one. The weights were set on half of NTREX (sentences of even number) and the development half of MKQA;
`benchmarks/language_detection.py` reports on the other halves.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping

from bot.answering.messages import FALLBACK_LANGUAGE
from bot.reading.language_letters import letters_model
from bot.reading.language_profiles import WordProfiles, other_languages
from knowledge.evidence.library import Library
from knowledge.evidence.models import Frozen
from knowledge.languages import Language

LENDER = "en"
"""The language whose words turn up in every other."""
UNDETERMINED = "und"
"""ISO 639 code for a language that cannot be told, here for any script but the Latin one."""

LONGEST = 400
"""Characters read of a message: enough to tell any language."""

LETTERS_WEIGHT = 0.5
"""The letters' logarithms count for this much: sequences overlap, so their sum is surer than it is right."""
LETTERS_OF_KNOWN_WORDS = 0.3
"""The same for a word that Farmasvar's own texts hold."""
MIXED = 0.01
"""Share of messages in another language that hold English (a title, a term such as restless legs), each word with even
odds. Without it two Swedish words before an English title do not make a Swedish message."""
LEAST = -100.0
"""The least that one word says of a language, however many letters it has."""
CERTAINTY = 0.8
"""What the words say together counts for this much, since neighbouring words say the same thing twice."""
HINT_WEIGHT = 2.0
PREVIOUS_WEIGHT = 1.8
UNSPOKEN_WEIGHT = -1.5
"""Languages we do not speak must be this much likelier: most who write to Farmasvar write in one it speaks."""
PRIOR = {"nn": -0.3}
"""What speaks for a language before a word is read. About one Norwegian in eight writes Nynorsk; the full weight of
that (-2) would hide most of the short messages in it. Nothing speaks for Bokmål against Danish."""
CONFIDENT_FROM = 0.9
"""Share of the probability from which a language counts as told: chosen so that 99 of 100 such detections are right
on the texts the weights were set on."""
POSSIBLE_FROM = 0.05
"""Share of the probability from which a language is possible where none counts as told."""


class Detection(Frozen):
    """The language found, whether it is one we speak, and whether it is sure."""

    language: str
    supported: bool = True
    confident: bool = True
    possible: frozenset[str] = frozenset()
    """Languages we speak that it may be as well, where it is not sure: `Vis kildene` is Bokmål or Danish."""


class Detector:
    """Tells the language of a message; with a library, its sentences lend their words to the profiles."""

    def __init__(
        self, languages: Mapping[str, Language], library: Library | None = None, profiles: WordProfiles | None = None
    ) -> None:
        """`profiles` are those of the library, where they were made before."""
        self._languages = languages
        self._letters = letters_model((*languages, *other_languages()))
        self._profiles = profiles or WordProfiles(languages, library)

    def detect(self, text: str, hint: str | None = None, previous: str | None = None) -> Detection:
        """The likeliest language of the text."""
        text = text[:LONGEST]
        if _is_of_another_script(text):
            return Detection(language=UNDETERMINED, supported=False)
        telling = self._profiles.telling(text)
        if not telling:
            told = next((tag for tag in (hint, previous) if tag and tag in self._languages), FALLBACK_LANGUAGE)
            return Detection(language=told, confident=False, possible=frozenset(self._languages))
        scores = self._scores(telling)
        for tag, weight in ((hint, HINT_WEIGHT), (previous, PREVIOUS_WEIGHT)):
            if tag and tag in self._languages:
                scores[tag] += weight
        best = max(scores, key=scores.__getitem__)
        odds = {tag: math.exp(score - scores[best]) for tag, score in scores.items()}
        whole = sum(odds.values())
        if 1 / whole >= CONFIDENT_FROM:
            return Detection(language=best, supported=best in self._languages)
        possible = frozenset(tag for tag in self._languages if odds[tag] / whole >= POSSIBLE_FROM)
        return Detection(language=best, supported=best in self._languages, confident=False, possible=possible)

    def _scores(self, telling: list[str]) -> dict[str, float]:
        """The logarithm of each language's likelihood, but for a constant."""
        scores = {
            tag: PRIOR.get(tag, 0.0) if tag in self._languages else UNSPOKEN_WEIGHT for tag in self._profiles.tags
        }
        pure, mixed = dict.fromkeys(scores, 0.0), dict.fromkeys(scores, math.log(MIXED))
        for word in telling:
            said = self._evidence(word)
            for tag, own in said.items():
                pure[tag] += own
                mixed[tag] += math.log((math.exp(own) + math.exp(said[LENDER])) / 2)
        for tag in scores:
            whole = pure[tag] if tag == LENDER else _logarithm_of_sum(pure[tag], mixed[tag])
            scores[tag] += CERTAINTY * whole
        return scores

    def _evidence(self, word: str) -> dict[str, float]:
        """What one word says for each language: 0 for the one it fits best, below 0 for the others."""
        known = self._profiles.evidence(word)
        weight = LETTERS_OF_KNOWN_WORDS if known else LETTERS_WEIGHT
        said = {tag: weight * score for tag, score in self._letters.result().evidence(word).items()}
        if known:
            said = {tag: score + known[tag] for tag, score in said.items()}
        best = max(said.values())
        return {tag: max(score - best, LEAST) for tag, score in said.items()}


def _logarithm_of_sum(one: float, other: float) -> float:
    """The logarithm of the sum of two numbers given by their logarithms."""
    return max(one, other) + math.log1p(math.exp(-abs(one - other)))


def _is_of_another_script(text: str) -> bool:
    """Whether most letters are not Latin ones."""
    letters = [letter for letter in text if letter.isalpha()]
    foreign = sum("LATIN" not in unicodedata.name(letter, "") for letter in letters)
    return foreign * 2 > len(letters)
