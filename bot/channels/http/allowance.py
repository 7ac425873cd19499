"""How many requests a clinic may make: a full allowance at first, refilled evenly over the minute."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class _Left:
    requests: float
    counted: float


class Allowance:
    """The requests that each clinic has left."""

    def __init__(self, per_minute: int, clock: Callable[[], float]) -> None:
        """`clock` gives seconds that only ever grow."""
        self._most = float(per_minute)
        self._per_s = per_minute / 60
        self._clock = clock
        self._left: dict[str, _Left] = {}

    def take(self, clinic: str) -> float:
        """Take one request; 0, or the seconds to wait where none is left."""
        now = self._clock()
        left = self._left.setdefault(clinic, _Left(self._most, now))
        left.requests = min(self._most, left.requests + (now - left.counted) * self._per_s)
        left.counted = now
        if left.requests < 1:
            return (1 - left.requests) / self._per_s
        left.requests -= 1
        return 0.0
