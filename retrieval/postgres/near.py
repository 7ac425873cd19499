"""How near documents are to a question where their vectors are too many for each process to hold them.

The server looks for the nearest: by a graph (HNSW over half precision) for each language that has many vectors, by
looking at all of one that has few. What is found, and whatever else is asked for by number, is compared in single
precision. So a question whose answers are sieved out beforehand, by a medicine that claims name, is answered exactly,
however few they are: no filter stands behind a graph. How the cosines of a language lie is told by a sample.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray
from psycopg import sql

from retrieval.embedding import Vectors
from retrieval.fusion import Spread
from retrieval.index import DECIMALS, NO_COSINE, NONE, SPARE, Documents, Matrix, Nearest, Nearness, highest_of_passages
from retrieval.index_tables import BLOCK, Snapshot
from retrieval.lexical import Numbers
from retrieval.postgres import tables
from retrieval.postgres.snapshot import ServerSnapshot, ServerTables
from retrieval.postgres.tables import Connection

IN_MEMORY = 200_000
"""Passages up to which each process holds all vectors, 0.3 GB, and answers are those of a file to the last word."""
GRAPH_FROM = 1_000
"""Vectors of a language from which a graph, 3 ms a question, is quicker than looking at all of them."""
NEAREST = 200
"""Passages of each language that are looked at."""
SAMPLED = 2048
"""Documents of each language, and of all, whose cosines stand for the rest: the mean is then off by about 0.02
deviations."""
ALL = "#all"
"""In place of a language, the sample of all documents."""
MEMORY_TO_BUILD = "256MB"
"""Of the server; a graph that has no room in it is built many times as slowly."""


def near_on_server(opened: ServerTables, dimensions: int, snapshot: Snapshot, documents: Documents) -> Nearness:
    """From all vectors in memory, or by the server where they are too many."""
    if len(documents.added) <= IN_MEMORY or not isinstance(snapshot, ServerSnapshot):
        return Matrix.read(snapshot, documents, dimensions=dimensions)
    return NearOnServer.read(opened, snapshot, documents)


def have_graphs(connection: Connection, generation: int, dimensions: int, passages: int,
                languages: Iterable[str]) -> None:
    """Have a graph for each of the languages that is to have one, within the transaction that is open.

    `passages` is how many the index holds. Nothing is read of a language that has its graph, and of others no more than
    tells whether they are to have one.
    """
    if passages <= IN_MEMORY:
        return
    for language in languages:
        graph = f"near_{language}_{generation}"
        [(is_there,)] = connection.execute(
            "SELECT to_regclass(%s) IS NOT NULL", (f'{tables.SCHEMA}."{graph}"',)).fetchall()
        if is_there or not _is_large(connection, generation, language):
            continue
        connection.execute(sql.SQL("SET LOCAL maintenance_work_mem = {}").format(sql.Literal(MEMORY_TO_BUILD)))
        connection.execute(tables.named(
            "CREATE INDEX IF NOT EXISTS {graph} ON {vectors} USING hnsw ((vector::halfvec({dimensions})) "
            "halfvec_ip_ops) WHERE language = {language}", generation, dimensions=sql.Literal(dimensions),
            graph=sql.Identifier(graph), language=sql.Literal(language),
        ))  # fmt: skip


def _is_large(connection: Connection, generation: int, language: str) -> bool:
    """Whether a language has so many passages that a graph is worth its while."""
    [(count,)] = connection.execute(tables.named(
        "SELECT count(*) FROM (SELECT FROM {vectors} WHERE language = {language} LIMIT {enough}) AS first", generation,
        language=sql.Literal(language), enough=sql.Literal(GRAPH_FROM),
    )).fetchall()  # fmt: skip
    return bool(count >= GRAPH_FROM)


class _Sample:
    """The vectors of some documents of a language."""

    def __init__(self, snapshot: Snapshot, chosen: Numbers, passages: Numbers, belongs: Numbers) -> None:
        places = np.flatnonzero(np.isin(belongs, chosen))
        self._belongs = belongs[places]
        self._rows = snapshot.vectors_of(passages[places].tolist())
        self._size = int(chosen.max(initial=0)) + 1

    def spread(self, vector: Vectors) -> Spread:
        """How the cosines of the documents lie."""
        cosines = highest_of_passages(self._rows, self._belongs, vector, self._size)
        there = cosines[cosines > NO_COSINE]
        return Spread(float(there.mean(dtype=np.float64)), float(there.std(dtype=np.float64)))


class NearOnServer:
    """What the server is asked for, and what is known here of the documents: which passages are theirs, and samples."""

    def __init__(self, opened: ServerTables, passages: Numbers, belongs: Numbers, documents: Documents,
                 samples: Mapping[str, _Sample], sampled_of: int) -> None:
        """`passages` ascend, and so do `belongs`, the documents they are of; some of both may be gone."""
        self._opened = opened
        self._passages = passages
        self._belongs = belongs
        self._samples = samples
        self._sampled_of = sampled_of
        places = documents.languages[belongs]
        held = np.bincount(places[places >= 0], minlength=len(documents.tags)).tolist()
        self._graphs = {tag for tag, count in zip(documents.tags, held, strict=True) if count >= GRAPH_FROM}

    @classmethod
    def read(cls, opened: ServerTables, snapshot: Snapshot, documents: Documents) -> NearOnServer:
        """Of a state that is read from the beginning."""
        passages, belongs = documents.added, documents.added_to
        there = np.unique(belongs)
        groups = {tag: there[documents.languages[there] == place] for place, tag in enumerate(documents.tags)}
        samples = {}
        for tag, group in {**groups, ALL: there}.items():
            if len(group):
                drawn = np.linspace(0, len(group) - 1, min(SAMPLED, len(group)), dtype=np.int64)
                samples[tag] = _Sample(snapshot, group[drawn], passages, belongs)
        return cls(opened, passages, belongs, documents, samples, len(there))

    def later(self, snapshot: Snapshot, documents: Documents) -> NearOnServer | None:
        """With what was added and removed; samples are drawn anew once a quarter of the documents is another."""
        passages = np.concatenate([self._passages, documents.added])
        belongs = np.concatenate([self._belongs, documents.added_to])
        another = len(np.unique(documents.added_to)) + len(documents.removed)
        tags = {documents.tags[place] for place in np.unique(documents.languages[documents.added_to]).tolist()}
        if not tags <= self._samples.keys() or another > (SPARE - 1) * self._sampled_of + BLOCK:
            return None
        return NearOnServer(self._opened, passages, belongs, documents, self._samples, self._sampled_of)

    def asked(self, snapshot: Snapshot, documents: Documents, vector: Vectors | None, languages: Collection[str] | None
              ) -> Callable[[], Nearest]:
        """The nearest passages of each language."""
        cosines = np.full(len(documents.languages), NO_COSINE, np.float32)
        if vector is None or not isinstance(snapshot, ServerSnapshot):
            return lambda: Nearest(cosines)
        there = self._samples.keys() - {ALL}
        wanted = {tag: tag in self._graphs for tag in sorted(there if languages is None else there & {*languages})}
        found = snapshot.nearest(vector, wanted, NEAREST)
        places = np.searchsorted(self._passages, [number for number, _ in found])
        np.maximum.at(cosines, self._belongs[places], _rounded([cosine for _, cosine in found]))
        return lambda: Nearest(cosines, partial(self._further, vector), partial(self._spread, vector))

    def _spread(self, vector: Vectors, language: str | None) -> Spread:
        """How the cosines of one language lie; of all, where it has no vectors or none is named."""
        sample = self._samples.get(language or ALL) or self._samples.get(ALL)
        return sample.spread(vector) if sample else NONE

    def _further(self, vector: Vectors, numbers: Sequence[int]) -> NDArray[np.float32]:
        """The cosines of documents by their numbers."""
        firsts = np.searchsorted(self._belongs, numbers, side="left").tolist()
        ends = np.searchsorted(self._belongs, numbers, side="right").tolist()
        wanted = [self._passages[first:end].tolist() for first, end in zip(firsts, ends, strict=True)]
        with self._opened.reading() as snapshot:
            found = dict(snapshot.cosines(vector, sorted({passage for one in wanted for passage in one})))
        return _rounded([max((found[one] for one in of_document if one in found), default=NO_COSINE)
                         for of_document in wanted])


def _rounded(cosines: Sequence[float]) -> NDArray[np.float32]:
    return np.round(np.array(cosines, np.float32), DECIMALS).astype(np.float32)
