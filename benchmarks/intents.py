"""Fits and measures the model of asks (`bot.reading.intent`).

    python -m benchmarks.intents [--write | --leave-out-language] [--vectors FILE.sqlite]
                                 [--enquiries GOLD.jsonl [--predictions FILE.jsonl]]

Examples are `enquiries.yaml`, `evidence.yaml` and `cases.yaml` in `knowledge/languages/<tag>/examples`: enquiries with
the words of each ask, the medicines it is about, and what each name stands for. Printed are, by language and by
cross-validation over whole enquiries: F1 of intents (how often each is asked), of the medicines asked about, and of
asks that are right in both, once with the names of medicines as labelled and once as the recogniser finds them.
`--enquiries` measures the shipped model on other enquiries with gold labels; `--predictions` keeps what it read.
`--write` writes the shipped weights, and prints only the F1 of intents at the thresholds. `--leave-out-language`
measures each language by a model that learnt from the seven others only. `--vectors` keeps what was encoded, half an
hour's work of one core.

Among the examples are messages that ask nothing (`no_question.yaml` beside the enquiries), of which nothing should be
read. Learnt from besides, but not measured on, are the sentences beside the patterns (`knowledge/languages/<tag>/asks`)
and the questions of the evidence cards, each with the intent of its claim. The thresholds are not chosen by hand: they
are those with the highest F1 in cross-validation.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.fitting_asks import Count, fit, folds_of, is_long, seen, thresholds
from benchmarks.labelled import (
    Example,
    Need,
    card_questions,
    enquiries,
    examples,
    found_message,
    labelled_message,
    sentences,
)
from benchmarks.vectors import VectorCache
from bot.reading.asks import read_asks
from bot.reading.intent import WEIGHTS, IntentModel, load_intent_model
from bot.reading.message import Message
from knowledge.evidence.library import load_library
from knowledge.evidence.models import Intent
from knowledge.languages import LANGUAGES
from knowledge.terminology.concepts import Terminology
from retrieval.ask import Ask

COMMAND = "python -m benchmarks.intents --write"


def international_names(asks: Sequence[Ask], terminology: Terminology) -> list[Need]:
    """The asks with medicines by their international names, without classes, as labels have them."""

    def names(medicines: Sequence[str]) -> frozenset[str]:
        return frozenset(terminology.inn(medicine) for medicine in medicines if not terminology.is_class(medicine))

    return [Need(ask.intent.value, "", names(ask.medicines), names(ask.beside)) for ask in asks]


SHORT_ONES, LONG_ONES = "all short", "all descriptions of a case"
MEASURES = ("intents", "asked about", "asks")


def asked_about(found: Iterable[Need]) -> frozenset[str]:
    """The medicines that asks are about, or that stand beside them."""
    return frozenset().union(*(one.medicines | one.beside for one in found))


def key(one: Need) -> tuple[str, frozenset[str]]:
    """What must be right of an ask: the intent and its medicines, for an interaction those of both sides."""
    return one.intent, one.medicines | one.beside if one.intent == Intent.INTERACTIONS else one.medicines


def counts(gold: Sequence[Need], read: Sequence[Need]) -> dict[str, Count]:
    """What is right of an enquiry."""

    def count(wanted: Counter[Any], given: Counter[Any]) -> Count:
        return Count((wanted & given).total(), given.total(), wanted.total())

    return {
        "intents": count(Counter(one.intent for one in gold), Counter(one.intent for one in read)),
        "asked about": count(Counter(asked_about(gold)), Counter(asked_about(read))),
        "asks": count(Counter(map(key, gold)), Counter(map(key, read))),
    }


def table(title: str, listed: Sequence[Example], read: Sequence[Sequence[Need]]) -> dict[str, Count]:
    """Print the figures by language."""
    totals: dict[str, dict[str, Count]] = defaultdict(lambda: dict.fromkeys(MEASURES, Count()))
    for example, found in zip(listed, read, strict=True):
        for measure, count in counts(example.needs, found).items():
            for group in (example.language, "all", LONG_ONES if is_long(example) else SHORT_ONES):
                totals[group][measure] += count
    print(f"\n{title}\n\n| language | " + " | ".join(MEASURES) + " |\n|---|" + "---|" * len(MEASURES))
    for group in (*LANGUAGES, "all", SHORT_ONES, LONG_ONES):
        if group in totals:
            print(f"| {group} | " + " | ".join(f"{totals[group][measure].f1:.3f}" for measure in MEASURES) + " |")
    return totals["all"]


def read_all(
    model: IntentModel, messages: Sequence[Message], terminology: Terminology, vectors: VectorCache
) -> list[list[Need]]:
    """What a model reads of messages."""
    asks = (read_asks(one, model=model, terminology=terminology, encoder=vectors) for one in messages)
    return [international_names(found, terminology) for found in asks]


def main() -> None:
    """Fit, measure, and write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the shipped weights")
    parser.add_argument("--enquiries", type=Path, help="measure the shipped model on these, and fit nothing")
    parser.add_argument("--predictions", type=Path, help="keep what was read of them")
    parser.add_argument("--leave-out-language", action="store_true", help="learn from the other languages only")
    parser.add_argument("--vectors", type=Path, default=Path(tempfile.gettempdir()) / "farmasvar-vectors.sqlite")
    options = parser.parse_args()
    terminology = load_library().terminology
    vectors = VectorCache(options.vectors)
    if options.enquiries:
        measured(list(enquiries(options.enquiries)), options.predictions, terminology, vectors)
    else:
        fitted(terminology, vectors, write=options.write, by_language=options.leave_out_language)


