"""Secrets that tools need: by name in the configuration, by value only in the request."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.errors import RejectedError
from domain.remote_tool import SECRET_REFERENCE

_HIDDEN = "[hidden]"
_SHORTEST_TO_HIDE = 6


@dataclass(frozen=True, slots=True)
class ToolSecrets:
    """The service's secrets for tools, by name."""

    values: Mapping[str, str] = field(default_factory=dict, repr=False)

    def fill(self, headers: Mapping[str, str]) -> dict[str, str]:
        """*headers* with each `secret:NAME` replaced. Raises RejectedError for an unknown name."""
        return {
            name: SECRET_REFERENCE.sub(lambda found: self._value(found[1]), value)
            for name, value in headers.items()
        }

    def hide(self, text: str) -> str:
        """*text* without any of the secrets: a service may answer with what it was sent."""
        for value in self.values.values():
            if len(value) >= _SHORTEST_TO_HIDE:
                text = text.replace(value, _HIDDEN)
        return text

    def _value(self, name: str) -> str:
        value = self.values.get(name)
        if value is None:
            raise RejectedError(f"the tool is not set up: the service has no secret {name}")
        return value
