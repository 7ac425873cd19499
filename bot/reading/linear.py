"""Logistic regression over hashed features: weights fitted at development time, applied with numpy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.reading.clause_features import BUCKETS, Features

Values = NDArray[np.float32]
STEPS = 127
"""The largest weight of an output, in the steps that weights are kept in."""


@dataclass(frozen=True)
class Linear:
    """Weights of each output, float32, (BUCKETS, outputs), and its intercept, (outputs,)."""

    weights: Values
    intercepts: Values

    def probabilities(self, rows: Sequence[Features]) -> Values:
        """How likely each output is for each row of features, float32, (rows, outputs)."""
        scores = np.empty((len(rows), len(self.intercepts)), dtype=np.float32)
        for place, row in enumerate(rows):
            numbers = np.fromiter(row.keys(), dtype=np.intp, count=len(row))
            values = np.fromiter(row.values(), dtype=np.float32, count=len(row))
            scores[place] = values @ self.weights[numbers] + self.intercepts
        return np.asarray(1 / (1 + np.exp(-scores)), dtype=np.float32)

    def packed(self, name: str) -> dict[str, NDArray[np.generic]]:
        """The weights as whole numbers of one byte, for a file: an eighth of their size."""
        scale = np.abs(self.weights).max(axis=0) / STEPS
        return {
            f"{name}_weights": np.rint(self.weights / scale).astype(np.int8),
            f"{name}_scale": scale.astype(np.float32),
            f"{name}_intercepts": self.intercepts.astype(np.float32),
        }


def unpacked(packed: Mapping[str, NDArray[np.generic]], name: str) -> Linear:
    """The weights from what `Linear.packed` wrote under this name.

    Raises `ValueError` where they were fitted to another number of features.
    """
    weights = packed[f"{name}_weights"]
    if weights.shape[0] != BUCKETS:
        raise ValueError("the model of asks was fitted to other features; run `python -m benchmarks.intents --write`")
    return Linear(
        weights=weights.astype(np.float32) * packed[f"{name}_scale"].astype(np.float32),
        intercepts=packed[f"{name}_intercepts"].astype(np.float32),
    )
