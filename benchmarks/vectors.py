"""Vectors of benchmark texts, encoded once and kept in one SQLite file: a run that was stopped goes on where it was."""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from tqdm import tqdm

from retrieval.embedding import MODEL, QuestionEncoder, Vectors

BATCH = 256
Encode = Callable[[Sequence[str]], Vectors]


class VectorCache:
    """Passage and question vectors by the digest of their text."""

    model = MODEL

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(path)
        self._database.execute("CREATE TABLE IF NOT EXISTS vectors (key TEXT PRIMARY KEY, vector BLOB)")

    def passages(self, texts: Sequence[str]) -> Vectors:
        """float32 (n, 384), encoded by sentence-transformers in bulk."""

        def encode() -> Encode:
            from retrieval.bulk_embedding import SentenceTransformerEncoder  # heavy: imports torch

            return SentenceTransformerEncoder.of_packaged_weights().passages

        return self._all("passage", texts, encode)

    def questions(self, texts: Sequence[str]) -> Vectors:
        """float32 (n, 384), encoded by the engine that encodes questions in the product."""

        def encode() -> Encode:
            encoder = QuestionEncoder()
            return lambda batch: np.stack([encoder.question(text) for text in batch])

        return self._all("question", texts, encode)

    def question(self, text: str) -> Vectors:
        """The vector of one question, as `retrieval.embedding.QuestionEncoder` gives it."""
        return self.questions([text])[0]

    def _all(self, kind: str, texts: Sequence[str], encoder: Callable[[], Encode]) -> Vectors:
        keys = [hashlib.sha256(f"{MODEL}\n{kind}\n{text}".encode()).hexdigest()[:32] for text in texts]
        missing = {key: text for key, text in zip(keys, texts, strict=True) if self._known(key) is None}
        if missing:
            encode = encoder()
            # Texts of like length together, so that little of a batch is padding.
            ordered = sorted(missing.items(), key=lambda pair: len(pair[1]))
            with tqdm(total=len(ordered), desc=f"encoding {kind}s", disable=not sys.stderr.isatty()) as bar:
                for batch in _batches(ordered):
                    vectors = encode([text for _, text in batch])
                    with self._database:
                        self._database.executemany(
                            "INSERT OR REPLACE INTO vectors VALUES (?, ?)",
                            [(key, vector.tobytes()) for (key, _), vector in zip(batch, vectors, strict=True)],
                        )
                    bar.update(len(batch))
        return np.stack([np.frombuffer(self._known(key) or b"", dtype=np.float32) for key in keys])

    def _known(self, key: str) -> bytes | None:
        row = self._database.execute("SELECT vector FROM vectors WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None


def _batches(ordered: Sequence[tuple[str, str]]) -> Iterator[Sequence[tuple[str, str]]]:
    for start in range(0, len(ordered), BATCH):
        yield ordered[start : start + BATCH]
