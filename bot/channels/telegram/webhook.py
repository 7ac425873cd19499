"""The webhook: a small HTTP server Telegram posts updates to, behind a reverse proxy that speaks TLS.

A request is answered once its update is on disk; until then Telegram keeps the update and sends it again.
"""

from __future__ import annotations

import hmac
import json
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.edge import listening_sockets, running_server

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST_REQUEST_BYTES = 2**20

_log = logging.getLogger(__name__)


@asynccontextmanager
async def webhook_server(*, url: str, listen: str, port: int, secret: str,
                         accept: Callable[[Sequence[dict[str, Any]]], None]) -> AsyncIterator[None]:
    """Listens while the block runs, at the path of the public address."""

    async def take_update(request: Request) -> Response:
        shown = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(shown.encode(), secret.encode()):
            return _refused(403)
        try:
            raw = json.loads(await _body(request))
        except (ValueError, RecursionError):
            raw = None
        if not isinstance(raw, dict):
            return _refused(400)
        accept([raw])
        return Response()

    path = urlsplit(url).path or "/"
    application = Starlette(routes=[Route(path, take_update, methods=["POST"])])
    sockets = listening_sockets(listen, port, "FARMASVAR_TELEGRAM_WEBHOOK_PORT")
    async with running_server(application, sockets):
        yield


async def _body(request: Request) -> bytes:
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST_REQUEST_BYTES:
            _refused(413)
            raise HTTPException(413)
    return body


def _refused(status: int) -> Response:
    """Only refusals are worth a line."""
    _log.warning("webhook: a request was refused with %d", status)
    return Response(status_code=status)
