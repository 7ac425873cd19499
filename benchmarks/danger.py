"""Fits and measures the model that recognises danger (`bot.safety.model`).

    python -m benchmarks.danger --vectors FILE.sqlite [--corpora PATH] [--items GOLD.jsonl] [--write]

Examples: `bot/safety/training` (eight files, each by an author of its own), the gold files `tests/gold/urgent` by other
authors, and `tests/bot/safety/urgent_cases.yaml`; ordinary traffic is the questions of the claims, of which a sample is
learnt from as well. Printed are, by language,

1. the honest figure: a model that saw the training files and ordinary questions only, asked about the gold files;
2. cross-validation over all examples, from which the thresholds of the shipped model are taken;
3. the shipped model on the gold files it has learnt from, and on ordinary traffic it has mostly not.

A threshold is not chosen by hand: it is the lowest at which at most `ALARMS` of the near misses, and at most
`ORDINARY_ALARMS` of ordinary questions, raise an alarm in cross-validation. `--write` writes the shipped weights.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import random
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import SVC

from benchmarks.coverage import public_questions
from benchmarks.vectors import VectorCache
from bot.safety.identifiers import redact
from bot.safety.model import STEP, TRAIT_SCALE, VECTOR_SCALE, WEIGHTS, DangerModel
from bot.safety.reading import Reading, read
from bot.safety.traits import BUCKETS, TRAITS, Values, pieces, traits
from bot.safety.urgent import FEWEST_WORDS, about_animals, by_rules
from knowledge.languages import LANGUAGES
from knowledge.library import load_library
from retrieval.embedding import MODEL

ROOT = Path(__file__).resolve().parents[1]
TRAINING, GOLD = ROOT / "bot/safety/training", ROOT / "tests/gold/urgent"
EVERYDAY, TEXTBOOK = TRAINING / "everyday.yaml", TRAINING / "cases.yaml"
CASES = ROOT / "tests/bot/safety/urgent_cases.yaml"
NOT_COVERED = ROOT / "benchmarks/data/not_covered.yaml"
ORDINARY = "claims' questions"
TEXTBOOK_SAMPLE = 40
"""Cases put together, each language."""
ORDINARY_SAMPLE = 60
"""Ordinary questions learnt from, each language."""
ALARMS, ORDINARY_ALARMS = 0.04, 0.003
FOLDS = 5
SEED = 1
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
NEARNESS_COST, WORDS_COST = 3.0, 1.0
"""How dearly an example on the wrong side is paid for, in either part."""
PIECES_SCALE, TRAITS_SCALE = 6.0, 0.5
"""What pieces and traits count against each other where the weights of the words are kept small."""


class Message(NamedTuple):
    """A message and what is known of it."""

    text: str
    urgent: bool
    language: str
    source: str


class Seen(NamedTuple):
    """What the model sees of messages, and what the rules say of them."""

    messages: Sequence[Message]
    readings: Sequence[Reading]
    traits: Values
    vectors: Values
    urgent: NDArray[np.bool_]
    rules: NDArray[np.bool_]

    def at(self, places: NDArray[np.intp]) -> Seen:
        """Some of the messages."""
        return Seen(
            [self.messages[place] for place in places],
            [self.readings[place] for place in places],
            self.traits[places],
            self.vectors[places],
            self.urgent[places],
            self.rules[places],
        )


def messages_in(folder: Path) -> Iterator[Message]:
    """The messages of a folder with one file a language."""
    for language in LANGUAGES:
        content = yaml.safe_load((folder / f"{language}.yaml").read_text(encoding="utf-8"))
        for kind in ("urgent", "not_urgent"):
            yield from (Message(text, kind == "urgent", language, folder.name) for text in content[kind])


def cases() -> Iterator[Message]:
    """The messages of the tests."""
    for language, kinds in yaml.safe_load(CASES.read_text(encoding="utf-8")).items():
        for kind, texts in kinds.items():
            yield from (Message(text, kind == "urgent", language, "cases") for text in texts)


def ordinary_questions() -> Iterator[Message]:
    """The questions written for the claims, shuffled within each language."""
    for language in LANGUAGES:
        claims = (claim for _, claim in load_library().claims.values())
        found = [Message(text, False, language, ORDINARY) for claim in claims for text in claim.questions[language]]
        random.Random(SEED).shuffle(found)
        yield from found


def everyday() -> Iterator[Message]:
    """Messages about anything else, and cases as textbooks tell them."""
    for language, texts in yaml.safe_load(EVERYDAY.read_text(encoding="utf-8")).items():
        yield from (Message(text, False, language, EVERYDAY.stem) for text in texts)


def textbook_cases() -> Iterator[Message]:
    """Cases put together from an opening, a complaint and perhaps an ending, drawn at random."""
    for language, pieces_of_cases in yaml.safe_load(TEXTBOOK.read_text(encoding="utf-8")).items():
        openings, endings = pieces_of_cases["openings"], pieces_of_cases["endings"]
        calm, acute = pieces_of_cases["complaints"], pieces_of_cases["acute"]
        told = [f"{opening} {complaint}." for opening, complaint in product(openings, calm)]
        asked = [f"{case} {ending}" for case, ending in product(told, endings)]
        asked += [f"{opening} {worse}. {ending}" for opening, worse, ending in product(openings, acute, endings)]
        draw = random.Random(SEED)
        for text in draw.sample(told, TEXTBOOK_SAMPLE // 2) + draw.sample(asked, TEXTBOOK_SAMPLE // 2):
            yield Message(text, False, language, EVERYDAY.stem)


def near_the_library() -> Iterator[Message]:
    """Questions near the library's subjects that it does not answer."""
    for language, kinds in yaml.safe_load(NOT_COVERED.read_text(encoding="utf-8")).items():
        for texts in kinds.values():
            yield from (Message(text, False, language, "not_covered") for text in texts)


