"""Trials of delivery: many questions from many chats, one kind of fault, and a count of what became of each question.

A trial keeps a bot running, as a process manager would: whenever it ends it is started again. Questions arrive evenly;
each carries a word of its own, by which every reply that reaches a person is counted.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import sqlite3
import statistics
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from resource import RLIM_INFINITY, RLIMIT_FSIZE, prlimit
from typing import NamedTuple

from bot.channels.telegram import TelegramSettings
from tests.telegram.fake_bot_api import Chat, FakeBotApi
from tests.telegram.fault_proxy import (
    Fault,
    FaultProxy,
    HeldBack,
    SpoilRequest,
    SpoilUpdates,
    damaged,
    doubled,
    shuffled,
    with_nonsense,
)
from tests.telegram.people import private

ROOT = Path(__file__).parents[2]
REPEATED = "you may have seen this reply before"
TOKEN_WORD = re.compile(r"\bword-(\d+)\b")
FIRST_CHAT = 1000
STRANGE_CHAT = 900
RESTART_AFTER_S = 0.1


class Outcome(NamedTuple):
    """What became of the questions of one trial."""

    fault: str
    sent: int
    once: int
    marked_repeat: int
    """Questions answered more than once, every repetition saying that it may be one."""
    unmarked_repeat: int
    lost: int
    struck: int
    """Faults that were brought about."""
    kills: int
    stops: int
    """Ends of the bot with one clear line."""
    crashes: int
    """Ends of the bot with anything else, and errors of tasks nobody looked at."""
    seconds: float
    p95_s: float
    refusals: tuple[str, ...]
    """What the bot asked against the rules of the Bot API."""


@dataclass
class BotProcess:
    """A bot in a process of its own, started again whenever it ends."""

    base_url: str
    database: Path | str
    arguments: tuple[str, ...] = ()
    kills: int = 0
    stops: int = 0
    crashes: int = 0
    log: list[str] = field(default_factory=list)
    process: asyncio.subprocess.Process | None = None
    limit_bytes: int = RLIM_INFINITY
    ending: bool = False

    async def run(self) -> None:
        """Keep it running until told to end; it does not outlive this."""
        try:
            await self._keep_running()
        finally:
            self.kill()

    async def _keep_running(self) -> None:
        while not self.ending:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.telegram.run_toy_bot", self.base_url, str(self.database), "log",
                *self.arguments, cwd=ROOT, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.PIPE, limit=2**20)
            if self.ending:  # told to end while this one was starting
                await self.end()
            self.limit_file_size(self.limit_bytes)
            said = await self._read_log()
            code = await self.process.wait()
            if code == -9:
                self.kills += 1
            elif code == 1 and "ChannelError" in said and "Traceback" not in said:
                self.stops += 1
            elif code != 0:
                self.crashes += 1
            if not self.ending:
                await asyncio.sleep(RESTART_AFTER_S)

    async def _read_log(self) -> str:
        """Take in what the process says until it ends; its last lines."""
        assert self.process is not None and self.process.stderr is not None
        last: list[str] = []
        async for line in self.process.stderr:
            text = line.decode(errors="replace")
            self.log.append(text)
            last = [*last[-30:], text]
            self.crashes += "was never retrieved" in text
        return "".join(last)

    def kill(self) -> None:
        """End it at once, wherever it is."""
        if self.process is not None and self.process.returncode is None:
            with suppress(ProcessLookupError):
                self.process.kill()

    async def end(self) -> None:
        """Let it end in order."""
        self.ending = True
        if self.process is not None and self.process.returncode is None:
            with suppress(ProcessLookupError):
                self.process.terminate()

    def limit_file_size(self, limit_bytes: int) -> None:
        """No file of the process may grow beyond this: to the database, a full disk."""
        self.limit_bytes = limit_bytes
        if self.process is not None and self.process.returncode is None:
            with suppress(ProcessLookupError):
                prlimit(self.process.pid, RLIMIT_FSIZE, (limit_bytes, RLIM_INFINITY))


@dataclass
class Trial:
    """One trial while it runs."""

    fake: FakeBotApi
    proxy: FaultProxy
    bot: BotProcess
    chance: Random
    asked: dict[int, float] = field(default_factory=dict)
    struck: int = 0

    def answered(self) -> set[int]:
        """Questions somebody has had a reply to."""
        return {word for word in (_word(message.text) for message in self.fake.sent) if word is not None}


Trouble = Callable[[Trial], Awaitable[None]]


class Case(NamedTuple):
    """A kind of fault; each part makes what it needs from the chance of the trial."""

    name: str
    request: Callable[[Random], SpoilRequest] = lambda chance: lambda method: None
    updates: Callable[[Random], SpoilUpdates] = lambda chance: lambda updates, offset: updates
    trouble: Trouble | None = None


async def run_trial(case: Case, folder: Path, *, questions: int, chats: int, per_second: float, seed: int,
                    patience_s: float = 120.0) -> tuple[Outcome, list[str]]:
    """Run the trial; what became of the questions, and the bot's log."""
    chance = Random(f"{seed} {case.name}")
    async with FakeBotApi() as fake, FaultProxy(fake.base_url, case.request(chance), case.updates(chance)) as proxy:
        bot = BotProcess(proxy.base_url, folder / "farmasvar.sqlite", settings_arguments(QUICK_SETTINGS))
        trial = Trial(fake, proxy, bot, chance)
        async with under_way(bot.run()) as running:
            await fake.until(lambda: fake.called("getUpdates"), patience_s)
            started = time.monotonic()
            async with under_way(case.trouble(trial)) if case.trouble else contextlib.nullcontext():
                await ask(trial, questions, chats, per_second)
                with suppress(TimeoutError):
                    await fake.until(lambda: len(trial.answered()) >= questions, patience_s)
            with suppress(TimeoutError):
                await fake.until(lambda: not fake.pending, patience_s)
            seconds = time.monotonic() - started
            await bot.end()
            await running
        return count_up(case.name, trial, seconds), bot.log


