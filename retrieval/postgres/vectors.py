"""Vectors as PostgreSQL's binary COPY has them: whole arrays are read and written, no row is looked at by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from retrieval.embedding import Vectors
from retrieval.lexical import Numbers

HEADER = b"PGCOPY\n\xff\r\n\0" + bytes(8)
"""Signature, flags and length of the extension: none."""
TRAILER = b"\xff\xff"
BEFORE_VECTOR = 4
"""Bytes of a vector before its numbers: how many there are, and two unused."""
ROWS_AT_ONCE = 4096


def _row(dimensions: int) -> np.dtype[np.void]:
    """A row of a number and a vector: how many fields, then each with its length in front."""
    return np.dtype([
        ("fields", ">i2"), ("number_bytes", ">i4"), ("number", ">i8"),
        ("vector_bytes", ">i4"), ("dimensions", ">i2"), ("unused", ">i2"), ("vector", ">f4", (dimensions,)),
    ])  # fmt: skip


def rows_of(pieces: Iterable[bytes | bytearray | memoryview], dimensions: int) -> Iterator[tuple[Numbers, Vectors]]:
    """Numbers and vectors from the pieces of a binary COPY of both, in parts of `ROWS_AT_ONCE`."""
    row, gathered, skipped = _row(dimensions), bytearray(), len(HEADER)
    for piece in pieces:
        gathered += piece
        if skipped and len(gathered) >= skipped:
            del gathered[:skipped]
            skipped = 0
        if len(gathered) >= ROWS_AT_ONCE * row.itemsize:
            yield _parsed(gathered, row)
            del gathered[: len(gathered) // row.itemsize * row.itemsize]
    yield _parsed(gathered, row)


def _parsed(gathered: bytearray, row: np.dtype[np.void]) -> tuple[Numbers, Vectors]:
    whole = len(gathered) // row.itemsize
    found: NDArray[np.void] = np.frombuffer(bytes(gathered[: whole * row.itemsize]), row)
    return found["number"].astype(np.int64), found["vector"].astype(np.float32)


def vector_of(stored: bytes) -> Vectors:
    """One vector, as the server sends it."""
    return np.frombuffer(stored, ">f4", offset=BEFORE_VECTOR).astype(np.float32)


def literal(vector: Vectors) -> str:
    """One vector, as it is written in a statement."""
    return str(vector.tolist())


def stored_as(vector: Vectors) -> bytes:
    """One vector, as the server takes it in binary."""
    return len(vector).to_bytes(2, "big") + bytes(2) + vector.astype(">f4").tobytes()