def first_sentence(text: str) -> str:
    """What a text begins with: of an examination question, the case without the questions on it."""
    return _SENTENCE_END.split(text.strip())[0]


def seen(messages: Iterable[Message], cache: VectorCache) -> Seen:
    """The messages as the model sees them."""
    listed = list(messages)
    readings = [read(message.text, message.language) for message in listed]
    signs = np.array([by_rules(reading) is not None for reading in readings])
    shown = [traits(reading, urgent_by_rules=bool(sign)) for reading, sign in zip(readings, signs, strict=True)]
    vectors = cache.questions([redact(message.text).text for message in listed])
    return Seen(listed, readings, np.array(shown), vectors, np.array([m.urgent for m in listed]), signs)


def _pieces_matrix(readings: Sequence[Reading]) -> csr_matrix:
    found = [pieces(reading.words) for reading in readings]
    starts = np.cumsum([0, *(len(numbers) for numbers, _ in found)])
    numbers = np.concatenate([numbers for numbers, _ in found])
    weights = np.concatenate([weights for _, weights in found])
    return csr_matrix((weights, numbers, starts), shape=(len(found), BUCKETS))


def fit(examples: Seen) -> DangerModel:
    """The model learnt from examples; its thresholds are still to be set."""
    words = LogisticRegression(
        C=WORDS_COST, class_weight="balanced", solver="liblinear", max_iter=2000, random_state=SEED
    ).fit(
        hstack([_pieces_matrix(examples.readings) * PIECES_SCALE, csr_matrix(examples.traits * TRAITS_SCALE)]),
        examples.urgent,
    )
    weights = words.coef_[0]
    # Fitted to the vectors as they are kept, so that rounding them moves no threshold.
    kept = np.rint(examples.vectors / STEP).astype(np.float32) * np.float32(STEP)
    near = SVC(C=NEARNESS_COST, gamma=1.0, class_weight="balanced", cache_size=500).fit(
        np.hstack([kept * VECTOR_SCALE, examples.traits * TRAIT_SCALE]), examples.urgent
    )
    return DangerModel(
        piece_weights=(weights[:BUCKETS] * PIECES_SCALE).astype(np.float16).astype(np.float32),
        trait_weights=(weights[BUCKETS:] * TRAITS_SCALE).astype(np.float32),
        words_intercept=float(words.intercept_[0]),
        example_vectors=kept[near.support_],
        example_traits=examples.traits[near.support_],
        pulls=near.dual_coef_[0].astype(np.float32),
        intercept=float(near.intercept_[0]),
        threshold=0.0,
        threshold_by_words=0.0,
        vector_space=MODEL,
    )


