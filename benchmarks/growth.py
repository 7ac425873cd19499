"""How opening grows with the library: `python -m benchmarks.growth --folder FOLDER`.

Makes libraries of so many cards of ten coded claims each, drawn from the medicines, conditions, outcomes and groups of
the terminology, and their indexes; the vectors are random, so nothing is said of how good answers are. Prints for each
the seconds until an assistant is ready and until a first question is answered, in a process of its own, the memory of
that whole process, and the milliseconds that options, sections and the scope cost a question. `nothing kept` is the
first answer of a process that has to read every card. Libraries and indexes stay in FOLDER and are used again.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.scale import memory_mb
from bot.app.prepared import FILE
from knowledge.errors import SearchIndexError
from knowledge.evidence.library import Library, load_library, load_terminology
from knowledge.evidence.models import Intent
from knowledge.terminology.concepts import Terminology
from retrieval.embedding import DIMENSIONS, MODEL, Vectors
from retrieval.index import open_index
from retrieval.index_writer import build_index
from retrieval.passages import card_sources

if TYPE_CHECKING:
    from bot.dialogue.assistant import Assistant

SIZES = "210,1000,10000"
CLAIMS = 10
STARTS = 5
QUESTIONS = 50
SEED = 13
FINDINGS = ("benefit", "harm", "no_important_difference", "insufficient")
CERTAINTIES = ("high", "moderate", "low", "very_low", "not_graded")
Figures = dict[str, Any]


class RandomVectors:
    """A `PassageEncoder` that gives each text some unit vector."""

    model = MODEL
    dimensions = DIMENSIONS

    def __init__(self) -> None:
        self._draw = np.random.default_rng(SEED)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row for each text."""
        rows = self._draw.standard_normal((len(texts), DIMENSIONS), dtype=np.float32)
        unit: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


def made_up_cards(number: int, terminology: Terminology) -> Iterator[dict[str, Any]]:
    """The contents of so many cards; those of a smaller number are the first of a larger one."""
    draw = random.Random(SEED)
    of_kind: dict[str, list[str]] = {}
    for name, concept in terminology.concepts.items():
        of_kind.setdefault(concept.kind, []).append(name)
    medicines = [*of_kind["medicine"], *terminology.substances]
    for place in range(number):
        medicine, condition = draw.choice(medicines), draw.choice(of_kind["condition"])
        facets = {"intervention": medicine, "conditions": [condition]}
        claims: list[dict[str, Any]] = []
        outcomes = draw.sample(of_kind["outcome"], CLAIMS - 2)
        for outcome in outcomes:
            group = draw.choice(of_kind["population"])
            low = round(draw.uniform(0.3, 1.2), 2)
            claims.append({
                "intent": "efficacy", "finding": draw.choice(FINDINGS), "certainty": draw.choice(CERTAINTIES),
                "comparator": "placebo", "populations": [group] if draw.random() < 0.5 else [], "outcome": outcome,
                "effect": {"measure": "risk_ratio", "studies": draw.randint(1, 20), "value": round(low + 0.2, 2),
                           "participants": draw.randint(40, 9000), "ci_low": low, "ci_high": round(low + 0.5, 2)},
                "code": {"form": "effect"}, "lead": not claims,
            })  # fmt: skip
        claims.append({"code": {"form": "study", "studies": draw.randint(1, 40), "participants": 2000}})
        claims.append({
            "intent": "adverse_effects", "finding": "harm", "certainty": "low",
            "code": {"form": "harm", "events": draw.sample(of_kind["symptom"], 2)}, "lead": True,
        })  # fmt: skip
        yield {
            "id": f"made-up-{place:05}", "kind": "cochrane_summary", "review_state": "reviewed",
            "names": [f"XD{place:06}"],
            "source": {"title": f"Made-up review {place}", "publisher": "Nobody", "language": "en", "year": 2020,
                       "checked": "2026-01-01", "url": f"https://example.org/{place}"},
            "claims": [{"id": f"claim-{at}", **facets, **claim, "locator": {"section": "Main results"}}
                       for at, claim in enumerate(claims)],
        }  # fmt: skip


def prepare(folder: Path, size: int) -> None:
    """Write a library and build its index, where they are not there yet or not of the present terminology."""
    cards, index = folder / "cards", folder / "index.sqlite"
    cards.mkdir(parents=True, exist_ok=True)
    for card in made_up_cards(size, load_terminology()):
        path, content = cards / f"{card['id']}.yaml", json.dumps(card)
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8")
    library = load_library(cards)
    with suppress(SearchIndexError):
        open_index(index, model=MODEL, library_version=library.version)
        return
    started = time.perf_counter()
    build_index(index, card_sources(library), RandomVectors(), library.version)
    print(f"index of {size:,} cards built in {time.perf_counter() - started:.0f} s", flush=True)


