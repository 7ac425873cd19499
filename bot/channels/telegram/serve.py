"""Running the bot: connect, take up what was left, receive until told to stop, finish, disconnect."""

from __future__ import annotations

import asyncio
import logging
import signal
import sqlite3
import ssl
import time
import warnings
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, closing, suppress
from functools import cache
from typing import Any

import httpx
from telegram import Bot, BotCommand
from telegram.error import InvalidToken, RetryAfter, TelegramError
from telegram.request import HTTPXRequest
from telegram.warnings import PTBDeprecationWarning

from bot.channels.base import Redact, Responder
from bot.channels.telegram.database import open_database, sole_use
from bot.channels.telegram.handlers import Handlers
from bot.channels.telegram.memory import Memory
from bot.channels.telegram.messenger import Messenger
from bot.channels.telegram.patience import next_pause, patiently, retry_after_s
from bot.channels.telegram.polling import ALLOWED_UPDATES, poll, rejected_token
from bot.channels.telegram.reception import Reception
from bot.channels.telegram.settings import TelegramSettings
from bot.channels.telegram.updates import COMMANDS
from bot.channels.telegram.webhook import webhook_server
from knowledge.errors import ChannelError

HOUSEKEEPING_EVERY_S = 3600
_log = logging.getLogger(__name__)


async def serve(settings: TelegramSettings, responder: Responder, redact: Redact, *,
                clock: Callable[[], float] = time.time, stop: asyncio.Event | None = None) -> None:
    """Run the bot until SIGINT, SIGTERM or `stop`. Raises ChannelError where going on is no use."""
    _quiet_libraries()
    stop = stop or asyncio.Event()
    executor = ThreadPoolExecutor(settings.answer_threads, "answer")
    try:
        with sole_use(settings.database), closing(open_database(settings.database)) as connection:
            async with _stop_signals(stop):
                await _until(stop, _run(settings, responder, redact, connection, executor, clock))
    finally:
        # The grace period is over: an answer still being worked out is left to the next start.
        executor.shutdown(wait=False, cancel_futures=True)
    _log.info("stopped")


async def _run(settings: TelegramSettings, responder: Responder, redact: Redact, connection: sqlite3.Connection,
               executor: ThreadPoolExecutor, clock: Callable[[], float]) -> None:
    poll_request = HTTPXRequest(connection_pool_size=1, httpx_kwargs={"verify": _tls()})
    bot = Bot(settings.token.get_secret_value(), base_url=settings.base_url, get_updates_request=poll_request,
              request=HTTPXRequest(read_timeout=15, write_timeout=15, connect_timeout=10, pool_timeout=30,
                                   httpx_kwargs={"verify": _tls()}))
    messenger = Messenger(bot, attempts=settings.send_attempts, pause_s=settings.backoff_start_s)
    handlers = Handlers(responder, Memory(connection), messenger, executor=executor, clock=clock)
    reception = Reception(bot, handlers, connection, redact=redact, allowed_chats=settings.allowed_chats, clock=clock)
    side_work: list[asyncio.Task[None]] = []
    try:
        await _introduce(bot, settings.backoff_start_s)
        _log.info("connected as bot %d", bot.id)
        reception.resume()
        side_work = [asyncio.create_task(_offer_commands(bot, responder)),
                     asyncio.create_task(_keep_house(reception))]
        await _receive(bot, poll_request, settings, reception)
    except InvalidToken as error:
        raise rejected_token() from error
    except sqlite3.Error as error:
        raise ChannelError(f"cannot write to {settings.database}: {error}; is the disk full, or a second bot "
                           "using the file?") from error
    finally:
        for task in side_work:
            task.cancel()
        await asyncio.gather(*side_work, return_exceptions=True)
        await reception.close(settings.grace_s)
        await bot.shutdown()


@cache
def _tls() -> ssl.SSLContext:
    """The certificates to trust; reading them takes longer than everything else at the start, so it is done once."""
    return httpx.create_ssl_context()


async def _introduce(bot: Bot, pause_s: float) -> None:
    """Ask Telegram who we are, as long as it takes: the network may come up later than the bot."""
    while True:
        try:
            await bot.initialize()
            return
        except InvalidToken:
            raise
        except TelegramError as error:
            wait_s = retry_after_s(error) if isinstance(error, RetryAfter) else pause_s
            _log.warning("cannot reach Telegram: %s, again in %g s", type(error).__name__, wait_s)
            await asyncio.sleep(wait_s)
            pause_s = next_pause(pause_s)


async def _receive(bot: Bot, poll_request: HTTPXRequest, settings: TelegramSettings, reception: Reception) -> None:
    """Receive updates until cancelled. Pending updates are never dropped: they are questions."""
    if settings.webhook_url is None or settings.webhook_secret is None:
        await patiently(bot.delete_webhook, attempts=settings.send_attempts, pause_s=settings.backoff_start_s)
        await poll(poll_request, bot.base_url, settings, reception.accept)
        return
    url, secret = settings.webhook_url, settings.webhook_secret.get_secret_value()
    async with webhook_server(url=url, listen=settings.webhook_listen, port=settings.webhook_port, secret=secret,
                              accept=reception.accept):
        await patiently(lambda: bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED_UPDATES),
                        attempts=settings.send_attempts, pause_s=settings.backoff_start_s)
        await asyncio.Event().wait()


async def _offer_commands(bot: Bot, responder: Responder) -> None:
    """Fill Telegram's command menu, in each language and in English for everybody else; cosmetic, so tried once."""
    for tag in (None, *responder.languages):
        menu = [BotCommand(name, responder.command_text(f"telegram-command-{name}", tag or "en")) for name in COMMANDS]
        try:
            await bot.set_my_commands(menu, language_code=tag)
        except TelegramError as error:
            _log.warning("command menu for %s not set: %s", tag or "everybody", type(error).__name__)


async def _keep_house(reception: Reception) -> None:
    while True:
        reception.forget_old()
        await asyncio.sleep(HOUSEKEEPING_EVERY_S)


async def _until(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> None:
    """Run the work until it ends or `stop` is set; its own faults are raised."""
    running, stopping = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopping.cancel()
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


@asynccontextmanager
async def _stop_signals(stop: asyncio.Event) -> AsyncIterator[None]:
    """Let SIGINT and SIGTERM set `stop` while the block runs."""
    loop = asyncio.get_running_loop()
    caught: list[signal.Signals] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        # Only the main thread of a Unix process can; elsewhere the caller sets `stop`.
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, stop.set)
            caught.append(number)
    try:
        yield
    finally:
        for number in caught:
            loop.remove_signal_handler(number)


def _quiet_libraries() -> None:
    """Keep the token and what people write out of the log.

    httpx logs each address, and the address of a Telegram request holds the token; python-telegram-bot logs whole
    replies it cannot parse. What goes wrong is logged here, without either.
    """
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", category=PTBDeprecationWarning, message=".*retry_after.*")
