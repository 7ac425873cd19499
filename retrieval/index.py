"""Reading an index: the lexical score and the cosine of every document for a question, from one state of its tables.

Postings are read from the tables as they are needed. Vectors are kept in memory as one matrix: sqlite-vec is where a
file has them, but its own scan is several times slower than a matrix product (see docs/benchmarks.md). A change made to
the tables by another process is taken up at the next search: documents and vectors in time of what changed, while the
weights of terms are counted anew, since each depends on how many documents there are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import DamagedIndexError, SearchIndexError
from knowledge.languages.analysis import ANALYSER_VERSION
from retrieval.embedding import Vectors
from retrieval.file_snapshot import FileTables
from retrieval.fusion import Spread
from retrieval.index_file import DAMAGED, connect, read_manifest
from retrieval.index_tables import BLOCK, LENGTH, DocumentRow, Manifest, Postings, Snapshot, State, Tables
from retrieval.lexical import Numbers, PostingsBM25, Scores

Read = TypeVar("Read")
NO_COSINE = -2.0
"""Stands where a document has no vector; below every cosine."""
NONE = Spread(0.0, 0.0)
NO_DOCUMENT, NO_LANGUAGE = -1, -2
NUMBER_OF, ID_OF, LANGUAGE_OF, LENGTH_OF, FIRST_PASSAGE_OF, PASSAGES_OF = map(itemgetter, range(6))
"""The columns of a `DocumentRow`, which are taken of half a million rows at an opening."""
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
    """For rankings; what lies too far off may be missing: see `cosines_of`."""
    languages: NDArray[np.int16]
    """Place of each document's language among `tags`; -1 where there is no document."""
    tags: Sequence[str]
    further: Callable[[Sequence[int]], NDArray[np.float32]] | None = None
    """Looks at documents whose cosines are not known yet."""
    spread: Callable[[str | None], Spread] | None = None
    """Where `cosines` do not say how all lie: see `spread_in`."""

    def cosines_of(self, numbers: Sequence[int]) -> NDArray[np.float32]:
        """The cosines of these documents, however far off they lie."""
        known = self.cosines[np.asarray(numbers, np.int64)]
        missing = np.flatnonzero(known == NO_COSINE)
        if self.further is not None and len(missing):
            known[missing] = self.further([numbers[place] for place in missing.tolist()])
        return known

    def cosines_in(self, language: str) -> NDArray[np.float32]:
        """The cosines of one language's documents."""
        place = self.tags.index(language) if language in self.tags else NO_LANGUAGE
        return np.where(self.languages == place, self.cosines, NO_COSINE).astype(np.float32)

    def spread_in(self, language: str | None = None) -> Spread:
        """How the cosines lie over the documents of one language; over all where it has none that are embedded."""
        if self.spread is not None:
            return self.spread(language)
        cosines = self.cosines if language is None else self.cosines_in(language)
        there = cosines[cosines > NO_COSINE]
        if not len(there):
            there = self.cosines[self.cosines > NO_COSINE]
        return Spread(float(there.mean(dtype=np.float64)), float(there.std(dtype=np.float64))) if len(there) else NONE


