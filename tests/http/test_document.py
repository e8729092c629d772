"""The document that is kept beside the code, and what generated clients make of it."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from entrypoints.http import description
from entrypoints.http.document import document_text

KEPT = Path(description.__file__).parents[1] / "openapi.json"
REFRESH = f"voice-agent openapi --output {KEPT.relative_to(Path.cwd())}"


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(document_text())
    return read


def test_the_kept_document_is_the_codes(document: dict[str, Any]) -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))

    # Not one comparison of both as a whole: what differs is to be seen.
    for path in sorted({*kept["paths"], *document["paths"]}):
        assert kept["paths"].get(path) == document["paths"].get(path), f"to refresh: {REFRESH}"
    assert kept == document, f"to refresh: {REFRESH}"


def test_no_two_operations_have_one_name(document: dict[str, Any]) -> None:
    names = Counter(operation["operationId"] for operation in _operations(document))

    assert [name for name, times in names.items() if times > 1] == []
    assert all(name.isidentifier() and name[0].islower() for name in names)


def test_every_operation_has_its_words(document: dict[str, Any]) -> None:
    tags = {tag["name"] for tag in document["tags"]}

    for operation in _operations(document):
        assert operation["summary"]
        assert operation["description"]
        assert set(operation["tags"]) <= tags


def test_every_body_and_answer_in_json_has_an_example_that_its_schema_allows(
    document: dict[str, Any],
) -> None:
    for operation in _operations(document):
        for content in _json_contents(document, operation):
            schema = {**content["schema"], "components": document["components"]}
            validator = jsonschema.Draft202012Validator(schema)

            mistakes = [error.message for error in validator.iter_errors(content["example"])]

            assert mistakes == [], operation["operationId"]


def _operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for methods in document["paths"].values():
        yield from methods.values()


def _json_contents(document: dict[str, Any], operation: dict[str, Any]) -> Iterator[dict[str, Any]]:
    parts = [operation.get("requestBody", {}), *operation["responses"].values()]
    shared = document["components"]["responses"]
    for part in parts:
        found = shared[part["$ref"].rpartition("/")[2]] if "$ref" in part else part
        for media_type, content in found.get("content", {}).items():
            if media_type.endswith("json"):
                yield content
