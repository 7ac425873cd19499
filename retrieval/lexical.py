"""Lexical search: BM25 as the package rank-bm25 defines it, from postings instead of a walk over every document.

A document holds the stems of its texts and, besides, the concepts it names (`concept:leg_cramps`), so a synonym or a
compound finds what the plain word would.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi
from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from knowledge.languages.analysis import terms

SHORTEST_RESPELT = 5
LONG_TERM = 8
"""Letters from which a term may have two wrong ones."""
Numbers = NDArray[np.int64]
Scores = NDArray[np.float64]
ReadPostings = Callable[[str], tuple[Numbers, NDArray[np.uint16]]]
"""From a term to the numbers of the documents that hold it, and how often each does."""


class PostingsBM25(BM25Okapi):  # type: ignore[misc]  # rank-bm25 has no types
    """rank-bm25's Okapi scores of the documents of one language; weights of terms are its own, sums are ours.

    `lengths` is indexed by document number and counts terms; `held` are the numbers of this language's documents;
    `frequencies` says how many of them hold a term.
    """

    def __init__(self, frequencies: Mapping[str, int], lengths: NDArray[np.int32], held: Numbers) -> None:
        self._frequencies = frequencies
        self._lengths = lengths
        self._held = held
        self._length_weights = np.zeros(len(lengths))
        self._by_start: dict[str, list[str]] = defaultdict(list)
        super().__init__(corpus=())
        if self.avgdl:
            self._length_weights = self.k1 * (1 - self.b + self.b * lengths / self.avgdl)

    def _initialize(self, corpus: object) -> Mapping[str, int]:
        """Where rank-bm25 counts a corpus; ours is counted."""
        self.corpus_size = len(self._held)
        self.avgdl = float(self._lengths[self._held].sum() / self.corpus_size) if self.corpus_size else 0.0
        return self._frequencies

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        """rank-bm25's own weights, which it takes the mean of: without terms there is none."""
        if nd:
            super()._calc_idf(nd)

    def weighing(self, query: Iterable[str]) -> set[str]:
        """The terms of a query whose postings its scores are made of."""
        return {term for term in query if self.idf.get(term)}

    def get_scores(self, query: Sequence[str], read_postings: ReadPostings) -> Scores:
        """Score of every document by number; 0 where it shares no term with the query, or is of another language."""
        scores = np.zeros(len(self._lengths))
        for term, times in Counter(query).items():
            weight = self.idf.get(term)
            if not weight:
                continue
            numbers, counts = read_postings(term)
            repeated = counts.astype(np.float64)
            share = repeated * (self.k1 + 1) / (repeated + self._length_weights[numbers])
            scores[numbers] += times * weight * share
        return scores

    def respelt(self, term: str) -> str:
        """The term, or the nearest one that some document holds where none holds it as it is typed."""
        if term in self.idf or len(term) < SHORTEST_RESPELT or not term.isalpha():
            return term
        if not self._by_start:
            for known in self.idf:
                if known.isalpha():
                    self._by_start[known[0]].append(known)
        allowed = 1 if len(term) < LONG_TERM else 2
        near = extractOne(term, self._by_start[term[0]], scorer=OSA.distance, score_cutoff=allowed)
        return near[0] if near else term

    def attainable(self, query: Sequence[str]) -> float:
        """The score that no document can pass: every term of the query in one, without end.

        A term that no document holds counts as the rarest could.
        """
        rarest = float(np.log(self.corpus_size + 0.5) - np.log(0.5))
        return float(sum(max(self.idf.get(term, rarest), 0.0) * (self.k1 + 1) for term in query))


def document_terms(texts: Sequence[str], concepts: Iterable[str], language: str) -> list[str]:
    """Stems of the texts, and a term for each concept they are about."""
    found = [term for text in texts for term in terms(text, language)]
    return found + [concept_term(concept) for concept in sorted(concepts)]


def concept_term(concept: str) -> str:
    """The term that stands for a concept; no typed word can look like it."""
    return f"concept:{concept}"
