"""What workflows leave to people."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query

from application.use_cases.workflows.complete_task import CompleteTaskCommand
from entrypoints.http.access import CONFIGURE, READ
from entrypoints.http.dependencies import Cursor, Limit
from entrypoints.http.paging import page_of
from entrypoints.http.problems import responses
from entrypoints.http.schemas.workflows import TaskOut, TaskPage
from entrypoints.http.workflow_dependencies import CompleteTaskDep, TaskIdPath, WorkflowQueriesDep

router = APIRouter(prefix="/tasks", tags=["workflows"])


@router.get("", dependencies=[READ])
async def list_tasks(
    queries: WorkflowQueriesDep,
    is_open: Annotated[bool | None, Query(alias="open", description="false: those done")] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> TaskPage:
    """What workflows left to people, newest first."""
    page = await page_of(
        lambda after, count: queries.tasks(is_open=is_open, after=after, limit=count),
        cursor=cursor,
        limit=limit,
    )
    return TaskPage.of(page)


@router.post(
    "/{taskId}/done",
    dependencies=[CONFIGURE],
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def complete_task(task_id: TaskIdPath, complete: CompleteTaskDep) -> TaskOut:
    """Somebody has done it; the first time counts."""
    return TaskOut.of(await complete.execute(CompleteTaskCommand(task_id=task_id)))
