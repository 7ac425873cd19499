"""Many chats asking at once: `python -m benchmarks.concurrency [--chats 32] [--minutes 10]`.

Each chat asks one question after the other, in threads as the Telegram channel does, without a pause. Prints answers a
second, the median, 95th and 99th percentile of the time to an answer, errors, and resident memory minute by minute.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import time
from collections.abc import Sequence

from benchmarks.speed import questions, resident_mb
from bot.answering.answer import Enquiry
from bot.app.settings import load_settings
from bot.app.wiring import make_assistant
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation

QUESTIONS = 1500
NEW_CONVERSATION_AFTER = 8
"""Questions in one conversation."""


class Load:
    """What was measured so far."""

    def __init__(self, assistant: Assistant, texts: Sequence[str]) -> None:
        self._assistant = assistant
        self._texts = texts
        self.seconds: list[float] = []
        self.errors = 0

    async def chat(self, number: int, until: float) -> None:
        """One chat, asking until the time is up."""
        chance = random.Random(number)
        conversation, asked = Conversation(), 0
        while time.monotonic() < until:
            enquiry = Enquiry(text=chance.choice(self._texts))
            started = time.perf_counter()
            try:
                _, conversation = await asyncio.to_thread(self._assistant.reply, enquiry, conversation)
            except Exception as error:  # counted, and shown once: a benchmark must not stop at the first
                self.errors += 1
                if self.errors == 1:
                    print(f"first error: {error!r}")
            self.seconds.append(time.perf_counter() - started)
            asked += 1
            if asked % NEW_CONVERSATION_AFTER == 0:
                conversation = Conversation()


async def run(chats: int, minutes: float) -> None:
    """Ask and report."""
    load = Load(make_assistant(load_settings()), questions(QUESTIONS))
    started = time.monotonic()
    until = started + 60 * minutes
    asking = [asyncio.create_task(load.chat(number, until)) for number in range(chats)]
    print(f"{chats} chats; at the start {resident_mb():.0f} MB", flush=True)
    while time.monotonic() < until:
        await asyncio.sleep(min(60.0, max(0.0, until - time.monotonic())))
        passed = time.monotonic() - started
        print(f"  {passed:4.0f} s: {len(load.seconds)} answers, {resident_mb():.0f} MB", flush=True)
    await asyncio.gather(*asking)
    cuts = [1000 * cut for cut in statistics.quantiles(load.seconds, n=100)]
    print(f"{len(load.seconds) / (60 * minutes):.1f} answers a second, {load.errors} errors")
    print(f"time to an answer: p50 {cuts[49]:.0f} ms, p95 {cuts[94]:.0f} ms, p99 {cuts[98]:.0f} ms")


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--chats", type=int, default=32)
    parser.add_argument("--minutes", type=float, default=10)
    options = parser.parse_args()
    asyncio.run(run(options.chats, options.minutes))


if __name__ == "__main__":
    main()
