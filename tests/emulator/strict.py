"""Checks server events against the official package's types, without the package's leniency."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from openai.types.realtime import RealtimeServerEvent
from pydantic import BaseModel, ValidationError

_EXTRA_IN_SESSION = frozenset({"session.id", "session.object", "session.expires_at"})
"""The package types `session` in events as what a client may set, yet the service adds these."""


def _models() -> Iterator[tuple[str, type[BaseModel]]]:
    union, *_ = get_args(RealtimeServerEvent)
    for model in get_args(union):
        (kind,) = get_args(model.model_fields["type"].annotation)
        yield kind, model


SERVER_EVENTS: Mapping[str, type[BaseModel]] = dict(_models())


class NotInProtocolError(AssertionError):
    """A server event that the official types do not allow."""


def check(event: Mapping[str, Any]) -> None:
    """Raises NotInProtocolError for unknown types, missing or wrong fields, and surplus ones."""
    model = SERVER_EVENTS.get(str(event.get("type")))
    if model is None:
        raise NotInProtocolError(f"unknown event type: {event.get('type')}")
    try:
        parsed = model.model_validate(event, strict=True)
    except ValidationError as error:
        raise NotInProtocolError(f"{event['type']}: {error}") from error
    surplus = sorted(set(_surplus(parsed, "")) - _EXTRA_IN_SESSION)
    if surplus:
        raise NotInProtocolError(f"{event['type']}: unknown fields {', '.join(surplus)}")


def _surplus(value: object, path: str) -> Iterator[str]:
    if isinstance(value, BaseModel):
        yield from (f"{path}{name}" for name in value.model_extra or {})
        for name in type(value).model_fields:
            yield from _surplus(getattr(value, name), f"{path}{name}.")
    elif isinstance(value, list):
        for part in value:
            yield from _surplus(part, path)
