"""Reading client events, and the errors that answer a wrong one."""

import json
from collections.abc import Mapping
from typing import Any

Event = Mapping[str, Any]


class ProtocolError(Exception):
    """What the client sent cannot be done; the connection stays open."""

    def __init__(
        self,
        message: str,
        *,
        code: str = "invalid_value",
        param: str | None = None,
        kind: str = "invalid_request_error",
    ) -> None:
        super().__init__(message)
        self.code = code
        self.param = param
        self.kind = kind

    def event(self, event_id: str | None = None) -> Event:
        """The `error` event, naming the client event that caused it."""
        return {
            "type": "error",
            "error": {
                "type": self.kind,
                "code": self.code,
                "message": str(self),
                "param": self.param,
                "event_id": event_id,
            },
        }


def parsed(text: str) -> Event:
    """The client event in *text*. Raises ProtocolError."""
    try:
        event = json.loads(text)
    except (ValueError, RecursionError):
        raise ProtocolError("The event is not JSON.", code="invalid_json") from None
    if not isinstance(event, dict):
        raise ProtocolError("The event is not an object.", code="invalid_json")
    return event


def text_at(event: Event, key: str) -> str:
    """A required text of *event*. Raises ProtocolError."""
    value = _required(event, key)
    if not isinstance(value, str):
        raise ProtocolError(f"Invalid type for '{key}'.", code="invalid_type", param=key)
    return value


def optional_text_at(event: Event, key: str) -> str | None:
    """A text of *event* that may be absent. Raises ProtocolError."""
    return None if event.get(key) is None else text_at(event, key)


def mapping_at(event: Event, key: str) -> Event:
    """A required object of *event*. Raises ProtocolError."""
    value = _required(event, key)
    if not isinstance(value, Mapping):
        raise ProtocolError(f"Invalid type for '{key}'.", code="invalid_type", param=key)
    return value


def count_at(event: Event, key: str) -> int:
    """A required whole number, not negative. Raises ProtocolError."""
    value = _required(event, key)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ProtocolError(f"Invalid value for '{key}'.", param=key)
    return value


def _required(event: Event, key: str) -> object:
    if event.get(key) is None:
        raise ProtocolError(
            f"Missing required parameter: '{key}'.", code="missing_required_parameter", param=key
        )
    return event[key]
