"""Vectors of passages that are encoded but not yet in the index, kept in a file beside it.

Encoding takes hours where writing takes a minute, and writing is quickest in large groups. Kept so, no more than the
batch being encoded is lost when a machine stops in the middle of a group.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import apsw
import numpy as np

from retrieval.embedding import PassageEncoder, Vectors
from retrieval.index_file import remove

KEY_BYTES = 32


class KeptVectors:
    """A `PassageEncoder` that keeps what another one encodes, and knows what was kept before it."""

    def __init__(self, path: Path, encoder: PassageEncoder) -> None:
        self.model = encoder.model
        self.dimensions = encoder.dimensions
        self._encoder = encoder
        try:
            self._connection = _opened(path)
            batches = list(self._connection.execute("SELECT keys, vectors FROM batches"))
        except (apsw.CorruptError, apsw.NotADBError):  # what cannot be read any longer is encoded again
            remove(path)
            self._connection, batches = _opened(path), []
        self._kept: dict[bytes, Vectors] = {}
        for keys, vectors in batches:
            rows = np.frombuffer(vectors, np.float32).reshape(len(keys) // KEY_BYTES, -1)
            self._kept.update((keys[place * KEY_BYTES :][:KEY_BYTES], row) for place, row in enumerate(rows))

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, in order."""
        keys = [key_of(self, text) for text in texts]
        missing = [place for place, key in enumerate(keys) if key not in self._kept]
        rows = np.empty((len(texts), self.dimensions), np.float32)
        for place, key in enumerate(keys):
            if key in self._kept:
                rows[place] = self._kept[key]
        if missing:
            rows[missing] = self._encoder.passages([texts[place] for place in missing])
            batch = b"".join(keys[place] for place in missing), rows[missing].tobytes()
            self._connection.execute("INSERT INTO batches VALUES (?, ?)", batch)
        return rows

    def forget(self) -> None:
        """Empty the file, since the index holds what it kept."""
        self._connection.execute("DELETE FROM batches")

    def close(self) -> None:
        """Close the file; the next to open it finds what it keeps."""
        self._connection.close()


def key_of(encoder: PassageEncoder, text: str) -> bytes:
    """What the vector of a text is kept by; another model's is another one."""
    return hashlib.sha256(f"{encoder.model}\n{encoder.dimensions}\n{text}".encode()).digest()


def _opened(path: Path) -> apsw.Connection:
    connection = apsw.Connection(str(path))
    # A log instead of a journal need not reach the disk with each batch. Only one builder is at work at a time.
    connection.execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
    connection.execute("CREATE TABLE IF NOT EXISTS batches (keys BLOB NOT NULL, vectors BLOB NOT NULL)")
    return connection
