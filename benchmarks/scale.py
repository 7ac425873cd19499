"""How the index grows: `python -m benchmarks.scale --corpora CORPORA --vectors CACHE.sqlite --peers`.

Prints for indexes of a thousand to 200,000 passages the time to encode, build, open, search and change one, its size
and the memory it takes, beside other search systems (`benchmarks/peers.py`) on the same passages and vectors, and
whether each budget was kept. Each figure is taken in a process of its own. Passages are the texts of all collections,
in random order; beyond those, texts drawn from them. A text without a vector in the cache gets the one of another text
with noise, as drawn texts do: enough for times, sizes and exactness, and nothing is said here of how good results are.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import peers
from benchmarks.scale_texts import QUERIES, SEED, VECTORS, GivenVectors, Passage, prepare, read_passages, read_questions
from knowledge.evidence.library import load_library
from knowledge.languages.analysis import terms
from knowledge.terminology.linking import Recogniser
from knowledge.terminology.substance_names import load_substances
from retrieval.bulk_embedding import SentenceTransformerEncoder
from retrieval.embedding import MODEL, QuestionEncoder, Vectors
from retrieval.index import Index, highest, open_index
from retrieval.index_file import connect
from retrieval.index_writer import IndexWriter, build_index
from retrieval.passage_search import question_terms, rank

SIZES = "1000,10000,50000,200000"
DEPTH = 50
WARM_UP = 10
CHANGES = 20
OPENINGS = 5
PROCESSES = 5
"""Building and opening are measured in so many, one after the other, since a machine's speed drifts."""
ENCODED = 256
"""Passages that each engine encodes."""
LONGEST_SEARCH = 60.0
"""Seconds after which a slow system is asked no further question; it is asked twenty at least."""
LEXICAL_CHECKED_UP_TO = 10_000
"""rank-bm25 needs too much memory and time beyond."""
BUDGET_SIZE = 200_000
VERSION = "scale"
INDEX = "index.sqlite"
PEERS = {system.name: system for system in (peers.RankBM25, peers.BM25S, peers.SqliteVec, peers.Haystack, peers.Txtai)}
PACKAGES = {
    "bm25s": ("bm25s",),
    "Haystack, RRF": (
        "haystack.components.joiners",
        "haystack.components.retrievers",
        "haystack.document_stores.in_memory",
    ),
    "txtai, hybrid": ("txtai.embeddings", "txtai.ann", "txtai.scoring"),
}
Figures = dict[str, Any]


def memory_mb(field: str) -> float:
    """Memory of this process in megabytes: `VmRSS` now, `VmHWM` at its peak (Linux)."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(f"{field}:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise KeyError(field)


def disk_mb(path: Path) -> float:
    """Size of a file, or of all files in a folder, in megabytes."""
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


def latencies(ask: Callable[[str, Vectors], object], questions: Sequence[tuple[str, Vectors]]) -> Figures:
    """Percentiles of the milliseconds of a question, after some that do not count."""
    for text, vector in questions[:WARM_UP]:
        ask(text, vector)
    taken: list[float] = []
    for text, vector in questions:
        started = time.perf_counter()
        ask(text, vector)
        taken.append(1000 * (time.perf_counter() - started))
        if sum(taken) > 1000 * LONGEST_SEARCH and len(taken) >= 20:
            break
    p50, p95, p99 = np.percentile(taken, (50, 95, 99))
    return {"p50 ms": float(p50), "p95 ms": float(p95), "p99 ms": float(p99), "questions": len(taken)}


def lexical_only(index: Index, text: str) -> list[str]:
    """Our lexical ranking alone."""
    scores = index.scores(None, {"en": terms(text, "en")})
    return [scores.ids[number] for number in highest(scores.lexical["en"], DEPTH)]


def dense_only(index: Index, vector: Vectors) -> list[str]:
    """Our ranking by cosine alone."""
    scores = index.scores(vector, {})
    return [scores.ids[number] for number in highest(scores.cosines, DEPTH)]


def fused(index: Index, recogniser: Recogniser, text: str, vector: Vectors) -> list[str]:
    """What `PassageSearch` does with a question once it is encoded."""
    asked = question_terms(text, "en", index.languages(), recogniser)
    return [found.document for found in rank(index.scores(vector, index.respelt(asked)), DEPTH)]


def make_recogniser() -> Recogniser:
    """The recogniser of questions; passages are indexed without concepts here, so that rank-bm25 can be compared."""
    library = load_library()
    return Recogniser(library.terminology, load_substances(), library.concepts)


# Tasks: each runs in a process of its own


def encode_ours(folder: Path, size: int) -> Figures:
    """Passages a second that each of our engines encodes, over a sample of those of the index."""
    texts = [passage.text for passage in random.Random(SEED).sample(read_passages(folder, size), ENCODED)]
    engines = {"C engine": QuestionEncoder(), "bulk engine": SentenceTransformerEncoder.of_packaged_weights()}
    figures = {}
    for name, engine in engines.items():
        engine.passages(texts[:WARM_UP])
        started = time.perf_counter()
        engine.passages(texts)
        figures[f"{name}, passages/s"] = ENCODED / (time.perf_counter() - started)
    return figures


def build_ours(folder: Path, size: int) -> Figures:
    """Build our index from texts and vectors."""
    passages = read_passages(folder, size)
    vectors = np.load(folder / VECTORS, mmap_mode="r")[:size]
    (folder / INDEX).unlink(missing_ok=True)
    started = time.perf_counter()
    build_index(folder / INDEX, [passage.source() for passage in passages], GivenVectors(passages, vectors), VERSION)
    taken = time.perf_counter() - started
    (postings,) = next(connect(folder / INDEX).execute("SELECT sum(documents) FROM terms"))
    return {
        "build s": taken,
        "postings": postings,
        "disk MB": disk_mb(folder / INDEX),
        "build peak MB": memory_mb("VmHWM"),
    }


def open_ours(folder: Path, size: int) -> Figures:
    """Open our index with nothing of its file in the machine's cache, then with all of it; medians of some openings."""
    uncached, cached = [], []
    for _ in range(OPENINGS):
        with (folder / INDEX).open("rb") as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        for taken in (uncached, cached):
            started = time.perf_counter()
            open_index(folder / INDEX, model=MODEL, library_version=VERSION)
            taken.append(time.perf_counter() - started)
    return {"open, not cached s": float(np.median(uncached)), "open s": float(np.median(cached))}


