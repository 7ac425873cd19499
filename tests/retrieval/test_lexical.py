"""Lexical search: scores as rank-bm25 gives them, and only for documents that share a term with the query."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from retrieval.lexical import Numbers, PostingsBM25, concept_term, document_terms

CORPUS = {
    "a#dose": ["magnesium", "300", "mg", "day"],
    "a#cramps": ["magnesium", "leg", "cramp", "cramp", "night"],
    "b#quinine": ["quinine", "cramp", "harm"],
    "b#iron": ["iron", "restless", "leg"],
    "c#stools": ["loose", "stool", "day"],
    "c#course": ["course", "year", "untreated"],
}
EVERY_TERM = sorted({term for terms in CORPUS.values() for term in terms})
TERMS = st.lists(st.sampled_from(EVERY_TERM), max_size=6)


class Postings:
    """The postings of some documents, numbered in their order."""

    def __init__(self, corpus: dict[str, list[str]]) -> None:
        self.names = list(corpus)
        self._documents = list(corpus.values())
        frequencies = {term: len(list(self._holding(term))) for term in {t for d in self._documents for t in d}}
        lengths = np.array([len(document) for document in self._documents], dtype=np.int32)
        self.bm25 = PostingsBM25(frequencies, lengths, np.arange(len(lengths)))

    def _holding(self, term: str) -> Iterator[tuple[int, int]]:
        return ((n, d.count(term)) for n, d in enumerate(self._documents) if term in d)

    def _blocks(self, term: str) -> tuple[Numbers, NDArray[np.uint16]]:
        holding = list(self._holding(term))
        return np.array([n for n, _ in holding]), np.array([count for _, count in holding], dtype=np.uint16)

    def scores(self, query: list[str]) -> dict[str, float]:
        found = zip(self.names, self.bm25.get_scores(query, self._blocks), strict=True)
        return {name: float(score) for name, score in found if score}


INDEX = Postings(CORPUS)


def textbook(query: list[str]) -> dict[str, float]:
    """BM25 of each document with k1 = 1.5 and b = 0.75, for terms in fewer than half of the documents."""
    average = sum(map(len, CORPUS.values())) / len(CORPUS)
    scores = dict.fromkeys(CORPUS, 0.0)
    for term in query:
        containing = sum(term in document for document in CORPUS.values())
        rarity = math.log((len(CORPUS) - containing + 0.5) / (containing + 0.5))
        for name, document in CORPUS.items():
            count = document.count(term)
            length = 1.5 * (0.25 + 0.75 * len(document) / average)
            scores[name] += rarity * count * 2.5 / (count + length)
    return {name: score for name, score in scores.items() if score}


@given(TERMS)
def test_scores_are_those_of_rank_bm25(query: list[str]) -> None:
    theirs = BM25Okapi(list(CORPUS.values())).get_scores(query)
    by_name = {name: float(score) for name, score in zip(CORPUS, theirs, strict=True) if score}
    assert INDEX.scores(query) == pytest.approx(by_name, abs=1e-9)


@given(TERMS)
def test_scores_are_those_of_the_textbook(query: list[str]) -> None:
    assert INDEX.scores(query) == pytest.approx(textbook(query))


@given(TERMS)
def test_an_unknown_term_changes_no_score(query: list[str]) -> None:
    assert INDEX.scores([*query, "moonlight"]) == INDEX.scores(query)


@given(TERMS)
def test_a_document_without_a_shared_term_is_no_hit(query: list[str]) -> None:
    assert set(INDEX.scores(query)) == {name for name, document in CORPUS.items() if set(query) & set(document)}


@given(TERMS)
def test_the_order_of_terms_is_irrelevant(query: list[str]) -> None:
    assert INDEX.scores(query[::-1]) == pytest.approx(INDEX.scores(query))


@pytest.mark.parametrize("query", [[], ["moonlight"]])
def test_a_query_with_no_known_terms_returns_no_hits(query: list[str]) -> None:
    assert INDEX.scores(query) == {}


def test_an_empty_library_returns_no_hits() -> None:
    assert Postings({}).scores(["cramp"]) == {}


def test_the_order_of_documents_is_irrelevant() -> None:
    turned = Postings(dict(reversed(CORPUS.items())))
    assert turned.scores(["leg", "cramp"]) == pytest.approx(INDEX.scores(["leg", "cramp"]))


def test_a_rarer_term_counts_for_more() -> None:
    scores = INDEX.scores(["quinine", "cramp"])
    assert max(scores, key=lambda name: scores[name]) == "b#quinine"


def test_a_document_holds_the_terms_of_its_texts_and_their_concepts() -> None:
    found = document_terms(["Leg cramps", "at night"], ["leg_cramps"], "en")
    assert found == ["leg", "cramp", "night", "concept:leg_cramps"]


def test_no_typed_word_looks_like_a_concept() -> None:
    assert concept_term("magnesium") not in document_terms(["concept:magnesium"], [], "en")


@given(TERMS)
def test_no_document_passes_the_attainable_score(query: list[str]) -> None:
    highest = max(INDEX.scores(query).values(), default=0.0)
    assert highest <= INDEX.bm25.attainable(query) + 1e-9


def test_an_unknown_term_raises_what_is_attainable() -> None:
    assert INDEX.bm25.attainable(["iron", "moonlight"]) > INDEX.bm25.attainable(["iron"])
