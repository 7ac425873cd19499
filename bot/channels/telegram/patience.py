"""Asking Telegram again: after a flood limit as long as it says, after a fault of the network with growing pauses."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

import httpx
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

LONGEST_PAUSE_S = 60.0

_log = logging.getLogger(__name__)
Result = TypeVar("Result")


def retry_after_s(error: RetryAfter) -> float:
    """The pause Telegram asked for."""
    pause = error.retry_after
    return pause.total_seconds() if isinstance(pause, timedelta) else float(pause)


def next_pause(pause_s: float) -> float:
    """Twice the pause, a minute at most."""
    return min(LONGEST_PAUSE_S, 2 * pause_s)


def of_the_way(error: TelegramError) -> bool:
    """Whether the fault lies between us and Telegram, so that asking again can help.

    python-telegram-bot has no class of its own for an answer that is none, such as the page of a guest network.
    """
    return type(error) is TelegramError or (isinstance(error, NetworkError) and not isinstance(error, BadRequest))


def surely_refused(error: TelegramError) -> bool:
    """Whether the request surely had no effect. After a timeout or a server fault nobody knows."""
    if of_the_way(error):
        return isinstance(error.__cause__, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout)
    return True


async def patiently(request: Callable[[], Awaitable[Result]], *, attempts: int, pause_s: float,
                    in_doubt: Callable[[bool], None] = lambda doubt: None,
                    again: Callable[[], Awaitable[Result]] | None = None) -> Result:
    """The result of the request, repeated up to `attempts` times where repeating can help.

    `again` takes the request's place once an earlier attempt may have taken effect. `in_doubt` hears before each
    attempt that the request may take effect, and after a refusal whether an earlier attempt still may have. Refusals
    that repeating cannot mend are raised at once.
    """
    doubt = False
    for attempt in range(1, attempts + 1):
        in_doubt(True)
        try:
            return await (again if again is not None and doubt else request)()
        except TelegramError as error:
            doubt = doubt or not surely_refused(error)
            in_doubt(doubt)
            if isinstance(error, RetryAfter):
                wait_s = retry_after_s(error)
            elif of_the_way(error):
                wait_s, pause_s = pause_s, next_pause(pause_s)
            else:
                raise
            if attempt == attempts:
                raise
            _log.warning("Telegram: %s, attempt %d of %d, again in %g s", type(error).__name__, attempt, attempts,
                         wait_s)
        await asyncio.sleep(wait_s)
    raise AssertionError("unreachable: the last attempt returns or raises")
