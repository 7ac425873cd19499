"""The real assistant over the shipped library, made by `bot.wiring.make_assistant` at a fixed day.

Encoding some seven thousand passages takes minutes, so their vectors are kept, text by text, in a file of the folder
given: only the first run pays, and after a change to a card only the changed passages are encoded anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from unittest.mock import patch

import apsw
import numpy as np

import bot.wiring
from bot.assistant import Assistant
from bot.settings import Settings
from knowledge.languages import load_languages
from knowledge.library import Library, load_library
from knowledge.services import load_services
from knowledge.substances import load_substances
from retrieval.embedding import Encoder, PassageEncoder, Vectors
from retrieval.passages import passages
from retrieval.recognition import Recogniser
from retrieval.search import SearchBackend

TODAY = date(2026, 11, 21)

make_passage_encoder = bot.wiring.passage_encoder


class RememberedPassages:
    """A passage encoder that encodes no text twice."""

    def __init__(self, encoder: Encoder, store: Path) -> None:
        self.model = encoder.model
        self.dimensions = encoder.dimensions
        self._encoder = encoder
        self._store = apsw.Connection(str(store))
        self._store.execute(
            "CREATE TABLE IF NOT EXISTS vectors (model TEXT, text TEXT, vector BLOB, PRIMARY KEY (model, text))"
        )

    def encode_all(self, texts: Sequence[str]) -> None:
        """Encode at once what is not in the store yet, with the engine that encodes so many texts soonest."""
        known = {text for (text,) in self._store.execute("SELECT text FROM vectors WHERE model = ?", (self.model,))}
        missing = sorted(set(texts) - known)
        engine: PassageEncoder = make_passage_encoder(self._encoder, len(missing))
        for start in range(0, len(missing), 64):
            batch = missing[start : start + 64]
            rows = [np.asarray(row, dtype=np.float32).tobytes() for row in engine.passages(batch)]
            with self._store:
                self._store.executemany(
                    "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)",
                    [(self.model, text, row) for text, row in zip(batch, rows, strict=True)],
                )

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, in order."""
        rows = []
        for text in texts:
            (blob,) = self._store.execute(
                "SELECT vector FROM vectors WHERE model = ? AND text = ?", (self.model, text)
            ).fetchone()
            rows.append(np.frombuffer(blob, dtype=np.float32))
        return np.stack(rows)


def shipped_assistant(folder: Path) -> Assistant:
    """The assistant as `farmasvar` makes it, its index and the vectors of its passages kept in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)

    def remembered(encoder: Encoder, _texts: int) -> PassageEncoder:
        engine = RememberedPassages(encoder, folder / "vectors.sqlite")
        engine.encode_all([passage.text for passage in passages(load_library())])
        return engine

    settings = Settings.model_construct(data_dir=folder, embedding_model=None, country=None)
    with (
        patch.object(bot.wiring, "passage_encoder", remembered),
        patch.object(bot.wiring, "Assistant", partial(Assistant, today=lambda: TODAY)),
    ):
        return bot.wiring.make_assistant(settings)


def assistant_with(search: SearchBackend, library: Library, country: str | None = None) -> Assistant:
    """An assistant over a library and any search."""
    recogniser = Recogniser(library.terminology, load_substances(), library.concepts)
    return Assistant(
        library, load_languages(), load_services(), recogniser, search, today=lambda: TODAY, country=country
    )
