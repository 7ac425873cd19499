"""Asking again, and knowing whether a request may have taken effect."""

import asyncio
from contextlib import suppress

import httpx
import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.channels.telegram.patience import LONGEST_PAUSE_S, next_pause, patiently


def unreached() -> NetworkError:
    error = NetworkError("no route")
    error.__cause__ = httpx.ConnectError("refused")
    return error


def doubts_of(*outcomes: TelegramError | str) -> list[bool]:
    """What `in_doubt` hears while a request ends in each outcome in turn."""
    heard: list[bool] = []
    remaining = list(outcomes)

    async def request() -> str:
        outcome = remaining.pop(0)
        if isinstance(outcome, TelegramError):
            raise outcome
        return outcome

    async def run() -> None:
        with suppress(TelegramError):
            await patiently(request, attempts=len(outcomes), pause_s=0.001, in_doubt=heard.append)

    asyncio.run(run())
    assert not remaining or isinstance(outcomes[0], BadRequest | Forbidden)
    return heard


@pytest.mark.parametrize("refusal", [BadRequest("chat not found"), Forbidden("blocked")])
def test_a_refusal_is_raised_at_once_and_leaves_no_doubt(refusal: TelegramError) -> None:
    assert doubts_of(refusal, "sent") == [True, False]


def test_a_request_that_never_reached_telegram_leaves_no_doubt() -> None:
    assert doubts_of(unreached()) == [True, False]


@pytest.mark.parametrize("fault", [TimedOut(), NetworkError("Bad Gateway")])
def test_a_timeout_or_a_server_fault_leaves_doubt(fault: TelegramError) -> None:
    assert doubts_of(fault) == [True, True]


@pytest.mark.filterwarnings("ignore:.*retry_after")
def test_doubt_about_an_earlier_attempt_outlives_a_later_refusal() -> None:
    assert doubts_of(TimedOut(), RetryAfter(0), unreached()) == [True, True, True, True, True, True]


def test_pauses_grow_up_to_a_minute() -> None:
    assert next_pause(1) == 2
    assert next_pause(45) == LONGEST_PAUSE_S
