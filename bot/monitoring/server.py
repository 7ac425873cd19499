"""A small HTTP server for whoever watches the bot: `/health` and `/metrics`, on an address of its own.

It listens beside the chat channels and not on their addresses, because what it counts concerns every chat and clinic:
a clinic's token should not open it, and a collector of metrics should hold no clinic's token. Leave it on the loopback
address or an internal network.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from socket import socket

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from bot.monitoring import metrics
from bot.monitoring.health import Check, examine
from knowledge.errors import ChannelError
from knowledge.models import Frozen


class _HealthHandler(RequestHandler):
    def initialize(self, checks: Mapping[str, Check]) -> None:
        self._checks = checks

    async def get(self) -> None:
        health = await asyncio.to_thread(examine, self._checks)
        self.set_status(200 if health.status == "ok" else 503)
        self.set_header("Content-Type", "application/json")
        self.finish(health.model_dump_json())


class _MetricsHandler(RequestHandler):
    def get(self) -> None:
        self.set_header("Content-Type", metrics.CONTENT_TYPE)
        self.finish(metrics.exposition())


class MonitoringSettings(Frozen):
    """Where the server listens, and what it looks at."""

    listen: str = "127.0.0.1"
    port: int | None = None
    """None: nothing listens."""
    index: Path | None = None
    """The file of the search index."""


@asynccontextmanager
async def monitoring_server(settings: MonitoringSettings, checks: Mapping[str, Check]) -> AsyncIterator[int | None]:
    """Listens while the block runs and gives the port; without a port nothing listens."""
    if settings.port is None:
        yield None
        return
    application = Application(
        [("/health", _HealthHandler, {"checks": checks}), ("/metrics", _MetricsHandler)], log_function=_log_nothing
    )
    server = HTTPServer(application, max_body_size=1024)
    sockets = listening_sockets(settings.listen, settings.port, "FARMASVAR_MONITORING_PORT")
    server.add_sockets(sockets)
    try:
        yield int(sockets[0].getsockname()[1])
    finally:
        server.stop()
        await server.close_all_connections()


def listening_sockets(listen: str, port: int, setting: str) -> list[socket]:
    """The sockets of an address, 0 for any free port; a fault names the setting to change."""
    try:
        return bind_sockets(port, address=listen)
    except OSError as error:
        raise ChannelError(f"cannot listen on {listen}:{port}: {error.strerror}; set another {setting}") from error


def _log_nothing(handler: RequestHandler) -> None:
    """Requests that come every few seconds are worth no line."""
