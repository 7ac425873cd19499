"""The description of the API (OpenAPI 3.1), made from the table of routes and the models of their bodies."""

from __future__ import annotations

import re
from http import HTTPStatus
from importlib.metadata import version
from typing import Any

from pydantic.json_schema import JsonSchemaMode, models_json_schema

from bot.channels.http import problems
from bot.channels.http.operations import Operation
from bot.channels.http.problems import Problem
from bot.channels.http.routes import ROUTES
from bot.monitoring.health import Health
from knowledge.models import Frozen

ALWAYS = (HTTPStatus.UNAUTHORIZED, HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.INTERNAL_SERVER_ERROR,
          HTTPStatus.SERVICE_UNAVAILABLE)
WITH_A_BODY = (HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNPROCESSABLE_ENTITY)
_REFERENCE = "#/components/schemas/{model}"
_NAME = re.compile(r"{(\w+)}")

DESCRIPTION = (
    "Questions on medicines in, short cited answers out, from a library of checked evidence cards. "
    "For health professionals; not for emergencies."
)


def describe() -> dict[str, Any]:
    """The document."""
    operations = [operation for route in ROUTES for operation in route.operations.values()]
    taken: list[type[Frozen]] = [operation.takes for operation in operations if operation.takes]
    given: list[type[Frozen]] = [operation.gives for operation in operations if operation.gives]
    given += [Problem, Health]
    models: list[tuple[type[Frozen], JsonSchemaMode]] = [(model, "validation") for model in dict.fromkeys(taken)]
    models += [(model, "serialization") for model in dict.fromkeys(given)]
    _, schemas = models_json_schema(models, ref_template=_REFERENCE)
    paths: dict[str, Any] = {
        route.path: {method: _operation(route.path, operation) for method, operation in route.operations.items()}
        for route in ROUTES
    }
    paths["/health"] = {"get": {
        "operationId": "check_health", "summary": "Say whether the server can do its work", "security": [],
        "responses": {"200": _json("It can.", Health), "503": _json("It cannot; `checks` says why.", Health)},
    }}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Farmasvar", "version": version("farmasvar"), "description": DESCRIPTION},
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": schemas["$defs"],
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(path: str, operation: Operation) -> dict[str, Any]:
    names = [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
             for name in _NAME.findall(path)]
    query = [{"name": "language", "in": "query", "schema": {"type": "string"},
              "description": "Language tag; left out: the language set for the server, or English."}]
    described: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "parameters": [*names, *(query if operation.by_language else [])],
        "responses": {"200": _given(operation), **_refusals(operation)},
    }
    if operation.takes:
        described["requestBody"] = {"required": True, "content": {"application/json": _schema(operation.takes)}}
    return described


def _given(operation: Operation) -> dict[str, Any]:
    if operation.gives:
        return _json("Done.", operation.gives)
    return {"description": "The file.", "content": {operation.media_type: {}}}


def _refusals(operation: Operation) -> dict[str, Any]:
    spoken = (HTTPStatus.UNPROCESSABLE_ENTITY,) if operation.by_language else ()
    statuses = {*ALWAYS, *operation.refusals, *spoken, *(WITH_A_BODY if operation.takes else ())}
    return {
        str(status.value): {"description": status.phrase, "content": {problems.MEDIA_TYPE: _schema(Problem)}}
        for status in sorted(statuses)
    }


def _json(description: str, model: type[Frozen]) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": _schema(model)}}


def _schema(model: type[Frozen]) -> dict[str, Any]:
    return {"schema": {"$ref": _REFERENCE.format(model=model.__name__)}}
