"""Hybrid search over any texts: BM25 and embeddings, fused without being told which of the two to trust.

`text_document` makes a document of a text; `PassageSearch` ranks documents for a question in any language. The words of
the question are taken as words of the language that the documents are in; the concepts recognised in it (medicines,
conditions, ...) are the same in all.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from knowledge.evidence.models import Frozen
from knowledge.languages.analysis import stop_words, terms
from knowledge.terminology.linking import Recogniser
from retrieval.documents import Document
from retrieval.embedding import Encoder
from retrieval.fusion import relative_scores
from retrieval.index import DocumentScores, Index, highest
from retrieval.lexical import Numbers, Scores, concept_term, document_terms

CANDIDATES = 200
"""Documents taken from the top of each ranking; each of them is given both scores."""


class Found(Frozen):
    """A document that was found, with what spoke for it."""

    document: str
    score: float
    cosine: float
    lexical: float
    """Share, 0 to 1, of the BM25 score that the question could attain."""


def text_document(identifier: str, language: str, text: str, recogniser: Recogniser) -> Document:
    """A text as a document of one passage."""
    concepts = {mention.concept for mention in recogniser.mentions(text)}
    return Document(identifier, language, document_terms([text], concepts, language), [text])


def question_terms(text: str, language: str, languages: Iterable[str], recogniser: Recogniser) -> dict[str, list[str]]:
    """The terms of a question by language of the documents: its words, analysed as theirs, and its concepts."""
    concepts = [concept_term(concept) for concept in sorted({m.concept for m in recogniser.mentions(text)})]
    empty = stop_words(language)
    return {tag: [term for term in terms(text, tag) if term not in empty] + concepts for tag in languages}


class PassageSearch:
    """Ranks the documents of an index for questions in any language."""

    def __init__(self, index: Index, encoder: Encoder, recogniser: Recogniser) -> None:
        self._index = index
        self._encoder = encoder
        self._recogniser = recogniser

    def search(self, text: str, language: str, depth: int = 100) -> list[Found]:
        """The documents that answer best, best first, ties by id."""
        asked = question_terms(text, language, self._index.languages(), self._recogniser)
        return rank(self._index.scores(self._encoder.question(text), self._index.respelt(asked)), depth)


def rank(scores: DocumentScores, depth: int) -> list[Found]:
    """The documents of an index by their scores for one question, best first, ties by id."""
    numbers, shares = candidates(scores)
    cosines = scores.cosines_of(numbers.tolist()).astype(np.float64)
    fused = relative_scores(cosines, shares, scores.spread_in()).tolist()
    documents = [scores.ids[number] for number in numbers.tolist()]
    best = sorted(range(len(documents)), key=lambda place: (-fused[place], documents[place]))[:depth]
    return [
        Found(document=documents[place], score=fused[place], cosine=float(cosines[place]), lexical=float(shares[place]))
        for place in best
    ]


def candidates(scores: DocumentScores) -> tuple[Numbers, Scores]:
    """The numbers of the documents at the top of each ranking, and each one's share of the attainable BM25 score."""
    chosen = set(highest(scores.cosines, CANDIDATES))
    for lexical in scores.lexical.values():
        chosen.update(highest(lexical, CANDIDATES))
    numbers = np.array(sorted(chosen), dtype=np.int64)
    shares = np.zeros(len(numbers))
    for language, lexical in scores.lexical.items():
        if scores.attainable[language] > 0:
            shares = np.maximum(shares, lexical[numbers] / scores.attainable[language])
    return numbers, shares
