"""Vectors of the shipped library's passages, which ship with it, so that the first start need not encode them.

The file holds a key of each text and its vector in whole numbers from -127 to 127 with one scale, a byte a dimension:
the cosine of a vector with what it was made from is above 0.9999. What is not in it is encoded as ever, so that a
changed card works at once; `python -m benchmarks.shipped_vectors --write` brings the file up to date.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from retrieval.embedding import PassageEncoder, Vectors

VECTORS_FILE = Path(__file__).parent / "weights" / "passages.npz"
LARGEST = 127.0


class VectorTable:
    """Vectors of one model by the texts they stand for; it is never changed."""

    def __init__(self, model: str, keys: NDArray[np.uint64], scales: Vectors, rows: NDArray[np.int8]) -> None:
        """`keys` ascend; `scales` are what the whole numbers of each row are multiplied by."""
        self.model = model
        self._keys, self._scales, self._rows = keys, scales, rows

    @classmethod
    def of(cls, model: str, texts: Sequence[str], vectors: Vectors) -> Self:
        """The table of these texts, a row each."""
        keys = np.array([_key(text) for text in texts], np.uint64)
        keys, order = np.unique(keys, return_index=True)
        scales = (np.abs(vectors[order]).max(axis=1) / LARGEST).astype(np.float32)
        rows = np.rint(vectors[order] / scales[:, None]).astype(np.int8)
        return cls(model, keys, scales, rows)

    @classmethod
    def read(cls, path: Path = VECTORS_FILE) -> Self:
        """The table of a file; an empty one of no model where there is no file."""
        if not path.exists():
            return cls("", np.empty(0, np.uint64), np.empty(0, np.float32), np.empty((0, 0), np.int8))
        with np.load(path) as content:
            return cls(str(content["model"]), content["keys"], content["scales"], content["rows"])

    def write(self, path: Path = VECTORS_FILE) -> None:
        """Write the file."""
        np.savez(path, model=np.array(self.model), keys=self._keys, scales=self._scales, rows=self._rows)

    def __len__(self) -> int:
        return len(self._keys)

    def place(self, text: str) -> int | None:
        """The row of a text; None where it has none."""
        key = np.uint64(_key(text))
        place = int(np.searchsorted(self._keys, key))
        return place if place < len(self._keys) and self._keys[place] == key else None

    def missing(self, texts: Iterable[str], model: str) -> list[str]:
        """The texts without a vector of the model."""
        return [text for text in texts if model != self.model or self.place(text) is None]

    def vectors(self, places: Sequence[int]) -> Vectors:
        """The unit vectors of rows."""
        rows = self._rows[list(places)].astype(np.float32) * self._scales[list(places), None]
        unit: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


def _key(text: str) -> int:
    """Eight bytes; two of 100,000 texts share them once in 4,000 million libraries."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "little")


@cache
def shipped_vectors() -> VectorTable:
    """The table that ships."""
    return VectorTable.read()


class ShippedVectors:
    """A `PassageEncoder` that looks vectors up in a table, and encodes only what stands in none."""

    def __init__(self, table: VectorTable, model: str, dimensions: int, engine: Callable[[], PassageEncoder]) -> None:
        """`engine` is asked for when the first text is met that has no vector."""
        self.model = model
        self.dimensions = dimensions
        self._table = table
        self._make_engine = engine
        self._engine: PassageEncoder | None = None

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, in order."""
        places = [self._table.place(text) if self.model == self._table.model else None for text in texts]
        rows = np.empty((len(texts), self.dimensions), np.float32)
        known = [at for at, place in enumerate(places) if place is not None]
        if known:
            rows[known] = self._table.vectors([place for place in places if place is not None])
        missing = [at for at, place in enumerate(places) if place is None]
        if missing:
            self._engine = self._engine or self._make_engine()
            rows[missing] = self._engine.passages([texts[at] for at in missing])
        return rows
