"""Whether the library answers a question at all: a calibrated probability, not a raw cosine.

Cosines of the model crowd together and mean different things in different languages, so the decision rests on a
logistic model over six signals that speak for or against the best hits.

Fitted on 2026-11-22 by `benchmarks/coverage.py --positives 50 --negatives 40` to 1,120 questions in eight languages,
824 of which pass the vetoes: 400 written for claims, each asked with itself and its English twin withheld (covered);
320 of our own that the library just does not answer (`benchmarks/data/not_covered.yaml`); 400 of public collections
(MedicationQA, MKQA, COVID-QA, NorMedQA, MedQA-SWE, MedQuAD). In five-fold cross-validation, claims and kinds of
question kept together, the area under the curve is 0.983 (0.961 without the public ones). From `ANSWER_FROM` on,
95 % of the covered questions are answered, 10 % of our own uncovered ones and 0.2 % of the public ones. No threshold
keeps 95 % of the covered and refuses 98 % of our own uncovered ones: at 2 % of those, 76 % of the covered remain.
Signals and threshold were chosen on these same questions, so the figures flatter the model somewhat.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from knowledge.concepts import Terminology
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.models import Claim, Frozen, Intent
from retrieval.analysis import fold, stem, words
from retrieval.passages import claim_texts
from retrieval.query import Query
from retrieval.recognition import Mention, Recogniser
from retrieval.search import Hit, SearchBackend

ANSWER_FROM = 0.4
"""Probability from which a question counts as covered."""
NEAREST_OF = 10
"""Hits among which the nearest in wording is looked for: the best by all scores need not be it."""
SHORTEST_CONTENT_WORD = 3


class Signals(Frozen):
    """What is known of a question and its best hits."""

    cosine: float
    """Highest of the best admissible claims."""
    unexplained: float
    """Share of the question's content words that neither the best claim's concepts nor its texts account for."""
    foreign: float
    """Share of the question's content words that name no known concept and stand nowhere in the library."""
    source_named: float
    """1 where the question names a source of the library, 0 otherwise."""
    intent: float
    """How plainly the question asks for what the best claim offers, from 1 to -1 where it plainly asks for other
    things; 0 where nothing shows what it asks."""
    only_mentioned: float
    """Share of the conditions and populations asked about that the best claim mentions without being about them."""


INTERCEPT = -46.7
COEFFICIENTS: dict[str, float] = {
    "cosine": 54.2,
    "unexplained": -2.25,
    "foreign": -3.9,
    "source_named": 3.7,
    "intent": 1.8,
    "only_mentioned": -3.4,
}


class Judgement(Frozen):
    """The hits for a question, with what speaks for their answering it."""

    hits: tuple[Hit, ...]
    signals: Signals

    @property
    def covered(self) -> bool:
        """Whether the hits answer the question."""
        return probability(self.signals) >= ANSWER_FROM


def probability(signals: Signals) -> float:
    """Probability that the best hits answer the question (logistic model)."""
    value = INTERCEPT + sum(COEFFICIENTS[name] * float(signal) for name, signal in signals.model_dump().items())
    return 1.0 / (1.0 + math.exp(-value))


def judge(
    query: Query, search: SearchBackend, library: Library, recogniser: Recogniser, ordinary: Collection[str]
) -> Judgement | None:
    """The hits for a question with their signals; `None` where a fact rules an answer out whatever the wording.

    That is a question on a medicine the library does not hold, or one that no claim's codes admit. `ordinary` are
    folded words without a subject of their own.
    """
    if _asks_about_another_medicine(query, library.terminology):
        return None
    hits = search.search(query)
    if not hits:
        return None
    _, claim = library.claims[hits[0].claim]
    text = query.text  # of a case history only the part that asks
    mentions = recogniser.mentions(text)
    language, terminology = query.language, library.terminology
    met = [position for mention in _met(mentions, claim, terminology) for position in range(mention.start, mention.end)]
    named = [position for mention in mentions for position in range(mention.start, mention.end)]
    own_stems = _stems([*claim_texts(library, claim, language), *claim_texts(library, claim, "en")], language)
    signals = Signals(
        cosine=max(hit.cosine for hit in hits[:NEAREST_OF]),
        unexplained=unexplained_share(text, met, own_stems, ordinary, language),
        foreign=unexplained_share(text, named, _vocabulary(library, language), ordinary, language),
        source_named=float(bool(query.cards)),
        intent=intent_agreement(query, claim),
        only_mentioned=only_mentioned_share(query, claim, terminology),
    )
    return Judgement(hits=tuple(hits), signals=signals)


