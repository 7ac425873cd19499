"""A server that runs while a block does: sockets first, then requests, at the end those under way."""

from __future__ import annotations

import asyncio
import resource
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from errno import EADDRNOTAVAIL
from functools import partial
from socket import (
    AF_INET6,
    AI_PASSIVE,
    IPPROTO_IPV6,
    IPV6_V6ONLY,
    SO_REUSEADDR,
    SOCK_STREAM,
    SOL_SOCKET,
    gaierror,
    socket,
)
from socket import getaddrinfo as addresses_of
from typing import cast

import uvicorn
from starlette.types import ASGIApp

from bot.edge.connections import Connection, Doorkeeper, Limits
from knowledge.errors import ChannelError

__all__ = ["Limits", "listening_sockets", "running_server"]

BACKLOG = 512
"""Connections that the system may hold for us until we take them."""
TAKEN_AT_ONCE = 32
"""asyncio takes so many in one go before anything else runs, each with a descriptor, and only then can we close any."""
DESCRIPTORS_FOR_OTHERS = 96
"""Files, databases and sockets of the rest of the program, which must be opened whoever connects."""
FEWEST_CONNECTIONS = 16


class _Server(uvicorn.Server):
    """Leaves signals to the caller."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


@asynccontextmanager
async def running_server(app: ASGIApp, sockets: list[socket], *, limits: Limits | None = None,
                         grace_s: float = 0.0) -> AsyncIterator[None]:
    """Answers requests while the block runs; those under way at its end get `grace_s` seconds."""
    limits = limits or Limits()
    doorkeeper = Doorkeeper(limits.model_copy(update={"connections": _within_descriptors(limits)}))
    server = _Server(uvicorn.Config(
        app, lifespan="off", log_config=None, access_log=False, server_header=False, ws="none", proxy_headers=False,
        http=cast(type[asyncio.Protocol], partial(Connection, doorkeeper=doorkeeper)), backlog=TAKEN_AT_ONCE,
        timeout_keep_alive=limits.idle_s, h11_max_incomplete_event_size=limits.head_bytes,
    ))
    serving = asyncio.create_task(server.serve(sockets))
    try:
        while not server.started and not serving.done():
            await asyncio.sleep(0)
        for listening in sockets:
            listening.listen(BACKLOG)
        yield
    finally:
        # The configuration wants whole seconds; it is read only when the server ends.
        server.config.timeout_graceful_shutdown = cast(int, grace_s)
        server.should_exit = True
        await serving


def listening_sockets(listen: str, port: int, setting: str) -> list[socket]:
    """The sockets of an address, 0 for any free port; a fault names the setting to change."""
    sockets: list[socket] = []
    try:
        for family, kind, protocol, _, address in addresses_of(listen, port, type=SOCK_STREAM, flags=AI_PASSIVE):
            bound = socket(family, kind, protocol)
            sockets.append(bound)
            bound.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
            if family == AF_INET6:
                bound.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 1)
            bound.bind((address[0], sockets[0].getsockname()[1] if len(sockets) > 1 else port, *address[2:]))
            bound.listen(BACKLOG)
            bound.setblocking(False)
    except (OSError, UnicodeError) as error:
        for bound in sockets:
            bound.close()
        # What is no name or none that is known, or an address of another machine, is no fault of the port.
        if isinstance(error, gaierror | UnicodeError) or error.errno == EADDRNOTAVAIL:
            setting = f"{setting.removesuffix('PORT')}LISTEN"
        reason = error.strerror if isinstance(error, OSError) else "that is no name of a machine"
        raise ChannelError(f"cannot listen on {listen}:{port}: {reason}; set another {setting}") from error
    return sockets


def _within_descriptors(limits: Limits) -> int:
    """As many connections as leave the rest of the program its files, whoever comes beyond them."""
    most, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if most == resource.RLIM_INFINITY:
        return limits.connections
    left = most - DESCRIPTORS_FOR_OTHERS - TAKEN_AT_ONCE - limits.beyond
    return max(FEWEST_CONNECTIONS, min(limits.connections, left))
