"""Ways in which a session ends that nobody wished for."""

import asyncio
from collections.abc import Mapping

from adapters.realtime_emulator.faults import ENDINGS, Fault, FaultKind
from adapters.realtime_emulator.protocol.session import Session
from adapters.realtime_emulator.protocol.wire import ProtocolError

_EXPIRED = "Your session hit the maximum duration of 60 minutes."


def strike_ending(session: Session, struck: Mapping[FaultKind, Fault]) -> None:
    """Have the endings among *struck* come, each after its time."""
    for kind in ENDINGS:
        if kind in struck:
            session.tasks.start(_end(session, struck[kind]))


async def expire(session: Session, after_s: float) -> None:
    """End a session that has become too old."""
    await asyncio.sleep(after_s)
    error = ProtocolError(_EXPIRED, code="session_expired")
    await session.outlet.emit_event(error.event())
    await session.socket.close(1001, _EXPIRED)


async def _end(session: Session, fault: Fault) -> None:
    match fault.kind:
        case FaultKind.SESSION_EXPIRED:
            await expire(session, fault.after_ms / 1000)
        case FaultKind.QUOTA:
            await asyncio.sleep(fault.after_ms / 1000)
            await session.outlet.emit_event(_no_quota().event())
        case FaultKind.DROP:
            await asyncio.sleep(fault.after_ms / 1000)
            session.socket.abort()
        case _:
            await asyncio.sleep(fault.after_ms / 1000)
            await session.socket.close(fault.close_code, "")


def _no_quota() -> ProtocolError:
    return ProtocolError(
        "You exceeded your current quota, please check your plan and billing details.",
        code="insufficient_quota",
        kind="insufficient_quota",
    )
