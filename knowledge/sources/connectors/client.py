"""Asking a public service politely: no faster than it wishes, again where it was busy, never without end."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import NamedTuple

import httpx

from knowledge.errors import SourceError

AGENT = "Farmasvar (medicines information; asks for single records)"
TRIES = 5
PATIENCE_S = 30.0
"""How long one request may take."""
LONGEST_PAUSE_S = 120.0
"""A service that wants a longer pause is asked another day."""
FIRST_PAUSE_S = 1.0
LARGEST_REPLY = 60_000_000
"""Bytes of one reply."""
BUSY = frozenset({429, 500, 502, 503, 504})


class Reply(NamedTuple):
    """What a service answered."""

    status: int
    text: str


class Client:
    """Requests to one service, paced. To be used in a `with` block."""

    def __init__(
        self, base_url: str, interval_s: float, *, sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        """`interval_s`: the seconds between two requests that the service asks for."""
        self.base_url = base_url.rstrip("/")
        self._interval, self._sleep, self._clock = interval_s, sleep, clock
        self._last: float | None = None
        # A redirect to another address is not followed: what answers must be what was asked.
        self._http = httpx.Client(timeout=PATIENCE_S, headers={"User-Agent": AGENT}, follow_redirects=False)

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def get(self, path: str, parameters: Mapping[str, str]) -> Reply:
        """The reply to a request; a `SourceError` where the service cannot be reached or stays busy."""
        pause, what = FIRST_PAUSE_S, ""
        for attempt in range(1, TRIES + 1):
            self._wait()
            try:
                reply, wished = self._once(path, parameters)
            except httpx.HTTPError as error:
                what, wished = f"cannot be reached ({type(error).__name__})", None
            else:
                if reply.status not in BUSY:
                    return reply
                what = f"is busy (status {reply.status})"
            if attempt == TRIES:
                break
            pause = wished if wished is not None else pause * 2
            if pause > LONGEST_PAUSE_S:
                what = f"asks for a pause of {pause:.0f} seconds"
                break
            self._sleep(pause)
        raise SourceError(f"{self.base_url} {what}; try again later")

    def _wait(self) -> None:
        if self._last is not None and (left := self._last + self._interval - self._clock()) > 0:
            self._sleep(left)
        self._last = self._clock()

    def _once(self, path: str, parameters: Mapping[str, str]) -> tuple[Reply, float | None]:
        """One request: the reply, and the pause in seconds that a busy service wishes for."""
        with self._http.stream("GET", f"{self.base_url}{path}", params=dict(parameters)) as response:
            content = bytearray()
            for block in response.iter_bytes():
                content += block
                if len(content) > LARGEST_REPLY:
                    raise SourceError(f"{self.base_url} sent more than {LARGEST_REPLY // 1_000_000} MB; ask for less")
            wished = response.headers.get("Retry-After", "")
            text = content.decode(response.charset_encoding or "utf-8", errors="replace")
            return Reply(response.status_code, text), float(wished) if wished.isdecimal() else None
