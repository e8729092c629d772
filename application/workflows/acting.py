"""A step in hand, and what came of it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from application.ports.unit_of_work import UnitOfWork
from domain.agent_config import AgentConfig
from domain.errors import InvalidValueError
from domain.lead import Lead
from domain.voice_session import SessionStatus, VoiceSession
from domain.workflow.run import WorkflowRun
from domain.workflow.templates import Variables


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCall:
    """The call that a run is about; *agent* is its configuration."""

    session: VoiceSession
    agent: AgentConfig
    lead: Lead | None

    @property
    def is_going_on(self) -> bool:
        """Whether anything can still be done in it."""
        return self.session.status in (SessionStatus.DISPATCHED, SessionStatus.ACTIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepInHand:
    """The present step of *run*; *key* is that of what it does outside, over all attempts."""

    run: WorkflowRun
    key: str
    variables: Variables = field(repr=False)
    on_call: OnCall | None

    @property
    def call(self) -> OnCall:
        """Raises InvalidValueError where the run is about no call."""
        if self.on_call is None:
            raise InvalidValueError("this run is about no call")
        return self.on_call


Write = Callable[[UnitOfWork], Awaitable[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acted:
    """What a step did outside, by *note*; *write* does the rest in the transaction that keeps it,
    and may have a note of its own. *skipped*: there was nothing to do."""

    note: str = ""
    target: str = ""
    write: Write | None = None
    skipped: bool = False
