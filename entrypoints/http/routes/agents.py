"""Agents and their configuration."""

from http import HTTPStatus

from fastapi import APIRouter, Response

from entrypoints.http.access import CONFIGURE, READ
from entrypoints.http.dependencies import (
    AgentIdPath,
    AgentQueriesDep,
    CreateAgentDep,
    Cursor,
    Limit,
)
from entrypoints.http.paging import page_of
from entrypoints.http.preconditions import set_etag
from entrypoints.http.problems import responses
from entrypoints.http.routes import agent_drafts, agent_versions
from entrypoints.http.schemas.agents import AgentIn, AgentOut, AgentPage

router = APIRouter(prefix="/agents", tags=["agents"])


@router.post(
    "",
    dependencies=[CONFIGURE],
    status_code=HTTPStatus.CREATED,
    responses=responses(
        HTTPStatus.CONFLICT,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    ),
)
async def create_agent(body: AgentIn, create: CreateAgentDep, response: Response) -> AgentOut:
    """Create an agent; calls can be dispatched to it at once."""
    agent = await create.execute(body.to_command())
    response.headers["Location"] = f"/api/agents/{agent.id}"
    set_etag(response, agent.tag)
    return AgentOut.of(agent)


@router.get("", dependencies=[READ])
async def list_agents(
    queries: AgentQueriesDep, cursor: Cursor = None, limit: Limit = 50
) -> AgentPage:
    """Agents as last published, by id."""
    page = await page_of(
        lambda after, count: queries.agents(after=after, limit=count), cursor=cursor, limit=limit
    )
    return AgentPage.of(page)


@router.get("/{agentId}", dependencies=[READ], responses=responses(HTTPStatus.NOT_FOUND))
async def get_agent(
    agent_id: AgentIdPath, queries: AgentQueriesDep, response: Response
) -> AgentOut:
    """One agent, as last published: what the next call uses."""
    agent = await queries.agent(agent_id)
    set_etag(response, agent.tag)
    return AgentOut.of(agent)


for _part in (agent_drafts, agent_versions):
    router.include_router(_part.router)
