"""Lexical search: BM25 as the package rank-bm25 defines it, over the analysed passages of one language.

A claim's passages in a language are one document. Besides its stems a document holds the concepts it names
(`concept:leg_cramps`), so a synonym or a compound finds what the plain word would.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rank_bm25 import BM25Okapi

from retrieval.analysis import terms


class LexicalIndex:
    """BM25 over the claims of one language."""

    def __init__(self, documents: Mapping[str, Sequence[str]]) -> None:
        self._claims = sorted(documents)
        self._bm25 = BM25Okapi([list(documents[claim]) for claim in self._claims]) if any(documents.values()) else None

    def scores(self, query_terms: Sequence[str]) -> dict[str, float]:
        """Score of every claim that shares a telling term with the query.

        A term that stands in nearly every document says nothing; rank-bm25 gives it 0 or less, and it is left out.
        """
        if self._bm25 is None or not query_terms:
            return {}
        scores = self._bm25.get_scores(list(query_terms))
        return {claim: float(score) for claim, score in zip(self._claims, scores, strict=True) if score > 0}


def document_terms(texts: Sequence[str], concepts: Iterable[str], language: str) -> list[str]:
    """Stems of the texts, and a term for each concept they are about."""
    found = [term for text in texts for term in terms(text, language)]
    return found + [concept_term(concept) for concept in sorted(concepts)]


def concept_term(concept: str) -> str:
    """The term that stands for a concept; no typed word can look like it."""
    return f"concept:{concept}"
