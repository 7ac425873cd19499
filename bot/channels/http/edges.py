"""What every request passes on its way to an address and back: the log, the counts, the headers, the token.

Whatever breaks ends here: the client is told that something went wrong, the log says where, and neither repeats what
was sent.
"""

from __future__ import annotations

import logging
import time
from http import HTTPStatus
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.app.monitoring import metrics
from bot.app.monitoring.logs import place_of
from bot.channels.http import problems
from bot.channels.http.problems import Refused
from bot.channels.http.service import Service

HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
"""Answers belong to one clinic, so nothing on the way may keep them. No header lets pages of other sites read them."""
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
API = "/v1/"

_log = logging.getLogger(__name__)


class HeadAsGet:
    """What asks for the headers alone is answered as if it asked for all; uvicorn leaves out the body."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on."""
        if scope["type"] == "http" and scope["method"] == "HEAD":
            scope = {**scope, "method": "GET"}
        await self._app(scope, receive, send)


class Watched:
    """Logs and counts a request by the address as the table has it, so neither query nor names are in either."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on, and answer for it if it breaks."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, sent = time.perf_counter(), 0

        async def with_headers(message: Message) -> None:
            nonlocal sent
            if message["type"] == "http.response.start":
                sent = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self._app(scope, receive, with_headers)
        except Exception as error:
            metrics.fault("answer")
            _log.error("broken off: %s", place_of(error), extra={"route": _route(scope)})
            if sent:
                raise
            refused = problems.plain(HTTPStatus.INTERNAL_SERVER_ERROR)
            await refused.response()(scope, receive, with_headers)
        finally:
            self._note(scope, sent, time.perf_counter() - begun)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        method = scope["method"] if scope["method"] in METHODS else "other"
        route = _route(scope)
        clinic = scope.get("state", {}).get("clinic")
        metrics.request_served(route, method, status, seconds)
        level = logging.WARNING if status >= HTTPStatus.INTERNAL_SERVER_ERROR else logging.INFO
        _log.log(level, "%s", method, extra={"route": route, "clinic": clinic.name if clinic else "", "status": status,
                                             "seconds": round(seconds, 3)})


class Gate:
    """Lets in to the API whoever shows a token, with a body of a size that is read."""

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self._app = app
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on with the clinic, and the seconds it should have waited; or refuse it."""
        if scope["type"] != "http" or not scope["path"].startswith(API):
            await self._app(scope, receive, send)
            return
        try:
            let_in = self._let_in(scope)
        except Refused as refused:
            await refused.response()(scope, receive, send)
            return
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > problems.LARGEST_BODY_BYTES:
                raise problems.too_large()
            return message

        await self._app(let_in, counted, send)

    def _let_in(self, scope: Scope) -> Scope:
        headers = Headers(scope=scope)
        clinic = self._service.tokens.clinic(headers.get("Authorization", ""))
        if clinic is None:
            raise problems.not_authorised()
        announced = headers.get("Content-Length", "0")
        if announced.isdecimal() and int(announced) > problems.LARGEST_BODY_BYTES:
            raise problems.too_large()
        known: dict[str, Any] = {"clinic": clinic, "wait_s": self._service.allowance.take(clinic.name)}
        scope["state"] = {**scope.get("state", {}), **known}
        # A body is JSON, whatever it is called: `curl -d` calls it a form.
        rest = [(name, value) for name, value in scope["headers"] if name != b"content-type"]
        scope["headers"] = [*rest, (b"content-type", b"application/json")]
        return scope


def _route(scope: Scope) -> str:
    return str(getattr(scope.get("route"), "path", "unknown"))