class Documents:
    """The documents of one state of an index, and BM25 over those of each language; it is never changed."""

    def __init__(self, snapshot: Snapshot, before: Documents | None = None) -> None:
        self._by_language: dict[str, PostingsBM25] = {}
        last, last_removed = (before.last, before.last_removed) if before else (0, 0)
        rows, gone = snapshot.documents(last), snapshot.removed(last_removed)
        self.last: int = rows[-1].number if rows else last
        self.last_removed: int = gone[-1][0] if gone else last_removed
        self.ids: dict[int, str] = dict(before.ids) if before else {}
        self.numbers: dict[str, int] = dict(before.numbers) if before else {}
        self.removed = np.array([number for _, number in gone if self._drop(number)], np.int64)
        numbers, ids = list(map(NUMBER_OF, rows)), list(map(ID_OF, rows))
        self.ids.update(zip(numbers, ids, strict=True))
        self.numbers.update(zip(ids, numbers, strict=True))
        known = before.tags if before else []
        self.tags: list[str] = list(dict.fromkeys([*known, *sorted(set(map(LANGUAGE_OF, rows)))]))
        self.languages, self.lengths = self._languages_and_lengths(rows, before)
        self.added_to, self.added = _passages_of(rows)
        """The passages that are new in this state: the document of each, and their numbers, ascending."""

    def _drop(self, number: int) -> bool:
        """Whether a document that went had been there before."""
        name = self.ids.pop(number, None)
        return name is not None and self.numbers.pop(name) == number

    def _languages_and_lengths(
        self, rows: Sequence[DocumentRow], before: Documents | None
    ) -> tuple[NDArray[np.int16], NDArray[np.int32]]:
        """The place of each document's language among the tags, and its length, both by its number."""
        languages: NDArray[np.int16] = np.full(self.last + 1, NO_DOCUMENT, np.int16)
        lengths: NDArray[np.int32] = np.zeros(self.last + 1, np.int32)
        if before:
            languages[: len(before.languages)] = before.languages
            lengths[: len(before.lengths)] = before.lengths
        numbers = np.fromiter(map(NUMBER_OF, rows), np.int64, len(rows))
        place = {tag: number for number, tag in enumerate(self.tags)}
        languages[numbers] = np.fromiter(map(place.__getitem__, map(LANGUAGE_OF, rows)), np.int16, len(rows))
        lengths[numbers] = np.fromiter(map(LENGTH_OF, rows), np.int32, len(rows))
        languages[self.removed], lengths[self.removed] = NO_DOCUMENT, 0
        return languages, lengths

    def bm25(self, language: str, snapshot: Snapshot) -> PostingsBM25:
        """BM25 over the documents of a language; the snapshot is of this state."""
        if language not in self._by_language:
            place = self.tags.index(language) if language in self.tags else NO_LANGUAGE
            held, lengths = np.flatnonzero(self.languages == place), self.lengths
            frequencies = snapshot.frequencies(language)
            if frequencies.pop(LENGTH, 0):
                others, in_terms = snapshot.postings({language: [LENGTH]})[language, LENGTH]
                held, lengths = np.union1d(held, others), lengths.copy()
                lengths[others] = in_terms
            self._by_language[language] = PostingsBM25(frequencies, lengths, held)
        return self._by_language[language]

    def found_in(self, snapshot: Snapshot) -> list[str]:
        """Every language some document is found in; the snapshot is of this state."""
        return list(dict.fromkeys([*self.tags, *snapshot.languages()]))


def _passages_of(rows: Sequence[DocumentRow]) -> tuple[Numbers, Numbers]:
    """The passages of these documents: the document of each, and their numbers, ascending."""
    numbers, counts, starts = (np.fromiter(map(column, rows), np.int64, len(rows))
                               for column in (NUMBER_OF, PASSAGES_OF, FIRST_PASSAGE_OF))
    places = np.repeat(starts - np.cumsum(counts) + counts, counts)
    return np.repeat(numbers, counts), places + np.arange(counts.sum())


class Nearest(NamedTuple):
    """How near documents are to one question."""

    cosines: NDArray[np.float32]
    """By the number of the document; `NO_COSINE` where it has no vector, or lies too far off to have been looked at."""
    further: Callable[[Sequence[int]], NDArray[np.float32]] | None = None
    """Looks at documents that were not; None where all were."""
    spread: Callable[[str | None], Spread] | None = None
    """How the cosines of one language's documents lie, or of all; None: as `cosines` say."""


class Nearness(Protocol):
    """How near the documents of one state are to any question; it is never changed."""

    def later(self, snapshot: Snapshot, documents: Documents) -> Nearness | None:
        """The same of a later state; None where that is better read anew."""

    def asked(
        self, snapshot: Snapshot, documents: Documents, vector: Vectors | None, languages: Collection[str] | None
    ) -> Callable[[], Nearest]:
        """What is near to a unit vector, the rest of the sum being left for when the snapshot is given back.

        Of documents in other languages than these nothing need be known; None: of all languages.
        """


MakeNearness = Callable[[Snapshot, "Documents"], Nearness]


