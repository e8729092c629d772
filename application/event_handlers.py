"""What follows from a domain event: more work, put in one transaction, each piece once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from application.ports.unit_of_work import UnitOfWorkFactory
from application.ports.work_queue import Done, Job, Outcome, RunningJob
from application.stored_events import StoredEvent
from domain.lead import FieldStatus

_LAST_TURNS_ARRIVE_WITHIN = timedelta(seconds=3)
WRAP_UP_CALL = "wrap_up_call"
SYNC_LEAD = "sync_lead"


class EventFollower(Protocol):
    """Somebody who wants to know; has to bear being told twice."""

    async def execute(self, event: StoredEvent) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class HandleEvent:
    """The handler of `event` jobs: our own work first, then whoever follows events."""

    unit_of_work: UnitOfWorkFactory
    followers: Sequence[EventFollower] = ()

    async def execute(self, job: RunningJob) -> Outcome:
        """Each follow-up has a key of its own: handling the event again puts nothing twice."""
        event = StoredEvent(id=job.key, kind=str(job.payload["kind"]), payload=job.payload)
        jobs = follow_ups(event)
        if jobs:
            async with self.unit_of_work() as uow:
                for follow_up in jobs:
                    await uow.work.put(follow_up)
                await uow.commit()
        for follower in self.followers:
            await follower.execute(event)
        return Done()


def follow_ups(event: StoredEvent) -> tuple[Job, ...]:
    """Our own work after *event*."""
    match event.kind:
        case "SessionEnded":
            return (wrap_up(str(event.payload["sessionId"]), event.occurred_at),)
        case "LeadChanged" if event.payload["status"] == FieldStatus.CONFIRMED:
            lead_id = str(event.payload["leadId"])
            return (sync(lead_id, str(event.payload["sessionId"]), occasion=event.id),)
        case _:
            return ()


def wrap_up(session_id: str, ended_at: datetime) -> Job:
    """What is to be done after a call, once a session; the last turns may still be on their way."""
    return Job(
        kind=WRAP_UP_CALL,
        key=f"{WRAP_UP_CALL}:{session_id}",
        payload={"sessionId": session_id},
        due=ended_at + _LAST_TURNS_ARRIVE_WITHIN,
        order_key=session_id,
    )


def sync(lead_id: str, session_id: str, *, occasion: str) -> Job:
    """Bring a lead to the CRM as it is by then; leads of one session one after the other."""
    return Job(
        kind=SYNC_LEAD,
        key=f"{SYNC_LEAD}:{lead_id}:{occasion}",
        payload={"leadId": lead_id, "sessionId": session_id},
        order_key=lead_id,
    )
