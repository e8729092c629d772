"""A lead brought to the CRM: the contact, then the note on the call."""

import logging
from dataclasses import dataclass

from application.ports.crm import CallNote, Crm, CrmContact
from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from application.ports.work_queue import Done, Effect, Outcome, RunningJob
from domain.crm import (
    ContactKeys,
    CrmReview,
    Difference,
    Update,
    UpdatePolicy,
    confirmed_details,
    update_of,
)
from domain.crm_note import note_text
from domain.ids import LeadId, ReviewId, VoiceSessionId
from domain.insight.call_insight import CallInsight
from domain.lead import Lead
from domain.voice_session import SessionStatus, VoiceSession

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Call:
    session: VoiceSession
    lead: Lead
    insight: CallInsight | None

    @property
    def is_to_be_noted(self) -> bool:
        return self.insight is not None and self.session.status is SessionStatus.ENDED


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncContact:
    """The handler of `sync_contact` jobs.

    Only what the caller confirmed leaves us. Empty fields are filled; where the CRM holds something
    else, a person decides, unless *policy* says that the caller has the last word. Each thing done
    outside is written down after it, and looked for before: the contact once a job, the note once a
    call. *transcript_url* says where a call can be read, with `{sessionId}` in it.
    """

    unit_of_work: UnitOfWorkFactory
    crm: Crm
    clock: Clock
    ids: IdGenerator
    policy: UpdatePolicy = UpdatePolicy.FILL
    transcript_url: str | None = None

    async def execute(self, job: RunningJob) -> Outcome:
        """Raises what the CRM raises, and NotFoundError for a lead that is not there."""
        call = await self._call(job)
        if not ContactKeys.of(confirmed_details(call.lead)).are_any:
            return Done()
        contact_id = await self._keep_contact(job, call)
        if call.is_to_be_noted:
            await self._keep_note(contact_id, call)
        log.info(
            "lead is in the crm",
            extra={"session_id": call.session.id, "crm": self.crm.capabilities.name},
        )
        return Done()

    async def _call(self, job: RunningJob) -> _Call:
        async with self.unit_of_work() as uow:
            lead = await uow.leads.get(LeadId(str(job.payload["leadId"])))
            session = await uow.sessions.get(VoiceSessionId(str(job.payload["sessionId"])))
            insight = await uow.call_insights.find(session.id)
        return _Call(session=session, lead=lead, insight=insight)

    async def _keep_contact(self, job: RunningJob, call: _Call) -> str:
        key = job.effect_key("contact")
        async with self.unit_of_work() as uow:
            done = await uow.effects.find(key)
        if done is not None:
            return str(done.result["contactId"])
        details = confirmed_details(call.lead)
        keys = ContactKeys.of(details)
        found = await self.crm.find_contact(keys)
        update = update_of(found.details if found else {}, details, self.policy)
        contact_id = await self._upserted(keys, found, update, key)
        async with self.unit_of_work() as uow:
            await self._review(uow, contact_id, call, update.differences)
            await uow.effects.add(self._effect(key, "crm_contact", contact_id))
            await uow.commit()
        return contact_id

    async def _upserted(
        self, keys: ContactKeys, found: CrmContact | None, update: Update, key: str
    ) -> str:
        if found is not None and not update.patch:
            return found.id
        return await self.crm.upsert_contact(
            keys, update.patch, contact_id=found.id if found else None, idempotency_key=key
        )

    async def _review(
        self, uow: UnitOfWork, contact_id: str, call: _Call, differences: tuple[Difference, ...]
    ) -> None:
        for difference in differences:
            review = CrmReview(
                id=ReviewId(self.ids.new("rev")),
                contact_id=contact_id,
                lead_id=call.lead.id,
                session_id=call.session.id,
                difference=difference,
                created_at=self.clock.now(),
            )
            if await uow.crm_reviews.find_same(review) is None:
                await uow.crm_reviews.save(review)

    async def _keep_note(self, contact_id: str, call: _Call) -> None:
        key = f"crm_note:{call.session.id}"
        async with self.unit_of_work() as uow:
            if await uow.effects.find(key) is not None:
                return
        await self.crm.log_call(contact_id, self._note(call), idempotency_key=key)
        async with self.unit_of_work() as uow:
            await uow.effects.add(self._effect(key, "crm_note", contact_id))
            await uow.commit()

    def _note(self, call: _Call) -> CallNote:
        session, url = call.session, self.transcript_url
        began = session.joined_at or session.dispatched_at
        return CallNote(
            call_id=session.id,
            summary=note_text(call.insight, call.lead) if call.insight else "",
            at=began,
            duration_s=((session.ended_at or began) - began).total_seconds(),
            transcript_url=url.replace("{sessionId}", session.id) if url else None,
        )

    def _effect(self, key: str, kind: str, contact_id: str) -> Effect:
        return Effect(
            key=key,
            kind=kind,
            target=self.crm.capabilities.name,
            at=self.clock.now(),
            result={"contactId": contact_id},
        )
