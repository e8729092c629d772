"""The document of an application."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from pydantic.alias_generators import to_camel

from entrypoints.http.description.examples import Examples
from entrypoints.http.idempotency import HEADER, KEY_PATTERN, takes_key
from entrypoints.http.problems import MEDIA_TYPE, Problem, problem_example, responses

Json = dict[str, Any]

_REPLACED = ("HTTPValidationError", "ValidationError")
_KEY_PARAMETER = {
    "name": HEADER,
    "in": "header",
    "required": False,
    "schema": {"type": "string", "pattern": KEY_PATTERN},
    "description": "the same one twice is done once, and answered alike for 48 hours",
}
_OF_BODIES = (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNSUPPORTED_MEDIA_TYPE)


def operation_id(route: APIRoute) -> str:
    """What generated clients call the operation: `listSessions`, not its path spelled out."""
    return to_camel(route.name)


def described(app: FastAPI) -> Json:
    """The description of *app*, made once."""
    if app.openapi_schema is None:
        app.openapi_schema = _completed(
            get_openapi(
                title=app.title,
                version=app.version,
                summary=app.summary,
                description=app.description,
                tags=app.openapi_tags,
                routes=app.routes,
            )
        )
    return app.openapi_schema


def _completed(document: Json) -> Json:
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    schemas |= problem.pop("$defs", {}) | {"Problem": problem}
    for replaced in _REPLACED:
        schemas.pop(replaced, None)
    examples = Examples(schemas)
    problems: Json = {}
    _describe_keys(document)
    for operation in _operations(document):
        _complete(operation, examples)
        _share_problems(operation, problems)
    document["components"]["responses"] = dict(sorted(problems.items()))
    return document


def _describe_keys(document: Json) -> None:
    for path, methods in document["paths"].items():
        operation = methods.get("post")
        if operation is not None and takes_key("POST", path):
            others = [one for one in operation.get("parameters", ()) if one["name"] != HEADER]
            operation["parameters"] = [*others, dict(_KEY_PARAMETER)]
            for status, problem in responses(HTTPStatus.CONFLICT).items():
                operation["responses"].setdefault(str(status), problem)


def _operations(document: Json) -> Iterator[Json]:
    for methods in document["paths"].values():
        yield from methods.values()


def _complete(operation: Json, examples: Examples) -> None:
    body = operation.get("requestBody")
    if body is not None:
        for status, problem in responses(*_OF_BODIES).items():
            operation["responses"].setdefault(str(status), problem)
        examples.add_to(body)
    for answer in operation["responses"].values():
        examples.add_to(answer)


def _share_problems(operation: Json, problems: Json) -> None:
    """Described once a status, and referred to: they are the same everywhere."""
    shown: Json = {}
    for status, answer in sorted(operation["responses"].items()):
        content = answer.get("content", {})
        if list(content) == [MEDIA_TYPE]:
            name = f"Problem{status}"
            content[MEDIA_TYPE]["example"] = problem_example(HTTPStatus(int(status)))
            shown[status] = {"$ref": f"#/components/responses/{name}"}
            problems.setdefault(name, answer)
        else:
            shown[status] = answer
    operation["responses"] = shown
