"""A small HTTP server for whoever watches the bot: `/health` and `/metrics`, on an address of its own.

It listens beside the chat channels and not on their addresses, because what it counts concerns every chat and clinic:
a clinic's token should not open it, and a collector of metrics should hold no clinic's token. Leave it on the loopback
address or an internal network.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.app.monitoring import metrics
from bot.app.monitoring.health import Check, examine
from bot.edge import Limits, listening_sockets, running_server
from knowledge.evidence.models import Frozen
from retrieval.index_tables import Manifest

_LIMITS = Limits(connections=16, beyond=4)
"""Few look here, and what they take is taken from the channel beside."""


class MonitoringSettings(Frozen):
    """Where the server listens, and what it looks at."""

    listen: str = "127.0.0.1"
    port: int | None = None
    """None: nothing listens."""
    index: Callable[[], Manifest] | None = None
    """Reads what the search index was built from."""


@asynccontextmanager
async def monitoring_server(settings: MonitoringSettings, checks: Mapping[str, Check]) -> AsyncIterator[int | None]:
    """Listens while the block runs and gives the port; without a port nothing listens."""
    if settings.port is None:
        yield None
        return

    async def health(_: Request) -> Response:
        return await health_response(checks)

    async def counted(_: Request) -> Response:
        return Response(metrics.exposition(), media_type=metrics.CONTENT_TYPE)

    application = Starlette(routes=[Route("/health", health), Route("/metrics", counted)])
    sockets = listening_sockets(settings.listen, settings.port, "FARMASVAR_MONITORING_PORT")
    async with running_server(application, sockets, limits=_LIMITS):
        yield int(sockets[0].getsockname()[1])


async def health_response(checks: Mapping[str, Check]) -> Response:
    """What the checks found; 503 where one has failed."""
    health = await asyncio.to_thread(examine, checks)
    return Response(health.model_dump_json(), 200 if health.status == "ok" else 503, media_type="application/json")