class Scores(NamedTuple):
    """Scores of messages: with their vector, and by their words alone."""

    full: Values
    by_words: Values


def scored(model: DangerModel, messages: Seen) -> Scores:
    """What the model says of messages; nothing of what is about animals."""
    full, by_words = [], []
    for reading, shown, vector in zip(messages.readings, messages.traits, messages.vectors, strict=True):
        judged = len(reading.words) >= FEWEST_WORDS and not about_animals(reading)
        full.append(model.score(reading, shown, vector) if judged else -np.inf)
        by_words.append(model.score_by_words(reading, shown) if judged else -np.inf)
    return Scores(np.array(full, dtype=np.float32), np.array(by_words, dtype=np.float32))


def cross_validated(examples: Seen) -> Scores:
    """Scores of each example by a model that has not seen it."""
    full, by_words = np.zeros((2, len(examples.messages)), dtype=np.float32)
    strata = [f"{message.language} {message.source} {message.urgent}" for message in examples.messages]
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
    for learnt, left_out in folds.split(examples.vectors, strata):
        found = scored(fit(examples.at(learnt)), examples.at(left_out))
        full[left_out], by_words[left_out] = found
    return Scores(full, by_words)


def lowest_threshold(scores: Values, examples: Seen) -> float:
    """The lowest threshold at which neither near misses nor ordinary questions alarm more often than allowed."""
    sources = np.array([message.source for message in examples.messages])
    near_misses = ~examples.urgent & ~np.isin(sources, (ORDINARY, EVERYDAY.stem))
    bounds = []
    for group, share in ((near_misses, ALARMS), (sources == ORDINARY, ORDINARY_ALARMS)):
        highest = np.sort(scores[group])[::-1]
        bounds.append(float(highest[int(share * len(highest))]))
    return round(max(bounds), 3)


def with_thresholds(model: DangerModel, scores: Scores, examples: Seen) -> DangerModel:
    """The model with thresholds taken from cross-validated scores."""
    return dataclasses.replace(
        model,
        threshold=lowest_threshold(scores.full, examples),
        threshold_by_words=lowest_threshold(scores.by_words, examples),
    )


def table(title: str, examples: Seen, judged: dict[str, NDArray[np.bool_]]) -> None:
    """Print, by language, how many emergencies are recognised and how many near misses raise an alarm."""
    print(f"\n{title}\n")
    print("| language | " + " | ".join(f"{name}: recognised | false alarms" for name in judged) + " |")
    print("|---" * (1 + 2 * len(judged)) + "|")
    languages = np.array([message.language for message in examples.messages])
    for language in (*LANGUAGES, "all"):
        here = (languages == language) | (language == "all")
        cells = []
        for verdict in judged.values():
            cells.append(f"{100 * verdict[here & examples.urgent].mean():.1f} %")
            cells.append(f"{100 * verdict[here & ~examples.urgent].mean():.1f} %")
        print(f"| {language} | " + " | ".join(cells) + " |")


def verdicts(examples: Seen, scores: Scores, model: DangerModel) -> dict[str, NDArray[np.bool_]]:
    """Verdicts of the rules, of rules and model, and of those when the encoder is broken."""
    return {
        "rules": examples.rules,
        "with the model": examples.rules | (scores.full > model.threshold),
        "without an encoder": examples.rules | (scores.by_words > model.threshold_by_words),
    }


