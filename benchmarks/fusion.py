"""Which way of fusing the two scores is best: chosen on one set of collections, reported on another.

    python -m benchmarks.fusion --corpora CORPORA --cache FOLDER

Every way starts from the same two scores of the same candidates. The weights of relative scores and the coefficients
of the learned combination come from the tuning collections (the training queries of SciFact, the validation questions
of NorQuAD, Cochrane titles, MedQuAD, COVID-QA, NTREX sentences in two languages), each data set counting alike; the
table of the test collections shows what they are worth elsewhere. Figures are nDCG@10.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benchmarks.corpora import TEST, TUNING, Collection, document_of, documents_of
from benchmarks.quality import Ours, load_recogniser
from benchmarks.vectors import VectorCache
from knowledge.terminology.linking import Recogniser
from retrieval.fusion import SHARE_WEIGHT
from retrieval.metrics import ndcg
from retrieval.passage_search import candidates

RANK_CONSTANT = 60
"""The constant k of reciprocal rank fusion: Cormack, Clarke and Büttcher, SIGIR 2009."""
SHARE_POWERS = (0.4, 0.5, 0.6, 0.7, 1.0)
SHARE_WEIGHTS = (2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0)
Scores = NDArray[np.float64]


@dataclass(frozen=True)
class Asked:
    """One query: its candidates with both scores, and the judgements."""

    names: list[str]
    cosines: Scores
    standardised: Scores
    """Cosines in standard deviations from the mean of all passages."""
    shares: Scores
    grades: Mapping[str, int]


Way = Callable[[Asked], Scores]


def asked(collection: Collection, vectors: VectorCache, cache: Path, recogniser: Recogniser) -> Iterable[Asked]:
    """Every query of a collection."""
    ours = Ours(collection, vectors, cache, recogniser)
    questions = vectors.questions(list(collection.queries.values()))
    for (query, text), vector in zip(collection.queries.items(), questions, strict=True):
        scores = ours.scores(text, vector)
        numbers, shares = candidates(scores)
        cosines = scores.cosines[numbers].astype(np.float64)
        spread = scores.spread_in()
        names = [scores.ids[number] for number in numbers.tolist()]
        yield Asked(names, cosines, (cosines - spread.mean) / spread.deviation, shares, collection.qrels[query])


def ranks(scores: Scores) -> Scores:
    """The place of each, counted from 1."""
    found = np.empty(len(scores))
    found[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return found


def reciprocal_ranks(query: Asked) -> Scores:
    """Reciprocal rank fusion; a passage that shares no term stands in no lexical ranking."""
    lexical = np.where(query.shares > 0, 1 / (RANK_CONSTANT + ranks(query.shares)), 0.0)
    return 1 / (RANK_CONSTANT + ranks(query.cosines)) + lexical


def least_to_most(query: Asked) -> Scores:
    """Min-max: each score between 0 for the lowest candidate and 1 for the highest, added."""
    return sum(((s - s.min()) / (np.ptp(s) or 1.0) for s in (query.cosines, query.shares)), np.zeros(len(query.names)))


def three_sigma(query: Asked) -> Scores:
    """Distribution-based fusion: each score between three standard deviations below and above its mean, added."""
    found = np.zeros(len(query.names))
    for scores in (query.cosines, query.shares):
        found += np.clip(0.5 + (scores - scores.mean()) / (6 * (scores.std() or 1.0)), 0, 1)
    return found


def relative(power: float, weight: float) -> Way:
    """Standardised cosine plus a power of the share of the attainable BM25 score."""
    return lambda query: query.standardised + weight * query.shares**power


def ours(query: Asked) -> Scores:
    """The fusion in use."""
    return query.standardised + SHARE_WEIGHT * np.sqrt(query.shares)


def features(query: Asked) -> Scores:
    """What the learned combination sees of each candidate, (n, 6)."""
    return np.column_stack(
        [
            query.standardised,
            query.shares,
            np.sqrt(query.shares),
            query.cosines,
            query.standardised * query.shares,
            query.standardised - query.standardised.max(),
        ]
    )


def learned(queries: Iterable[Asked]) -> Way:
    """A logistic regression on relevance over the candidates of the tuning collections."""
    rows, labels = [], []
    for query in queries:
        rows.append(features(query))
        labels.append([query.grades.get(document_of(name), 0) > 0 for name in query.names])
    seen = np.vstack(rows)
    spread = seen.std(axis=0)
    model = LogisticRegression(max_iter=1000, class_weight="balanced").fit(seen / spread, np.concatenate(labels))
    return lambda query: features(query) / spread @ model.coef_[0]


def quality(queries: Iterable[Asked], way: Way) -> float:
    """Mean nDCG@10 of a way of fusing."""
    found = []
    for query in queries:
        order = np.argsort(-way(query), kind="stable")
        found.append(ndcg(documents_of(query.names[place] for place in order), query.grades))
    return float(np.mean(found))


def by_data_set(figures: Mapping[str, float]) -> float:
    """The mean over data sets, so that the many language pairs of one count no more than a single collection."""
    sets: dict[str, list[float]] = {}
    for name, figure in figures.items():
        sets.setdefault(name.split()[0], []).append(figure)
    return float(np.mean([np.mean(found) for found in sets.values()]))


def print_table(collections: Mapping[str, list[Asked]], ways: Mapping[str, Way]) -> None:
    """One line a collection, one column a way."""
    print(f"{'':<20}" + "".join(f"{name:>12}" for name in ways))
    rows = {name: [quality(queries, way) for way in ways.values()] for name, queries in collections.items()}
    means = [by_data_set({name: row[place] for name, row in rows.items()}) for place in range(len(ways))]
    for name, cells in {**rows, "mean of data sets": means}.items():
        print(f"{name:<20}" + "".join(f"{cell:>12.3f}" for cell in cells))


def main() -> None:
    """Choose and report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the public collections")
    parser.add_argument("--cache", type=Path, required=True, help="folder that keeps vectors and indexes")
    options = parser.parse_args()
    vectors, recogniser = VectorCache(options.cache / "vectors.sqlite"), load_recogniser()
    tuning, test = (
        {name: list(asked(read(options.corpora), vectors, options.cache, recogniser)) for name, read in group.items()}
        for group in (TUNING, TEST)
    )
    print("mean over the tuning data sets, by power of the share (down) and weight (across)")
    print(f"{'':<6}" + "".join(f"{weight:>8.0f}" for weight in SHARE_WEIGHTS))
    for power in SHARE_POWERS:
        cells = [
            by_data_set({name: quality(queries, relative(power, weight)) for name, queries in tuning.items()})
            for weight in SHARE_WEIGHTS
        ]
        print(f"{power:<6}" + "".join(f"{cell:>8.4f}" for cell in cells))
    ways: dict[str, Way] = {
        "BM25": lambda query: query.shares,
        "dense": lambda query: query.cosines,
        "RRF": reciprocal_ranks,
        "min-max": least_to_most,
        "3 sigma": three_sigma,
        "learned": learned(query for queries in tuning.values() for query in queries),
        "ours": ours,
    }
    print("\ntuning collections")
    print_table(tuning, ways)
    print("\ntest collections")
    print_table(test, ways)


if __name__ == "__main__":
    main()
