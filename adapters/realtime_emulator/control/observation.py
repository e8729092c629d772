"""Looking at what the server is and did."""

from dataclasses import asdict

from aiohttp import web

from adapters.realtime_emulator.engine import Engine


class ObservationRoutes:
    """`/health` and `/_double/journal`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def health(self, request: web.Request) -> web.Response:
        """Ears, mouth and brain, and that this is a stand-in."""
        return web.json_response(self._engine.health())

    async def journal(self, request: web.Request) -> web.Response:
        """The events, all or by `?connection=`, by `?type=`, and only `?after=` a number."""
        query = request.query
        notes = self._engine.journal.read(
            after=int(query.get("after", 0)),
            connection=int(query["connection"]) if "connection" in query else None,
            kind=query.get("type"),
        )
        return web.json_response([asdict(note) for note in notes])

    async def clear_journal(self, request: web.Request) -> web.Response:
        """Forget all events."""
        self._engine.journal.clear()
        return web.json_response([])
