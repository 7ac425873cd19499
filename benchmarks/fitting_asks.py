"""Fits the model of asks (`bot.reading.intent`) to labelled enquiries, and chooses its thresholds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks.fitting_meaning import fitted_network
from benchmarks.labelled import Example, Need, found_message, recogniser
from bot.reading.about import Asking, Scene, features_of
from bot.reading.asks import runs_of
from bot.reading.clause_features import BUCKETS, Analysis, Features, analysed, clause_features
from bot.reading.intent import INTENTS, AskedFrom, IntentModel, Likely
from bot.reading.linear import Linear, Values
from bot.reading.meaning import clause_texts, masked, worth_encoding
from bot.reading.message import Message
from knowledge.evidence.models import Intent
from knowledge.languages import LANGUAGES

FOLDS = 5
LONG = 22
"""Words from which an enquiry is mostly the description of a case."""
INTENTS_COST, ABOUT_COST = 5.0, 0.1
"""How dearly an example on the wrong side is paid for."""
ASKED, SOMETHING, AT_ALL = (0.4, 0.45, 0.5, 0.55), (0.5, 0.65, 0.8), (0.1, 0.15, 0.2, 0.3)
NAMED = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
"""Thresholds that are tried: of an intent, of something asked, of the likeliest intent of a message, of a medicine."""


class Count(NamedTuple):
    """Hits, how many were read, how many there are."""

    hits: int = 0
    read: int = 0
    gold: int = 0

    def __add__(self, other: Any) -> Count:
        return Count(*(one + more for one, more in zip(self, other, strict=True)))

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.hits / (self.read + self.gold) if self.read + self.gold else 1.0


def matrix(rows: Sequence[Features]) -> csr_matrix:
    """Rows of features as a sparse matrix."""
    starts = np.cumsum([0, *map(len, rows)])
    numbers = np.fromiter((key for row in rows for key in row), dtype=np.intp)
    values = np.fromiter((value for row in rows for value in row.values()), dtype=np.float64)
    return csr_matrix((values, numbers, starts), shape=(len(rows), BUCKETS))


class Seen(NamedTuple):
    """What the models see of the examples: a row for each clause, and for each medicine of each ask."""

    of: list[Analysis]
    clauses: csr_matrix
    clause_of: np.ndarray
    """The example of each clause."""
    asked: list[tuple[int, int, list[int]]]
    """For each labelled ask its example, the column of its intent, and the rows of the clauses that its words cover."""
    medicines: csr_matrix
    medicine_of: np.ndarray
    ask_of: np.ndarray
    """The ask that each of those rows belongs to, counted from 0."""
    about: np.ndarray
    beside: np.ndarray
    is_pair: np.ndarray
    vectors: Values
    """The vector of each clause, and beside it that of its message, (clauses, 2, dimensions)."""


def seen(listed: Sequence[Example], messages: Sequence[Message], encode: Callable[[Sequence[str]], Values]) -> Seen:
    """The examples as the models see them; `encode` gives the vectors of questions.

    Which medicines an ask is about is learnt twice of each enquiry: with the names as labelled, and with those that the
    recogniser finds, among them measured values and excipients, of which nothing is asked.
    """
    rows: list[Features] = []
    clause_of: list[int] = []
    asked: list[tuple[int, int, list[int]]] = []
    analyses = [analysed(message) for message in messages]
    for place, (example, analysis) in enumerate(zip(listed, analyses, strict=True)):
        first = len(rows)
        rows += clause_features(analysis)
        clause_of += [place] * len(analysis.clauses)
        for labelled in example.needs:
            covered = covered_clauses(analysis, labelled.span)
            asked.append((place, INTENTS.index(Intent(labelled.intent)), [first + clause for clause in covered]))
    pairs: list[Features] = []
    judged: list[tuple[int, int, bool, bool, bool]] = []
    for place, example in enumerate(listed):
        for analysis in (analyses[place], analysed(found_message(example))) if example.is_measured else ():
            for scene, labelled in scenes(example, analysis):
                pairs += features_of(scene)
                ask = judged[-1][1] + 1 if judged else 0
                judged += [(place, ask, *truth) for truth in labelled_medicines(scene, labelled)]
    columns = (np.array(column) for column in zip(*judged, strict=True))
    texts = encoded_texts(listed, analyses)
    vectors = encode([text for pair in texts for text in pair]).reshape(len(texts), 2, -1)
    return Seen(analyses, matrix(rows), np.array(clause_of), asked, matrix(pairs), *columns, vectors)


def scenes(example: Example, analysis: Analysis) -> Iterator[tuple[Scene, Need]]:
    """Each labelled ask among the medicines of its message."""
    found = []
    for labelled in example.needs:
        covered = covered_clauses(analysis, labelled.span)
        start, end = analysis.clauses[covered[0]].start, analysis.clauses[covered[-1]].end
        found.append(Asking(Intent(labelled.intent), start, end))
    for asking, labelled in zip(found, example.needs, strict=True):
        yield Scene(analysis, asking, tuple(found)), labelled


def labelled_medicines(scene: Scene, labelled: Need) -> Iterator[tuple[bool, bool, bool]]:
    """For each thing named whether the ask is about it, whether it is the other side, and whether it asks of a pair."""
    is_pair = labelled.intent == Intent.INTERACTIONS
    about = labelled.medicines | labelled.beside if is_pair else labelled.medicines
    for named in scene.named:
        known = {*named.medicines, *map(recogniser().terminology.inn, named.medicines)}
        yield not about.isdisjoint(known), not labelled.beside.isdisjoint(known), is_pair


def encoded_texts(listed: Sequence[Example], analyses: Sequence[Analysis]) -> list[tuple[str, str]]:
    """What is encoded of each clause and of its message.

    In sentences beside the patterns and questions of cards names are masked: few medicines have cards.
    """
    found = []
    for example, analysis in zip(listed, analyses, strict=True):
        text = analysis.message.text
        if example.is_measured:
            found += [(clause, text) for clause in clause_texts(analysis)]
        else:
            whole = masked(analysis, 0, len(text))
            found += [(masked(analysis, clause.start, clause.end), whole) for clause in analysis.clauses]
    return found


def covered_clauses(analysis: Analysis, span: str) -> list[int]:
    """The clauses that the labelled words cover for the greater part, at least the one that fits best."""
    start = max(analysis.message.text.find(span), 0)
    end = start + len(span)
    shared = [min(clause.end, end) - max(clause.start, start) for clause in analysis.clauses]
    inside = [
        place
        for place, clause in enumerate(analysis.clauses)
        if shared[place] > 0.5 * min(clause.end - clause.start, end - start)
    ]
    return inside or [int(np.argmax(shared))]


def labels(shown: Seen, likely: Values | None) -> np.ndarray:
    """Which clause asks which intent.

    Where an ask covers several clauses, those count that a first model thinks likely, and the likeliest in any case.
    """
    found = np.zeros((shown.clauses.shape[0], len(INTENTS)), dtype=bool)
    for _, column, rows in shown.asked:
        if likely is None or len(rows) == 1:
            found[rows, column] = True
        else:
            best = max(rows, key=lambda row: likely[row, column])
            found[[row for row in rows if row == best or likely[row, column] > 0.5], column] = True
    return found


def regressions(rows: csr_matrix, columns: Iterable[np.ndarray], cost: float, weights_of: np.ndarray | None) -> Linear:
    """One logistic regression a column; `weights_of` is what each row counts."""
    weights, intercepts = [], []
    for column in columns:
        fitted = LogisticRegression(C=cost, solver="liblinear", dual=True, tol=0.1, max_iter=500, random_state=1)
        fitted.fit(rows, column, sample_weight=weights_of)
        weights.append(fitted.coef_[0].astype(np.float32))
        intercepts.append(float(fitted.intercept_[0]))
    return Linear(np.array(weights).T.copy(), np.array(intercepts, dtype=np.float32))


def scored(model: Linear, rows: csr_matrix) -> Values:
    """Probabilities of many rows at once."""
    return np.asarray(1 / (1 + np.exp(-(rows @ model.weights + model.intercepts))), dtype=np.float32)


def fit(shown: Seen, learnt: np.ndarray, counting: np.ndarray) -> IntentModel:
    """The model learnt from some of the examples, each counting as it should; its thresholds are still to be set."""
    here = learnt[shown.clause_of]
    counts_for = counting[shown.clause_of][here]
    intents = regressions(shown.clauses[here], labels(shown, None)[here].T, INTENTS_COST, counts_for)
    refined = labels(shown, scored(intents, shown.clauses))
    with_any = np.column_stack([refined, refined.any(axis=1)])
    intents = regressions(shown.clauses[here], with_any[here].T, INTENTS_COST, counts_for)
    meaning = fitted_network(shown.vectors[here], with_any[here], counts_for)
    there = learnt[shown.medicine_of]
    pair = there & shown.is_pair
    about = regressions(shown.medicines[there], [shown.about[there]], ABOUT_COST, None)
    beside = regressions(shown.medicines[pair], [shown.beside[pair]], ABOUT_COST, None)
    both = Linear(np.hstack([about.weights, beside.weights]), np.concatenate([about.intercepts, beside.intercepts]))
    return IntentModel(intents, both, meaning, AskedFrom(0.5, 0.5, 0.5), AskedFrom(0.5, 0.5, 0.5), 0.5, 0.5)


def f1_of_choice(chosen: np.ndarray, gold: np.ndarray) -> float:
    """F1 of a yes or no."""
    return Count(int((chosen & gold).sum()), int(chosen.sum()), int(gold.sum())).f1


def right_choices(likely: np.ndarray, share: float, gold: np.ndarray, ask_of: np.ndarray) -> float:
    """The share of asks of which exactly the right medicines are chosen, the likeliest of an ask in any case."""
    best = np.zeros(ask_of.max() + 1)
    np.maximum.at(best, ask_of, likely)
    chosen = (likely >= share) | (likely == best[ask_of])
    return 1 - len(np.unique(ask_of[chosen != gold])) / len(np.unique(ask_of))


def thresholds(
    models: Sequence[IntentModel], shown: Seen, listed: Sequence[Example], fold: np.ndarray
) -> dict[str, Any]:
    """The thresholds with the highest F1 of intents, and of medicines given the words that ask.

    Each example is judged by the model that has not seen it; sentences beside the patterns, which all have, are not.
    """
    clauses = np.zeros((shown.clauses.shape[0], len(INTENTS) + 1), dtype=np.float32)
    medicines = np.zeros((shown.medicines.shape[0], 2), dtype=np.float32)
    for number, model in enumerate(models):
        of_clauses, of_medicines = fold[shown.clause_of] == number, fold[shown.medicine_of] == number
        clauses[of_clauses] = scored(model.intents, shown.clauses[of_clauses])
        medicines[of_medicines] = scored(model.about, shown.medicines[of_medicines])
    starts = np.searchsorted(shown.clause_of, np.arange(len(listed) + 1))
    judged_both = clauses.copy()
    for place in np.flatnonzero([example.is_measured for example in listed]):
        here = slice(starts[place], starts[place + 1])
        if len(of_words := clauses[here]):
            asking, of_message = worth_encoding(of_words), shown.vectors[here.start, 1]
            vectors = shown.vectors[here][asking, 0]
            judged_both[here] = models[fold[place]].judged(of_words, asking, vectors, of_message)
    asked_from, by_words = (asked_thresholds(listed, shown, one, starts) for one in (judged_both, clauses))
    pairs = shown.is_pair
    about = max(NAMED, key=lambda share: right_choices(medicines[:, 0], share, shown.about, shown.ask_of))
    beside = max(NAMED, key=lambda share: f1_of_choice(medicines[pairs, 1] >= share, shown.beside[pairs]))
    return {
        "asked_from": asked_from, "asked_from_by_words": by_words, "about_from": about, "beside_from": beside,
    }  # fmt: skip


def asked_thresholds(
    listed: Sequence[Example], shown: Seen, likely: Values, starts: np.ndarray
) -> AskedFrom:
    """The thresholds with the highest F1 of intents, those of short messages and of long ones counting alike."""
    best, chosen, told = -1.0, AskedFrom(0.5, 0.5, 0.5), ""
    for tried in map(AskedFrom._make, product(ASKED, SOMETHING, AT_ALL)):
        totals = {True: Count(), False: Count()}
        for place in np.flatnonzero([example.is_measured for example in listed]):
            runs = runs_of(shown.of[place], Likely(likely[starts[place] : starts[place + 1]], tried))
            read = Counter(run.intent.value for run in runs)
            gold = Counter(one.intent for one in listed[place].needs)
            totals[is_long(listed[place])] += Count((gold & read).total(), read.total(), gold.total())
        found = sum(total.f1 for total in totals.values()) / len(totals)
        if found > best:
            best, chosen = found, tried
            told = ", ".join(f"{name} {totals[long].f1:.3f}" for long, name in ((False, "short"), (True, "long")))
    print(f"F1 of intents at {chosen}, held out: {told}")
    return chosen


def is_long(example: Example) -> bool:
    """Whether it is long enough to describe a case."""
    return len(example.text.split()) >= LONG


def folds_of(listed: Sequence[Example], *, by_language: bool) -> np.ndarray:
    """The part of the examples that each belongs to: its language, or one of `FOLDS`.

    Sentences beside the patterns and questions of cards are in no part but that of their language (else -1).
    """
    if by_language:
        return np.array([LANGUAGES.index(example.language) for example in listed])
    return np.array([place % FOLDS if example.is_measured else -1 for place, example in enumerate(listed)])
