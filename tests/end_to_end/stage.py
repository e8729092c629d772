"""What the end-to-end tests stand on: servers, the service as a process, callers, the HTTP API."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import httpx
import psutil
from livekit import api

from entrypoints.bootstrap.calling import (
    CallFailedError,
    CallPlan,
    CallReport,
    Line,
    Manners,
    Rehearsed,
    place_call,
    rehearse_lines,
)
from entrypoints.bootstrap.service_process import ServiceProcess, service_process
from entrypoints.bootstrap.settings import Settings

Found = TypeVar("Found")

QUICK = Manners(farewell_s=3, patience_s=12, greeting_s=12, agent_joins_within_s=12)
SMALL_TALK = ("I would like to make an appointment.", "My name is Sarah Miller.", "Yes.", "Yes.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A LiveKit server and a local Realtime server, shared by the tests."""

    settings: Settings
    realtime_control_url: str

    @contextlib.asynccontextmanager
    async def service(self, folder: Path, **changes: object) -> AsyncIterator["Service"]:
        """The service with its own database in *folder*, so that no other one takes its calls."""
        settings = self.settings.updated(
            database_url=f"sqlite:///{folder / 'voice-agent.db'}",
            agent_name=f"agent-{folder.name}",
            drain_timeout_s=5.0,
            **changes,
        )
        async with service_process(settings, log_dir=folder) as process:
            await process.ready()
            async with httpx.AsyncClient(base_url=process.base_url, trust_env=False) as http:
                service = Service(settings=settings, process=process, http=http)
                yield service
                await service.end_calls()

    async def talk(self, *texts: str) -> Rehearsed:
        """A caller who says *texts* in order."""
        lines = tuple(Line(text=text) for text in texts)
        return await rehearse_lines(lines, var_dir=self.settings.var_dir)

    async def heard_so_far(self) -> list[str]:
        """What the Realtime server has recognised of callers, by its own journal."""
        async with httpx.AsyncClient(trust_env=False) as http:
            journal = (await http.get(f"{self.realtime_control_url}/_double/journal")).json()
        completed = "conversation.item.input_audio_transcription.completed"
        return [event["transcript"] for event in _events(journal) if event["type"] == completed]


def _events(journal: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [entry.get("event", entry) for entry in journal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A running service, and how to use it."""

    settings: Settings
    process: ServiceProcess
    http: httpx.AsyncClient

    async def dispatch(self, room: str) -> str:
        """Ask for the demo agent; answers with the session's id."""
        body = {"conversationId": room, "agentId": "demo", "userId": "u", "roomName": room}
        response = await self.http.post("/api/agents/dispatch", json=body)
        response.raise_for_status()
        return str(response.json()["sessionId"])

    async def call(
        self, room: str, caller: Rehearsed, *, manners: Manners = QUICK, asks: bool = True
    ) -> CallReport:
        """One call into *room*; with *asks* the caller's backend dispatches the agent."""

        async def ask() -> None:
            if asks:
                await self.dispatch(room)

        plan = CallPlan(room=room, identity="caller", manners=manners)
        return await place_call(self.settings, plan, caller, ask_for_agent=ask)

    async def session(self, session_id: str) -> Mapping[str, Any]:
        """The session as it stands."""
        return await self._get(f"/api/sessions/{session_id}")

    async def turns(self, session_id: str) -> list[Mapping[str, Any]]:
        """What is stored of its conversation."""
        answer = await self._get(f"/api/sessions/{session_id}/transcript")
        return list(answer["turns"])

    async def session_in(self, room: str) -> str:
        """The id of the session in *room*, once there is one."""
        return await eventually(lambda: self._find_session(room), within_s=10)

    async def ended(self, session_id: str, *, within_s: float) -> Mapping[str, Any]:
        """The session once it has ended."""

        async def look() -> Mapping[str, Any] | None:
            session = await self.session(session_id)
            return session if session["status"] == "ended" else None

        return await eventually(look, within_s=within_s)

    async def turns_once(
        self, session_id: str, *, of_each: int, within_s: float
    ) -> list[Mapping[str, Any]]:
        """What is stored once there are that many turns of caller and agent."""

        async def look() -> list[Mapping[str, Any]] | None:
            turns = await self.turns(session_id)
            roles = [turn["role"] for turn in turns]
            enough = min(roles.count("caller"), roles.count("agent")) >= of_each
            return turns if enough else None

        return await eventually(look, within_s=within_s)

    async def _find_session(self, room: str) -> str | None:
        page = await self._get("/api/sessions")
        ids = [one["sessionId"] for one in page["items"] if one["roomName"] == room]
        return ids[0] if ids else None

    async def _get(self, path: str) -> Mapping[str, Any]:
        response = await self.http.get(path)
        response.raise_for_status()
        answer: Mapping[str, Any] = response.json()
        return answer

    def livekit(self) -> api.LiveKitAPI:
        """The room server's API."""
        secret = self.settings.livekit_api_secret
        return api.LiveKitAPI(
            (self.settings.livekit_url or "").replace("ws", "http", 1),
            self.settings.livekit_api_key,
            secret.get_secret_value() if secret else None,
        )

    async def agents_in(self, room: str) -> int:
        """How many agents are in *room*, by the room server's account."""
        async with self.livekit() as livekit:
            request = api.ListParticipantsRequest(room=room)
            found = await livekit.room.list_participants(request)
        return sum(one.kind == api.ParticipantInfo.Kind.AGENT for one in found.participants)

    async def agent_joined(self, room: str, *, within_s: float) -> None:
        """Return once an agent is in *room*."""

        async def look() -> bool | None:
            return await self.agents_in(room) > 0 or None

        await eventually(look, within_s=within_s)

    async def end_calls(self) -> None:
        """Close every room: a service that stops waits for its calls otherwise."""
        async with self.livekit() as livekit:
            for room in (await livekit.room.list_rooms(api.ListRoomsRequest())).rooms:
                await livekit.room.delete_room(api.DeleteRoomRequest(room=room.name))

    def processes(self) -> list[psutil.Process]:
        """The service's process and all of its descendants."""
        root = psutil.Process(self.process.process.pid)
        return [root, *root.children(recursive=True)]

    def process_in_call(self) -> psutil.Process:
        """The job process that talks to the Realtime server."""
        port = httpx.URL(self.settings.openai_base_url or "").port
        for process in self.processes()[1:]:
            connections = process.net_connections("tcp")
            if any(getattr(one.raddr, "port", None) == port for one in connections):
                return process
        raise AssertionError("no job process is in a call")


async def eventually(look: Callable[[], Awaitable[Found | None]], *, within_s: float) -> Found:
    """The first thing *look* finds. Fails the test when it finds nothing in time."""
    async with asyncio.timeout(within_s):
        while True:
            found = await look()
            if found is not None:
                return found
            await asyncio.sleep(0.1)


async def hang_up(call: "asyncio.Task[CallReport]") -> None:
    """Leave a call whose agent was killed; a caller would wait for it to speak again."""
    call.cancel()
    with contextlib.suppress(CallFailedError, asyncio.CancelledError):
        await call


def alive(processes: list[psutil.Process]) -> list[psutil.Process]:
    """Those that still run, after a moment in which they may end."""
    _, left = psutil.wait_procs(processes, timeout=5)
    return [one for one in left if one.status() != psutil.STATUS_ZOMBIE]
