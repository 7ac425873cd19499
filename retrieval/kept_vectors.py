"""Vectors of passages that are encoded but not yet in the index, kept in a file beside it.

Encoding takes hours where writing takes a minute, and writing is quickest in large groups. Kept so, no more than the
batch being encoded is lost when a machine stops in the middle of a group. A single batch goes straight into the index.
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
        self._path = path
        self._connection: apsw.Connection | None = None
        self._first: tuple[bytes, bytes] | None = None
        """A batch that is not in the file, since nothing has been encoded after it."""
        self._kept: dict[bytes, Vectors] = {}
        for keys, vectors in self._left_behind() if path.exists() else ():
            rows = np.frombuffer(vectors, np.float32).reshape(len(keys) // KEY_BYTES, -1)
            self._kept.update((keys[place * KEY_BYTES :][:KEY_BYTES], row) for place, row in enumerate(rows))

    def _left_behind(self) -> list[tuple[bytes, bytes]]:
        """The batches of a build that stopped."""
        try:
            self._connection = _opened(self._path)
            return list(self._connection.execute("SELECT keys, vectors FROM batches"))
        except (apsw.CorruptError, apsw.NotADBError):  # what cannot be read any longer is encoded again
            self._connection = None
            remove(self._path)
            return []

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, in order."""
        keys = [key_of(self, text) for text in texts]
        missing = [place for place, key in enumerate(keys) if key not in self._kept]
        rows = np.empty((len(texts), self.dimensions), np.float32)
        for place, key in enumerate(keys):
            if key in self._kept:
                rows[place] = self._kept[key]
        if missing:
            if self._first:
                self._keep(self._first)
            rows[missing] = self._encoder.passages([texts[place] for place in missing])
            batch = b"".join(keys[place] for place in missing), rows[missing].tobytes()
            if self._connection is None:
                self._first = batch
            else:
                self._keep(batch)
        return rows

    def _keep(self, batch: tuple[bytes, bytes]) -> None:
        if self._connection is None:
            self._connection = _opened(self._path)
        self._connection.execute("INSERT INTO batches VALUES (?, ?)", batch)
        self._first = None

    def forget(self) -> None:
        """Keep nothing any longer, since the index holds it."""
        self._first = None
        if self._connection is not None:
            self._connection.execute("DELETE FROM batches")

    def close(self) -> None:
        """Close the file; the next to open it finds what it keeps."""
        if self._connection is not None:
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
