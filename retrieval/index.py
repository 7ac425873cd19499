"""Reading an index: the lexical score and the cosine of every document for a question, from one state of the file.

Postings are read from the file as they are needed. Vectors are kept in memory as one matrix: sqlite-vec is where they
are stored, but its own scan is several times slower than a matrix product (see docs/benchmarks.md). A change made to
the file by another process is taken up at the next search, in time of what changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import apsw
import numpy as np
from numpy.typing import NDArray

from knowledge.errors import SearchIndexError
from retrieval.analysis import ANALYSER_VERSION
from retrieval.embedding import Vectors
from retrieval.fusion import Spread
from retrieval.index_file import BLOCK, Manifest, connect, read_manifest, value
from retrieval.lexical import Numbers, PostingsBM25, Scores

NO_COSINE = -2.0
"""Stands where a document has no vector; below every cosine."""
NONE = Spread(0.0, 0.0)
NO_DOCUMENT, NO_LANGUAGE = -1, -2
DECIMALS = 6
"""Cosines are rounded to what single precision carries, so that equal texts are equally near."""
SPARE = 1.25
"""Room kept in the matrix beyond the vectors there are; unused memory costs nothing before it is written."""


@dataclass(frozen=True)
class DocumentScores:
    """What each document scores, by its number; numbers without a document score 0 and `NO_COSINE`."""

    ids: Mapping[int, str]
    numbers: Mapping[str, int]
    """The number of each document by its id."""
    lexical: Mapping[str, Scores]
    """BM25 by language asked for."""
    attainable: Mapping[str, float]
    """What BM25 could be at the most, by language."""
    cosines: NDArray[np.float32]
    languages: NDArray[np.int16]
    """Place of each document's language among `tags`; -1 where there is no document."""
    tags: Sequence[str]

    def cosines_in(self, language: str) -> NDArray[np.float32]:
        """The cosines of one language's documents."""
        place = self.tags.index(language) if language in self.tags else NO_LANGUAGE
        return np.where(self.languages == place, self.cosines, NO_COSINE).astype(np.float32)

    def spread_in(self, language: str | None = None) -> Spread:
        """How the cosines lie over the documents, of one language or of all."""
        cosines = self.cosines if language is None else self.cosines_in(language)
        there = cosines[cosines > NO_COSINE]
        return Spread(float(there.mean(dtype=np.float64)), float(there.std(dtype=np.float64))) if len(there) else NONE


class _Documents:
    """The documents of one state of the file, and BM25 over those of each language."""

    def __init__(self, connection: apsw.Connection) -> None:
        rows = list(connection.execute("SELECT number, id, language, length FROM documents ORDER BY number"))
        size = rows[-1][0] + 1 if rows else 0
        self.ids: dict[int, str] = {row[0]: row[1] for row in rows}
        self.tags = sorted({row[2] for row in rows})
        place = {tag: number for number, tag in enumerate(self.tags)}
        numbers = np.fromiter((row[0] for row in rows), np.int64, len(rows))
        self.numbers: dict[str, int] = {row[1]: row[0] for row in rows}
        self.languages = np.full(size, NO_DOCUMENT, np.int16)
        self.languages[numbers] = [place[row[2]] for row in rows]
        self.lengths = np.zeros(size, np.int32)
        self.lengths[numbers] = [row[3] for row in rows]
        self._connection = connection
        self._by_language: dict[str, PostingsBM25] = {}

    def bm25(self, language: str) -> PostingsBM25:
        """BM25 over the documents of a language; to be called inside the read transaction of this state."""
        if language not in self._by_language:
            place = self.tags.index(language) if language in self.tags else NO_LANGUAGE
            frequencies = self._connection.execute("SELECT term, documents FROM terms WHERE language = ?", (language,))
            self._by_language[language] = PostingsBM25(
                dict(frequencies),
                self.lengths,
                np.flatnonzero(self.languages == place),
                lambda term: self._postings(language, term),
            )
        return self._by_language[language]

    def _postings(self, language: str, term: str) -> Iterable[tuple[Numbers, NDArray[np.uint16]]]:
        rows = self._connection.execute(
            "SELECT block, offsets, counts FROM postings WHERE (language, term) = (?, ?)", (language, term)
        )
        for block, offsets, counts in rows:
            yield np.frombuffer(offsets, "<u2").astype(np.int64) + block * BLOCK, np.frombuffer(counts, "<u2")


class _Matrix:
    """The vectors of the passages, row by row in the order of their numbers."""

    def __init__(self, connection: apsw.Connection, dimensions: int) -> None:
        self.numbers, self.documents = _passage_numbers(connection)
        self._room = np.empty((int(len(self.numbers) * SPARE) + BLOCK, dimensions), np.float32)
        self.rows = self._room[: len(self.numbers)]
        # The tables behind sqlite-vec's virtual one: a thousand vectors a row. Asking it for one vector after the other
        # takes ten times as long.
        chunks = connection.execute(
            "SELECT rowids, validity, vectors FROM vectors_chunks "
            "JOIN vectors_vector_chunks00 ON vectors_vector_chunks00.rowid = chunk_id"
        )
        for rowids, validity, vectors in chunks:
            valid = np.unpackbits(np.frombuffer(validity, np.uint8), bitorder="little").astype(bool)
            numbers = np.frombuffer(rowids, "<i8")[valid]
            self.rows[np.searchsorted(self.numbers, numbers)] = np.frombuffer(vectors, "<f4").reshape(
                -1, dimensions
            )[valid]

    def updated(self, connection: apsw.Connection) -> bool:
        """Take up what was added and removed; false where it is better read anew.

        Rows are only ever added, so that a search under way in another thread is not disturbed.
        """
        numbers, documents = _passage_numbers(connection)
        last = int(self.numbers[-1]) if len(self.numbers) else 0
        added = numbers[numbers > last]
        count = len(self.numbers) + len(added)
        if count > len(self._room) or count > SPARE * max(len(numbers), 1):
            return False
        for place, number in enumerate(added.tolist(), len(self.numbers)):
            (vector,) = next(connection.execute("SELECT vector FROM vectors WHERE number = ?", (number,)))
            self._room[place] = np.frombuffer(vector, "<f4")
        known = np.isin(self.numbers, numbers)
        self.documents = np.concatenate([np.where(known, self.documents, -1), documents[numbers > last]])
        self.numbers = np.concatenate([self.numbers, added])
        self.rows = self._room[:count]
        return True


