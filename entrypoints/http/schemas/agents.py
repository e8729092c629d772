"""Agents over HTTP."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.alias_generators import to_camel
from pydantic.config import JsonDict

from application.use_cases.agents.create_agent import CreateAgentCommand
from domain.agent_config import Agent, AgentConfig
from domain.call_policies import CallLimits, Eagerness, TurnDetection, TurnTaking
from domain.ids import AgentId
from domain.language import parse_language
from domain.tool import BUILT_IN_TOOLS
from entrypoints.http.schemas.base import In, Line, Name, Out, Page, Text

_EXAMPLE: JsonDict = {
    "agentId": "reception",
    "name": "Reception",
    "instructions": "You answer the phone for a small hotel. Be brief and friendly.",
    "greeting": "Hello, this is the Harbour Hotel. How can I help?",
    "languages": ["en", "es"],
    "tools": ["record_contact", "confirm_contact", "end_call"],
    "turnTaking": {"detection": "server_vad", "silenceMs": 500},
}


class TurnTakingModel(In):
    """When the agent takes its turn."""

    detection: TurnDetection = TurnDetection.SERVER
    eagerness: Eagerness = Field(
        default=Eagerness.MEDIUM, description="semantic_vad only: how soon it answers"
    )
    threshold: float = Field(default=0.5, ge=0, le=1, description="probability of speech")
    silence_ms: int = Field(default=500, ge=100, le=10_000)
    prefix_padding_ms: int = Field(default=300, ge=0, le=2_000)


class CallLimitsModel(In):
    """How long a call may last, and how long a caller who dropped out is waited for."""

    max_duration_s: int = Field(default=1800, ge=10, le=14_400)
    rejoin_grace_s: int = Field(default=20, ge=0, le=600)


class AgentIn(In):
    """A new agent."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    agent_id: Name | None = Field(default=None, description="null lets the service choose one")
    name: Line
    instructions: Text
    voice: Line = "marin"
    speed: float = Field(default=1.0, ge=0.25, le=1.5)
    languages: Annotated[list[Line], Field(min_length=1, max_length=20)] = Field(default=["en"])
    greeting: Text | None = Field(default=None, description="null lets the caller speak first")
    turn_taking: TurnTakingModel = TurnTakingModel()
    tools: Annotated[list[Line], Field(max_length=50)] = Field(default=list(BUILT_IN_TOOLS))
    model: Line | None = Field(default=None, description="null takes the service's default")
    transcriber: Line | None = Field(default=None, description="null takes the service's default")
    limits: CallLimitsModel = CallLimitsModel()
    region: str = Field(
        default="US", pattern="^[A-Z]{2}$", description="whose national numbers callers dictate"
    )

    def to_command(self) -> CreateAgentCommand:
        """Raises InvalidValueError for what no agent can work with."""
        turn_taking, limits = self.turn_taking.model_dump(), self.limits.model_dump()
        values = self.model_dump(exclude={"agent_id", "languages", "tools"})
        config = AgentConfig(
            **values
            | {
                "languages": tuple(parse_language(tag) for tag in self.languages),
                "tools": tuple(self.tools),
                "turn_taking": TurnTaking(**turn_taking),
                "limits": CallLimits(**limits),
            }
        )
        return CreateAgentCommand(
            config=config, agent_id=AgentId(self.agent_id) if self.agent_id else None
        )


class AgentOut(Out):
    """An agent as last published."""

    model_config = ConfigDict(from_attributes=True, alias_generator=to_camel)

    agent_id: str
    version: int
    published_at: datetime
    name: str
    instructions: str
    voice: str
    speed: float
    languages: list[str]
    greeting: str | None
    turn_taking: TurnTakingModel
    tools: list[str]
    model: str | None
    transcriber: str | None
    limits: CallLimitsModel
    region: str

    @classmethod
    def of(cls, agent: Agent) -> "AgentOut":
        """Show *agent*."""
        config = agent.config
        return cls(
            agent_id=agent.id,
            version=agent.version,
            published_at=agent.published_at,
            name=config.name,
            instructions=config.instructions,
            voice=config.voice,
            speed=config.speed,
            languages=list(config.languages),
            greeting=config.greeting,
            turn_taking=TurnTakingModel.model_validate(
                config.turn_taking, from_attributes=True, by_name=True
            ),
            tools=list(config.tools),
            model=config.model,
            transcriber=config.transcriber,
            limits=CallLimitsModel.model_validate(
                config.limits, from_attributes=True, by_name=True
            ),
            region=config.region,
        )


class AgentList(Page):
    """All agents, by id."""

    items: list[AgentOut]

    @classmethod
    def of(cls, agents: Sequence[Agent]) -> "AgentList":
        """Show *agents*."""
        return cls(items=[AgentOut.of(agent) for agent in agents])
