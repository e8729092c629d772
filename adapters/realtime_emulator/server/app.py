"""The routes of the Realtime API that this server knows."""

from collections.abc import Awaitable, Callable, Sequence

from aiohttp import web

from adapters.realtime_emulator.engine import Engine
from adapters.realtime_emulator.ports import WireProtocol
from adapters.realtime_emulator.server.calls import CallRoutes
from adapters.realtime_emulator.server.client_secrets import ClientSecretRoute
from adapters.realtime_emulator.server.door import Door
from adapters.realtime_emulator.server.secrets import ClientSecrets
from adapters.realtime_emulator.server.sessions import Sessions


def realtime_app(
    engine: Engine, protocols: Sequence[WireProtocol], api_keys: frozenset[str]
) -> web.Application:
    """One socket route a protocol, the REST routes beside them, and `/health`."""
    door = Door(
        api_keys=api_keys, secrets=ClientSecrets(engine.limits.client_secrets), faults=engine.faults
    )
    app = web.Application()
    for protocol in protocols:
        app.router.add_get(protocol.route, Sessions(engine, door, protocol).open)
    calls = CallRoutes(engine, door)
    app.router.add_post("/v1/realtime/client_secrets", ClientSecretRoute(engine, door).create)
    app.router.add_post("/v1/realtime/calls", calls.not_here)
    app.router.add_post("/v1/realtime/calls/{call_id}/hangup", calls.hang_up)
    for action in ("accept", "reject", "refer"):
        app.router.add_post(f"/v1/realtime/calls/{{call_id}}/{action}", calls.not_here)
    app.router.add_get("/health", _health(engine))
    app.on_shutdown.append(_say_goodbye(engine))
    return app


def _health(engine: Engine) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def health(request: web.Request) -> web.Response:
        return web.json_response(engine.health())

    return health


def _say_goodbye(engine: Engine) -> Callable[[web.Application], Awaitable[None]]:
    async def say_goodbye(app: web.Application) -> None:
        for session in engine.live:
            await session.hang_up(1001, "the server is stopping")

    return say_goodbye
