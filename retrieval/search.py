"""Hybrid search over claims: BM25, embeddings and the fit of the claims' codes, fused into one score.

`SearchBackend` is what the bot needs of any search; `HybridSearch` is the embedded one. Looking and finding nothing
gives an empty list; not being able to look raises `SearchIndexError`.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from knowledge.library import Library
from knowledge.models import Frozen
from retrieval.analysis import terms
from retrieval.embedding import Encoder
from retrieval.fusion import ranked, weighted_sum
from retrieval.index import Index, highest
from retrieval.lexical import concept_term
from retrieval.matching import admissible, facet_fit
from retrieval.passages import claim_of, document_id
from retrieval.query import Query

DENSE_WEIGHT, LEXICAL_WEIGHT, FACET_WEIGHT = 1.0, 0.35, 0.6
DENSE_FLOOR, DENSE_CEILING = 0.78, 0.95
"""Cosines of the model crowd between these on short questions; scaled to 0 and 1."""
MOST_HITS = 60
"""Hits given at the most: more than any answer looks at."""
CANDIDATES = 400
"""Documents looked at of each ranking, by words or by meaning; no more than these are compared with the codes."""
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
    """The embedded backend: BM25 and vectors from one index file."""

    def __init__(self, library: Library, index: Index, encoder: Encoder) -> None:
        self._library = library
        self._index = index
        self._encoder = encoder

    def search(self, query: Query) -> list[Hit]:
        """Admissible claims, best first, ties by claim; those that match in no way are dropped."""
        near = self._near(query)
        facets = {
            reference: facet_fit(claim, query, self._library.terminology)
            for reference in near
            for card, claim in [self._library.claims[reference]]
            if admissible(claim, card, query, self._library.terminology)
        }
        scores = weighted_sum(
            [
                (DENSE_WEIGHT, {reference: _scaled(near[reference].cosine) for reference in facets}),
                (LEXICAL_WEIGHT, {reference: _saturated(near[reference].lexical) for reference in facets}),
                (FACET_WEIGHT, facets),
            ]
        )
        hits = [
            Hit(
                claim=reference,
                score=scores[reference],
                cosine=near[reference].cosine,
                lexical=near[reference].lexical,
                facets=facets[reference],
            )
            for reference in ranked(scores)[:MOST_HITS]
        ]
        return [hit for hit in hits if hit.cosine > DENSE_FLOOR or hit.lexical > 0]

    def _near(self, query: Query) -> dict[str, _Nearness]:
        """The claims nearest by their words or their meaning, in the question's language or in English."""
        asked = terms(query.text, query.language) + [concept_term(concept) for concept in sorted(query.concepts)]
        scores = self._index.scores(self._encoder.question(query.text), {query.language: asked})
        lexical = scores.lexical[query.language]
        candidates = set(highest(lexical, CANDIDATES))
        for language in {query.language, "en"}:
            candidates.update(highest(scores.cosines_in(language), CANDIDATES))
        found: dict[str, _Nearness] = {}
        for number in candidates:
            claim = claim_of(scores.ids[number])
            if claim in self._library.claims and claim not in found:
                own, english = (scores.numbers.get(document_id(claim, tag)) for tag in (query.language, "en"))
                found[claim] = _Nearness(
                    cosine=max(float(scores.cosines[place]) for place in (own, english) if place is not None),
                    lexical=float(lexical[own]) if own is not None else 0.0,
                )
        return found


class _Nearness(NamedTuple):
    cosine: float
    lexical: float


def _scaled(cosine: float) -> float:
    return min(max((cosine - DENSE_FLOOR) / (DENSE_CEILING - DENSE_FLOOR), 0.0), 1.0)


def _saturated(score: float) -> float:
    return score / (score + LEXICAL_HALF) if score > 0 else 0.0
