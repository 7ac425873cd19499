"""Requests sent again under the same `Idempotency-Key`: the first answer is given again, and nothing is done twice.

What was given is remembered for some minutes and in memory only: after a restart a request is new.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from hashlib import sha256

from starlette.responses import Response

from bot.channels.http import problems

REMEMBERED_S = 600.0
MOST_REMEMBERED = 2000


@dataclass
class _Given:
    body: bytes
    """Digest of what was sent."""
    since: float
    response: asyncio.Future[Response]


class Repeats:
    """What was given to requests with a key. Used from the event loop only."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """`clock` gives seconds that only ever grow."""
        self._clock = clock
        self._given: dict[bytes, _Given] = {}

    async def once(self, clinic: str, key: str | None, body: bytes,
                   give: Callable[[], Awaitable[Response]]) -> Response:
        """The response; of a request that is being answered already, or was, that one's.

        Raises Refused where the key came with another body. A request that was refused may be sent again.
        """
        if key is None:
            return await give()
        self._forget()
        name = sha256(f"{clinic}\0{key}".encode()).digest()
        digest = sha256(body).digest()
        known = self._given.get(name)
        if known is not None:
            if known.body != digest:
                raise problems.key_used()
            return await asyncio.shield(known.response)
        given = self._given[name] = _Given(digest, self._clock(), asyncio.get_running_loop().create_future())
        try:
            response = await give()
        except BaseException as error:
            self._given.pop(name, None)
            given.response.set_exception(error if isinstance(error, Exception) else RuntimeError("not finished"))
            given.response.exception()  # whether or not anybody waits for it, it is not forgotten to be looked at
            raise
        given.response.set_result(response)
        return response

    def _forget(self) -> None:
        now = self._clock()
        for name, given in list(self._given.items()):
            if now - given.since < REMEMBERED_S and len(self._given) <= MOST_REMEMBERED:
                break
            if given.response.done():
                del self._given[name]
