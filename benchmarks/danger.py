"""Fits and measures the model that recognises danger (`bot.safety.model`).

    python -m benchmarks.danger --vectors FILE.sqlite [--corpora PATH] [--items GOLD.jsonl] [--write]

Examples: `bot/safety/training` (eight files, each by an author of its own, and `hard.yaml` with all languages by one
author), the gold files `tests/gold/urgent` by other authors, `tests/bot/safety/urgent_cases.yaml`, and the labelled
enquiries of professionals (`knowledge/languages/<tag>/examples`), but for those of which opinions differ; ordinary
traffic is the questions of the claims and enquiries put together from their parts, of which samples are learnt from as
well. Printed are, by language,

1. the honest figure: a model that saw neither gold files nor tests, asked about the gold files;
2. cross-validation over all examples, each left out whole, from which the thresholds of the shipped model are taken;
   the labelled enquiries have a table of their own;
3. the shipped model on the gold files it has learnt from, and on ordinary traffic it has mostly not.

A threshold is not chosen by hand: it is the lowest at which in cross-validation the model alarms at most at `ALARMS` of
the near misses and at `ORDINARY_ALARMS` of ordinary questions, and rules and model together at `LABELLED_ALARMS` of the
labelled enquiries without danger (`LABELLED_ALARMS_BY_WORDS` without an encoder), of short messages and of long ones
each. `--write` writes the shipped weights.
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
from typing import Any, NamedTuple

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import SVC

from benchmarks.coverage import public_questions
from benchmarks.vectors import VectorCache
from bot.safety.danger import FEWEST_WORDS, about_an_everyday_matter, about_animals, by_rules, words_typed
from bot.safety.deidentify import redact
from bot.safety.model import LONG_MESSAGE, STEP, TRAIT_SCALE, VECTOR_SCALE, WEIGHTS, DangerModel
from bot.safety.reading import Reading, read
from bot.safety.traits import BUCKETS, TRAITS, Values, pieces, traits
from knowledge.evidence.library import load_library
from knowledge.languages import FOLDER, LANGUAGES, read_yaml
from retrieval.embedding import MODEL

ROOT = Path(__file__).resolve().parents[1]
TRAINING, GOLD = ROOT / "bot/safety/training", ROOT / "tests/gold/urgent"
EVERYDAY, TEXTBOOK, ENQUIRIES = TRAINING / "everyday.yaml", TRAINING / "cases.yaml", TRAINING / "enquiries.yaml"
HARD = TRAINING / "hard.yaml"
CASES = ROOT / "tests/bot/safety/urgent_cases.yaml"
NOT_COVERED = ROOT / "benchmarks/data/not_covered.yaml"
ORDINARY = "claims' questions"
LABELLED = "labelled enquiries"
NO_NEAR_MISS = (ORDINARY, EVERYDAY.stem, ENQUIRIES.stem, LABELLED)
TEXTBOOK_SAMPLE = 40
"""Cases put together, each language."""
ENQUIRIES_SAMPLE = 90
"""Enquiries put together, each language."""
ORDINARY_SAMPLE = 60
"""Ordinary questions learnt from, each language."""
TRAFFIC_SAMPLE = 80
"""Ordinary questions measured on, each language, beside those learnt from."""
LEARNT, MEASURED = slice(ORDINARY_SAMPLE), slice(ORDINARY_SAMPLE, ORDINARY_SAMPLE + TRAFFIC_SAMPLE)
ALARMS, ORDINARY_ALARMS = (0.04, 0.08), 0.003
LABELLED_ALARMS, LABELLED_ALARMS_BY_WORDS = (0.01, 0.02), (0.02, 0.035)
"""Of short messages, and of long ones. More where the encoder is broken: words alone tell less, and a poisoning is not
to be missed for that."""
FOLDS = 5
SEED = 1
Verdicts = dict[str, NDArray[np.bool_]]
"""By who judged: which messages of a list raise an alarm."""
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


def by_language_and_kind(path: Path) -> Iterator[Message]:
    """The messages of a file that holds all languages: those of the tests, and the hard ones."""
    for language, kinds in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for kind, texts in kinds.items():
            yield from (Message(text, kind == "urgent", language, path.stem) for text in texts)


def ordinary_questions() -> Iterator[Message]:
    """The questions written for the claims, shuffled within each language."""
    for language in LANGUAGES:
        claims = (claim for _, claim in load_library().claims.values())
        asked = [text for claim in claims for text in claim.questions.get(language, ())]
        found = [Message(text, False, language, ORDINARY) for text in asked]
        random.Random(SEED).shuffle(found)
        yield from found


def of_each_language(part: slice) -> Iterator[Message]:
    """The same part of the ordinary questions of every language."""
    by_language: dict[str, list[Message]] = {}
    for message in ordinary_questions():
        by_language.setdefault(message.language, []).append(message)
    for found in by_language.values():
        yield from found[part]


def everyday() -> Iterator[Message]:
    """Messages about anything else, and such as ask nothing at all."""
    for language, texts in yaml.safe_load(EVERYDAY.read_text(encoding="utf-8")).items():
        asks_nothing: Any = read_yaml(FOLDER / language / "examples" / "no_question.yaml")
        yield from (Message(text, False, language, EVERYDAY.stem) for text in (*texts, *asks_nothing))


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


def enquiries() -> Iterator[Message]:
    """Enquiries of professionals put together from their parts, drawn at random; some say less than others."""
    content = yaml.safe_load(ENQUIRIES.read_text(encoding="utf-8"))
    medicines = content.pop("medicines")
    for language, parts in content.items():
        draw = random.Random(f"{SEED} {language}")
        for _ in range(ENQUIRIES_SAMPLE):
            using = f"{draw.choice(parts['patients'])} {draw.choice(parts['using'])} "
            using += ", ".join(draw.sample(medicines, draw.randint(1, 4))) + "."
            findings = draw.sample(parts["findings"], draw.randint(0, 3))
            asked = draw.sample(parts["questions"], draw.randint(1, 2))
            who = [draw.choice(parts["callers"])] if draw.random() < 0.5 else []
            yield Message(" ".join([*who, using, *findings, *asked]), False, language, ENQUIRIES.stem)


def labelled_enquiries() -> Iterator[Message]:
    """Enquiries of professionals on any medicine, but for those of which opinions differ."""
    for language in LANGUAGES:
        content: Any = read_yaml(FOLDER / language / "examples" / "enquiries.yaml")
        for row in content:
            urgent = row.get("urgent", False)
            if urgent != "unsure":
                yield Message(row["text"], urgent, language, LABELLED)


def near_the_library() -> Iterator[Message]:
    """Questions near the library's subjects that it does not answer."""
    for language, kinds in yaml.safe_load(NOT_COVERED.read_text(encoding="utf-8")).items():
        for texts in kinds.values():
            yield from (Message(text, False, language, "not_covered") for text in texts)


