"""Which of several bots receives: one at a time, since Telegram refuses a second one that asks for updates.

On a server all of them answer (`crew`), and one of them takes the place of one that has ended or has lost the server.
A bot whose connection broke goes on as long as the server is away, so that people in danger are answered; when it is
back, whoever asks first receives, and the other one stops receiving before that one begins. Whoever receives also does
what is to be done once an hour. With a webhook all of them receive, and one does that.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from bot.app.monitoring.health import Check, Finding
from bot.desk.store.database import Place, Server

if TYPE_CHECKING:  # a driver that only servers need
    from bot.desk.store.servers import BotLock

ASKED_EVERY_S = 1.0
"""How often a waiting bot asks for its turn, and the one that receives whether it is still its turn."""
SETTLING_S = 3.0
"""Between another bot's end and our beginning: longer than it takes one that still runs to notice, and to stop."""

_log = logging.getLogger(__name__)


class Turn:
    """Whose turn it is to receive, as far as this bot is concerned."""

    def __init__(self) -> None:
        self.waiting = False
        self.overtaken = asyncio.Event()
        """Set once another bot receives in our place."""

    def or_waiting(self, check: Check) -> Check:
        """A check of a bot that receives, which holds for one that waits as well."""
        def checked() -> Finding:
            if self.waiting:
                return Finding(ok=True, detail="another bot receives; this one answers too and waits for its turn")
            return check()

        return checked


@asynccontextmanager
async def elected(place: Place, turn: Turn, stop: asyncio.Event) -> AsyncIterator[None]:
    """Waits until it is our turn, or `stop` is set; `turn.overtaken` ends it. On a file it always is."""
    turn.overtaken.clear()
    if not isinstance(place, Server):
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
                    if not (stop.is_set() or await asyncio.to_thread(lock.is_held)):
                        continue  # the server fell again: the bot before us may not have noticed that we had it
                    if turn.waiting:
                        _log.warning("the other bot is gone; this one receives now")
                    return
            except DatabaseAway:
                if not turn.waiting:
                    return
            else:
                if not turn.waiting:
                    _log.warning("another bot receives; this one answers too and waits for its turn")
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
                _log.warning("another bot receives in the place of this one, which was cut off from the database")
                turn.overtaken.set()
                return


async def _sleep(seconds: float, stop: asyncio.Event) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()
