"""Hybrid search over claims: BM25, embeddings and the fit of the claims' codes, fused into one score.

`SearchBackend` is what the bot needs of any search; `HybridSearch` is the embedded one. Looking and finding nothing
gives an empty list; not being able to look raises `SearchIndexError`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from knowledge.library import Library
from knowledge.models import Card, Claim, Frozen
from retrieval.analysis import terms
from retrieval.embedding import Encoder
from retrieval.fusion import ranked, weighted_sum
from retrieval.index import VectorIndex
from retrieval.lexical import LexicalIndex, concept_term, document_terms
from retrieval.matching import admissible, facet_fit
from retrieval.passages import claim_texts
from retrieval.query import Query

DENSE_WEIGHT, LEXICAL_WEIGHT, FACET_WEIGHT = 1.0, 0.35, 0.6
DENSE_FLOOR, DENSE_CEILING = 0.78, 0.95
"""Cosines of the model crowd between these on short questions; scaled to 0 and 1."""
MOST_HITS = 60
"""Hits given at the most: more than any answer looks at."""
NEAREST_PASSAGES = 400
"""Passages looked at in each language; a claim without one among them counts as not near."""
LEXICAL_HALF = 8.0
"""BM25 score at which the lexical part is worth a half."""


class Hit(Frozen):
    """A claim that may answer, with what spoke for it."""

    claim: str
    """`card#claim`."""
    score: float
    cosine: float
    """Highest cosine over the claim's passages."""
    lexical: float
    """BM25 of the claim's passages in the language searched."""
    facets: float


class SearchBackend(Protocol):
    """Any search the bot can use."""

    def search(self, query: Query) -> list[Hit]:
        """Claims that may answer, best first, ties by claim."""


class HybridSearch:
    """The embedded backend: rank-bm25 and sqlite-vec over one index file."""

    def __init__(self, library: Library, index: VectorIndex, encoder: Encoder) -> None:
        self._library = library
        self._index = index
        self._encoder = encoder
        self._lexical: dict[str, LexicalIndex] = {}

    def _lexical_index(self, language: str) -> LexicalIndex:
        if language not in self._lexical:
            self._lexical[language] = LexicalIndex(
                {
                    reference: document_terms(claim_texts(self._library, claim, language), claim.concepts, language)
                    for reference, (_, claim) in self._library.claims.items()
                }
            )
        return self._lexical[language]

    def _cosines(self, text: str, language: str) -> dict[str, float]:
        """Highest cosine of each claim that has a passage near the text, in its language or in English."""
        vector = self._encoder.question(text)
        best: dict[str, float] = {}
        for tag in dict.fromkeys((language, "en")):
            for passage, cosine in self._index.nearest(vector, tag, NEAREST_PASSAGES):
                best[passage.claim] = max(cosine, best.get(passage.claim, -1.0))
        return best

    def search(self, query: Query) -> list[Hit]:
        """Admissible claims, best first, ties by claim; those that match in no way are dropped."""
        hits = self._hits(query, self._admissible(query))
        return [hit for hit in hits if hit.cosine > DENSE_FLOOR or hit.lexical > 0]

    def _admissible(self, query: Query) -> list[str]:
        terminology = self._library.terminology
        return [
            reference
            for reference, (card, claim) in self._library.claims.items()
            if admissible(claim, card, query, terminology)
        ]

    def _hits(self, query: Query, candidates: Sequence[str]) -> list[Hit]:
        cosines = self._cosines(query.text, query.language)
        query_terms = terms(query.text, query.language) + [concept_term(concept) for concept in sorted(query.concepts)]
        lexical = self._lexical_index(query.language).scores(query_terms)
        facets = {
            reference: facet_fit(self._claim(reference)[1], query, self._library.terminology)
            for reference in candidates
        }
        scores = weighted_sum(
            [
                (DENSE_WEIGHT, {reference: _scaled(cosines.get(reference, 0.0)) for reference in candidates}),
                (LEXICAL_WEIGHT, {reference: _saturated(lexical.get(reference, 0.0)) for reference in candidates}),
                (FACET_WEIGHT, facets),
            ]
        )
        return [
            Hit(
                claim=reference,
                score=scores[reference],
                cosine=cosines.get(reference, 0.0),
                lexical=lexical.get(reference, 0.0),
                facets=facets[reference],
            )
            for reference in ranked(scores)[:MOST_HITS]
        ]

    def _claim(self, reference: str) -> tuple[Card, Claim]:
        return self._library.claims[reference]


def _scaled(cosine: float) -> float:
    return min(max((cosine - DENSE_FLOOR) / (DENSE_CEILING - DENSE_FLOOR), 0.0), 1.0)


def _saturated(score: float) -> float:
    return score / (score + LEXICAL_HALF) if score > 0 else 0.0