def search_ours(folder: Path, size: int) -> Figures:
    """Search our index, and compare its nearest passages with those in double precision."""
    questions = read_questions(folder)
    before = memory_mb("VmRSS")
    index = open_index(folder / INDEX, model=MODEL, library_version=VERSION)
    figures: Figures = {"rest MB": memory_mb("VmRSS"), "before MB": before}
    started = time.perf_counter()
    lexical_only(index, questions[0][0])
    figures["first lexical ms"] = 1000 * (time.perf_counter() - started)
    figures["lexical"] = latencies(lambda text, _: lexical_only(index, text), questions)
    figures["dense"] = latencies(lambda _, vector: dense_only(index, vector), questions)
    recogniser = make_recogniser()
    figures["fused"] = latencies(lambda text, vector: fused(index, recogniser, text, vector), questions)
    figures |= {"after MB": memory_mb("VmRSS"), "peak MB": memory_mb("VmHWM")}
    exact = nearest_exactly(np.load(folder / VECTORS, mmap_mode="r")[:size], [vector for _, vector in questions])
    shared = [len(set(dense_only(index, vector)) & near) for (_, vector), near in zip(questions, exact, strict=True)]
    return {**figures, f"recall@{DEPTH}": sum(shared) / (DEPTH * len(questions))}


def nearest_exactly(vectors: Vectors, questions: Sequence[Vectors]) -> list[set[str]]:
    """The ids of the nearest passages, in double precision."""
    asked = np.stack(questions).astype(np.float64)
    blocks = [asked @ vectors[start : start + 8192].astype(np.float64).T for start in range(0, len(vectors), 8192)]
    cosines = np.concatenate(blocks, axis=1)
    return [{f"p{number:07}" for number in np.argsort(-row, kind="stable")[:DEPTH]} for row in cosines]


def change_ours(folder: Path, size: int) -> Figures:
    """Add, change and remove passages one by one while a reader has the index open."""
    passages = read_passages(folder, size)
    (question, vector), *_ = read_questions(folder)
    row = np.load(folder / VECTORS, mmap_mode="r")[:1]
    reader = open_index(folder / INDEX, model=MODEL, library_version=VERSION)
    recogniser = make_recogniser()
    fused(reader, recogniser, question, vector)
    connection = connect(folder / INDEX)
    writer = IndexWriter(connection)
    touched = random.Random(SEED).sample(passages, 2 * CHANGES)
    added = [Passage(f"new{number}", old.language, f"{old.text} Added.") for number, old in enumerate(touched)]
    changed = [Passage(old.id, old.language, f"{old.text} Changed.") for old in touched[:CHANGES]]
    steps: dict[str, list[Callable[[], None]]] = {
        "add": [lambda new=new: writer.replace([new.source()], row) for new in added[:CHANGES]],
        "change": [lambda new=new: writer.replace([new.source()], row) for new in changed],
        "remove": [lambda old=old: writer.remove(old.id) for old in touched[CHANGES:]],
    }
    figures = {}
    for name, actions in steps.items():
        written, read = [], []
        for action in actions:
            started = time.perf_counter()
            action()
            done = time.perf_counter()
            fused(reader, recogniser, question, vector)
            written.append(done - started)
            read.append(time.perf_counter() - done)
        figures[f"{name} ms"] = 1000 * float(np.median(written))
        figures[f"search after {name} ms"] = 1000 * float(np.median(read))
    return figures