def measured(
    listed: Sequence[Example], predictions: Path | None, terminology: Terminology, vectors: VectorCache
) -> None:
    """Print the figures of the shipped model on other enquiries."""
    read = read_all(load_intent_model(), [found_message(example) for example in listed], terminology, vectors)
    table("Shipped model, names as the recogniser finds them", listed, read)
    if predictions:
        rows = (
            {
                "id": example.id,
                "needs": [
                    {"intent": one.intent, "medicines": sorted(one.medicines), "with": sorted(one.beside)}
                    for one in found
                ],
            }
            for example, found in zip(listed, read, strict=True)
        )
        predictions.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def fitted(terminology: Terminology, vectors: VectorCache, *, write: bool, by_language: bool) -> None:
    """Fit, choose the thresholds, and write the weights or print the figures of cross-validation."""
    listed = [*examples(), *sentences(), *card_questions()]
    fold = folds_of(listed, by_language=by_language and not write)
    is_measured = np.array([example.is_measured for example in listed])
    labelled = [labelled_message(example) for example in listed]
    shown = seen(listed, labelled, vectors.questions)
    counting = np.array([example.weight for example in listed])
    models = [fit(shown, fold != number, counting) for number in range(fold.max() + 1)]
    numbers = thresholds(models, shown, listed, fold)
    print(numbers)
    if write:
        model = fit(shown, np.ones(len(listed), dtype=bool), counting)
        provenance = (
            f"{COMMAND}: {np.count_nonzero(is_measured)} messages, and {np.count_nonzero(~is_measured)} sentences"
            f" and questions of cards, in {len(LANGUAGES)} languages"
        )
        dataclasses.replace(model, **numbers, provenance=provenance).save(WEIGHTS)
        print(f"\nwritten: {WEIGHTS.name}, {WEIGHTS.stat().st_size // 1000} kB")
        return
    models = [dataclasses.replace(model, **numbers) for model in models]
    enquired = np.flatnonzero(is_measured)
    of_enquiries = [listed[place] for place in enquired]
    how = "Learnt from the other languages" if by_language else "Cross-validated"
    for title, messages in (
        (f"{how}, names as labelled", [labelled[place] for place in enquired]),
        (f"{how}, names as the recogniser finds them", [found_message(one) for one in of_enquiries]),
    ):
        read = [
            found
            for place, message in zip(enquired, messages, strict=True)
            for found in read_all(models[fold[place]], [message], terminology, vectors)
        ]
        table(title, of_enquiries, read)


if __name__ == "__main__":
    main()
