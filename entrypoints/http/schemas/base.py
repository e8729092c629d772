"""What all schemas share."""

from collections.abc import Mapping
from math import isfinite
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, Strict
from pydantic.alias_generators import to_camel

NAME_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._:@\-]{0,127}$"
_MAX_DEPTH = 8
_MAX_VALUES = 500
_MAX_INTEGER = 2**53


class Out(BaseModel):
    """What the service answers with."""

    model_config = ConfigDict(
        alias_generator=to_camel, validate_by_name=True, serialize_by_alias=True
    )


class In(BaseModel):
    """What a client sends; a field that does not exist is a mistake, not ignored."""

    model_config = ConfigDict(
        alias_generator=to_camel, validate_by_name=False, validate_by_alias=True, extra="forbid"
    )


class Page(Out):
    """One page of a list; the next one is asked for with `?cursor=<nextCursor>`."""

    next_cursor: str | None = Field(
        default=None, description="null on the last page", examples=["c2VzXzAxSg"]
    )


def _storable_text(text: str) -> str:
    if any((char < " " and char not in "\t\r\n") or char == "\x7f" for char in text):
        raise ValueError("must not contain control characters")
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise ValueError("must not contain halves of characters (lone surrogates)")
    return text


def _storable(value: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
    """Every database and every JSON reader can hold it: no NUL, no NaN, not deep, not vast."""
    level: list[JsonValue] = [dict(value)]
    seen = 0
    for _ in range(_MAX_DEPTH):
        seen += len(level)
        if seen > _MAX_VALUES:
            raise ValueError(f"must not hold more than {_MAX_VALUES} values")
        level = [part for one in level for part in _parts(one)]
        if not level:
            return value
    raise ValueError(f"must not be nested deeper than {_MAX_DEPTH}")


def _parts(value: JsonValue) -> list[JsonValue]:
    match value:
        case dict():
            return [*value.keys(), *value.values()]
        case list():
            return list(value)
        case str():
            _storable_text(value)
        case float() if not isfinite(value):
            raise ValueError("must not contain NaN or infinite numbers")
        case int() if abs(value) > _MAX_INTEGER:
            raise ValueError("must not contain integers above 2^53")
        case _:
            pass
    return []


# JSON has numbers and booleans of its own: 0 is not false, and "5" is no number.
Flag = Annotated[bool, Strict()]
Whole = Annotated[int, Strict()]
Number = Annotated[float, Strict()]

Name = Annotated[str, Field(pattern=NAME_PATTERN)]
"""What names a room, a conversation or an agent."""

Line = Annotated[str, Field(min_length=1, max_length=255), AfterValidator(_storable_text)]
Text = Annotated[str, Field(min_length=1, max_length=32_000), AfterValidator(_storable_text)]
Metadata = Annotated[dict[str, JsonValue], AfterValidator(_storable)]
