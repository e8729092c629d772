"""Whatever goes wrong in a request becomes a problem."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import compile_path

from domain.errors import ServiceError
from entrypoints.http.problems import FieldProblem, problem_of, problem_response

_CODES = {
    HTTPStatus.NOT_FOUND: "not_found",
    HTTPStatus.METHOD_NOT_ALLOWED: "method_not_allowed",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "body_too_large",
}
_NOT_AN_OBJECT = {"model_attributes_type", "dict_type"}


def answer_errors_with_problems(app: FastAPI) -> None:
    """Let *app* answer every error as RFC 9457 wants it."""

    @app.exception_handler(ServiceError)
    async def service_error(request: Request, error: ServiceError) -> Response:
        return problem_of(error)

    @app.exception_handler(RequestValidationError)
    async def invalid_request(request: Request, error: RequestValidationError) -> Response:
        return _invalid_request(request, error)

    @app.exception_handler(HTTPException)
    async def http_error(request: Request, error: HTTPException) -> Response:
        return _http_error(request, error)


def _http_error(request: Request, error: HTTPException) -> Response:
    if error.status_code == HTTPStatus.BAD_REQUEST:
        # The framework's answer to a body that cannot be decoded.
        return _malformed("the body is not UTF-8, or nested too deeply")
    status = HTTPStatus(error.status_code)
    code = _CODES.get(status, status.name.lower())
    # The framework's own details say what the title says already.
    detail = None if error.detail == status.phrase else error.detail
    headers = dict(error.headers or {})
    if status is HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(sorted(_allowed(request))) or headers.get("Allow", "")
    return problem_response(status, code=code, detail=detail, headers=headers)


def _allowed(request: Request) -> list[str]:
    # The framework names the methods of the first route only, and a path may have several.
    for template, methods in request.app.openapi()["paths"].items():
        if compile_path(template)[0].match(request.url.path):
            return [method.upper() for method in methods]
    return []


def _invalid_request(request: Request, error: RequestValidationError) -> Response:
    mistakes: Sequence[Any] = error.errors()
    if any(mistake["type"] == "json_invalid" for mistake in mistakes):
        return _malformed("the body is not JSON")
    if _is_other_media_type(request, mistakes):
        return problem_response(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
            code="unsupported_media_type",
            detail="send JSON, with the header Content-Type: application/json",
        )
    return problem_response(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        code="invalid_request",
        detail="the request is not as described",
        errors=[FieldProblem(field=_path(one["loc"]), message=_text(one)) for one in mistakes],
    )


def _malformed(detail: str) -> Response:
    return problem_response(HTTPStatus.UNPROCESSABLE_ENTITY, code="malformed_json", detail=detail)


def _is_other_media_type(request: Request, mistakes: Sequence[Any]) -> bool:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    is_json = media_type == "application/json" or media_type.endswith("+json")
    about_body = any(
        tuple(one["loc"]) == ("body",) and one["type"] in _NOT_AN_OBJECT for one in mistakes
    )
    return about_body and not is_json


def _path(location: Sequence[str | int]) -> str:
    inside = location[1:] or location
    return ".".join(str(part) for part in inside)


def _text(mistake: Any) -> str:
    return str(mistake["msg"]).removeprefix("Value error, ")
