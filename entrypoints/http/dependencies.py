"""What routes ask for, taken from the container."""

from typing import Annotated

from fastapi import Depends, Path, Query, Request

from application.agent_queries import AgentQueries
from application.queries import Queries
from application.use_cases.agents.create_agent import CreateAgent
from application.use_cases.agents.discard_draft import DiscardDraft
from application.use_cases.agents.edit_draft import EditDraft
from application.use_cases.agents.publish_agent import PublishAgent
from application.use_cases.agents.roll_back_agent import RollBackAgent
from application.use_cases.operations.check_health import CheckHealth
from application.use_cases.sessions.dispatch_session import DispatchSession
from application.use_cases.sessions.end_session import EndSession
from application.use_cases.sessions.order_change import OrderChange
from domain.errors import UnavailableError
from domain.ids import AgentId, ContactId, DispatchId, FactId, LeadId, VoiceSessionId
from entrypoints.bootstrap.containers import Container
from entrypoints.bootstrap.drain import Drain
from entrypoints.http.schemas.base import NAME_PATTERN

# Asynchronous although they wait for nothing: the framework runs the others in threads.


async def _container(request: Request) -> Container:
    container: Container = request.app.state.container
    return container


ContainerDep = Annotated[Container, Depends(_container)]


async def _queries(container: ContainerDep) -> Queries:
    return container.queries()


async def _create_agent(container: ContainerDep) -> CreateAgent:
    return container.create_agent()


async def _agent_queries(container: ContainerDep) -> AgentQueries:
    return container.agent_queries()


async def _edit_draft(container: ContainerDep) -> EditDraft:
    return container.edit_draft()


async def _discard_draft(container: ContainerDep) -> DiscardDraft:
    return container.discard_draft()


async def _publish_agent(container: ContainerDep) -> PublishAgent:
    return container.publish_agent()


async def _roll_back_agent(container: ContainerDep) -> RollBackAgent:
    return container.roll_back_agent()


async def _dispatch_session(container: ContainerDep) -> DispatchSession:
    return container.dispatch_session()


async def _order_change(container: ContainerDep) -> OrderChange:
    return container.order_change()


async def _end_session(container: ContainerDep) -> EndSession:
    return container.end_session()


async def _check_health(container: ContainerDep) -> CheckHealth:
    return container.check_health()


async def _check_readiness(container: ContainerDep) -> CheckHealth:
    return container.check_readiness()


async def _drain(container: ContainerDep) -> Drain:
    return container.drain()


QueriesDep = Annotated[Queries, Depends(_queries)]
CreateAgentDep = Annotated[CreateAgent, Depends(_create_agent)]
AgentQueriesDep = Annotated[AgentQueries, Depends(_agent_queries)]
EditDraftDep = Annotated[EditDraft, Depends(_edit_draft)]
DiscardDraftDep = Annotated[DiscardDraft, Depends(_discard_draft)]
PublishAgentDep = Annotated[PublishAgent, Depends(_publish_agent)]
RollBackAgentDep = Annotated[RollBackAgent, Depends(_roll_back_agent)]
DispatchSessionDep = Annotated[DispatchSession, Depends(_dispatch_session)]
OrderChangeDep = Annotated[OrderChange, Depends(_order_change)]
EndSessionDep = Annotated[EndSession, Depends(_end_session)]
CheckHealthDep = Annotated[CheckHealth, Depends(_check_health)]
CheckReadinessDep = Annotated[CheckHealth, Depends(_check_readiness)]
DrainDep = Annotated[Drain, Depends(_drain)]


async def refuse_while_draining(drain: DrainDep) -> None:
    """For routes that begin something: not on a process that is about to end."""
    if drain.has_begun:
        raise UnavailableError("this process is shutting down; ask again", retry_after=5)


AgentIdPath = Annotated[AgentId, Path(alias="agentId", pattern=NAME_PATTERN)]
ContactIdPath = Annotated[ContactId, Path(alias="contactId", pattern=NAME_PATTERN)]
FactIdPath = Annotated[FactId, Path(alias="factId", pattern=NAME_PATTERN)]
DispatchIdPath = Annotated[DispatchId, Path(alias="dispatchId", pattern=NAME_PATTERN)]
LeadIdPath = Annotated[LeadId, Path(alias="leadId", pattern=NAME_PATTERN)]
SessionIdPath = Annotated[VoiceSessionId, Path(alias="sessionId", pattern=NAME_PATTERN)]
Cursor = Annotated[
    str | None, Query(max_length=256, description="the `nextCursor` of the page before")
]
Limit = Annotated[int, Query(ge=1, le=200, description="how many items a page has at most")]
