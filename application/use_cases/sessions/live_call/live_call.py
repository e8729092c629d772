"""One call while it goes on: everybody who attends it, and when it is over."""

import asyncio
import logging
from dataclasses import dataclass, replace

from application.ports.conversation import (
    AgentSpoke,
    CallEnded,
    CallerJoined,
    CallEvent,
    CallSession,
    CallSpec,
    Degraded,
    TurnEnded,
)
from application.ports.insight import LanguageDetector, Moderation
from application.ports.system import Clock
from application.ports.tools import ToolRunner
from application.ports.unit_of_work import UnitOfWorkFactory
from application.use_cases.memory.load_brief import LoadBrief
from application.use_cases.sessions.invoke_tool import InvokeTool
from application.use_cases.sessions.keep_session_alive import KeepSessionAlive
from application.use_cases.sessions.live_call.addressing import Addressing
from application.use_cases.sessions.live_call.attendant import Attendant
from application.use_cases.sessions.live_call.connection import Connection
from application.use_cases.sessions.live_call.content_filter import ContentFilter
from application.use_cases.sessions.live_call.context_size import ContextSize
from application.use_cases.sessions.live_call.endings import Endings
from application.use_cases.sessions.live_call.floor import Floor
from application.use_cases.sessions.live_call.instructions import LiveInstructions
from application.use_cases.sessions.live_call.languages import Languages
from application.use_cases.sessions.live_call.mood import Mood
from application.use_cases.sessions.live_call.orders import Orders
from application.use_cases.sessions.live_call.presence import Presence
from application.use_cases.sessions.live_call.recollection import Recollection
from application.use_cases.sessions.live_call.silence import Silence
from application.use_cases.sessions.live_call.time_limit import TimeLimit
from application.use_cases.sessions.live_call.toolbox import Toolbox
from application.use_cases.sessions.live_call.workflows import Workflows
from application.use_cases.sessions.live_call.writing import Writing
from application.use_cases.sessions.record_turn import RecordTurn
from application.use_cases.sessions.report_event import ReportEvent
from application.use_cases.workflows.notice_occurrence import NoticeOccurrence
from domain.agent_config import AgentConfig
from domain.voice_session import CloseReason, VoiceSession

log = logging.getLogger(__name__)

_REST_WITHIN_S = 2.0
_REPORTS_WITHIN_S = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CallCare:
    """What a live call leans on. Turns unstored at the end are waited for, *flush_within_s*."""

    unit_of_work: UnitOfWorkFactory
    record_turn: RecordTurn
    invoke_tool: InvokeTool
    tool_runner: ToolRunner
    keep_alive: KeepSessionAlive
    load_brief: LoadBrief
    detector: LanguageDetector
    moderation: Moderation
    report: ReportEvent
    notice: NoticeOccurrence
    clock: Clock
    flush_within_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOutcome:
    """Why a call is over; *failure* names what broke, where something did."""

    reason: CloseReason
    failure: str | None = None


