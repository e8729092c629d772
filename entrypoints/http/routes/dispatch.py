"""Putting an agent on a call."""

from http import HTTPStatus

from fastapi import APIRouter, Depends

from entrypoints.http.access import DISPATCH, READ
from entrypoints.http.dependencies import (
    DispatchIdPath,
    DispatchSessionDep,
    QueriesDep,
    refuse_while_draining,
)
from entrypoints.http.problems import responses
from entrypoints.http.schemas.dispatch import DispatchIn, DispatchOut, DispatchState

router = APIRouter(prefix="/agents/dispatch", tags=["dispatch"])


@router.post(
    "",
    dependencies=[DISPATCH, Depends(refuse_while_draining)],
    responses=responses(
        HTTPStatus.FORBIDDEN,
        HTTPStatus.NOT_FOUND,
        HTTPStatus.CONFLICT,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        HTTPStatus.BAD_GATEWAY,
        HTTPStatus.SERVICE_UNAVAILABLE,
    ),
)
async def dispatch_agent(body: DispatchIn, dispatch: DispatchSessionDep) -> DispatchOut:
    """Have an agent join a room and talk to the caller.

    Asking again for the same conversation answers with the same dispatch. Unless told to wait, the
    answer comes as soon as LiveKit took the dispatch; `GET` it to see the agent join.
    """
    return DispatchOut.of(await dispatch.execute(body.to_command()))


@router.get("/{dispatchId}", dependencies=[READ], responses=responses(HTTPStatus.NOT_FOUND))
async def get_dispatch(dispatch_id: DispatchIdPath, queries: QueriesDep) -> DispatchState:
    """Where a dispatch stands: `queued`, `dispatched`, `joined`, `ended` or `failed`."""
    return DispatchState.of(await queries.dispatch(dispatch_id))
