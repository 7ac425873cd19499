"""Bringing an index up to date: sources that are new, changed or gone are written, each in time of its own size.

A source is replaced in one transaction, so a reader sees it as it was or as it is, and a crash undoes what was half
done. `synchronise` leaves alone what has not changed: after a crash it goes on where it was (see also
`retrieval.kept_vectors`).
"""

from __future__ import annotations

import fcntl
import itertools
import json
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import apsw
import numpy as np

from knowledge.errors import SearchIndexError
from knowledge.languages.analysis import ANALYSER_VERSION
from retrieval.documents import Document, Source
from retrieval.embedding import PassageEncoder, Vectors
from retrieval.index_file import (
    BLOCK,
    CACHE_KIB,
    LENGTH,
    Manifest,
    connect,
    create,
    is_whole,
    read_manifest,
    remove,
    set_value,
    value,
)
from retrieval.kept_vectors import KeptVectors

PASSAGES_AT_ONCE = 16_384
"""Passages written together where sources are small.

A group holds terms from all over the alphabet, so that most pages of postings are written anew with each: in groups of
2,048, 200,000 passages take half as long again to write. Readers wait about a second for a group of these."""
ENCODED_AT_ONCE = 64
"""Passages encoded together; a crash loses no more than their encoding."""
MOST_COUNTED = int(np.iinfo(np.uint16).max)
"""A term repeated more often in one document counts as this often; BM25 has long stopped rising by then."""
Progress = Callable[[int], object]
"""Called with the number of passages done since the last call."""


class _Postings:
    """The postings of new documents of one language, gathered document by document."""

    def __init__(self) -> None:
        self._places: defaultdict[str, int] = defaultdict(itertools.count().__next__)  # of the terms, as they come
        self._found: list[int] = []  # the places of the terms of one document after the other
        self._counts: list[int] = []
        self._documents: list[int] = []
        self._lengths: list[int] = []  # how many terms of each document

    def add(self, number: int, terms: Sequence[str], *, own_language: bool = True) -> None:
        """Enter a document; its number is above those before it."""
        counted = Counter(terms)
        if not own_language:
            counted[LENGTH] = len(terms)
        self._found.extend(map(self._places.__getitem__, counted))
        self._counts.extend(counted.values())
        self._documents.append(number)
        self._lengths.append(len(counted))

    def documents(self) -> Iterator[tuple[str, int]]:
        """Each term with the number of documents that hold it."""
        return zip(self._places, np.bincount(np.array(self._found, np.int64)).tolist(), strict=True)

    def blocks(self) -> Iterator[tuple[str, int, bytes, bytes]]:
        """Term, block, offsets and counts, as they stand in the file."""
        terms = list(self._places)
        found = np.array(self._found, np.int64)
        order = np.argsort(found, kind="stable")
        places = found[order]
        blocks, offsets = np.divmod(np.repeat(self._documents, self._lengths)[order], BLOCK)
        offsets_written = offsets.astype("<u2").tobytes()
        counts_written = np.minimum(self._counts, MOST_COUNTED).astype("<u2")[order].tobytes()
        starts = np.flatnonzero(np.diff(places, prepend=-1) | np.diff(blocks, prepend=-1))
        bounds = itertools.pairwise((2 * np.append(starts, len(places))).tolist())
        for place, block, (start, end) in zip(places[starts].tolist(), blocks[starts].tolist(), bounds, strict=True):
            yield terms[place], block, offsets_written[start:end], counts_written[start:end]


class Held(NamedTuple):
    """What an index knows of a source it holds."""

    digest: str
    state: str
    passages: int

    def is_of(self, source: Source) -> bool:
        """Whether the source still holds that."""
        return bool(source.state and source.state == self.state) or source.digest == self.digest


class Work(NamedTuple):
    """What bringing an index up to date takes."""

    kept: int
    """Passages that stay as they are."""
    written: list[str]
    """Passages that are written; a crash may have left some of them encoded."""


