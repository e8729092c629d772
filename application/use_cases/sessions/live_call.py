"""One call while it goes on: who is there, what was said, when it is over."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import assert_never

from application.ports.conversation import (
    AgentSpoke,
    CallEnded,
    CallerJoined,
    CallerLeft,
    CallEvent,
    CallSession,
    CallSpec,
    ConnectionLost,
    ConnectionRestored,
    Degraded,
    SpeechStarted,
    SpeechStopped,
    TurnEnded,
)
from application.ports.system import Clock
from application.use_cases.sessions.invoke_tool import InvokeTool, InvokeToolCommand
from application.use_cases.sessions.keep_session_alive import KeepSessionAlive
from application.use_cases.sessions.record_turn import RecordTurn, RecordTurnCommand
from domain.agent_config import AgentConfig
from domain.errors import ServiceError
from domain.tool import BUILT_IN_TOOLS, ToolOutcome
from domain.voice_session import CloseReason, VoiceSession

log = logging.getLogger(__name__)

NO_SHOW_S = 120.0
"""How long the agent waits in a room that nobody ever enters."""
TOOL_WAITS_S = 1.0
"""How long a tool waits for turns on their way to the store; a caller is waiting too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallCare:
    """What a live call leans on. Turns still unstored at the end are waited for: *flush_within*."""

    record_turn: RecordTurn
    invoke_tool: InvokeTool
    keep_alive: KeepSessionAlive
    clock: Clock
    flush_within: timedelta


class LiveCall:
    """Follows one call from its first event to its last, and decides when it is over.

    The first reason to end counts. A caller who leaves is waited for, as long as the agent's
    limits say; whatever was said is on its way to the store before the next event is looked at.
    """

    def __init__(
        self, *, session: VoiceSession, agent: AgentConfig, call: CallSession, care: CallCare
    ) -> None:
        self._session = session
        self._agent = agent
        self._call = call
        self._care = care
        self._reason: CloseReason | None = None
        self._over = asyncio.Event()
        self._greeted = False
        self._absence: asyncio.Task[None] | None = None
        self._storing: set[asyncio.Task[object]] = set()

    async def run(self) -> CloseReason:
        """Hold the call until it is over. Raises UnavailableError when it cannot be joined."""
        try:
            await self._call.start(self._spec())
            async with asyncio.TaskGroup() as group:
                watchers = [
                    group.create_task(self._beat()),
                    group.create_task(self._close_when_over()),
                    group.create_task(
                        self._end_after(self._agent.limits.max_duration_s, CloseReason.TIME_LIMIT)
                    ),
                ]
                self._expect_caller(group, within=NO_SHOW_S)
                await self._listen(group)
                self._stop_expecting()
                for task in watchers:
                    task.cancel()
        finally:
            await self._call.close()
            await self._flush()
        return self._reason or CloseReason.JOB_SHUTDOWN

    def finish(self, reason: CloseReason) -> None:
        """Have the call end for *reason*, unless it is ending already."""
        self._reason = self._reason or reason
        self._over.set()

    def _spec(self) -> CallSpec:
        request = self._session.request
        return CallSpec(
            session_id=self._session.id,
            room=request.room_name,
            agent=self._agent,
            language=request.language or self._agent.main_language,
            tools=tuple(BUILT_IN_TOOLS[name] for name in self._agent.tools),
            invoke=self._invoke,
            caller=request.participant_identity,
        )

    async def _invoke(self, name: str, arguments: Mapping[str, object]) -> ToolOutcome:
        await self._let_turns_be_stored()
        command = InvokeToolCommand(
            session_id=self._session.id, name=name, arguments=arguments, tools=self._agent.tools
        )
        outcome = await self._care.invoke_tool.execute(command)
        if outcome.ends_call:
            self.finish(CloseReason.TASK_COMPLETED)
        return outcome

    async def _listen(self, group: asyncio.TaskGroup) -> None:
        async for event in self._call.events():
            self._follow(event, group)
            if isinstance(event, CallEnded):
                return

    def _follow(self, event: CallEvent, group: asyncio.TaskGroup) -> None:
        match event:
            case CallerJoined():
                self._welcome(group)
            case CallerLeft():
                self._expect_caller(group, within=self._agent.limits.rejoin_grace_s)
            case TurnEnded():
                self._store(event)
            case AgentSpoke():
                log.info("agent speaks", extra={**self._fields, "at_ms": event.at_ms})
            case SpeechStarted() | SpeechStopped() | ConnectionLost() | ConnectionRestored():
                pass
            case Degraded():
                log.warning("call degraded", extra={**self._fields, "code": event.code})
            case CallEnded():
                self._note_end(event)
            case _:
                assert_never(event)

    def _welcome(self, group: asyncio.TaskGroup) -> None:
        self._stop_expecting()
        if not self._greeted and self._agent.greeting:
            group.create_task(self._say(self._agent.greeting))
        self._greeted = True

    async def _say(self, text: str) -> None:
        try:
            await self._call.say(text)
        except ServiceError as error:
            log.warning("agent could not speak", extra={**self._fields, "code": error.code})

    def _expect_caller(self, group: asyncio.TaskGroup, *, within: float) -> None:
        self._stop_expecting()
        self._absence = group.create_task(self._end_after(within, CloseReason.PARTICIPANT_LEFT))

    def _stop_expecting(self) -> None:
        if self._absence is not None:
            self._absence.cancel()

    async def _end_after(self, seconds: float, reason: CloseReason) -> None:
        await self._care.clock.sleep(seconds)
        self.finish(reason)

    async def _beat(self) -> None:
        self.finish(await self._care.keep_alive.execute(self._session.id))

    async def _close_when_over(self) -> None:
        await self._over.wait()
        await self._call.close()

    def _store(self, event: TurnEnded) -> None:
        command = RecordTurnCommand(session_id=self._session.id, ended=event)
        task: asyncio.Task[object] = asyncio.create_task(self._care.record_turn.execute(command))
        self._storing.add(task)
        task.add_done_callback(self._stored)

    def _stored(self, task: asyncio.Task[object]) -> None:
        self._storing.discard(task)
        if task.cancelled() or task.exception() is not None:
            log.error("turn could not be stored", extra=self._fields)

    async def _let_turns_be_stored(self) -> None:
        # A tool looks for its evidence in what is stored: the words it rests on come first.
        await self._care.clock.sleep(0)
        if self._storing:
            await asyncio.wait(self._storing, timeout=TOOL_WAITS_S)

    async def _flush(self) -> None:
        if self._storing:
            _, late = await asyncio.wait(
                self._storing, timeout=self._care.flush_within.total_seconds()
            )
            for task in late:
                task.cancel()

    def _note_end(self, event: CallEnded) -> None:
        if event.error is not None:
            log.error("call broke", extra={**self._fields, "code": event.error})
            self.finish(CloseReason.ERROR)

    @property
    def _fields(self) -> dict[str, object]:
        return {"session_id": self._session.id}
