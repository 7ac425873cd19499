"""The edge to HTTP: who asks, what may be asked, reading bodies, running operations, writing what comes back.

A request meets, in this order: the method, the token, the size, the allowance, the body. Whatever breaks ends here:
the client is told that something went wrong, the log says where, and neither repeats what was sent.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable
from http import HTTPStatus
from typing import Any, cast

from pydantic import ValidationError
from tornado.web import Application, HTTPError, RequestHandler, stream_request_body

from bot.channels.http import problems
from bot.channels.http.bodies import FeedbackBody, QuestionBody
from bot.channels.http.openapi import describe
from bot.channels.http.operations import JSON, Call, Content, Operation, as_json
from bot.channels.http.problems import FieldFault, Problem, Refused
from bot.channels.http.routes import ROUTES, Method, Route
from bot.channels.http.service import Service
from bot.monitoring import metrics
from bot.monitoring.health import examine
from bot.monitoring.logs import place_of

HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
"""Answers belong to one clinic, so nothing on the way may keep them. No header lets pages of other sites read them."""
PARTS = {"figure": r"([a-z0-9_-]+)"}

_log = logging.getLogger(__name__)
_VARIES = re.compile(r"\\{(\w+)\\}")


class ApiHandler(RequestHandler):
    """Problem documents, headers and the log, for every address."""

    def initialize(self, service: Service, path: str = "") -> None:
        """`path` is the address as the table of routes has it, for the log."""
        self.service = service
        self.path = path
        self.clinic = ""
        self._begun = False

    def set_default_headers(self) -> None:
        """Nothing to store, and nothing about the program underneath."""
        self.clear_header("Server")
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def compute_etag(self) -> str | None:
        """None: nothing is to be kept, so nothing is to be compared."""
        return None

    def prepare(self) -> Awaitable[None] | None:
        """Count the request as under way."""
        self._begun = True
        self.service.begun()
        return None

    def on_finish(self) -> None:
        """Count it as answered."""
        if self._begun:
            self._begun = False
            self.service.ended()

    def log_exception(self, kind: Any, error: Any, trace: Any) -> None:
        """Log what broke and where, and nothing of the request."""
        if not isinstance(error, HTTPError):
            metrics.fault("answer")
            _log.error("broken off: %s", place_of(error), extra={"route": self.path})

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Send a problem document."""
        error = kwargs["exc_info"][1] if "exc_info" in kwargs else None
        problem = error.problem if isinstance(error, Refused) else _plain_problem(status_code)
        for name, value in (error.headers if isinstance(error, Refused) else {}).items():
            self.set_header(name, value)
        self.set_header("Content-Type", problems.MEDIA_TYPE)
        self.finish(problem.model_dump_json(exclude_defaults=False))

    def send(self, content: Content) -> None:
        """Send what an operation gave."""
        self.set_header("Content-Type", content.media_type)
        if content.filename:
            self.set_header("Content-Disposition", f'attachment; filename="{content.filename}"')
        self.finish(content.body)


@stream_request_body
class OperationHandler(ApiHandler):
    """One address of the table. The body is counted while it comes in, so that a huge one is refused at once."""

    def initialize(self, service: Service, path: str = "", route: Route | None = None) -> None:
        """`route` says what may be done here."""
        super().initialize(service, path)
        assert route is not None
        self._route = route
        self._received = bytearray()

    def prepare(self) -> Awaitable[None] | None:
        """Refuse what need not be read."""
        super().prepare()
        operation = self._operation()
        clinic = self.service.tokens.clinic(self.request.headers.get("Authorization", ""))
        if clinic is None:
            raise problems.not_authorised()
        self.clinic = clinic
        announced = self.request.headers.get("Content-Length", "0")
        if announced.isdecimal() and int(announced) > problems.LARGEST_BODY_BYTES:
            raise problems.too_large()
        self._wait_s = self.service.allowance.take(clinic)
        if self._wait_s and operation.takes is not QuestionBody:
            raise problems.too_many(self._wait_s)
        return None

    def data_received(self, chunk: bytes) -> Awaitable[None] | None:
        """Take a piece of the body, until it is too much."""
        if len(self._received) <= problems.LARGEST_BODY_BYTES:
            self._received += chunk
        return None

    async def get(self, *names: str) -> None:
        """Run the operation."""
        await self._run(names)

    async def post(self, *names: str) -> None:
        """Run the operation."""
        await self._run(names)

    async def delete(self, *names: str) -> None:
        """Run the operation."""
        await self._run(names)

    def _operation(self) -> Operation:
        method = cast(Method, (self.request.method or "").lower())
        if method not in self._route.operations:
            allowed = ", ".join(known.upper() for known in self._route.operations)
            raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, f"This address takes {allowed}.", headers={"Allow": allowed})
        return self._route.operations[method]

    async def _run(self, names: tuple[str, ...]) -> None:
        operation = self._operation()
        if len(self._received) > problems.LARGEST_BODY_BYTES:
            raise problems.too_large()
        body = read_body(operation.takes, bytes(self._received)) if operation.takes else None
        language = self.get_query_argument("language", None)
        call = Call(clinic=self.clinic, names=names, language=language, body=body)
        loop, service = asyncio.get_running_loop(), self.service
        if self._wait_s and not (
            isinstance(body, QuestionBody)
            and await loop.run_in_executor(service.executor, service.desk.is_urgent, body)
        ):
            raise problems.too_many(self._wait_s)
        async with service.turn(call):
            content = await loop.run_in_executor(service.executor, operation.run, service.desk, call)
        self.send(content)


