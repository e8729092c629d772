"""Drafts: an agent's next version while it is being written."""

from http import HTTPStatus

from fastapi import APIRouter, Response

from application.use_cases.agents.discard_draft import DiscardDraftCommand
from application.use_cases.agents.edit_draft import EditDraftCommand
from application.use_cases.agents.publish_agent import PublishAgentCommand
from entrypoints.http.access import CONFIGURE, READ
from entrypoints.http.dependencies import (
    AgentIdPath,
    AgentQueriesDep,
    DiscardDraftDep,
    EditDraftDep,
    PublishAgentDep,
)
from entrypoints.http.preconditions import PreconditionDep, set_etag
from entrypoints.http.problems import responses
from entrypoints.http.schemas.agent_drafts import DraftIn, DraftOut, DraftPatch
from entrypoints.http.schemas.agents import AgentOut

router = APIRouter(prefix="/{agentId}")

_OUTRUN = (HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED)
_BODY = (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNSUPPORTED_MEDIA_TYPE)


@router.get("/draft", dependencies=[READ], responses=responses(HTTPStatus.NOT_FOUND))
async def get_draft(
    agent_id: AgentIdPath, queries: AgentQueriesDep, response: Response
) -> DraftOut:
    """The draft; 404 as long as nothing was written since the last publication."""
    draft = await queries.draft(agent_id)
    set_etag(response, draft.tag)
    return DraftOut.of(draft)


@router.put(
    "/draft",
    dependencies=[CONFIGURE],
    responses=responses(*_OUTRUN, HTTPStatus.PRECONDITION_REQUIRED, *_BODY),
)
async def put_draft(
    agent_id: AgentIdPath,
    body: DraftIn,
    if_match: PreconditionDep,
    edit: EditDraftDep,
    response: Response,
) -> DraftOut:
    """Write the whole draft; one that is there is replaced only with If-Match."""
    command = EditDraftCommand(
        agent_id=agent_id, edit=body.replace, replaces=True, precondition=if_match
    )
    draft = await edit.execute(command)
    set_etag(response, draft.tag)
    return DraftOut.of(draft)


@router.patch("/draft", dependencies=[CONFIGURE], responses=responses(*_OUTRUN, *_BODY))
async def patch_draft(
    agent_id: AgentIdPath,
    body: DraftPatch,
    if_match: PreconditionDep,
    edit: EditDraftDep,
    response: Response,
) -> DraftOut:
    """Change parts of the draft, or of what is published when there is none (RFC 7396)."""
    command = EditDraftCommand(
        agent_id=agent_id, edit=body.apply, replaces=False, precondition=if_match
    )
    draft = await edit.execute(command)
    set_etag(response, draft.tag)
    return DraftOut.of(draft)


@router.delete(
    "/draft",
    dependencies=[CONFIGURE],
    status_code=HTTPStatus.NO_CONTENT,
    responses=responses(*_OUTRUN),
)
async def delete_draft(
    agent_id: AgentIdPath, if_match: PreconditionDep, discard: DiscardDraftDep
) -> None:
    """Throw the draft away; what is published stays."""
    await discard.execute(DiscardDraftCommand(agent_id=agent_id, precondition=if_match))


@router.post("/publish", dependencies=[CONFIGURE], responses=responses(*_OUTRUN))
async def publish_agent(
    agent_id: AgentIdPath, if_match: PreconditionDep, publish: PublishAgentDep, response: Response
) -> AgentOut:
    """Make the draft the next version: the next call uses it, calls that go on keep theirs."""
    agent = await publish.execute(PublishAgentCommand(agent_id=agent_id, precondition=if_match))
    response.headers["Location"] = f"/api/agents/{agent.id}/versions/{agent.version}"
    set_etag(response, agent.tag)
    return AgentOut.of(agent)