QUICK_SETTINGS: dict[str, object] = {
    "poll_timeout_s": 1, "backoff_start_s": 0.05, "conflict_wait_s": 0.2, "conflict_limit": 1000,
    "messages_per_minute": 1_000_000, "chat_messages_per_minute": 1_000_000}
"""Pauses scaled down, and no limit to what a chat may ask."""


def settings_arguments(settings: Mapping[str, object]) -> tuple[str, ...]:
    """The settings as the bot process takes them."""
    return tuple(f"{name}={value}" for name, value in settings.items() if name in TelegramSettings.model_fields)


async def ask(trial: Trial, questions: int, chats: int, per_second: float) -> None:
    started = time.monotonic()
    for number in range(questions):
        await asyncio.sleep(max(0.0, started + number / per_second - time.monotonic()))
        trial.asked[number] = time.monotonic()
        private(trial.fake, FIRST_CHAT + number % chats).say(f"word-{number} about magnesium")


@asynccontextmanager
async def under_way(work: Awaitable[None]) -> AsyncIterator[asyncio.Future[None]]:
    task = asyncio.ensure_future(work)
    try:
        yield task
    finally:
        while not task.done():  # a server that closes its connections may swallow the one that ends it
            task.cancel()
            await asyncio.wait({task}, timeout=1)
        with suppress(asyncio.CancelledError):
            task.result()


def _word(text: str) -> int | None:
    found = TOKEN_WORD.search(text)
    return None if found is None else int(found[1])


def count_up(name: str, trial: Trial, seconds: float) -> Outcome:
    replies: Counter[int] = Counter()
    unmarked: Counter[int] = Counter()
    for message in trial.fake.sent:
        word = _word(message.text)
        if word is not None:
            replies[word] += 1
            unmarked[word] += REPEATED not in message.text
    first: dict[int, float] = {}
    for done in trial.proxy.carried_out:
        word = _word(done.parameters.get("text", ""))
        if word is not None:
            first.setdefault(word, done.at)
    waits = sorted(first[word] - asked for word, asked in trial.asked.items() if word in first)
    sent = len(trial.asked)
    twice = sum(count > 1 for count in unmarked.values())
    return Outcome(
        fault=name, sent=sent, once=sum(replies[word] == 1 for word in trial.asked),
        marked_repeat=sum(replies[word] > 1 and unmarked[word] <= 1 for word in trial.asked),
        unmarked_repeat=twice, lost=sum(not replies[word] for word in trial.asked),
        struck=trial.struck + len(trial.proxy.faults) + trial.proxy.batches_spoilt,
        kills=trial.bot.kills, stops=trial.bot.stops, crashes=trial.bot.crashes, seconds=seconds,
        p95_s=statistics.quantiles(waits, n=20)[-1] if len(waits) > 1 else float("nan"),
        refusals=tuple(trial.fake.refusals))


# ---- the cases

def _some(kinds: list[Fault], share: float, methods: tuple[str, ...] | None = None,
          at_most: int = 10**9) -> Callable[[Random], SpoilRequest]:
    """One of the faults strikes this share of the requests."""
    def of(chance: Random) -> SpoilRequest:
        left = at_most

        def spoil(method: str) -> Fault | None:
            nonlocal left
            if left and (methods is None or method in methods) and chance.random() < share:
                left -= 1
                return chance.choice(kinds)
            return None

        return spoil

    return of


