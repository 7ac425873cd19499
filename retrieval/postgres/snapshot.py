"""Reading the tables of a server: see `retrieval.index_tables` for what is asked of them.

Each look is one transaction on a connection out of a few that are kept open, so that threads look side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, LiteralString

import numpy as np
import psycopg
from psycopg import sql
from sqlalchemy.exc import TimeoutError as NoConnectionLeft
from sqlalchemy.pool import PoolProxiedConnection, QueuePool

from knowledge.errors import SearchIndexError
from retrieval.embedding import Vectors
from retrieval.index_tables import DocumentRow, Manifest, Postings, State, postings_of
from retrieval.lexical import Numbers
from retrieval.postgres import tables
from retrieval.postgres.tables import Connect, Connection, Generation
from retrieval.postgres.vectors import literal, rows_of, vector_of

CONNECTIONS, MOST_CONNECTIONS = 4, 8
"""Kept open by a process, and open at the most."""
PATIENCE_S = 10.0
"""Longest wait for an answer of the server, or for a connection to be free."""
KEPT_FOR_EACH, MOST_KEPT = 2, 1000
"""Candidates that a graph keeps for each row wanted of it, and the most that pgvector allows: with one for each, the
nearest fifty were found to 97.9 %."""
BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; "


def pool_of(connect: Connect) -> QueuePool:
    """Connections that are kept open between looks."""
    # SQLAlchemy's types ask more of a connection than its pool does.
    opened: Callable[[], Any] = partial(connect, PATIENCE_S)
    return QueuePool(opened, pool_size=CONNECTIONS, max_overflow=MOST_CONNECTIONS - CONNECTIONS, timeout=PATIENCE_S,
                     reset_on_return=None)


class ServerTables:
    """The tables of the index of one server; threads read them side by side."""

    faults: tuple[type[Exception], ...] = (psycopg.Error, NoConnectionLeft)

    def __init__(self, place: str, pool: QueuePool, manifest: Manifest) -> None:
        self._place = place
        self._built_as = (manifest.model, manifest.dimensions)
        self._pool = pool

    @contextmanager
    def reading(self) -> Iterator[ServerSnapshot]:
        """Within one transaction that sees one moment."""
        borrowed, generation = self._begun()
        try:
            yield ServerSnapshot(_driver(borrowed), generation)
        finally:
            self._give_back(borrowed)

    def told(self, fault: Exception) -> SearchIndexError:
        """A fault of reading, as it is told to a person."""
        return tables.told(self._place, fault)

    def _begun(self) -> tuple[PoolProxiedConnection, Generation]:
        """A connection within a transaction; a server that was away meanwhile is asked anew."""
        borrowed = self._pool.connect()
        try:
            return borrowed, self._begin(borrowed)
        except psycopg.OperationalError:  # those that were kept broke with it
            borrowed.invalidate()
            self._pool.dispose()
        except BaseException:
            self._give_back(borrowed)
            raise
        borrowed = self._pool.connect()
        try:
            return borrowed, self._begin(borrowed)
        except BaseException:
            self._give_back(borrowed)
            raise

    def _begin(self, borrowed: PoolProxiedConnection) -> Generation:
        cursor = _driver(borrowed).execute(f"{BEGIN}{tables.CURRENT}")
        cursor.nextset()
        row = cursor.fetchone()
        generation = tables.generation_of(row) if row else None
        if generation is None or generation.layout != tables.LAYOUT:
            raise SearchIndexError(f"{self._place}: the index is gone or of another version; restart")
        if (generation.manifest.model, generation.manifest.dimensions) != self._built_as:
            raise SearchIndexError(f"{self._place}: the index was built anew with the model "
                                   f"{generation.manifest.model}; restart with that model")
        return generation

    def _give_back(self, borrowed: PoolProxiedConnection) -> None:
        try:
            _driver(borrowed).execute("ROLLBACK")
        except psycopg.Error:
            borrowed.invalidate()
        finally:
            with suppress(psycopg.Error):
                borrowed.close()


def _driver(borrowed: PoolProxiedConnection) -> Connection:
    driver = borrowed.driver_connection
    if not isinstance(driver, psycopg.Connection):  # only where it was invalidated already
        raise psycopg.OperationalError("the connection broke")
    return driver


class ServerSnapshot:
    """What the tables of a generation hold within one transaction."""

    def __init__(self, connection: Connection, generation: Generation) -> None:
        self._connection = connection
        self._generation = generation

    @property
    def state(self) -> State:
        """Of which state it is."""
        return self._generation.state

    def follows(self, earlier: State) -> bool:
        """Not where another generation is searched, nor where a standby took over that lacked the earlier state."""
        return earlier.generation == self.state.generation and earlier.revision in self._generation.earlier

    def documents(self, after: int) -> list[DocumentRow]:
        """Those with a number above `after`, in the order of their numbers."""
        rows = self._rows("SELECT number, id, language, length, first_passage, passages FROM {documents} "
                          "WHERE number > %s ORDER BY number", after)
        return [DocumentRow(*row) for row in rows]

    def removed(self, after: int) -> list[tuple[int, int]]:
        """Removals above `after`, each with the number of the document that went."""
        return self._rows("SELECT number, document FROM {removed} WHERE number > %s ORDER BY number", after)

    def vectors(self) -> Iterator[tuple[Numbers, Vectors]]:
        """Every vector, in parts: the numbers of passages, and a row for each."""
        statement = tables.named("COPY (SELECT number, vector FROM {vectors}) TO STDOUT (FORMAT BINARY)",
                                 self._generation.number)
        with self._connection.cursor() as cursor, cursor.copy(statement) as pieces:
            yield from rows_of(pieces, self._generation.manifest.dimensions)

    def vectors_of(self, passages: Sequence[int]) -> Vectors:
        """A row for each of these passages, in order."""
        found = dict(self._rows("SELECT number, vector FROM {vectors} WHERE number = ANY(%s)", list(passages)))
        rows = np.empty((len(passages), self._generation.manifest.dimensions), np.float32)
        for place, number in enumerate(passages):
            rows[place] = vector_of(found[number])
        return rows

    def frequencies(self, language: str) -> dict[str, int]:
        """In how many documents of a language each of its terms stands; `LENGTH` is counted like a term."""
        return dict(self._rows("SELECT term, documents FROM {terms} WHERE language = %s ORDER BY term", language))

    def languages(self) -> list[str]:
        """Every language that some term is of."""
        # Each is looked for behind the last one: to look at every term takes a hundred times as long.
        return [row[0] for row in self._rows(
            "WITH RECURSIVE found AS (SELECT min(language) AS tag FROM {terms} UNION ALL "
            "SELECT (SELECT min(language) FROM {terms} WHERE language > tag) FROM found WHERE tag IS NOT NULL) "
            "SELECT tag FROM found WHERE tag IS NOT NULL"
        )]  # fmt: skip

    def postings(self, wanted: Mapping[str, Collection[str]]) -> dict[tuple[str, str], Postings]:
        """The postings of terms by language; empty ones where no document holds the term."""
        asked = [(language, term) for language, terms in wanted.items() for term in terms]
        blocks: defaultdict[tuple[str, str], list[tuple[int, bytes, bytes]]] = defaultdict(list)
        if asked:
            found = self._rows(
                "SELECT language, term, block, offsets, counts FROM unnest(%s::text[], %s::text[]) "
                "AS asked (language, term) JOIN {postings} USING (language, term)",
                [language for language, _ in asked], [term for _, term in asked],
            )  # fmt: skip
            for language, term, *block in found:
                blocks[language, term].append((block[0], block[1], block[2]))
        return {key: postings_of(sorted(blocks[key])) for key in asked}

    def nearest(self, vector: Vectors, languages: Mapping[str, bool], count: int) -> list[tuple[int, float]]:
        """So many passages of each language that lie nearest to a unit vector, with their cosines; by the graph of a
        language that has one, and then nearly so.
        """
        if not languages:
            return []
        # A graph gives no more rows than it keeps candidates, some of which may have been removed: it then goes on.
        # To sort all rows would seem quicker to the server, which does not count what it takes to compare vectors.
        kept = min(KEPT_FOR_EACH * count, MOST_KEPT)
        self._connection.execute(f"SET LOCAL hnsw.ef_search = {kept}; SET LOCAL hnsw.iterative_scan = relaxed_order; "
                                 "SET LOCAL enable_sort = off")
        halved = sql.SQL("vector::halfvec({0}) <#> %(asked)s::vector::halfvec({0})").format(
            sql.Literal(self._generation.manifest.dimensions))
        # The language is written out, for the server to see which of the graphs is meant.
        each = [tables.named(
            "(SELECT number, -(vector <#> %(asked)s::vector) FROM (SELECT number, vector FROM {vectors} "
            "WHERE language = {tag} ORDER BY {distance} LIMIT {count}) AS near)",
            self._generation.number, tag=sql.Literal(tag), count=sql.Literal(count),
            distance=halved if by_graph else sql.SQL("vector <#> %(asked)s::vector"),
        ) for tag, by_graph in languages.items()]  # fmt: skip
        with self._connection.cursor(binary=True) as cursor:
            return cursor.execute(sql.SQL(" UNION ALL ").join(each), {"asked": literal(vector)}).fetchall()

    def cosines(self, vector: Vectors, passages: Sequence[int]) -> list[tuple[int, float]]:
        """The cosines of these passages, as far as they are there."""
        return self._rows("SELECT number, -(vector <#> %s::vector) FROM {vectors} WHERE number = ANY(%s)",
                          literal(vector), list(passages))

    def _rows(self, statement: LiteralString, *values: Any) -> list[Any]:
        with self._connection.cursor(binary=True) as cursor:
            return cursor.execute(tables.named(statement, self._generation.number), values).fetchall()
