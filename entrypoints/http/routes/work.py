"""Durable work: what waits, what failed for good, and what a person does about it."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path, Query

from application.ports.work_queue import WorkState
from entrypoints.http.access import ADMIN
from entrypoints.http.dependencies import ContainerDep, Cursor, Limit
from entrypoints.http.paging import page_of
from entrypoints.http.problems import responses
from entrypoints.http.schemas.work import WorkOut, WorkPage

router = APIRouter(prefix="/work", tags=["work"])

WorkIdPath = Annotated[str, Path(alias="workId", pattern=r"^[0-9]{1,18}$")]
Kind = Annotated[str | None, Query(max_length=64, description="such as `deliver_webhook`")]
State = Annotated[WorkState | None, Query(description="`dead`: what waits for a person")]


@router.get("", dependencies=[ADMIN])
async def list_work(
    container: ContainerDep,
    state: State = None,
    kind: Kind = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> WorkPage:
    """Jobs, newest first."""
    admin = container.work_admin()
    page = await page_of(
        lambda after, count: admin.find_page(state=state, kind=kind, after=after, limit=count),
        cursor=cursor,
        limit=limit,
    )
    return WorkPage.of(page)


@router.get("/{workId}", dependencies=[ADMIN], responses=responses(HTTPStatus.NOT_FOUND))
async def get_work(work_id: WorkIdPath, container: ContainerDep) -> WorkOut:
    """One job."""
    return WorkOut.of(await container.work_admin().get(work_id))


@router.post(
    "/{workId}/retry",
    dependencies=[ADMIN],
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def retry_work(work_id: WorkIdPath, container: ContainerDep) -> WorkOut:
    """Try a dead or cancelled job again, now, from where it came to."""
    return WorkOut.of(await container.work_admin().revive(work_id))


@router.post(
    "/{workId}/cancel",
    dependencies=[ADMIN],
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def cancel_work(work_id: WorkIdPath, container: ContainerDep) -> WorkOut:
    """Never do it; whoever is at it now stops."""
    return WorkOut.of(await container.work_admin().cancel(work_id))
