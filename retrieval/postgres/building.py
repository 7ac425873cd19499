"""Bringing the index of a server up to date: all that differs is encoded first, then written in one transaction.

So whoever searches has the old state until the new one is whole. One process builds at a time; one that waited for
another finds its work done.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any, LiteralString, TypeVar

import numpy as np
import psycopg
from psycopg import errors

from knowledge.languages.analysis import ANALYSER_VERSION
from retrieval.documents import Document, Source
from retrieval.embedding import PassageEncoder, Vectors
from retrieval.index_tables import BLOCK, LENGTH, Manifest, Progress
from retrieval.index_work import NOTHING_HELD, GatheredPostings, Held, encoded, groups_of
from retrieval.postgres import tables
from retrieval.postgres.kept_vectors import VectorsKeptOnServer
from retrieval.postgres.near import have_graphs
from retrieval.postgres.tables import Connection, Generation
from retrieval.postgres.vectors import stored_as

Row = TypeVar("Row")
ROWS_AT_ONCE = 5000
"""Rows of postings that one statement changes."""
REMEMBERED = 100
"""States whose readers take up what changed since; older ones are read from the beginning."""
DAMAGED = (errors.UndefinedTable, errors.UndefinedColumn, errors.DataCorrupted, errors.IndexCorrupted)
"""What the server says where tables are not what they were."""
MUCH = 0.1
"""Share of the sources from which a change may mislead the server's plans."""


def build(connection: Connection, place: str, sources: Sequence[Source], encoder: PassageEncoder, library_version: str,
          progress: Progress, *, trusted: bool = False) -> Manifest:
    """Make the index hold just these sources, as `IndexPlace.build` says."""
    connection.execute("SET lock_timeout = 0")
    connection.execute("SELECT pg_advisory_lock(%s)", (tables.BUILDING,))  # as long as the connection lasts
    fitting = _fitting(connection, encoder, trusted=trusted)
    if fitting is None:
        tables.prepare(connection, place)
    known = held(connection, fitting) if fitting else NOTHING_HELD
    work = known.differing(sources)
    leaving = [*work.gone, *work.replaced]
    if fitting:
        progress(fitting.manifest.passages - passages_of(connection, fitting, leaving))
    kept = VectorsKeptOnServer(connection, encoder)
    for group in groups_of(work.changed):
        encoded(group, kept, progress)
    if not fitting or work.changed or work.restated or leaving or _is_other(fitting.manifest, library_version):
        with connection.transaction():
            writer = _Writer(connection, fitting.number if fitting else _new_generation(connection, kept))
            writer.note_states(work.restated)
            writer.take_out(leaving)
            for group in groups_of(work.changed):
                writer.put_in(group, encoded(group, kept, lambda _: None))
            have_graphs(connection, writer.generation, kept.dimensions, writer.passages(), writer.languages())
            writer.finish(library_version)
            if len(work.changed) > MUCH * len(sources):
                writer.count_rows()
            kept.forget()
    _drop_others(connection)
    return tables.present(connection, place).manifest


def held(connection: Connection, generation: Generation) -> Held:
    """Every source that a generation holds."""
    def digests_of(sources: Sequence[str]) -> dict[str, str]:
        return dict(connection.execute(tables.named("SELECT id, digest FROM {sources} WHERE id = ANY(%s)",
                                                    generation.number), ([*sources],)).fetchall())

    of_all = tables.named("SELECT id, nullif(state, '') FROM {sources}", generation.number)
    return Held(dict(connection.execute(of_all).fetchall()), digests_of)


def passages_of(connection: Connection, generation: Generation, sources: Sequence[str]) -> int:
    """How many passages some sources of a generation have."""
    [(count,)] = connection.execute(tables.named(
        "SELECT coalesce(sum(passages), 0)::bigint FROM {documents} WHERE source = ANY(%s)", generation.number,
    ), ([*sources],)).fetchall()  # fmt: skip
    return int(count)


def is_whole(connection: Connection, generation: Generation) -> bool:
    """Whether every passage has its vector and every term its postings; reads all of them."""
    counted = connection.execute(tables.named(
        "SELECT (SELECT coalesce(sum(passages), 0) FROM {documents}), (SELECT count(text) FROM {passages}), "
        "(SELECT count(vector_dims(vector)) FROM {vectors}), (SELECT coalesce(sum(documents), 0) FROM {terms}), "
        "(SELECT coalesce(sum(length(offsets) / 2), 0) FROM {postings}), "
        "(SELECT coalesce(sum(length(counts) / 2), 0) FROM {postings})", generation.number,
    )).fetchall()[0]  # fmt: skip
    return len(set(counted[:3])) == 1 and len(set(counted[3:])) == 1


