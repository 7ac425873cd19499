"""Running the API: listen, answer until told to stop, let requests under way finish."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress

from tornado.httpserver import HTTPServer

from bot.channels.base import Redact, Responder
from bot.channels.http.allowance import Allowance
from bot.channels.http.desk import Desk
from bot.channels.http.handlers import application
from bot.channels.http.problems import Refused
from bot.channels.http.service import Service
from bot.channels.http.settings import HttpSettings
from bot.channels.http.tokens import read_tokens
from bot.channels.stopping import stop_signals
from bot.monitoring.health import Check, usual_checks
from bot.monitoring.server import MonitoringSettings, listening_sockets, monitoring_server

DROPPED_UP_TO_BYTES = 2**20
"""A body up to this size is read and dropped, so that the client sees why it was refused; a larger one is cut off."""
READING_TIMEOUT_S = 30
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
                     clock: Callable[[], float] = time.time,
                     steady_clock: Callable[[], float] = time.monotonic) -> AsyncIterator[int]:
    """Listens while the block runs and gives the port; requests under way at its end get `grace_s` seconds."""
    desk = Desk(responder, redact, settings.database, language=settings.language, kept_days=settings.kept_days,
                clock=clock)
    executor = ThreadPoolExecutor(settings.answer_threads, "answer")
    service = Service(desk, read_tokens(settings.tokens), Allowance(settings.requests_per_minute, steady_clock),
                      executor, _checks(settings, responder))
    server = HTTPServer(application(service), max_body_size=DROPPED_UP_TO_BYTES, body_timeout=READING_TIMEOUT_S,
                        xheaders=False)
    sockets = listening_sockets(settings.listen, settings.port, "FARMASVAR_HTTP_PORT")
    await asyncio.to_thread(_open_once, desk)
    server.add_sockets(sockets)
    housekeeping = asyncio.create_task(_keep_house(desk))
    try:
        yield int(sockets[0].getsockname()[1])
    finally:
        housekeeping.cancel()
        server.stop()
        with suppress(TimeoutError):
            await asyncio.wait_for(service.idle.wait(), settings.grace_s)
        await server.close_all_connections()
        executor.shutdown(wait=False, cancel_futures=True)


def _checks(settings: HttpSettings, responder: Responder) -> Mapping[str, Check]:
    return usual_checks(responder.tools.card_versions, settings.database, settings.index)


def _open_once(desk: Desk) -> None:
    """A database that cannot be used is no reason not to start: emergencies are answered without one."""
    try:
        desk.open_once()
    except Refused:
        _log.error("only urgent messages are answered until the database can be used")


async def _keep_house(desk: Desk) -> None:
    while True:
        with suppress(Refused):  # logged where it happened; the next hour may be better
            await asyncio.to_thread(desk.forget_old)
        await asyncio.sleep(HOUSEKEEPING_EVERY_S)
