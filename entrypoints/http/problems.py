"""Errors as RFC 9457 problems: every kind of error has one status, every answer one shape."""

import json
import math
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel, Field
from starlette.responses import Response

from domain.errors import (
    ConflictError,
    InvalidValueError,
    NotAuthenticatedError,
    NotFoundError,
    NotPermittedError,
    PreconditionFailedError,
    PreconditionRequiredError,
    RateLimitedError,
    RejectedError,
    ServiceError,
    UnavailableError,
)
from domain.idempotency import RequestRunningError
from entrypoints.http.request_id import current_request_id

MEDIA_TYPE = "application/problem+json"

_STATUS: Mapping[type[ServiceError], HTTPStatus] = {
    InvalidValueError: HTTPStatus.UNPROCESSABLE_ENTITY,
    NotAuthenticatedError: HTTPStatus.UNAUTHORIZED,
    NotPermittedError: HTTPStatus.FORBIDDEN,
    NotFoundError: HTTPStatus.NOT_FOUND,
    ConflictError: HTTPStatus.CONFLICT,
    PreconditionFailedError: HTTPStatus.PRECONDITION_FAILED,
    PreconditionRequiredError: HTTPStatus.PRECONDITION_REQUIRED,
    RateLimitedError: HTTPStatus.TOO_MANY_REQUESTS,
    UnavailableError: HTTPStatus.SERVICE_UNAVAILABLE,
    RejectedError: HTTPStatus.BAD_GATEWAY,
}

_TYPICAL: Mapping[HTTPStatus, str] = {
    **{status: kind.code for kind, status in _STATUS.items()},
    HTTPStatus.INTERNAL_SERVER_ERROR: "internal_error",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "body_too_large",
}
"""The codes most often seen with a status, where they are not its name."""


class FieldProblem(BaseModel):
    """What is wrong with one field of a request."""

    field: str = Field(examples=["turnTaking.silenceMs"])
    message: str = Field(examples=["Input should be a valid integer"])


class Problem(BaseModel):
    """An error (RFC 9457); `code` is for programs, `detail` for people."""

    type: str = Field(examples=["/problems/not_found"])
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    detail: str | None = Field(default=None, examples=["no agent reception"])
    instance: str = Field(description="names this occurrence; logs carry the same id")
    code: str = Field(examples=["not_found"])
    errors: list[FieldProblem] | None = None


def problem_response(
    status: HTTPStatus,
    *,
    code: str,
    detail: str | None = None,
    errors: Sequence[FieldProblem] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The problem as an answer."""
    problem = Problem(
        type=f"/problems/{code}",
        title=status.phrase,
        status=status,
        detail=detail,
        instance=f"urn:request:{current_request_id()}",
        code=code,
        errors=list(errors) if errors else None,
    )
    body = json.dumps(problem.model_dump(exclude_none=True))
    return Response(body, status, headers=dict(headers or {}), media_type=MEDIA_TYPE)


def problem_of(error: ServiceError) -> Response:
    """How the kind of *error* is answered; a new leaf of the tree needs no change here."""
    status = next(
        (_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS),
        HTTPStatus.INTERNAL_SERVER_ERROR,
    )
    if status is HTTPStatus.INTERNAL_SERVER_ERROR:
        return broken()
    return problem_response(status, code=error.code, detail=str(error), headers=_headers(error))


def broken() -> Response:
    """Our own fault, of which the asker is told nothing but the request's id."""
    return problem_response(HTTPStatus.INTERNAL_SERVER_ERROR, code="internal_error")


def responses(*statuses: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    """The problems a route may answer with, for its description."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status.value: {"description": status.phrase, "content": content} for status in statuses}


def problem_example(status: HTTPStatus) -> dict[str, Any]:
    """What a problem of that status looks like."""
    code = _TYPICAL.get(status, status.name.lower())
    return {
        "type": f"/problems/{code}",
        "title": status.phrase,
        "status": status.value,
        "instance": "urn:request:req_01k4x9m2t5",
        "code": code,
    }


def _headers(error: ServiceError) -> dict[str, str]:
    match error:
        case RateLimitedError() | UnavailableError() | RequestRunningError():
            return {"Retry-After": str(max(1, math.ceil(error.retry_after)))}
        case NotAuthenticatedError():
            return {"WWW-Authenticate": "Bearer"}
        case _:
            return {}
