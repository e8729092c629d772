"""JSON schemas: whether one can be used, and whether arguments are what one asks for."""

from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError, ValidationError, best_match
from referencing import Registry
from referencing.exceptions import Unresolvable

from domain.errors import InvalidValueError
from domain.tool import JsonSchema, ToolDefinition

_LONGEST_MESSAGE = 200
# An own, empty registry: the default one fetches what a `$ref` points to.
_NOTHING_ELSEWHERE: Registry[Any] = Registry()


class JsonSchemaArguments:
    """Checks arguments against a tool's schema; a schema refers to nothing outside itself."""

    def check(self, definition: ToolDefinition, arguments: Mapping[str, object]) -> None:
        """Raises InvalidValueError naming the argument and what it should be."""
        validator = Draft202012Validator(dict(definition.parameters), registry=_NOTHING_ELSEWHERE)
        try:
            error = best_match(validator.iter_errors(dict(arguments)))
        except Unresolvable:
            raise InvalidValueError(
                f"{definition.name} cannot be called: its schema is broken"
            ) from None
        if error is not None:
            raise InvalidValueError(f"wrong arguments for {definition.name}: {_words(error)}")


def check_schema(schema: JsonSchema) -> None:
    """Raises InvalidValueError unless *schema* is a JSON schema that stands for itself."""
    try:
        Draft202012Validator.check_schema(dict(schema))
    except SchemaError as error:
        raise InvalidValueError(f"not a JSON schema: {_words(error)}") from None
    outside = [ref for ref in _references(schema) if not str(ref).startswith("#")]
    if outside:
        raise InvalidValueError("a schema may refer to its own parts only (#/...)")


def _words(error: ValidationError | SchemaError) -> str:
    where = ".".join(str(part) for part in error.absolute_path)
    message = error.message[:_LONGEST_MESSAGE]
    return f"{where}: {message}" if where else message


def _references(value: object) -> Iterator[object]:
    if isinstance(value, Mapping):
        for key, part in value.items():
            if key in {"$ref", "$dynamicRef"}:
                yield part
            yield from _references(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _references(part)
