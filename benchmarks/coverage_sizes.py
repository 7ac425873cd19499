"""Whether search can tell that a collection holds no answer, at several sizes: area under the curve, risk, coverage.

    python -m benchmarks.coverage_sizes --corpora CORPORA --cache FOLDER

From each collection indexes of several sizes are made; half of the queries find their texts in them, of the other half
the texts are left out. What the best hit scores is turned into a probability by a logistic model fitted on the tuning
collections, at all sizes together; the threshold is the lowest at which 2 % of their unanswerable queries are answered.
The tables are of the test collections, which neither model nor threshold has seen.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from benchmarks.corpora import TEST, TUNING, Collection, document_of
from benchmarks.quality import load_recogniser
from benchmarks.vectors import VectorCache
from knowledge.terminology.linking import Recogniser
from retrieval.documents import Document, Source
from retrieval.embedding import MODEL, Vectors
from retrieval.index import Index, index_as_it_is
from retrieval.index_file import create
from retrieval.index_writer import IndexWriter
from retrieval.passage_search import question_terms, rank, text_document

FITTED_ON = ("cochrane", "covid-faq de", "ntrex sv>en", "ntrex nb>nb", "medquad")
REPORTED_ON = ("pubmedqa en>en", "pubmedqa sv>sv", "pubmedqa sv>en", "norquad", "medicationqa")
SIZES = (250, 500, 1000, 4000)
MOST_QUERIES = 200
TARGET = 0.02
COVERAGES = (0.25, 0.5, 0.75, 1.0)
SEED = 5


@dataclass(frozen=True)
class Asked:
    """One query at one size: what its best hits scored, and what is true of it."""

    signals: tuple[float, ...]
    held: bool
    """Whether the index holds a text that answers."""
    right: bool
    """Whether the first hit answers."""


class Texts:
    """The documents of a collection, analysed once for indexes of every size."""

    def __init__(self, collection: Collection, vectors: VectorCache, recogniser: Recogniser) -> None:
        self.collection = collection
        self._recogniser = recogniser
        rows = vectors.passages(list(collection.passages.values()))
        self._vectors = dict(zip(collection.passages, rows, strict=True))
        self._documents: dict[str, Document] = {
            name: text_document(name, collection.language, text, recogniser)
            for name, text in collection.passages.items()
        }
        asked = vectors.questions(list(collection.queries.values()))
        self._questions: dict[str, Vectors] = dict(zip(collection.queries, asked, strict=True))

    def at_size(self, size: int) -> Iterator[Asked]:
        """Queries against an index of so many passages, half of them without the texts that answer."""
        chance = random.Random(SEED)
        queries = sorted(self.collection.queries)
        chance.shuffle(queries)
        queries = queries[: min(MOST_QUERIES, size // 2)]
        held = set(queries[::2])
        relevant = {query: {d for d, grade in self.collection.qrels[query].items() if grade > 0} for query in queries}
        wanted = set().union(*(relevant[query] for query in held))
        unwanted = set().union(*(relevant[query] for query in queries if query not in held)) - wanted
        own = [name for name in self._documents if document_of(name) in wanted]
        others = [name for name in self._documents if document_of(name) not in wanted | unwanted]
        chance.shuffle(others)
        with tempfile.TemporaryDirectory() as folder:
            index = self._index(Path(folder) / "index.sqlite", (own + others)[:size])
            for query in queries:
                yield self._asked(index, query, query in held, relevant[query])

    def _index(self, path: Path, names: Sequence[str]) -> Index:
        connection = create(path, model=MODEL, dimensions=len(self._vectors[names[0]]))
        sources = [Source(name, [self._documents[name]]) for name in names]
        IndexWriter(connection).replace(sources, np.stack([self._vectors[name] for name in names]))
        connection.close()
        return index_as_it_is(path)

    def _asked(self, index: Index, query: str, held: bool, relevant: set[str]) -> Asked:
        text = self.collection.queries[query]
        terms = question_terms(text, self.collection.query_language, index.languages(), self._recogniser)
        scores = index.scores(self._questions[query], index.respelt(terms))
        first, second = rank(scores, 2)
        spread = scores.spread_in()
        nearness = (first.cosine - spread.mean) / spread.deviation
        return Asked(
            signals=(first.score, first.cosine, nearness, first.lexical, first.score - second.score),
            held=held,
            right=document_of(first.document) in relevant,
        )


def matrix(asked: Iterable[Asked]) -> NDArray[np.float64]:
    """The signals, a row a query."""
    return np.array([one.signals for one in asked])


def risk(asked: Sequence[Asked], chances: NDArray[np.float64], coverage: float) -> float:
    """Share of wrong first hits among the surest queries, so many of all."""
    surest = np.argsort(-chances)[: max(1, int(coverage * len(asked)))]
    return float(np.mean([not asked[place].right for place in surest]))


def main() -> None:
    """Fit and report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the public collections")
    parser.add_argument("--cache", type=Path, required=True, help="folder that keeps vectors")
    options = parser.parse_args()
    vectors, recogniser = VectorCache(options.cache / "vectors.sqlite"), load_recogniser()

    def found(names: Sequence[str]) -> Iterator[tuple[str, int, list[Asked]]]:
        for name in names:
            texts = Texts((TEST | TUNING)[name](options.corpora), vectors, recogniser)
            passages = len(texts.collection.passages)
            for size in sorted({min(size, passages // 2) for size in SIZES}):
                yield name, size, list(texts.at_size(size))

    tuning = [one for _, _, asked in found(FITTED_ON) for one in asked]
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
    model.fit(matrix(tuning), [one.held for one in tuning])
    outside = np.sort(model.predict_proba(matrix([one for one in tuning if not one.held]))[:, 1])[::-1]
    threshold = outside[int(TARGET * len(outside))]
    print(f"fitted to {len(tuning)} queries; threshold {threshold:.3f}, at {TARGET:.0%} of their unanswerable ones")
    heads = ["size", "queries", "AUROC", "of cosine", "held answered", "not held answered"]
    surest = " ".join(f"{coverage:.0%}" for coverage in COVERAGES)
    print(f"{'':<16}" + "".join(f"{head:>18}" for head in heads) + f"   wrong among the surest {surest}")
    for name, size, asked in found(REPORTED_ON):
        chances = model.predict_proba(matrix(asked))[:, 1]
        held = np.array([one.held for one in asked])
        cosine = roc_auc_score(held, matrix(asked)[:, 1])
        shares = [float((chances[group] > threshold).mean()) for group in (held, ~held)]
        cells = [f"{size}", f"{len(asked)}", f"{roc_auc_score(held, chances):.3f}", f"{cosine:.3f}"]
        cells += [f"{share:.1%}" for share in shares]
        risks = " ".join(f"{risk(asked, chances, coverage):.3f}" for coverage in COVERAGES)
        print(f"{name:<16}" + "".join(f"{cell:>18}" for cell in cells) + f"   {risks}")


if __name__ == "__main__":
    main()
