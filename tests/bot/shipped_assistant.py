"""The real assistant over the shipped library, made by `bot.app.wiring.make_assistant` at a fixed day.

Encoding some seven thousand passages takes two minutes, so every vector, of passages and of questions, is kept in a
file beside the index: only the first run pays, and after a change to a card only the changed passages are encoded
anew. The C engine encodes them all: the bulk engine rounds as the processor at hand does, and a transcript must read
the same everywhere.
"""

from __future__ import annotations

import fcntl
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from unittest.mock import patch

import apsw
import numpy as np
from pydantic import SecretStr

import bot.app.wiring
from bot.answering.answer import Answer, Enquiry
from bot.app.settings import Settings
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from knowledge.directory.services import load_services
from knowledge.evidence.library import Library, load_library
from knowledge.languages import load_languages
from knowledge.terminology.linking import Recogniser
from knowledge.terminology.substance_names import load_substances
from retrieval.embedding import PassageEncoder, QuestionEncoder, Vectors
from retrieval.passages import card_sources
from retrieval.search import SearchBackend

NOON = datetime(2026, 11, 21, 12)
TODAY = NOON.date()
BATCH = 64


class RememberedVectors:
    """An encoder that encodes no text twice, not even in the next run."""

    def __init__(self, store: Path) -> None:
        self._encoder = QuestionEncoder()
        self.model = self._encoder.model
        self.dimensions = self._encoder.dimensions
        self._store = apsw.Connection(str(store))
        self._store.set_busy_timeout(60_000)  # tests in several processes share the file
        self._store.execute(
            "CREATE TABLE IF NOT EXISTS vectors (model TEXT, text TEXT, vector BLOB, PRIMARY KEY (model, text))"
        )

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, in order; at the first miss the whole library is encoded."""
        if any(self._recall(text) is None for text in texts):
            self._encode_library()
        return np.stack([self._remembered(text, self._encoder) for text in texts])

    def question(self, text: str) -> Vectors:
        """The vector of one question."""
        vector = self._recall(f"question: {text}")
        if vector is None:
            vector = self._encoder.question(text)
            self._keep([f"question: {text}"], vector.reshape(1, -1))
        return vector

    def _recall(self, text: str) -> Vectors | None:
        row = self._store.execute(
            "SELECT vector FROM vectors WHERE model = ? AND text = ?", (self.model, text)
        ).fetchone()
        return None if row is None else np.frombuffer(row[0], dtype=np.float32)

    def _remembered(self, text: str, engine: PassageEncoder) -> Vectors:
        vector = self._recall(text)
        if vector is None:
            vector = engine.passages([text])[0]
            self._keep([text], vector.reshape(1, -1))
        return vector

    def _encode_library(self) -> None:
        sources = card_sources(load_library())
        texts = {text for source in sources for document in source.documents for text in document.passages}
        missing = sorted(text for text in texts if self._recall(text) is None)
        for start in range(0, len(missing), BATCH):
            batch = missing[start : start + BATCH]
            self._keep(batch, self._encoder.passages(batch))

    def _keep(self, texts: Sequence[str], vectors: Vectors) -> None:
        rows = [
            (self.model, text, np.asarray(vector, dtype=np.float32).tobytes())
            for text, vector in zip(texts, vectors, strict=True)
        ]
        with self._store:
            self._store.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)


def shipped_assistant(folder: Path, database: SecretStr | None = None) -> Assistant:
    """The assistant as `farmasvar` makes it, its index on a server or, like all vectors, kept in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # of several processes one builds, the others open what it built
        return _made(folder, database)


def _made(folder: Path, database: SecretStr | None) -> Assistant:
    settings = Settings.model_construct(data_dir=folder, database=database, embedding_model=None, country=None)
    with (
        patch.object(bot.app.wiring, "question_encoder", lambda _: RememberedVectors(folder / "vectors.sqlite")),
        patch.object(bot.app.wiring, "Assistant", partial(Assistant, clock=lambda: NOON)),
    ):
        return bot.app.wiring.make_assistant(settings)


def assistant_with(search: SearchBackend, library: Library, country: str | None = None) -> Assistant:
    """An assistant over a library and any search."""
    recogniser = Recogniser(library.terminology, load_substances(), library.concepts)
    return Assistant(
        library, load_languages(), load_services(), recogniser, search, clock=lambda: NOON, country=country
    )


def talk(assistant: Assistant, *texts: str, language: str | None = None) -> list[tuple[Answer, Conversation]]:
    """The answer to each message of one conversation, and what is remembered after it."""
    conversation, said = Conversation(), []
    for text in texts:
        answer, conversation = assistant.reply(Enquiry(text=text, language=language), conversation)
        said.append((answer, conversation))
    return said


def answers_to(assistant: Assistant, *texts: str, language: str | None = None) -> list[Answer]:
    """The answers to the messages of one conversation."""
    return [answer for answer, _ in talk(assistant, *texts, language=language)]
