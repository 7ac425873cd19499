"""Several bots that answer from one inbox on a server: all of them work, whichever of them receives.

Each takes what nobody has taken, as many questions as it has threads for. What a bot took that has ended, or that has
been cut off for some seconds, is taken by another. A reply that may have left by then is marked as a repetition; one
that had not begun to leave never does, since whoever answers asks the inbox first whether the message is still its own.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from bot.app.monitoring.logs import place_of
from bot.desk.store.crew import Seat, call, seats_taken
from bot.desk.store.database import Connection, Server
from bot.desk.store.servers import DatabaseAway

LOOKED_EVERY_S = 1.0
"""How often a bot looks for work that nobody called it for."""
MISSED_S = 3.0
"""After so long without its seat a bot is taken to be gone: when the server comes back, each takes its own again."""

_log = logging.getLogger(__name__)


class Look(Protocol):
    """Looks for work; `thoroughly`: also for what nobody calls for."""

    def __call__(self, *, thoroughly: bool) -> None:
        """Take what there is room for."""


class Crew:
    """This bot among those of its database."""

    def __init__(self, server: Server, connection: Connection, clock: Callable[[], float] = time.monotonic) -> None:
        self._seat = Seat(server)
        self._connection = connection
        self._clock = clock
        self._missed: dict[int, float] = {}
        self._hearing: asyncio.Future[None] | None = None

    @property
    def number(self) -> int:
        """The number of our seat, which marks what we took."""
        return self._seat.number

    def gone(self, holders: frozenset[int], *, patience_s: float = MISSED_S) -> frozenset[int]:
        """Those of the seats whose bots have been missed for so long; raises StoreError."""
        others = holders - {self.number}
        absent = others - seats_taken(self._connection) if others else others
        now = self._clock()
        self._missed = {seat: self._missed.get(seat, now) for seat in absent}
        return frozenset(seat for seat, since in self._missed.items() if now - since >= patience_s)

    def call(self) -> None:
        """Call everybody to the inbox, once what was written in this transaction is kept."""
        call(self._connection)

    async def sit_down(self) -> None:
        """Take our seat, if the server can be asked."""
        self._hearing = asyncio.ensure_future(asyncio.to_thread(self._seat.hear))
        with suppress(DatabaseAway):
            await asyncio.shield(self._hearing)

    async def attend(self, look: Look) -> None:
        """Call `look` whenever somebody calls us, and thoroughly every second; until cancelled.

        Whatever fails, the next second tries again: a bot that no longer looks would leave what it is called for.
        """
        looked = self._clock()
        try:
            while True:
                try:
                    await self._called(LOOKED_EVERY_S - (self._clock() - looked))
                    await self.sit_down()
                except Exception as error:  # no thread or no file is to be had, for instance
                    _log.error("the seat cannot be kept: %s", place_of(error))
                    await asyncio.sleep(LOOKED_EVERY_S)
                thoroughly = self._clock() - looked >= LOOKED_EVERY_S
                if thoroughly:
                    looked = self._clock()
                try:
                    look(thoroughly=thoroughly)
                except Exception as error:  # the next look may do better
                    _log.error("looking for work broken off: %s", place_of(error))
        finally:
            await self._give_up_seat()

    async def _give_up_seat(self) -> None:
        """Let go of the seat; a thread that is about to take it is waited for, since it would hold it for nobody."""
        try:
            if self._hearing is not None:
                await asyncio.gather(self._hearing, return_exceptions=True)
        finally:
            self._seat.release()

    async def _called(self, within_s: float) -> None:
        called, loop, readable = asyncio.Event(), asyncio.get_running_loop(), self._seat.fileno()
        if readable is not None:
            loop.add_reader(readable, called.set)
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(max(0.0, within_s)):
                    await called.wait()
        finally:
            if readable is not None:
                loop.remove_reader(readable)