class IndexWriter:
    """Writes sources to an index file."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")

    def held(self) -> dict[str, Held]:
        """Every source the index holds."""
        rows = self._connection.execute(
            "SELECT sources.id, digest, state, coalesce(sum(passages), 0) "
            "FROM sources LEFT JOIN documents ON source = sources.id GROUP BY sources.id"
        )
        return {source: Held(digest, state, passages) for source, digest, state, passages in rows}

    def note_states(self, sources: Iterable[Source]) -> None:
        """Say that these sources, made of something else now, hold what they held."""
        with self._transaction():
            states = ((source.state, source.id) for source in sources)
            self._connection.executemany("UPDATE sources SET state = ? WHERE id = ?", states)

    def replace(self, sources: Sequence[Source], vectors: Vectors) -> None:
        """Put sources in, in place of what they held before; `vectors` has a row for each passage, in order."""
        with self._transaction():
            postings: defaultdict[str, _Postings] = defaultdict(_Postings)
            rows = iter(vectors)
            for source in sources:
                self._take_out(source.id)
                self._connection.execute(
                    "INSERT INTO sources VALUES (?, ?, ?)", (source.id, source.digest, source.state)
                )
                for document in source.documents:
                    number = self._insert(source.id, document, rows)
                    postings[document.language].add(number, document.terms)
                    for language, terms in document.also.items():
                        postings[language].add(number, terms, own_language=False)
            for language, gathered in postings.items():
                self._add_postings(language, gathered)

    def remove(self, source: str) -> None:
        """Take a source out."""
        with self._transaction():
            self._take_out(source)

    def finish(self, library_version: str) -> None:
        """Say which library the index now holds, and that its terms are those of the present analyser."""
        with self._transaction():
            set_value(self._connection, "library_version", library_version)
            set_value(self._connection, "analyser_version", ANALYSER_VERSION)

    def start(self) -> None:
        """Say that the index is on its way to another library."""
        with self._transaction():
            set_value(self._connection, "library_version", "")

    def _transaction(self) -> _Transaction:
        return _Transaction(self._connection)

    def _insert(self, source: str, document: Document, vectors: Iterator[Vectors]) -> int:
        passages = []
        for text in document.passages:
            self._connection.execute("INSERT INTO passages (text) VALUES (?)", (text,))
            passages.append(self._connection.last_insert_rowid())
            row = np.asarray(next(vectors), dtype=np.float32).tobytes()
            self._connection.execute("INSERT INTO vectors (number, vector) VALUES (?, ?)", (passages[-1], row))
        self._connection.execute(
            "INSERT INTO documents (id, source, language, length, first_passage, passages) VALUES (?, ?, ?, ?, ?, ?)",
            (document.id, source, document.language, len(document.terms), min(passages, default=0), len(passages)),
        )
        number = self._connection.last_insert_rowid()
        held = {document.language: document.terms, **{tag: (*terms, LENGTH) for tag, terms in document.also.items()}}
        self._connection.executemany(
            "INSERT INTO document_terms VALUES (?, ?, ?)",
            ((number, language, " ".join(sorted(set(terms)))) for language, terms in held.items()),
        )
        return number

    def _add_postings(self, language: str, postings: _Postings) -> None:
        self._connection.executemany(
            "INSERT INTO terms VALUES (?, ?, ?) "
            "ON CONFLICT DO UPDATE SET documents = documents + excluded.documents",
            ((language, *counted) for counted in postings.documents()),
        )
        # New numbers are above all old ones, so that appending keeps the offsets in order.
        self._connection.executemany(
            "INSERT INTO postings VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
            "offsets = CAST(offsets || excluded.offsets AS BLOB), counts = CAST(counts || excluded.counts AS BLOB)",
            ((language, *block) for block in postings.blocks()),
        )

    def _take_out(self, source: str) -> None:
        held: dict[tuple[str, str], list[int]] = defaultdict(list)
        gone: list[tuple[int]] = []
        passages: list[tuple[int]] = []
        of_source = "SELECT number, first_passage, passages FROM documents WHERE source = ?"
        for number, first, count in self._connection.execute(of_source, (source,)):
            gone.append((number,))
            passages += [(passage,) for passage in range(first, first + count)]
        of_documents = (
            "SELECT number, document_terms.language, terms "
            "FROM documents JOIN document_terms ON document = number WHERE source = ?"
        )
        for number, language, terms in self._connection.execute(of_documents, (source,)):
            for term in terms.split(" ") if terms else ():
                held[language, term].append(number)
        for (language, term), documents in held.items():
            self._drop_postings(language, term, documents)
        self._connection.executemany("DELETE FROM vectors WHERE number = ?", passages)
        self._connection.executemany("DELETE FROM passages WHERE number = ?", passages)
        self._connection.executemany("DELETE FROM document_terms WHERE document = ?", gone)
        self._connection.executemany("DELETE FROM documents WHERE number = ?", gone)
        self._connection.executemany("INSERT INTO removed (document) VALUES (?)", gone)
        self._connection.execute("DELETE FROM sources WHERE id = ?", (source,))

    def _drop_postings(self, language: str, term: str, documents: Sequence[int]) -> None:
        """Take documents out of the postings of one term; a term that no document holds any longer goes too."""
        gone = np.array(documents)
        for block in set((gone // BLOCK).tolist()):
            key = (language, term, block)
            found = self._connection.execute(
                "SELECT offsets, counts FROM postings WHERE (language, term, block) = (?, ?, ?)", key
            )
            stored_offsets, stored_counts = next(found)
            offsets, counts = np.frombuffer(stored_offsets, "<u2"), np.frombuffer(stored_counts, "<u2")
            kept = ~np.isin(offsets, gone[gone // BLOCK == block] % BLOCK)
            if kept.any():
                self._connection.execute(
                    "UPDATE postings SET offsets = ?, counts = ? WHERE (language, term, block) = (?, ?, ?)",
                    (offsets[kept].tobytes(), counts[kept].tobytes(), *key),
                )
            else:
                self._connection.execute("DELETE FROM postings WHERE (language, term, block) = (?, ?, ?)", key)
        self._connection.execute(
            "UPDATE terms SET documents = documents - ? WHERE (language, term) = (?, ?)",
            (len(documents), language, term),
        )
        self._connection.execute(
            "DELETE FROM terms WHERE (language, term) = (?, ?) AND documents = 0", (language, term)
        )


class _Transaction:
    """One step from whole to whole: locked against other writers from its start, counted for the readers at its end."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        if error is None:
            set_value(self._connection, "revision", value(self._connection, "revision") + 1)
            self._connection.execute("COMMIT")
        else:
            self._connection.execute("ROLLBACK")


