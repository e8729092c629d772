"""The HTTP side: who may enter, client secrets, and the socket of each session."""

import asyncio
import json
import time
from typing import Any

from aiohttp import WSMsgType, web
from loguru import logger

from adapters.realtime_emulator.connection import Connection
from adapters.realtime_emulator.faults import Fault, FaultKind
from adapters.realtime_emulator.outlet import Outlet
from adapters.realtime_emulator.session_settings import default_settings, updated
from adapters.realtime_emulator.state import Emulator
from adapters.realtime_emulator.wire import ProtocolError, new_id

_LARGEST_MESSAGE = 20 * 1024 * 1024
_ENDINGS = (FaultKind.DROP, FaultKind.CLOSE, FaultKind.SESSION_EXPIRED, FaultKind.QUOTA)


def realtime_app(emulator: Emulator) -> web.Application:
    """The routes of the Realtime API that this server knows."""
    door = _Door(emulator)
    app = web.Application(client_max_size=_LARGEST_MESSAGE)
    app.router.add_get("/v1/realtime", door.session)
    app.router.add_post("/v1/realtime/client_secrets", door.client_secret)
    app.router.add_post("/v1/realtime/calls", _not_here)
    app.router.add_post("/v1/realtime/calls/{call_id}/{action}", _not_here)
    app.router.add_get("/health", door.health)
    return app


class _Door:
    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator

    async def health(self, request: web.Request) -> web.Response:
        return web.json_response(self._emulator.health())

    async def client_secret(self, request: web.Request) -> web.Response:
        if not self._emulator.may_enter(_key(request)):
            return _refusal(401, "invalid_api_key", "Incorrect API key provided.")
        body = await request.json() if request.can_read_body else {}
        seconds = (body.get("expires_after") or {}).get("seconds", 600)
        if not isinstance(seconds, int) or not 10 <= seconds <= 7200:
            return _refusal(400, "invalid_value", "expires_after.seconds must be 10 to 7200.")
        value, session = new_id("ek"), body.get("session") or {"type": "realtime"}
        self._emulator.secrets[value] = (time.monotonic() + seconds, session)
        model = session.get("model", "gpt-realtime")
        settings = self._settings(session, model)
        return web.json_response(
            {"value": value, "expires_at": _epoch() + seconds, "session": settings}
        )

    async def session(self, request: web.Request) -> web.StreamResponse:
        refusal = self._refuse(request)
        if refusal is not None:
            return refusal
        socket = web.WebSocketResponse(max_msg_size=_LARGEST_MESSAGE, protocols=("realtime",))
        await socket.prepare(request)
        preset = self._emulator.secrets.get(_key(request), (0.0, {}))[1]
        kind = "transcription" if request.query.get("intent") == "transcription" else "realtime"
        settings = self._settings({"type": kind, **preset}, request.query.get("model", ""))
        await self._serve(request, socket, settings)
        return socket

    def _refuse(self, request: web.Request) -> web.Response | None:
        fault = self._emulator.faults.strike(FaultKind.REFUSE_401, FaultKind.REFUSE_429)
        if fault is not None and fault.kind is FaultKind.REFUSE_429:
            return _refusal(429, "rate_limit_exceeded", "Rate limit reached.", retry_after=1)
        if fault is not None or not self._emulator.may_enter(_key(request)):
            return _refusal(401, "invalid_api_key", "Incorrect API key provided.")
        if "OpenAI-Beta" in request.headers:
            return _refusal(400, "beta_api_shape_disabled", "The beta dialect is not spoken here.")
        if not {"model", "intent", "call_id"} & request.query.keys():
            return _refusal(400, "missing_model", "You must provide a model parameter.")
        return None

    def _settings(self, change: dict[str, Any], model: str) -> dict[str, Any]:
        expires_at = _epoch() + self._emulator.session_seconds
        kind = change.get("type", "realtime")
        settings = default_settings(new_id("sess"), model, expires_at, kind=kind)
        known = {key: value for key, value in change.items() if key != "model"}
        return updated(settings, {"type": kind, **known}, spoke=False)

    async def _serve(
        self, request: web.Request, socket: web.WebSocketResponse, settings: dict[str, Any]
    ) -> None:
        emulator = self._emulator
        emulator.connections += 1
        outlet = Outlet(emulator, settings["id"], socket.send_str)
        connection = Connection(emulator=emulator, settings=settings, outlet=outlet)
        ending = asyncio.create_task(self._end_badly(request, socket, outlet))
        logger.info("realtime session opened (stand-in, ears: {})", emulator.ears.name)
        try:
            await connection.open()
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await connection.receive(message.data)
        except ConnectionError:
            logger.info("realtime client went away")
        finally:
            ending.cancel()
            await asyncio.gather(ending, return_exceptions=True)
            await connection.close()

    async def _end_badly(
        self, request: web.Request, socket: web.WebSocketResponse, outlet: Outlet
    ) -> None:
        while True:
            fault = self._emulator.faults.strike(*_ENDINGS)
            if fault is not None:
                await asyncio.sleep(fault.delay_ms / 1000)
                await _break(fault, request, socket, outlet)
                return
            await asyncio.sleep(0.05)


async def _break(
    fault: Fault, request: web.Request, socket: web.WebSocketResponse, outlet: Outlet
) -> None:
    match fault.kind:
        case FaultKind.DROP:
            if request.transport is not None:
                request.transport.abort()
        case FaultKind.QUOTA:
            error = ProtocolError(
                "You exceeded your current quota.",
                code="insufficient_quota",
                kind="insufficient_quota",
            )
            await outlet.emit_event(error.event(None))
        case FaultKind.SESSION_EXPIRED:
            text = "Your session hit the maximum duration of 60 minutes."
            expired = ProtocolError(text, code="session_expired")
            await outlet.emit_event(expired.event(None))
            await socket.close(code=1001, message=text.encode())
        case _:
            await socket.close(code=fault.close_code)


async def _not_here(request: web.Request) -> web.Response:
    return _refusal(501, "not_implemented", "WebRTC and SIP calls are not part of this server.")


def _key(request: web.Request) -> str:
    return request.headers.get("Authorization", "").removeprefix("Bearer ").strip()


def _epoch() -> int:
    # The protocol's own timestamps; nothing here is ordered or timed by them.
    return int(time.time())  # noqa: TID251


def _refusal(
    status: int, code: str, message: str, *, retry_after: int | None = None
) -> web.Response:
    error = {"message": message, "type": "invalid_request_error", "code": code, "param": None}
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return web.Response(
        status=status,
        text=json.dumps({"error": error}),
        content_type="application/json",
        headers=headers,
    )
