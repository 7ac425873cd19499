"""A small model of danger, learnt from examples: it sees what the rules of `bot.safety.danger` have no words for.

Two parts are added. One weighs traits and pieces of words (`bot.safety.traits`) and can say which words spoke for
danger. The other compares the message with the examples it was fitted to, by meaning (the question's vector) and
traits: each example pulls towards danger or away from it, the nearer the stronger (a support vector machine with a
Gaussian kernel). Without a vector the first part judges alone, by a threshold of its own.

`python -m benchmarks.danger --write` fits it and writes `WEIGHTS`; numpy is all that is needed to use it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.safety.reading import Reading
from bot.safety.traits import TRAITS, Values, pieces, pieces_of

WEIGHTS = Path(__file__).with_name("danger.npz")
VECTOR_SCALE, TRAIT_SCALE = 2.2, 0.15
"""How much a vector and a trait count in the distance between two messages."""
WORDS_SHARE = 0.2
"""What the part that weighs words counts beside the part that compares."""
STEP = 1 / 400
"""Vectors of examples are kept as whole numbers of this size."""
WORDS_SHOWN = 3
LONG_MESSAGE = 20
"""Words; a longer message holds more that only sounds like danger, and has thresholds of its own."""


@dataclass(frozen=True)
class DangerModel:
    """The weights; `score` and `score_by_words` are above their thresholds where somebody is in danger.

    There are two thresholds of each: for short messages, and for long ones.
    """

    piece_weights: Values
    trait_weights: Values
    words_intercept: float
    example_vectors: NDArray[np.float32]
    example_traits: NDArray[np.float32]
    pulls: Values
    """What each example speaks for: above 0 danger, below 0 none."""
    intercept: float
    thresholds: tuple[float, float]
    thresholds_by_words: tuple[float, float]
    vector_space: str
    """Name of the space of the examples' vectors; vectors of another one mean nothing here."""

    @cached_property
    def _examples(self) -> Values:
        """What each example is compared by."""
        return np.hstack((VECTOR_SCALE * self.example_vectors, TRAIT_SCALE * self.example_traits))

    @cached_property
    def _squares(self) -> Values:
        squares: Values = np.square(self._examples).sum(axis=1)
        return squares

    def tells_of_danger(self, reading: Reading, shown: Values, vector: Values | None) -> bool:
        """Whether the score of a message is above the threshold for its length; without a vector, that of its words."""
        long = len(reading.words) > LONG_MESSAGE
        if vector is None:
            return self.score_by_words(reading, shown) > self.thresholds_by_words[long]
        return self.score(reading, shown, vector) > self.thresholds[long]

    def score_by_words(self, reading: Reading, shown: Values) -> float:
        """What traits and pieces of words say."""
        numbers, weights = pieces(reading.words)
        of_pieces = float(self.piece_weights[numbers] @ weights)
        return of_pieces + float(self.trait_weights @ shown) + self.words_intercept

    def score(self, reading: Reading, shown: Values, vector: Values) -> float:
        """What both parts say together."""
        asked = np.concatenate((VECTOR_SCALE * vector, TRAIT_SCALE * shown)).astype(np.float32)
        far = self._squares + float(asked @ asked) - 2 * (self._examples @ asked)
        compared = float(self.pulls @ np.exp(-far)) + self.intercept
        return compared + WORDS_SHARE * self.score_by_words(reading, shown)

    def words_for_danger(self, reading: Reading) -> tuple[str, ...]:
        """The words whose pieces speak most for danger."""
        said = {word.text: float(self.piece_weights[list(pieces_of(word.text))].sum()) for word in reading.words}
        return tuple(sorted(said, key=lambda word: (-said[word], word))[:WORDS_SHOWN])

    def save(self, path: Path) -> None:
        """Write the weights, small: vectors as whole numbers, weights of pieces in half precision."""
        packed = {field.name: np.asarray(getattr(self, field.name)) for field in fields(self)}
        packed["piece_weights"] = self.piece_weights.astype(np.float16)
        packed["example_vectors"] = np.rint(self.example_vectors / STEP).astype(np.int8)
        packed["example_traits"] = self.example_traits.astype(np.int8)
        packed["traits"] = np.array(TRAITS)
        np.savez(path, allow_pickle=False, **packed)


def unpacked(packed: Mapping[str, Any]) -> DangerModel:
    """The model from what `DangerModel.save` wrote."""
    if tuple(packed["traits"]) != TRAITS:
        raise ValueError("the model of danger was fitted to other traits; run `python -m benchmarks.danger --write`")
    return DangerModel(
        piece_weights=packed["piece_weights"].astype(np.float32),
        trait_weights=packed["trait_weights"],
        words_intercept=float(packed["words_intercept"]),
        example_vectors=packed["example_vectors"].astype(np.float32) * np.float32(STEP),
        example_traits=packed["example_traits"].astype(np.float32),
        pulls=packed["pulls"],
        intercept=float(packed["intercept"]),
        thresholds=_pair(packed["thresholds"]),
        thresholds_by_words=_pair(packed["thresholds_by_words"]),
        vector_space=str(packed["vector_space"]),
    )


def _pair(values: Values) -> tuple[float, float]:
    short, long = (float(value) for value in values)
    return short, long


@lru_cache(maxsize=1)
def load_model() -> DangerModel:
    """The model that ships with Farmasvar."""
    with np.load(WEIGHTS, allow_pickle=False) as packed:
        return unpacked(packed)
