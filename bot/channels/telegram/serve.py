"""Running the bot: connect, take up what was left, receive until told to stop, finish, disconnect."""

from __future__ import annotations

import asyncio
import logging
import ssl
import time
import warnings
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, nullcontext, suppress
from functools import cache
from typing import TYPE_CHECKING, Any

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
from bot.channels.telegram.election import Turn, elected
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
from bot.desk.store.database import (
    Connection,
    Place,
    Server,
    StoreError,
    memory_database,
    open_database,
    reason,
    sole_use,
)
from bot.desk.store.signing import Signer
from bot.safety.danger import assess
from knowledge.errors import ChannelError, DatabaseError

if TYPE_CHECKING:  # a driver that only servers need
    from bot.channels.telegram.crew import Crew

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
            with nullcontext() if isinstance(settings.database, Server) else sole_use(settings.database):
                while not stop.is_set():
                    await _at_work(settings, responder, redact, executor, clock, turn, stop)
    finally:
        # The grace period is over: an answer still being worked out is left to the next start.
        executor.shutdown(wait=False, cancel_futures=True)
    _log.info("stopped")


async def _at_work(settings: TelegramSettings, responder: Responder, redact: Redact, executor: ThreadPoolExecutor,
                   clock: Callable[[], float], turn: Turn, stop: asyncio.Event) -> None:
    """Answer until told to stop; without a database, until another bot receives."""
    turn.overtaken.clear()
    with _database(settings) as (connection, fault):
        work = _run(settings, responder, redact, connection, executor, clock, turn, stop, shut=fault is not None)
        if fault is None:
            await _until((stop,), work)
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
               executor: ThreadPoolExecutor, clock: Callable[[], float], turn: Turn, stop: asyncio.Event, *,
               shut: bool) -> None:
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
    crew = None if shut else _crew(settings.database, connection)
    reception = Reception(bot, handlers, gate, connection, redact=redact,
                          commands=frozenset((*COMMANDS, *ADMIN_COMMANDS)), kept_days=settings.kept_days, clock=clock,
                          pause_s=settings.backoff_start_s, crew=crew, most_at_once=settings.answer_threads)
    side_work = [asyncio.create_task(reception.begin_no_more_after(stop))]
    try:
        await _introduce(bot, settings.backoff_start_s)
        _log.info("connected as bot %d", bot.id)
        if crew is not None:
            await crew.sit_down()
        reception.resume()
        if crew is not None:
            side_work.append(asyncio.create_task(crew.attend(reception.look)))

        async def once() -> None:
            await asyncio.gather(_offer_commands(bot, responder), _keep_house(reception, responder, administration))

        await _receive(bot, poll_request, settings, reception, turn, stop, once)
    except InvalidToken as error:
        raise rejected_token() from error
    except StoreError as error:
        raise ChannelError(f"cannot write to {settings.database}: {reason(error)}; is the disk full, or a second bot "
                           "using it?") from error
    finally:
        await reception.close(settings.grace_s)
        for task in side_work:  # our seat is kept until nothing of ours is under way
            task.cancel()
        await asyncio.gather(*side_work, return_exceptions=True)
        await messenger.close(settings.grace_s)
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


def _crew(place: Place, connection: Connection) -> Crew | None:
    """This bot among those of a server; None where it is alone with a file."""
    if not isinstance(place, Server):
        return None
    from bot.channels.telegram.crew import Crew

    return Crew(place, connection)


async def _receive(bot: Bot, poll_request: HTTPXRequest, settings: TelegramSettings, reception: Reception,
                   turn: Turn, stop: asyncio.Event, once: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Receive updates until cancelled, by polling when it is our turn; `once` is done by one of several bots.

    Pending updates are never dropped: they are questions.
    """
    async def polling() -> None:
        await patiently(bot.delete_webhook, attempts=settings.send_attempts, pause_s=settings.backoff_start_s)
        await poll(poll_request, bot.base_url, settings, reception.accept)

    if settings.webhook_url is None or settings.webhook_secret is None:
        await _when_elected(settings.database, turn, stop, polling, once)
        return
    url, secret = settings.webhook_url, settings.webhook_secret.get_secret_value()
    async with webhook_server(url=url, listen=settings.webhook_listen, port=settings.webhook_port, secret=secret,
                              accept=reception.accept):
        await patiently(lambda: bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED_UPDATES),
                        attempts=settings.send_attempts, pause_s=settings.backoff_start_s)
        await _when_elected(settings.database, turn, stop, asyncio.Event().wait, once)


async def _when_elected(place: Place, turn: Turn, stop: asyncio.Event, work: Callable[[], Coroutine[Any, Any, Any]],
                        beside: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Do both whenever it is our turn, as long as it is; until cancelled."""
    while not stop.is_set():
        async with elected(place, turn, stop):
            if stop.is_set():  # whoever still waited is let go, not elected
                return
            beside_it = asyncio.create_task(beside())
            try:
                await _until((turn.overtaken,), work())
            finally:
                beside_it.cancel()
                await asyncio.gather(beside_it, return_exceptions=True)


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