class LiveCall:
    """Follows one call from its first event to its last. The first reason to end it counts.

    Whatever was said is on its way to the store before the next event is looked at.
    """

    def __init__(
        self, *, session: VoiceSession, agent: AgentConfig, call: CallSession, care: CallCare
    ) -> None:
        self._session = session
        self._call = call
        self._care = care
        self._reason: CloseReason | None = None
        self._failure: str | None = None
        self._is_read = False
        self._over = asyncio.Event()
        self._floor = Floor(
            session=session,
            agent=agent,
            call=call,
            clock=care.clock,
            language=session.request.language or agent.main_language,
            store=self._store,
            finish=self.finish,
        )
        self._instructions = LiveInstructions(self._floor)
        self._languages = Languages(
            self._floor, detector=care.detector, instructions=self._instructions
        )
        self._writing = Writing(
            self._floor, record_turn=care.record_turn, mark=self._languages.mark
        )
        self._presence = Presence(self._floor, greet=self._greet)
        self._recollection = Recollection(
            self._floor,
            load_brief=care.load_brief,
            instructions=self._instructions,
            begin_in=self._languages.begin_in,
        )
        self._equip(care)
        self._attendants = self._everybody()

    def _equip(self, care: CallCare) -> None:
        self._workflows = Workflows(self._floor, unit_of_work=care.unit_of_work, notice=care.notice)
        self._tools = Toolbox(
            self._floor,
            invoke_tool=care.invoke_tool,
            runner=care.tool_runner,
            settle=self._writing.settle,
            hand_off=lambda: self._orders.hand_off(None),
            used=self._workflows.tool_used,
        )
        self._orders = Orders(
            self._floor,
            unit_of_work=care.unit_of_work,
            instructions=self._instructions,
            tools_of=self._tools.definitions,
        )

    def _everybody(self) -> tuple[Attendant, ...]:
        return (
            self._presence,
            self._recollection,
            self._languages,
            self._orders,
            self._tools,
            Silence(self._floor),
            TimeLimit(self._floor),
            Connection(self._floor),
            Addressing(self._floor),
            Endings(self._floor),
            ContentFilter(self._floor, moderation=self._care.moderation, report=self._care.report),
            Mood(self._floor, report=self._care.report),
            ContextSize(self._floor),
            self._workflows,
        )

    async def run(self) -> CallOutcome:
        """Hold the call until it is over. Raises UnavailableError when it cannot be joined."""
        async with self._tools.open():
            await self._hold()
        return CallOutcome(reason=self._reason or CloseReason.JOB_SHUTDOWN, failure=self._failure)

    async def _hold(self) -> None:
        self._recollection.begin()
        try:
            await self._call.start(self._spec())
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(self._beat()), group.create_task(self._close())]
                for attendant in self._attendants:
                    self._floor.run(attendant.attend())
                await self._listen()
                for task in tasks:
                    task.cancel()
        finally:
            self._presence.stop()
            self._recollection.stop()
            await self._floor.clear()
            await self._call.close()
            await self._read_the_rest()
            await self._floor.settle(within_s=_REPORTS_WITHIN_S)
            await self._writing.flush(within_s=self._care.flush_within_s)

    def finish(self, reason: CloseReason) -> None:
        """Have the call end for *reason*, unless it is ending already."""
        self._reason = self._reason or reason
        self._over.set()

    def _spec(self) -> CallSpec:
        request, agent = self._session.request, self._floor.agent
        return CallSpec(
            session_id=self._session.id,
            room=request.room_name,
            agent=replace(agent, instructions=self._instructions.text()),
            language=self._floor.language,
            tools=self._tools.definitions(agent.tools),
            invoke=self._tools.invoke,
            filler=self._tools.filler,
            caller=request.participant_identity,
        )

    async def _listen(self) -> None:
        async for event in self._call.events():
            self._floor.follow(event)
            self._log(event)
            if isinstance(event, TurnEnded):
                self._store(event)
            for attendant in self._attendants:
                self._show(event, attendant)
            if isinstance(event, CallEnded):
                self._is_read = True
                self._note_end(event)
                return

    def _show(self, event: CallEvent, attendant: Attendant) -> None:
        try:
            attendant.follow(event)
        except Exception:
            # One duty is not done for once; the caller is still on the phone.
            log.exception("attendant broke", extra=self._floor.fields)

    async def _read_the_rest(self) -> None:
        # A call that is cut short has told of turns that nobody has read, and closing tells more.
        if self._is_read:
            return
        try:
            async with asyncio.timeout(_REST_WITHIN_S):
                async for event in self._call.events():
                    if isinstance(event, TurnEnded):
                        self._store(event)
        except TimeoutError:
            log.warning("call did not tell of its end", extra=self._floor.fields)

    def _log(self, event: CallEvent) -> None:
        match event:
            case AgentSpoke():
                log.info("agent speaks", extra={**self._floor.fields, "at_ms": event.at_ms})
            case Degraded():
                log.warning("call degraded", extra={**self._floor.fields, "code": event.code})
            case _:
                pass

    def _note_end(self, event: CallEnded) -> None:
        if event.error is not None:
            log.error("call broke", extra={**self._floor.fields, "code": event.error})
            self._failure = None if self._reason else event.error
            self.finish(CloseReason.ERROR)

    async def _greet(self, joined: CallerJoined) -> None:
        await self._recollection.meet(joined)
        greeting = self._instructions.greeting()
        if greeting:
            await self._floor.say(greeting)

    def _store(self, turn: TurnEnded) -> None:
        self._writing.write(turn)

    async def _beat(self) -> None:
        self.finish(await self._care.keep_alive.execute(self._session.id))

    async def _close(self) -> None:
        await self._over.wait()
        await self._call.close()