def of_the_public(corpora: Path) -> Iterator[Message]:
    """Questions of public data sets, each cut down to its first sentence."""
    for question in public_questions(corpora, 400):
        yield Message(first_sentence(question.text), False, question.language, question.source)


def gold_items(items: Path) -> Iterator[Message]:
    """The items of a gold set that are one question."""
    for line in items.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if isinstance(row["question"], str):
            yield Message(row["question"], row["status"] == ["urgent"], row["id"].split("-")[1], items.stem)


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


def nearness(compared: Values) -> Values:
    """How near each example is to each, from 0 to 1: the Gaussian kernel, worked out at once, which is far faster."""
    squares = np.square(compared).sum(axis=1)
    far = squares[:, None] + squares[None, :] - 2 * (compared @ compared.T)
    near: Values = np.exp(-np.maximum(far, 0))
    return near


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
    near = SVC(C=NEARNESS_COST, kernel="precomputed", class_weight="balanced", cache_size=500).fit(
        nearness(np.hstack([kept * VECTOR_SCALE, examples.traits * TRAIT_SCALE])), examples.urgent
    )
    return DangerModel(
        piece_weights=(weights[:BUCKETS] * PIECES_SCALE).astype(np.float16).astype(np.float32),
        trait_weights=(weights[BUCKETS:] * TRAITS_SCALE).astype(np.float32),
        words_intercept=float(words.intercept_[0]),
        example_vectors=kept[near.support_],
        example_traits=examples.traits[near.support_],
        pulls=near.dual_coef_[0].astype(np.float32),
        intercept=float(near.intercept_[0]),
        thresholds=(0.0, 0.0),
        thresholds_by_words=(0.0, 0.0),
        vector_space=MODEL,
    )


