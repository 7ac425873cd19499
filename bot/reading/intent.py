"""The model of asks: what each clause of a message asks, and about which medicines.

Logistic regressions learnt from labelled enquiries in all languages (`knowledge/languages/<tag>/examples`), one for
each intent and one for "asks something" over the features of a clause, one for "is about this medicine" and one for
"is the other side of the interaction" over the features of a medicine. A clause may ask several things, or none.
A small network on the vectors of clauses judges the same (`bot.reading.meaning`); where there are vectors, both count.

`python -m benchmarks.intents --write` fits them and writes `WEIGHTS`; numpy is all that is needed to use them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.reading.about import Scene, features_of
from bot.reading.clause_features import Analysis, clause_features
from bot.reading.linear import Linear, Values, unpacked
from bot.reading.meaning import (
    Network,
    clause_texts,
    log_odds,
    unpacked_network,
    vectors_of,
    worth_encoding,
)
from bot.safety.danger import QuestionVectors
from knowledge.evidence.models import Intent

WEIGHTS = Path(__file__).with_name("asks.npz")
INTENTS = tuple(Intent)
"""The intents in the order of the model's outputs."""
WORDS_SHARE = 0.5
"""What the words of a clause count where its meaning counts as well."""


class AskedFrom(NamedTuple):
    """The probabilities from which something is asked."""

    intent: float
    """From which a clause asks an intent."""
    something: float
    """That it asks something, from which a clause asks its likeliest intent, if that is likely at all."""
    at_all: float
    """From which a clause that asks something may ask its likeliest intent. Where nothing else is asked, a message of
    which a clause asks something, or its likeliest intent reaches this, asks its likeliest intent."""


class Likely(NamedTuple):
    """How likely each clause asks each intent, and something at all, float32, (clauses, intents + 1); and from when."""

    values: Values
    asked_from: AskedFrom


@dataclass(frozen=True)
class IntentModel:
    """The weights, and the thresholds from which an output counts; both are the fitting command's."""

    intents: Linear
    """Outputs: each intent, and last that the clause asks something, whatever it is."""
    about: Linear
    """Outputs: the ask is about the medicine; the medicine is the other side of the interaction."""
    meaning: Network
    """Outputs: those of `intents`."""
    asked_from: AskedFrom
    asked_from_by_words: AskedFrom
    """The same where there are no vectors."""
    about_from: float
    beside_from: float
    provenance: str = ""
    """What the weights were fitted to, and by which command."""

    def intents_of(self, analysis: Analysis, encoder: QuestionVectors | None = None) -> Likely:
        """How likely each clause asks each intent; by words alone without an encoder, or with one that fails.

        So is a message that names no medicine: it mostly leans on what was said before, and no example does.
        """
        by_words = self.intents.probabilities(clause_features(analysis))
        if encoder is None or not analysis.medicines or encoder.model != self.meaning.vector_space:
            return Likely(by_words, self.asked_from_by_words)
        places = worth_encoding(by_words)
        if not places.size:
            return Likely(by_words, self.asked_from)
        texts = clause_texts(analysis)
        try:
            message = encoder.question(analysis.message.text)
            clauses = vectors_of([texts[place] for place in places], encoder)
        except Exception:  # whatever is broken in the encoder, the words can still be judged
            return Likely(by_words, self.asked_from_by_words)
        return Likely(self.judged(by_words, places, clauses, message), self.asked_from)

    def judged(self, by_words: Values, places: NDArray[np.intp], clauses: Values, message: Values) -> Values:
        """What words and meaning say together; `clauses` are the vectors of the clauses at these places."""
        both = by_words.copy()
        if len(places):
            scores = self.meaning.scores(self.meaning.seen(clauses, message))
            together = WORDS_SHARE * log_odds(by_words[places]) + (1 - WORDS_SHARE) * scores
            both[places] = 1 / (1 + np.exp(-together))
        return both

    def medicines_of(self, scene: Scene) -> Values:
        """How likely each medicine of the message is asked about, or the other side; float32, (medicines, 2)."""
        return self.about.probabilities(features_of(scene))

    def save(self, path: Path) -> None:
        """Write the weights."""
        np.savez_compressed(
            path,
            allow_pickle=False,
            **self.intents.packed("intents"),
            **self.about.packed("about"),
            **self.meaning.packed("meaning"),
            asked_from=np.array([self.asked_from, self.asked_from_by_words]),
            named_from=np.array([self.about_from, self.beside_from]),
            names=np.array([intent.value for intent in INTENTS]),
            provenance=np.array(self.provenance),
        )


def unpacked_model(packed: Mapping[str, NDArray[np.generic]]) -> IntentModel:
    """The model from what `IntentModel.save` wrote.

    Raises `ValueError` where it was fitted to other intents or features.
    """
    if tuple(packed["names"]) != tuple(intent.value for intent in INTENTS):
        raise ValueError("the model of asks was fitted to other intents; run `python -m benchmarks.intents --write`")
    return IntentModel(
        intents=unpacked(packed, "intents"),
        about=unpacked(packed, "about"),
        meaning=unpacked_network(packed, "meaning"),
        asked_from=AskedFrom(*map(float, packed["asked_from"][0])),
        asked_from_by_words=AskedFrom(*map(float, packed["asked_from"][1])),
        about_from=float(packed["named_from"][0]),
        beside_from=float(packed["named_from"][1]),
        provenance=str(packed["provenance"]),
    )


@lru_cache(maxsize=1)
def load_intent_model() -> IntentModel:
    """The model that ships with Farmasvar."""
    with np.load(WEIGHTS, allow_pickle=False) as packed:
        return unpacked_model(packed)
