"""How well search finds: ours beside its parts and beside other systems, on collections nobody here wrote.

    python -m benchmarks.quality --corpora CORPORA --cache FOLDER [--peers] [--only NAME ...] [--beir FOLDER ...]
                                 [--queries NUMBER]

CORPORA holds the public collections of `benchmarks.corpora`; `--beir` adds any folder of BEIR's form. The cache keeps
vectors and indexes from run to run. All systems get the same passages and the same vectors; `--peers` needs
`benchmarks/requirements.txt`. Prints nDCG@10 with its 95 % bootstrap interval, recall@10, recall@100 and MRR@10, how
far ours is from each of its parts and from the best peer, and what questions lose that are asked in another language.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.corpora import TEST, Collection, documents_of, read_beir, sampled, translated_queries
from benchmarks.peers import BM25S, ExactDense, Haystack, HaystackByDistribution, RankBM25, Searcher, Txtai
from benchmarks.vectors import VectorCache
from knowledge.evidence.library import load_library
from knowledge.terminology.linking import Recogniser
from knowledge.terminology.substance_names import load_substances
from retrieval.documents import Source
from retrieval.embedding import MODEL, Vectors
from retrieval.index import DocumentScores, highest, index_as_it_is
from retrieval.index_file import SCHEMA_VERSION, create
from retrieval.index_writer import IndexWriter
from retrieval.metrics import Estimate, bootstrap, difference, ndcg, recall, reciprocal_rank
from retrieval.passage_search import question_terms, rank, text_document

DEPTH = 150
"""Passages asked of each system, from which at least 100 documents come."""
WRITTEN_AT_ONCE = 500
OURS, BM25, DENSE = "Farmasvar", RankBM25.name, ExactDense.name
OUR_LEXICAL = "BM25 + concepts"
PARTS = (RankBM25, ExactDense)
PEERS = (BM25S, Haystack, HaystackByDistribution, Txtai)
TRANSLATED = ("en", "nb", "da", "sv", "nl", "de", "fi")
Runs = dict[str, list[list[str]]]
"""Rankings of documents by system, query by query."""


class Ours:
    """Our search over one collection: its index, and the scores of each query."""

    name = OURS

    def __init__(self, collection: Collection, vectors: VectorCache, folder: Path, recogniser: Recogniser) -> None:
        self._collection = collection
        self._recogniser = recogniser
        texts = json.dumps([SCHEMA_VERSION, collection.language, *collection.passages.items()])
        path = folder / f"{hashlib.sha256(texts.encode()).hexdigest()[:16]}.sqlite"
        if not path.exists():
            self._build(path, vectors)
        self._index = index_as_it_is(path)

    def _build(self, path: Path, vectors: VectorCache) -> None:
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        language, passages = self._collection.language, list(self._collection.passages.items())
        rows = vectors.passages([text for _, text in passages])
        connection = create(unfinished, model=MODEL, dimensions=rows.shape[1])
        writer = IndexWriter(connection)
        for start in range(0, len(passages), WRITTEN_AT_ONCE):
            part = passages[start : start + WRITTEN_AT_ONCE]
            sources = [Source(name, [text_document(name, language, text, self._recogniser)]) for name, text in part]
            writer.replace(sources, rows[start : start + len(part)])
        writer.finish(self._collection.name)
        connection.close()
        unfinished.rename(path)

    def scores(self, text: str, vector: Vectors) -> DocumentScores:
        """Both scores of every passage."""
        asked = question_terms(text, self._collection.query_language, self._index.languages(), self._recogniser)
        return self._index.scores(vector, self._index.respelt(asked))

    def search(self, text: str, vector: Vectors, depth: int) -> list[str]:
        """The hybrid ranking."""
        return [found.document for found in rank(self.scores(text, vector), depth)]

    def search_words(self, text: str, vector: Vectors, depth: int) -> list[str]:
        """The ranking of its lexical part alone: words, respelt, and concepts."""
        scores = self.scores(text, vector)
        return [scores.ids[number] for number in highest(scores.lexical[self._collection.language], depth)]


@dataclass(frozen=True)
class Measured:
    """What one system reached on one collection, query by query."""

    ndcg: Sequence[float]
    recall_10: Sequence[float]
    recall_100: Sequence[float]
    mrr: Sequence[float]


def measured(collection: Collection, rankings: Sequence[Sequence[str]]) -> Measured:
    """The measures of a system's rankings."""
    judged = list(zip(rankings, collection.qrels.values(), strict=True))
    return Measured(
        ndcg=[ndcg(ranking, grades, 10) for ranking, grades in judged],
        recall_10=[recall(ranking, grades, 10) for ranking, grades in judged],
        recall_100=[recall(ranking, grades, 100) for ranking, grades in judged],
        mrr=[reciprocal_rank(ranking, grades, 10) for ranking, grades in judged],
    )


