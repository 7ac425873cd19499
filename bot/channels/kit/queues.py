"""One queue a chat: what one chat sends is worked off in order, emergencies first, and no chat waits for another."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

Job = TypeVar("Job")
_log = logging.getLogger(__name__)


class ChatQueues(Generic[Job]):
    """Runs `work` on each job; at any time at most one job of a chat is under way."""

    def __init__(self, work: Callable[[Job], Awaitable[None]]) -> None:
        self._work = work
        self._waiting: dict[Hashable, deque[Job]] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._open = True

    def holds(self, chat: Hashable) -> bool:
        """Whether a job of the chat is under way or waits."""
        return chat in self._waiting

    def put(self, chat: Hashable, job: Job, *, first: bool = False) -> None:
        """Queue a job behind the others of its chat, or before those that have not begun."""
        if chat in self._waiting:
            if first:
                self._waiting[chat].appendleft(job)
            else:
                self._waiting[chat].append(job)
            return
        self._waiting[chat] = deque([job])
        worker = asyncio.create_task(self._run(chat))
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    def begin_no_more(self) -> None:
        """Begin no further job, from now on."""
        self._open = False

    async def close(self, grace_s: float) -> None:
        """Begin no further job; give those under way `grace_s` seconds, then break them off."""
        self.begin_no_more()
        if not self._workers:
            return
        _, late = await asyncio.wait(set(self._workers), timeout=grace_s)
        for worker in late:
            worker.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _run(self, chat: Hashable) -> None:
        jobs = self._waiting[chat]
        try:
            while jobs and self._open:
                try:
                    await self._work(jobs.popleft())
                except Exception as error:
                    # A fault of one job must not silence the chat; its message might quote the person.
                    _log.error("chat %s: job broken off: %s", chat, type(error).__name__)
        finally:
            del self._waiting[chat]
