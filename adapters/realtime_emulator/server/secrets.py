"""Client secrets: keys for one browser, for some minutes, with a session's settings attached."""

import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from adapters.realtime_emulator.ids import new_id


@dataclass(frozen=True, slots=True)
class _Secret:
    expires: float
    preset: Mapping[str, Any]


class ClientSecrets:
    """Those given and not expired; beyond *most*, the oldest are forgotten."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._given: OrderedDict[str, _Secret] = OrderedDict()

    def give(self, preset: Mapping[str, Any], seconds: int) -> str:
        """A new secret that lives for *seconds*."""
        value = new_id("ek")
        self._given[value] = _Secret(time.monotonic() + seconds, preset)
        if len(self._given) > self._most:
            self._given.popitem(last=False)
        return value

    def preset(self, value: str) -> Mapping[str, Any] | None:
        """The settings attached to *value*, or None when it is unknown or expired."""
        secret = self._given.get(value)
        return secret.preset if secret is not None and secret.expires > time.monotonic() else None
