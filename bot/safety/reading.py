"""A message read once, for everything that judges it: its words, and an `Account` for each family it can be in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bot.safety.account import Account, Numbers
from bot.safety.vital_signs import LABORATORY, VitalSigns
from bot.safety.vocabulary import Hit, Vocabulary, Word, load_vocabulary, words_of

CLEAR_LANGUAGE = 2
"""So many different function words make a message's language clear."""
FAMILY_OF = {"nb": "scandinavian", "nn": "scandinavian", "da": "scandinavian", "sv": "scandinavian"}


@dataclass(frozen=True)
class Reading:
    """What stands in a message."""

    text: str
    words: list[Word]
    accounts: list[Account]
    """One for each likely family of languages, the family of the language given first."""

    def add(self, hits: list[Hit]) -> None:
        """Let every account know what was found otherwise than by the words of danger."""
        for account in self.accounts:
            for hit in hits:
                account.add(hit)


def _likely_families(found: dict[str, list[Hit]]) -> list[str]:
    """The families a message can be in: all, unless its function words point clearly elsewhere.

    Folded spelling makes words of different languages meet (`took` and `tok`, Dutch `na` and Norwegian `nå`), so a
    family none of whose function words occur is left out once another has several.
    """
    scores = {
        family: len({hit.words for hit in hits if hit.category == "common"}) for family, hits in found.items()
    }
    best = max(scores.values(), default=0)
    return [family for family, score in scores.items() if best < CLEAR_LANGUAGE or score * 3 >= best]


@lru_cache(maxsize=1)
def _default_vocabulary() -> Vocabulary:
    return load_vocabulary()


def _numbers(words: list[Word], hits: list[Hit]) -> Numbers:
    measured = frozenset(hit.start for hit in hits if hit.category == "measure")
    reads = {hit.start for hit in hits if hit.category == "reads"}
    ends = {hit.end for hit in hits if hit.category == "value_name" or hit.category in LABORATORY}
    values = frozenset((*ends, *(end + 1 for end in ends & reads)))
    return Numbers(measured, values, VitalSigns(words, hits, measured).values())


def read(text: str, language: str | None = None) -> Reading:
    """The message as the vocabulary of every likely family understands it."""
    vocabulary = _default_vocabulary()
    words = vocabulary.spelled_right(words_of(text))
    found = vocabulary.find(words)
    numbers = _numbers(words, [hit for hits in found.values() for hit in hits])
    first = FAMILY_OF.get(language or "", language or "")
    families = sorted(_likely_families(found), key=lambda name: (name != first, name))
    # What one family dates to the past did not just happen in another whose words look alike.
    dates = {hit for family in families for hit in found[family] if hit.category == "past" and hit.end > hit.start + 1}
    return Reading(
        text,
        words,
        [Account(words, [*found[family], *dates.difference(found[family])], numbers) for family in families],
    )
