"""Running the bot: connect, take up what was left, receive until told to stop, finish, disconnect."""

from __future__ import annotations

import asyncio
import logging
import ssl
import time
import warnings
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from functools import cache
from typing import Any

import httpx
from telegram import Bot, BotCommand
from telegram.error import InvalidToken, RetryAfter, TelegramError
from telegram.request import HTTPXRequest
from telegram.warnings import PTBDeprecationWarning

from bot.answering.messages import FALLBACK_LANGUAGE
from bot.app.monitoring import metrics
from bot.app.monitoring.health import Check, heard_lately, usual_checks
from bot.app.monitoring.logs import place_of
from bot.app.monitoring.server import MonitoringSettings, monitoring_server
from bot.channels.base import Redact, Responder
from bot.channels.kit.rate_limits import RateLimits
from bot.channels.stopping import stop_signals
from bot.channels.telegram.access_gate import Gate, Roster
from bot.channels.telegram.administration import ADMIN_COMMANDS, MENU_COMMANDS, Administration
from bot.channels.telegram.attachments import Attachments
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.election import Turn, at_work
from bot.channels.telegram.handlers import Handlers
from bot.channels.telegram.inbox import Inbox
from bot.channels.telegram.messenger import Messenger
from bot.channels.telegram.patience import next_pause, patiently, retry_after_s
from bot.channels.telegram.polling import ALLOWED_UPDATES, poll, rejected_token
from bot.channels.telegram.reception import Reception
from bot.channels.telegram.settings import TelegramSettings
from bot.channels.telegram.updates import COMMANDS
from bot.channels.telegram.webhook import webhook_server
from bot.desk.store.access import Access
from bot.desk.store.chats import Chats
from bot.desk.store.database import Connection, Place, StoreError, memory_database, open_database, reason
from bot.desk.store.signing import Signer
from bot.safety.danger import assess
from knowledge.errors import ChannelError, DatabaseError

HOUSEKEEPING_EVERY_S = 3600
CONNECTIONS = 64
"""To Telegram at a time, beside the one that waits for updates; a process may open 256 files and less."""
URGENT_THREADS = 2
"""Beside those that answer what can wait."""
_log = logging.getLogger(__name__)


async def serve(settings: TelegramSettings, responder: Responder, redact: Redact, *,
                clock: Callable[[], float] = time.time, stop: asyncio.Event | None = None,
                monitoring: MonitoringSettings | None = None) -> None:
    """Run the bot until SIGINT, SIGTERM or `stop`. Raises ChannelError where going on is no use."""
    _quiet_libraries()
    stop = stop or asyncio.Event()
    executor = ThreadPoolExecutor(settings.answer_threads, "answer")
    try:
        watching, turn = monitoring or MonitoringSettings(), Turn()
        checks = _checks(settings, watching, responder, clock, turn)
        async with stop_signals(stop), monitoring_server(watching, checks):
            while not stop.is_set():
                async with at_work(settings.database, turn, stop):
                    if not stop.is_set():
                        await _at_work(settings, responder, redact, executor, clock, turn, stop)
    finally:
        # The grace period is over: an answer still being worked out is left to the next start.
        executor.shutdown(wait=False, cancel_futures=True)
    _log.info("stopped")


async def _at_work(settings: TelegramSettings, responder: Responder, redact: Redact, executor: ThreadPoolExecutor,
                   clock: Callable[[], float], turn: Turn, stop: asyncio.Event) -> None:
    """Answer until told to stop, or until another bot is at work."""
    with _database(settings) as (connection, fault):
        work = _run(settings, responder, redact, connection, executor, clock, turn, shut=fault is not None)
        if fault is None:
            await _until((stop, turn.overtaken), work)
        else:
            await _do_without(fault, settings.database_patience_s, (stop, turn.overtaken), work)


def _checks(settings: TelegramSettings, watching: MonitoringSettings, responder: Responder,
            clock: Callable[[], float], turn: Turn) -> Mapping[str, Check]:
    """What the health check looks at; a webhook is quiet when nobody writes, so only polling is listened for."""
    checks = usual_checks(responder.tools.card_versions, settings.database, watching.index)
    if settings.webhook_url:
        return checks
    return {**checks, "telegram": turn.or_waiting(heard_lately(metrics.last_poll, clock))}


@contextmanager
def _database(settings: TelegramSettings) -> Iterator[tuple[Connection, DatabaseError | None]]:
    """The database; where it cannot be used, one in memory and the reason."""
    try:
        opened, fault = _opened(settings.database), None
    except DatabaseError as error:
        if not settings.database_patience_s:
            raise
        opened, fault = memory_database(), error
    with closing(opened) as connection:
        yield connection, fault


def _opened(place: Place) -> Connection:
    """The database, if it can be opened and what the bot begins with can be read."""
    opened = open_database(place)
    try:
        Signer(opened)
        Inbox(opened).unfinished()
    except StoreError as error:
        opened.close()
        raise DatabaseError(f"cannot use the database {place}: {reason(error)}; see `farmasvar check`") from error
    return opened


