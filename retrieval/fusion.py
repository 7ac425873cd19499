"""Fusion: one ranking from several.

`reciprocal_rank_fusion` needs no scores; `weighted_sum` adds scores already brought to one scale. Both are pure and
ignore the order in which the rankings are given, up to rounding.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

RANK_CONSTANT = 60
"""The constant k of Cormack, Clarke and Büttcher, SIGIR 2009."""


def reciprocal_rank_fusion(rankings: Sequence[Sequence[str]]) -> dict[str, float]:
    """Sum of 1 / (60 + rank) over the rankings an id stands in, rank counted from 1."""
    fused: dict[str, float] = {}
    for ranking in rankings:
        for rank, identifier in enumerate(ranking, start=1):
            fused[identifier] = fused.get(identifier, 0.0) + 1.0 / (RANK_CONSTANT + rank)
    return fused


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
