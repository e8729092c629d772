"""Agents and their configuration."""

from http import HTTPStatus

from fastapi import APIRouter, Response

from entrypoints.http.dependencies import AgentIdPath, CreateAgentDep, QueriesDep
from entrypoints.http.problems import responses
from entrypoints.http.schemas.agents import AgentIn, AgentList, AgentOut

router = APIRouter(prefix="/agents", tags=["agents"])


@router.post(
    "",
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
    return AgentOut.of(agent)


@router.get("")
async def list_agents(queries: QueriesDep) -> AgentList:
    """All agents, by id."""
    return AgentList.of(await queries.agents())


@router.get("/{agentId}", responses=responses(HTTPStatus.NOT_FOUND))
async def get_agent(agent_id: AgentIdPath, queries: QueriesDep) -> AgentOut:
    """One agent, as last published."""
    return AgentOut.of(await queries.agent(agent_id))
