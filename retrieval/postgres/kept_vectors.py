"""Vectors of passages that are encoded but not yet in the index: see `retrieval.kept_vectors`.

They are kept on the server, batch by batch, so that another machine can go on where one was lost.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from retrieval.embedding import PassageEncoder, Vectors
from retrieval.kept_vectors import key_of
from retrieval.postgres.tables import Connection


class VectorsKeptOnServer:
    """A `PassageEncoder` that keeps what another one encodes, and knows what was kept before it."""

    def __init__(self, connection: Connection, encoder: PassageEncoder) -> None:
        self.model = encoder.model
        self.dimensions = encoder.dimensions
        self._connection = connection
        self._encoder = encoder

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, in order."""
        keys = [key_of(self._encoder, text) for text in texts]
        with self._connection.cursor(binary=True) as cursor:
            rows = cursor.execute("SELECT key, vector FROM farmasvar_index.encoded WHERE key = ANY(%b)", (keys,))
            kept = {key: np.frombuffer(vector, "<f4") for key, vector in rows}
            missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in kept}
            if missing:
                encoded = self._encoder.passages([*missing.values()]).astype("<f4")
                kept.update(zip(missing, encoded, strict=True))
                cursor.execute(
                    "INSERT INTO farmasvar_index.encoded SELECT * FROM unnest(%b::bytea[], %b::bytea[]) "
                    "ON CONFLICT DO NOTHING", ([*missing], [vector.tobytes() for vector in encoded]),
                )  # fmt: skip
        return np.array([kept[key] for key in keys], np.float32).reshape(len(keys), self.dimensions)

    def forget(self) -> None:
        """Take all away, since the index holds what was kept."""
        # What was deleted would still be read through by the next one who deletes.
        [(held,)] = self._connection.execute("SELECT pg_relation_size('farmasvar_index.encoded') > 0").fetchall()
        if held:
            self._connection.execute("TRUNCATE farmasvar_index.encoded")
