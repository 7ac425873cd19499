"""Other search systems behind one interface, each in a setting its own documentation recommends.

All get the same passages and the same vectors. Those that can keep their index on disk are `Stored`. They are installed
from `benchmarks/requirements.txt`; what is heavy to import is imported where a system is made.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, Protocol, Self

import apsw
import numpy as np
import sqlite_vec
import Stemmer
from rank_bm25 import BM25Okapi

from knowledge.languages import load_language
from knowledge.languages.analysis import terms
from retrieval.embedding import Vectors

STOP_WORDS_OF_BM25S = ("en", "de", "nl", "sv", "da")
"""Languages whose stop words bm25s knows by our tags; it has a Norwegian list besides."""


class Searcher(Protocol):
    """A system that holds passages and finds those that fit a question."""

    name: ClassVar[str]

    def search(self, text: str, vector: Vectors, depth: int) -> list[str]:
        """The ids of so many passages, best first."""


class Stored(Searcher, Protocol):
    """A system whose index can be kept in a folder and opened from it."""

    def save(self, folder: Path) -> None:
        """Write the index."""

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The system as it was saved."""


class RankBM25:
    """rank-bm25 over our own analysis."""

    name = "rank-bm25"

    def __init__(self, passages: Mapping[str, str], vectors: Vectors, language: str) -> None:
        self._ids = list(passages)
        self._language = language
        self._bm25 = BM25Okapi([terms(text, language) for text in passages.values()])

    def search(self, text: str, vector: Vectors, depth: int) -> list[str]:
        """Passages by score, ties by place; only those that share a term."""
        scores = self._bm25.get_scores(terms(text, self._language))
        return [self._ids[place] for place in np.argsort(-scores, kind="stable")[:depth] if scores[place] > 0]


class ExactDense:
    """Every cosine, as one matrix product."""

    name = "dense, exact"

    def __init__(self, passages: Mapping[str, str], vectors: Vectors, language: str) -> None:
        self._ids = list(passages)
        self._vectors = vectors

    def search(self, text: str, vector: Vectors, depth: int) -> list[str]:
        """Passages by cosine, ties by place."""
        return [self._ids[place] for place in np.argsort(-(self._vectors @ vector), kind="stable")[:depth]]


