"""Hybrid search over claims: BM25, embeddings and the fit of the claims' codes, fused into one score.

`SearchBackend` is what the bot needs of any search; `HybridSearch` is the embedded one. Looking and finding nothing
gives an empty list; not being able to look raises `SearchIndexError`.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

import numpy as np

from knowledge.errors import SearchIndexError
from knowledge.library import Library
from knowledge.models import Frozen
from retrieval.analysis import terms
from retrieval.embedding import Encoder
from retrieval.fusion import ranked, relative_scores, weighted_sum
from retrieval.index import Index, highest
from retrieval.lexical import concept_term
from retrieval.matching import admissible, facet_fit
from retrieval.passages import claim_of, document_id
from retrieval.query import Query

TEXT_WEIGHT, FACET_WEIGHT = 0.1, 0.6
"""Of `relative_scores`, and of how well the codes fit: found on the claims' own questions, each withheld when asked."""
UNRELATED = 0.78
"""Cosine that texts on quite other matters reach too."""
MOST_HITS = 60
"""Hits given at the most: more than any answer looks at."""
CANDIDATES = 400
"""Documents looked at of each ranking, by words or by meaning; no more than these are compared with the codes."""


class Hit(Frozen):
    """A claim that may answer, with what spoke for it."""

    claim: str
    """`card#claim`."""
    score: float
    cosine: float
    """Highest cosine over the claim's passages."""
    lexical: float
    """Share, 0 to 1, of the BM25 score that the question could attain, of the claim in the language searched."""
    facets: float


class SearchBackend(Protocol):
    """Any search the bot can use."""

    def search(self, query: Query) -> list[Hit]:
        """Claims that may answer, best first, ties by claim."""


class NoSearch:
    """In place of a search whose index cannot be opened, so that whoever needs none is still answered."""

    def __init__(self, fault: SearchIndexError) -> None:
        self._fault = fault

    def search(self, query: Query) -> list[Hit]:
        """Never hits: a search that cannot be made is an error, not an empty result."""
        raise self._fault


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
        texts = {reference: near[reference].text for reference in facets}
        scores = weighted_sum([(TEXT_WEIGHT, texts), (FACET_WEIGHT, facets)])
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
        return [hit for hit in hits if hit.cosine > UNRELATED or hit.lexical > 0]

    def _near(self, query: Query) -> dict[str, _Nearness]:
        """The claims nearest by their words or their meaning, in the question's language or in English."""
        asked = terms(query.text, query.language) + [concept_term(concept) for concept in sorted(query.concepts)]
        scores = self._index.scores(self._encoder.question(query.text), {query.language: asked})
        lexical = scores.lexical[query.language]
        candidates = set(highest(lexical, CANDIDATES))
        for language in {query.language, "en"}:
            candidates.update(highest(scores.cosines_in(language), CANDIDATES))
        claims = {claim_of(scores.ids[number]) for number in candidates} & self._library.claims.keys()
        cosines, shares = np.zeros(len(claims)), np.zeros(len(claims))
        attainable = scores.attainable[query.language] or 1.0
        for place, claim in enumerate(claims):
            own, english = (scores.numbers.get(document_id(claim, tag)) for tag in (query.language, "en"))
            cosines[place] = max(scores.cosines[number] for number in (own, english) if number is not None)
            shares[place] = lexical[own] / attainable if own is not None else 0.0
        texts = relative_scores(cosines, shares, scores.spread_in(query.language))
        return {
            claim: _Nearness(text=float(text), cosine=float(cosine), lexical=float(share))
            for claim, text, cosine, share in zip(claims, texts, cosines, shares, strict=True)
        }


class _Nearness(NamedTuple):
    text: float
    cosine: float
    lexical: float
