"""A call in memory that is going on, and what can happen in it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from application.ports.conversation import (
    CallEnded,
    CallerJoined,
    CallerLeft,
    SpeechStarted,
    SpeechStopped,
    TurnEnded,
)
from application.use_cases.sessions.order_change import OrderChangeCommand
from application.use_cases.sessions.run_session import RunSessionCommand
from domain.ids import AgentId, ParticipantIdentity, RoomName
from domain.language import Language
from domain.session_command import Order
from domain.session_context import SessionContext
from domain.transcript import Role, Turn
from domain.voice_session import CloseReason, VoiceSession
from tests.unit.application.conftest import Service

ANNA = ParticipantIdentity("anna")
BEN = ParticipantIdentity("ben")


def said(
    item: str,
    text: str,
    *,
    by: ParticipantIdentity | None = ANNA,
    role: Role = Role.CALLER,
    start_ms: int = 0,
    language: Language | None = None,
) -> TurnEnded:
    """A turn; the agent's has nobody."""
    return TurnEnded(
        item_id=item,
        role=role,
        text=text,
        start_ms=start_ms,
        end_ms=start_ms + 500,
        language=language,
        participant=by if role is Role.CALLER else None,
    )


@dataclass(slots=True)
class OngoingCall:
    """One call of a service; time moves as the test says."""

    service: Service
    session: VoiceSession
    task: "asyncio.Task[CloseReason]"

    async def wait(self, seconds: float = 0.0) -> None:
        """Let time go by."""
        await self.service.clock.advance(seconds=seconds)

    async def join(self, who: ParticipantIdentity = ANNA, *, name: str = "") -> None:
        """Somebody comes."""
        self.service.call.push(CallerJoined(identity=who, name=name))
        await self.wait()

    async def leave(self, who: ParticipantIdentity = ANNA, *, others_remain: bool = False) -> None:
        """Somebody goes."""
        self.service.call.push(CallerLeft(identity=who, others_remain=others_remain))
        await self.wait()

    async def talk(self, role: Role = Role.CALLER, *, seconds: float = 1.0) -> None:
        """Somebody is heard for that long."""
        self.service.call.push(SpeechStarted(role=role, at_ms=0))
        await self.wait(seconds)
        self.service.call.push(SpeechStopped(role=role, at_ms=0))
        await self.wait()

    async def hear(self, turn: TurnEnded) -> None:
        """A turn ends."""
        self.service.call.push(turn)
        await self.wait()

    async def order(self, what: Order, *, and_wait: float = 1.0) -> None:
        """Somebody outside orders a change."""
        command = OrderChangeCommand(session_id=self.session.id, order=what)
        await self.service.order_change.execute(command)
        await self.wait(and_wait)

    async def turns(self, role: Role | None = None) -> list[Turn]:
        """What is stored of it, of one side or of all."""
        transcript = await self.service.transcript(self.session.id)
        return [turn for turn in transcript.turns if role is None or turn.role is role]

    async def notes(self) -> list[str]:
        """What the service noted in the transcript."""
        return [turn.text for turn in await self.turns(Role.SYSTEM)]


@asynccontextmanager
async def ongoing(service: Service, **changes: object) -> AsyncIterator[OngoingCall]:
    """A dispatched call whose agent is in the room; nobody else is yet."""
    session = await service.dispatch(**changes)
    command = RunSessionCommand(
        context=SessionContext(agent_id=AgentId("demo"), session_id=session.id),
        room=RoomName("room"),
        owner="job",
    )
    task = asyncio.create_task(service.run_session.execute(command, service.call))
    await service.clock.advance()
    try:
        yield OngoingCall(service, session, task)
    finally:
        if not task.done():
            service.call.push(CallEnded())
        await asyncio.gather(task, return_exceptions=True)
