"""What makes an agent the agent it is: data, versioned, pinned by each call."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.call_policies import (
    AnsweringMachine,
    CallLimits,
    GroupPolicy,
    MemoryPolicy,
    RecordingPolicy,
    SilencePolicy,
    TurnTaking,
)
from domain.errors import ConflictError, InvalidValueError
from domain.events import AgentPublished, DomainEvent
from domain.ids import AgentId
from domain.insight.moderation import ModerationPolicy
from domain.instructions import check_template
from domain.language import Language
from domain.remote_tool import HttpTool, McpServer, check_tool_names
from domain.tool import DEFAULT_TOOLS
from domain.transfer import TransferTarget, check_transfers

ENGLISH = Language("en")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentConfig:
    """Personality, voice and rules of one agent.

    *greeting* None lets the caller speak first; *model* and *transcriber* None take the service's
    defaults; *region* is the ISO country whose national phone numbers callers dictate;
    *workflows* names those that the call may start; *timezone* is an IANA name. Instructions and
    greeting may hold variables, see `domain.instructions`.
    Raises InvalidValueError for values no agent can work with.
    """

    name: str
    instructions: str
    voice: str = "marin"
    speed: float = 1.0
    languages: tuple[Language, ...] = (ENGLISH,)
    greeting: str | None = None
    turn_taking: TurnTaking = field(default_factory=TurnTaking)
    tools: tuple[str, ...] = DEFAULT_TOOLS
    model: str | None = None
    transcriber: str | None = None
    limits: CallLimits = field(default_factory=CallLimits)
    region: str = "US"
    silence: SilencePolicy = field(default_factory=SilencePolicy)
    group: GroupPolicy = field(default_factory=GroupPolicy)
    answering_machine: AnsweringMachine = AnsweringMachine.HANG_UP
    recording: RecordingPolicy = field(default_factory=RecordingPolicy)
    memory: MemoryPolicy = field(default_factory=MemoryPolicy)
    moderation: ModerationPolicy = field(default_factory=ModerationPolicy)
    workflows: tuple[str, ...] = ()
    http_tools: tuple[HttpTool, ...] = ()
    transfer_to: tuple[TransferTarget, ...] = ()
    mcp_servers: tuple[McpServer, ...] = ()
    timezone: str = "UTC"

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidValueError("name must not be empty")
        if not self.instructions.strip():
            raise InvalidValueError("instructions must not be empty")
        if not 0.25 <= self.speed <= 1.5:
            raise InvalidValueError("speed must be between 0.25 and 1.5")
        if not self.languages:
            raise InvalidValueError("languages must name at least one language")
        check_tool_names(self.tools, self.http_tools, self.mcp_servers)
        check_transfers(self.tools, self.transfer_to)

    def check_templates(self) -> None:
        """Raises InvalidValueError for variables in instructions or greeting that no call has."""
        check_template(self.instructions, what="instructions")
        if self.greeting is not None:
            check_template(self.greeting, what="greeting")

    @property
    def main_language(self) -> Language:
        """The language the agent starts in."""
        return self.languages[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """An agent that calls can be dispatched to, with the configuration new calls use."""

    id: AgentId
    version: int
    config: AgentConfig
    published_at: datetime
    events: tuple[DomainEvent, ...] = ()

    @classmethod
    def publish(cls, agent_id: AgentId, config: AgentConfig, *, now: datetime) -> "Agent":
        """Version 1 of a new agent. Raises InvalidValueError as `check_templates` does."""
        config.check_templates()
        event = AgentPublished(agent_id=agent_id, version=1, occurred_at=now)
        return cls(id=agent_id, version=1, config=config, published_at=now, events=(event,))

    def publish_next(self, config: AgentConfig, *, now: datetime) -> "Agent":
        """The version after this one.

        Raises ConflictError when *config* is what is published already, InvalidValueError as
        `check_templates` does.
        """
        config.check_templates()
        return self._followed_by(config, now=now)

    def roll_back(self, earlier: "Agent", *, now: datetime) -> "Agent":
        """The version after this one, with the configuration of an *earlier* one.

        It was good enough to be published, so it is not looked at again.
        Raises ConflictError when it is what is published already.
        """
        return self._followed_by(earlier.config, now=now)

    def _followed_by(self, config: AgentConfig, *, now: datetime) -> "Agent":
        if config == self.config:
            raise ConflictError(f"version {self.version} of agent {self.id} says the same already")
        version = self.version + 1
        event = AgentPublished(agent_id=self.id, version=version, occurred_at=now)
        return replace(self, version=version, config=config, published_at=now, events=(event,))

    @property
    def tag(self) -> str:
        """Differs whenever something else is published."""
        return str(self.version)

    def without_events(self) -> "Agent":
        """The same agent, its events handed over."""
        return replace(self, events=())
