"""Running the API: listen, answer until told to stop, let requests under way finish."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress

from bot.app.monitoring.health import Check, usual_checks
from bot.app.monitoring.server import MonitoringSettings, monitoring_server
from bot.channels.base import Redact, Responder
from bot.channels.http.allowance import Allowance
from bot.channels.http.application import application
from bot.channels.http.desk import Desk
from bot.channels.http.problems import Refused
from bot.channels.http.repeats import Repeats
from bot.channels.http.service import Service
from bot.channels.http.settings import HttpSettings
from bot.channels.http.tokens import TokenBook, read_tokens
from bot.channels.http.workers import Workers
from bot.channels.stopping import stop_signals
from bot.edge import Limits, listening_sockets, running_server

HOUSEKEEPING_EVERY_S = 3600

_log = logging.getLogger(__name__)


async def serve(settings: HttpSettings, responder: Responder, redact: Redact, *,
                monitoring: MonitoringSettings | None = None, stop: asyncio.Event | None = None) -> None:
    """Serve the API until SIGINT, SIGTERM or `stop`. Raises ChannelError where it cannot listen."""
    stop = stop or asyncio.Event()
    async with (
        stop_signals(stop),
        monitoring_server(monitoring or MonitoringSettings(), _checks(settings, responder)),
        api_server(settings, responder, redact) as port,
    ):
        _log.info("listening on port %d", port)
        await stop.wait()
    _log.info("stopped")


@asynccontextmanager
async def api_server(settings: HttpSettings, responder: Responder, redact: Redact, *,
                     clock: Callable[[], float] = time.time, steady_clock: Callable[[], float] = time.monotonic,
                     limits: Limits | None = None) -> AsyncIterator[int]:
    """Listens while the block runs and gives the port; requests under way at its end get `grace_s` seconds."""
    async with service_of(settings, responder, redact, clock=clock, steady_clock=steady_clock) as service:
        sockets = listening_sockets(settings.listen, settings.port, "FARMASVAR_HTTP_PORT")
        async with running_server(application(service), sockets, limits=limits, grace_s=settings.grace_s):
            yield int(sockets[0].getsockname()[1])


@asynccontextmanager
async def service_of(settings: HttpSettings, responder: Responder, redact: Redact, *,
                     clock: Callable[[], float] = time.time,
                     steady_clock: Callable[[], float] = time.monotonic) -> AsyncIterator[Service]:
    """What answers requests, kept in order while the block runs."""
    desk = Desk(responder, redact, settings.database, language=settings.language, kept_days=settings.kept_days,
                clock=clock)
    book = TokenBook(read_tokens(settings.tokens), desk.tokens)
    workers = Workers(settings.answer_threads, settings.most_waiting)
    await asyncio.to_thread(_open_once, desk, book)
    chores = [asyncio.create_task(keep_house(desk)),
              asyncio.create_task(_keep_tokens(book, settings.tokens_read_every_s))]
    try:
        yield Service(desk, book, Allowance(settings.requests_per_minute, steady_clock), Repeats(steady_clock), workers,
                      _checks(settings, responder))
    finally:
        for chore in chores:
            chore.cancel()
        workers.close()


def _checks(settings: HttpSettings, responder: Responder) -> Mapping[str, Check]:
    return usual_checks(lambda: responder.tools.card_versions(), settings.database, settings.index)


def _open_once(desk: Desk, book: TokenBook) -> None:
    """A database that cannot be used is no reason not to start: emergencies are answered without one."""
    try:
        desk.open_once()
    except Refused:
        _log.error("only urgent messages are answered until the database can be used")
    book.refresh()


async def keep_house(desk: Desk) -> None:
    """Each hour: forget what is old."""
    while True:
        with suppress(Refused):  # logged where it happened; the next hour may be better
            await asyncio.to_thread(desk.forget_old)
        await asyncio.sleep(HOUSEKEEPING_EVERY_S)


async def _keep_tokens(book: TokenBook, every_s: float) -> None:
    while True:
        await asyncio.sleep(every_s)
        await asyncio.to_thread(book.refresh)
