"""Long polling that no single update can stop, and that confirms nothing before it is on disk.

The updater of python-telegram-bot parses a whole batch at once and asks for it again for ever if one update in it
cannot be parsed; it also confirms a batch that so far is only in memory. So the raw batch is fetched here.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.app.monitoring import metrics
from bot.channels.telegram.patience import next_pause, retry_after_s
from bot.channels.telegram.settings import TelegramSettings
from bot.channels.telegram.updates import update_number
from bot.desk.store.database import StoreError
from knowledge.errors import ChannelError

ALLOWED_UPDATES = (
    "message", "edited_message", "callback_query", "inline_query", "message_reaction", "my_chat_member")
BATCH_LIMIT = 100
NETWORK_MARGIN_S = 15
"""Longer than Telegram holds the poll, so that a slow line is not taken for a dead one."""

_log = logging.getLogger(__name__)


def rejected_token() -> ChannelError:
    """What to tell the person who started the bot with a token Telegram does not know."""
    return ChannelError("Telegram does not accept the bot token; copy it again from @BotFather")


async def poll(request: BaseRequest, bot_url: str, settings: TelegramSettings,
               accept: Callable[[Sequence[dict[str, Any]]], None]) -> None:
    """Fetch updates and hand them to `accept`, until cancelled.

    The offset, which confirms updates to Telegram, moves once `accept` has returned. After an empty batch it is left
    out: all is confirmed by then, and after a quiet week Telegram starts numbering at a random place.
    """
    offset: int | None = None
    unwritable_since: float | None = None
    pause_s = settings.backoff_start_s
    conflicts = 0
    while True:
        try:
            batch = await _fetch(request, bot_url, offset, settings.poll_timeout_s)
        except InvalidToken as error:
            raise rejected_token() from error
        except Conflict as error:
            conflicts += 1
            if conflicts >= settings.conflict_limit:
                raise ChannelError("another program keeps reading this bot's messages; stop it, "
                                   "or use another token here") from error
            _log.warning("another program reads this bot's messages (%d), again in %g s", conflicts,
                         settings.conflict_wait_s)
            await asyncio.sleep(settings.conflict_wait_s)
        except RetryAfter as error:
            await asyncio.sleep(retry_after_s(error))
        except TelegramError as error:
            metrics.fault("polling")
            _log.warning("polling: %s, again in %g s", type(error).__name__, pause_s)
            await asyncio.sleep(pause_s)
            pause_s = next_pause(pause_s)
        else:
            conflicts, pause_s = 0, settings.backoff_start_s
            try:
                accept(batch)
            except StoreError as error:
                # Unconfirmed, the batch stays at Telegram and is fetched again.
                unwritable_since = unwritable_since or time.monotonic()
                if time.monotonic() - unwritable_since >= settings.database_patience_s:
                    raise
                metrics.fault("database")
                _log.error("%d updates cannot be written: %s, again in %g s", len(batch), type(error).__name__, pause_s)
                await asyncio.sleep(pause_s)
                continue
            unwritable_since = None
            offset = _offset_after(batch)
            if batch and offset is None:
                await asyncio.sleep(pause_s)  # nothing in it can be confirmed, so it will be there again at once


def _offset_after(batch: Sequence[dict[str, Any]]) -> int | None:
    """The number that confirms the batch; None where it has no update with a sound number."""
    numbers = [number for number in map(update_number, batch) if number is not None]
    return max(numbers) + 1 if numbers else None


async def _fetch(request: BaseRequest, bot_url: str, offset: int | None, timeout_s: int) -> list[dict[str, Any]]:
    parameters: dict[str, Any] = {"timeout": timeout_s, "limit": BATCH_LIMIT,
                                  "allowed_updates": json.dumps(ALLOWED_UPDATES)}
    if offset is not None:
        parameters["offset"] = offset
    payload = await request.retrieve(f"{bot_url}/getUpdates?{urlencode(parameters)}",
                                     read_timeout=timeout_s + NETWORK_MARGIN_S)
    return read_batch(payload)


def read_batch(payload: bytes) -> list[dict[str, Any]]:
    """The updates in Telegram's reply; a reply that is none counts as a fault of the network."""
    try:
        batch = json.loads(payload)["result"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NetworkError("unreadable reply") from error
    if not isinstance(batch, list):
        raise NetworkError("unreadable reply")
    return [raw for raw in batch if isinstance(raw, dict)]