def check_lexical(folder: Path, size: int) -> Figures:
    """How far our lexical scores are from those rank-bm25 computes of the English passages, over fifty questions."""
    from rank_bm25 import BM25Okapi

    english = [passage for passage in read_passages(folder, size) if passage.language == "en"]
    theirs = BM25Okapi([terms(passage.text, "en") for passage in english])
    index = open_index(folder / INDEX, model=MODEL, library_version=VERSION)
    most = 0.0
    for text, _ in read_questions(folder)[:50]:
        asked = terms(text, "en")
        scores = index.scores(None, {"en": asked})
        ours = scores.lexical["en"][[scores.numbers[passage.id] for passage in english]]
        most = max(most, float(np.abs(ours - theirs.get_scores(asked)).max()))
    return {"lexical difference": most}


def build_peer(folder: Path, size: int, name: str) -> Figures:
    """Build another system's index and save it, or search it at once where it cannot be saved."""
    passages = {passage.id: passage.text for passage in read_passages(folder, size)}
    vectors = np.array(np.load(folder / VECTORS, mmap_mode="r")[:size])
    import_package(name)
    started = time.perf_counter()
    system = PEERS[name](passages, vectors, "en")
    figures: Figures = {"build s": time.perf_counter() - started, "build peak MB": memory_mb("VmHWM")}
    if hasattr(system, "save"):
        place = folder / "peer"
        place.mkdir()
        system.save(place)
        return {**figures, "disk MB": disk_mb(place)}
    del passages, vectors
    gc.collect()
    return {**figures, **_searched(system, folder)}


def search_peer(folder: Path, size: int, name: str) -> Figures:
    """Open another system's saved index and search it."""
    import_package(name)
    started = time.perf_counter()
    opened = PEERS[name].load(folder / "peer")  # type: ignore[union-attr]  # only those that were saved
    return {"open s": time.perf_counter() - started, **_searched(opened, folder)}


def import_package(name: str) -> None:
    """Import what a system needs, so that it is not counted as time of building or opening."""
    for module in PACKAGES.get(name, ()):
        import_module(module)


def _searched(system: peers.Searcher, folder: Path) -> Figures:
    rest = memory_mb("VmRSS")
    taken = latencies(lambda text, vector: system.search(text, vector, DEPTH), read_questions(folder))
    return {"rest MB": rest, **taken, "peak MB": memory_mb("VmHWM")}


TASKS: dict[str, Callable[..., Figures]] = {
    task.__name__: task
    for task in (encode_ours, build_ours, open_ours, search_ours, change_ours, check_lexical, build_peer, search_peer)
}


def in_own_process(task: str, folder: Path, size: int, *more: str, longest: float | None = None) -> Figures | None:
    """What a task found; nothing where it took too long or ran out of memory."""
    command = [sys.executable, "-m", "benchmarks.scale", "--task", task, str(folder), str(size), *more]
    environment = {**os.environ, "HF_HUB_OFFLINE": "1", "HAYSTACK_TELEMETRY_ENABLED": "False"}
    try:
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, timeout=longest, check=True)
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
        print(f"{task} {' '.join(more)}: left out at {size:,} ({type(error).__name__})", flush=True)
        return None
    return json.loads(done.stdout.splitlines()[-1])  # type: ignore[no-any-return]


def ours(folder: Path, size: int) -> list[Figures]:
    """All figures of our index: one row for each way to search it, the rest in the last."""
    found: Figures = {}
    for task in ("build_ours", "open_ours"):
        measured = list(filter(None, (in_own_process(task, folder, size) for _ in range(PROCESSES))))
        names = measured[0] if measured else {}
        found |= {name: float(np.median([figures[name] for figures in measured])) for name in names}
    for task in ("encode_ours", "search_ours", "check_lexical", "change_ours"):
        if task != "check_lexical" or size <= LEXICAL_CHECKED_UP_TO:
            found |= in_own_process(task, folder, size) or {}
    ways = {way: found.pop(way, {}) for way in ("lexical", "dense", "fused")}
    return [{"size": size, "system": f"Farmasvar, {way}", **found, **taken} for way, taken in ways.items()]


