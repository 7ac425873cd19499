"""Why a request is refused, as a problem document (RFC 9457): what happened and what to do, nothing of the request.

`Refused` ends a request from anywhere below it; the handler writes its problem.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from http import HTTPStatus

from starlette.responses import Response

from knowledge.evidence.models import Frozen

MEDIA_TYPE = "application/problem+json"
LARGEST_BODY_BYTES = 64 * 1024
BUSY_S = 2
"""After so many seconds the queue has moved on."""


class FieldFault(Frozen):
    """What is wrong with one field of the body."""

    field: str
    message: str


class Problem(Frozen):
    """A problem document; `type` stays `about:blank`, which means that the status says what kind it is."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: tuple[FieldFault, ...] = ()


class Refused(Exception):
    """Ends a request with a problem."""

    def __init__(
        self,
        status: HTTPStatus,
        detail: str,
        *,
        errors: tuple[FieldFault, ...] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status.phrase)
        self.problem = problem(status, detail, errors)
        self.headers = dict(headers or {})

    def response(self) -> Response:
        """The problem, as it is sent."""
        return Response(self.problem.model_dump_json(), self.problem.status, self.headers, MEDIA_TYPE)


def problem(status: HTTPStatus, detail: str, errors: tuple[FieldFault, ...] = ()) -> Problem:
    """The problem document of a status."""
    return Problem(title=status.phrase, status=status, detail=detail, errors=errors)


def not_authorised() -> Refused:
    """No token, or none that is known."""
    return Refused(
        HTTPStatus.UNAUTHORIZED,
        "Send your clinic's token in the header `Authorization: Bearer SECRET` (the part after the colon).",
        headers={"WWW-Authenticate": 'Bearer realm="farmasvar"'},
    )


def too_many(wait_s: float) -> Refused:
    """The allowance is used up."""
    seconds = math.ceil(wait_s)
    return Refused(
        HTTPStatus.TOO_MANY_REQUESTS,
        f"Too many requests with this token; wait {seconds} s. If somebody is in danger, call the emergency number.",
        headers={"Retry-After": str(seconds)},
    )


def too_large() -> Refused:
    """A body nobody needs."""
    return Refused(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        f"The body is larger than {LARGEST_BODY_BYTES // 1024} KB; send the question alone.",
    )


def not_json() -> Refused:
    """A body that cannot be read."""
    return Refused(
        HTTPStatus.BAD_REQUEST,
        'The body is no JSON in UTF-8; send an object such as {"question": "Which interactions does it have?"}.',
    )


def wrong_fields(errors: tuple[FieldFault, ...]) -> Refused:
    """JSON, but not what the address takes."""
    return Refused(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "Fields are missing or wrong; see `errors` here and the description at /openapi.json.",
        errors=errors,
    )


def too_busy() -> Refused:
    """More is waiting already than can be answered soon."""
    return Refused(
        HTTPStatus.SERVICE_UNAVAILABLE,
        f"Too many questions are waiting; try again in {BUSY_S} s. If somebody is in danger, call the emergency "
        "number.",
        headers={"Retry-After": str(BUSY_S)},
    )


def key_used() -> Refused:
    """The same `Idempotency-Key` with something else."""
    return Refused(HTTPStatus.CONFLICT, "This `Idempotency-Key` was sent with another body; use a new one.")


def plain(status: int, headers: Mapping[str, str] | None = None) -> Refused:
    """A fault that has no words of its own."""
    try:
        known = HTTPStatus(status)
    except ValueError:
        known = HTTPStatus.INTERNAL_SERVER_ERROR
    detail = "The request cannot be understood; /openapi.json describes what can be asked."
    if known >= HTTPStatus.INTERNAL_SERVER_ERROR:
        detail = ("Something went wrong here; try again, and tell whoever runs the server if it goes on. "
                  "If somebody is in danger, call the emergency number.")
    elif known == HTTPStatus.NOT_FOUND:
        detail = "There is nothing at this address; /openapi.json describes what there is."
    elif known == HTTPStatus.METHOD_NOT_ALLOWED:
        detail = f"This address takes {(headers or {}).get('Allow', 'other methods')}."
    return Refused(known, detail, headers=headers)


def unknown_answer() -> Refused:
    """No such answer, or it was given to somebody else, or it is kept no longer; which of them is not told."""
    return Refused(
        HTTPStatus.NOT_FOUND, "No such answer is kept for this token; ask the question again to get a new one."
    )


def outdated() -> Refused:
    """The cards have changed since."""
    return Refused(
        HTTPStatus.GONE,
        "A source behind this answer was revised or withdrawn after it was given; ask the question again.",
    )


def not_kept() -> Refused:
    """The database is broken or busy."""
    return Refused(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "What belongs to this request cannot be read or kept at the moment; try again in a minute. "
        "If somebody is in danger, call the emergency number.",
        headers={"Retry-After": "60"},
    )
