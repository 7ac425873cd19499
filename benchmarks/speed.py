"""How long an answer takes and how much memory the bot holds: `python -m benchmarks.speed`.

Prints the time of a cold `farmasvar ask`, the median and 95th percentile of a question inside a running process beside
the time of encoding the same questions alone, the time of single parts of it, and the resident memory after them. The
questions are those the claims of the library are known to answer, in every language, in a fixed random order.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.answering.answer import Enquiry
from bot.app.settings import load_settings
from bot.app.wiring import make_assistant
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from bot.reading.language import Detector
from bot.safety.danger import assess
from bot.safety.deidentify import redact
from knowledge.evidence.library import load_library
from knowledge.languages import load_languages
from retrieval.embedding import QuestionEncoder

WIDTH = 30
"""Letters of the column of names."""


def questions(number: int) -> list[str]:
    """So many different questions over all claims and languages."""
    claims = load_library().claims.values()
    found = sorted({text for _, claim in claims for group in claim.questions.values() for text in group})
    random.Random(7).shuffle(found)
    return found[:number]


def times_ms(call: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """Milliseconds of each call."""
    taken = []
    for text in texts:
        started = time.perf_counter()
        call(text)
        taken.append(1000 * (time.perf_counter() - started))
    return taken


def resident_mb() -> float:
    """Resident memory of this process in megabytes (Linux)."""
    fields = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def cold_seconds(runs: int) -> list[float]:
    """Seconds of a whole `farmasvar ask` in a process of its own, with all there that an earlier one leaves behind.

    That is the index, what is kept of the library, and Python's compiled modules, as after an installation.
    """
    command = [sys.executable, "-c", "from bot.app.cli import main; main()", "ask", questions(1)[0]]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    taken = []
    for _ in range(runs + 1):
        started = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=environment)
        taken.append(time.perf_counter() - started)
    return taken[1:]


def parts(assistant: Assistant) -> dict[str, float]:
    """Milliseconds of parts that every message, or every letter of an inline query, goes through: median of 50."""
    detector = Detector(load_languages(), assistant.library)
    message = ("Kari Nordmann, født 12.03.1948 (120348 12345), tlf 912 34 567, plages av kramper. " * 3)[:200]
    long = "Pasienten har leggkramper om natten og bruker mange legemidler. " * 2000
    calls: dict[str, Callable[[], object]] = {
        "danger, 200 characters": lambda: assess(message),
        "identities, 200 characters": lambda: redact(message),
        "language, 128,000 characters": lambda: detector.detect(long),
        "typing along, three words": lambda: assistant.tools.summaries("magnesium leggkramper gravid", "nb"),
    }
    return {name: statistics.median(times_ms(lambda _, once=call: once(), [""] * 60)[10:])
            for name, call in calls.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Speed and memory of answering.")
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--cold-runs", type=int, default=5)
    options = parser.parse_args()
    started = time.perf_counter()
    assistant = make_assistant(load_settings())
    print(f"ready after {time.perf_counter() - started:.2f} s, {resident_mb():.0f} MB")
    cold = cold_seconds(options.cold_runs)
    print(f"cold ask: median {statistics.median(cold):.2f} s of {len(cold)}, best {min(cold):.2f} s")
    texts = questions(options.questions + 20)
    warm_up, measured = texts[:20], texts[20:]
    times_ms(lambda text: assistant.reply(Enquiry(text=text), Conversation()), warm_up)
    encoder = QuestionEncoder()
    times_ms(encoder.question, warm_up)
    rows = {
        "encoding alone": times_ms(encoder.question, measured),
        "whole answer": times_ms(lambda text: assistant.reply(Enquiry(text=text), Conversation()), measured),
    }
    print(f"{'':<{WIDTH}}{'p50 ms':>9}{'p95 ms':>9}")
    for name, taken in rows.items():
        print(f"{name:<{WIDTH}}{statistics.median(taken):>9.1f}{statistics.quantiles(taken, n=20)[-1]:>9.1f}")
    for name, once in parts(assistant).items():
        print(f"{name:<{WIDTH}}{once:>9.2f}")
    ratio = statistics.median(rows["whole answer"]) / statistics.median(rows["encoding alone"])
    print(f"whole answer / encoding alone, medians: {ratio:.2f}")
    print(f"memory: {resident_mb():.0f} MB resident, two encoders loaded")


if __name__ == "__main__":
    main()