class DescriptionHandler(ApiHandler):
    """The description of the API; it is no secret."""

    def get(self) -> None:
        """Send it."""
        self.send(as_json(describe()))


class HealthHandler(ApiHandler):
    """Whether the server can do its work, for whoever keeps it running; nothing about anybody."""

    async def get(self) -> None:
        """Send what the checks found."""
        health = await asyncio.to_thread(examine, self.service.checks)
        self.set_status(HTTPStatus.OK if health.status == "ok" else HTTPStatus.SERVICE_UNAVAILABLE)
        self.send(Content(media_type=JSON, body=health.model_dump_json().encode()))


class UnknownAddressHandler(ApiHandler):
    """Every other address."""

    def prepare(self) -> Awaitable[None] | None:
        """Refuse."""
        super().prepare()
        raise Refused(HTTPStatus.NOT_FOUND, "There is nothing at this address; /openapi.json describes what there is.")


def application(service: Service) -> Application:
    """The web application of all routes."""
    handlers: list[Any] = [
        (_pattern(route.path), OperationHandler, {"service": service, "path": route.path, "route": route})
        for route in ROUTES
    ]
    handlers += [
        ("/openapi.json", DescriptionHandler, {"service": service, "path": "/openapi.json"}),
        ("/health", HealthHandler, {"service": service, "path": "/health"}),
    ]
    return Application(handlers, default_handler_class=UnknownAddressHandler,
                       default_handler_args={"service": service, "path": "unknown"}, log_function=_log_request)


def read_body(model: type[QuestionBody | FeedbackBody], body: bytes) -> QuestionBody | FeedbackBody:
    """The body as its model; Refused with every field that is wrong, repeating nothing of what was sent."""
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        if any(fault["type"] == "json_invalid" for fault in faults):
            raise problems.not_json() from None
        raise problems.wrong_fields(tuple(
            FieldFault(field=_field(fault["loc"], model), message=fault["msg"]) for fault in faults
        )) from None


def _field(place: tuple[int | str, ...], model: type[QuestionBody | FeedbackBody]) -> str:
    """Name of the field at fault; one we do not know was made up by the client, so it is not repeated."""
    first = str(place[0]) if place else "body"
    return first if first in model.model_fields or not place else "an unknown field"


def _plain_problem(status: int) -> Problem:
    """The problem of a fault that has no words of its own."""
    try:
        known = HTTPStatus(status)
    except ValueError:
        known = HTTPStatus.INTERNAL_SERVER_ERROR
    if known >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return problems.problem(known, "Something went wrong here; try again, and tell whoever runs the server if it "
                                       "goes on. If somebody is in danger, call the emergency number.")
    return problems.problem(known, "The request cannot be understood; /openapi.json describes what can be asked.")


def _pattern(path: str) -> str:
    """The address as a regular expression."""
    return _VARIES.sub(lambda match: PARTS.get(match.group(1), "([^/]+)"), re.escape(path))


def _log_request(handler: RequestHandler) -> None:
    """One line a request: the address as the table has it, so neither query nor names in it."""
    route = handler.path if isinstance(handler, ApiHandler) else "unknown"
    clinic = handler.clinic if isinstance(handler, ApiHandler) else ""
    level = logging.WARNING if handler.get_status() >= HTTPStatus.INTERNAL_SERVER_ERROR else logging.INFO
    method = handler.request.method if handler.request.method in handler.SUPPORTED_METHODS else "other"
    _log.log(level, "%s", method, extra={
        "route": route, "clinic": clinic, "status": handler.get_status(),
        "seconds": round(handler.request.request_time(), 3)})
