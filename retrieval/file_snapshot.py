"""Reading the tables of an index file: see `retrieval.index_tables` for what is asked of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Lock

import apsw
import numpy as np

from knowledge.errors import SearchIndexError
from retrieval.embedding import Vectors
from retrieval.index_file import value
from retrieval.index_tables import DocumentRow, Postings, State, postings_of
from retrieval.lexical import Numbers

ONE_FILE = 0
"""The only generation: a file that takes the place of another is opened anew."""


class FileTables:
    """The tables of an open file, which one thread after the other reads."""

    faults: tuple[type[Exception], ...] = (apsw.Error,)

    def __init__(self, connection: apsw.Connection, dimensions: int) -> None:
        self._connection = connection
        self._dimensions = dimensions
        self._lock = Lock()

    @contextmanager
    def reading(self) -> Iterator[FileSnapshot]:
        """Within a read transaction, so that a writer's work is seen as a whole or not at all."""
        with self._lock:
            self._connection.execute("BEGIN")
            try:
                yield FileSnapshot(self._connection, self._dimensions)
            finally:
                self._connection.execute("ROLLBACK")

    def told(self, fault: Exception) -> SearchIndexError:
        """A fault of reading, as it is told to a person."""
        return SearchIndexError(f"the index cannot be read ({fault}); run `farmasvar index build`")


class FileSnapshot:
    """What a file holds within one read transaction."""

    def __init__(self, connection: apsw.Connection, dimensions: int) -> None:
        self._connection = connection
        self._dimensions = dimensions

    @property
    def state(self) -> State:
        """Of which state it is."""
        return State(ONE_FILE, value(self._connection, "revision"))

    def follows(self, earlier: State) -> bool:
        """A file is never put back to what it was while it is open."""
        return True

    def documents(self, after: int) -> list[DocumentRow]:
        """Those with a number above `after`, in the order of their numbers."""
        rows = self._connection.execute(
            "SELECT number, id, language, length, first_passage, passages FROM documents WHERE number > ? "
            "ORDER BY number", (after,),
        )  # fmt: skip
        return list(map(DocumentRow._make, rows))

    def removed(self, after: int) -> list[tuple[int, int]]:
        """Removals above `after`, each with the number of the document that went."""
        return list(self._connection.execute("SELECT number, document FROM removed WHERE number > ?", (after,)))

    def vectors(self) -> Iterator[tuple[Numbers, Vectors]]:
        """Every vector, in parts: the numbers of passages, and a row for each."""
        # The tables behind sqlite-vec's virtual one: a thousand vectors a row. Asking it for one vector after the other
        # takes ten times as long.
        chunks = self._connection.execute(
            "SELECT rowids, validity, vectors FROM vectors_chunks "
            "JOIN vectors_vector_chunks00 ON vectors_vector_chunks00.rowid = chunk_id"
        )
        for rowids, validity, vectors in chunks:
            valid = np.unpackbits(np.frombuffer(validity, np.uint8), bitorder="little").astype(bool)
            held, rows = np.frombuffer(rowids, "<i8"), np.frombuffer(vectors, "<f4").reshape(-1, self._dimensions)
            yield (held, rows) if valid.all() else (held[valid], rows[valid])

    def vectors_of(self, passages: Sequence[int]) -> Vectors:
        """A row for each of these passages, in order."""
        rows = np.empty((len(passages), self._dimensions), np.float32)
        for place, number in enumerate(passages):
            (vector,) = next(self._connection.execute("SELECT vector FROM vectors WHERE number = ?", (number,)))
            rows[place] = np.frombuffer(vector, "<f4")
        return rows

    def frequencies(self, language: str) -> dict[str, int]:
        """In how many documents of a language each of its terms stands; `LENGTH` is counted like a term."""
        return dict(self._connection.execute("SELECT term, documents FROM terms WHERE language = ?", (language,)))

    def languages(self) -> list[str]:
        """Every language that some term is of."""
        after = "SELECT min(language) FROM terms WHERE language > ?"
        found, last = [], ""
        while (last := next(self._connection.execute(after, (last,)))[0]) is not None:
            found.append(last)
        return found

    def postings(self, wanted: Mapping[str, Collection[str]]) -> dict[tuple[str, str], Postings]:
        """The postings of terms by language; empty ones where no document holds the term."""
        return {(tag, term): self._postings(tag, term) for tag, terms in wanted.items() for term in terms}

    def _postings(self, language: str, term: str) -> Postings:
        return postings_of(list(self._connection.execute(
            "SELECT block, offsets, counts FROM postings WHERE (language, term) = (?, ?)", (language, term)
        )))  # fmt: skip
