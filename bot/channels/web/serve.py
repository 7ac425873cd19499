"""Running the pages: the API's application with the pages on it, until told to stop."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any, cast

from starlette.exceptions import HTTPException
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from bot.app.monitoring.health import usual_checks
from bot.app.monitoring.logs import place_of
from bot.app.monitoring.server import MonitoringSettings, monitoring_server
from bot.channels.base import Redact, Responder
from bot.channels.http import HttpSettings
from bot.channels.http.allowance import Allowance
from bot.channels.http.application import Application, application
from bot.channels.http.serve import keep_house, service_of
from bot.channels.http.service import Service
from bot.channels.stopping import stop_signals
from bot.channels.web import asking, library, overseeing, provider, reviewing
from bot.channels.web.desk import WebDesk
from bot.channels.web.page import STATIC, headers_of, nothing_here, wants_page
from bot.channels.web.provider import ProviderSettings, provider_of
from bot.channels.web.renewing import Renewal
from bot.channels.web.review_desk import ReviewDesk
from bot.desk.store.sessions import Lasting
from bot.edge import Limits, listening_sockets, running_server
from knowledge.errors import DatabaseError
from knowledge.review.states import Policy

MESSAGES_PER_MINUTE = 30
FORMS_PER_MINUTE = 240
"""For each person: a sentence is shown several times while a field of its claim is typed."""
PREPARING = "prepare"
"""The name of the task that loads beforehand what pages would load at first use."""

_log = logging.getLogger(__name__)


class WebSettings(HttpSettings):
    """Where the pages are, and what they are called from outside."""

    port: int = 8490
    address: str | None = None
    """Public address, such as https://farmasvar.example.org, for links and cookies; None: as the browser came."""
    messages_per_minute: int = MESSAGES_PER_MINUTE
    """For each person; urgent ones are answered beyond it."""
    folders: tuple[Path, ...] = ()
    """Whose cards can be reviewed."""
    policy: Policy = Policy()
    """What is asked for before a card is approved."""
    provider: ProviderSettings | None = None
    """Whom people may sign in with; None: by links alone."""
    lasting: Lasting = Lasting()
    """How long people stay signed in."""
    frames: tuple[str, ...] = ()
    """Sites that may show the pages in a frame, as a content security policy names them."""


async def serve(settings: WebSettings, responder: Responder, redact: Redact, label: Callable[[str, str], str], *,
                monitoring: MonitoringSettings | None = None, stop: asyncio.Event | None = None,
                renew: Callable[[], None] = lambda: None, tell: Callable[[str], None] = print) -> None:
    """Serve the pages until SIGINT, SIGTERM or `stop`. Raises ChannelError where it cannot listen.

    `renew` reads the library anew, for answers to rest on what was approved. `tell` gets the address, and the link for
    the first administrator where there is none yet.
    """
    stop = stop or asyncio.Event()
    checks = usual_checks(lambda: responder.tools.card_versions(), settings.database, settings.index)
    async with (
        stop_signals(stop),
        monitoring_server(monitoring or MonitoringSettings(), checks),
        web_server(settings, responder, redact, label, renew=renew) as (port, desk),
    ):
        address = settings.address or f"http://{settings.listen}:{port}"
        tell(f"the pages are at {address}")
        code = await asyncio.to_thread(desk.first_invitation)
        if code:
            tell(f"to sign in as the first administrator, open this once within a week: {address}/join/{code}")
        await stop.wait()
    _log.info("stopped")


