"""Fits and measures the decision whether the library answers a question at all (`retrieval.coverage`).

    python -m benchmarks.coverage --corpora PATH [--positives 60] [--negatives 150]

Covered questions are those written for the claims, each asked while it is withheld: its own passage and the English
one nearest to it (its translation) are taken from index and library. Uncovered ones are
`data/not_covered.yaml` (near the library's subjects) and samples of public collections in PATH: `medicationqa`,
`mkqa-en-sv-fi`, `covid-faq`, `normedqa`, `medqa-swe` (first sentences) and `medquad-drug-questions`, all `.jsonl.gz`;
those that speak of magnesium, cramps or restless legs are left out. Prints coefficients, and what share of questions
is answered, after the vetoes (a medicine the library does not hold, no claim whose codes admit the question).

The threshold comes from a target: the lowest at which at most `TARGET` of the uncovered questions are answered, our
own and the public ones counting alike, by models that were fitted without the questions they judge.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np
import yaml
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from benchmarks.withheld import Withholding
from bot.conversation import Conversation
from bot.settings import load_settings
from bot.understanding import understand
from bot.wiring import opened_index, question_encoder
from knowledge.languages import LANGUAGES, load_languages
from knowledge.library import Library, load_library
from knowledge.substances import load_substances
from retrieval.coverage import ANSWER_FROM, Signals, judge, ordinary_words, probability
from retrieval.recognition import Recogniser
from retrieval.search import HybridSearch

NOT_COVERED = Path(__file__).parent / "data" / "not_covered.yaml"
HARD = "not_covered"
CLAIMS = "claims"
TARGET = 0.02
"""Share of uncovered questions that may be answered, hard and public ones counting alike."""
FOLDS = 5
SEED = 1
_OURS = re.compile(r"magnes|cramp|kramp|krämpf|krampf|restless|rastl|rusteloze|suonenve|levottom", re.IGNORECASE)
_NYNORSK = re.compile(r"\b(ikkje|kva|kvifor|korleis|ein|eit|frå|eg)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


class Question(NamedTuple):
    """A question to be judged."""

    text: str
    language: str
    source: str
    kind: str
    group: str
    """Questions of one group (translations of each other) stay in one fold."""
    claim: str = ""


class Judged(NamedTuple):
    """A question with its signals, or with what kept it from an answer before any were looked at."""

    question: Question
    signals: Signals | None
    veto: Literal["request", "no admissible claim"] | None


def covered_questions(library: Library, count: int) -> Iterator[Question]:
    """At most so many questions of each language that were written for claims."""
    for language in LANGUAGES:
        found = [
            Question(text, language, CLAIMS, claim.intent.value, reference, reference)
            for reference, (_, claim) in library.claims.items()
            for text in claim.questions.get(language, ())
        ]
        random.Random(SEED).shuffle(found)
        yield from found[:count]


def hard_questions() -> Iterator[Question]:
    """Our own uncovered questions; a kind stays in one fold, since its questions are alike in all languages."""
    for language, kinds in yaml.safe_load(NOT_COVERED.read_text(encoding="utf-8")).items():
        for kind, texts in kinds.items():
            for text in texts:
                yield Question(text, language, HARD, kind, kind)


def _first_sentence(text: str) -> str:
    return _SENTENCE_END.split(text.strip())[0]


PUBLIC: dict[str, Callable[[dict[str, Any]], list[tuple[str, str]]]] = {
    "medicationqa": lambda row: [("en", row["question"])],
    "mkqa-en-sv-fi": lambda row: [(language, row[language]) for language in ("en", "sv", "fi")],
    "covid-faq": lambda row: [(row["lang"], row["question"])] if row["lang"] in ("de", "sv") else [],
    "normedqa": lambda row: [("nn" if _NYNORSK.search(row["question"]) else "nb", row["question"])],
    "medqa-swe": lambda row: [("sv", _first_sentence(row["question"]))],
    "medquad-drug-questions": lambda row: [("en", row["question"])],
}
"""Languages and questions of a row of each collection."""


def public_questions(corpora: Path, count: int) -> Iterator[Question]:
    """At most so many questions of each collection and language, none of them about our subjects."""
    for name, read in PUBLIC.items():
        by_language: dict[str, list[Question]] = {}
        for line in gzip.decompress((corpora / f"{name}.jsonl.gz").read_bytes()).splitlines():
            row = json.loads(line)
            for language, text in read(row):
                if not _OURS.search(text):
                    by_language.setdefault(language, []).append(Question(text, language, name, "", row["id"]))
        for found in by_language.values():
            random.Random(SEED).shuffle(found)
            yield from found[:count]


class Judge:
    """Judges questions as the assistant does, with what was written for them withheld."""

    def __init__(self, folder: Path) -> None:
        settings = load_settings()
        self.library = load_library()
        self._languages = load_languages()
        encoder = question_encoder(settings)
        opened_index(settings.index_path, self.library, encoder)  # brings it up to date
        self._withholding = Withholding(self.library, settings.index_path, encoder, folder)
        self._recogniser = Recogniser(self.library.terminology, load_substances(), self.library.concepts)
        self._ordinary = ordinary_words(self._languages.values())

    def __call__(self, question: Question) -> Judged:
        """The signals of a question."""
        if not question.claim:
            return self._judged(question, self.library, self._withholding.whole)
        with self._withholding.without(question.claim, question.language, question.text) as (library, search):
            return self._judged(question, library, search)

    def _judged(self, question: Question, library: Library, search: HybridSearch) -> Judged:
        language = self._languages[question.language]
        understood = understand(question.text, language, Conversation(), library, self._recogniser)
        if understood.request or understood.about_animals:
            return Judged(question, None, "request")
        judgement = judge(understood.query, search, library, self._recogniser, self._ordinary)
        return Judged(question, judgement.signals, None) if judgement else Judged(question, None, "no admissible claim")


Numbers = NDArray[np.float64]
Chances = dict[str, float]
"""By question, the probability that it is covered; those vetoed are not there."""


def matrix(judged: Sequence[Judged]) -> Numbers:
    """The signals of questions that were not vetoed, a row each."""
    return np.array([list(item.signals.model_dump().values()) for item in judged if item.signals], dtype=np.float64)


def weights_of(judged: Sequence[Judged]) -> Numbers:
    """Weights by which covered questions count as much as uncovered ones, and hard ones as much as all the others."""
    groups = [
        "covered" if item.question.source == CLAIMS else HARD if item.question.source == HARD else "public"
        for item in judged
    ]
    share = {"covered": 0.5, HARD: 0.25, "public": 0.25}
    return np.array([len(groups) * share[group] / groups.count(group) for group in groups])


def fitted(signals: Numbers, covered: Numbers, weights: Numbers) -> tuple[Numbers, float]:
    """Coefficients and intercept of a logistic regression over the signals as they are."""
    model = make_pipeline(StandardScaler(), LogisticRegression(C=1.0, max_iter=1000))
    model.fit(signals, covered, logisticregression__sample_weight=weights)
    scaler, regression = model[0], model[1]
    coefficients = regression.coef_[0] / scaler.scale_
    return coefficients, float(regression.intercept_[0] - coefficients @ scaler.mean_)


def cross_validated(signals: Numbers, covered: Numbers, weights: Numbers, groups: Sequence[str]) -> Numbers:
    """The probability of each question from the model that was fitted without its group."""
    result = np.zeros(len(covered))
    for train, test in GroupKFold(FOLDS).split(signals, covered, groups):
        coefficients, intercept = fitted(signals[train], covered[train], weights[train])
        result[test] = 1.0 / (1.0 + np.exp(-(signals[test] @ coefficients + intercept)))
    return result


def answered(judged: Sequence[Judged], probabilities: Chances, threshold: float) -> float:
    """Share of the questions that are answered; those vetoed are not."""
    told = [probabilities.get(_key(item.question), 0.0) >= threshold for item in judged]
    return sum(told) / len(told) if told else 0.0


def _key(question: Question) -> str:
    return f"{question.language} {question.text}"


def threshold_for(hard: Sequence[Judged], public: Sequence[Judged], chances: Chances, allowed: float) -> float:
    """The lowest threshold at which at most the allowed share of uncovered questions is answered.

    Hard and public ones count alike, however many there are of each.
    """
    weights = {_key(item.question): 0.5 / len(group) for group in (hard, public) for item in group}
    answered_so_far = 0.0
    for key in sorted(weights, key=lambda key: -chances.get(key, 0.0)):
        answered_so_far += weights[key]
        if answered_so_far > allowed:
            return chances.get(key, 0.0) + 1e-6
    return 0.0


def print_table(judged: Sequence[Judged], probabilities: Chances, threshold: float) -> None:
    """Share answered by source and language."""
    print(f"\nshare answered from {threshold:.3f}, in per cent (number of questions; vetoed before any signal)")
    cells = dict.fromkeys((item.question.source, item.question.language) for item in judged)
    for source in dict.fromkeys(source for source, _ in cells):
        for language in (*LANGUAGES, "all"):
            found = [
                item for item in judged
                if item.question.source == source and language in (item.question.language, "all")
            ]
            if found:
                share, vetoed = answered(found, probabilities, threshold), sum(item.signals is None for item in found)
                print(f"  {source:24} {language:4} {100 * share:6.1f}  ({len(found)}; {vetoed})")


def print_trade_off(judged: Sequence[Judged], probabilities: Chances) -> None:
    """Share of covered questions answered against the share of hard and of public uncovered ones."""
    covered, hard, public = split(judged)
    print("\n    allowed   threshold   covered   hard uncovered   public uncovered   (share answered, per cent)")
    for allowed in (0.003, 0.005, 0.01, 0.015, 0.02, 0.03, 0.04, 0.05, 0.1):
        threshold = threshold_for(hard, public, probabilities, allowed)
        shares = [100 * answered(found, probabilities, threshold) for found in (covered, hard, public)]
        print(f"  {100 * allowed:9.1f} {threshold:11.3f} {shares[0]:9.1f} {shares[1]:16.1f} {shares[2]:18.1f}")


def split(judged: Sequence[Judged]) -> tuple[list[Judged], list[Judged], list[Judged]]:
    """Covered, hard uncovered and public uncovered questions."""
    return (
        [item for item in judged if item.question.source == CLAIMS],
        [item for item in judged if item.question.source == HARD],
        [item for item in judged if item.question.source not in (CLAIMS, HARD)],
    )


def print_errors(judged: Sequence[Judged], probabilities: Chances, threshold: float) -> None:
    """Every covered question refused and every uncovered one answered."""
    for item in judged:
        chance, covered = probabilities.get(_key(item.question), 0.0), item.question.source == CLAIMS
        if covered != (chance >= threshold):
            name = "refused" if covered else "answered"
            question = item.question
            print(f"  {name} {chance:.2f} {question.source} {question.kind} {question.claim} {question.language}: "
                  f"{question.text[:120]}{f' ({item.veto})' if item.veto else ''}")


def report(judged: Sequence[Judged], *, errors: bool) -> None:
    """Fits the model and prints every figure."""
    open_ones = [item for item in judged if item.signals]
    signals, weights = matrix(open_ones), weights_of(open_ones)
    covered = np.array([float(item.question.source == CLAIMS) for item in open_ones])
    coefficients, intercept = fitted(signals, covered, weights)
    print(f"{len(judged)} questions, {len(open_ones)} of them not vetoed")
    print(f"coefficients (fitted to all):\n  intercept {intercept:.3f}")
    for name, value, spread in zip(Signals.model_fields, coefficients, signals.std(axis=0), strict=True):
        print(f"  {name:20} {value:8.3f}   (per standard deviation {value * spread:6.2f})")

    chances = cross_validated(signals, covered, weights, [item.question.group for item in open_ones])
    hard = np.array([item.question.source in (CLAIMS, HARD) for item in open_ones])
    print(f"area under the curve, {FOLDS} folds, not vetoed: all {roc_auc_score(covered, chances):.3f}, "
          f"hard {roc_auc_score(covered[hard], chances[hard]):.3f}")
    crossed = {_key(item.question): float(chance) for item, chance in zip(open_ones, chances, strict=True)}
    print_trade_off(judged, crossed)
    threshold = threshold_for(*split(judged)[1:], crossed, TARGET)
    print(f"\nthreshold for the target of {100 * TARGET:g} %: {threshold:.3f}")
    print_table(judged, crossed, threshold)
    print("\nwith the coefficients in retrieval/coverage.py:")
    shipped = {_key(item.question): probability(item.signals) for item in open_ones if item.signals}
    print_trade_off(judged, shipped)
    print_table(judged, shipped, ANSWER_FROM)
    if errors:
        print_errors(judged, shipped, ANSWER_FROM)


def main() -> None:
    """Builds the questions, judges and reports."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the public collections")
    parser.add_argument("--positives", type=int, default=60, help="covered questions of each language")
    parser.add_argument("--negatives", type=int, default=150, help="questions of each public collection and language")
    parser.add_argument("--errors", action="store_true", help="list every question judged wrongly")
    options = parser.parse_args()
    from tqdm import tqdm

    with tempfile.TemporaryDirectory() as folder:
        judge_question = Judge(Path(folder))
        questions = [
            *covered_questions(judge_question.library, options.positives),
            *hard_questions(),
            *public_questions(options.corpora, options.negatives),
        ]
        shown = tqdm(questions, disable=not sys.stderr.isatty(), leave=False)
        report([judge_question(question) for question in shown], errors=options.errors)


if __name__ == "__main__":
    main()
