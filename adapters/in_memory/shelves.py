"""What an in-memory store holds."""

from dataclasses import dataclass, field

from domain.agent_config import Agent
from domain.events import DomainEvent
from domain.ids import AgentId, LeadId, TurnId, VoiceSessionId
from domain.lead import Lead
from domain.transcript import Turn
from domain.voice_session import VoiceSession


@dataclass(slots=True)
class Shelves:
    """Everything that was committed; *outbox* holds the domain events in commit order."""

    agents: dict[tuple[AgentId, int], Agent] = field(default_factory=dict)
    sessions: dict[VoiceSessionId, VoiceSession] = field(default_factory=dict)
    leads: dict[LeadId, Lead] = field(default_factory=dict)
    turns: dict[TurnId, Turn] = field(default_factory=dict)
    outbox: list[DomainEvent] = field(default_factory=list)

    def copy(self) -> "Shelves":
        """The same values on shelves of their own."""
        return Shelves(
            agents=dict(self.agents),
            sessions=dict(self.sessions),
            leads=dict(self.leads),
            turns=self.turns,
            outbox=[],
        )