def _passage_numbers(connection: apsw.Connection) -> tuple[Numbers, Numbers]:
    """The numbers of all passages, ascending, and of the document of each."""
    pairs = np.array(
        list(connection.execute("SELECT number, document FROM passages ORDER BY number")), dtype=np.int64
    ).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]


class Index:
    """An opened index. Threads may share it."""

    def __init__(self, connection: apsw.Connection, manifest: Manifest) -> None:
        self._connection = connection
        self.manifest = manifest
        self._lock = Lock()
        self._revision = -1
        self._documents: _Documents
        self._matrix: _Matrix | None = None
        with self._lock, _Reading(connection):
            self._refresh()

    def scores(self, vector: Vectors | None, terms: Mapping[str, Sequence[str]]) -> DocumentScores:
        """The cosine of every document with a unit vector, and its BM25 for the terms given for its language."""
        try:
            with self._lock, _Reading(self._connection):
                self._refresh()
                documents, matrix = self._documents, self._matrix
                assert matrix is not None  # set by the first refresh
                rows, belongs = matrix.rows, matrix.documents
                lexical, attainable = {}, {}
                for language, asked in terms.items():
                    bm25 = documents.bm25(language)
                    lexical[language], attainable[language] = bm25.get_scores(asked), bm25.attainable(asked)
        except apsw.Error as error:
            raise SearchIndexError(f"the index cannot be read ({error}); run `farmasvar index build`") from error
        return DocumentScores(
            ids=documents.ids,
            numbers=documents.numbers,
            lexical=lexical,
            attainable=attainable,
            cosines=_highest_of_passages(rows, belongs, vector, len(documents.languages)),
            languages=documents.languages,
            tags=documents.tags,
        )

    def languages(self) -> list[str]:
        """The languages of its documents."""
        return self._documents.tags

    def respelt(self, terms: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
        """Terms by language, those that no document holds spelt like the nearest that one does."""
        with self._lock, _Reading(self._connection):
            self._refresh()
            bm25 = {language: self._documents.bm25(language) for language in terms}
            return {language: [bm25[language].respelt(term) for term in asked] for language, asked in terms.items()}

    def _refresh(self) -> None:
        """Take up the present state of the file, within a read transaction."""
        revision = value(self._connection, "revision")
        if revision == self._revision:
            return
        self._documents = _Documents(self._connection)
        if self._matrix is None or not self._matrix.updated(self._connection):
            self._matrix = None  # its memory first, then the new one's
            self._matrix = _Matrix(self._connection, self.manifest.dimensions)
        self._revision = revision


def highest(scores: NDArray[Any], count: int) -> list[int]:
    """The numbers of the documents that score highest and score at all, best first, ties by number."""
    least = NO_COSINE if scores.dtype == np.float32 else 0.0
    if count < len(scores):
        # Not the `count` highest but all that reach the last of them: ties at the edge are not left to chance.
        edge = np.partition(scores, len(scores) - count)[len(scores) - count]
        least = max(least, float(np.nextafter(edge, -np.inf, dtype=scores.dtype)))
    found = np.flatnonzero(scores > least)
    return found[np.argsort(-scores[found], kind="stable")][:count].tolist()  # type: ignore[no-any-return]


def _highest_of_passages(rows: Vectors, belongs: Numbers, vector: Vectors | None, size: int) -> NDArray[np.float32]:
    """The highest cosine among each document's passages."""
    highest = np.full(size, NO_COSINE, np.float32)
    if vector is None or not len(rows):
        return highest
    cosines = np.round(rows @ vector.astype(np.float32), DECIMALS)
    starts = np.flatnonzero(np.diff(belongs, prepend=-2))  # a document's passages lie side by side
    best = np.maximum.reduceat(cosines, starts)
    there = belongs[starts] >= 0
    highest[belongs[starts][there]] = best[there]
    return highest


class _Reading:
    """A read transaction: everything read inside is of one state of the file."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN")

    def __exit__(self, *_: object) -> None:
        self._connection.execute("ROLLBACK")


def open_index(path: Path, *, model: str, library_version: str) -> Index:
    """The index for searching; refused where it was built with another model, analyser or library."""
    manifest = read_manifest(path)
    if manifest.model != model:
        raise SearchIndexError(
            f"{path}: built with the model {manifest.model}, but {model} is set; run `farmasvar index build`"
        )
    if manifest.analyser_version != ANALYSER_VERSION or manifest.library_version != library_version:
        raise SearchIndexError(f"{path}: built from an older library; run `farmasvar index build`")
    return Index(connect(path), manifest)
