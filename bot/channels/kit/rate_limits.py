"""How many messages a person and a chat may send, and the waiting time that those beyond are told.

In no stretch of time as long as the window are more than `limit` messages let through. Once the limit is reached, the
door stays shut until a quarter of it is free again: the person is told once how long that takes, and whoever waits as
long gets in. All of it lives in memory.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple, TypeVar

WINDOW_S = 60.0
MOST_REMEMBERED = 10_000
"""People and chats; those not heard of for longest are forgotten first."""


Key = TypeVar("Key")
Value = TypeVar("Value")


class Window(NamedTuple):
    """When somebody's latest messages were let through, and until when no more are."""

    times: tuple[float, ...] = ()
    shut_until: float = float("-inf")


def pass_window(window: Window, *, limit: int, now: float, window_s: float = WINDOW_S) -> tuple[Window, float]:
    """The window after one more message, and how many seconds to wait; 0 where the message is let through.

    Where the clock was set back, what lies ahead of it counts as happening now, so that nobody is shut out for long.
    """
    shut_until = min(window.shut_until, now + window_s)
    if now < shut_until:
        return window._replace(shut_until=shut_until), shut_until - now
    times = tuple(min(time, now) for time in window.times if time + window_s > now)
    if len(times) < limit:
        return Window((*times, now)), 0.0
    quarter = -(-limit // 4)
    shut_until = times[len(times) - limit + quarter - 1] + window_s
    return Window(times, shut_until), shut_until - now


class Wait(NamedTuple):
    """How many seconds a message has to wait, 0 for none, and whose limit it is that was reached."""

    seconds: float
    whose: str = ""


class RateLimits:
    """The windows of every person and chat."""

    def __init__(self, per_person: int, per_chat: int) -> None:
        self._per_person = per_person
        self._per_chat = per_chat
        self._windows: OrderedDict[str, Window] = OrderedDict()
        self._told: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()

    def ask(self, chat: int | str, person: int | str, *, now: float) -> Wait:
        """Let a message through, or say how long to wait."""
        found = {
            name: pass_window(self._windows.get(name, Window()), limit=limit, now=now)
            for name, limit in ((f"person {person}", self._per_person), (f"chat {chat}", self._per_chat))
        }
        name, seconds = max(((name, wait) for name, (_, wait) in found.items()), key=lambda pair: pair[1])
        for each, (window, wait) in found.items():
            # A message that is turned away counts for nobody.
            if seconds == 0 or wait > 0:
                _remember(self._windows, each, window)
        return Wait(seconds, name) if seconds else Wait(0)

    def is_news(self, chat: int | str, wait: Wait, *, now: float) -> bool:
        """Whether the chat has not been told yet of this wait; it counts as told from now on."""
        told, until = self._told.get((str(chat), wait.whose), (now, now))
        if told <= now < until:
            return False
        _remember(self._told, (str(chat), wait.whose), (now, now + wait.seconds))
        return True


def _remember(kept: OrderedDict[Key, Value], key: Key, value: Value) -> None:
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > MOST_REMEMBERED:
        kept.popitem(last=False)
