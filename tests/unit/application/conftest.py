"""A service in memory: its use-cases over in-memory adapters, and a clock that tests move."""

from dataclasses import dataclass, field

import pytest

from adapters.in_memory import (
    CountingIds,
    InMemoryCallSession,
    InMemoryDispatcher,
    InMemoryLanguageDetector,
    InMemoryModeration,
    InMemoryRooms,
    InMemoryStore,
    InMemoryTokens,
    ManualClock,
)
from adapters.in_memory.remote_tools import InMemoryRemoteTools
from adapters.tools.json_schema import JsonSchemaArguments
from application.use_cases.leads.confirm_contact import ConfirmContact
from application.use_cases.leads.decline_contact import DeclineContact
from application.use_cases.leads.record_contact import RecordContact
from application.use_cases.leads.withdraw_contact import WithdrawContact
from application.use_cases.memory.load_brief import LoadBrief
from application.use_cases.sessions.ask_for_agent import AskForAgent
from application.use_cases.sessions.claim_session import ClaimSession
from application.use_cases.sessions.dispatch_session import (
    DispatchSession,
    DispatchSessionCommand,
)
from application.use_cases.sessions.end_session import EndSession
from application.use_cases.sessions.invoke_tool import InvokeTool
from application.use_cases.sessions.order_change import OrderChange
from application.use_cases.sessions.reap_sessions import ReapSessions
from application.use_cases.sessions.record_turn import RecordTurn
from application.use_cases.sessions.report_event import ReportEvent
from application.use_cases.sessions.run_session import RunSession
from application.use_cases.sessions.supervise_dispatches import (
    DispatchPatience,
    SuperviseDispatches,
)
from application.use_cases.sessions.transfer_call import TransferCall
from application.use_cases.workflows.notice_occurrence import NoticeOccurrence
from application.workflows.starting import Starter
from domain.agent_config import Agent, AgentConfig
from domain.ids import AgentId, ConversationId, RoomName, UserId, VoiceSessionId
from domain.transcript import Transcript
from domain.voice_session import DispatchRequest, VoiceSession


@dataclass(kw_only=True)
class Service:
    """Everything a use-case test needs, wired once."""

    clock: ManualClock = field(default_factory=ManualClock)
    ids: CountingIds = field(default_factory=CountingIds)
    store: InMemoryStore = field(default_factory=InMemoryStore)
    dispatcher: InMemoryDispatcher = field(default_factory=InMemoryDispatcher)
    rooms: InMemoryRooms = field(default_factory=InMemoryRooms)
    moderation: InMemoryModeration = field(default_factory=InMemoryModeration)
    detector: InMemoryLanguageDetector = field(default_factory=InMemoryLanguageDetector)
    remote_tools: InMemoryRemoteTools = field(default_factory=InMemoryRemoteTools)
    call: InMemoryCallSession = field(default_factory=InMemoryCallSession)

    def __post_init__(self) -> None:
        self.tokens = InMemoryTokens(self.clock)
        uow, clock, ids = self.store.unit_of_work, self.clock, self.ids
        self.ask_for_agent = AskForAgent(unit_of_work=uow, dispatcher=self.dispatcher, clock=clock)
        self.dispatch_session = DispatchSession(
            unit_of_work=uow,
            ask_for_agent=self.ask_for_agent,
            tokens=self.tokens,
            clock=clock,
            ids=ids,
        )
        self.supervise = SuperviseDispatches(
            unit_of_work=uow,
            dispatcher=self.dispatcher,
            ask_for_agent=self.ask_for_agent,
            clock=clock,
            patience=DispatchPatience(),
        )
        self.end_session = EndSession(unit_of_work=uow, clock=clock)
        self.reap = ReapSessions(unit_of_work=uow, end_session=self.end_session, clock=clock)
        self.record_contact = RecordContact(unit_of_work=uow, clock=clock, ids=ids)
        self.invoke_tool = InvokeTool(
            record_contact=self.record_contact,
            confirm_contact=ConfirmContact(unit_of_work=uow, clock=clock),
            decline_contact=DeclineContact(unit_of_work=uow, clock=clock),
            withdraw_contact=WithdrawContact(unit_of_work=uow, clock=clock),
            transfer_call=TransferCall(unit_of_work=uow, rooms=self.rooms),
            arguments=JsonSchemaArguments(),
        )
        self.order_change = OrderChange(unit_of_work=uow, clock=clock, ids=ids)
        self.run_session = self._run_session()

    def _run_session(self) -> RunSession:
        uow, clock = self.store.unit_of_work, self.clock
        return RunSession(
            unit_of_work=uow,
            claim_session=ClaimSession(unit_of_work=uow, clock=clock, ids=self.ids),
            record_turn=RecordTurn(journal=self.store.journal, clock=clock),
            invoke_tool=self.invoke_tool,
            tool_runner=self.remote_tools,
            end_session=self.end_session,
            rooms=self.rooms,
            load_brief=LoadBrief(unit_of_work=uow),
            detector=self.detector,
            moderation=self.moderation,
            report=ReportEvent(unit_of_work=uow),
            notice=NoticeOccurrence(unit_of_work=uow, starter=Starter(clock=clock, ids=self.ids)),
            clock=clock,
        )

    async def publish(self, **changes: object) -> Agent:
        """An agent called `demo`."""
        settings = {"name": "Demo", "instructions": "Be kind.", "greeting": "Hello!", **changes}
        agent = Agent.publish(
            AgentId("demo"),
            AgentConfig(**settings),  # type: ignore[arg-type]
            now=self.clock.now(),
        )
        async with self.store.unit_of_work() as uow:
            await uow.agents.add(agent)
            await uow.commit()
        return agent

    async def dispatch(self, **changes: object) -> VoiceSession:
        """Ask for the demo agent in room `room`."""
        return await self.dispatch_session.execute(self.command(**changes))

    def command(self, **changes: object) -> DispatchSessionCommand:
        """A dispatch of the demo agent; *changes* are of the request, and `token`."""
        token = changes.pop("token", None)
        request = {
            "conversation_id": ConversationId("conv"),
            "agent_id": AgentId("demo"),
            "user_id": UserId("user"),
            "room_name": RoomName("room"),
            **changes,
        }
        return DispatchSessionCommand(
            request=DispatchRequest(**request),  # type: ignore[arg-type]
            token=token,  # type: ignore[arg-type]
        )

    async def session(self, session_id: VoiceSessionId) -> VoiceSession:
        """A session as stored."""
        async with self.store.unit_of_work() as uow:
            return await uow.sessions.get(session_id)

    async def transcript(self, session_id: VoiceSessionId) -> Transcript:
        """A transcript as stored."""
        async with self.store.unit_of_work() as uow:
            return await uow.turns.transcript(session_id)


@pytest.fixture
def fresh() -> Service:
    """A service whose agent the test publishes itself."""
    return Service()


@pytest.fixture
async def service() -> Service:
    """A service with the demo agent published."""
    made = Service()
    await made.publish()
    return made
