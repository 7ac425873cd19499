"""Fits and measures the decision whether the library answers an ask at all (`retrieval.answerable`).

    python -m benchmarks.coverage --corpora PATH [--enquiries PATH] [--positives 60] [--negatives 150] [--write]

Covered questions are those written for the claims, each asked while it is withheld: its own passage and the English
one nearest to it (its translation) are taken from index and library. Half of them are asked once more of the library
without any questions at all, as cards are that are only coded. Uncovered ones are `data/not_covered.yaml` (near the
subjects of the cards with questions), half of them asked of both libraries. Plain questions on the three invented
medicines of the tests, whose cards have one sentence a claim, are covered or not (`data/coded_cards.yaml`), and so are
questions on all the cards of the library (`data/library_questions.yaml`). Further uncovered ones are labelled enquiries
in the folder `--enquiries` (one a line, `.jsonl`) that name medicines, and samples of public collections in PATH:
`medicationqa`, `mkqa-en-sv-fi`, `covid-faq`, `normedqa`, `medqa-swe` (first sentences) and `medquad-drug-questions`,
all `.jsonl.gz`; those that speak of magnesium, cramps or restless legs are left out. Every ask of a question is judged;
the question is answered where one of them is. Prints coefficients, and what share of questions is answered, after the
vetoes (a medicine the library does not hold, no claim whose codes admit the ask). `--write` writes the weights that
`retrieval.answerable` reads.

The threshold comes from a target: the lowest at which at most `TARGET` of the uncovered questions are answered, our
own and all others counting alike, by models that were fitted without the questions they judge.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
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

from benchmarks.withheld import Withholding, library_without_questions
from bot.app.settings import load_settings
from bot.app.wiring import opened_index, question_encoder
from bot.dialogue.state import Conversation
from bot.reading.reader import Reader
from bot.reading.understanding import understand
from knowledge.evidence.library import Library, load_library
from knowledge.languages import LANGUAGES, load_languages
from knowledge.terminology.analytes import load_analytes
from knowledge.terminology.linking import Recogniser
from knowledge.terminology.substance_names import load_substances
from retrieval.answerable import WEIGHTS, WEIGHTS_FILE, Judgement, Weights, judge, ordinary_words, probability
from retrieval.embedding import Encoder
from retrieval.index import open_index
from retrieval.index_place import IndexFile
from retrieval.index_writer import build_index
from retrieval.passages import card_sources
from retrieval.search import HybridSearch
from retrieval.signals import NEAREST_OF, Signals
from tests.bot.three_medicines import MEDICINES, PARTNER, TREATS, three_medicines

NOT_COVERED = Path(__file__).parent / "data" / "not_covered.yaml"
CODED_CARDS = Path(__file__).parent / "data" / "coded_cards.yaml"
LIBRARY_QUESTIONS = Path(__file__).parent / "data" / "library_questions.yaml"
HARD = "not_covered"
CLAIMS = "claims"
BARE, HARD_BARE = "claims, coded only", "not_covered, coded only"
"""Asked of the library without any questions."""
CODED, CODED_NOT = "coded cards", "coded cards, not covered"
"""Asked of the three invented medicines of the tests, whose claims have one sentence and no question."""
WHOLE, WHOLE_NOT = "whole library", "whole library, not covered"
"""Asked of the whole library, most of whose cards have no question either."""
ENQUIRIES = "enquiries"
COVERED = (CLAIMS, BARE, CODED, WHOLE)
NEAR_MISSES = (HARD, WHOLE_NOT)
"""Our own uncovered questions; `HARD_BARE` asks the first once more."""
DECIMALS = 3
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
    """A question with the signals of its asks, or with what kept it from an answer before any were looked at."""

    question: Question
    signals: tuple[Signals, ...]
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


def enquiries(folder: Path, count: int) -> Iterator[Question]:
    """At most so many labelled enquiries of each file, on medicines and on none of our subjects."""
    for path in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        found = [
            Question(row["text"], row["language"], ENQUIRIES, "", row["id"])
            for row in rows
            if row["medicines_mentioned"] and not row["urgent"] and not _OURS.search(row["text"])
        ]
        random.Random(SEED).shuffle(found)
        yield from found[:count]


def coded_questions() -> Iterator[Question]:
    """Plain questions on the three invented medicines, those that their cards answer and those they do not."""
    for source, by_language in yaml.safe_load(CODED_CARDS.read_text(encoding="utf-8")).items():
        for language, texts in by_language.items():
            for text, medicine in itertools.product(texts, MEDICINES):
                filled = text.format(medicine=medicine, condition=TREATS[medicine], partner=PARTNER[medicine])
                yield Question(filled, language, CODED if source == "covered" else CODED_NOT, "", f"coded {language}")


def library_questions(library: Library) -> Iterator[Question]:
    """Questions on all cards: those that one answers, and those that none does, the same medicine in one fold."""
    recogniser, _ = _reader_of(library)
    listed = yaml.safe_load(LIBRARY_QUESTIONS.read_text(encoding="utf-8"))
    for card, tagged in listed["covered"].items():
        for language, text in (one.split(": ", 1) for one in tagged):
            yield Question(text, language, WHOLE, card, card)
    for language, texts in listed["not_covered"].items():
        for text in texts:
            named = [mention.concept for mention in recogniser.mentions(text) if mention.kind == "medicine"]
            yield Question(text, language, WHOLE_NOT, "", f"near {next(iter(named), language)}")


class Judge:
    """Judges questions as the assistant does, with what was written for them withheld."""

    def __init__(self, folder: Path) -> None:
        settings = load_settings()
        self.library = load_library()
        self._languages = load_languages()
        encoder = question_encoder(settings)
        opened_index(IndexFile(settings.index_path), self.library, encoder)  # brings it up to date
        self._withholding = Withholding(self.library, settings.index_path, encoder, folder)
        (folder / "coded").mkdir()
        self._bare = library_without_questions(self.library)
        self._bare_search = Withholding(self._bare, settings.index_path, encoder, folder / "coded").whole
        self._invented = three_medicines()
        build_index(folder / "invented.sqlite", card_sources(self._invented), encoder, self._invented.version)
        invented = open_index(
            folder / "invented.sqlite", model=encoder.model, library_version=self._invented.version
        )
        self._invented_search = HybridSearch(self._invented, invented, encoder)
        self._readers = {library: _reader_of(library, encoder) for library in (self.library, self._invented)}
        self._ordinary = ordinary_words(self._languages.values())

    def __call__(self, question: Question) -> Judged:
        """The signals of a question."""
        ours = self._readers[self.library]
        if question.source in (CODED, CODED_NOT):
            return self._judged(question, self._invented, self._invented_search, self._readers[self._invented])
        if question.source in (BARE, HARD_BARE):
            return self._judged(question, self._bare, self._bare_search, ours)
        if not question.claim:
            return self._judged(question, self.library, self._withholding.whole, ours)
        with self._withholding.without(question.claim, question.language, question.text) as (library, search):
            return self._judged(question, library, search, ours)

    def _judged(
        self, question: Question, library: Library, search: HybridSearch, readers: tuple[Recogniser, Reader]
    ) -> Judged:
        recogniser, reader = readers
        language = self._languages[question.language]
        understood = understand(question.text, language, Conversation(), library, recogniser, reader)
        if understood.request or understood.about_animals:
            return Judged(question, (), "request")
        asked = [judge(wanted.query, search, library, recogniser, self._ordinary) for wanted in understood.wanted]
        found = [judgement for judgement in asked if judgement]
        if question.source in COVERED:
            wanted = f"{question.kind}#" if question.source == WHOLE else question.claim
            found = [judgement for judgement in found if _finds(judgement, wanted)][:1] or found[:1]
        signals = tuple(judgement.signals for judgement in found)
        return Judged(question, signals, None if signals else "no admissible claim")


def _reader_of(library: Library, encoder: Encoder | None = None) -> tuple[Recogniser, Reader]:
    recogniser = Recogniser(library.terminology, load_substances(), library.concepts)
    return recogniser, Reader(recogniser, load_analytes(), encoder)


def _finds(judgement: Judgement, claim: str) -> bool:
    """Whether the claim, or one of a card given by its id and `#`, is among the hits."""
    return any(hit.claim.startswith(claim) for hit in judgement.hits[:NEAREST_OF])


Numbers = NDArray[np.float64]
Chances = dict[str, float]
"""By question, the probability that it is covered; those vetoed are not there."""


def matrix(judged: Sequence[Judged]) -> Numbers:
    """The signals of every ask that was not vetoed, a row each."""
    return np.array([list(one.model_dump().values()) for item in judged for one in item.signals], dtype=np.float64)


def asks_of(judged: Sequence[Judged]) -> list[Question]:
    """The question of each row of the matrix."""
    return [item.question for item in judged for _ in item.signals]


GROUPS = {CLAIMS: "claims", BARE: "coded", CODED: "coded", HARD: "hard", HARD_BARE: "hard", WHOLE: "whole",
          WHOLE_NOT: "near"}
SHARES = {"claims": 0.2, "coded": 0.1, "whole": 0.2, "hard": 0.15, "near": 0.2, "others": 0.15}
"""What the asks of each group weigh together."""


def weights_of(asks: Sequence[Question]) -> Numbers:
    """Weights by which covered asks count as much as uncovered ones, and each group its share of them."""
    groups = [GROUPS.get(ask.source, "others") for ask in asks]
    return np.array([len(groups) * SHARES[group] / groups.count(group) for group in groups])


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
    return f"{question.source} {question.language} {question.text}"


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
        [item for item in judged if item.question.source in COVERED],
        [item for item in judged if item.question.source in NEAR_MISSES],
        [item for item in judged if item.question.source not in (*COVERED, *NEAR_MISSES, HARD_BARE)],
    )


def print_errors(judged: Sequence[Judged], probabilities: Chances, threshold: float) -> None:
    """Every covered question refused and every uncovered one answered."""
    for item in judged:
        chance, covered = probabilities.get(_key(item.question), 0.0), item.question.source in COVERED
        if covered != (chance >= threshold):
            name = "refused" if covered else "answered"
            question = item.question
            print(f"  {name} {chance:.2f} {question.source} {question.kind} {question.claim} {question.language}: "
                  f"{question.text[:120]}{f' ({item.veto})' if item.veto else ''}")


def highest_by_question(asks: Sequence[Question], chances: Sequence[float]) -> Chances:
    """The probability of each question: that of its likeliest ask."""
    highest: Chances = {}
    for ask, chance in zip(asks, chances, strict=True):
        highest[_key(ask)] = max(highest.get(_key(ask), 0.0), float(chance))
    return highest


def refitted(judged: Sequence[Judged], command: str) -> Weights:
    """The model fitted to all questions, with the threshold and the figures of models that left each one out."""
    asks, signals = asks_of(judged), matrix(judged)
    weights = weights_of(asks)
    covered = np.array([float(ask.source in COVERED) for ask in asks])
    coefficients, intercept = fitted(signals, covered, weights)
    chances = cross_validated(signals, covered, weights, [ask.group for ask in asks])
    crossed = highest_by_question(asks, chances.tolist())
    print(f"{len(judged)} questions, {len(asks)} asks of them not vetoed")
    for name, value, spread in zip(Signals.model_fields, coefficients, signals.std(axis=0), strict=True):
        print(f"  {name:20} {value:8.3f}   (per standard deviation {value * spread:6.2f})")
    print_trade_off(judged, crossed)
    threshold = threshold_for(*split(judged)[1:], crossed, TARGET)
    print_table(judged, crossed, threshold)
    by_source = {
        source: [item for item in judged if item.question.source == source]
        for source in dict.fromkeys(item.question.source for item in judged)
    }
    return Weights(
        intercept=round(intercept, DECIMALS),
        coefficients={n: round(float(v), DECIMALS) for n, v in zip(Signals.model_fields, coefficients, strict=True)},
        answer_from=round(threshold, DECIMALS),
        threshold_rule=f"lowest at which at most {TARGET:.0%} of the uncovered questions are answered, our own and all "
        f"others counting alike, by models fitted without the questions they judge ({FOLDS} folds)",
        fitted_on={source: len(items) for source, items in by_source.items()},
        figures={
            "area_under_the_curve": round(float(roc_auc_score(covered, chances)), DECIMALS),
            "answered": {s: round(answered(items, crossed, threshold), DECIMALS) for s, items in by_source.items()},
        },
        command=command,
        made_on=date.today().isoformat(),
    )


def report(judged: Sequence[Judged], *, errors: bool) -> None:
    """Prints what the weights in use attain."""
    print(f"\nwith the weights in {WEIGHTS_FILE.name}:")
    asks = asks_of(judged)
    shipped = highest_by_question(asks, [probability(signals) for item in judged for signals in item.signals])
    print_trade_off(judged, shipped)
    print_table(judged, shipped, WEIGHTS.answer_from)
    if errors:
        print_errors(judged, shipped, WEIGHTS.answer_from)


def main() -> None:
    """Builds the questions, judges and reports."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the public collections")
    parser.add_argument("--positives", type=int, default=60, help="covered questions of each language")
    parser.add_argument("--negatives", type=int, default=150, help="questions of each public collection and language")
    parser.add_argument("--enquiries", type=Path, help="folder of labelled enquiries")
    parser.add_argument("--write", action="store_true", help="write the weights")
    parser.add_argument("--errors", action="store_true", help="list every question judged wrongly")
    options = parser.parse_args()
    from tqdm import tqdm

    with tempfile.TemporaryDirectory() as folder:
        judge_question = Judge(Path(folder))
        covered = list(covered_questions(judge_question.library, options.positives))
        hard = list(hard_questions())
        questions = [
            *covered,
            *(question._replace(source=BARE) for question in covered[::2]),
            *coded_questions(),
            *library_questions(judge_question.library),
            *hard,
            *(question._replace(source=HARD_BARE) for question in hard[::2]),
            *(enquiries(options.enquiries, options.negatives) if options.enquiries else ()),
            *public_questions(options.corpora, options.negatives),
        ]
        shown = tqdm(questions, disable=not sys.stderr.isatty(), leave=False)
        judged = [judge_question(question) for question in shown]
    report(judged, errors=options.errors)
    print("\nfitted anew:")
    given = f"--positives {options.positives} --negatives {options.negatives}"
    enquiries_too = " --enquiries PATH" if options.enquiries else ""
    made = refitted(judged, f"python -m benchmarks.coverage --corpora PATH{enquiries_too} {given} --write")
    if options.write:
        WEIGHTS_FILE.write_text(made.model_dump_json(indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