def build_index(
    path: Path,
    sources: Sequence[Source],
    encoder: PassageEncoder,
    library_version: str,
    progress: Progress = lambda _: None,
) -> Manifest:
    """Bring the index at `path` up to date, and make it where there is none.

    A new one, or one that takes the place of a damaged file or one of another model or kind, is written beside it and
    moved there once it is whole; what a crash left of it, and what was encoded by then, is gone on with. Raises
    SearchIndexError where it cannot be written.
    """
    try:
        return _built(path, sources, encoder, library_version, progress)
    except (apsw.Error, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise SearchIndexError(f"{path}: cannot be built: {reason}; look at the room on the disk and its rights"
                               ) from error


def _built(path: Path, sources: Sequence[Source], encoder: PassageEncoder, library_version: str, progress: Progress
           ) -> Manifest:
    path.parent.mkdir(parents=True, exist_ok=True)
    with _one_builder(path.parent):
        beside = path.with_name(f"{path.name}.new")
        target = path if _fits(path, encoder) else beside
        if target == beside and not _fits(beside, encoder):
            remove(beside)
            create(beside, model=encoder.model, dimensions=encoder.dimensions).close()
        kept_in = path.with_name(f"{path.name}.encoded")
        with closing(connect(target)) as connection, closing(KeptVectors(kept_in, encoder)) as kept:
            synchronise(connection, sources, kept, library_version, progress)
        if target == beside:
            path.with_name(f"{path.name}-journal").unlink(missing_ok=True)  # of the file that goes
            os.replace(beside, path)
        kept_in.unlink()
        manifest = read_manifest(path)
        manifest_path(path).write_text(json.dumps(manifest.model_dump(), indent=2) + "\n", encoding="utf-8")
        return manifest


def manifest_path(path: Path) -> Path:
    """Where the readable copy of the manifest lies."""
    return path.with_suffix(".manifest.json")


@contextmanager
def _one_builder(folder: Path) -> Iterator[None]:
    """Holds off other processes that would build in the same folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _fits(path: Path, encoder: PassageEncoder) -> bool:
    """Whether the file is an index of this model, and undamaged."""
    try:
        manifest = read_manifest(path)
    except SearchIndexError:
        return False
    return (manifest.model, manifest.dimensions) == (encoder.model, encoder.dimensions) and is_whole(path)


def work_on(path: Path, sources: Iterable[Source], model: str) -> Work:
    """What bringing the index up to date takes."""
    known: dict[str, Held] = {}
    for file in (path.with_name(f"{path.name}.new"), path):
        with suppress(SearchIndexError):
            if read_manifest(file).model == model:
                connection = connect(file)
                known = IndexWriter(connection).held()
                connection.close()
    wanted = list(sources)
    changed = _changed(wanted, known)
    written = [text for source in changed for document in source.documents for text in document.passages]
    return Work(_kept_passages(wanted, changed, known), written)


def _changed(sources: Iterable[Source], known: Mapping[str, Held]) -> list[Source]:
    return [source for source in sources if source.id not in known or not known[source.id].is_of(source)]


def _kept_passages(sources: Sequence[Source], changed: Sequence[Source], known: Mapping[str, Held]) -> int:
    names = {source.id for source in sources} - {source.id for source in changed}
    return sum(known[name].passages for name in names)


def synchronise(
    connection: apsw.Connection,
    sources: Iterable[Source],
    kept: KeptVectors,
    library_version: str,
    progress: Progress,
) -> None:
    """Make the index hold just these sources: write those that differ, take out those that are gone."""
    writer = IndexWriter(connection)
    known = writer.held()
    wanted = {source.id: source for source in sources}
    changed = _changed(wanted.values(), known)
    progress(_kept_passages([*wanted.values()], changed, known))
    writer.start()
    of_other_states = (one for one in wanted.values() if one.id in known and known[one.id].state != one.state)
    writer.note_states(one for one in of_other_states if known[one.id].digest == one.digest)
    for gone in sorted(known.keys() - wanted.keys()):
        writer.remove(gone)
    for group in _groups(changed):
        writer.replace(group, _encoded(group, kept, progress))
        kept.forget()
    writer.finish(library_version)


def _passage_count(source: Source) -> int:
    return sum(len(document.passages) for document in source.documents)


def _groups(sources: Iterable[Source]) -> Iterator[list[Source]]:
    """Sources in groups of about `PASSAGES_AT_ONCE` passages."""
    group: list[Source] = []
    size = 0
    for source in sources:
        group.append(source)
        size += _passage_count(source)
        if size >= PASSAGES_AT_ONCE:
            yield group
            group, size = [], 0
    if group:
        yield group


def _encoded(sources: Sequence[Source], encoder: PassageEncoder, progress: Progress) -> Vectors:
    """A row for each passage, in order; encoded by length, since a batch takes the time of its longest text."""
    texts = [text for source in sources for document in source.documents for text in document.passages]
    order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
    rows = np.empty((len(texts), encoder.dimensions), dtype=np.float32)
    for start in range(0, len(order), ENCODED_AT_ONCE):
        places = order[start : start + ENCODED_AT_ONCE]
        rows[places] = encoder.passages([texts[place] for place in places])
        progress(len(places))
    return rows
