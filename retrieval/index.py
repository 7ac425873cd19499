"""Reading an index: the lexical score and the cosine of every document for a question, from one state of the file.

Postings are read from the file as they are needed. Vectors are kept in memory as one matrix: sqlite-vec is where they
are stored, but its own scan is several times slower than a matrix product (see docs/benchmarks.md). A change made to
the file by another process is taken up at the next search: documents and vectors in time of what changed, while the
weights of terms are counted anew, since each depends on how many documents there are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

import apsw
import numpy as np
from numpy.typing import NDArray

from knowledge.errors import DamagedIndexError, SearchIndexError
from knowledge.languages.analysis import ANALYSER_VERSION
from retrieval.embedding import Vectors
from retrieval.fusion import Spread
from retrieval.index_file import BLOCK, DAMAGED, LENGTH, Manifest, connect, read_manifest, value
from retrieval.lexical import Numbers, PostingsBM25, Scores

NO_COSINE = -2.0
"""Stands where a document has no vector; below every cosine."""
NONE = Spread(0.0, 0.0)
NO_DOCUMENT, NO_LANGUAGE = -1, -2
DECIMALS = 6
"""Cosines are rounded to what single precision carries, so that equal texts are equally near."""
KEPT_WHEN_FREED = 24_000_000
"""Bytes; see `_keep_freed_memory`. Below the 32 MB at which glibc stops learning."""
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
        """How the cosines lie over the documents of one language; over all where it has none that are embedded."""
        cosines = self.cosines if language is None else self.cosines_in(language)
        there = cosines[cosines > NO_COSINE]
        if not len(there):
            there = self.cosines[self.cosines > NO_COSINE]
        return Spread(float(there.mean(dtype=np.float64)), float(there.std(dtype=np.float64))) if len(there) else NONE


class _Documents:
    """The documents of one state of the file, and BM25 over those of each language; it is never changed."""

    def __init__(self, connection: apsw.Connection, before: _Documents | None = None) -> None:
        self._connection = connection
        self._by_language: dict[str, PostingsBM25] = {}
        last = before.last if before else 0
        rows = list(connection.execute(
            "SELECT number, id, language, length, first_passage, passages FROM documents WHERE number > ? "
            "ORDER BY number", (last,),
        ))  # fmt: skip
        last_removed = before.last_removed if before else 0
        gone = list(connection.execute("SELECT number, document FROM removed WHERE number > ?", (last_removed,)))
        self.last: int = rows[-1][0] if rows else last
        self.last_removed: int = gone[-1][0] if gone else last_removed
        new = {row[0]: row[1] for row in rows}
        self.ids: dict[int, str] = {**before.ids, **new} if before else new
        self.removed = np.array([number for _, number in gone if self.ids.pop(number, None) is not None], np.int64)
        self.numbers = {name: number for number, name in self.ids.items()} if before else {r[1]: r[0] for r in rows}
        self.tags: list[str] = list(dict.fromkeys([*(before.tags if before else ()), *sorted({r[2] for r in rows})]))
        size = self.last + 1
        self.languages: NDArray[np.int16] = np.full(size, NO_DOCUMENT, np.int16)
        self.lengths: NDArray[np.int32] = np.zeros(size, np.int32)
        if before:
            self.languages[: len(before.languages)] = before.languages
            self.lengths[: len(before.lengths)] = before.lengths
        numbers = np.fromiter((row[0] for row in rows), np.int64, len(rows))
        place = {tag: number for number, tag in enumerate(self.tags)}
        self.languages[numbers] = [place[row[2]] for row in rows]
        self.lengths[numbers] = [row[3] for row in rows]
        self.languages[self.removed], self.lengths[self.removed] = NO_DOCUMENT, 0
        counts = np.fromiter((row[5] for row in rows), np.int64, len(rows))
        starts = np.fromiter((row[4] for row in rows), np.int64, len(rows))
        self.added_to = np.repeat(numbers, counts)
        """The document of each passage that is new in this state."""
        self.added = np.repeat(starts - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
        """The numbers of those passages, ascending."""

    def bm25(self, language: str) -> PostingsBM25:
        """BM25 over the documents of a language; to be called inside the read transaction of this state."""
        if language not in self._by_language:
            place = self.tags.index(language) if language in self.tags else NO_LANGUAGE
            held, lengths = np.flatnonzero(self.languages == place), self.lengths
            found = self._connection.execute("SELECT term, documents FROM terms WHERE language = ?", (language,))
            frequencies = dict(found)
            if frequencies.pop(LENGTH, 0):
                others, in_terms = self._postings(language, LENGTH)
                held, lengths = np.union1d(held, others), lengths.copy()
                lengths[others] = in_terms
            self._by_language[language] = PostingsBM25(
                frequencies, lengths, held, lambda term: self._postings(language, term)
            )
        return self._by_language[language]

    @cached_property
    def found_in(self) -> list[str]:
        """Every language some document is found in; to be asked for like `bm25`."""
        after = "SELECT min(language) FROM terms WHERE language > ?"
        found, last = list(self.tags), ""
        while (last := next(self._connection.execute(after, (last,)))[0]) is not None:
            found += [last] if last not in found else []
        return found

    def _postings(self, language: str, term: str) -> tuple[Numbers, NDArray[np.uint16]]:
        blocks = list(self._connection.execute(
            "SELECT block, offsets, counts FROM postings WHERE (language, term) = (?, ?)", (language, term)
        ))  # fmt: skip
        offsets = np.frombuffer(b"".join(block[1] for block in blocks), "<u2").astype(np.int64)
        firsts = np.repeat([block[0] * BLOCK for block in blocks], [len(block[1]) // 2 for block in blocks])
        return offsets + firsts, np.frombuffer(b"".join(block[2] for block in blocks), "<u2")


class _Matrix:
    """The vectors of the passages, row by row in the order of their numbers."""

    def __init__(self, connection: apsw.Connection, dimensions: int, documents: _Documents) -> None:
        numbers, self.documents = documents.added, documents.added_to
        self._room = np.empty((int(len(numbers) * SPARE) + BLOCK, dimensions), np.float32)
        self.rows = self._room[: len(numbers)]
        # The tables behind sqlite-vec's virtual one: a thousand vectors a row. Asking it for one vector after the other
        # takes ten times as long.
        chunks = connection.execute(
            "SELECT rowids, validity, vectors FROM vectors_chunks "
            "JOIN vectors_vector_chunks00 ON vectors_vector_chunks00.rowid = chunk_id"
        )
        for rowids, validity, vectors in chunks:
            valid = np.unpackbits(np.frombuffer(validity, np.uint8), bitorder="little").astype(bool)
            held = np.frombuffer(rowids, "<i8")[valid]
            self.rows[np.searchsorted(numbers, held)] = np.frombuffer(vectors, "<f4").reshape(-1, dimensions)[valid]

    def updated(self, connection: apsw.Connection, documents: _Documents) -> bool:
        """Take up what was added and removed; false where it is better read anew.

        Rows are only ever added, so that a search under way in another thread is not disturbed.
        """
        count = len(self.documents) + len(documents.added)
        belongs = np.where(np.isin(self.documents, documents.removed), NO_DOCUMENT, self.documents)
        living = int((belongs != NO_DOCUMENT).sum()) + len(documents.added)
        if count > len(self._room) or count > SPARE * living + BLOCK:
            return False
        for place, number in enumerate(documents.added.tolist(), len(self.documents)):
            (vector,) = next(connection.execute("SELECT vector FROM vectors WHERE number = ?", (number,)))
            self._room[place] = np.frombuffer(vector, "<f4")
        self.documents = np.concatenate([belongs, documents.added_to])
        self.rows = self._room[:count]
        return True


class Index:
    """An opened index. Threads may share it."""

    def __init__(self, connection: apsw.Connection, manifest: Manifest) -> None:
        self._connection = connection
        self.manifest = manifest
        self._lock = Lock()
        self._revision = -1
        self._documents: _Documents | None = None
        self._matrix: _Matrix | None = None
        with self._lock, _Reading(connection):
            self._refreshed()

    def scores(self, vector: Vectors | None, terms: Mapping[str, Sequence[str]]) -> DocumentScores:
        """The cosine of every document with a unit vector, and its BM25 for the terms given for its language."""
        try:
            with self._lock, _Reading(self._connection):
                documents, matrix = self._refreshed()
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
        """The languages of its documents, but for those of what is quoted, which are kept apart under marked tags."""
        with self._lock, _Reading(self._connection):
            return [tag for tag in self._refreshed()[0].found_in if "-" not in tag]

    def respelt(self, terms: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
        """Terms by language, those that no document holds spelt like the nearest that one does."""
        with self._lock, _Reading(self._connection):
            documents, _ = self._refreshed()
            bm25 = {language: documents.bm25(language) for language in terms}
            return {language: [bm25[language].respelt(term) for term in asked] for language, asked in terms.items()}

    def _refreshed(self) -> tuple[_Documents, _Matrix]:
        """The present state of the file, to be asked for within a read transaction."""
        revision = value(self._connection, "revision")
        if self._documents is None or self._matrix is None:
            self._documents = _Documents(self._connection)
            self._matrix = _Matrix(self._connection, self.manifest.dimensions, self._documents)
        elif revision != self._revision:
            self._documents = _Documents(self._connection, self._documents)
            if not self._matrix.updated(self._connection, self._documents):
                self._documents = self._matrix = None  # their memory first, then the new ones'
                return self._refreshed()
        self._revision = revision
        return self._documents, self._matrix


def highest(scores: NDArray[Any], count: int) -> list[int]:
    """The numbers of the documents that score highest and score at all, best first, ties by number."""
    found = np.flatnonzero(scores > (NO_COSINE if scores.dtype == np.float32 else 0.0))
    values = scores[found]
    if count < len(found):
        # Not the `count` highest but all that reach the last of them: ties at the edge are not left to chance.
        kept = values >= np.partition(values, len(values) - count)[len(values) - count]
        found, values = found[kept], values[kept]
    return found[np.argsort(-values, kind="stable")][:count].tolist()  # type: ignore[no-any-return]


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
    _keep_freed_memory()
    try:
        return Index(connect(path), manifest)
    except DAMAGED as error:
        raise DamagedIndexError(f"{path}: is damaged; run `farmasvar index build`") from error


def _keep_freed_memory() -> None:
    """Have the memory of a search's arrays kept for the next search.

    glibc's `malloc` gives freed memory back to the system, and each page of it is asked for anew, until it has seen a
    larger piece freed (`M_MMAP_THRESHOLD` in mallopt(3)). One that is never written to costs nothing. At 200,000
    passages a search takes 30 ms then, not 50; with another `malloc` nothing changes.
    """
    np.empty(KEPT_WHEN_FREED, np.uint8)
