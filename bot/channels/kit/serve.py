"""Running a channel: what people do is queued by chat, answered, sent, kept; and once an hour the house."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from bot.app.monitoring import metrics
from bot.app.monitoring.health import Check
from bot.app.monitoring.logs import place_of
from bot.app.monitoring.server import MonitoringSettings, monitoring_server
from bot.channels.base import Redact, Responder
from bot.channels.kit.desk import BROKEN, Desk
from bot.channels.kit.port import (
    Away,
    File,
    Found,
    Incoming,
    Place,
    Removed,
    Searched,
    Shown,
    Thumb,
    Transport,
    Undeliverable,
)
from bot.channels.kit.queues import ChatQueues
from bot.channels.kit.room import DeskSettings, Turn
from bot.channels.stopping import stop_signals

HOUSEKEEPING_EVERY_S = 3600.0
ANSWER_THREADS, URGENT_THREADS = 4, 2
ATTEMPTS = 60
"""To deliver one message before it is given up; with pauses of up to a minute they last nearly an hour."""
LONGEST_PAUSE_S = 60.0
_log = logging.getLogger(__name__)
Result = TypeVar("Result")


@dataclass(frozen=True)
class _Job:
    incoming: Incoming
    done: asyncio.Future[None]


class Host:
    """Stands between one transport and its desk."""

    def __init__(self, transport: Transport, desk: Desk, *, pause_s: float = 1.0) -> None:
        """`pause_s` is the first pause after a failed delivery; it doubles each time."""
        self._transport = transport
        self._desk = desk
        self._pause_s = pause_s
        self._threads = ThreadPoolExecutor(ANSWER_THREADS, "answer")
        self._urgent_threads = ThreadPoolExecutor(URGENT_THREADS, "urgent")
        self._queues: ChatQueues[_Job] = ChatQueues(self._work)
        self._waiting: set[asyncio.Future[None]] = set()

    def hear(self, incoming: Incoming | Searched) -> asyncio.Future[None]:
        """Queue one thing behind what was done in its chat before; what tells of danger before the rest. A search
        waits for nothing."""
        if isinstance(incoming, Searched):
            return self._until_done(asyncio.ensure_future(self._search(incoming)))
        done: asyncio.Future[None] = self._until_done(asyncio.get_running_loop().create_future())
        # What is done to a message must come after the message itself, whoever does it and in whatever thread.
        chat = incoming.place.chat
        self._queues.put(chat, _Job(incoming, done),
                         first=self._queues.holds(chat) and self._desk.is_urgent(incoming))
        return done

    async def tell_what_is_due(self) -> None:
        """Tell those who relied on a card that is no longer the same, and what reviewers reply to reports."""
        for due in [*await self._in_thread(self._desk.corrections), *await self._in_thread(self._desk.replies)]:
            sent = await self._deliver_all(due.place, due.turn, due.key)
            if sent is not None:
                await self._in_thread(partial(self._desk.was_sent, due.place, due.turn, sent))

    async def keep_house(self) -> None:
        """At the start and each hour: forget what is old, tell what people are to be told."""
        while True:
            try:
                await self._in_thread(self._desk.forget_old)
                await self.tell_what_is_due()
            except BROKEN as error:
                _log.error("housekeeping broken off: %s", place_of(error))
            await asyncio.sleep(HOUSEKEEPING_EVERY_S)

    async def close(self, grace_s: float) -> None:
        """Finish what is under way; what waits is left to whoever is asked for it again."""
        await self._queues.close(grace_s)
        for waiting in list(self._waiting):
            waiting.cancel()
        for threads in (self._threads, self._urgent_threads):
            threads.shutdown(wait=False, cancel_futures=True)

    def _until_done(self, work: asyncio.Future[None]) -> asyncio.Future[None]:
        self._waiting.add(work)
        work.add_done_callback(self._waiting.discard)
        return work

    async def _search(self, searched: Searched) -> None:
        """Late or broken, it is worth nothing any more, so nothing is tried twice."""
        try:
            found = await self._in_thread(lambda: self._desk.search(searched))
        except Exception as error:
            metrics.fault("answer")
            _log.error("no answer to a search: %s", place_of(error))
            found = Found()
        searched.found(found)

    async def _work(self, job: _Job) -> None:
        try:
            await self._answer(job.incoming)
        except asyncio.CancelledError:
            job.done.cancel()
            raise
        finally:
            if not job.done.done():
                job.done.set_result(None)

    async def _answer(self, incoming: Incoming) -> None:
        place = incoming.place
        try:
            turn = await self._turn(incoming)
        except Exception as error:
            # The channel's edge: the one place that catches everything. A message of the error might quote the
            # person, so only its kind and place are logged.
            metrics.fault("answer")
            _log.error("no answer: %s", place_of(error))
            turn = Turn() if isinstance(incoming, Removed | Thumb) else self._desk.apology(place)
        sent = await self._deliver_all(place, turn, place.act or place.message)
        if sent is not None:
            await self._in_thread(lambda: self._desk.was_sent(place, turn, sent))

    async def _turn(self, incoming: Incoming) -> Turn:
        threads = self._urgent_threads if self._desk.is_urgent(incoming) else self._threads
        if isinstance(incoming, Removed):
            return await self._in_thread(lambda: self._desk.turn(incoming))
        await self._lightly(lambda: self._transport.typing(incoming.place, True))
        try:
            return await asyncio.get_running_loop().run_in_executor(threads, lambda: self._desk.turn(incoming))
        finally:
            await self._lightly(lambda: self._transport.typing(incoming.place, False))

    async def _deliver_all(self, place: Place, turn: Turn, key: str) -> tuple[str, ...] | None:
        """What the channel calls the messages that were sent; None where it did not take one of them."""
        transport, says, sent = self._transport, list(turn.says), []
        try:
            if turn.instead_of and says and isinstance(says[0], Shown):
                first, shown = turn.instead_of[0], says.pop(0)
                assert isinstance(shown, Shown)
                await self._patiently(lambda: transport.edit(place, first, shown))
                sent.append(first)
            for number, one in enumerate(says):
                sent.append(await self._patiently(lambda one=one, number=number: self._send(  # type: ignore[misc]
                    place, one, f"{key}/{number}")))
        except Undeliverable as error:
            metrics.fault("delivery")
            _log.warning("a reply was not delivered: %s", type(error).__name__)
            return None
        for message in (*turn.removes, *turn.instead_of[1:]):
            with suppress(Undeliverable):
                await self._patiently(lambda message=message: transport.delete(place, message))  # type: ignore[misc]
        return tuple(sent)

    async def _send(self, place: Place, said: Shown | File, key: str) -> str:
        if isinstance(said, File):
            return await self._transport.file(place, said, key)
        return await self._transport.send(place, said, key)

    async def _patiently(self, request: Callable[[], Awaitable[Result]]) -> Result:
        """Ask again, after longer and longer pauses, while the chat cannot be reached."""
        pause_s = self._pause_s
        for _ in range(ATTEMPTS - 1):
            try:
                return await request()
            except Away:
                metrics.fault("delivery")
                await asyncio.sleep(pause_s)
                pause_s = min(2 * pause_s, LONGEST_PAUSE_S)
        try:
            return await request()
        except Away as error:
            raise Undeliverable from error

    async def _lightly(self, request: Callable[[], Awaitable[None]]) -> None:
        """Try once; nothing is lost if it fails."""
        try:
            await request()
        except Exception as error:
            _log.info("not shown: %s", type(error).__name__)

    async def _in_thread(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)


async def serve(transport: Transport, responder: Responder, redact: Redact, settings: DeskSettings, *,
                clock: Callable[[], float] = time.time, stop: asyncio.Event | None = None,
                monitoring: MonitoringSettings | None = None, checks: dict[str, Check] | None = None,
                pause_s: float = 1.0, grace_s: float = 10.0) -> None:
    """Run a channel until SIGINT, SIGTERM or `stop`, or until its transport ends."""
    stop = stop or asyncio.Event()
    host = Host(transport, Desk(transport.name, responder, redact, settings, clock), pause_s=pause_s)
    async with stop_signals(stop), monitoring_server(monitoring or MonitoringSettings(), checks or {}):
        running = asyncio.create_task(transport.run(host.hear))
        stopping = asyncio.create_task(stop.wait())
        house = asyncio.create_task(host.keep_house())
        try:
            await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            house.cancel()
            stopping.cancel()
            await asyncio.gather(house, stopping, return_exceptions=True)
            await host.close(grace_s)
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running
    _log.info("stopped")