def kills(every: int) -> Trouble:
    """SIGKILL, at a random moment after about so many more answers."""
    async def trouble(trial: Trial) -> None:
        while True:
            target = len(trial.answered()) + trial.chance.randint(every // 2, 3 * every // 2)
            await trial.fake.until(lambda aim=target: len(trial.answered()) >= aim, 600)
            await asyncio.sleep(trial.chance.random() * 0.05)
            trial.bot.kill()
            trial.struck += 1

    return trouble


def outages(seconds: float, pause_s: float) -> Trouble:
    """No connection at all, again and again."""
    async def trouble(trial: Trial) -> None:
        while True:
            await asyncio.sleep(pause_s)
            trial.struck += 1
            await trial.proxy.lose_network(seconds)

    return trouble


def locks(seconds: float, pause_s: float) -> Trouble:
    """Another program holds the database, again and again."""
    def hold(path: Path) -> None:
        with contextlib.closing(sqlite3.connect(path, timeout=10, isolation_level=None)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            time.sleep(seconds)
            connection.execute("ROLLBACK")

    async def trouble(trial: Trial) -> None:
        while True:
            await asyncio.sleep(pause_s)
            with suppress(sqlite3.OperationalError):
                await asyncio.to_thread(hold, trial.bot.database)
                trial.struck += 1

    return trouble


def full_disk(seconds: float, pause_s: float) -> Trouble:
    """The database cannot grow for a while, again and again."""
    async def trouble(trial: Trial) -> None:
        while True:
            await asyncio.sleep(pause_s)
            trial.bot.limit_file_size(512)
            trial.struck += 1
            await asyncio.sleep(seconds)
            trial.bot.limit_file_size(RLIM_INFINITY)

    return trouble


def strange_updates(pause_s: float) -> Trouble:
    """Updates of unknown kinds and with wounded contents, between the others."""
    async def trouble(trial: Trial) -> None:
        fake, chance = trial.fake, trial.chance
        fake.chats.setdefault(STRANGE_CHAT, Chat({"id": STRANGE_CHAT, "type": "private", "first_name": "Ola"}))
        person = {"id": STRANGE_CHAT, "is_bot": False, "first_name": "Ola"}
        while True:
            message = {"message_id": fake.new_message_id(), "date": 1_790_000_000, "text": "strange", "from": person,
                       "chat": fake.chats[STRANGE_CHAT].chat,
                       "entities": [{"type": "bold", "offset": 0, "length": 3}]}
            query = {"id": "1", "from": person, "chat_instance": "1", "data": "x", "message": message}
            kind, content = chance.choice([("message", message), ("edited_message", message),
                                           ("callback_query", query), ("unheard_of", message), ("poll", {"id": 1})])
            fake.add_update(kind, damaged(chance, content, chance.randint(1, 3)))
            trial.struck += 1
            await asyncio.sleep(pause_s)

    return trouble


def _together(*troubles: Trouble) -> Trouble:
    async def trouble(trial: Trial) -> None:
        await asyncio.gather(*(one(trial) for one in troubles))

    return trouble


def cases(answers_between_kills: int, *, pause_s: float = 3.0) -> tuple[Case, ...]:
    """Every kind of fault, each with the share that is usual in bad times and beyond."""
    server = [Fault("refused", code=code, page=page) for code in (500, 502, 503, 504) for page in (False, True)]
    unclear = [Fault("refused", applied=True, code=502), Fault("cut", applied=True), Fault("half")]
    flood = [Fault("refused", code=429, retry_after=1)]
    strange = strange_updates(pause_s / 60)
    return (
        Case("none"),
        Case("killed (SIGKILL)", trouble=kills(answers_between_kills)),
        Case("updates doubled", updates=lambda chance: doubled(chance, 0.5)),
        Case("updates in random order", updates=shuffled),
        Case("updates late", updates=lambda chance: HeldBack(chance, 0.2)),
        Case("updates malformed", updates=lambda chance: with_nonsense(chance, 0.3), trouble=strange),
        Case("flood limit (429)", request=_some(flood, 0.05, ("sendMessage", "getUpdates", "sendChatAction"))),
        Case("server fault (5xx), no effect", request=_some(server, 0.1)),
        Case("answer lost after the effect", request=_some(unclear, 0.1)),
        Case("connection cut before the effect", request=_some([Fault("cut")], 0.1)),
        Case("no answer until timeout", request=_some(
            [Fault("silent"), Fault("silent", applied=True)], 0.05, ("sendMessage",), 20)),
        Case("rubbish in place of answers", request=_some([Fault("rubbish")], 0.1)),
        Case("network lost", trouble=outages(pause_s / 3, pause_s)),
        Case("database locked for a second", trouble=locks(1.0, pause_s)),
        Case("disk full", trouble=full_disk(pause_s / 3, pause_s)),
        Case("all together", request=_some([*server, *unclear, *flood, Fault("cut")], 0.05),
             updates=lambda chance: HeldBack(chance, 0.1),
             trouble=_together(kills(answers_between_kills), outages(0.5, 2 * pause_s), strange)),
    )
