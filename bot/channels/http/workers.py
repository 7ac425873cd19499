"""Who is answered next: urgent questions at once, the others in turn, and no more of them than can be answered soon."""

from __future__ import annotations

import asyncio
import heapq
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from itertools import count
from typing import TypeVar

from bot.channels.http import problems

Result = TypeVar("Result")


class _Lane:
    """Threads of one kind, and who waits for them."""

    def __init__(self, threads: int, name: str) -> None:
        self._free = threads
        self._threads = ThreadPoolExecutor(threads, name)
        self._order = count()
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []

    async def run(self, rank: int, work: Callable[[], Result]) -> Result:
        """What the work gives when its turn has come: lower ranks first, then in the order they came."""
        loop = asyncio.get_running_loop()
        if self._free:
            self._free -= 1
        else:
            turn = loop.create_future()
            heapq.heappush(self._waiting, (rank, next(self._order), turn))
            await turn
        try:
            return await loop.run_in_executor(self._threads, work)
        finally:
            self._next()

    def close(self) -> None:
        """Begin nothing more; what runs is not waited for."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _next(self) -> None:
        while self._waiting:
            _, _, turn = heapq.heappop(self._waiting)
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1


class Workers:
    """Threads that answer. Used from the event loop only; what they run may block.

    Urgent work has threads of its own, so that it waits for nobody else's. Of what waits, the clinic with the least
    under way comes first: a clinic that sends a hundred questions at once holds up its own.
    """

    def __init__(self, threads: int, most_waiting: int) -> None:
        self._most = threads + most_waiting
        self._usual, self._urgent, self._glance = _Lane(threads, "answer"), _Lane(2, "urgent"), _Lane(1, "glance")
        self._under_way: Counter[str] = Counter()
        self._glanced_at: Counter[str] = Counter()

    @asynccontextmanager
    async def place(self, clinic: str) -> AsyncIterator[None]:
        """A place in the queue for the block; Refused where it is full."""
        if self._under_way.total() >= self._most:
            raise problems.too_busy()
        with _counted(self._under_way, clinic):
            yield

    async def run(self, clinic: str, work: Callable[[], Result]) -> Result:
        """What the work gives, when its turn has come; the caller holds a place."""
        return await self._usual.run(self._under_way[clinic], work)

    async def run_urgent(self, work: Callable[[], Result]) -> Result:
        """What the work gives, before everybody else's."""
        return await self._urgent.run(0, work)

    async def glance(self, clinic: str, work: Callable[[], Result]) -> Result:
        """What a few milliseconds of work give, such as whether a question is urgent; in turn as `run` is."""
        with _counted(self._glanced_at, clinic):
            return await self._glance.run(self._glanced_at[clinic], work)

    def close(self) -> None:
        """Begin nothing more; what runs is not waited for."""
        for lane in (self._usual, self._urgent, self._glance):
            lane.close()


@contextmanager
def _counted(counts: Counter[str], clinic: str) -> Iterator[None]:
    """One more of a clinic while the block runs."""
    counts[clinic] += 1
    try:
        yield
    finally:
        counts[clinic] -= 1
        if not counts[clinic]:
            del counts[clinic]