@asynccontextmanager
async def web_server(settings: WebSettings, responder: Responder, redact: Redact, label: Callable[[str, str], str], *,
                     clock: Callable[[], float] = time.time, steady_clock: Callable[[], float] = time.monotonic,
                     limits: Limits | None = None,
                     renew: Callable[[], None] = lambda: None) -> AsyncIterator[tuple[int, WebDesk]]:
    """Listens while the block runs and gives the port; `label` names a concept in a language."""
    desk = WebDesk(responder, redact, settings.database, language=settings.language, kept_days=settings.kept_days,
                   clock=clock, lasting=settings.lasting, folders=settings.folders)
    async with service_of(settings, responder, redact, clock=clock, steady_clock=steady_clock) as service:
        app = web_application(service, desk, responder, settings, label, steady_clock)
        review = ReviewDesk(settings.folders, settings.policy, lambda: _day(clock()))
        app.state.web_review = review

        def renew_and_prepare() -> None:
            renew()
            prepare(responder, review)

        app.state.web_renewal = Renewal(renew_and_prepare)
        if settings.provider is not None:
            await _let_in_by(app, settings.provider, desk)
        sockets = listening_sockets(settings.listen, settings.port, "FARMASVAR_WEB_PORT")
        housekeeping = asyncio.create_task(keep_house(desk))
        try:
            async with running_server(app, sockets, limits=limits, grace_s=settings.grace_s):
                preparing = asyncio.create_task(asyncio.to_thread(prepare, responder, review), name=PREPARING)
                yield int(sockets[0].getsockname()[1]), desk
                await preparing
        finally:
            housekeeping.cancel()


def prepare(responder: Responder, review: ReviewDesk) -> None:
    """Have what pages load at first use loaded before somebody waits for it; what breaks is told by the page itself."""
    try:
        for language in responder.languages:
            responder.tools.listed("", language)
        review.warm_up(responder.languages)
    except Exception as error:
        _log.warning("not everything is loaded beforehand: %s", place_of(error))


def web_application(service: Service, desk: WebDesk, responder: Responder, settings: WebSettings,
                    label: Callable[[str, str], str], steady_clock: Callable[[], float]) -> Application:
    """The application of the API with the pages on it."""
    app = application(service)
    state: dict[str, Any] = {
        "web_desk": desk, "web_responder": responder, "web_label": label, "web_address": settings.address or "",
        "web_secure": (settings.address or "").startswith("https://"), "web_build": _build(),
        "web_allowance": Allowance(settings.messages_per_minute, steady_clock),
        "web_form_allowance": Allowance(FORMS_PER_MINUTE, steady_clock),
        "web_provider_settings": settings.provider, "web_frames": settings.frames,
        "web_cookie_s": int(settings.lasting.unused_s),
        "web_provider_name": settings.provider.shown if settings.provider else "",
    }
    for name, value in state.items():
        setattr(app.state, name, value)
    for router in (asking.router, library.router, overseeing.router, reviewing.router):
        app.include_router(router)
    refused = app.exception_handlers[HTTPException]

    async def refuse(request: Request, error: Exception) -> Response:
        """A page for a browser at an address that nothing stands at; the API's own answer for everybody else."""
        if getattr(error, "status_code", 0) == HTTPStatus.NOT_FOUND and wants_page(request):
            return await nothing_here(request)
        return cast(Response, await cast(Awaitable[Any], refused(request, error)))

    app.add_exception_handler(HTTPException, refuse)
    app.mount("/static", _Static(directory=STATIC))
    return app


async def _let_in_by(app: Application, settings: ProviderSettings, desk: WebDesk) -> None:
    """Put the provider's addresses on the application."""
    try:
        key = await asyncio.to_thread(desk.state_key)
    except DatabaseError:  # nobody can sign in while the store is broken; emergencies are answered all the same
        key = secrets.token_urlsafe()
    app.state.web_provider = provider_of(settings)
    app.include_router(provider.router)
    app.add_middleware(SessionMiddleware, secret_key=key, session_cookie=provider.STATE_COOKIE, path=provider.PATH,
                       max_age=provider.STATE_KEPT_S, same_site="lax", https_only=app.state.web_secure)


class _Static(StaticFiles):
    """Style and script, which a browser may keep: their address changes with them."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file."""
        response = await super().get_response(path, scope)
        response.headers.update({**headers_of(()), "Cache-Control": "public, max-age=31536000, immutable"})
        return response


def _day(now: float) -> date:
    return datetime.fromtimestamp(now, UTC).date()


def _build() -> str:
    """Changes with style and script."""
    contents = b"".join(path.read_bytes() for path in sorted(STATIC.iterdir()) if path.is_file())
    return hashlib.sha256(contents).hexdigest()[:8]
