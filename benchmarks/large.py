"""One large index in a file: `python -m benchmarks.large --folder FOLDER [--passages 500000] [--questions 100]`.

Made-up cards of `benchmarks.adding`, with random vectors; the index is built once and stays in FOLDER. In a process of
its own it is opened, asked by words and vector of all five languages, as `benchmarks.scale` asks ("fused"; made-up
words have no spelling and no concepts), and its nearest fifty are compared with those in double precision. "Processor"
is what the process used of any core, which is what can be compared on a machine with other work.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from benchmarks.adding import LANGUAGES, PASSAGES, VOCABULARY, RandomVectors, cards
from benchmarks.scale import memory_mb
from retrieval.embedding import MODEL
from retrieval.file_snapshot import FileSnapshot
from retrieval.index import highest
from retrieval.index_file import connect, read_manifest
from retrieval.index_place import IndexFile
from retrieval.passage_search import rank

DEPTH = 50
WORDS_ASKED = 8
WARM_UP = 10


def measure(path: Path, questions: int) -> None:
    """Print the line of the index."""
    manifest = read_manifest(path)
    before, used, started = memory_mb("VmRSS"), time.process_time(), time.perf_counter()
    index = IndexFile(path).open(model=MODEL, library_version=manifest.library_version)
    opening = time.perf_counter() - started, time.process_time() - used
    rest = memory_mb("VmRSS")
    chance = np.random.default_rng(5)
    words = np.minimum(chance.zipf(1.15, (questions + WARM_UP, WORDS_ASKED)), VOCABULARY)
    vectors = RandomVectors().passages([""] * (questions + WARM_UP))
    wall, processor = [], []
    for row, vector in zip(words, vectors, strict=True):
        asked = [f"w{word}" for word in row]
        started, used = time.perf_counter(), time.process_time()
        rank(index.scores(vector, {language: asked for language in LANGUAGES}), DEPTH)
        wall.append(1000 * (time.perf_counter() - started))
        processor.append(1000 * (time.process_time() - used))
    p50, p95 = np.percentile(wall[WARM_UP:], (50, 95))
    used_p50, used_p95 = np.percentile(processor[WARM_UP:], (50, 95))
    peak = memory_mb("VmHWM")
    asked_vectors = vectors[WARM_UP : WARM_UP + 50]
    nearest = [highest(index.scores(vector, {}).cosines, DEPTH)[:DEPTH] for vector in asked_vectors]
    exact = exactly(path, manifest.dimensions, asked_vectors)
    shared = np.mean([len(set(ours) & set(theirs)) / DEPTH for ours, theirs in zip(nearest, exact, strict=True)])
    print("| passages | on disk | opening: wall, processor | memory before, at rest, at peak | fused p50, p95 "
          "| processor p50, p95 | recall@50 |\n|---|---|---|---|---|---|---|\n"
          f"| {manifest.passages:,} | {path.stat().st_size / 1e6:,.0f} MB | {opening[0]:.1f}, {opening[1]:.1f} s "
          f"| {before:,.0f}, {rest:,.0f}, {peak:,.0f} MB | {p50:.0f}, {p95:.0f} ms "
          f"| {used_p50:.0f}, {used_p95:.0f} ms | {100 * shared:.2f} % |", flush=True)


def exactly(path: Path, dimensions: int, asked: np.ndarray) -> list[list[int]]:
    """The numbers of the documents nearest to each vector, in double precision."""
    connection = connect(path)
    of_passage = dict(connection.execute("SELECT first_passage, number FROM documents"))  # one passage a document
    numbers, cosines = [], []
    for held, rows in FileSnapshot(connection, dimensions).vectors():
        numbers.append([of_passage[passage] for passage in held.tolist()])
        cosines.append(asked.astype(np.float64) @ rows.astype(np.float64).T)
    documents, all_cosines = np.concatenate(numbers), np.concatenate(cosines, axis=1)
    return [documents[np.argsort(-row, kind="stable")[:DEPTH]].tolist() for row in all_cosines]


def main() -> None:
    """Build where there is nothing yet, and measure."""
    parser = argparse.ArgumentParser(description="One large index in a file.")
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--passages", type=int, default=500_000)
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--task", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    path = chosen.folder / f"{chosen.passages}.sqlite"
    if chosen.task:
        measure(path, chosen.questions)
        return
    if not path.exists():
        started, used = time.perf_counter(), time.process_time()
        IndexFile(path).build(cards(0, chosen.passages // PASSAGES), RandomVectors(), "large")
        print(f"built in {time.perf_counter() - started:.0f} s, of processor {time.process_time() - used:.0f} s")
    subprocess.run([sys.executable, "-m", "benchmarks.large", "--task", "--folder", str(chosen.folder), "--passages",
                    str(chosen.passages), "--questions", str(chosen.questions)], check=True, env=dict(os.environ))


if __name__ == "__main__":
    main()
