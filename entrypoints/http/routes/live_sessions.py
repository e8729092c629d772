"""Sessions that are going on: changed, handed to a person, ended."""

from http import HTTPStatus

from fastapi import APIRouter

from application.use_cases.sessions.end_session import EndSessionCommand
from application.use_cases.sessions.order_change import OrderChangeCommand
from domain.session_command import CallBack
from domain.voice_session import CloseReason
from entrypoints.http.access import DISPATCH
from entrypoints.http.dependencies import EndSessionDep, OrderChangeDep, SessionIdPath
from entrypoints.http.problems import responses
from entrypoints.http.schemas.live_sessions import AdjustIn, HandOffIn, OrderOut, SpeakIn
from entrypoints.http.schemas.sessions import SessionOut

router = APIRouter(prefix="/sessions/{sessionId}", tags=["sessions"])

_PROBLEMS = responses(
    HTTPStatus.NOT_FOUND,
    HTTPStatus.CONFLICT,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
)


@router.patch(
    "/config", dependencies=[DISPATCH], status_code=HTTPStatus.ACCEPTED, responses=_PROBLEMS
)
async def adjust_agent(
    session_id: SessionIdPath, body: AdjustIn, order: OrderChangeDep
) -> OrderOut:
    """Change the agent of this call alone; it takes effect within two seconds.

    The transcript tells when it did. The voice counts only before the agent has spoken.
    """
    given = OrderChangeCommand(session_id=session_id, order=body.to_order())
    return OrderOut.of(await order.execute(given))


@router.post(
    "/handoff", dependencies=[DISPATCH], status_code=HTTPStatus.ACCEPTED, responses=_PROBLEMS
)
async def hand_off(session_id: SessionIdPath, body: HandOffIn, order: OrderChangeDep) -> OrderOut:
    """Have a person take over: the agent falls silent, and goes on writing the transcript."""
    given = OrderChangeCommand(session_id=session_id, order=body.to_order())
    return OrderOut.of(await order.execute(given))


@router.delete(
    "/handoff",
    dependencies=[DISPATCH],
    status_code=HTTPStatus.ACCEPTED,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def call_back(session_id: SessionIdPath, order: OrderChangeDep) -> OrderOut:
    """Call the agent back: it takes over again, knowing what was said meanwhile."""
    given = OrderChangeCommand(session_id=session_id, order=CallBack())
    return OrderOut.of(await order.execute(given))


@router.post("/say", dependencies=[DISPATCH], status_code=HTTPStatus.ACCEPTED, responses=_PROBLEMS)
async def say(session_id: SessionIdPath, body: SpeakIn, order: OrderChangeDep) -> OrderOut:
    """Have the agent say something, word for word as far as the model obeys."""
    given = OrderChangeCommand(session_id=session_id, order=body.to_order())
    return OrderOut.of(await order.execute(given))


@router.post(
    "/end",
    dependencies=[DISPATCH],
    status_code=HTTPStatus.ACCEPTED,
    responses=responses(HTTPStatus.NOT_FOUND),
)
async def end_session(session_id: SessionIdPath, end: EndSessionDep) -> SessionOut:
    """End the session; its agent leaves the room within a few seconds. Ended is ended."""
    command = EndSessionCommand(session_id=session_id, reason=CloseReason.USER_INITIATED)
    return SessionOut.of(await end.execute(command))
