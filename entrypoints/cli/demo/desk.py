"""The appointment desk: the HTTP service that the agents' tools of the demo ask. It is slow."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from aiohttp import web

DESK = "http://desk.invalid"
"""Stands for the desk's address in an agent's configuration."""
ANSWERS_AFTER_S = 4.0
_HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request: where it went, and with which arguments."""

    path: str
    arguments: dict[str, str]


@dataclass(slots=True, kw_only=True)
class Desk:
    """Knows when there is a free appointment; it takes its time to say so."""

    address: str = ""
    asked: list[Asked] = field(default_factory=list)

    @property
    def base_url(self) -> str:
        """Where it answers."""
        return f"http://{self.address}"

    async def next_free(self, request: web.Request) -> web.Response:
        """The next free appointment."""
        self._note(request)
        await asyncio.sleep(ANSWERS_AFTER_S)
        return web.json_response({"say": "The next free appointment is on Monday at ten."})

    async def cancel_all(self, request: web.Request) -> web.Response:
        """Cancel every appointment: nobody on the phone may get here."""
        self._note(request)
        return web.json_response({"say": "All appointments are cancelled."})

    def _note(self, request: web.Request) -> None:
        self.asked.append(Asked(path=request.path, arguments=dict(request.query)))


@contextlib.asynccontextmanager
async def open_desk() -> AsyncIterator[Desk]:
    """It answers on a free port of this machine until the block is left."""
    desk = Desk()
    app = web.Application()
    app.router.add_get("/next-free", desk.next_free)
    app.router.add_get("/cancel-all", desk.cancel_all)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, _HOST, 0)
        await site.start()
        desk.address = f"{_HOST}:{runner.addresses[0][1]}"
        yield desk
    finally:
        await runner.cleanup()
