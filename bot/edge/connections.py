"""One connection, and how many there may be: uvicorn limits neither the time of a head nor that of a body."""

from __future__ import annotations

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from knowledge.evidence.models import Frozen


class Limits(Frozen):
    """What a stranger may cost."""

    connections: int = 512
    """Open at once; where a further one comes, the one that has asked nothing for longest is closed."""
    beyond: int = 32
    """So many more are let in while all of those are being answered: one of them may be urgent."""
    head_s: float = 10.0
    """Seconds from the first byte, or from connecting, to the end of the headers."""
    head_bytes: int = 16 * 1024
    body_s: float = 30.0
    """Seconds that a body may take."""
    idle_s: int = 15
    """Seconds that a connection may stay open without a further request."""


class Doorkeeper:
    """Knows the connections that have no request under way, in the order they came to that."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.open = 0
        self._asking_nothing: dict[Connection, None] = {}

    def came(self, connection: Connection) -> None:
        """Make room for a connection."""
        self.open += 1
        self.waits(connection)
        if self.open > self.limits.connections:
            # All others may be asking something: then the newest, which may be urgent, is let in beyond the limit.
            longest = next(iter(self._asking_nothing))
            if longest is not connection or self.open > self.limits.connections + self.limits.beyond:
                longest.cut_off()

    def went(self, connection: Connection) -> None:
        """It is closed."""
        self.open -= 1
        self._asking_nothing.pop(connection, None)

    def waits(self, connection: Connection) -> None:
        """It has no request under way."""
        self._asking_nothing.setdefault(connection)

    def asks(self, connection: Connection) -> None:
        """The head of its request is complete."""
        self._asking_nothing.pop(connection, None)


class Connection(H11Protocol):
    """A connection whose head and body must come in time."""

    def __init__(self, *, doorkeeper: Doorkeeper, **given: Any) -> None:
        super().__init__(**given)
        self._doorkeeper = doorkeeper
        self._expected: object = None
        """The state of the client that the running timer waits to see the end of."""
        self._timer: asyncio.TimerHandle | None = None
        self._gone = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a head."""
        super().connection_made(transport)
        self._watch()
        self._doorkeeper.came(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """End the waiting."""
        self._stop_timer()
        if not self._gone:
            self._gone = True
            self._doorkeeper.went(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what comes, and see what is awaited next."""
        super().data_received(data)
        self._watch()

    def on_response_complete(self) -> None:
        """The next request, or nothing, is awaited; without its first byte uvicorn closes the connection by itself."""
        super().on_response_complete()
        if self.conn.their_state is h11.IDLE:
            self._doorkeeper.waits(self)

    def cut_off(self) -> None:
        """Close at once, whatever was sent."""
        self._stop_timer()
        if not self._gone:
            self._gone = True
            self._doorkeeper.went(self)
        if self.transport is not None:
            self.transport.abort()

    def _watch(self) -> None:
        state = self.conn.their_state
        if state is not h11.IDLE:
            self._doorkeeper.asks(self)
        if state is self._expected:
            return
        self._stop_timer()
        limits = self._doorkeeper.limits
        seconds = {h11.IDLE: limits.head_s, h11.SEND_BODY: limits.body_s}.get(state)
        if seconds is not None and not self._gone:
            self._expected = state
            self._timer = self.loop.call_later(seconds, self.cut_off)

    def _stop_timer(self) -> None:
        self._expected = None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
