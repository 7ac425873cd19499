"""Bringing an index up to date: sources that are new, changed or gone are written, each in time of its own size.

A source is replaced in one transaction, so a reader sees it as it was or as it is, and a crash undoes what was half
done. `synchronise` leaves alone what has not changed: after a crash it goes on where it was (see also
`retrieval.kept_vectors`).
"""

from __future__ import annotations

import fcntl
import json
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from pathlib import Path

import apsw
import numpy as np

from knowledge.errors import SearchIndexError
from knowledge.languages.analysis import ANALYSER_VERSION
from retrieval.documents import Document, Source
from retrieval.embedding import PassageEncoder, Vectors
from retrieval.index_file import (
    CACHE_KIB,
    COUNTED,
    DAMAGED,
    connect,
    create,
    is_counted,
    is_whole,
    passages_in,
    read_manifest,
    remove,
    set_value,
    value,
)
from retrieval.index_tables import BLOCK, LENGTH, Manifest, Progress, Work
from retrieval.index_work import NOTHING_HELD, GatheredPostings, Held, encoded, groups_of, work_of
from retrieval.kept_vectors import KeptVectors


class IndexWriter:
    """Writes sources to an index file."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._stepping = False
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")

    def held(self) -> Held:
        """Every source the index holds."""
        return Held(dict(self._connection.execute("SELECT id, nullif(state, '') FROM sources")), self._digests_of)

    def _digests_of(self, sources: Sequence[str]) -> dict[str, str]:
        return dict(self._connection.execute(
            "SELECT id, digest FROM sources WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(sources)),)
        ))  # fmt: skip

    def passages(self) -> int:
        """How many passages the index holds."""
        return passages_in(self._connection)

    def count(self) -> None:
        """Have the file know how many passages it holds, where it was made without that."""
        if not is_counted(self._connection):
            with self._transaction():
                self._connection.execute(COUNTED)

    def passages_of(self, sources: Sequence[str]) -> int:
        """How many passages some sources have."""
        (count,) = next(self._connection.execute(
            "SELECT coalesce(sum(passages), 0) FROM documents WHERE source IN (SELECT value FROM json_each(?))",
            (json.dumps(list(sources)),),
        ))  # fmt: skip
        return int(count)

    def note_states(self, sources: Iterable[Source]) -> None:
        """Say that these sources, made of something else now, hold what they held."""
        with self._transaction():
            states = ((source.state, source.id) for source in sources)
            self._connection.executemany("UPDATE sources SET state = ? WHERE id = ?", states)

    def replace(self, sources: Sequence[Source], vectors: Vectors) -> None:
        """Put sources in, in place of what they held before; `vectors` has a row for each passage, in order."""
        with self._transaction():
            postings: defaultdict[str, GatheredPostings] = defaultdict(GatheredPostings)
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

    @contextmanager
    def in_one_step(self) -> Iterator[None]:
        """All that is written inside is kept, or nothing is."""
        with self._transaction():
            self._stepping = True
            try:
                yield
            finally:
                self._stepping = False

    def _transaction(self) -> AbstractContextManager[None]:
        return nullcontext() if self._stepping else _Transaction(self._connection)

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

    def _add_postings(self, language: str, postings: GatheredPostings) -> None:
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
    *,
    trusted: bool = False,
) -> Manifest:
    """Bring the index at `path` up to date, and make it where there is none.

    A new one, or one that takes the place of a damaged file or one of another model or kind, is written beside it and
    moved there once it is whole; what a crash left of it, and what was encoded by then, is gone on with. A file that is
    `trusted` is only looked through for damage where writing meets with some. Raises SearchIndexError where it cannot
    be written.
    """
    try:
        if trusted:
            with suppress(*DAMAGED):
                return _built(path, sources, encoder, library_version, progress, trusted=True)
        return _built(path, sources, encoder, library_version, progress)
    except (apsw.Error, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise SearchIndexError(f"{path}: cannot be built: {reason}; look at the room on the disk and its rights"
                               ) from error


def _built(path: Path, sources: Sequence[Source], encoder: PassageEncoder, library_version: str, progress: Progress, *,
           trusted: bool = False) -> Manifest:
    path.parent.mkdir(parents=True, exist_ok=True)
    with _one_builder(path.parent):
        beside = path.with_name(f"{path.name}.new")
        target = path if _fits(path, encoder, trusted=trusted) else beside
        if target == beside and not _fits(beside, encoder):
            remove(beside)
            create(beside, model=encoder.model, dimensions=encoder.dimensions).close()
        kept_in = path.with_name(f"{path.name}.encoded")
        with closing(connect(target)) as connection, closing(KeptVectors(kept_in, encoder)) as kept:
            synchronise(connection, sources, kept, library_version, progress)
        if target == beside:
            path.with_name(f"{path.name}-journal").unlink(missing_ok=True)  # of the file that goes
            os.replace(beside, path)
        kept_in.unlink(missing_ok=True)
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


def _fits(path: Path, encoder: PassageEncoder, *, trusted: bool = False) -> bool:
    """Whether the file is an index of this model, and undamaged, which is looked for unless it is `trusted`."""
    try:
        manifest = read_manifest(path)
    except SearchIndexError:
        return False
    of_model = (manifest.model, manifest.dimensions) == (encoder.model, encoder.dimensions)
    return of_model and (trusted or is_whole(path))


def work_on(path: Path, sources: Iterable[Source], model: str) -> Work:
    """What bringing the index up to date takes."""
    wanted, work = list(sources), None
    for file in (path.with_name(f"{path.name}.new"), path):
        with suppress(SearchIndexError):
            manifest = read_manifest(file)
            if manifest.model == model:
                with closing(connect(file)) as connection:
                    writer = IndexWriter(connection)
                    work = work_of(wanted, writer.held(), manifest.passages, writer.passages_of)
    return work or work_of(wanted, NOTHING_HELD, 0, lambda _: 0)


def synchronise(
    connection: apsw.Connection,
    sources: Sequence[Source],
    kept: KeptVectors,
    library_version: str,
    progress: Progress,
) -> None:
    """Make the index hold just these sources: write those that differ, take out those that are gone."""
    writer = IndexWriter(connection)
    writer.count()
    work = writer.held().differing(sources)
    progress(writer.passages() - writer.passages_of([*work.gone, *work.replaced]))
    groups = list(groups_of(work.changed))
    if len(groups) > 1:
        writer.start()
        for group in groups[:-1]:
            writer.replace(group, encoded(group, kept, progress))
            kept.forget()
    vectors = [encoded(group, kept, progress) for group in groups[-1:]]
    with writer.in_one_step():  # each step waits for the disk
        writer.note_states(work.restated)
        for gone in work.gone:
            writer.remove(gone)
        for group, rows in zip(groups[-1:], vectors, strict=True):
            writer.replace(group, rows)
        writer.finish(library_version)
    kept.forget()