class Scores(NamedTuple):
    """Scores of messages: with their vector, and by their words alone."""

    full: Values
    by_words: Values


def scored(model: DangerModel, messages: Seen) -> Scores:
    """What the model says of messages; nothing of what is about animals or a matter of every day."""
    full, by_words = [], []
    for reading, shown, vector in zip(messages.readings, messages.traits, messages.vectors, strict=True):
        passed = about_animals(reading) or about_an_everyday_matter(reading)
        judged = words_typed(reading) >= FEWEST_WORDS and not passed
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


def are_long(examples: Seen) -> NDArray[np.bool_]:
    """Which messages are long ones."""
    return np.array([len(reading.words) > LONG_MESSAGE for reading in examples.readings])


def lowest_thresholds(scores: Values, examples: Seen, labelled_alarms: tuple[float, float]) -> tuple[float, float]:
    """The lowest thresholds at which no group of messages without danger alarms more often than allowed."""
    sources = np.array([message.source for message in examples.messages])
    long = are_long(examples)
    found = []
    for of_length, alarms, alarms_labelled in zip((~long, long), ALARMS, labelled_alarms, strict=True):
        near_misses = scores[of_length & ~examples.urgent & ~np.isin(sources, NO_NEAR_MISS)]
        # What the rules take for an emergency is one whatever the model says.
        ordinary = scores[of_length & ~examples.rules & np.isin(sources, (ORDINARY, ENQUIRIES.stem))]
        labelled = np.where(examples.rules, np.inf, scores)[of_length & ~examples.urgent & (sources == LABELLED)]
        bounds = []
        for group, share in ((near_misses, alarms), (ordinary, ORDINARY_ALARMS), (labelled, alarms_labelled)):
            highest = np.sort(group)[::-1]
            bounds.append(float(highest[int(share * len(highest))]))
        found.append(round(max(bounds), 3))
    short_bound, long_bound = found
    return short_bound, long_bound


def with_thresholds(model: DangerModel, scores: Scores, examples: Seen) -> DangerModel:
    """The model with thresholds taken from cross-validated scores."""
    return dataclasses.replace(
        model,
        thresholds=lowest_thresholds(scores.full, examples, LABELLED_ALARMS),
        thresholds_by_words=lowest_thresholds(scores.by_words, examples, LABELLED_ALARMS_BY_WORDS),
    )


def table(title: str, examples: Seen, judged: Verdicts) -> None:
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


def verdicts(examples: Seen, scores: Scores, model: DangerModel) -> Verdicts:
    """Verdicts of the rules, of rules and model, and of those when the encoder is broken."""
    long = are_long(examples).astype(int)
    return {
        "rules": examples.rules,
        "with the model": examples.rules | (scores.full > np.array(model.thresholds)[long]),
        "without an encoder": examples.rules | (scores.by_words > np.array(model.thresholds_by_words)[long]),
    }