class Matrix:
    """The vectors of the passages in memory, row by row in the order of their numbers."""

    def __init__(self, room: Vectors, count: int, documents: Numbers) -> None:
        self._room = room
        self._rows = room[:count]
        self._documents = documents

    @classmethod
    def read(cls, snapshot: Snapshot, documents: Documents, *, dimensions: int) -> Matrix:
        """Every vector of a state that is read from the beginning."""
        numbers = documents.added
        room = np.empty((int(len(numbers) * SPARE) + BLOCK, dimensions), np.float32)
        for held, vectors in snapshot.vectors():
            room[np.searchsorted(numbers, held)] = vectors
        return cls(room, len(numbers), documents.added_to)

    def later(self, snapshot: Snapshot, documents: Documents) -> Matrix | None:
        """With what was added and removed; None where it is better read anew.

        Rows are only ever added, so that a search under way in another thread is not disturbed.
        """
        count = len(self._documents) + len(documents.added)
        belongs = np.where(np.isin(self._documents, documents.removed), NO_DOCUMENT, self._documents)
        living = int((belongs != NO_DOCUMENT).sum()) + len(documents.added)
        if count > len(self._room) or count > SPARE * living + BLOCK:
            return None
        self._room[len(self._documents) : count] = snapshot.vectors_of(documents.added.tolist())
        return Matrix(self._room, count, np.concatenate([belongs, documents.added_to]))

    def asked(
        self, snapshot: Snapshot, documents: Documents, vector: Vectors | None, languages: Collection[str] | None
    ) -> Callable[[], Nearest]:
        """The cosine of every document."""
        size = len(documents.languages)
        return lambda: Nearest(highest_of_passages(self._rows, self._documents, vector, size))


class _Loaded(NamedTuple):
    """One state of an index as it is held in memory."""

    state: State
    documents: Documents
    near: Nearness


