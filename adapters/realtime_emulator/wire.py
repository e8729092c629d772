"""Ids and errors as the Realtime protocol writes them."""

import secrets
from collections.abc import Mapping

Event = dict[str, object]


def new_id(prefix: str) -> str:
    """An id that is never given twice, such as `resp_5f...`."""
    return f"{prefix}_{secrets.token_hex(12)}"


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

    def event(self, event_id: str | None) -> Event:
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


def text_at(event: Mapping[str, object], key: str) -> str:
    """A required text of *event*. Raises ProtocolError."""
    value = event.get(key)
    if not isinstance(value, str) or not value:
        raise ProtocolError(
            f"Missing required parameter: '{key}'.", code="missing_required_parameter", param=key
        )
    return value


def mapping_at(event: Mapping[str, object], key: str) -> Mapping[str, object]:
    """A required object of *event*. Raises ProtocolError."""
    value = event.get(key)
    if not isinstance(value, Mapping):
        raise ProtocolError(
            f"Missing required parameter: '{key}'.", code="missing_required_parameter", param=key
        )
    return value
