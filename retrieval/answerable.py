"""Whether the library answers an ask at all: a calibrated probability, not a raw cosine.

Cosines of the model crowd together and mean different things in different languages, so the decision rests on a
logistic model over the signals of `retrieval.signals`. Its weights, its threshold, what they were fitted to, by which
command and with which figures stand in `weights/coverage.json`, which `benchmarks.coverage --write` makes.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

from knowledge.evidence.library import Library
from knowledge.evidence.models import Frozen, Intent
from knowledge.languages import Language
from knowledge.languages.analysis import fold
from knowledge.terminology.linking import Recogniser
from retrieval.query import Query
from retrieval.search import Hit, SearchBackend
from retrieval.signals import Signals, signals_of

WEIGHTS_FILE = Path(__file__).parent / "weights" / "coverage.json"


class Weights(Frozen):
    """The logistic model and the threshold, with where they come from."""

    intercept: float
    coefficients: dict[str, float]
    """By the name of the signal."""
    answer_from: float
    """Probability from which an ask counts as covered."""
    threshold_rule: str
    """How the threshold follows from the questions."""
    fitted_on: dict[str, int]
    """Questions by where they come from."""
    figures: dict[str, Any]
    """What the model attains on questions that it was not fitted to."""
    command: str
    made_on: str


WEIGHTS = Weights.model_validate_json(WEIGHTS_FILE.read_text(encoding="utf-8"))


class Judgement(Frozen):
    """The hits for an ask, with what speaks for their answering it."""

    hits: tuple[Hit, ...]
    signals: Signals
    by_codes: bool = False
    """Whether the ask was put in codes alone, and the codes of the first hit meet them."""

    @property
    def covered(self) -> bool:
        """Whether the hits answer the ask."""
        return self.by_codes or probability(self.signals) >= WEIGHTS.answer_from


def probability(signals: Signals) -> float:
    """Probability that the best hits answer the ask (logistic model)."""
    value = WEIGHTS.intercept + sum(weight * getattr(signals, name) for name, weight in WEIGHTS.coefficients.items())
    return 1.0 / (1.0 + math.exp(-value))


def judge(
    query: Query, search: SearchBackend, library: Library, recogniser: Recogniser, ordinary: Collection[str]
) -> Judgement | None:
    """The hits for an ask with their signals; `None` where a fact rules an answer out whatever the wording.

    That is an ask on a medicine the library does not hold, one that no claim's codes admit, or one for the interactions
    of a medicine of which none is known. `ordinary` are folded words without a subject of their own.
    """
    if _asks_about_another_medicine(query, library):
        return None
    hits = search.search(query)
    if not hits or not _offers_interactions(query, hits, library):
        return None
    return Judgement(hits=tuple(hits), signals=signals_of(query, hits, library, recogniser, ordinary))


def ordinary_words(languages: Iterable[Language]) -> frozenset[str]:
    """Folded words of any language that carry no subject of their own."""
    return frozenset(
        fold(word)
        for language in languages
        for word in (*language.stop_words, *language.function_words, *language.understanding.question_words)
    )


def _offers_interactions(query: Query, hits: Sequence[Hit], library: Library) -> bool:
    """Whether some hit is on interactions, where those of one medicine are asked for at large."""
    if query.intents[:1] != (Intent.INTERACTIONS,) or len(query.medicines) != 1 or query.cards:
        return True
    claims = (library.claims[hit.claim][1] for hit in hits)
    return any(Intent.INTERACTIONS in (claim.intent, *claim.also) for claim in claims)


def _asks_about_another_medicine(query: Query, library: Library) -> bool:
    """Whether the question is on a medicine that no claim names, alone or as one side of an interaction."""
    unknown = [medicine for medicine in query.medicines if not library.speaks_of(medicine)]
    return bool(unknown) and (len(unknown) == len(query.medicines) or Intent.INTERACTIONS in query.intents)