def ordinary_words(languages: Iterable[Language]) -> frozenset[str]:
    """Folded words of any language that carry no subject of their own."""
    return frozenset(
        fold(word)
        for language in languages
        for word in (*language.stop_words, *language.function_words, *language.understanding.question_words)
    )


def unexplained_share(
    text: str, explained: Iterable[int], known_stems: Collection[str], ordinary: Collection[str], language: str
) -> float:
    """Share of a question's content words that nothing accounts for: neither their place, nor a known stem."""
    typed = words(text)
    accounted = set(explained)
    content = [
        position
        for position, word in enumerate(typed)
        if fold(word) not in ordinary and len(word) >= SHORTEST_CONTENT_WORD and not word.isdigit()
    ]
    missing = [p for p in content if p not in accounted and stem(typed[p], language) not in known_stems]
    return len(missing) / len(content) if content else 0.0


def intent_agreement(query: Query, claim: Claim) -> float:
    """How plainly the question asks for what the claim offers, 1 to -1."""
    offered = {claim.intent, *claim.also}
    if not query.intents:
        return 0.0
    if query.intents[0] in offered:
        return query.intent_weight
    return query.intent_weight * (0.5 if offered & set(query.intents) else -1.0)


def only_mentioned_share(query: Query, claim: Claim, terminology: Terminology) -> float:
    """Share of the conditions and populations asked about that the claim is not about."""
    asked = (*query.conditions, *query.populations)
    about = (*claim.conditions, *claim.populations)
    missing = [wanted for wanted in asked if not any(terminology.related(concept, wanted) for concept in about)]
    return len(missing) / len(asked) if asked else 0.0


def _asks_about_another_medicine(query: Query, terminology: Terminology) -> bool:
    """Whether the question is on a medicine the library does not hold, itself or, beside another one, by its class."""
    unknown = [medicine for medicine in query.medicines if medicine not in terminology]
    if not unknown or (query.medicine_classes and len(query.medicines) > 1):
        return False
    return len(unknown) == len(query.medicines) or Intent.INTERACTIONS in query.intents


def _met(mentions: Sequence[Mention], claim: Claim, terminology: Terminology) -> list[Mention]:
    """The mentions that the claim speaks of; of a word that names things of several kinds, it must speak of each."""
    spoken_of = claim.concepts | ({claim.comparator} if claim.comparator else frozenset())

    def met(mention: Mention) -> bool:
        return mention.concept in terminology and any(terminology.related(c, mention.concept) for c in spoken_of)

    unmet_kinds: set[tuple[int, str]] = {(mention.start, mention.kind) for mention in mentions}
    unmet_kinds -= {(mention.start, mention.kind) for mention in mentions if met(mention)}
    missed = {start for start, _ in unmet_kinds}
    return [mention for mention in mentions if mention.start not in missed]


def _stems(texts: Iterable[str], language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for text in texts for word in words(text))


@lru_cache(maxsize=16)
def _vocabulary(library: Library, language: str) -> frozenset[str]:
    """Stems of every word in the library's texts of one language."""
    texts = (text for _, claim in library.claims.values() for text in claim_texts(library, claim, language))
    return _stems(texts, language)
