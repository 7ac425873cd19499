"""How strongly a word speaks for each language: counts taken from Farmasvar's own texts.

The texts are the sentences and questions of the cards, the names of the concepts, and every language's word lists and
cues; languages we do not speak bring the short lists of `languages/other-languages.yaml`. A word that several language
families share as a name (`magnesium`, `placebo`, `diabetes`) tells nothing and is left out, as are medicines' names.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain

from pydantic import TypeAdapter

from knowledge.evidence.library import Library, load_terminology
from knowledge.languages import FOLDER, Language, read_yaml
from knowledge.languages.analysis import fold, words
from knowledge.terminology.brands import load_brands
from knowledge.terminology.concepts import Terminology
from knowledge.terminology.substance_names import load_substances

OTHERS_FILE = FOLDER / "other-languages.yaml"

UNSEEN = 2e-5
"""Share of a language's text that a word it has never been seen with is taken to have."""
FOLDED = 0.1
"""What a word without its diacritics (`nagon` for `någon`) is worth beside the word as it is spelt."""
SHORTEST_TAIL = 5
"""Letters of the shortest second half by which a compound nobody listed is told (`kalium|tilskud`)."""

SHORTEST_HEAD = 3
"""Letters of the shortest first half."""

_FAMILIES = {"nb": "north", "da": "north", "sv": "north", "nn": "north"}
_NAME_OF_NO_LANGUAGE = 3
"""Language families that must share a name before it counts for none of them."""
_PLACEHOLDER = re.compile(r"\b[A-Z]{4,}\b|\w+\*|\*\w+")

Evidence = Mapping[str, float]
"""For each language, what a word says: 0 for the language it fits best, below 0 for the others."""


@cache
def other_languages() -> dict[str, str]:
    """Common words of languages Farmasvar does not speak, by language."""
    return TypeAdapter(dict[str, str]).validate_python(read_yaml(OTHERS_FILE))


class WordProfiles:
    """What single words tell about the language of a text."""

    def __init__(self, languages: Mapping[str, Language], library: Library | None = None) -> None:
        terminology = library.terminology if library else load_terminology()
        self.tags = (*languages, *other_languages())
        texts = _texts(languages, terminology, library)
        self._shares = {tag: _shares(texts[tag]) for tag in self.tags}
        self._folded = {tag: {fold(word): share for word, share in own.items()} for tag, own in self._shares.items()}
        self._shared = _shared_names(terminology) | _proper_names(library)

    def telling(self, text: str) -> list[str]:
        """The words of a text that may tell its language, once each, in order."""
        typed = dict.fromkeys(words(text))
        return [word for word in typed if not any(map(str.isdigit, word)) and word not in self._shared]

    def evidence(self, word: str) -> Evidence | None:
        """What a lower-case word says, or nothing where no language knows it or a second half of it."""
        tails = (word[start:] for start in range(2, len(word) - SHORTEST_TAIL + 1))
        return next((found for form in chain([word], tails) if (found := self._known(form))), None)

    def _known(self, word: str) -> Evidence | None:
        folded = fold(word)
        shares = {
            tag: own.get(word, 0.0) + FOLDED * self._folded[tag].get(folded, 0.0) for tag, own in self._shares.items()
        }
        best = max(shares.values())
        return {tag: math.log((share + UNSEEN) / (best + UNSEEN)) for tag, share in shares.items()} if best else None


def _shares(texts: Iterable[str]) -> dict[str, float]:
    """Each word's share of the texts. Counts are damped: the cards say the same few things over and over."""
    counts = Counter(word for text in texts for word in words(text) if not word.isdigit())
    damped = {word: math.sqrt(count) for word, count in counts.items()}
    total = sum(damped.values())
    return {word: weight / total for word, weight in damped.items()}


def _texts(
    languages: Mapping[str, Language], terminology: Terminology, library: Library | None
) -> dict[str, list[str]]:
    texts: dict[str, list[str]] = defaultdict(list)
    for tag, language in languages.items():
        texts[tag] += [*language.stop_words, *language.function_words, *_cues(language)]
    for concept in terminology.concepts.values():
        for tag, name in concept.names.items():
            texts[tag] += [name.label, name.phrase, *name.synonyms]
    for tag in languages:
        texts[tag] += _first_halves(texts[tag])
    for _, claim in library.claims.values() if library else ():
        for tag, sentence in claim.statement.items():
            texts[tag].append(sentence)
        for tag, questions in claim.questions.items():
            texts[tag] += questions
    for tag, listed in other_languages().items():
        texts[tag].append(listed)
    return texts


def _first_halves(texts: Iterable[str]) -> list[str]:
    """What stands before a known word in a compound: people write `legg krampe` for `leggkrampe`."""
    vocabulary = {word for text in texts for word in words(text)}
    return [
        word[:cut]
        for word in sorted(vocabulary)
        for cut in range(SHORTEST_HEAD, len(word) - SHORTEST_TAIL + 1)
        if word[cut:] in vocabulary
    ]


def _cues(language: Language) -> Iterator[str]:
    """The whole words of a language's cues: no placeholders, no beginnings of words."""
    understanding = language.understanding
    requests = understanding.requests
    lists = (
        *understanding.intents.values(),
        understanding.follow_up,
        understanding.negation,
        understanding.history,
        understanding.older_age,
        understanding.reply_in,
        understanding.question_words,
        requests.sources,
        requests.greeting,
        requests.thanks,
        requests.help,
        requests.off_topic,
        *understanding.language_names.values(),
    )
    for cue in chain(*lists):
        yield _PLACEHOLDER.sub(" ", cue)


def _shared_names(terminology: Terminology) -> frozenset[str]:
    """One-word names of concepts that several language families share."""
    families: dict[str, set[str]] = defaultdict(set)
    for concept in terminology.concepts.values():
        for tag, name in concept.names.items():
            for form in (name.label, *name.synonyms):
                if len(found := words(form)) == 1:
                    families[found[0]].add(_FAMILIES.get(tag, tag))
    return frozenset(word for word, among in families.items() if len(among) >= _NAME_OF_NO_LANGUAGE)


def _proper_names(library: Library | None) -> frozenset[str]:
    """Names of medicines and, where the library is at hand, of its studies: `paracetamol`, `Frusso`."""
    cards = library.cards.values() if library else ()
    medicines = (name for substance in load_substances() for name in substance.names)
    brands = (brand.name for brand in load_brands())
    names = chain(medicines, brands, (name for card in cards for name in card.names))
    return frozenset(found[0] for name in names if len(found := words(name)) == 1)
