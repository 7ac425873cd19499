"""Steady load on the whole bot: `python -m benchmarks.soak [--minutes 10] [--per-second 20] [--chats 200]`.

The bot with the shipped assistant runs in one process, Telegram's stand-in and the people in another. Questions in all
languages (answered, not covered, unclear, urgent, and with an identity number) arrive at random moments at the given
rate, each in a chat that is not waiting for an answer. Prints how long it takes from the update being there to the
whole answer being received, what was lost or came twice, the errors in the bot's log, and every half minute the
memory of the bot and how late its event loop runs. `--data` is a folder with a built index, `--threads` how many
answers are worked out at a time.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import random
import statistics
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from pydantic import SecretStr

from bot.app.settings import Settings, default_data_dir
from bot.app.wiring import make_assistant
from bot.channels.telegram import TelegramSettings, serve
from bot.safety.deidentify import redact
from tests.telegram.fake_bot_api import TOKEN, FakeBotApi
from tests.telegram.identifier_messages import NATIONAL
from tests.telegram.people import private

QUESTIONS = Path(__file__).parent / "data" / "soak_questions.yaml"
WEIGHTS = {"covered": 10, "not_covered": 4, "unclear": 3, "urgent": 1, "with_number": 2}
FIRST_CHAT = 1000
QUIET_S = 1.5
"""A chat that has heard nothing for so long has heard the whole answer."""
REPORT_EVERY_S = 30.0
LOOK_EVERY_S = 0.05


@dataclass
class Waiting:
    """One question and what came of it."""

    kind: str
    asked: float
    texts: list[str] = field(default_factory=list)
    last: float = 0.0


class Load:
    """The people: what they ask, and what they hear."""

    def __init__(self, fake: FakeBotApi, chats: int, seed: int) -> None:
        self._fake = fake
        self._chance = random.Random(seed)
        self._questions = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
        self._free = list(range(FIRST_CHAT, FIRST_CHAT + chats))
        self._asking: dict[int, Waiting] = {}
        self._heard = 0
        self.done: list[Waiting] = []
        self.stray = 0
        """Messages to somebody who was not waiting for one."""
        self.held_back = 0
        """Questions that found no free chat."""

    def ask(self) -> None:
        """Somebody who is not waiting asks something."""
        if not self._free:
            self.held_back += 1
            return
        chat = self._free.pop(self._chance.randrange(len(self._free)))
        language = self._chance.choice(sorted(self._questions))
        [kind] = self._chance.choices(list(WEIGHTS), list(WEIGHTS.values()))
        texts = self._questions[language]
        text = self._chance.choice(texts["covered" if kind == "with_number" else kind])
        if kind == "with_number":
            text = f"{self._chance.choice(list(NATIONAL.values()))(self._chance)} {text}"
        self._asking[chat] = Waiting(kind, time.monotonic())
        private(self._fake, chat, language).say(text, date=int(time.time()))  # the bot counts messages a minute

    async def listen(self) -> None:
        """Note what arrives, until cancelled."""
        while True:
            with suppress(TimeoutError):
                await self._fake.until(lambda: len(self._fake.sent) > self._heard, LOOK_EVERY_S)
            now = time.monotonic()
            for message in self._fake.sent[self._heard:]:
                waiting = self._asking.get(message.chat_id)
                if waiting is None:
                    self.stray += 1
                else:
                    waiting.texts.append(message.text)
                    waiting.last = now
            self._heard = len(self._fake.sent)
            for chat in [chat for chat, one in self._asking.items() if one.texts and now - one.last > QUIET_S]:
                self.done.append(self._asking.pop(chat))
                self._free.append(chat)

    @property
    def unanswered(self) -> int:
        """People still waiting for a first word."""
        return sum(not one.texts for one in self._asking.values())

    @property
    def busy(self) -> bool:
        """Whether anybody is waiting."""
        return bool(self._asking)


def memory_mb(process_id: int) -> float:
    """Resident memory of a process."""
    with open(f"/proc/{process_id}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


def quantiles(seconds: list[float]) -> str:
    """Median and upper percentiles."""
    cuts = statistics.quantiles(seconds, n=100) if len(seconds) > 1 else [float("nan")] * 99
    return f"p50 {cuts[49]:.3f} s, p95 {cuts[94]:.3f} s, p99 {cuts[98]:.3f} s, longest {max(seconds, default=0):.3f} s"


async def run(minutes: float, per_second: float, chats: int, seed: int, data: Path, log: Path, threads: int) -> None:
    """Load the bot and report."""
    async with FakeBotApi() as fake:
        with tempfile.TemporaryDirectory() as folder, log.open("w") as written:
            bot = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "benchmarks.soak", "--bot", fake.base_url, "--data", str(data),
                "--database", f"{folder}/farmasvar.sqlite", "--threads", str(threads),
                stderr=written, stdout=asyncio.subprocess.DEVNULL, env={**os.environ, "OMP_NUM_THREADS": "1"})
            up = asyncio.ensure_future(fake.until(lambda: fake.called("getUpdates"), 300))
            ended = asyncio.ensure_future(bot.wait())
            await asyncio.wait({up, ended}, return_when=asyncio.FIRST_COMPLETED)
            if ended.done():
                sys.exit(f"the bot ended before it began; see {log}")
            load = Load(fake, chats, seed)
            idle, idle_loop = _processor_seconds(f"{bot.pid}"), _processor_seconds(f"{bot.pid}/task/{bot.pid}")
            listening = asyncio.create_task(load.listen())
            started = time.monotonic()
            await _ask_for(load, bot.pid, started, minutes, per_second, seed, log)
            with suppress(TimeoutError):
                async with asyncio.timeout(120):
                    while load.busy:
                        await asyncio.sleep(LOOK_EVERY_S)
            listening.cancel()
            seconds = time.monotonic() - started
            used, used_by_loop = _processor_seconds(f"{bot.pid}"), _processor_seconds(f"{bot.pid}/task/{bot.pid}")
            busy = used - idle, used_by_loop - idle_loop
            bot.terminate()
            await asyncio.wait_for(bot.wait(), 30)
    waits = [one.last - one.asked for one in load.done]
    twice = sum(len(set(one.texts)) < len(one.texts) for one in load.done)
    print(f"all: {len(waits)} answers in {seconds:.0f} s; {quantiles(waits)}")
    for kind in WEIGHTS:
        of_kind = [one.last - one.asked for one in load.done if one.kind == kind]
        print(f"{kind}: {len(of_kind)} answers; {quantiles(of_kind)}")
    print(f"lost {load.unanswered}, came twice {twice}, stray messages {load.stray}, no free chat {load.held_back}, "
          f"refused by the Bot API {len(fake.refusals)}, "
          f"errors logged {log.read_text().count('ERROR')}")
    each, each_in_loop = (used / max(1, len(waits)) * 1000 for used in busy)
    print(f"processor: {each:.0f} ms an answer, {each_in_loop:.0f} of it in the event loop; "
          f"{busy[0] / seconds:.2f} of one core")


async def _ask_for(load: Load, process_id: int, started: float, minutes: float, per_second: float, seed: int,
                   log: Path) -> None:
    chance = random.Random(seed)
    moment = report = started
    while (moment := moment + chance.expovariate(per_second)) < started + 60 * minutes:
        await asyncio.sleep(max(0.0, moment - time.monotonic()))
        load.ask()
        if time.monotonic() - report > REPORT_EVERY_S:
            report = time.monotonic()
            late = [line.split("late ")[1] for line in log.read_text().splitlines() if "event loop late" in line]
            print(f"{report - started:5.0f} s: {len(load.done)} answered, {memory_mb(process_id):.0f} MB, "
                  f"event loop late {late[-1] if late else 'unknown'}", flush=True)


def _processor_seconds(of: str) -> float:
    """Time on the processor of a process, or of one of its threads."""
    fields = Path(f"/proc/{of}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def serve_bot(base_url: str, data: Path, database: Path, threads: int) -> None:
    """The bot's own process."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    logging.getLogger("soak").setLevel(logging.INFO)
    assistant = make_assistant(Settings.model_construct(data_dir=data, embedding_model=None, country=None))
    assistant.warm_up()
    settings = TelegramSettings(token=SecretStr(TOKEN), base_url=base_url, database=database, poll_timeout_s=5,
                                answer_threads=threads)
    watching = asyncio.create_task(_watch_the_loop())
    await serve(settings, assistant, lambda text: redact(text).text)
    watching.cancel()


async def _watch_the_loop() -> None:
    """Say every half minute how late the event loop wakes up somebody who slept for ten milliseconds."""
    while True:
        late: list[float] = []
        until = time.monotonic() + REPORT_EVERY_S / 3
        while (before := time.monotonic()) < until:
            await asyncio.sleep(0.01)
            late.append(time.monotonic() - before - 0.01)
        logging.getLogger("soak").info("event loop late %s", quantiles(late))


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Steady load on the Telegram bot.")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--per-second", type=float, default=20)
    parser.add_argument("--chats", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", type=Path, default=default_data_dir())
    parser.add_argument("--log", type=Path, default=Path(tempfile.gettempdir()) / "farmasvar-soak.log")
    parser.add_argument("--threads", type=int, default=TelegramSettings.model_fields["answer_threads"].default)
    parser.add_argument("--bot", help=argparse.SUPPRESS)
    parser.add_argument("--database", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.bot:
        asyncio.run(serve_bot(chosen.bot, chosen.data, chosen.database, chosen.threads))
    else:
        asyncio.run(run(chosen.minutes, chosen.per_second, chosen.chats, chosen.seed, chosen.data, chosen.log,
                        chosen.threads))


if __name__ == "__main__":
    main()
