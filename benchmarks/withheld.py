"""Searching the library with some questions of one claim withheld, as if nobody had written them.

Every claim is a source of its own in an index beside the real one, whose vectors are taken over, so that withholding
a question rewrites the passages of one claim only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from knowledge.evidence.library import Library
from knowledge.evidence.models import Claim
from retrieval.documents import Source
from retrieval.embedding import QuestionEncoder, Vectors
from retrieval.index import index_as_it_is
from retrieval.index_file import connect, create, read_manifest
from retrieval.index_writer import IndexWriter
from retrieval.passages import claim_documents
from retrieval.search import HybridSearch


class Withholding:
    """The library and an index of it, of which questions can be withheld."""

    def __init__(self, library: Library, index_path: Path, encoder: QuestionEncoder, folder: Path) -> None:
        self._library = library
        self._encoder = encoder
        self._vectors = _vectors_by_text(index_path)
        manifest = read_manifest(index_path)
        path = folder / "claims.sqlite"
        self._writer = IndexWriter(create(path, model=manifest.model, dimensions=manifest.dimensions))
        self._write(library, list(library.claims))
        self._index = index_as_it_is(path)

    @property
    def whole(self) -> HybridSearch:
        """Search with nothing withheld."""
        return HybridSearch(self._library, self._index, self._encoder)

    @contextmanager
    def without(self, reference: str, language: str, text: str) -> Iterator[tuple[Library, HybridSearch]]:
        """The library without one of a claim's questions and without its translation, with a search of it."""
        _, claim = self._library.claims[reference]
        poorer = library_without(self._library, reference, {(language, text), ("en", self._twin(claim, text))})
        self._write(poorer, [reference])
        try:
            yield poorer, HybridSearch(poorer, self._index, self._encoder)
        finally:
            self._write(self._library, [reference])

    def _twin(self, claim: Claim, text: str) -> str:
        """The English question of the claim that is nearest: the question itself, or what it was translated from."""
        vector = self._encoder.question(text)
        return max(claim.questions["en"], key=lambda english: float(vector @ self._vectors[english]))

    def _write(self, library: Library, references: Sequence[str]) -> None:
        sources = [_source(library, reference) for reference in references]
        texts = [text for source in sources for document in source.documents for text in document.passages]
        missing = list(dict.fromkeys(text for text in texts if text not in self._vectors))
        if missing:
            self._vectors.update(zip(missing, self._encoder.passages(missing), strict=True))
        self._writer.replace(sources, np.array([self._vectors[text] for text in texts], dtype=np.float32))


def library_without(library: Library, reference: str, withheld: set[tuple[str, str]]) -> Library:
    """The library where one claim lacks some of its questions, given by language and text."""
    card, claim = library.claims[reference]
    questions = {
        language: [text for text in texts if (language, text) not in withheld]
        for language, texts in claim.questions.items()
    }
    poorer = claim.model_copy(update={"questions": questions})
    changed = card.model_copy(update={"claims": tuple(poorer if own is claim else own for own in card.claims)})
    return Library([changed if own is card else own for own in library.cards.values()], library.terminology)


def library_without_questions(library: Library) -> Library:
    """The library as if no question had been written for any claim: what cards that are only coded hold."""
    cards = [
        card.model_copy(update={"claims": tuple(claim.model_copy(update={"questions": {}}) for claim in card.claims)})
        for card in library.cards.values()
    ]
    return Library(cards, library.terminology)


def _source(library: Library, reference: str) -> Source:
    card, claim = library.claims[reference]
    return Source(id=reference, documents=claim_documents(library, card, claim))


def _vectors_by_text(index_path: Path) -> dict[str, Vectors]:
    """The vectors of an index by the text they stand for."""
    connection = connect(index_path)
    texts = dict(connection.execute("SELECT number, text FROM passages"))
    rows = connection.execute("SELECT number, vector FROM vectors")
    return {texts[number]: np.frombuffer(vector, "<f4") for number, vector in rows}
