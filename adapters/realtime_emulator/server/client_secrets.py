"""`POST /v1/realtime/client_secrets`."""

import json
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from adapters.realtime_emulator.clock import epoch_seconds
from adapters.realtime_emulator.engine import Engine
from adapters.realtime_emulator.protocol.new_session import preset_settings
from adapters.realtime_emulator.protocol.wire import ProtocolError
from adapters.realtime_emulator.server.door import Door, key_of
from adapters.realtime_emulator.server.refusals import refusal, wrong_key

_USUAL_SECONDS = 600
_SECONDS = range(10, 7201)


class ClientSecretRoute:
    """Gives secrets to whoever has an API key."""

    def __init__(self, engine: Engine, door: Door) -> None:
        self._engine = engine
        self._door = door

    async def create(self, request: web.Request) -> web.Response:
        """Answer with the secret and the session settings that it carries."""
        if not self._door.knows(key_of(request)):
            return wrong_key()
        try:
            return web.json_response(self._created(_body(await request.text())))
        except ProtocolError as error:
            return refusal(400, error.code, str(error), param=error.param)

    def _created(self, body: Mapping[str, Any]) -> dict[str, object]:
        preset = body.get("session") or {"type": "realtime"}
        if not isinstance(preset, Mapping):
            raise ProtocolError("Invalid type for 'session'.", code="invalid_type", param="session")
        seconds = _seconds(body.get("expires_after"))
        settings = preset_settings(
            preset,
            model=str(preset.get("model") or "gpt-realtime"),
            session_seconds=self._engine.limits.session_seconds,
        )
        value = self._door.secrets.give(preset, seconds)
        return {"value": value, "expires_at": epoch_seconds() + seconds, "session": settings}


def _body(text: str) -> Mapping[str, Any]:
    try:
        body = json.loads(text or "{}")
    except ValueError:
        raise ProtocolError("The body is not JSON.", code="invalid_json") from None
    if not isinstance(body, Mapping):
        raise ProtocolError("The body is not an object.", code="invalid_json")
    return body


def _seconds(expires_after: Any) -> int:
    if expires_after is None:
        return _USUAL_SECONDS
    seconds = (
        expires_after.get("seconds", _USUAL_SECONDS) if isinstance(expires_after, Mapping) else None
    )
    if not isinstance(seconds, int) or seconds not in _SECONDS:
        raise ProtocolError(
            "'expires_after.seconds' must be from 10 to 7200.", param="expires_after.seconds"
        )
    return seconds