async def _do_without(fault: DatabaseError, patience_s: float, ends: Sequence[asyncio.Event],
                      work: Coroutine[Any, Any, None]) -> None:
    """Answer for a while without remembering anything, then raise the fault.

    Nobody in danger is left without an answer because of a broken file; everybody else is let in only where that is
    sure without it. Whoever starts the bot again tries the file again.
    """
    _log.error("%s. For %g s only emergencies are answered, and those whom the settings let in; nothing is remembered",
               fault, patience_s)
    metrics.fault("database")
    with suppress(TimeoutError):
        async with asyncio.timeout(patience_s):
            await _until(ends, work)
            return
    raise fault


async def _run(settings: TelegramSettings, responder: Responder, redact: Redact, connection: Connection,
               executor: ThreadPoolExecutor, clock: Callable[[], float], turn: Turn, *, shut: bool) -> None:
    poll_request = HTTPXRequest(connection_pool_size=1, httpx_kwargs={"verify": _tls()})
    bot = Bot(settings.token.get_secret_value(), base_url=settings.base_url, get_updates_request=poll_request,
              request=HTTPXRequest(connection_pool_size=CONNECTIONS, read_timeout=15,
                                   write_timeout=15, connect_timeout=10, pool_timeout=30,
                                   httpx_kwargs={"verify": _tls()}))
    messenger = Messenger(bot, attempts=settings.send_attempts, pause_s=settings.backoff_start_s,
                          repeat_note=lambda language: responder.command_text("telegram-repeated", language))
    attachments = Attachments(bot, attempts=settings.send_attempts, pause_s=settings.backoff_start_s)
    access = Access(connection)
    roster = Roster(access, administrators=settings.administrators, allowed=settings.allowed_chats)
    administration = Administration(bot, connection, responder, messenger, roster, clock=clock,
                                    reviewers_chat=settings.reviewers_chat, pause_s=settings.backoff_start_s)

    def is_urgent(text: str) -> bool:
        return assess(text) is not None

    gate = Gate(roster, access, Chats(connection),
                RateLimits(settings.messages_per_minute, settings.chat_messages_per_minute),
                open_to_all=not (settings.allowed_chats or settings.members_only),
                reviewers_chat=administration.reviewers_chat, is_urgent=is_urgent, shut=shut)
    urgent_executor = ThreadPoolExecutor(URGENT_THREADS, "urgent")
    desk = Desk(responder, connection, messenger, attachments, redact=redact, is_urgent=is_urgent,
                executor=executor, urgent_executor=urgent_executor, kept_days=settings.kept_days, clock=clock)
    handlers = Handlers(bot, desk, administration)
    reception = Reception(bot, handlers, gate, connection, redact=redact,
                          commands=frozenset((*COMMANDS, *ADMIN_COMMANDS)), kept_days=settings.kept_days, clock=clock,
                          pause_s=settings.backoff_start_s)
    side_work: list[asyncio.Task[None]] = []
    try:
        await _introduce(bot, settings.backoff_start_s)
        _log.info("connected as bot %d", bot.id)
        reception.resume()
        side_work = [asyncio.create_task(_offer_commands(bot, responder)),
                     asyncio.create_task(_keep_house(reception, responder, administration))]
        await _receive(bot, poll_request, settings, reception)
    except InvalidToken as error:
        raise rejected_token() from error
    except StoreError as error:
        raise ChannelError(f"cannot write to {settings.database}: {reason(error)}; is the disk full, or a second bot "
                           "using it?") from error
    finally:
        for task in side_work:
            task.cancel()
        await asyncio.gather(*side_work, return_exceptions=True)
        grace_s = 0 if turn.overtaken.is_set() else settings.grace_s  # another bot goes on with what is not finished
        await reception.close(grace_s)
        await messenger.close(grace_s)
        await bot.shutdown()
        urgent_executor.shutdown(wait=False, cancel_futures=True)


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
        menu = [BotCommand(name, responder.command_text(f"telegram-command-{name}", tag or FALLBACK_LANGUAGE))
                for name in (*COMMANDS, *MENU_COMMANDS)]
        try:
            await bot.set_my_commands(menu, language_code=tag)
        except TelegramError as error:
            _log.warning("command menu for %s not set: %s", tag or "everybody", type(error).__name__)


async def _keep_house(reception: Reception, responder: Responder, administration: Administration) -> None:
    """At the start and each hour: forget what is old, tell who relied on a changed card, show reports and replies."""
    while True:
        try:
            reception.forget_old()
            reception.tell_corrections(responder.tools.card_versions())
            reception.show_reports(administration.reviewers_chat())
            reception.tell_replies()
            await administration.keep_house()
        except Exception as error:
            # Questions are answered all the same; the next hour tries again.
            _log.error("housekeeping broken off: %s", place_of(error))
        await asyncio.sleep(HOUSEKEEPING_EVERY_S)


async def _until(ends: Sequence[asyncio.Event], work: Coroutine[Any, Any, None]) -> None:
    """Run the work until it ends or one of `ends` is set; its own faults are raised."""
    running, ending = asyncio.create_task(work), [asyncio.create_task(end.wait()) for end in ends]
    try:
        await asyncio.wait({running, *ending}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for one in ending:
            one.cancel()
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


def _quiet_libraries() -> None:
    """Keep the token and what people write out of the log.

    httpx logs each address, and the address of a Telegram request holds the token; python-telegram-bot logs whole
    replies it cannot parse. What goes wrong is logged here, without either.
    """
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", category=PTBDeprecationWarning, message=".*retry_after.*")
