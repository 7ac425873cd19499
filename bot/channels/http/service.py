"""What every request to the API needs, and what is known of the requests under way. Used from the event loop only."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from concurrent.futures import Executor
from contextlib import asynccontextmanager

from bot.channels.http.allowance import Allowance
from bot.channels.http.bodies import QuestionBody
from bot.channels.http.desk import Desk
from bot.channels.http.operations import Call
from bot.channels.http.tokens import Tokens
from bot.monitoring.health import Check


class Service:
    """What every request needs, and how many are under way."""

    def __init__(self, desk: Desk, tokens: Tokens, allowance: Allowance, executor: Executor,
                 checks: Mapping[str, Check]) -> None:
        self.desk = desk
        self.tokens = tokens
        self.allowance = allowance
        self.executor = executor
        self.checks = checks
        self.idle = asyncio.Event()
        self.idle.set()
        self._under_way = 0
        self._turns: dict[tuple[str, str], asyncio.Lock] = {}
        self._waiting: Counter[tuple[str, str]] = Counter()

    def begun(self) -> None:
        """A request has come."""
        self._under_way += 1
        self.idle.clear()

    def ended(self) -> None:
        """A request has been answered."""
        self._under_way -= 1
        if not self._under_way:
            self.idle.set()

    @asynccontextmanager
    async def turn(self, call: Call) -> AsyncIterator[None]:
        """Questions of one conversation one after the other: each is understood in the light of the one before."""
        conversation = call.body.conversation if isinstance(call.body, QuestionBody) else None
        if conversation is None:
            yield
            return
        key = (call.clinic, conversation)
        self._waiting[key] += 1
        try:
            async with self._turns.setdefault(key, asyncio.Lock()):
                yield
        finally:
            self._waiting[key] -= 1
            if not self._waiting[key]:
                del self._waiting[key], self._turns[key]
