"""Fusion: one score from several.

`weighted_sum` adds scores already on one scale. `relative_scores` brings the two scores of a text to one scale by what
the question itself allows, so that a part with nothing to say stays quiet: in a question in another language hardly any
word is found, its share is small everywhere, and the embedding decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

SHARE_WEIGHT = 6.0
"""Standard deviations of cosine that a text in which every term of the question is found without end is worth.

Chosen, like the square root, on the tuning collections of `benchmarks/fusion.py`; docs/benchmarks.md has the table."""


class Spread(NamedTuple):
    """How the cosines of all texts searched lie for one question."""

    mean: float
    deviation: float


def relative_scores(
    cosines: NDArray[np.float64], shares: NDArray[np.float64], spread: Spread
) -> NDArray[np.float64]:
    """How well texts answer a question, in standard deviations of its cosines.

    `shares`, 0 to 1, are of the BM25 score that the question could attain. Their square root counts: the first terms
    that are found tell more than the last.
    """
    nearness = (cosines - spread.mean) / spread.deviation if spread.deviation > 0 else np.zeros(len(cosines))
    scores: NDArray[np.float64] = nearness + SHARE_WEIGHT * np.sqrt(np.clip(shares, 0.0, 1.0))
    return scores


def weighted_sum(scores: Sequence[tuple[float, Mapping[str, float]]]) -> dict[str, float]:
    """Sum of weight times score over the scorings an id stands in; an id missing from one scores 0 there."""
    fused: dict[str, float] = {}
    for weight, scoring in scores:
        for identifier, score in scoring.items():
            fused[identifier] = fused.get(identifier, 0.0) + weight * score
    return fused


def ranked(scores: Mapping[str, float]) -> list[str]:
    """Ids by falling score, ties by id."""
    return sorted(scores, key=lambda identifier: (-scores[identifier], identifier))