class BM25S:
    """bm25s with its own tokenizer and stop words, and the language's Snowball stemmer, as its manual shows."""

    name = "bm25s"

    def __init__(self, passages: Mapping[str, str], vectors: Vectors, language: str) -> None:
        import bm25s

        self._prepare(list(passages), language)
        self._index = bm25s.BM25()
        self._index.index(self._tokens(list(passages.values())), show_progress=False)

    def _prepare(self, ids: Sequence[str], language: str) -> None:
        self._ids, self._language = list(ids), language
        self._stemmer = Stemmer.Stemmer(load_language(language).stemmer)
        known = language if language in STOP_WORDS_OF_BM25S else None
        self._stop_words = "norwegian" if language in ("nb", "nn") else known

    def _tokens(self, texts: Sequence[str]) -> Any:
        import bm25s

        return bm25s.tokenize(texts, stopwords=self._stop_words, stemmer=self._stemmer, show_progress=False)

    def search(self, text: str, vector: Vectors, depth: int) -> list[str]:
        """Passages by score; only those that share a token."""
        depth = min(depth, len(self._ids))
        found, scores = self._index.retrieve(self._tokens([text]), k=depth, show_progress=False)
        return [self._ids[place] for place, score in zip(found[0], scores[0], strict=True) if score > 0]

    def save(self, folder: Path) -> None:
        """Write the index, the ids and the language."""
        self._index.save(folder / "bm25s", show_progress=False)
        (folder / "ids.json").write_text(json.dumps([self._language, self._ids]), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The index as it was saved."""
        import bm25s

        made = cls.__new__(cls)
        language, ids = json.loads((folder / "ids.json").read_text(encoding="utf-8"))
        made._prepare(ids, language)
        made._index = bm25s.BM25.load(folder / "bm25s")
        return made


class Haystack:
    """Haystack's in-memory store: its BM25 and its embedding retriever, joined; the components called one by one.

    A pipeline around them would add time and change no result. Vectors are of unit length, so that the store's own
    choice of the dot product is the cosine.
    """

    name = "Haystack, RRF"
    join_mode = "reciprocal_rank_fusion"

    def __init__(self, passages: Mapping[str, str], vectors: Vectors, language: str) -> None:
        from haystack import Document
        from haystack.document_stores.in_memory import InMemoryDocumentStore

        store = InMemoryDocumentStore(return_embedding=False, shared=False)
        store.write_documents(
            [
                Document(id=identifier, content=text, embedding=vector.tolist())
                for (identifier, text), vector in zip(passages.items(), vectors, strict=True)
            ]
        )
        self._connect(store)

    def _connect(self, store: Any) -> None:
        from haystack.components.joiners import DocumentJoiner
        from haystack.components.retrievers import InMemoryBM25Retriever, InMemoryEmbeddingRetriever

        self._store = store
        self._lexical = InMemoryBM25Retriever(document_store=store)
        self._dense = InMemoryEmbeddingRetriever(document_store=store)
        self._joiner = DocumentJoiner(join_mode=self.join_mode)

    def search(self, text: str, vector: Vectors, depth: int) -> list[str]:
        """The best of both retrievers, each asked for as many, joined."""
        lexical = self._lexical.run(query=text, top_k=depth)["documents"]
        dense = self._dense.run(query_embedding=vector.tolist(), top_k=depth)["documents"]
        return [document.id for document in self._joiner.run([lexical, dense], top_k=depth)["documents"]]

    def save(self, folder: Path) -> None:
        """Write the store in its own form."""
        self._store.save_to_disk(str(folder / "store.json"))

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The store as it was saved."""
        from haystack.document_stores.in_memory import InMemoryDocumentStore

        made = cls.__new__(cls)
        made._connect(InMemoryDocumentStore.load_from_disk(str(folder / "store.json")))
        return made


class HaystackByDistribution(Haystack):
    """Haystack with its other joiner, which brings the scores of each retriever to one scale."""

    name = "Haystack, DBSF"
    join_mode = "distribution_based_rank_fusion"


class Txtai:
    """txtai's hybrid index of content kept elsewhere: BM25 with scores normalised, vectors from outside, equal weights.

    Its Faiss index is the exact one at every size, so that approximation costs it no result.
    """

    name = "txtai, hybrid"

    def __init__(self, passages: Mapping[str, str], vectors: Vectors, language: str) -> None:
        from txtai import Embeddings

        known = dict(zip(passages.values(), vectors, strict=True))
        self._vector_of = known.__getitem__
        self._index = Embeddings(
            method="external",
            transform=lambda texts: np.stack([self._vector_of(text) for text in texts]),
            hybrid=True,
            content=False,
            faiss={"components": "IDMap,Flat"},
        )
        self._index.index((identifier, text, None) for identifier, text in passages.items())

    def search(self, text: str, vector: Vectors, depth: int) -> list[str]:
        """Passages by the weighted sum of both scores; txtai itself asks each side for ten times as many."""
        self._vector_of = lambda _: vector
        return [identifier for identifier, _ in self._index.search(text, depth)]

    def save(self, folder: Path) -> None:
        """Write the index; the function that hands it vectors is not part of it."""
        transform = self._index.config.pop("transform")
        self._index.save(str(folder / "txtai"))
        self._index.config["transform"] = transform

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The index as it was saved."""
        from txtai import Embeddings

        made = cls.__new__(cls)
        made._index = Embeddings()
        transform = {"transform": lambda texts: np.stack([made._vector_of(text) for text in texts])}
        made._index.load(str(folder / "txtai"), config=transform)
        return made


class SqliteVec:
    """sqlite-vec's own scan of a table of vectors, by cosine."""

    name = "sqlite-vec scan"

    def __init__(self, passages: Mapping[str, str], vectors: Vectors, language: str) -> None:
        self._connect(":memory:")
        dimensions = vectors.shape[1]
        self._database.execute(f"CREATE VIRTUAL TABLE v USING vec0(vector FLOAT[{dimensions}] distance_metric=cosine)")
        self._database.execute("CREATE TABLE ids (number INTEGER PRIMARY KEY, id TEXT)")
        with self._database:
            for number, (identifier, vector) in enumerate(zip(passages, vectors, strict=True)):
                self._database.execute("INSERT INTO ids VALUES (?, ?)", (number, identifier))
                self._database.execute("INSERT INTO v (rowid, vector) VALUES (?, ?)", (number, vector.tobytes()))

    def _connect(self, path: str) -> None:
        self._database = apsw.Connection(path)
        self._database.enable_load_extension(True)
        self._database.load_extension(sqlite_vec.loadable_path())

    def search(self, text: str, vector: Vectors, depth: int) -> list[str]:
        """Passages by cosine."""
        found = self._database.execute(
            "SELECT id FROM (SELECT rowid, distance FROM v WHERE vector MATCH ? AND k = ?) "
            "JOIN ids ON number = rowid ORDER BY distance",
            (vector.tobytes(), depth),
        )
        return [identifier for (identifier,) in found]

    def save(self, folder: Path) -> None:
        """Write the database to a file."""
        self._database.execute("VACUUM INTO ?", (str(folder / "vectors.sqlite"),))

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The database as it was saved."""
        made = cls.__new__(cls)
        made._connect(str(folder / "vectors.sqlite"))
        return made
