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

from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from knowledge.errors import ChannelError

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST_REQUEST_BYTES = 2**20

_log = logging.getLogger(__name__)


class _UpdateHandler(RequestHandler):
    def initialize(self, accept: Callable[[Sequence[dict[str, Any]]], None], secret: str) -> None:
        self._accept = accept
        self._secret = secret

    def post(self) -> None:
        shown = self.request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(shown.encode(), self._secret.encode()):
            self.set_status(403)
            return
        try:
            raw = json.loads(self.request.body)
        except ValueError:
            raw = None
        if not isinstance(raw, dict):
            self.set_status(400)
            return
        self._accept([raw])


@asynccontextmanager
async def webhook_server(*, url: str, listen: str, port: int, secret: str,
                         accept: Callable[[Sequence[dict[str, Any]]], None]) -> AsyncIterator[None]:
    """Listens while the block runs, at the path of the public address."""
    path = urlsplit(url).path or "/"
    application = Application([(path.replace(".", r"\."), _UpdateHandler, {"accept": accept, "secret": secret})],
                              log_function=_log_request)
    server = HTTPServer(application, max_body_size=LARGEST_REQUEST_BYTES)
    try:
        server.listen(port, address=listen)
    except OSError as error:
        raise ChannelError(f"cannot listen on {listen}:{port}: {error.strerror}; "
                           "choose another webhook port") from error
    try:
        yield
    finally:
        server.stop()
        await server.close_all_connections()


def _log_request(handler: RequestHandler) -> None:
    """Only refusals are worth a line."""
    if handler.get_status() >= 400:
        _log.warning("webhook: a request was refused with %d", handler.get_status())
