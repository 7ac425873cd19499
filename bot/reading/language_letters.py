"""What the letters of a single word say about its language.

The counts are py3langid's: how often a sequence of letters stands in texts of a language. It is asked word by word, so
that a title or a term in another language is seen for what it is instead of colouring the whole message.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, lru_cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from knowledge.kept import kept_with_program

_NAMES = {"nb": "no"}
"""py3langid's code for a language where it has one of its own: its Norwegian is Bokmål."""


class Letters:
    """Scores of words among the languages told apart."""

    def __init__(self, tags: Iterable[str]) -> None:
        self._tags = {_NAMES.get(tag, tag): tag for tag in tags}
        parts = kept_with_program("letters", lambda: _parts(list(self._tags)), " ".join(self._tags))
        self._identifier = LanguageIdentifier(*parts[:-1], tk_row=parts[-1])
        self.evidence = lru_cache(maxsize=20_000)(self._evidence)

    def _evidence(self, word: str) -> Mapping[str, float]:
        """For each language, the logarithm of how well a word fits it: 0 for the best, below 0 for the others."""
        ranked = self._identifier.rank(f" {word} ")
        best = ranked[0][1]
        return {self._tags[name]: score - best for name, score in ranked}


def _parts(names: list[str]) -> tuple[Any, ...]:
    """What an identifier of these languages is made of.

    The columns of the 130 other languages are left behind; together with the whole they would take 30 MB more.
    """
    whole = LanguageIdentifier.from_model_file(MODEL_FILE)
    columns = [whole.nb_classes.index(name) for name in names]
    return (
        whole.nb_ptc[:, columns].copy(), whole.nb_pc[columns], names, whole.tk_nextmove, whole.tk_output, whole.tk_row,
    )  # fmt: skip


@cache
def letters_model(tags: tuple[str, ...]) -> Future[Letters]:
    """The scores for these languages. Unpacking them takes half a second, beside whatever else is starting."""
    beside = ThreadPoolExecutor(max_workers=1)
    reading = beside.submit(Letters, tags)
    beside.shutdown(wait=False)
    return reading
