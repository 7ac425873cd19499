"""Which of several bots is at work: one at a time, since two would answer each other's unfinished updates.

On a file the others are refused. On a server they wait, and one of them takes the place of a bot that has ended or has
lost the server. A bot whose connection broke goes on as long as the server is away, so that people in danger are
answered; when it is back, whoever asks first is at work, and the other one stops before that one begins.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from bot.app.monitoring.health import Check, Finding
from bot.desk.store.database import Place, Server, sole_use

if TYPE_CHECKING:  # a driver that only servers need
    from bot.desk.store.servers import BotLock

ASKED_EVERY_S = 1.0
"""How often a waiting bot asks for its turn, and the one at work whether it still is."""
SETTLING_S = 3.0
"""Between another bot's end and our beginning: longer than it takes one that still runs to notice, and to stop."""

_log = logging.getLogger(__name__)


class Turn:
    """The place of this bot among those of its database."""

    def __init__(self) -> None:
        self.waiting = False
        self.overtaken = asyncio.Event()
        """Set once another bot is at work in our place."""

    def or_waiting(self, check: Check) -> Check:
        """A check of a bot at work, which holds for one that waits as well."""
        def checked() -> Finding:
            if self.waiting:
                return Finding(ok=True, detail="another bot is at work; this one waits to take its place")
            return check()

        return checked


@asynccontextmanager
async def at_work(place: Place, turn: Turn, stop: asyncio.Event) -> AsyncIterator[None]:
    """Waits until it is our turn, or `stop` is set; `turn.overtaken` ends it.

    Raises ChannelError where another bot uses a file.
    """
    turn.overtaken.clear()
    if not isinstance(place, Server):
        with sole_use(place):
            yield
        return
    from bot.desk.store.servers import BotLock

    lock = BotLock(place)
    await _wait(lock, turn, stop)
    watching = asyncio.create_task(_watch(lock, turn))
    try:
        yield
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching
        await asyncio.to_thread(lock.release)


async def _wait(lock: BotLock, turn: Turn, stop: asyncio.Event) -> None:
    """Return when the lock is ours; at once where the server is away at the start, as with a file that is broken.

    That nobody holds the lock does not say that the bot before us has stopped: it may have been cut off just now.
    """
    from bot.desk.store.servers import DatabaseAway

    try:
        while not stop.is_set():
            try:
                if await asyncio.to_thread(lock.take):
                    await _sleep(SETTLING_S, stop)
                    if turn.waiting:
                        _log.warning("the other bot is gone; this one is at work now")
                    return
            except DatabaseAway:
                if not turn.waiting:
                    return
            else:
                if not turn.waiting:
                    _log.warning("another bot is at work on this database; this one waits to take its place")
                turn.waiting = True
            await _sleep(ASKED_EVERY_S, stop)
    finally:
        turn.waiting = False


async def _watch(lock: BotLock, turn: Turn) -> None:
    """Notice that the lock was lost, and take it again as soon as the server is back, unless another bot was first."""
    from bot.desk.store.servers import DatabaseAway

    while True:
        await asyncio.sleep(ASKED_EVERY_S)
        if await asyncio.to_thread(lock.is_held):
            continue
        with suppress(DatabaseAway):
            if not await asyncio.to_thread(lock.take):
                _log.warning("another bot is at work in the place of this one, which was cut off from the database")
                turn.overtaken.set()
                return


async def _sleep(seconds: float, stop: asyncio.Event) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()