def environment(folder: Path) -> dict[str, str]:
    """The settings of a process that answers from a made-up library; compiled modules are kept, as when installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "FARMASVAR_DATA_DIR": str(folder),
        "FARMASVAR_LIBRARY": json.dumps([str(folder / "cards")]),
        "FARMASVAR_SHIPPED_LIBRARY": "false",
    }


def opened() -> None:
    """In a process of its own: open, answer, measure, and print the figures as JSON; `ready` first."""
    from bot.answering.answer import Enquiry
    from bot.app.settings import load_settings
    from bot.app.wiring import make_assistant
    from bot.dialogue.state import Conversation

    assistant = make_assistant(load_settings())
    print("ready", flush=True)
    subjects = asked_about(assistant.library)
    assistant.reply(Enquiry(text=in_words(*subjects[0], assistant.library)), Conversation())
    print("answered", flush=True)
    figures: Figures = {"its processor s": time.process_time(), "answered MB": memory_mb("VmRSS")}
    figures |= costs(assistant, subjects[1:])
    figures |= {"after MB": memory_mb("VmRSS"), "peak MB": memory_mb("VmHWM")}
    print(json.dumps(figures), flush=True)


def asked_about(library: Library) -> list[tuple[str, str]]:
    """Medicines of the library, each with a condition it is given for, in a fixed random order."""
    medicines = [medicine for medicine in sorted(library.scope.subjects) if library.scope.taken_for(medicine)]
    chosen = random.Random(SEED).sample(medicines, min(QUESTIONS + 1, len(medicines)))
    return [(medicine, min(library.scope.taken_for(medicine))) for medicine in chosen]


def in_words(medicine: str, condition: str, library: Library) -> str:
    """A question in English."""
    label = library.terminology.label
    return f"Does {label(medicine, 'en')} help against {label(condition, 'en')}?"


def costs(assistant: Assistant, subjects: Sequence[tuple[str, str]]) -> Figures:
    """Median and highest milliseconds of parts of a question, and of the whole, over subjects not met before."""
    from bot.answering.answer import AskedQuestion, Enquiry
    from bot.answering.messages import messages_in
    from bot.answering.options import OptionMaker
    from bot.answering.realise import compose
    from bot.answering.select import Plan
    from bot.dialogue.state import Conversation
    from retrieval.query import Query

    library, messages = assistant.library, messages_in("en")
    taken: dict[str, list[float]] = {}

    def timed(name: str, call: Callable[[], Any]) -> Any:
        started = time.perf_counter()
        result = call()
        taken.setdefault(name, []).append(1000 * (time.perf_counter() - started))
        return result

    for medicine, condition in subjects:
        about = timed("scope", partial(in_scope, library, medicine))
        query = Query(text="", language="en", medicines=(medicine,), conditions=(condition,), intents=("efficacy",))
        timed("options", partial(OptionMaker(messages, library, medicine).following, query))
        plan = Plan.of(about[0], intent=Intent.EFFICACY, evidence=tuple(about[1:6]), efficacy=True)
        question = AskedQuestion(text="", language="en", intent=Intent.EFFICACY)
        timed("sections", partial(compose, plan, question, library, messages, date(2026, 1, 1)))
    for subject in subjects:
        enquiry = Enquiry(text=in_words(*subject, library))
        timed("whole answer", partial(assistant.reply, enquiry, Conversation()))
    return {f"{name}{which}": of(each) for name, each in taken.items()
            for which, of in ((" ms", statistics.median), (", most ms", max))}


def in_scope(library: Library, medicine: str) -> list[str]:
    """What a question asks of the scope: the claims on a medicine, its harms, what it is taken for."""
    scope = library.scope
    scope.harms(medicine)
    scope.taken_for(medicine)
    return [reference for reference, _, _ in scope.of(medicine)]


def start(folder: Path) -> Figures:
    """One start from nothing, measured from outside."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "benchmarks.growth", "--task"]
    with subprocess.Popen(command, env=environment(folder), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        ready = time.perf_counter() - began
        process.stdout.readline()
        answered = time.perf_counter() - began
        figures = json.loads(process.stdout.readline())
    return {"ready s": ready, "first answer s": answered, **figures}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Opening of libraries of growing size.")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--starts", type=int, default=STARTS)
    parser.add_argument("--task", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.task:
        opened()
        return
    rows: dict[str, Figures] = {}
    for size in map(int, options.sizes.split(",")):
        folder = options.folder / str(size)
        prepare(folder, size)
        (folder / FILE).unlink(missing_ok=True)
        first = start(folder)
        later = [start(folder) for _ in range(options.starts)]
        medians = {name: statistics.median(one[name] for one in later) for name in later[0]}
        rows[f"{size:,}"] = {"nothing kept s": first["first answer s"], **medians}
    names = list(dict.fromkeys(name for row in rows.values() for name in row))
    print(f"{'cards':<24}" + "".join(f"{size:>10}" for size in rows))
    for name in names:
        print(f"{name:<24}" + "".join(f"{row.get(name, float('nan')):>10.2f}" for row in rows.values()))


if __name__ == "__main__":
    main()
