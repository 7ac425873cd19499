"""Whether the library answers a question at all: a calibrated probability, not a raw cosine.

Cosines of the model crowd together and mean different things in different languages, so the decision rests on a
logistic model over what speaks for and against the best hit. Its coefficients are fitted by `benchmarks/coverage.py`
on questions written for the claims (covered) and on real questions of public collections (not covered); the table of
that run stands in `docs/benchmarks.md`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from knowledge.models import Frozen
from retrieval.analysis import fold, stem, words
from retrieval.search import Hit

ANSWER_FROM = 0.5
"""Probability from which a question counts as covered."""


class Signals(Frozen):
    """What is known of a question and its best hit."""

    cosine: float
    """Of the best admissible claim."""
    lead_of_others: float
    """How much nearer in wording the best claim of all is than the best admissible one; 0 where they are the same."""
    facets: float
    """Fit of the best claim's codes, about -1 to 1."""
    unexplained: float
    """Share of the question's content words that neither a recognised concept nor the claim accounts for, 0 to 1."""
    named: float
    """1 where the question names a medicine or condition of the library, 0 otherwise."""


COEFFICIENTS: dict[str, float] = {
    "intercept": -30.0,
    "cosine": 36.0,
    "lead_of_others": -20.0,
    "facets": 3.0,
    "unexplained": -3.5,
    "named": 1.5,
}


def probability(signals: Signals) -> float:
    """Probability that the best hit answers the question (logistic model)."""
    value = COEFFICIENTS["intercept"] + sum(
        COEFFICIENTS[name] * float(signal) for name, signal in signals.model_dump().items()
    )
    return 1.0 / (1.0 + math.exp(-value))


def signals_of(best: Hit, nearest: Hit | None, unexplained: float, *, named: bool) -> Signals:
    """The signals of a question's best admissible hit and of the nearest claim of all."""
    return Signals(
        cosine=best.cosine,
        lead_of_others=max((nearest.cosine if nearest else best.cosine) - best.cosine, 0.0),
        facets=best.facets,
        unexplained=unexplained,
        named=float(named),
    )


def unexplained_share(
    text: str, explained: Iterable[int], claim_texts: Iterable[str], empty: frozenset[str], language: str
) -> float:
    """Share of a question's content words that nothing accounts for.

    `explained` are the positions of words inside recognised concepts; `empty` are folded words without a subject of
    their own; a word also counts as explained where its stem stands in the claim's texts.
    """
    typed = words(text)
    known_stems = {stem(word, language) for claim_text in claim_texts for word in words(claim_text)}
    covered = set(explained)
    content = [
        position
        for position, word in enumerate(typed)
        if fold(word) not in empty and len(word) > 2 and not word.isdigit()
    ]
    if not content:
        return 0.0
    missing = [p for p in content if p not in covered and stem(typed[p], language) not in known_stems]
    return len(missing) / len(content)
