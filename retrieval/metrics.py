"""Measures of a ranking against judgements (qrels), and how sure a mean over queries is.

A ranking lists ids best first, each once; judgements give a grade by id, 0 or less for what is not relevant.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.evidence.models import Frozen

RESAMPLES = 2000
SEED = 11


class Estimate(Frozen):
    """A mean over queries with its 95 % bootstrap interval."""

    mean: float
    low: float
    high: float


def ndcg(ranking: Sequence[str], grades: Mapping[str, int], k: int = 10) -> float:
    """Normalised discounted cumulative gain of the first k (Järvelin and Kekäläinen, ACM TOIS 2002), 0 to 1.

    The gain is the grade itself, as in BEIR's own evaluation (trec_eval).
    """
    gains = [max(grades.get(identifier, 0), 0) for identifier in ranking[:k]]
    ideal = sorted((grade for grade in grades.values() if grade > 0), reverse=True)[:k]
    return _discounted(gains) / _discounted(ideal) if ideal else 0.0


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))


def recall(ranking: Sequence[str], grades: Mapping[str, int], k: int) -> float:
    """Share of the relevant ones that stand among the first k, 0 to 1."""
    relevant = {identifier for identifier, grade in grades.items() if grade > 0}
    return len(relevant & set(ranking[:k])) / len(relevant) if relevant else 0.0


def reciprocal_rank(ranking: Sequence[str], grades: Mapping[str, int], k: int = 10) -> float:
    """1 / rank of the first relevant one among the first k, 0 where there is none."""
    ranks = (rank for rank, identifier in enumerate(ranking[:k], start=1) if grades.get(identifier, 0) > 0)
    return 1 / next(ranks, math.inf)


def bootstrap(values: Sequence[float], seed: int = SEED) -> Estimate:
    """The mean of one value a query with its 95 % interval (percentiles of means of resampled queries)."""
    found = np.asarray(values, dtype=np.float64)
    means = _resampled_means(found, seed)
    low, high = np.percentile(means, [2.5, 97.5])
    return Estimate(mean=float(found.mean()), low=float(low), high=float(high))


def difference(values: Sequence[float], others: Sequence[float], seed: int = SEED) -> Estimate:
    """Mean difference between two rankings of the same queries, with its interval (paired)."""
    return bootstrap([value - other for value, other in zip(values, others, strict=True)], seed)


def _resampled_means(values: NDArray[np.float64], seed: int) -> NDArray[np.float64]:
    draws = np.random.default_rng(seed).integers(0, len(values), (RESAMPLES, len(values)))
    means: NDArray[np.float64] = values[draws].mean(axis=1)
    return means
