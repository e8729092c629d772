"""Ordering and healing faults."""

from dataclasses import asdict

from aiohttp import web

from adapters.realtime_emulator.engine import Engine
from adapters.realtime_emulator.faults import Fault


class FaultRoutes:
    """`/_double/faults`."""

    def __init__(self, engine: Engine) -> None:
        self._faults = engine.faults

    async def listed(self, request: web.Request) -> web.Response:
        """What is still to strike."""
        return web.json_response([asdict(fault) for fault in self._faults.orders])

    async def order(self, request: web.Request) -> web.Response:
        """Take one order, or a list of them; all or none."""
        body = await request.json()
        for fault in [
            Fault.from_json(data) for data in (body if isinstance(body, list) else [body])
        ]:
            self._faults.order(fault)
        return await self.listed(request)

    async def heal(self, request: web.Request) -> web.Response:
        """Take all orders back."""
        self._faults.clear()
        return await self.listed(request)
