"""Hybrid search over claims: BM25, embeddings and the fit of the claims' codes, fused into one score.

`SearchBackend` is what the bot needs of any search; `HybridSearch` is the embedded one. Looking and finding nothing
gives an empty list; not being able to look raises `SearchIndexError`.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from knowledge import tracing
from knowledge.errors import SearchIndexError
from knowledge.evidence.library import Library
from knowledge.evidence.models import Frozen
from knowledge.languages.analysis import terms
from retrieval.admissible import admissible, facet_fit
from retrieval.embedding import Encoder
from retrieval.fusion import ranked, relative_scores, weighted_sum
from retrieval.index import DocumentScores, Index, highest
from retrieval.lexical import concept_term
from retrieval.passages import claim_of, document_id
from retrieval.query import Query

TEXT_WEIGHT, FACET_WEIGHT = 0.1, 0.6
"""Of `relative_scores`, and of how well the codes fit: found on the claims' own questions, each withheld when asked."""
UNRELATED = 0.78
"""Cosine that texts on quite other matters reach too."""
MOST_HITS = 60
"""Hits given at the most: more than any answer looks at."""
CANDIDATES = 400
"""Admissible claims taken of each ranking, by words or by meaning; no more than these are compared by their codes."""
LOOKED_AT = 5000
"""Documents looked at of each ranking until so many are found: what bounds a search where hardly any claim is let in.
Both bounds are a matter of time, not of quality: the shipped library lies far below either."""


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
        with tracing.span("search") as told:
            hits = self._found(query)
            told.say(search_hits=len(hits))
        return hits

    def _found(self, query: Query) -> list[Hit]:
        near = self._near(query)
        facets = {
            reference: facet_fit(self._library.claims[reference][1], query, self._library) for reference in near
        }
        texts = {reference: nearness.text for reference, nearness in near.items()}
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
        """The admissible claims nearest by their words or their meaning, in the question's language or in English."""
        asked = terms(query.text, query.language) + [concept_term(concept) for concept in sorted(query.concepts)]
        speaking = self._speaking_of(query)
        few = speaking is not None and len(speaking) <= LOOKED_AT
        near_in = () if few else {query.language, "en"}
        with tracing.span("search encode"):
            vector = self._encoder.question(query.text)
        with tracing.span("search index") as told:
            scores = self._index.scores(vector, {query.language: asked}, near_in)
            told.say(index_documents=len(scores.ids))
        lexical = scores.lexical[query.language]
        claims = self._admitted(query, scores, speaking)
        numbers = [_documents_of(claim, query.language, scores) for claim in claims]
        known = iter(scores.cosines_of(list(chain.from_iterable(numbers))).tolist())
        cosines, shares = np.zeros(len(claims)), np.zeros(len(claims))
        attainable = scores.attainable[query.language] or 1.0
        for place, of_claim in enumerate(numbers):
            cosines[place] = max(islice(known, len(of_claim)))
            shares[place] = lexical[of_claim[0]] / attainable
        texts = relative_scores(cosines, shares, scores.spread_in(query.language))
        return {
            claim: _Nearness(text=float(text), cosine=float(cosine), lexical=float(share))
            for claim, text, cosine, share in zip(claims, texts, cosines, shares, strict=True)
        }

    def _admitted(self, query: Query, scores: DocumentScores, speaking: frozenset[str] | None) -> list[str]:
        """The claims let in, at most `CANDIDATES` of each ranking: what is nearer but about another matter takes no
        place from them, however large the library is."""
        if speaking is not None and len(speaking) <= LOOKED_AT:
            return [claim for claim in sorted(speaking) if self._admits(claim, query, scores)]
        rankings: list[NDArray[Any]] = [scores.lexical[query.language]]
        rankings += [scores.cosines_in(language) for language in sorted({query.language, "en"})]
        admitted: dict[str, bool] = {}
        for ranking in rankings:
            found = 0
            for number in highest(ranking, LOOKED_AT):
                claim = claim_of(scores.ids[number])
                if claim not in admitted:
                    admitted[claim] = (speaking is None or claim in speaking) and self._admits(claim, query, scores)
                found += admitted[claim]
                if found == CANDIDATES:
                    break
        return [claim for claim, let_in in admitted.items() if let_in]

    def _admits(self, reference: str, query: Query, scores: DocumentScores) -> bool:
        """Whether a claim that is indexed in the question's language or in English may answer."""
        if not _documents_of(reference, query.language, scores) or reference not in self._library.claims:
            return False
        card, claim = self._library.claims[reference]
        return admissible(claim, card, query, self._library)

    def _speaking_of(self, query: Query) -> frozenset[str] | None:
        """The claims that name a medicine asked about or its class; None where the question names none."""
        if not query.medicines:
            return None
        kin = self._library.terminology.kin
        named = {concept for medicine in query.medicines for concept in kin(medicine)}
        return frozenset(claim for concept in named for claim in self._library.naming.get(concept, ()))


def _documents_of(claim: str, language: str, scores: DocumentScores) -> list[int]:
    """The numbers of a claim's documents in a language and in English; the first is the one found by words of it."""
    found = (scores.numbers.get(document_id(claim, tag)) for tag in dict.fromkeys((language, "en")))
    return [number for number in found if number is not None]


class _Nearness(NamedTuple):
    text: float
    cosine: float
    lexical: float
