"""Workflows as data, and their runs."""

from http import HTTPStatus

from fastapi import APIRouter, Response

from application.use_cases.workflows.cancel_run import CancelRunCommand
from application.use_cases.workflows.delete_workflow import DeleteWorkflowCommand
from application.use_cases.workflows.replay_run import ReplayRunCommand
from entrypoints.http.access import CONFIGURE, DISPATCH, READ
from entrypoints.http.dependencies import Cursor, Limit
from entrypoints.http.paging import page_of
from entrypoints.http.preconditions import PreconditionDep, set_etag
from entrypoints.http.problems import responses
from entrypoints.http.schemas.workflows import (
    CallIn,
    RunOut,
    RunPage,
    WorkflowIn,
    WorkflowOut,
    WorkflowPage,
)
from entrypoints.http.workflow_dependencies import (
    CallWorkflowDep,
    CancelRunDep,
    DeleteWorkflowDep,
    ReplayRunDep,
    RequestKey,
    RunIdPath,
    SaveWorkflowDep,
    WorkflowIdPath,
    WorkflowQueriesDep,
)

router = APIRouter(prefix="/workflows", tags=["workflows"])

_BODY = (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
_OUTRUN = (HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED)
_STATE = (HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT)


@router.post(
    "",
    dependencies=[CONFIGURE],
    status_code=HTTPStatus.CREATED,
    responses=responses(HTTPStatus.CONFLICT, *_BODY),
)
async def create_workflow(
    body: WorkflowIn, save: SaveWorkflowDep, response: Response
) -> WorkflowOut:
    """Keep a new workflow. Calls start it once their agent's `workflows` names it."""
    created = await save.execute(body.to_command())
    response.headers["Location"] = f"/api/workflows/{created.id}"
    set_etag(response, created.tag)
    return WorkflowOut.of(created)


@router.get("", dependencies=[READ])
async def list_workflows(
    queries: WorkflowQueriesDep, cursor: Cursor = None, limit: Limit = 50
) -> WorkflowPage:
    """Every workflow, newest first."""
    page = await page_of(
        lambda after, count: queries.workflows(after=after, limit=count),
        cursor=cursor,
        limit=limit,
    )
    return WorkflowPage.of(page)


@router.get("/{workflowId}", dependencies=[READ], responses=responses(HTTPStatus.NOT_FOUND))
async def get_workflow(
    workflow_id: WorkflowIdPath, queries: WorkflowQueriesDep, response: Response
) -> WorkflowOut:
    """One workflow."""
    found = await queries.workflow(workflow_id)
    set_etag(response, found.tag)
    return WorkflowOut.of(found)


@router.put("/{workflowId}", dependencies=[CONFIGURE], responses=responses(*_OUTRUN, *_BODY))
async def change_workflow(
    workflow_id: WorkflowIdPath,
    body: WorkflowIn,
    if_match: PreconditionDep,
    save: SaveWorkflowDep,
    response: Response,
) -> WorkflowOut:
    """Its next version. Runs that have begun go on with the one they began with."""
    changed = await save.execute(body.to_command(workflow_id, if_match))
    set_etag(response, changed.tag)
    return WorkflowOut.of(changed)


@router.delete(
    "/{workflowId}",
    dependencies=[CONFIGURE],
    status_code=HTTPStatus.NO_CONTENT,
    responses=responses(*_OUTRUN),
)
async def delete_workflow(
    workflow_id: WorkflowIdPath, if_match: PreconditionDep, delete: DeleteWorkflowDep
) -> None:
    """Nothing starts it any more; its runs stay."""
    await delete.execute(DeleteWorkflowCommand(workflow_id=workflow_id, precondition=if_match))


@router.post(
    "/{workflowId}/trigger",
    dependencies=[DISPATCH],
    status_code=HTTPStatus.ACCEPTED,
    responses=responses(*_STATE, *_BODY),
)
async def trigger_workflow(
    workflow_id: WorkflowIdPath, body: CallIn, call: CallWorkflowDep, key: RequestKey = None
) -> RunOut:
    """Have a workflow that has a `webhook` trigger run."""
    return RunOut.of(await call.execute(body.to_command(workflow_id, key)))


@router.get("/{workflowId}/runs", dependencies=[READ])
async def list_runs(
    workflow_id: WorkflowIdPath,
    queries: WorkflowQueriesDep,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> RunPage:
    """The runs of one workflow, newest first, also of one that was deleted."""
    page = await page_of(
        lambda after, count: queries.runs(workflow_id, after=after, limit=count),
        cursor=cursor,
        limit=limit,
    )
    return RunPage.of(page)


@router.get("/runs/{runId}", dependencies=[READ], responses=responses(HTTPStatus.NOT_FOUND))
async def get_run(run_id: RunIdPath, queries: WorkflowQueriesDep) -> RunOut:
    """One run, with every attempt at its steps."""
    return RunOut.of(await queries.run(run_id))


@router.post(
    "/runs/{runId}/replay",
    dependencies=[CONFIGURE],
    status_code=HTTPStatus.ACCEPTED,
    responses=responses(*_STATE),
)
async def replay_run(run_id: RunIdPath, replay: ReplayRunDep) -> RunOut:
    """A new run about the same, from the first step on, of the workflow as it is now."""
    return RunOut.of(await replay.execute(ReplayRunCommand(run_id=run_id)))


@router.post("/runs/{runId}/cancel", dependencies=[CONFIGURE], responses=responses(*_STATE))
async def cancel_run(run_id: RunIdPath, cancel: CancelRunDep) -> RunOut:
    """Do nothing more of it."""
    return RunOut.of(await cancel.execute(CancelRunCommand(run_id=run_id)))
