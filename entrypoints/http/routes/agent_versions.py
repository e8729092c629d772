"""Versions: everything an agent ever was, and the way back to it."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path, Response

from application.use_cases.agents.roll_back_agent import RollBackAgentCommand
from entrypoints.http.access import CONFIGURE, READ
from entrypoints.http.dependencies import (
    AgentIdPath,
    AgentQueriesDep,
    Cursor,
    Limit,
    RollBackAgentDep,
)
from entrypoints.http.paging import page_of
from entrypoints.http.preconditions import PreconditionDep, set_etag
from entrypoints.http.problems import responses
from entrypoints.http.schemas.agent_drafts import RollbackIn
from entrypoints.http.schemas.agents import AgentOut, VersionPage, version_after, version_key

router = APIRouter(prefix="/{agentId}")


@router.get("/versions", dependencies=[READ], responses=responses(HTTPStatus.NOT_FOUND))
async def list_versions(
    agent_id: AgentIdPath, queries: AgentQueriesDep, cursor: Cursor = None, limit: Limit = 50
) -> VersionPage:
    """Every version ever published, newest first, without their configurations."""
    page = await page_of(
        lambda after, count: queries.versions(agent_id, before=version_after(after), limit=count),
        cursor=cursor,
        limit=limit,
        key=version_key,
    )
    return VersionPage.of(page)


@router.get("/versions/{version}", dependencies=[READ], responses=responses(HTTPStatus.NOT_FOUND))
async def get_version(
    agent_id: AgentIdPath,
    version: Annotated[int, Path(ge=1, le=2**31 - 1)],
    queries: AgentQueriesDep,
    response: Response,
) -> AgentOut:
    """One version; it never changes."""
    agent = await queries.agent(agent_id, version=version)
    set_etag(response, agent.tag)
    return AgentOut.of(agent)


@router.post(
    "/rollback",
    dependencies=[CONFIGURE],
    responses=responses(
        HTTPStatus.NOT_FOUND,
        HTTPStatus.CONFLICT,
        HTTPStatus.PRECONDITION_FAILED,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    ),
)
async def roll_back_agent(
    agent_id: AgentIdPath,
    body: RollbackIn,
    if_match: PreconditionDep,
    roll_back: RollBackAgentDep,
    response: Response,
) -> AgentOut:
    """Publish an earlier version's configuration again, as a new version."""
    command = RollBackAgentCommand(agent_id=agent_id, version=body.version, precondition=if_match)
    agent = await roll_back.execute(command)
    response.headers["Location"] = f"/api/agents/{agent.id}/versions/{agent.version}"
    set_etag(response, agent.tag)
    return AgentOut.of(agent)
