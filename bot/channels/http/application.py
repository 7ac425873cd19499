"""The web application: addresses, refusals in words, and the description of it all."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from importlib.metadata import version
from typing import Any, cast

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match

from bot.app.monitoring.health import Health
from bot.app.monitoring.server import health_response
from bot.channels.http import problems
from bot.channels.http.bodies import FeedbackBody, QuestionBody
from bot.channels.http.cds import HookRequest
from bot.channels.http.edges import Gate, HeadAsGet, Watched
from bot.channels.http.problems import FieldFault, Problem, Refused
from bot.channels.http.routes import JSON, router
from bot.channels.http.service import Service

DESCRIPTION = (
    "Questions on medicines in, short cited answers out, from a library of checked evidence cards. "
    "For health professionals; not for emergencies."
)
TRIED = ("GET", "POST", "PUT", "PATCH", "DELETE")
PARAMETERS = frozenset({"answer", "figure", "conversation", "card", "language", "Idempotency-Key"})
_FIELDS = PARAMETERS.union(QuestionBody.model_fields, FeedbackBody.model_fields, HookRequest.model_fields)
_NO_JSON = frozenset({"json_invalid", "string_unicode"})


class Application(FastAPI):
    """FastAPI, with problem documents in the description where refusals are described."""

    def openapi(self) -> dict[str, Any]:
        """The document."""
        if self.openapi_schema is None:
            described = super().openapi()
            for path in described["paths"].values():
                for operation in path.values():
                    _describe_refusals(operation["responses"])
        return cast(dict[str, Any], self.openapi_schema)


def application(service: Service) -> Application:
    """The web application of the API."""
    app = Application(title="Farmasvar", version=version("farmasvar"), description=DESCRIPTION, docs_url=None,
                      redoc_url=None, redirect_slashes=False)
    app.state.service = service
    app.include_router(router)

    @app.get("/health", response_model=Health, operation_id="check_health",
             summary="Say whether the server can do its work",
             responses={503: {"model": Health, "description": "It cannot; `checks` says why."}})
    async def check_health() -> Response:
        return await health_response(service.checks)

    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(HTTPException, _plainly_refused)
    app.add_exception_handler(RequestValidationError, _wrong)
    app.add_middleware(Gate, service=service)
    app.add_middleware(Watched)
    app.add_middleware(HeadAsGet)
    return app


async def _refused(_: Request, error: Exception) -> Response:
    return cast(Refused, error).response()


async def _plainly_refused(request: Request, error: Exception) -> Response:
    status, headers = cast(HTTPException, error).status_code, dict(cast(HTTPException, error).headers or {})
    if isinstance(error.__cause__, Refused):  # the gate stopped reading the body
        return error.__cause__.response()
    if status == HTTPStatus.BAD_REQUEST:
        return problems.not_json().response()
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(_methods_at(request))
    return problems.plain(status, headers).response()


def _methods_at(request: Request) -> list[str]:
    """Every method that the address takes."""
    taken = [method for method in TRIED if any(
        route.matches({**request.scope, "method": method})[0] is Match.FULL for route in request.app.router.routes)]
    return ["GET", "HEAD", *taken[1:]] if taken[:1] == ["GET"] else taken


async def _wrong(_: Request, error: Exception) -> Response:
    """Every field that is wrong, repeating nothing of what was sent."""
    faults = cast(RequestValidationError, error).errors()
    if any(fault["type"] in _NO_JSON or (fault["type"] == "missing" and tuple(fault["loc"]) == ("body",))
           for fault in faults):
        return problems.not_json().response()
    return problems.wrong_fields(tuple(
        FieldFault(field=_field(fault["loc"]), message=fault["msg"].removeprefix("Value error, "))
        for fault in faults)).response()


def _field(place: Sequence[int | str]) -> str:
    """Name of the field at fault; one we do not know was made up by the client, so it is not repeated."""
    if len(place) < 2:
        return "body"
    return str(place[1]) if place[1] in _FIELDS else "an unknown field"


def _describe_refusals(responses: dict[str, Any]) -> None:
    """Give every refusal its media type."""
    reference = {"$ref": f"#/components/schemas/{Problem.__name__}"}
    for response in responses.values():
        content = response.get("content", {})
        if content.get(JSON, {}).get("schema") == reference:
            content[problems.MEDIA_TYPE] = content.pop(JSON)