def _fitting(connection: Connection, encoder: PassageEncoder, *, trusted: bool) -> Generation | None:
    """The generation that is searched, where it is of this model and layout, and undamaged as far as is looked for."""
    found = tables.current(connection)
    if found is None or found.layout != tables.LAYOUT:
        return None
    of_model = (found.manifest.model, found.manifest.dimensions) == (encoder.model, encoder.dimensions)
    try:
        return found if of_model and (trusted or is_whole(connection, found)) else None
    except DAMAGED:
        return None


def _is_other(manifest: Manifest, library_version: str) -> bool:
    """Whether an index is of another library, or of terms made in another way."""
    return (manifest.library_version, manifest.analyser_version) != (library_version, ANALYSER_VERSION)


def _new_generation(connection: Connection, encoder: PassageEncoder) -> int:
    row = connection.execute("SELECT coalesce(max(generation), 0) + 1 FROM farmasvar_index.generations").fetchone()
    number = int(row[0]) if row else 1
    tables.create(connection, number, encoder.dimensions)
    connection.execute(
        "INSERT INTO farmasvar_index.generations VALUES (%s, false, %s, %s, %s, '', 0, 0, 0, '{}', 0, 0, 0)",
        (number, tables.LAYOUT, encoder.model, encoder.dimensions),
    )
    return number


def _drop_others(connection: Connection) -> None:
    """Take away what nobody searches any longer; where somebody still looks into it, the next build does."""
    others = connection.execute("SELECT generation FROM farmasvar_index.generations WHERE NOT is_current").fetchall()
    for (number,) in others:
        with suppress(errors.LockNotAvailable), connection.transaction():
            connection.execute("SET LOCAL lock_timeout = '2s'")
            tables.drop(connection, number)


