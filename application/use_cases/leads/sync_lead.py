"""Whether a lead goes to the CRM, and after whom."""

from dataclasses import dataclass

from application.ports.crm import Crm
from application.ports.unit_of_work import UnitOfWorkFactory
from application.ports.work_queue import Done, Job, Outcome, RunningJob
from domain.crm_note import order_mark
from domain.ids import LeadId, VoiceSessionId
from domain.voice_session import SessionStatus

SYNC_CONTACT = "sync_contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncLead:
    """The handler of `sync_lead` jobs.

    A caller who confirmed neither an e-mail address nor a number has no contact. While the call
    goes on only a fast CRM is written to. Work on one contact is done one piece after the other,
    whichever call it comes from: the work is put again, in the order of that contact.
    """

    unit_of_work: UnitOfWorkFactory
    crm: Crm

    async def execute(self, job: RunningJob) -> Outcome:
        """Raises NotFoundError for a lead that is not there."""
        async with self.unit_of_work() as uow:
            lead = await uow.leads.get(LeadId(str(job.payload["leadId"])))
            session = await uow.sessions.get(VoiceSessionId(str(job.payload["sessionId"])))
            mark = order_mark(lead)
            is_time = self.crm.capabilities.fast or session.status is SessionStatus.ENDED
            if mark is not None and is_time:
                await uow.work.put(
                    Job(
                        kind=SYNC_CONTACT,
                        key=f"{SYNC_CONTACT}:{job.key}",
                        payload=dict(job.payload),
                        order_key=f"crm:{mark}",
                    )
                )
                await uow.commit()
        return Done()
