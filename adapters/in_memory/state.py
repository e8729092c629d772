"""What a store holds, and the rules by which it changes."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from adapters.in_memory.caller_memory import CallerMemory
from adapters.in_memory.crm_state import CrmShelf
from adapters.in_memory.webhook_state import Webhooks
from adapters.in_memory.work_state import WorkHeld
from adapters.in_memory.workflow_state import WorkflowShelf
from application.stored_events import event_job
from domain.agent_config import Agent
from domain.agent_draft import AgentDraft
from domain.call_figures import CallFigures
from domain.errors import ConflictError, StaleVersionError
from domain.events import DomainEvent
from domain.idempotency import KeyedRequest
from domain.ids import AgentId, CommandId, LeadId, TurnId, VoiceSessionId
from domain.insight.call_insight import CallInsight
from domain.lead import Lead
from domain.session_command import SessionCommand
from domain.transcript import Turn
from domain.voice_session import VoiceSession


@dataclass(slots=True, kw_only=True)
class State:
    """Frozen aggregates by id. Only a copy is ever changed, and swapped in when all went well."""

    agents: dict[tuple[AgentId, int], Agent] = field(default_factory=dict)
    drafts: dict[AgentId, AgentDraft] = field(default_factory=dict)
    sessions: dict[VoiceSessionId, VoiceSession] = field(default_factory=dict)
    leads: dict[LeadId, Lead] = field(default_factory=dict)
    turns: dict[TurnId, Turn] = field(default_factory=dict)
    commands: dict[CommandId, SessionCommand] = field(default_factory=dict)
    insights: dict[VoiceSessionId, CallInsight] = field(default_factory=dict)
    figures: dict[VoiceSessionId, CallFigures] = field(default_factory=dict)
    memory: CallerMemory = field(default_factory=CallerMemory)
    crm: CrmShelf = field(default_factory=CrmShelf)
    webhooks: Webhooks = field(default_factory=Webhooks)
    workflows: WorkflowShelf = field(default_factory=WorkflowShelf)
    keyed_requests: dict[str, KeyedRequest] = field(default_factory=dict)
    work: WorkHeld = field(default_factory=WorkHeld)
    events: tuple[DomainEvent, ...] = ()

    def copy(self) -> "State":
        """The same content in containers of its own."""
        return State(
            agents=dict(self.agents),
            drafts=dict(self.drafts),
            sessions=dict(self.sessions),
            leads=dict(self.leads),
            turns=dict(self.turns),
            commands=dict(self.commands),
            insights=dict(self.insights),
            figures=dict(self.figures),
            memory=self.memory.copy(),
            crm=self.crm.copy(),
            webhooks=self.webhooks.copy(),
            workflows=self.workflows.copy(),
            keyed_requests=dict(self.keyed_requests),
            work=self.work.copy(),
            events=self.events,
        )

    def publish(self, events: Sequence[DomainEvent]) -> None:
        """Keep *events*, and the work of telling them."""
        for event in events:
            self.events = (*self.events, event)
            self.work.put(event_job(event, str(len(self.events))))

    def add_agent(self, agent: Agent) -> None:
        """Raises ConflictError when the id is taken."""
        if any(agent_id == agent.id for agent_id, _ in self.agents):
            raise ConflictError(f"agent {agent.id} exists already")
        self.save_agent(agent)

    def save_agent(self, agent: Agent) -> None:
        """Raises StaleVersionError when there is one by that number."""
        if (agent.id, agent.version) in self.agents:
            raise StaleVersionError(f"version {agent.version} of agent {agent.id} is published")
        self.agents[agent.id, agent.version] = agent.without_events()
        self.publish(agent.events)

    def save_draft(self, draft: AgentDraft) -> None:
        """Raises StaleVersionError unless *draft* is new or a change of the one held."""
        self._check_draft(draft)
        self.drafts[draft.agent_id] = replace(draft, revision=draft.revision + 1)

    def remove_draft(self, draft: AgentDraft) -> None:
        """Raises StaleVersionError unless *draft* is the one held."""
        self._check_draft(draft)
        if self.drafts.pop(draft.agent_id, None) is None:
            raise StaleVersionError(f"the draft of agent {draft.agent_id} was never saved")

    def _check_draft(self, draft: AgentDraft) -> None:
        held = self.drafts.get(draft.agent_id)
        if (held.revision if held else 0) != draft.revision:
            raise StaleVersionError(f"the draft of agent {draft.agent_id} was saved meanwhile")

    def add_session(self, session: VoiceSession) -> None:
        """Raises ConflictError when the session, its dispatch or its conversation is known."""
        if any(_collide(session, known) for known in self.sessions.values()):
            raise ConflictError("that conversation has a session already")
        self.sessions[session.id] = session.without_events()
        self.publish(session.events)

    def save_session(self, session: VoiceSession) -> None:
        """Raises StaleVersionError unless *session* is a change of the one held."""
        held = self.sessions.get(session.id)
        if held is None or held.revision != session.revision:
            raise StaleVersionError(f"session {session.id} was saved by somebody else")
        saved = replace(session, revision=session.revision + 1)
        self.sessions[session.id] = saved.without_events()
        self.publish(session.events)

    def save_lead(self, lead: Lead) -> None:
        """Raises StaleVersionError unless *lead* is new or a change of the one held."""
        held = self.leads.get(lead.id)
        outrun = (held.revision if held else 0) != lead.revision
        if outrun or any(_rivals(lead, other) for other in self.leads.values()):
            raise StaleVersionError(f"the lead of session {lead.session_id} was saved meanwhile")
        self.leads[lead.id] = replace(lead, revision=lead.revision + 1).without_events()
        self.publish(lead.events)


def _collide(one: VoiceSession, other: VoiceSession) -> bool:
    return (
        one.id == other.id
        or one.dispatch_id == other.dispatch_id
        or one.request.conversation_id == other.request.conversation_id
    )


def _rivals(one: Lead, other: Lead) -> bool:
    return one.session_id == other.session_id and one.id != other.id
