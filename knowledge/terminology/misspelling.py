"""Names with a typing error or two: the nearest known form of a word that nothing else explains.

A name differs from its misspelling in one place or two, so that the beginning or the end of both agrees: only names
that share either with the word are compared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 6
"""Letters of the shortest word that may be a misspelling."""
LONG_NAME = 11
"""Letters from which a name counts as long."""
MOST_WRONG = 2
"""Wrong letters that a long name may have; a shorter one may have one."""
SHARED = 3
"""Letters at the beginning or at the end by which names are gathered."""


class Misspellings:
    """The forms that may be misspelt, by their first and their last letters."""

    def __init__(self, forms: Iterable[str], spelt_right: Collection[str]) -> None:
        """`spelt_right` are folded words that are nobody's misspelling."""
        self._spelt_right = spelt_right
        self._by_start: dict[str, list[str]] = {}
        self._by_end: dict[str, list[str]] = {}
        for form in forms:
            self._by_start.setdefault(form[:SHARED], []).append(form)
            self._by_end.setdefault(form[-SHARED - 1 :], []).append(form)

    def nearest(self, folded: Sequence[str], wrong: int = MOST_WRONG) -> str:
        """The form nearest to these words in one piece, with at most `wrong` wrong letters, or nothing."""
        key = "".join(folded)
        if len(key) < SHORTEST or any(word in self._spelt_right or word.isdigit() for word in folded):
            return ""
        allowed = 1 if len(key) < LONG_NAME else wrong
        best, nearest = allowed, ""
        for forms in (self._by_start.get(key[:SHARED]), self._by_end.get(key[-SHARED - 1 :])):
            if forms:
                match = process.extractOne(key, forms, scorer=OSA.distance, score_cutoff=best)
                if match and key[0] == match[0][0]:
                    nearest, best = match[0], int(match[1]) - 1
                    if best < 1:
                        break
        return nearest
