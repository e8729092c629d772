"""Somebody who is told: a real HTTP server on this machine, which verifies as the library does."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web
from standardwebhooks import Webhook, WebhookVerificationError


@dataclass(frozen=True, slots=True)
class Arrived:
    """A request as it arrived."""

    path: str
    headers: dict[str, str]
    body: str


@dataclass(slots=True)
class Receiver:
    """Answers with the next of *replies*, then 204; keeps what is genuine, each message once."""

    secret: str = ""
    port: int = 0
    arrived: list[Arrived] = field(default_factory=list)
    kept: dict[str, object] = field(default_factory=dict)
    replies: list[web.StreamResponse] = field(default_factory=list)
    drop_next: bool = False
    gate: asyncio.Event | None = None

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}/hooks?to=us"

    @property
    def host(self) -> str:
        """As a setting names it."""
        return f"127.0.0.1:{self.port}"

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Remember *request*; what is not signed with our secret is refused."""
        body = await request.text()
        self.arrived.append(Arrived(request.raw_path, dict(request.headers), body))
        if self.gate is not None:
            await self.gate.wait()
        if self.replies:
            return self.replies.pop(0)
        try:
            message = Webhook(self.secret).verify(body, dict(request.headers))
        except WebhookVerificationError:
            return web.Response(status=401)
        self.kept.setdefault(request.headers["webhook-id"], message)
        if self.drop_next:
            self.drop_next = False
            assert request.transport is not None
            request.transport.abort()
        return web.Response(status=204)


@asynccontextmanager
async def receiving() -> AsyncIterator[Receiver]:
    """The receiver on a free port, until the context is left."""
    receiver = Receiver()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", receiver.answer)
    runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.port = runner.addresses[0][1]
    try:
        yield receiver
    finally:
        await runner.cleanup()
