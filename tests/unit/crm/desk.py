"""Calls whose leads go to a CRM."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from adapters.in_memory import CountingIds, InMemoryStore, ManualClock
from adapters.in_memory.crm_service import InMemoryCrm
from application.ports.work_queue import Effect, Json, Outcome
from application.use_cases.crm.apply_review import ApplyReview
from application.use_cases.crm.decide_review import DecideReview
from application.use_cases.leads.sync_contact import SyncContact
from application.use_cases.leads.sync_lead import SyncLead
from domain.contact_details import ContactField
from domain.crm import CrmReview, UpdatePolicy
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
from domain.insight.call_insight import CallInsight
from domain.lead import Evidence, FieldStatus, Lead
from domain.voice_session import CloseReason, DispatchRequest, VoiceSession
from tests.contracts.store import LEASE, an_agent

HEARD = (Evidence(turn_id=TurnId("t"), quote="it is", start_ms=0, end_ms=1),)
SUMMARY = "Ada asked for a demo."


@dataclass(kw_only=True)
class Piece:
    """A job in somebody's hands, without a queue around it."""

    id: str = "job_1"
    kind: str = "sync_contact"
    key: str = "sync_contact:1"
    payload: Mapping[str, Json] = field(default_factory=dict)
    attempt: int = 1
    cursor: Mapping[str, Json] = field(default_factory=dict)

    def effect_key(self, step: str) -> str:
        return f"{self.id}:{step}"

    async def save_cursor(self, cursor: Mapping[str, Json]) -> None:
        self.cursor = cursor


@dataclass(kw_only=True)
class Desk:
    """The use-cases over one store and one CRM."""

    policy: UpdatePolicy = UpdatePolicy.FILL
    store: InMemoryStore = field(default_factory=InMemoryStore)
    clock: ManualClock = field(default_factory=ManualClock)
    ids: CountingIds = field(default_factory=CountingIds)
    crm: InMemoryCrm = field(default_factory=InMemoryCrm)
    calls: int = 0

    async def call(self, **confirmed: str) -> Piece:
        """A call whose caller confirmed that; the job of bringing it to the CRM."""
        return await self._call(confirmed, ended=True)

    async def ringing(self, **confirmed: str) -> Piece:
        """A call that still goes on."""
        return await self._call(confirmed, ended=False)

    async def _call(self, confirmed: Mapping[str, str], *, ended: bool) -> Piece:
        self.calls += 1
        session = self._session(ended)
        lead = Lead(id=LeadId(f"led_{self.calls}"), session_id=session.id)
        for name, value in confirmed.items():
            lead = self.confirmed(lead, ContactField(name), value)
        async with self.store.unit_of_work() as uow:
            if self.calls == 1:
                await uow.agents.add(an_agent())
            await uow.sessions.add(session)
            await uow.leads.save(lead)
            if ended:
                await uow.call_insights.save(self._insight(session))
            await uow.commit()
        return self.job(lead)

    def job(self, lead: Lead, *, number: int | None = None) -> Piece:
        """The job of bringing *lead* to the CRM."""
        return Piece(
            id=f"job_{number or self.calls}",
            key=f"sync_lead:{lead.id}:{number}",
            payload={"leadId": lead.id, "sessionId": lead.session_id},
        )

    def confirmed(self, lead: Lead, name: ContactField, value: str) -> Lead:
        """*lead* after its caller accepted the read-back of *value*."""
        now = self.clock.now()
        noted = lead.note(name, value, status=FieldStatus.STATED, evidence=HEARD, now=now)
        return noted.confirm(name, noted.token(name), evidence=HEARD, now=now)

    async def note(self, lead_id: object, name: ContactField, value: str) -> None:
        """The caller said *value* and was not asked again."""
        async with self.store.unit_of_work() as uow:
            lead = await uow.leads.get(LeadId(str(lead_id)))
            stated = FieldStatus.STATED
            noted = lead.note(name, value, status=stated, evidence=HEARD, now=self.clock.now())
            await uow.leads.save(noted)
            await uow.commit()

    async def sync(self, job: Piece) -> Outcome:
        """Do *job*."""
        use_case = SyncContact(
            unit_of_work=self.store.unit_of_work,
            crm=self.crm,
            clock=self.clock,
            ids=self.ids,
            policy=self.policy,
            transcript_url="https://voice.example/api/sessions/{sessionId}/transcript",
        )
        return await use_case.execute(job)

    async def plan(self, job: Piece) -> Outcome:
        """Decide about *job*."""
        use_case = SyncLead(unit_of_work=self.store.unit_of_work, crm=self.crm)
        return await use_case.execute(job)

    @property
    def decide(self) -> DecideReview:
        """A person decides."""
        return DecideReview(unit_of_work=self.store.unit_of_work, clock=self.clock)

    @property
    def apply(self) -> ApplyReview:
        """What follows from a decision."""
        return ApplyReview(unit_of_work=self.store.unit_of_work, crm=self.crm, clock=self.clock)

    async def reviews(self) -> list[CrmReview]:
        """What is to be decided, newest first."""
        async with self.store.unit_of_work() as uow:
            return list(await uow.crm_reviews.find_page(is_open=True, after=None, limit=9))

    async def effect(self, key: str) -> Effect | None:
        """What is in the ledger."""
        async with self.store.unit_of_work() as uow:
            return await uow.effects.find(key)

    @property
    def contact(self) -> dict[ContactField, str]:
        """The only contact of the CRM."""
        (only,) = self.crm.contacts.values()
        return only

    def _session(self, ended: bool) -> VoiceSession:
        now, number = self.clock.now(), self.calls
        request = DispatchRequest(
            conversation_id=ConversationId(f"conv-{number}"),
            agent_id=AgentId("demo"),
            user_id=UserId("anonymous"),
            room_name=RoomName("room"),
        )
        session = VoiceSession.dispatch(
            VoiceSessionId(f"ses_{number}"),
            DispatchId(f"dsp_{number}"),
            request,
            agent_version=1,
            now=now,
        )
        if ended:
            session = session.start("job", now=now, lease_for=LEASE)
            session = session.end(CloseReason.PARTICIPANT_LEFT, now=now + LEASE)
        return session

    def _insight(self, session: VoiceSession) -> CallInsight:
        return CallInsight(
            session_id=session.id, summary=SUMMARY, made_by="rules/1", made_at=self.clock.now()
        )