class Index:
    """An opened index. Threads may share it."""

    def __init__(self, tables: Tables, manifest: Manifest, nearness: MakeNearness | None = None) -> None:
        """`nearness` says how near documents are; None: from all vectors in memory."""
        self._tables = tables
        self.manifest = manifest
        self._nearness = nearness or partial(Matrix.read, dimensions=manifest.dimensions)
        self._lock = Lock()
        self._loaded: _Loaded | None = None
        self._read(lambda snapshot, loaded: None)

    def scores(
        self, vector: Vectors | None, terms: Mapping[str, Sequence[str]], near_in: Collection[str] | None = None
    ) -> DocumentScores:
        """The cosine of every document with a unit vector, and its BM25 for the terms given for its language.

        Rankings by cosine may be asked of the languages `near_in` alone; None: of all. Where vectors are too many to
        look at each, they hold the nearest only.
        """

        def look(snapshot: Snapshot, loaded: _Loaded) -> _Looked:
            bm25 = {language: loaded.documents.bm25(language, snapshot) for language in terms}
            found = snapshot.postings({language: bm25[language].weighing(asked) for language, asked in terms.items()})
            near = loaded.near.asked(snapshot, loaded.documents, vector, near_in)
            return _Looked(loaded.documents, bm25, found, near)

        documents, bm25, found, near = self._asked(look)
        nearest = near()
        return DocumentScores(
            ids=documents.ids,
            numbers=documents.numbers,
            lexical={
                language: bm25[language].get_scores(asked, partial(_looked_up, found, language))
                for language, asked in terms.items()
            },
            attainable={language: bm25[language].attainable(asked) for language, asked in terms.items()},
            cosines=nearest.cosines,
            languages=documents.languages,
            tags=documents.tags,
            further=nearest.further,
            spread=nearest.spread,
        )

    def languages(self) -> list[str]:
        """The languages of its documents, but for those of what is quoted, which are kept apart under marked tags."""
        found = self._asked(lambda snapshot, loaded: loaded.documents.found_in(snapshot))
        return [tag for tag in found if "-" not in tag]

    def respelt(self, terms: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
        """Terms by language, those that no document holds spelt like the nearest that one does."""
        bm25 = self._asked(
            lambda snapshot, loaded: {language: loaded.documents.bm25(language, snapshot) for language in terms}
        )
        return {language: [bm25[language].respelt(term) for term in asked] for language, asked in terms.items()}

    def _asked(self, look: Callable[[Snapshot, _Loaded], Read]) -> Read:
        """What a look finds; a `SearchIndexError` where the tables cannot be read."""
        try:
            return self._read(look)
        except self._tables.faults as fault:
            raise self._tables.told(fault) from fault

    def _read(self, look: Callable[[Snapshot, _Loaded], Read]) -> Read:
        """What a look finds in one moment's snapshot, and in what is held in memory of the same state."""
        with self._tables.reading() as snapshot:
            loaded = self._loaded_as(snapshot)
            if loaded is not None:
                return look(snapshot, loaded)
        with self._tables.reading() as snapshot:
            return look(snapshot, self._loaded_as(snapshot) or self._loaded_anew(snapshot))

    def _loaded_as(self, snapshot: Snapshot) -> _Loaded | None:
        """What a snapshot holds, in memory; None where what is in memory came after it.

        Another thread may have loaded that meanwhile. If it came after the next snapshot too, the tables went back: a
        standby that had not followed to the end has taken over.
        """
        with self._lock:
            before, state = self._loaded, snapshot.state
            if before is not None and before.state == state:
                return before
            if before is not None and before.state > state:
                return None
            if before is not None and snapshot.follows(before.state):
                documents = Documents(snapshot, before.documents)
                near = before.near.later(snapshot, documents)
                if near is not None:
                    self._loaded = _Loaded(state, documents, near)
                    return self._loaded
        return self._loaded_anew(snapshot)

    def _loaded_anew(self, snapshot: Snapshot) -> _Loaded:
        """What a snapshot holds, read from the beginning."""
        with self._lock:
            if self._loaded is None or self._loaded.state != snapshot.state:
                self._loaded = None  # its memory first, then the new one's
                documents = Documents(snapshot)
                self._loaded = _Loaded(snapshot.state, documents, self._nearness(snapshot, documents))
            return self._loaded


class _Looked(NamedTuple):
    """What is taken out of a snapshot for one question."""

    documents: Documents
    bm25: dict[str, PostingsBM25]
    found: dict[tuple[str, str], Postings]
    near: Callable[[], Nearest]


def _looked_up(found: Mapping[tuple[str, str], Postings], language: str, term: str) -> Postings:
    return found[language, term]


def highest(scores: NDArray[Any], count: int) -> list[int]:
    """The numbers of the documents that score highest and score at all, best first, ties by number."""
    found = np.flatnonzero(scores > (NO_COSINE if scores.dtype == np.float32 else 0.0))
    values = scores[found]
    if count < len(found):
        # Not the `count` highest but all that reach the last of them: ties at the edge are not left to chance.
        kept = values >= np.partition(values, len(values) - count)[len(values) - count]
        found, values = found[kept], values[kept]
    return found[np.argsort(-values, kind="stable")][:count].tolist()  # type: ignore[no-any-return]


def highest_of_passages(rows: Vectors, belongs: Numbers, vector: Vectors | None, size: int) -> NDArray[np.float32]:
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


def index_as_it_is(path: Path) -> Index:
    """The index at a path, whatever it was built from."""
    manifest = read_manifest(path)
    return Index(FileTables(connect(path), manifest.dimensions), manifest)


def open_index(path: Path, *, model: str, library_version: str) -> Index:
    """The index for searching; refused where it was built with another model, analyser or library."""
    check_fit(read_manifest(path), str(path), model=model, library_version=library_version)
    keep_freed_memory()
    try:
        return index_as_it_is(path)
    except DAMAGED as error:
        raise DamagedIndexError(f"{path}: is damaged; run `farmasvar index build`") from error


def check_fit(manifest: Manifest, place: str, *, model: str, library_version: str) -> None:
    """A `SearchIndexError` where an index was built with another model, analyser or library."""
    if manifest.model != model:
        raise SearchIndexError(
            f"{place}: built with the model {manifest.model}, but {model} is set; run `farmasvar index build`"
        )
    if manifest.analyser_version != ANALYSER_VERSION or manifest.library_version != library_version:
        raise SearchIndexError(f"{place}: built from an older library; run `farmasvar index build`")


def keep_freed_memory() -> None:
    """Have the memory of a search's arrays kept for the next search.

    glibc's `malloc` gives freed memory back to the system, and each page of it is asked for anew, until it has seen a
    larger piece freed (`M_MMAP_THRESHOLD` in mallopt(3)). One that is never written to costs nothing. At 200,000
    passages a search takes 30 ms then, not 50; with another `malloc` nothing changes.
    """
    np.empty(KEPT_WHEN_FREED, np.uint8)