def on_ordinary_traffic(
    model: DangerModel, cache: VectorCache, learnt: set[str], corpora: Path | None, items: Path | None
) -> None:
    """Print how many ordinary questions raise an alarm, and which."""
    traffic = [*of_each_language(MEASURED), *near_the_library()]
    traffic += of_the_public(corpora) if corpora else ()
    traffic += gold_items(items) if items else ()
    listed = seen((message for message in traffic if message.text not in learnt), cache)
    judged = verdicts(listed, scored(model, listed), model)
    print_alarm_rates(listed, judged)
    for message, alarm in zip(listed.messages, judged["with the model"], strict=True):
        if alarm != message.urgent and (not items or message.source != items.stem):
            print(f"  {message.source} {message.language}: {message.text[:150]}")
    if items:
        print_errors(items.stem, listed, judged)


def print_alarm_rates(listed: Seen, judged: Verdicts) -> None:
    """Print how often questions of each source raise an alarm that are no emergency."""
    print("\nOrdinary traffic\n\n| questions | number | " + " | ".join(judged) + " |\n|---" + "|---" * 4 + "|")
    for source in dict.fromkeys(message.source for message in listed.messages):
        here = np.array([message.source == source and not message.urgent for message in listed.messages])
        cells = [f"{100 * verdict[here].mean():.2f} %" for verdict in judged.values()]
        print(f"| {source} | {here.sum()} | " + " | ".join(cells) + " |")


def print_errors(source: str, listed: Seen, judged: Verdicts) -> None:
    """Print how many emergencies of a source were missed, and how many alarms were false."""
    here = np.array([message.source == source for message in listed.messages])
    for name, verdict in judged.items():
        missed, alarms = (here & listed.urgent & ~verdict).sum(), (here & ~listed.urgent & verdict).sum()
        urgent = (here & listed.urgent).sum()
        print(f"{source}, {name}: {urgent} urgent, {missed} missed, {alarms} false alarms")


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, measure and perhaps write the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vectors", type=Path, default=Path(tempfile.gettempdir()) / "farmasvar-vectors.sqlite")
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--items", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args(arguments)
    cache = VectorCache(given.vectors)
    ordinary = [*of_each_language(LEARNT), *everyday(), *textbook_cases(), *enquiries(), *labelled_enquiries()]
    told = [*messages_in(TRAINING), *by_language_and_kind(HARD), *messages_in(GOLD), *by_language_and_kind(CASES)]
    examples = seen([*told, *ordinary], cache)
    sources = np.array([message.source for message in examples.messages])
    gold = examples.at(np.flatnonzero(sources == GOLD.name))

    training = examples.at(np.flatnonzero(~np.isin(sources, (GOLD.name, CASES.stem))))
    honest = with_thresholds(fit(training), cross_validated(training), training)
    table("Gold files at first sight", gold, verdicts(gold, scored(honest, gold), honest))

    scores = cross_validated(examples)
    model = with_thresholds(fit(examples), scores, examples)
    hard, labelled = np.flatnonzero(~np.isin(sources, NO_NEAR_MISS)), np.flatnonzero(sources == LABELLED)
    for title, some in (("All examples", hard), ("Labelled enquiries", labelled)):
        left_out = Scores(scores.full[some], scores.by_words[some])
        table(f"{title}, cross-validated", examples.at(some), verdicts(examples.at(some), left_out, model))
    table("Gold files, shipped model", gold, verdicts(gold, scored(model, gold), model))
    print(f"\nthresholds {model.thresholds} and {model.thresholds_by_words}, {len(model.pulls)} examples kept")
    weights = dict(zip(TRAITS, model.trait_weights, strict=True))
    print("traits:", ", ".join(f"{name} {weights[name]:+.2f}" for name in sorted(weights, key=lambda n: -weights[n])))
    learnt = {message.text for message in examples.messages}
    on_ordinary_traffic(model, cache, learnt, given.corpora, given.items)
    if given.write:
        model.save(WEIGHTS)
        print(f"wrote {WEIGHTS.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
