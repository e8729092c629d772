"""A service in memory that calls can be played in, and what is remembered of them."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from adapters.in_memory import CountingIds, InMemoryStore, ManualClock
from application.use_cases.memory.erase_contact import EraseContact
from application.use_cases.memory.forget_expired import ForgetExpired
from application.use_cases.memory.load_brief import LoadBrief, LoadBriefCommand
from application.use_cases.memory.remember_call import (
    RememberCall,
    RememberCallCommand,
    Remembered,
)
from application.use_cases.memory.remember_calls import RememberCalls
from application.use_cases.memory.withdraw_fact import WithdrawFact
from domain.agent_config import Agent, AgentConfig
from domain.call_policies import MemoryPolicy
from domain.contact import Contact, Identity
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
)
from domain.language import Language
from domain.lead import Evidence, FieldStatus, Lead
from domain.memory.brief import Brief
from domain.memory.call_summary import CallSummary
from domain.transcript import Role, Turn
from domain.voice_session import CloseReason, DispatchRequest, VoiceSession

SARAH = UserId("user-sarah")
LEASE = timedelta(seconds=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """One call: who the backend says it was, what was said, what the lead held at the end."""

    lines: tuple[str, ...] = ("c: Hello there.",)
    user: str = SARAH
    stated: dict[ContactField, str] = field(default_factory=dict)
    confirmed: dict[ContactField, str] = field(default_factory=dict)
    withdrawn: tuple[ContactField, ...] = ()
    language: str | None = "en"


@dataclass(kw_only=True)
class Memory:
    """The use-cases of memory over one store."""

    clock: ManualClock = field(default_factory=ManualClock)
    calls: int = 0

    def __post_init__(self) -> None:
        self.store = InMemoryStore(self.clock)
        uow, clock = self.store.unit_of_work, self.clock
        self.ids = CountingIds()
        self.load_brief = LoadBrief(unit_of_work=uow)
        self.remember = RememberCall(unit_of_work=uow, clock=clock, ids=self.ids)
        self.remember_calls = RememberCalls(
            unit_of_work=uow, remember_call=self.remember, clock=clock
        )
        self.withdraw = WithdrawFact(unit_of_work=uow, clock=clock)
        self.erase = EraseContact(unit_of_work=uow, clock=clock, ids=self.ids)
        self.forget = ForgetExpired(unit_of_work=uow, clock=clock)

    async def publish(self, agent: str = "demo", *, memory: MemoryPolicy | None = None) -> None:
        """An agent with that policy."""
        config = AgentConfig(name="A", instructions="Be kind.", memory=memory or MemoryPolicy())
        async with self.store.unit_of_work() as uow:
            await uow.agents.add(Agent.publish(AgentId(agent), config, now=self.clock.now()))
            await uow.commit()

    async def begin(self, call: Played, *, agent: str = "demo") -> VoiceSession:
        """The call goes on; everything was said."""
        self.calls += 1
        session = _session(self.calls, call.user, agent, self).start(
            "job", now=self.clock.now(), lease_for=LEASE
        )
        async with self.store.unit_of_work() as uow:
            await uow.sessions.add(session)
            lead = _lead(session.id, call, self)
            if lead is not None:
                await uow.leads.save(lead)
            await uow.commit()
        for number, line in enumerate(call.lines):
            await self.store.journal.record(_turn(session.id, number, line, call.language))
        return session

    async def play(self, call: Played, *, agent: str = "demo") -> VoiceSessionId:
        """The call began and ended."""
        session = await self.begin(call, agent=agent)
        async with self.store.unit_of_work() as uow:
            held = await uow.sessions.get(session.id)
            ended = held.end(CloseReason.PARTICIPANT_LEFT, now=self.clock.now())
            await uow.sessions.save(ended)
            await uow.commit()
        return session.id

    async def play_and_remember(self, call: Played, *, agent: str = "demo") -> Remembered:
        """The call began, ended, and was dealt with."""
        session_id = await self.play(call, agent=agent)
        return await self.remember.execute(RememberCallCommand(session_id=session_id))

    async def remember_calls_now(self) -> int:
        """A while later, how many calls were dealt with."""
        await self.clock.advance(seconds=10)
        return await self.remember_calls.execute()

    async def brief(
        self,
        user: str | None = SARAH,
        *,
        phone: str | None = None,
        session: VoiceSessionId | None = None,
    ) -> Brief | None:
        """What the agent of a new call is told."""
        return await self.load_brief.execute(
            LoadBriefCommand(
                session_id=session or VoiceSessionId("ses_new"),
                user_id=UserId(user) if user is not None else None,
                phone=phone,
                now=self.clock.now(),
            )
        )

    async def contact(self, identity: Identity | None = None) -> Contact:
        """Sarah, as stored, or whoever is known by *identity*."""
        async with self.store.unit_of_work() as uow:
            found = await uow.contacts.find_by_identity(identity or Identity.user(SARAH))
        assert found is not None
        return found

    async def contacts(self) -> int:
        """How many are kept."""
        async with self.store.unit_of_work() as uow:
            return len(await uow.contacts.find_page(after=None, limit=99))

    async def summaries(self) -> list[CallSummary]:
        """Sarah's calls, newest first."""
        contact = await self.contact()
        async with self.store.unit_of_work() as uow:
            return list(await uow.call_summaries.find_by_contact(contact.id))

    async def facts(self) -> dict[str, str]:
        """What holds of Sarah."""
        now, contact = self.clock.now(), await self.contact()
        return {fact.predicate: fact.value for fact in contact.facts if fact.is_current(now)}


@pytest.fixture
async def memory() -> AsyncIterator[Memory]:
    """A service with the agents `demo`, and `forgetful`, which remembers nobody."""
    made = Memory()
    await made.publish()
    await made.publish("forgetful", memory=MemoryPolicy(enabled=False))
    yield made
    assert not made.load_brief.late


def _session(number: int, user: str, agent: str, memory: Memory) -> VoiceSession:
    request = DispatchRequest(
        conversation_id=ConversationId(f"conv-{number}"),
        agent_id=AgentId(agent),
        user_id=UserId(user),
        room_name=RoomName("room"),
    )
    return VoiceSession.dispatch(
        VoiceSessionId(f"ses_{number:03d}"),
        DispatchId(f"dsp_{number:03d}"),
        request,
        agent_version=1,
        now=memory.clock.now(),
    )


def _turn(session_id: VoiceSessionId, number: int, line: str, language: str | None) -> Turn:
    return Turn(
        id=TurnId(f"{session_id}:{number}"),
        session_id=session_id,
        role=Role.CALLER if line.startswith("c:") else Role.AGENT,
        text=line[2:].strip(),
        start_ms=number * 1000,
        end_ms=number * 1000 + 900,
        language=Language(language) if language else None,
    )


def _lead(session_id: VoiceSessionId, call: Played, memory: Memory) -> Lead | None:
    now = memory.clock.now()
    lead = Lead(id=LeadId(f"led_{session_id}"), session_id=session_id)
    heard = Evidence(turn_id=TurnId(f"{session_id}:0"), quote="it is", start_ms=0, end_ms=1)
    for name, value in (call.stated | call.confirmed).items():
        lead = lead.note(name, value, status=FieldStatus.STATED, evidence=(heard,), now=now)
        if name in call.confirmed:
            lead = lead.confirm(name, lead.token(name), evidence=(), now=now)
    for name in call.withdrawn:
        lead = lead.withdraw(name, now=now)
    return lead if lead.fields else None
