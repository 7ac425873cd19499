"""Delivery under faults: `python -m benchmarks.faults [--questions 2000] [--chats 40] [--per-second 50] [--seed 1]`.

For each kind of fault the given number of questions arrives from so many chats at an even rate; the bot runs in a
process of its own and is started again whenever it ends. Prints for each kind how many questions were answered once,
again with the note that this may be a repetition, again without it, or never, and the 95th percentile of the time from
question to answer. Pauses before trying again are scaled down twentyfold. `--fault WORD` runs the kinds named so.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path

from tests.telegram.fault_trials import Outcome, cases, run_trial

ANSWERS_BETWEEN_KILLS = 150
HEAD = ("fault", "times", "sent", "answered once", "marked repeat", "unmarked repeat", "lost", "killed",
        "stopped with one line", "crashes", "seconds", "p95 (s)")


def row(outcome: Outcome) -> str:
    """The outcome as a line of the table."""
    return "| " + " | ".join(map(str, (
        outcome.fault, outcome.struck, outcome.sent, outcome.once, outcome.marked_repeat, outcome.unmarked_repeat,
        outcome.lost, outcome.kills, outcome.stops, outcome.crashes, f"{outcome.seconds:.0f}",
        f"{outcome.p95_s:.2f}"))) + " |"


def main() -> None:
    """Run the trials and print the table."""
    parser = argparse.ArgumentParser(description="Delivery of answers while things go wrong.")
    parser.add_argument("--questions", type=int, default=2000)
    parser.add_argument("--chats", type=int, default=40)
    parser.add_argument("--per-second", type=float, default=50.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fault", default="", help="run only the faults whose name contains this")
    parser.add_argument("--logs", type=Path, help="folder to keep the bot's log of each trial in")
    chosen = parser.parse_args()
    print("| " + " | ".join(HEAD) + " |\n" + "|---" * len(HEAD) + "|")
    for case in cases(ANSWERS_BETWEEN_KILLS):
        if chosen.fault not in case.name:
            continue
        with tempfile.TemporaryDirectory() as folder:
            outcome, log = asyncio.run(run_trial(case, Path(folder), questions=chosen.questions, chats=chosen.chats,
                                                 per_second=chosen.per_second, seed=chosen.seed))
        print(row(outcome), flush=True)
        if chosen.logs:
            chosen.logs.mkdir(parents=True, exist_ok=True)
            (chosen.logs / f"{case.name}.log".replace("/", " ")).write_text("".join(log), encoding="utf-8")


if __name__ == "__main__":
    main()
