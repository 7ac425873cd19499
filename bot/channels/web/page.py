"""Showing a page: whose it is, in which language, and what a browser may do with it.

Every address of the pages is a `PageRoute`: whoever is not signed in, may not do it, or meets a fault gets a page that
says so, and every page forbids the browser whatever it does not need.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
import re
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

from babel import Locale, negotiate_locale
from fastapi.routing import APIRoute
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.answering.messages import FALLBACK_LANGUAGE, messages_in
from bot.app.monitoring import metrics
from bot.app.monitoring.logs import place_of
from bot.channels.http import problems
from bot.channels.http.problems import Refused
from bot.channels.web.desk import WebDesk, moment
from bot.desk.store.choices import Choices
from bot.desk.store.roles import ROLES, Role
from bot.desk.store.sessions import Session
from knowledge.directory.countries import country_name
from knowledge.directory.services import load_services
from knowledge.errors import DatabaseError
from knowledge.evidence.models import Frozen
from knowledge.languages import LANGUAGES

COOKIE = "farmasvar"
POLICY = ("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
          "form-action 'self'; base-uri 'none'; frame-ancestors ")
HEADERS = {
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
STATIC = Path(__file__).parent / "static"
_LARGEST_FORM = 64 * 1024
_MOST_FIELDS = 200
_ADDRESS = re.compile(r"https?://[^\s<>&;]+[^\s<>&;.,)]")
_OWN_PAGE = re.compile(
    r"/(?:ask|answers|library|cards|own|review|gaps|reports|access|use|status)(?:[/?][!-~]{0,6000})?")
"""Addresses that somebody may be sent on to: none of another site, and none that does something."""
_NUMBER = r"(?<![\d+:.\-–])(?:{})(?![\d:])"
_MARK = re.compile(r"\[(\d+(?:, ?\d+)*)\]")

_log = logging.getLogger(__name__)


def headers_of(frames: Sequence[str]) -> dict[str, str]:
    """What forbids the browser whatever pages do not need; `frames` are the sites that may show them in a frame."""
    return {"Content-Security-Policy": POLICY + (" ".join(frames) or "'none'"), **HEADERS}


class Visitor(Frozen):
    """Who looks at a page, and how."""

    session: Session
    choices: Choices

    @property
    def person(self) -> str:
        """The name they are kept under."""
        return self.session.person

    def may(self, role: Role) -> bool:
        """Whether they may do what that role may."""
        return ROLES.index(self.session.role) >= ROLES.index(role)


class _NotSignedIn(Exception):
    """Nobody is signed in."""


class _Forbidden(Exception):
    """The form came from elsewhere, or the role does not allow it."""


class PageRoute(APIRoute):
    """An address that answers with pages."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The endpoint, with a page for whatever ends it early."""
        answer = super().get_route_handler()

        async def handler(request: Request) -> Response:
            response = await _guarded(request, answer)
            for name, value in headers_of(request.app.state.web_frames).items():
                response.headers.setdefault(name, value)
            visitor: Visitor | None = getattr(request.state, "visitor", None)
            if visitor is not None and visitor.session.is_new:
                remember(response, request, visitor.session)
            return response

        return handler


async def _guarded(request: Request, answer: Callable[[Request], Coroutine[Any, Any, Response]]) -> Response:
    try:
        return await answer(request)
    except _NotSignedIn:
        written = await _written(request) if request.method == "POST" else None
        return page(request, "sign_in.html", status=HTTPStatus.UNAUTHORIZED, written=written)
    except _Forbidden:
        return page(request, "fault.html", status=HTTPStatus.FORBIDDEN, fault="web-fault-forbidden")
    except Refused as refused:
        faults = {404: "web-fault-nothing", 410: "web-fault-outdated", 409: "web-fault-nothing-to-draft",
                  429: "web-fault-busy", 503: "web-fault-store", 422: "web-fault-form"}
        fault = faults.get(refused.problem.status, "web-fault-broken")
        return page(request, "fault.html", status=refused.problem.status, fault=fault, headers=refused.headers)
    except HTTPException:
        raise
    except Exception as error:
        metrics.fault("answer")
        _log.error("broken off: %s", place_of(error), extra={"route": str(request.scope["route"].path)})
        return page(request, "fault.html", status=HTTPStatus.INTERNAL_SERVER_ERROR, fault="web-fault-broken")


