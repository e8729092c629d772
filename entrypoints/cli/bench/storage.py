"""How many turns a second the journal makes durable."""

import asyncio
import time
from collections.abc import Callable

from application.ports.journal import TurnJournal
from domain.ids import ConversationId, DispatchId, RoomName, UserId, VoiceSessionId
from domain.transcript import Role, Turn
from domain.voice_session import DispatchRequest, VoiceSession
from entrypoints.bootstrap.containers import Container
from entrypoints.bootstrap.demo_agent import DEMO_AGENT_ID
from entrypoints.bootstrap.lifecycle import open_container, seed
from entrypoints.bootstrap.migrations import migrate
from entrypoints.bootstrap.settings import Settings

_SECONDS = 2.0


async def turns_per_second(settings: Settings, *, writers: int) -> float:
    """Each of *writers* waits for the commit of one turn before it brings the next.

    One writer alone is row by row: a transaction a turn. Many share their commits.
    """
    await migrate(settings)
    async with open_container(settings) as container:
        await seed(container)
        session_id = await _session(container, f"bench-{writers}")
        journal, began, stored = container.journal(), time.monotonic(), 0
        until = began + _SECONDS

        async def write(writer: int) -> int:
            return await _write_until(until, journal, _turns(session_id, writer))

        stored = sum(await asyncio.gather(*(write(number) for number in range(writers))))
        return stored / (time.monotonic() - began)


async def _write_until(until: float, journal: TurnJournal, turn: Callable[[int], Turn]) -> int:
    number = 0
    while time.monotonic() < until:
        await journal.record(turn(number))
        number += 1
    return number


def _turns(session_id: VoiceSessionId, writer: int) -> Callable[[int], Turn]:
    def turn(number: int) -> Turn:
        return Turn(
            id=Turn.id_for(session_id, f"{writer}-{number}"),
            session_id=session_id,
            role=Role.CALLER,
            text="I would like to make an appointment for next week.",
            start_ms=number * 1000,
            end_ms=number * 1000 + 800,
        )

    return turn


async def _session(container: Container, name: str) -> VoiceSessionId:
    request = DispatchRequest(
        conversation_id=ConversationId(name),
        agent_id=DEMO_AGENT_ID,
        user_id=UserId("bench"),
        room_name=RoomName(name),
    )
    session = VoiceSession.dispatch(
        VoiceSessionId(f"ses_{name}"),
        DispatchId(f"dsp_{name}"),
        request,
        agent_version=1,
        now=container.clock().now(),
    )
    async with container.unit_of_work()() as uow:
        await uow.sessions.add(session)
        await uow.commit()
    return session.id
