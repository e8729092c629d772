"""Agents over HTTP."""

from collections.abc import Sequence
from datetime import datetime

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from application.use_cases.agents.create_agent import CreateAgentCommand
from domain.agent_config import Agent
from domain.errors import InvalidValueError
from domain.ids import AgentId
from entrypoints.http.paging import Slice
from entrypoints.http.schemas.agent_config import ConfigFields
from entrypoints.http.schemas.base import Name, Out, Page

_MOST_DIGITS = 9
# `/api/agents/dispatch/draft` asks for a dispatch, not for an agent's draft.
_TAKEN = frozenset({"dispatch"})

_EXAMPLE: JsonDict = {
    "agentId": "reception",
    "name": "Reception",
    "instructions": "You answer the phone for a small hotel. Be brief and friendly.",
    "greeting": "Hello, this is the Harbour Hotel. How can I help?",
    "languages": ["en", "es"],
    "tools": ["record_contact", "confirm_contact", "end_call"],
    "turnTaking": {"detection": "server_vad", "silenceMs": 500, "bargeInAfterMs": 200},
    "silence": {"promptAfterS": 15, "prompts": 2, "endAfterS": 20},
}


class AgentIn(ConfigFields):
    """A new agent."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    agent_id: Name | None = Field(default=None, description="null lets the service choose one")

    def to_command(self) -> CreateAgentCommand:
        """Raises InvalidValueError for what no agent can work with."""
        if self.agent_id in _TAKEN:
            raise InvalidValueError(f"agentId must not be {self.agent_id}: a path is called that")
        return CreateAgentCommand(
            config=self.to_config(), agent_id=AgentId(self.agent_id) if self.agent_id else None
        )


class AgentOut(ConfigFields):
    """An agent as last published."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    agent_id: str
    version: int
    published_at: datetime

    @classmethod
    def of(cls, agent: Agent) -> "AgentOut":
        """Show *agent*."""
        values = ConfigFields.showing(agent.config).model_dump()
        values |= {
            "agent_id": agent.id,
            "version": agent.version,
            "published_at": agent.published_at,
        }
        return cls.model_validate(values, by_name=True)


class AgentPage(Page):
    """Agents, by id."""

    items: Sequence[AgentOut]

    @classmethod
    def of(cls, page: Slice[Agent]) -> "AgentPage":
        """Show *page*."""
        items = [AgentOut.of(agent) for agent in page.items]
        return cls(items=items, next_cursor=page.next_cursor)


class VersionOut(Out):
    """One version of an agent, without its configuration."""

    agent_id: str
    version: int
    published_at: datetime
    name: str

    @classmethod
    def of(cls, agent: Agent) -> "VersionOut":
        """Show *agent*."""
        return cls(
            agent_id=agent.id,
            version=agent.version,
            published_at=agent.published_at,
            name=agent.config.name,
        )


class VersionPage(Page):
    """Versions of an agent, newest first."""

    items: Sequence[VersionOut]

    @classmethod
    def of(cls, page: Slice[Agent]) -> "VersionPage":
        """Show *page*."""
        items = [VersionOut.of(agent) for agent in page.items]
        return cls(items=items, next_cursor=page.next_cursor)


def version_key(agent: Agent) -> str:
    """What the page after *agent*'s version goes on from."""
    return str(agent.version)


def version_after(key: str | None) -> int | None:
    """The version that `version_key` was given. Raises InvalidValueError for another list's."""
    if key is None:
        return None
    if not key.isdecimal() or len(key) > _MOST_DIGITS:
        raise InvalidValueError("cursor must be the nextCursor of an earlier page")
    return int(key)