class _Writer:
    """Writes sources to the tables of a generation, within one transaction."""

    def __init__(self, connection: Connection, generation: int) -> None:
        self._connection = connection
        self.generation = generation
        row = connection.execute("SELECT last_document, last_passage, last_removal FROM farmasvar_index.generations "
                                 "WHERE generation = %s FOR UPDATE", (generation,)).fetchone()
        self._document: int
        self._passage: int
        self._removal: int
        self._document, self._passage, self._removal = row or (0, 0, 0)
        self._more_passages = 0

    def passages(self) -> int:
        """How many the generation holds by now."""
        [(before,)] = self._rows("SELECT passages FROM farmasvar_index.generations WHERE generation = %s",
                                 self.generation)
        return int(before) + self._more_passages

    def languages(self) -> list[str]:
        """Those of its passages."""
        return [tag for (tag,) in self._rows(
            "WITH RECURSIVE found AS (SELECT min(language) AS tag FROM {vectors} UNION ALL "
            "SELECT (SELECT min(language) FROM {vectors} WHERE language > tag) FROM found WHERE tag IS NOT NULL) "
            "SELECT tag FROM found WHERE tag IS NOT NULL"
        )]  # fmt: skip

    def note_states(self, sources: Iterable[Source]) -> None:
        """Say that these sources, made of something else now, hold what they held."""
        rows = [(source.state, source.id) for source in sources]
        with self._connection.cursor() as cursor:
            cursor.executemany(self._named("UPDATE {sources} SET state = %s WHERE id = %s"), rows)

    def put_in(self, sources: Sequence[Source], vectors: Vectors) -> None:
        """Put sources in that are not there; `vectors` has a row for each passage, in order."""
        self._copy("{sources} (id, digest, state)", ((one.id, one.digest, one.state) for one in sources))
        numbered = []
        first = self._passage + 1
        for source in sources:
            for document in source.documents:
                self._document += 1
                count = len(document.passages)
                numbered.append((self._document, source.id, document, self._passage + 1 if count else 0))
                self._passage += count
        self._copy("{documents} (number, id, source, language, length, first_passage, passages)", (
            (number, one.id, source, one.language, len(one.terms), start, len(one.passages))
            for number, source, one, start in numbered
        ))  # fmt: skip
        texts = [(one.language, text) for _, _, one, _ in numbered for text in one.passages]
        self._copy("{passages} (number, text)", (
            (first + place, text.replace("\0", " ")) for place, (_, text) in enumerate(texts)  # it takes no NUL
        ))  # fmt: skip
        self._copy("{vectors} (number, language, vector)", (
            (first + place, language, stored_as(row))
            for place, ((language, _), row) in enumerate(zip(texts, vectors, strict=True))
        ), ("int8", "text", "vector"))  # fmt: skip
        self._copy("{document_terms} (document, language, terms)", (
            (number, language, " ".join(sorted(set(terms))))
            for number, _, one, _ in numbered for language, terms in _terms_held(one).items()
        ))  # fmt: skip
        self._more_passages += len(texts)
        self._put_in_postings((number, one) for number, _, one, _ in numbered)

    def take_out(self, sources: Sequence[str]) -> None:
        """Take sources out with all that stands for them."""
        if not sources:
            return
        gone = self._rows("SELECT number, first_passage, passages FROM {documents} WHERE source = ANY(%s)", sources)
        numbers = [number for number, _, _ in gone]
        passages = [passage for _, first, count in gone for passage in range(first, first + count)]
        held: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        of_documents = "SELECT document, language, terms FROM {document_terms} WHERE document = ANY(%s)"
        for number, language, terms in self._rows(of_documents, numbers):
            for term in terms.split(" ") if terms else ():
                held[language, term].append(number)
        for part in _parts(sorted(held)):
            self._drop_postings({key: held[key] for key in part})
        deletions: tuple[tuple[LiteralString, Sequence[Any]], ...] = (
            ("DELETE FROM {vectors} WHERE number = ANY(%s)", passages),
            ("DELETE FROM {passages} WHERE number = ANY(%s)", passages),
            ("DELETE FROM {document_terms} WHERE document = ANY(%s)", numbers),
            ("DELETE FROM {documents} WHERE number = ANY(%s)", numbers),
            ("DELETE FROM {sources} WHERE id = ANY(%s)", sources),
        )
        for statement, values in deletions:
            self._connection.execute(self._named(statement), (list(values),))
        self._copy("{removed} (number, document)", enumerate(sorted(numbers), self._removal + 1))
        self._removal += len(numbers)
        self._more_passages -= len(passages)

    def finish(self, library_version: str) -> None:
        """Say which library the index now holds, and have this generation searched.

        Its revision is the time, so that no state is taken for another after a standby took over that lacked the last.
        """
        self._connection.execute("UPDATE farmasvar_index.generations SET is_current = false WHERE is_current")
        self._connection.execute(
            "UPDATE farmasvar_index.generations SET is_current = true, library_version = %s, analyser_version = %s, "
            "passages = passages + %s, last_document = %s, last_passage = %s, last_removal = %s, "
            f"earlier = (revision || earlier)[1:{REMEMBERED}], "
            "revision = greatest(revision + 1, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint) "
            "WHERE generation = %s",
            (library_version, ANALYSER_VERSION, self._more_passages, self._document, self._passage, self._removal,
             self.generation),
        )

    def count_rows(self) -> None:
        """Tell the server what the tables hold; it would plan for empty ones until it looks at them by itself."""
        for name in tables.NAMES:
            self._connection.execute(self._named("ANALYZE {" + name + "}"))

    def _put_in_postings(self, documents: Iterable[tuple[int, Document]]) -> None:
        postings: defaultdict[str, GatheredPostings] = defaultdict(GatheredPostings)
        for number, document in documents:
            postings[document.language].add(number, document.terms)
            for language, terms in document.also.items():
                postings[language].add(number, terms, own_language=False)
        for language, gathered in postings.items():
            self._in_parts(
                "INSERT INTO {terms} SELECT %s, * FROM unnest(%b::text[], %b::int[]) ON CONFLICT (language, term) "
                "DO UPDATE SET documents = {terms}.documents + excluded.documents", language, gathered.documents(),
            )  # fmt: skip
            # New numbers are above all old ones, so that appending keeps the offsets in order.
            self._in_parts(
                "INSERT INTO {postings} SELECT %s, * FROM unnest(%b::text[], %b::bigint[], %b::bytea[], %b::bytea[]) "
                "ON CONFLICT (language, term, block) DO UPDATE SET offsets = {postings}.offsets || excluded.offsets, "
                "counts = {postings}.counts || excluded.counts", language, gathered.blocks(),
            )  # fmt: skip

    def _drop_postings(self, held: Mapping[tuple[str, str], Sequence[int]]) -> None:
        """Take documents out of the postings of terms; a term that no document holds any longer goes too."""
        gone = [(*key, number // BLOCK, number % BLOCK) for key, numbers in held.items() for number in numbers]
        offsets_gone: defaultdict[tuple[str, str, int], list[int]] = defaultdict(list)
        for language, term, block, offset in gone:
            offsets_gone[language, term, block].append(offset)
        blocks = self._rows(
            "SELECT language, term, block, offsets, counts FROM unnest(%s::text[], %s::text[], %s::bigint[]) "
            "AS asked (language, term, block) JOIN {postings} USING (language, term, block)",
            *_columns(offsets_gone),
        )  # fmt: skip
        kept, emptied = [], []
        for language, term, block, stored_offsets, stored_counts in blocks:
            offsets, counts = np.frombuffer(stored_offsets, "<u2"), np.frombuffer(stored_counts, "<u2")
            staying = ~np.isin(offsets, offsets_gone[language, term, block])
            key = (language, term, block)
            if staying.any():
                kept.append((*key, offsets[staying].tobytes(), counts[staying].tobytes()))
            else:
                emptied.append(key)
        self._by_columns("UPDATE {postings} SET offsets = new.offsets, counts = new.counts FROM unnest(%b::text[], "
                         "%b::text[], %b::bigint[], %b::bytea[], %b::bytea[]) AS new (language, term, block, offsets, "
                         "counts) WHERE ({postings}.language, {postings}.term, {postings}.block) "
                         "= (new.language, new.term, new.block)", kept)
        self._by_columns("DELETE FROM {postings} USING unnest(%b::text[], %b::text[], %b::bigint[]) AS gone (language, "
                         "term, block) WHERE ({postings}.language, {postings}.term, {postings}.block) "
                         "= (gone.language, gone.term, gone.block)", emptied)
        fewer = [(*key, len(numbers)) for key, numbers in held.items()]
        self._by_columns("UPDATE {terms} SET documents = {terms}.documents - fewer.documents FROM unnest(%b::text[], "
                         "%b::text[], %b::int[]) AS fewer (language, term, documents) "
                         "WHERE ({terms}.language, {terms}.term) = (fewer.language, fewer.term)", fewer)
        self._by_columns("DELETE FROM {terms} USING unnest(%b::text[], %b::text[]) AS gone (language, term) WHERE "
                         "({terms}.language, {terms}.term) = (gone.language, gone.term) AND {terms}.documents = 0",
                         [*held])

    def _in_parts(self, statement: LiteralString, language: str, rows: Iterator[tuple[Any, ...]]) -> None:
        for part in _parts(rows):
            self._connection.execute(self._named(statement), (language, *_columns(part)))

    def _by_columns(self, statement: LiteralString, rows: Sequence[tuple[Any, ...]]) -> None:
        if rows:
            self._connection.execute(self._named(statement), _columns(rows))

    def _copy(self, table: LiteralString, rows: Iterable[Sequence[Any]], types: Sequence[str] = ()) -> None:
        binary: LiteralString = " (FORMAT BINARY)" if types else ""
        with self._connection.cursor() as cursor, cursor.copy(self._named("COPY " + table + " FROM STDIN" + binary)
                                                              ) as copy:
            if types:
                copy.set_types([*types[:-1], "bytea"])  # bytes go as they are, in whatever type they are received
            for row in rows:
                copy.write_row(row)

    def _rows(self, statement: LiteralString, *values: Any) -> list[Any]:
        return self._connection.cursor(binary=True).execute(self._named(statement), values).fetchall()

    def _named(self, statement: LiteralString) -> psycopg.sql.Composed:
        return tables.named(statement, self.generation)


def _terms_held(document: Document) -> dict[str, Sequence[str]]:
    """The terms of a document in each language it is found in."""
    return {document.language: document.terms, **{tag: (*terms, LENGTH) for tag, terms in document.also.items()}}


def _parts(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Rows in lists of `ROWS_AT_ONCE`."""
    left = iter(rows)
    while part := list(islice(left, ROWS_AT_ONCE)):
        yield part


def _columns(rows: Iterable[tuple[Any, ...]]) -> list[list[Any]]:
    """Rows turned into columns, as `unnest` takes them."""
    return [list(column) for column in zip(*rows, strict=True)]
