"""What is to become the next version of an agent."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from domain.agent_config import Agent, AgentConfig
from domain.errors import StaleVersionError
from domain.ids import AgentId


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentDraft:
    """A configuration being worked on. *based_on* is the version it set out from.

    Its texts may hold mistakes: they are looked at when it is published.
    *revision* counts saves, for optimistic concurrency.
    """

    agent_id: AgentId
    config: AgentConfig
    based_on: int
    updated_at: datetime
    revision: int = 0

    @classmethod
    def begin(cls, agent: Agent, config: AgentConfig, *, now: datetime) -> "AgentDraft":
        """A first draft after *agent* was published."""
        return cls(agent_id=agent.id, config=config, based_on=agent.version, updated_at=now)

    def change(self, config: AgentConfig, *, now: datetime) -> "AgentDraft":
        """Part of it says something else; it still rests on the version it set out from."""
        return replace(self, config=config, updated_at=now)

    def rewrite(self, agent: Agent, config: AgentConfig, *, now: datetime) -> "AgentDraft":
        """All of it is written anew, in sight of what is published now."""
        return replace(self, config=config, based_on=agent.version, updated_at=now)

    def publish(self, agent: Agent, *, now: datetime) -> Agent:
        """The version after *agent*.

        Raises StaleVersionError when the draft rests on an earlier one, ConflictError when it says
        what is published already, InvalidValueError for wrong variables in its texts.
        """
        if self.based_on != agent.version:
            raise StaleVersionError(
                f"the draft rests on version {self.based_on}, and version {agent.version} was"
                " published since; write it anew or discard it"
            )
        return agent.publish_next(self.config, now=now)

    @property
    def tag(self) -> str:
        """Differs whenever the draft does, also from a discarded one before it."""
        # Revisions begin again with each draft; moments do not.
        return f"{self.based_on}.{self.revision}.{self.updated_at.astimezone(UTC):%y%m%d%H%M%S%f}"
