"""An agent's configuration, field by field, as it is sent and as it is shown."""

from typing import Annotated

from pydantic import Field, TypeAdapter

from domain.agent_config import AgentConfig
from domain.call_policies import AnsweringMachine
from domain.language import parse_language
from domain.tool import DEFAULT_TOOLS
from entrypoints.http.schemas.agent_config.policies import (
    CallLimitsModel,
    GroupModel,
    MemoryModel,
    ModerationModel,
    RecordingModel,
    SilenceModel,
    TurnTakingModel,
)
from entrypoints.http.schemas.agent_config.time_zone import parse_time_zone
from entrypoints.http.schemas.base import In, Line, Name, Number, Text
from entrypoints.http.schemas.tools import HttpTools, McpServers, TransferTargets

_config = TypeAdapter(AgentConfig)
_TEMPLATE = "may hold variables such as {{caller.name | there}}; {{{{ stands for {{"


class ConfigFields(In):
    """One field for each of AgentConfig's, by the same name, so that they convert by themselves."""

    name: Line
    instructions: Text = Field(description=_TEMPLATE)
    voice: Line = "marin"
    speed: Number = Field(default=1.0, ge=0.25, le=1.5)
    languages: Annotated[list[Line], Field(min_length=1, max_length=20)] = Field(default=["en"])
    greeting: Text | None = Field(
        default=None, description=f"null lets the caller speak first; {_TEMPLATE}"
    )
    turn_taking: TurnTakingModel = TurnTakingModel()
    tools: Annotated[list[Line], Field(max_length=50)] = Field(default=list(DEFAULT_TOOLS))
    model: Line | None = Field(default=None, description="null takes the service's default")
    transcriber: Line | None = Field(default=None, description="null takes the service's default")
    limits: CallLimitsModel = CallLimitsModel()
    region: str = Field(
        default="US", pattern="^[A-Z]{2}$", description="whose national numbers callers dictate"
    )
    silence: SilenceModel = SilenceModel()
    group: GroupModel = GroupModel()
    answering_machine: AnsweringMachine = Field(
        default=AnsweringMachine.HANG_UP, description="what to do when no person took the call"
    )
    recording: RecordingModel = RecordingModel()
    memory: MemoryModel = MemoryModel()
    moderation: ModerationModel = ModerationModel()
    workflows: Annotated[list[Name], Field(max_length=50)] = Field(
        default=[], description="those that the call may start"
    )
    transfer_to: TransferTargets = Field(
        default=[], description="where transfer_call may put callers through to"
    )
    http_tools: HttpTools = Field(default=[], description="tools that are HTTP requests")
    mcp_servers: McpServers = Field(default=[], description="servers that bring tools")
    timezone: Line = Field(
        default="UTC", examples=["Europe/Madrid"], description="of the times the agent is told"
    )

    @classmethod
    def showing(cls, config: AgentConfig) -> "ConfigFields":
        """Show *config*."""
        return ConfigFields.model_validate(config, from_attributes=True, by_name=True)

    def to_config(self) -> AgentConfig:
        """Raises InvalidValueError for what no agent can work with."""
        values = self.model_dump(include=set(ConfigFields.model_fields))
        values |= {
            "languages": [parse_language(tag) for tag in self.languages],
            "timezone": parse_time_zone(self.timezone),
        }
        return _config.validate_python(values)