async def _written(request: Request) -> str:
    """What somebody wrote whose session is over: a browser that goes back finds the page without it."""
    if from_elsewhere(request) or int(request.headers.get("Content-Length", _LARGEST_FORM + 1)) > _LARGEST_FORM:
        return ""
    form = await request.form(max_files=0, max_fields=_MOST_FIELDS)
    return next((str(form[name]) for name in ("question", "reason") if form.get(name)), "")


def wants_page(request: Request) -> bool:
    """Whether whoever asks is a browser at an address of the pages, not a program that uses the API."""
    return "text/html" in request.headers.get("Accept", "") and not request.url.path.startswith(("/v1/", "/static/"))


async def nothing_here(request: Request) -> Response:
    """The page of an address that nothing stands at, with the menu of whoever has signed in."""
    with suppress(_NotSignedIn, _Forbidden, DatabaseError):
        await visitor(request)
    return page(request, "fault.html", status=HTTPStatus.NOT_FOUND, fault="web-fault-nothing",
                headers=headers_of(request.app.state.web_frames))


async def visitor(request: Request, role: Role = "asker") -> Visitor:
    """Who is signed in and may do what the role may; ends the request with a page where nobody is."""
    token = request.cookies.get(COOKIE)
    desk = desk_of(request)
    found = await asyncio.to_thread(_found, desk, token) if token else None
    if found is None:
        raise _NotSignedIn
    request.state.visitor = found
    if not found.may(role):
        raise _Forbidden
    return found


async def form_of(request: Request, role: Role = "asker", *, fields: int = 20) -> tuple[Visitor, FormData]:
    """Who sends a form, and what is in it; ends the request where it was not given out to them."""
    who = await visitor(request, role)
    if request.url.path != "/ask":  # which has an allowance of its own, that emergencies are answered beyond
        wait_s = request.app.state.web_form_allowance.take(f"web-{who.person}"[:40].replace(".", "-"))
        if wait_s:
            raise problems.too_many(wait_s)
    if int(request.headers.get("Content-Length", _LARGEST_FORM + 1)) > _LARGEST_FORM:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The form is too large.")
    form = await request.form(max_files=0, max_fields=fields)
    shown = str(form.get("form_key", ""))
    if from_elsewhere(request) or not hmac.compare_digest(shown.encode(), who.session.form_key.encode()):
        raise _Forbidden
    return who, form


def from_elsewhere(request: Request) -> bool:
    """Whether a browser says that another site sends this request."""
    return request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")


def _found(desk: WebDesk, token: str) -> Visitor | None:
    session = desk.session(token)
    return None if session is None else Visitor(session=session, choices=desk.choices(session.person))


def desk_of(request: Request) -> WebDesk:
    """The desk of the pages."""
    desk: WebDesk = request.app.state.web_desk
    return desk


def remember(response: Response, request: Request, session: Session) -> None:
    """Tell the browser its token; a page of another site that links here is sent it, a form or picture there is not."""
    secure = request.app.state.web_secure or request.url.scheme == "https"
    framed = bool(request.app.state.web_frames)
    response.set_cookie(COOKIE, session.token, max_age=request.app.state.web_cookie_s, httponly=True, secure=secure,
                        samesite="none" if framed else "lax")
    if framed:  # of its own for each site that frames the pages, and sent in no frame of another
        response.headers["Set-Cookie"] += "; Partitioned"


def forget(response: Response) -> None:
    """Tell the browser to drop its token."""
    response.delete_cookie(COOKIE, httponly=True, samesite="lax")


