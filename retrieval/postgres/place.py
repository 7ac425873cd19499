"""The index of a server, as a place: see `retrieval.index_tables`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property, partial

import psycopg
from sqlalchemy.pool import QueuePool

from knowledge.errors import SearchIndexError
from retrieval.documents import Source
from retrieval.embedding import PassageEncoder
from retrieval.index import Index, check_fit, keep_freed_memory
from retrieval.index_tables import Manifest, Progress, Work
from retrieval.index_work import NOTHING_HELD, work_of
from retrieval.postgres import building, tables
from retrieval.postgres.near import near_on_server
from retrieval.postgres.snapshot import PATIENCE_S, ServerTables, pool_of
from retrieval.postgres.tables import Connect, Connection


@dataclass(frozen=True)
class IndexServer:
    """A PostgreSQL database with pgvector."""

    name: str
    """As a person is told of it, without user and password."""
    connect: Connect

    def __str__(self) -> str:
        return self.name

    @cached_property
    def _pool(self) -> QueuePool:
        """The connections of every index that is opened here."""
        return pool_of(self.connect)

    def close(self) -> None:
        """Close the connections that are kept open for looking; the next look opens one."""
        self._pool.dispose()

    def is_there(self) -> bool:
        """Whether an index stands there; a server that cannot be asked is taken to have one."""
        try:
            with self._connected() as connection:
                return tables.current(connection) is not None
        except SearchIndexError:
            return True

    def is_whole(self) -> bool:
        """Whether every passage has its vector and every term its postings; reads all of them."""
        with self._connected(None) as connection:
            generation = tables.present(connection, self.name)
            try:
                return building.is_whole(connection, generation)
            except (psycopg.errors.UndefinedTable, psycopg.errors.DataCorrupted, psycopg.errors.IndexCorrupted):
                return False

    def hindrance(self) -> str | None:
        """What keeps an index from being built there, and what to do."""
        with self._connected() as connection:
            return tables.hindrance(connection)

    def manifest(self) -> Manifest:
        """What the index was built from; a `SearchIndexError` where there is none or it cannot be read."""
        with self._connected() as connection:
            return tables.present(connection, self.name).manifest

    def size_bytes(self) -> int:
        """What its tables take of the server's disk."""
        with self._connected() as connection:
            row = connection.execute(
                "SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint FROM pg_class "
                "WHERE relnamespace = to_regnamespace(%s) AND relkind = 'r'", (tables.SCHEMA,)
            ).fetchone()  # fmt: skip
            return int(row[0]) if row else 0

    def open(self, *, model: str, library_version: str) -> Index:
        """The index for searching; refused where it was built with another model, analyser or library."""
        manifest = self.manifest()
        check_fit(manifest, self.name, model=model, library_version=library_version)
        keep_freed_memory()
        opened = ServerTables(self.name, self._pool, manifest)
        try:
            return Index(opened, manifest, partial(near_on_server, opened, manifest.dimensions))
        except opened.faults as fault:
            raise opened.told(fault) from fault

    def build(self, sources: Sequence[Source], encoder: PassageEncoder, library_version: str,
              progress: Progress = lambda _: None, *, trusted: bool = False) -> Manifest:
        """Bring the index up to date, in one step for whoever searches; made where there is none."""
        with self._connected(None) as connection:
            if trusted:
                with suppress(*building.DAMAGED):
                    return building.build(connection, self.name, sources, encoder, library_version, progress,
                                          trusted=True)
            return building.build(connection, self.name, sources, encoder, library_version, progress)

    def work_on(self, sources: Iterable[Source], model: str) -> Work:
        """What bringing the index up to date takes."""
        with self._connected(None) as connection:
            found = tables.current(connection)
            fits = found is not None and (found.layout, found.manifest.model) == (tables.LAYOUT, model)
            if not (found and fits):
                return work_of(sources, NOTHING_HELD, 0, lambda _: 0)
            return work_of(sources, building.held(connection, found), found.manifest.passages,
                           partial(building.passages_of, connection, found))

    def remove(self) -> None:
        """Have the index no longer searched; its tables go at the next build."""
        with self._connected() as connection:
            if tables.current(connection) is None:
                raise SearchIndexError(f"{self.name}: no index here; run `farmasvar index build`")
            connection.execute("UPDATE farmasvar_index.generations SET is_current = false WHERE is_current")

    @contextmanager
    def _connected(self, patience_s: float | None = PATIENCE_S) -> Iterator[Connection]:
        """A connection whose faults are told as `SearchIndexError`."""
        try:
            with closing(self.connect(patience_s)) as connection:
                yield connection
        except psycopg.Error as error:
            raise tables.told(self.name, error) from error
