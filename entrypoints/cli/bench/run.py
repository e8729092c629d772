"""The whole benchmark: one LiveKit server, one stand-in, first the bare worker, then ours."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import httpx
from livekit import api

from domain.errors import UnavailableError
from entrypoints.bootstrap.calling import Rehearsed
from entrypoints.bootstrap.local_realtime import local_realtime
from entrypoints.bootstrap.local_stack import local_livekit
from entrypoints.bootstrap.programs import python_module
from entrypoints.bootstrap.service_process import service_process
from entrypoints.bootstrap.settings import Settings, environment_of
from entrypoints.cli.bench import calls, stand_in, storage
from entrypoints.cli.bench.requests import DispatchRate, dispatch_rate
from entrypoints.cli.bench.table import Contender, Results
from entrypoints.cli.bench.usage import pss_mb

_BARE = "bare-worker"
_BARE_READY_S = 25.0
_SETTLE_S = 6.0
_STAND_IN = ("--ears", "scripted", "--mouth", "espeak-ng")
_LOADS = ((3, 1), (4, 4))
"""How many calls, and how many of them at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """*folder* takes databases and logs."""

    settings: Settings
    folder: Path
    caller: Rehearsed
    say: Callable[[str], None]

    async def results(self, realtime_url: str) -> Results:
        """Measure everything; a few minutes."""
        line = next(iter(self.caller.audio.values()))
        delay = await stand_in.answer_delay_ms(realtime_url, line, times=5)
        self.say(f"the stand-in answers after {delay} ms")
        bare = await self._bare()
        ours = await self._ours()
        return Results(
            bare=bare,
            ours=ours,
            stand_in_ms=delay,
            turns_row_by_row=await self._turns(writers=1),
            turns_together=await self._turns(writers=100),
            dispatch=await self._dispatches(),
        )

    async def _bare(self) -> Contender:
        async with python_module(
            "entrypoints.cli.bench.bare_worker",
            *(_BARE, self.settings.openai_base_url or ""),
            log_file=self.folder / "bare-worker.log",
            environment=environment_of(self.settings),
        ) as worker:
            await self._until_it_joins()
            return await self._contender("bare", worker.pid, self._dispatch_bare)

    async def _ours(self) -> Contender:
        database = f"sqlite:///{self.folder.absolute() / 'calls.db'}"
        settings = self.settings.updated(database_url=database, max_sessions_per_worker=8)
        async with (
            service_process(settings, log_dir=self.folder, mode="api") as http,
            service_process(settings, log_dir=self.folder, mode="agent") as worker,
        ):
            await http.ready()
            # Made once: a client takes longer to build than a dispatch takes.
            async with httpx.AsyncClient(base_url=http.base_url, trust_env=False) as client:

                async def dispatch(room: str) -> None:
                    await _dispatch_over_http(client, room)

                return await self._contender("ours", worker.process.pid, dispatch)

    async def _contender(
        self, label: str, pid: int, ask: Callable[[str], Awaitable[None]]
    ) -> Contender:
        await asyncio.sleep(_SETTLE_S)
        idle = pss_mb(pid)
        self.say(f"{label}: {idle:.0f} MB idle")
        measured: dict[int, calls.Measured] = {}
        for count, at_once in _LOADS:
            one = await calls.measure(
                self.settings,
                self.caller,
                ask,
                label=label,
                calls=count,
                at_once=at_once,
                worker_pid=pid,
            )
            self.say(f"{label}, {at_once} at once: {one}")
            measured[at_once] = one
        return Contender(idle_pss_mb=idle, by_calls=measured)

    async def _until_it_joins(self) -> None:
        """A dispatch that comes before the worker has registered is lost: try until one is not."""
        async with asyncio.timeout(_BARE_READY_S), self._livekit() as livekit:
            for attempt in range(100):
                room = f"bench-warm-{attempt}"
                await self._dispatch_bare(room)
                await asyncio.sleep(2)
                request = api.ListParticipantsRequest(room=room)
                if (await livekit.room.list_participants(request)).participants:
                    await livekit.room.delete_room(api.DeleteRoomRequest(room=room))
                    return
        raise UnavailableError("the bare worker does not take calls")

    async def _dispatch_bare(self, room: str) -> None:
        async with self._livekit() as livekit:
            request = api.CreateAgentDispatchRequest(agent_name=_BARE, room=room)
            await livekit.agent_dispatch.create_dispatch(request)

    def _livekit(self) -> api.LiveKitAPI:
        settings = self.settings
        secret = settings.livekit_api_secret
        url = (settings.livekit_url or "").replace("ws", "http", 1)
        return api.LiveKitAPI(
            url, settings.livekit_api_key, secret.get_secret_value() if secret else None
        )

    async def _turns(self, *, writers: int) -> float:
        database = f"sqlite:///{self.folder.absolute() / f'turns-{writers}.db'}"
        settings = self.settings.updated(database_url=database)
        rate = await storage.turns_per_second(settings, writers=writers)
        self.say(f"{rate:.0f} turns a second with {writers} writers")
        return rate

    async def _dispatches(self) -> DispatchRate:
        database = f"sqlite:///{self.folder.absolute() / 'dispatches.db'}"
        settings = self.settings.updated(database_url=database)
        async with service_process(settings, log_dir=self.folder, mode="api") as http:
            await http.ready(with_worker=False)
            return await dispatch_rate(http.base_url, seconds=5)


@contextlib.asynccontextmanager
async def bench_stage(
    settings: Settings, *, folder: Path, say: Callable[[str], None]
) -> AsyncIterator[Settings]:
    """A LiveKit server and an instant stand-in of our own, whatever is configured."""
    own = settings.updated(
        livekit_url=None,
        livekit_api_key=None,
        livekit_api_secret=None,
        openai_api_key=None,
        # Its services are for this run alone.
        auth_mode="off",
        api_server_host="127.0.0.1",
    )
    async with (
        local_livekit(own, log_dir=folder, say=say, port=0) as with_livekit,
        local_realtime(folder, *_STAND_IN) as realtime,
    ):
        engines = await realtime.ready()
        say(f"stand-in with {engines.ears} ears and the {engines.mouth} mouth")
        yield with_livekit.updated(openai_base_url=realtime.base_url)


async def _dispatch_over_http(client: httpx.AsyncClient, room: str) -> None:
    body = {"conversationId": room, "agentId": "demo", "userId": "bench", "roomName": room}
    (await client.post("/api/agents/dispatch", json=body)).raise_for_status()