def on_ordinary_traffic(
    model: DangerModel, cache: VectorCache, learnt: set[str], corpora: Path | None, items: Path | None
) -> None:
    """Print how many ordinary questions raise an alarm, and which."""
    groups = [*ordinary_questions(), *near_the_library()]
    if corpora:
        found = public_questions(corpora, 400)
        groups += [Message(first_sentence(q.text), False, q.language, q.source) for q in found]
    if items:
        rows = [json.loads(line) for line in items.read_text(encoding="utf-8").splitlines()]
        groups += [
            Message(row["question"], row["status"] == ["urgent"], row.get("reply_language", ""), items.stem)
            for row in rows
        ]
    listed = seen((message for message in groups if message.text not in learnt), cache)
    judged = verdicts(listed, scored(model, listed), model)
    print("\nOrdinary traffic\n\n| questions | number | " + " | ".join(judged) + " |\n|---" + "|---" * 4 + "|")
    for source in dict.fromkeys(message.source for message in listed.messages):
        here = np.array([message.source == source and not message.urgent for message in listed.messages])
        cells = [f"{100 * verdict[here].mean():.2f} %" for verdict in judged.values()]
        print(f"| {source} | {here.sum()} | " + " | ".join(cells) + " |")
    for message, alarm in zip(listed.messages, judged["with the model"], strict=True):
        if alarm != message.urgent and (not items or message.source != items.stem):
            print(f"  {message.source} {message.language}: {message.text[:150]}")
    if items:
        here = np.array([message.source == items.stem for message in listed.messages])
        for name, verdict in judged.items():
            missed, alarms = (here & listed.urgent & ~verdict).sum(), (here & ~listed.urgent & verdict).sum()
            urgent = (here & listed.urgent).sum()
            print(f"{items.stem}, {name}: {urgent} urgent, {missed} missed, {alarms} false alarms")


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, measure and perhaps write the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vectors", type=Path, default=Path(tempfile.gettempdir()) / "farmasvar-vectors.sqlite")
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--items", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args(arguments)
    cache = VectorCache(given.vectors)
    by_language: dict[str, list[Message]] = {}
    for message in ordinary_questions():
        by_language.setdefault(message.language, []).append(message)
    ordinary = [message for found in by_language.values() for message in found[:ORDINARY_SAMPLE]]
    ordinary += [*everyday(), *textbook_cases()]
    gold = seen(messages_in(GOLD), cache)

    training = seen([*messages_in(TRAINING), *ordinary], cache)
    honest = with_thresholds(fit(training), cross_validated(training), training)
    table("Gold files at first sight", gold, verdicts(gold, scored(honest, gold), honest))

    examples = seen([*messages_in(TRAINING), *messages_in(GOLD), *cases(), *ordinary], cache)
    scores = cross_validated(examples)
    model = with_thresholds(fit(examples), scores, examples)
    hard = np.flatnonzero([message.source not in (ORDINARY, EVERYDAY.stem) for message in examples.messages])
    left_out = Scores(scores.full[hard], scores.by_words[hard])
    table("All examples, cross-validated", examples.at(hard), verdicts(examples.at(hard), left_out, model))
    table("Gold files, shipped model", gold, verdicts(gold, scored(model, gold), model))
    print(f"\nthresholds {model.threshold} and {model.threshold_by_words}, {len(model.pulls)} examples kept")
    weights = dict(zip(TRAITS, model.trait_weights, strict=True))
    print("traits:", ", ".join(f"{name} {weights[name]:+.2f}" for name in sorted(weights, key=lambda n: -weights[n])))
    learnt = {message.text for message in examples.messages}
    on_ordinary_traffic(model, cache, learnt, given.corpora, given.items)
    if given.write:
        model.save(WEIGHTS)
        print(f"wrote {WEIGHTS.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
