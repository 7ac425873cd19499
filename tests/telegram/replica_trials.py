"""A trial of several bots on one server, which are killed again and again, and the server too where that is asked.

Questions arrive and are counted as in `tests.telegram.fault_trials`.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from random import Random

from tests.telegram.fake_bot_api import FakeBotApi
from tests.telegram.fault_proxy import FaultProxy
from tests.telegram.fault_trials import (
    QUICK_SETTINGS,
    BotProcess,
    Outcome,
    Trial,
    Trouble,
    ask,
    count_up,
    settings_arguments,
    under_way,
)


@dataclass
class Replicas:
    """Several bots, counted together."""

    bots: tuple[BotProcess, ...]

    @property
    def kills(self) -> int:
        """How often one was killed."""
        return sum(bot.kills for bot in self.bots)

    @property
    def stops(self) -> int:
        """How often one ended with one clear line."""
        return sum(bot.stops for bot in self.bots)

    @property
    def crashes(self) -> int:
        """How often one ended with anything else."""
        return sum(bot.crashes for bot in self.bots)


def killed_at_random(every_s: float) -> Trouble:
    """Each bot is killed about every so many seconds."""
    async def trouble(trial: Trial) -> None:
        async def one(bot: BotProcess) -> None:
            while True:
                await asyncio.sleep(trial.chance.uniform(0.5, 1.5) * every_s)
                bot.kill()
                trial.struck += 1

        await asyncio.gather(*(one(bot) for bot in trial.bot.bots))

    return trouble


def waits_for_its_turn(bot: BotProcess) -> bool:
    """Whether another bot receives."""
    return any("another bot receives" in line for line in bot.log)


def has_come_back(bot: BotProcess) -> bool:
    """Whether it has started as often as it had to."""
    return sum("connected as bot" in line for line in bot.log) > bot.kills


async def the_receiver_killed_once(trial: Trial) -> None:
    """The bot that receives is killed, once, when some questions have been answered."""
    await trial.fake.until(lambda: len(trial.answered()) >= 5, 120)
    [receiving] = (bot for bot in trial.bot.bots if not waits_for_its_turn(bot))
    receiving.kill()
    trial.struck += 1


async def run_replicas(address: str, trouble: Trouble, *, replicas: int, questions: int, chats: int,
                       per_second: float, seed: int, patience_s: float = 120.0, apart: bool = False
                       ) -> tuple[Outcome, list[str]]:
    """Run the trial; what became of the questions, and the log of every bot; `apart`: with its number before each line,
    and the questions begin when all bots are there.
    """
    chance = Random(seed)
    async with FakeBotApi() as fake, FaultProxy(fake.base_url, lambda method: None,
                                                lambda updates, offset: updates) as proxy:
        arguments = settings_arguments({**QUICK_SETTINGS, "database_patience_s": 600})
        bots = Replicas(tuple(BotProcess(proxy.base_url, address, arguments) for _ in range(replicas)))
        trial = Trial(fake, proxy, bots, chance)  # type: ignore[arg-type]  # counted like one
        async with AsyncExitStack() as stack:
            running = [await stack.enter_async_context(under_way(bot.run())) for bot in bots.bots]
            await fake.until(lambda: fake.called("getUpdates"), patience_s)
            if apart:
                await fake.until(lambda: sum(map(waits_for_its_turn, bots.bots)) == replicas - 1, patience_s)
            started = time.monotonic()
            async with under_way(trouble(trial)):
                await ask(trial, questions, chats, per_second)
            with suppress(TimeoutError):
                await fake.until(lambda: len(trial.answered()) >= questions, patience_s)
            with suppress(TimeoutError):
                await fake.until(lambda: not fake.pending, patience_s)
            seconds = time.monotonic() - started
            if apart:  # one that is told to end while it starts would count as a crash
                await fake.until(lambda: all(map(has_come_back, bots.bots)), patience_s)
            for bot in bots.bots:
                await bot.end()
            for one in running:
                await one
        log = [f"{number} {line}" if apart else line for number, bot in enumerate(bots.bots) for line in bot.log]
        return count_up("replicas", trial, seconds), log
