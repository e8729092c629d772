"""A service that tools call: a real HTTP server on this machine, which remembers its requests."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web


@dataclass(frozen=True, slots=True)
class Received:
    """A request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: object


@dataclass(slots=True)
class Orders:
    """Answers every request with *reply*, after *delay_s*, once *gate* is open."""

    port: int = 0
    received: list[Received] = field(default_factory=list)
    reply: web.Response | None = None
    gate: asyncio.Event | None = None
    delay_s: float = 0.0
    came: asyncio.Event = field(default_factory=asyncio.Event)
    left: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    async def answer(self, request: web.Request) -> web.Response:
        """Remember *request*."""
        body = await request.json() if request.can_read_body else None
        self.received.append(
            Received(request.method, request.raw_path, dict(request.headers), body)
        )
        self.came.set()
        await asyncio.sleep(self.delay_s)
        if self.gate is not None:
            try:
                await self.gate.wait()
            except asyncio.CancelledError:
                self.left.set()
                raise
        return self.reply or web.json_response({"status": "shipped"})


@asynccontextmanager
async def orders_service() -> AsyncIterator[Orders]:
    """The service on a free port, until the context is left."""
    orders = Orders()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", orders.answer)
    runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    orders.port = runner.addresses[0][1]
    try:
        yield orders
    finally:
        await runner.cleanup()
