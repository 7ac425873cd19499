"""The model of asks: what each clause of a message asks, and about which medicines.

Logistic regressions learnt from labelled enquiries in all languages (`knowledge/languages/<tag>/examples`), one for
each intent and one for "asks something" over the features of a clause, one for "is about this medicine" and one for
"is the other side of the interaction" over the features of a medicine. A clause may ask several things, or none.

`python -m benchmarks.intents --write` fits them and writes `WEIGHTS`; numpy is all that is needed to use them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.reading.about import Scene, features_of
from bot.reading.clause_features import Analysis, clause_features
from bot.reading.linear import Linear, Values, unpacked
from knowledge.evidence.models import Intent

WEIGHTS = Path(__file__).with_name("asks.npz")
INTENTS = tuple(Intent)
"""The intents in the order of the model's outputs."""
THRESHOLDS = ("asked_from", "something_from", "asked_at_all_from", "about_from", "beside_from")
"""The thresholds of the model in the order in which they are kept."""


@dataclass(frozen=True)
class IntentModel:
    """The weights, and the thresholds from which an output counts; both are the fitting command's."""

    intents: Linear
    """Outputs: each intent, and last that the clause asks something, whatever it is."""
    about: Linear
    """Outputs: the ask is about the medicine; the medicine is the other side of the interaction."""
    asked_from: float
    """Probability from which a clause asks an intent."""
    something_from: float
    """Probability of asking something from which a clause asks its likeliest intent, if that is likely at all."""
    asked_at_all_from: float
    """Probability from which a clause that asks something may ask its likeliest intent. Where nothing else is asked, a
    message of which a clause asks something, or its likeliest intent reaches this, asks its likeliest intent."""
    about_from: float
    beside_from: float
    provenance: str = ""
    """What the weights were fitted to, and by which command."""

    def intents_of(self, analysis: Analysis) -> Values:
        """How likely each clause asks each intent, and something at all, float32, (clauses, intents + 1)."""
        return self.intents.probabilities(clause_features(analysis))

    def medicines_of(self, scene: Scene) -> Values:
        """How likely each medicine of the message is asked about, or the other side; float32, (medicines, 2)."""
        return self.about.probabilities(features_of(scene))

    def save(self, path: Path) -> None:
        """Write the weights."""
        numbers = np.array([getattr(self, name) for name in THRESHOLDS])
        np.savez_compressed(
            path,
            allow_pickle=False,
            **self.intents.packed("intents"),
            **self.about.packed("about"),
            thresholds=numbers,
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
        **dict(zip(THRESHOLDS, map(float, packed["thresholds"]), strict=True)),
        provenance=str(packed["provenance"]),
    )


@lru_cache(maxsize=1)
def load_intent_model() -> IntentModel:
    """The model that ships with Farmasvar."""
    with np.load(WEIGHTS, allow_pickle=False) as packed:
        return unpacked_model(packed)
