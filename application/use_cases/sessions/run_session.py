"""Hold one call from the moment the agent is sent to a room."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

from application.ports.conversation import CallSession
from application.ports.insight import LanguageDetector, Moderation
from application.ports.rooms import RoomGateway
from application.ports.system import Clock
from application.ports.tools import ToolRunner
from application.ports.unit_of_work import UnitOfWorkFactory
from application.use_cases.memory.load_brief import LoadBrief
from application.use_cases.sessions.claim_session import ClaimSession, ClaimSessionCommand
from application.use_cases.sessions.end_session import EndSession, EndSessionCommand
from application.use_cases.sessions.invoke_tool import InvokeTool
from application.use_cases.sessions.keep_session_alive import KeepAlive, KeepSessionAlive
from application.use_cases.sessions.live_call.live_call import CallCare, CallOutcome, LiveCall
from application.use_cases.sessions.record_turn import RecordTurn
from application.use_cases.sessions.report_event import ReportEvent
from application.use_cases.workflows.notice_occurrence import NoticeOccurrence
from domain.agent_config import Agent
from domain.errors import UnavailableError
from domain.ids import RoomName
from domain.session_context import SessionContext
from domain.voice_session import CloseReason, VoiceSession

HANG_UP = frozenset(
    {
        CloseReason.TASK_COMPLETED,
        CloseReason.TIME_LIMIT,
        CloseReason.CALLER_SILENT,
        CloseReason.CALLER_GOODBYE,
        CloseReason.ANSWERING_MACHINE,
        CloseReason.CONTENT_POLICY,
    }
)
"""Reasons for which the room is closed too, so that the caller's phone hangs up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSessionCommand:
    """*owner* names who runs the call: LiveKit's job."""

    context: SessionContext
    room: RoomName
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSession:
    """Of several agents sent for one session a single one stays.

    The session is kept alive while the call lasts, each turn is stored as it ends, and whatever
    ends the call also ends the session, with the reason.
    """

    unit_of_work: UnitOfWorkFactory
    claim_session: ClaimSession
    record_turn: RecordTurn
    invoke_tool: InvokeTool
    tool_runner: ToolRunner
    end_session: EndSession
    rooms: RoomGateway
    load_brief: LoadBrief
    detector: LanguageDetector
    moderation: Moderation
    report: ReportEvent
    notice: NoticeOccurrence
    clock: Clock
    keep_alive: KeepAlive = field(default_factory=KeepAlive)
    flush_within: timedelta = timedelta(seconds=30)

    async def execute(self, command: RunSessionCommand, call: CallSession) -> CloseReason:
        """Why the call ended.

        Raises ConflictError when another agent has the session, NotFoundError when the session or
        agent does not exist, UnavailableError when the room cannot be joined.
        """
        session, agent = await self.claim_session.execute(
            ClaimSessionCommand(
                context=command.context,
                room=command.room,
                owner=command.owner,
                lease_for=self.keep_alive.lease,
            )
        )
        outcome = CallOutcome(reason=CloseReason.ERROR, failure="internal_error")
        try:
            outcome = await self._hold(session, agent, call, command.owner)
        except UnavailableError:
            outcome = CallOutcome(reason=CloseReason.ERROR, failure="room_not_joined")
            raise
        except asyncio.CancelledError:
            outcome = CallOutcome(reason=CloseReason.JOB_SHUTDOWN)
            raise
        finally:
            await self.end_session.execute(
                EndSessionCommand(
                    session_id=session.id, reason=outcome.reason, failure=outcome.failure
                )
            )
        if outcome.reason in HANG_UP:
            await self._hang_up(session)
        return outcome.reason

    async def _hold(
        self, session: VoiceSession, agent: Agent, call: CallSession, owner: str
    ) -> CallOutcome:
        care = CallCare(
            unit_of_work=self.unit_of_work,
            record_turn=self.record_turn,
            invoke_tool=self.invoke_tool,
            tool_runner=self.tool_runner,
            keep_alive=KeepSessionAlive(
                unit_of_work=self.unit_of_work,
                clock=self.clock,
                owner=owner,
                keep_alive=self.keep_alive,
            ),
            load_brief=self.load_brief,
            detector=self.detector,
            moderation=self.moderation,
            report=self.report,
            notice=self.notice,
            clock=self.clock,
            flush_within_s=self.flush_within.total_seconds(),
        )
        return await LiveCall(session=session, agent=agent.config, call=call, care=care).run()

    async def _hang_up(self, session: VoiceSession) -> None:
        try:
            await self.rooms.delete(session.request.room_name)
        except UnavailableError:
            # The room closes by itself once the caller leaves it.
            return