def language_of(request: Request) -> str:
    """The language of the pages: the one chosen, or else the best of those the browser names."""
    who: Visitor | None = getattr(request.state, "visitor", None)
    if who is not None and who.choices.language:
        return who.choices.language
    wanted = [part.partition(";")[0].strip().replace("-", "_") for part in
              request.headers.get("Accept-Language", "").split(",")[:20]]
    aliases = {"no": "nb", "no_NO": "nb"}
    spoken = [aliases.get(tag, tag) for tag in wanted if tag]
    found = negotiate_locale(spoken, LANGUAGES)
    return next((tag for tag in LANGUAGES if found == tag), FALLBACK_LANGUAGE)


def page(request: Request, template: str, *, status: int = HTTPStatus.OK, headers: Mapping[str, str] | None = None,
         **shown: Any) -> Response:
    """A page in the language of whoever looks at it."""
    language = language_of(request)
    messages = messages_in(language)
    who: Visitor | None = getattr(request.state, "visitor", None)

    def say(message: str, **slots: Any) -> str:
        return messages.format(message, **slots)

    text = _environment().get_template(template).render(
        say=say, lang=language, who=who, form_key=who.session.form_key if who else "", here=request.url.path,
        build=request.app.state.web_build, provider=request.app.state.web_provider_name,
        **{"wanted_page": wished(request) if who is None else "", **shown})
    return HTMLResponse(text, status, headers=headers)


def wished(request: Request) -> str:
    """The page somebody wanted to see before they were asked to sign in; empty where there is none to go back to."""
    if request.method != "GET" or request.url.path in ("/", "/ask", "/join") and not request.url.query:
        return ""
    return _onward(request.url.path + (f"?{request.url.query}" if request.url.query else ""))


def onward(address: str) -> str:
    """Where somebody goes who has signed in: the page they wanted, where it is one of these pages, or the box."""
    return _onward(address) or "/ask"


def _onward(address: str) -> str:
    return address if _OWN_PAGE.fullmatch(address) else ""


def to(address: str) -> Response:
    """Send the browser on to another page."""
    return RedirectResponse(address, HTTPStatus.SEE_OTHER)


@cache
def _environment() -> Environment:
    environment = Environment(loader=PackageLoader("bot.channels.web"), autoescape=True, undefined=StrictUndefined,
                              trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(cited=cited, urls=linked, markup=Markup, moment=timed, country=country_name,
                               spoken=language_name, calls=callable_numbers)
    environment.globals["language_list"] = LANGUAGES
    return environment


def cited(text: str) -> Markup:
    """A text with links from its marks, such as [1], to the sources beside it."""
    def marked(found: re.Match[str]) -> str:
        numbers = [number.strip() for number in found[1].split(",")]
        links = ", ".join(f'<a href="#source-{number}">{number}</a>' for number in numbers)
        return f'<span class="mark">[{links}]</span>'

    return Markup(_MARK.sub(marked, str(escape(text))))


def timed(when: float) -> Markup:
    """A time as a date and hour; a script shows it by the clock of whoever looks at it."""
    written = datetime.fromtimestamp(when, UTC).isoformat()
    return Markup('<time datetime="{}">{} UTC</time>').format(written, moment(when))


def linked(text: str) -> Markup:
    """A text with links from the addresses in it."""
    def link(found: re.Match[str]) -> str:
        return f'<a href="{found[0]}" rel="noopener noreferrer">{found[0]}</a>'

    return Markup(_ADDRESS.sub(link, str(escape(text))))


def callable_numbers(text: str) -> Markup:
    """A text with links that call the numbers of the services in it."""
    def link(found: re.Match[str]) -> str:
        return f'<a href="tel:{re.sub(r"[^+0-9]", "", found[0])}">{found[0]}</a>'

    return Markup(_numbers().sub(link, str(escape(text))))


@cache
def _numbers() -> re.Pattern[str]:
    numbers = sorted(set(load_services().all_numbers()), key=len, reverse=True)
    return re.compile(_NUMBER.format("|".join(map(re.escape, numbers))))


def language_name(tag: str) -> str:
    """What a language calls itself."""
    name = Locale.parse(tag).get_display_name() or tag
    return name[:1].upper() + name[1:]
