"""What every request to the API needs. Used from the event loop only."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager

from starlette.responses import Response

from bot.app.monitoring.health import Check
from bot.channels.http import problems
from bot.channels.http.allowance import Allowance
from bot.channels.http.bodies import QuestionBody
from bot.channels.http.desk import Desk
from bot.channels.http.repeats import Repeats
from bot.channels.http.tokens import Clinic, TokenBook
from bot.channels.http.workers import Workers


class Service:
    """What every request needs."""

    def __init__(self, desk: Desk, tokens: TokenBook, allowance: Allowance, repeats: Repeats, workers: Workers,
                 checks: Mapping[str, Check]) -> None:
        self.desk = desk
        self.tokens = tokens
        self.allowance = allowance
        self.repeats = repeats
        self.workers = workers
        self.checks = checks
        self._turns: dict[tuple[str, str], asyncio.Lock] = {}
        self._waiting: Counter[tuple[str, str]] = Counter()

    async def work(self, clinic: str, work: Callable[[], Response]) -> Response:
        """Do something for a clinic when its turn has come."""
        async with self.workers.place(clinic):
            return await self.workers.run(clinic, work)

    async def answer(self, clinic: Clinic, wait_s: float, body: QuestionBody, work: Callable[[], Response]) -> Response:
        """Answer a question: an urgent one at once, another within the allowance of the clinic and in its turn."""
        if await self.workers.glance(clinic.name, lambda: self.desk.is_urgent(body)):
            return await self.workers.run_urgent(work)
        if wait_s:
            raise problems.too_many(wait_s)
        async with self.workers.place(clinic.name), self._turn(clinic.name, body.conversation):
            return await self.workers.run(clinic.name, work)

    @asynccontextmanager
    async def _turn(self, clinic: str, conversation: str | None) -> AsyncIterator[None]:
        """Questions of one conversation one after the other: each is understood in the light of the one before."""
        if conversation is None:
            yield
            return
        key = (clinic, conversation)
        self._waiting[key] += 1
        try:
            async with self._turns.setdefault(key, asyncio.Lock()):
                yield
        finally:
            self._waiting[key] -= 1
            if not self._waiting[key]:
                del self._waiting[key], self._turns[key]
