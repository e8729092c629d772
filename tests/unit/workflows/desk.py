"""Workflows over adapters in memory, with a queue whose jobs are done when the test says so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from adapters.in_memory import CountingIds, InMemoryRooms, InMemoryStore, ManualClock
from adapters.in_memory.crm_service import InMemoryCrm
from adapters.in_memory.messages import InMemoryMessages
from adapters.in_memory.webhook_sender import InMemoryWebhookSender
from application.job_attempt import Attempt, Backoff
from application.ports.work_queue import WorkItem
from application.stored_events import StoredEvent
from application.use_cases.workflows.call_workflow import CallWorkflow, CallWorkflowCommand
from application.use_cases.workflows.cancel_run import CancelRun, CancelRunCommand
from application.use_cases.workflows.complete_task import CompleteTask
from application.use_cases.workflows.delete_workflow import DeleteWorkflow
from application.use_cases.workflows.notice_occurrence import NoticeOccurrence
from application.use_cases.workflows.replay_run import ReplayRun, ReplayRunCommand
from application.use_cases.workflows.run_workflow import RunWorkflow
from application.use_cases.workflows.save_workflow import SaveWorkflow, SaveWorkflowCommand
from application.use_cases.workflows.trigger_workflows import TriggerWorkflows
from application.workflow_queries import WorkflowQueries
from application.workflows.crm_fields import CrmFields
from application.workflows.inside import InsideActions
from application.workflows.outside import OutsideActions
from application.workflows.performing import Performer
from application.workflows.starting import RUN_WORKFLOW, Starter
from domain.agent_config import Agent, AgentConfig
from domain.contact_details import ContactField
from domain.ids import (
    AgentId,
    ConversationId,
    DispatchId,
    LeadId,
    RoomName,
    TurnId,
    UserId,
    VoiceSessionId,
    WorkflowId,
    WorkflowRunId,
)
from domain.lead import Evidence, FieldStatus, Lead
from domain.session_command import Order
from domain.transfer import TransferTarget
from domain.voice_session import CloseReason, DispatchRequest, VoiceSession
from domain.workflow.actions import Action
from domain.workflow.run import WorkflowRun
from domain.workflow.task import Task
from domain.workflow.triggers import Called, Trigger
from domain.workflow.workflow import Step, Workflow, WorkflowConfig

LEASE = timedelta(seconds=30)
SESSION = VoiceSessionId("ses_1")
PRIVATE = "https://10.0.0.1/"
_HEARD = (Evidence(turn_id=TurnId("t"), quote="it is", start_ms=0, end_ms=1),)


def step(action: Action, name: str | None = None, **changes: object) -> Step:
    """A step that is called like its action."""
    return Step(name=name or action.type, action=action, **changes)  # type: ignore[arg-type]


def steps(*actions: Action) -> tuple[Step, ...]:
    """Steps that are called by their numbers."""
    return tuple(step(action, name=str(number)) for number, action in enumerate(actions))


@dataclass(kw_only=True)
class Desk:
    """The use-cases, over a store of their own or *given*; a pause before another attempt is always
    the longest."""

    given: InMemoryStore | None = None
    clock: ManualClock = field(default_factory=ManualClock)
    ids: CountingIds = field(default_factory=CountingIds)
    crm: InMemoryCrm = field(default_factory=InMemoryCrm)
    rooms: InMemoryRooms = field(default_factory=InMemoryRooms)
    messages: InMemoryMessages = field(default_factory=InMemoryMessages)
    sender: InMemoryWebhookSender = field(
        default_factory=lambda: InMemoryWebhookSender(refused=frozenset({PRIVATE}))
    )

    def __post_init__(self) -> None:
        clock, ids = self.clock, self.ids
        self.store = self.given or InMemoryStore(clock)
        uow = self.uow = self.store.unit_of_work
        starter = Starter(clock=clock, ids=ids)
        self.save = SaveWorkflow(unit_of_work=uow, sender=self.sender, clock=clock, ids=ids)
        self.delete = DeleteWorkflow(unit_of_work=uow)
        self.queries = WorkflowQueries(unit_of_work=uow)
        self.notice = NoticeOccurrence(unit_of_work=uow, starter=starter)
        self.follower = TriggerWorkflows(unit_of_work=uow, notice=self.notice)
        self.complete = CompleteTask(unit_of_work=uow, clock=clock)
        self._call = CallWorkflow(unit_of_work=uow, starter=starter)
        self._replay = ReplayRun(unit_of_work=uow, starter=starter)
        self._cancel = CancelRun(unit_of_work=uow, clock=clock)
        performer = Performer(
            unit_of_work=uow,
            outside=OutsideActions(
                sender=self.sender,
                messages=self.messages,
                rooms=lambda: self.rooms,
                clock=clock,
                secrets=("whsec_a2V5",),
            ),
            inside=InsideActions(clock=clock, ids=ids),
            crm_fields=CrmFields(crm=self.crm, clock=clock, ids=ids),
            clock=clock,
        )
        self.handler = RunWorkflow(
            unit_of_work=uow,
            performer=performer,
            clock=clock,
            backoff=Backoff(chance=lambda: 1.0),
        )

    async def workflow(
        self,
        *steps: Step,
        name: str = "flow",
        triggers: tuple[Trigger, ...] = (Called(),),
        **changes: object,
    ) -> Workflow:
        """A new workflow."""
        config = WorkflowConfig(
            name=name,
            triggers=triggers,
            steps=steps,
            **changes,  # type: ignore[arg-type]
        )
        return await self.save.execute(SaveWorkflowCommand(config=config))

    async def call(
        self,
        workflow: Workflow,
        payload: Mapping[str, object] | None = None,
        *,
        session_id: VoiceSessionId | None = None,
        key: str | None = None,
    ) -> WorkflowRun:
        """Somebody asks for a run."""
        command = CallWorkflowCommand(
            workflow_id=workflow.id, payload=payload or {}, session_id=session_id, key=key
        )
        return await self._call.execute(command)

    async def work(self, *, seconds: float = 0) -> None:
        """Let time go by, and do every job that is due then, until none is."""
        await self.clock.advance(seconds=seconds)
        desk = self.store.work_desk
        while items := await desk.claim(owner="w", kinds=[RUN_WORKFLOW], lease=LEASE, at_most=10):
            for item in items:
                backoff = Backoff(chance=lambda: 1.0)
                attempt = Attempt(desk=desk, item=item, lease=LEASE, backoff=backoff)
                await attempt.run(self.handler.execute)

    async def job(self) -> WorkItem:
        """The newest job."""
        (item,) = await self.store.work_admin.find_page(
            state=None, kind=RUN_WORKFLOW, after=None, limit=1
        )
        return item

    async def run(self, run: WorkflowRun | WorkflowRunId) -> WorkflowRun:
        """A run as stored."""
        return await self.queries.run(run if isinstance(run, str) else run.id)

    async def runs(self, workflow: Workflow | WorkflowId) -> list[WorkflowRun]:
        """The runs of a workflow, newest first."""
        which = workflow if isinstance(workflow, str) else workflow.id
        return list(await self.queries.runs(which, after=None, limit=50))

    async def done(self, workflow: Workflow, **how: object) -> WorkflowRun:
        """Ask for a run and have it done; as it is then."""
        run = await self.call(workflow, **how)  # type: ignore[arg-type]
        await self.work()
        return await self.run(run)

    async def replay(self, run: WorkflowRun) -> WorkflowRun:
        """Once more."""
        return await self._replay.execute(ReplayRunCommand(run_id=run.id))

    async def cancel(self, run: WorkflowRun) -> WorkflowRun:
        """No more of it."""
        return await self._cancel.execute(CancelRunCommand(run_id=run.id))

    async def tasks(self) -> list[Task]:
        """What is left to people, newest first."""
        return list(await self.queries.tasks(is_open=None, after=None, limit=50))

    async def orders(self) -> list[Order]:
        """What the live call is to do."""
        async with self.uow() as uow:
            return [one.order for one in await uow.session_commands.find_pending(SESSION)]

    async def happened(self, kind: str, **told: str) -> None:
        """A domain event, whose id is its kind."""
        payload = {
            "kind": kind,
            "occurredAt": self.clock.now().isoformat(),
            "sessionId": SESSION,
            **told,
        }
        await self.follower.execute(StoredEvent(id=f"event:{kind}", kind=kind, payload=payload))

    async def session(
        self, *workflows: str, ended: bool = False, metadata: Mapping[str, object] | None = None
    ) -> VoiceSession:
        """A call that goes on, or went, with an agent that names *workflows*."""
        agent = Agent.publish(
            AgentId("demo"),
            AgentConfig(
                name="Demo",
                instructions="Be kind.",
                workflows=workflows,
                transfer_to=(TransferTarget(name="sales", address="tel:+4315550134"),),
            ),
            now=self.clock.now(),
        )
        session = self._session(metadata or {})
        if ended:
            session = session.end(CloseReason.CALLER_GOODBYE, now=self.clock.now())
        async with self.uow() as uow:
            await uow.agents.add(agent)
            await uow.sessions.add(session)
            await uow.commit()
        return session

    def _session(self, metadata: Mapping[str, object]) -> VoiceSession:
        request = DispatchRequest(
            conversation_id=ConversationId("conv"),
            agent_id=AgentId("demo"),
            user_id=UserId("user"),
            room_name=RoomName("room"),
            metadata=metadata,
        )
        now = self.clock.now()
        session = VoiceSession.dispatch(
            SESSION, DispatchId("dsp"), request, agent_version=1, now=now
        )
        return session.start("job", now=now, lease_for=LEASE)

    async def lead(self, *, confirmed: bool = True, **fields: str) -> Lead:
        """What the caller told, and confirmed."""
        now = self.clock.now()
        lead = Lead(id=LeadId("led_1"), session_id=SESSION)
        for name, value in fields.items():
            which = ContactField(name)
            stated = FieldStatus.STATED
            lead = lead.note(which, value, status=stated, evidence=_HEARD, now=now)
            if confirmed:
                lead = lead.confirm(which, lead.token(which), evidence=_HEARD, now=now)
        async with self.uow() as uow:
            await uow.leads.save(lead)
            await uow.commit()
        return lead
