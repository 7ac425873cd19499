"""What clauses mean: the vectors of a message and its clauses, and the network that judges what they ask.

Words tell what is asked where an example had them; vectors tell it where it was asked in other words. A network of one
hidden layer sees a clause beside the message it stands in. Names of medicines are masked in a clause, so that little is
learnt of one medicine; a message has the vector that the search needs in any case, so that it costs nothing more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from bot.reading.clause_features import Analysis
from bot.reading.linear import Values
from bot.safety.danger import QuestionVectors

MASK = "MED"
MOST_ENCODED = 6
"""Clauses of one message whose vectors are made: each takes the time of a short question."""
LIKELY_FROM = 0.05
"""Probability, by its words, that a clause asks anything, from which its vector is made."""
VECTOR_SCALE = 2.0
"""How long the vectors are that the network sees: at length 1 it learns too slowly."""


def clause_texts(analysis: Analysis) -> list[str]:
    """What is encoded of each clause; the only clause of a message is the message as it stands."""
    if len(analysis.clauses) == 1:
        return [analysis.message.text]
    return [masked(analysis, clause.start, clause.end) for clause in analysis.clauses]


def masked(analysis: Analysis, start: int, end: int) -> str:
    """The text between two characters, its names of medicines masked."""
    text, kept, at = analysis.message.text, "", start
    for first, last, _ in analysis.medicines:
        if at <= first and last <= end:
            kept, at = f"{kept}{text[at:first]}{MASK}", last
    return f"{kept}{text[at:end]}".strip()


def worth_encoding(by_words: Values) -> NDArray[np.intp]:
    """The clauses whose vectors are made: those that may ask something, the likeliest where there are many.

    `by_words` is how likely each clause asks each intent, and last something, (clauses, outputs).
    """
    likely = by_words.max(axis=1)
    first = np.argsort(-likely, kind="stable")[:MOST_ENCODED]
    return np.sort(first[likely[first] >= LIKELY_FROM])


def log_odds(likely: Values) -> Values:
    """What probabilities are before the logistic function."""
    held = np.clip(likely, 1e-5, 1 - 1e-5)
    return np.asarray(np.log(held / (1 - held)), dtype=np.float32)


@dataclass(frozen=True)
class Network:
    """A layer of rectified units between the vectors and the outputs; float32."""

    centre: Values
    """Mean of the vectors it was fitted to, (dimensions,)."""
    hidden: Values
    """(2 * dimensions, units)"""
    hidden_intercepts: Values
    output: Values
    """(units, outputs)"""
    output_intercepts: Values
    vector_space: str
    """Name of the space of the vectors; those of another one mean nothing here."""

    def seen(self, clauses: Values, message: Values) -> Values:
        """What it sees of clauses: their vectors beside those of their messages, (clauses, 2 * dimensions)."""
        return beside(clauses, message, self.centre)

    def scores(self, seen: Values) -> Values:
        """Log odds of each output for each clause, (clauses, outputs)."""
        units = np.maximum(seen @ self.hidden + self.hidden_intercepts, 0)
        return np.asarray(units @ self.output + self.output_intercepts, dtype=np.float32)

    def packed(self, name: str) -> dict[str, NDArray[np.generic]]:
        """What it is made of, for a file, in half precision."""
        found: dict[str, NDArray[np.generic]] = {f"{name}_vector_space": np.array(self.vector_space)}
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, np.ndarray):
                found[f"{name}_{field.name}"] = value.astype(np.float16)
        return found


def unpacked_network(packed: Mapping[str, NDArray[np.generic]], name: str) -> Network:
    """The network from what `Network.packed` wrote under this name."""
    names = [field.name for field in fields(Network) if field.name != "vector_space"]
    values = {field: np.asarray(packed[f"{name}_{field}"], dtype=np.float32) for field in names}
    return Network(**values, vector_space=str(packed[f"{name}_vector_space"]))


def beside(clauses: Values, message: Values, centre: Values) -> Values:
    """Vectors of clauses beside those of their messages, about a centre and at one length."""
    parts = [about(clauses, centre), np.broadcast_to(about(message, centre), clauses.shape)]
    return np.asarray(VECTOR_SCALE * np.hstack(parts), dtype=np.float32)


def about(vectors: Values, centre: Values) -> Values:
    """Vectors about a centre, at length 1: those of the encoder all point nearly the same way."""
    moved = vectors - centre
    return np.asarray(moved / np.linalg.norm(moved, axis=-1, keepdims=True), dtype=np.float32)


def vectors_of(texts: Sequence[str], encoder: QuestionVectors) -> Values:
    """One row for each text."""
    return np.stack([encoder.question(text) for text in texts])