def rankings(collection: Collection, vectors: VectorCache, folder: Path, recogniser: Recogniser, peers: bool) -> Runs:
    """The rankings of every system on a collection."""
    passages = vectors.passages(list(collection.passages.values()))
    questions = vectors.questions(list(collection.queries.values()))
    ours = Ours(collection, vectors, folder, recogniser)
    searches: dict[str, Callable[[str, Vectors, int], list[str]]] = {}
    for build in (*PARTS, *(PEERS if peers else ())):
        system: Searcher = build(collection.passages, passages, collection.language)
        searches[system.name] = system.search
    searches |= {OUR_LEXICAL: ours.search_words, OURS: ours.search}
    return {
        name: [
            documents_of(search(text, vector, DEPTH))
            for text, vector in zip(collection.queries.values(), questions, strict=True)
        ]
        for name, search in searches.items()
    }


def shown(estimate: Estimate, sign: str = "") -> str:
    """A mean with its interval."""
    return f"{estimate.mean:{sign}.3f} ({estimate.low:{sign}.3f} to {estimate.high:{sign}.3f})"


def print_collection(collection: Collection, systems: Mapping[str, Measured]) -> None:
    """The table of one collection."""
    print(f"\n{collection.name}: {len(collection.passages)} passages, {len(collection.queries)} queries")
    print(f"  {'':<18}{'nDCG@10':<28}{'recall@10':>10}{'recall@100':>12}{'MRR@10':>8}")
    for name, found in systems.items():
        others = (found.recall_10, found.recall_100, found.mrr)
        ten, hundred, mrr = (float(np.mean(values)) for values in others)
        print(f"  {name:<18}{shown(bootstrap(found.ndcg)):<28}{ten:>10.3f}{hundred:>12.3f}{mrr:>8.3f}")
    ours = systems[OURS].ndcg
    peers = {name: found for name, found in systems.items() if name in {peer.name for peer in PEERS}}
    best = max(peers, key=lambda name: float(np.mean(peers[name].ndcg)), default=None)
    for name in (BM25, DENSE, best):
        if name:
            print(f"  ours less {name:<16}{shown(difference(ours, systems[name].ndcg), '+')}")


def print_languages(collections: Mapping[str, Collection], results: Mapping[str, Mapping[str, Measured]]) -> None:
    """What the same questions reach in each language against English passages, and what they lose to English."""
    ours = set(translated_queries("nb"))
    systems = (BM25, OUR_LEXICAL, DENSE, OURS)
    print(f"\nthe same {len(ours)} PubMedQA questions in each language, English passages: nDCG@10 and loss to English")
    print(f"  {'':<4}" + "".join(f"{name:>22}" for name in systems))
    english: dict[str, float] = {}
    for language in TRANSLATED:
        name = f"pubmedqa {language}>en"
        if name not in results or not ours <= set(collections[name].queries):
            continue
        kept = [place for place, query in enumerate(collections[name].queries) if query in ours]
        cells = []
        for system in systems:
            mean = float(np.mean([results[name][system].ndcg[place] for place in kept]))
            english.setdefault(system, mean)
            cells.append(f"{mean:.3f} ({mean - english[system]:+.3f})")
        print(f"  {language:<4}" + "".join(f"{cell:>22}" for cell in cells))


def load_recogniser() -> Recogniser:
    """The product's recogniser of medicines, conditions and other concepts."""
    library = load_library()
    return Recogniser(library.terminology, load_substances(), library.concepts)


def chosen(corpora: Path, names: Iterable[str], beir: Iterable[Path]) -> list[Collection]:
    """The collections asked for."""
    wanted = [TEST[name](corpora) for name in names]
    return wanted + [read_beir(folder, name=folder.name) for folder in beir]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the public collections")
    parser.add_argument("--cache", type=Path, required=True, help="folder that keeps vectors and indexes")
    parser.add_argument("--only", nargs="*", default=list(TEST), choices=list(TEST), help="collections to run")
    parser.add_argument("--beir", nargs="*", type=Path, default=[], help="folders of BEIR's form to run besides")
    parser.add_argument("--queries", type=int, default=10_000, help="queries of each collection at the most")
    parser.add_argument("--peers", action="store_true", help="run the other systems too")
    parser.add_argument("--json", type=Path, help="file for the figures of the charts")
    options = parser.parse_args()
    vectors, recogniser = VectorCache(options.cache / "vectors.sqlite"), load_recogniser()
    collections, results = {}, {}
    for whole in chosen(options.corpora, options.only, options.beir):
        collection = sampled(whole, options.queries)
        runs = rankings(collection, vectors, options.cache, recogniser, options.peers)
        collections[collection.name] = collection
        results[collection.name] = {name: measured(collection, found) for name, found in runs.items()}
        print_collection(collection, results[collection.name])
    print_languages(collections, results)
    if options.json:
        figures = {
            name: {system: bootstrap(found.ndcg).model_dump() for system, found in systems.items()}
            for name, systems in results.items()
        }
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