def other(name: str, folder: Path, size: int, longest: float) -> Figures | None:
    """All figures of another system; nothing where building or searching takes longer than so many seconds."""
    built = found = in_own_process("build_peer", folder, size, name, longest=longest)
    if built and "p50 ms" not in built:
        found = in_own_process("search_peer", folder, size, name, longest=longest)
    shutil.rmtree(folder / "peer", ignore_errors=True)
    return {"size": size, "system": name, **(built or {}), **found} if found else None


# Printing

COLUMNS = ("build s", "build peak MB", "disk MB", "open s", "rest MB", "peak MB", "p50 ms", "p95 ms", "p99 ms")
OF_OURS = (
    ("C engine, passages/s", "bulk engine, passages/s", "postings", "open, not cached s", "first lexical ms")
    + ("after MB", f"recall@{DEPTH}", "lexical difference")
    + tuple(f"{way} ms" for way in ("add", "change", "remove"))
    + tuple(f"search after {way} ms" for way in ("add", "change", "remove"))
)


def number(value: float | None) -> str:
    """A figure at the precision that means something."""
    if value is None:
        return "-"
    return f"{value:.1e}" if 0 < value < 1e-3 else f"{value:.3f}" if value < 10 else f"{value:,.1f}"


def print_table(rows: Sequence[Figures]) -> None:
    """One line for each system."""
    print(f"\n{'passages':>9} {'system':<20}" + "".join(f"{column:>14}" for column in COLUMNS))
    for row in rows:
        cells = "".join(f"{number(row.get(column)):>14}" for column in COLUMNS)
        few = f"  ({row['questions']} questions)" if row.get("questions", QUERIES) < QUERIES else ""
        print(f"{row['size']:>9,} {row['system']:<20}{cells}{few}", flush=True)


def print_ours(rows: Sequence[Figures]) -> None:
    """What is measured of our index only, by size, then its growth and the budgets."""
    by_size = {row["size"]: row for row in rows if row["system"] == "Farmasvar, fused"}
    print(f"\n{'':<24}" + "".join(f"{size:>12,}" for size in by_size))
    for name in OF_OURS:
        print(f"{name:<24}" + "".join(f"{number(row.get(name)):>12}" for row in by_size.values()))
    small, large = by_size.get(50_000), by_size.get(BUDGET_SIZE)
    if small and large:
        print("\ngrowth from 50,000 to 200,000 passages (4 is linear):")
        for name in (*COLUMNS, *OF_OURS):
            if small.get(name) and large.get(name):
                print(f"  {name:<24}{large[name] / small[name]:.1f}")
    if large and large.get(f"recall@{DEPTH}"):
        print(f"\nbudgets at {BUDGET_SIZE:,} passages:")
        for name, most in (("p95 ms", 60.0), ("peak MB", 700.0), ("open s", 2.0)):
            print(f"  fused {name:<12}{large[name]:>9.2f}  at most {most:g}: {_kept(large[name] <= most)}")
        found = large[f"recall@{DEPTH}"]
        print(f"  recall@{DEPTH}         {found:>9.4f}  at least 0.99: {_kept(found >= 0.99)}")


def _kept(kept: bool) -> str:
    return "kept" if kept else "NOT KEPT"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time, size and memory of indexes of growing size.")
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--vectors", type=Path, help="cache that benchmarks.vectors keeps")
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--peers", action="store_true", help="measure other systems too")
    parser.add_argument("--longest", type=float, default=600.0, help="seconds after which another system is given up")
    parser.add_argument("--json", type=Path, help="file to write the figures to")
    parser.add_argument("--task", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.task:
        task, folder, size, *more = options.task
        print(json.dumps(TASKS[task](Path(folder), int(size), *more)))
        return
    sizes = sorted(int(size) for size in options.sizes.split(","))
    rows: list[Figures] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        prepare(options.corpora, options.vectors, folder, sizes[-1])
        asked = dict.fromkeys(PEERS) if options.peers else {}
        for size in sizes:
            measured = ours(folder, size)
            for name in list(asked):
                row = other(name, folder, size, options.longest)
                if row:
                    measured.append(row)
                else:
                    del asked[name]  # what took too long here takes longer beyond
            print_table(measured)
            rows += measured
        print_ours(rows)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
