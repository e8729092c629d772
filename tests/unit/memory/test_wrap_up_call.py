"""What is done after a call, each thing once, wherever a process dies."""

from dataclasses import replace
from itertools import count

import pytest

from adapters.insight.rules_reader import RulesReader
from application.event_handlers import HandleEvent, wrap_up
from application.job_attempt import JobInHand
from application.ports.unit_of_work import UnitOfWork
from application.ports.work_queue import Done, Job, Outcome, RetryAfter, WorkItem
from application.stored_events import StoredEvent
from application.use_cases.leads.complete_lead import CompleteLead
from application.use_cases.memory.remember_call import RememberCall
from application.use_cases.sessions.wrap_up_call import WrapUpCall
from domain.contact_details import ContactField
from domain.errors import NotFoundError, RejectedError, UnavailableError
from domain.ids import VoiceSessionId
from domain.insight.call_insight import Reading, Topic
from domain.lead import Lead
from domain.transcript import Transcript
from domain.voice_session import CloseReason
from tests.contracts.work import LEASE, put
from tests.unit.memory.conftest import Memory, Played

CALL = Played(
    lines=("c: I would like to order two chairs.", "a: We will call you back on Monday."),
    confirmed={ContactField.NAME: "Sarah Miller"},
)
KINDS = ("event", "wrap_up_call", "sync_lead")


class FailingReader:
    """A model that does not read."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    async def read(
        self, transcript: Transcript, lead: Lead | None, reason: CloseReason | None
    ) -> Reading:
        raise self.error


def handler(memory: Memory, reader: FailingReader | RulesReader | None = None) -> WrapUpCall:
    return WrapUpCall(
        unit_of_work=memory.store.unit_of_work,
        complete_lead=CompleteLead(clock=memory.clock, ids=memory.ids),
        remember_call=memory.remember,
        reader=reader or RulesReader(),
        rules=RulesReader(),
        clock=memory.clock,
    )


async def jobs(memory: Memory, kind: str) -> list[WorkItem]:
    found = await memory.store.work_admin.find_page(state=None, kind=kind, after=None, limit=99)
    return list(found)


async def execute(
    memory: Memory, session_id: str, one: WrapUpCall | None = None, *, attempt: int = 1
) -> Outcome:
    await put(memory.store, wrap_up(session_id, memory.clock.now()))
    (item,) = claimed = await jobs(memory, "wrap_up_call")
    for _ in range(attempt):
        await memory.clock.advance(seconds=31)
        claimed = list(
            await memory.store.work_desk.claim(
                owner="one", kinds=("wrap_up_call",), lease=LEASE, at_most=1
            )
        )
    item = claimed[0] if claimed else item
    return await (one or handler(memory)).execute(JobInHand(item=item, desk=memory.store.work_desk))


async def test_a_call_is_read_remembered_and_passed_on(memory: Memory) -> None:
    session_id = await memory.play(CALL)
    assert await execute(memory, session_id) == Done()
    async with memory.store.unit_of_work() as uow:
        insight = await uow.call_insights.find(session_id)
        lead = await uow.leads.find_by_session(session_id)
    assert insight is not None
    assert lead is not None
    assert insight.findings[Topic.INTENT].value == "I would like to order two chairs."
    assert (await memory.facts())["name"] == "Sarah Miller"
    (sync,) = [job for job in await jobs(memory, "sync_lead") if job.key.endswith("wrap_up")]
    assert sync.payload == {"leadId": lead.id, "sessionId": session_id}
    (told,) = [job for job in await jobs(memory, "event") if "wrapped_up" in job.key]
    assert (told.payload["kind"], told.payload["leadId"]) == ("CallWrappedUp", lead.id)


async def test_doing_it_again_changes_nothing(memory: Memory) -> None:
    session_id = await memory.play(CALL)
    await execute(memory, session_id)
    before = len(await jobs(memory, "sync_lead")), len(await jobs(memory, "event"))
    await memory.clock.advance(seconds=60)
    assert await execute(memory, session_id) == Done()
    assert (len(await jobs(memory, "sync_lead")), len(await jobs(memory, "event"))) == before
    assert len(await memory.summaries()) == 1


@pytest.mark.parametrize("step", range(5))
async def test_wherever_the_store_fails_a_later_attempt_completes_it(
    memory: Memory, step: int
) -> None:
    session_id = await memory.play(CALL)
    opened = count()

    def failing() -> UnitOfWork:
        if next(opened) == step:
            raise UnavailableError("gone")
        return memory.store.unit_of_work()

    remember = RememberCall(unit_of_work=failing, clock=memory.clock, ids=memory.ids)
    one = replace(handler(memory), unit_of_work=failing, remember_call=remember)
    with pytest.raises(UnavailableError):
        await execute(memory, session_id, one)
    assert await execute(memory, session_id, one) == Done()
    assert len(await memory.summaries()) == 1
    assert len([job for job in await jobs(memory, "sync_lead") if "wrap_up" in job.key]) == 1
    assert len([job for job in await jobs(memory, "event") if "wrapped_up" in job.key]) == 1


async def test_a_call_that_brought_no_lead_is_wrapped_up_too(memory: Memory) -> None:
    session_id = await memory.play(Played(lines=("c: Hello?",)))
    assert await execute(memory, session_id) == Done()
    assert not await jobs(memory, "sync_lead")


async def test_a_call_that_goes_on_is_not_wrapped_up(memory: Memory) -> None:
    session = await memory.begin(CALL)
    assert isinstance(await execute(memory, session.id), RetryAfter)


async def test_a_call_that_never_was_cannot_be(memory: Memory) -> None:
    with pytest.raises(NotFoundError):
        await execute(memory, "ses_none")


async def test_a_model_that_does_not_answer_is_asked_again_and_then_rules_read(
    memory: Memory,
) -> None:
    session_id = await memory.play(CALL)
    one = handler(memory, FailingReader(UnavailableError("gone")))
    with pytest.raises(UnavailableError):
        await execute(memory, session_id, one)
    assert await execute(memory, session_id, one, attempt=3) == Done()
    async with memory.store.unit_of_work() as uow:
        insight = await uow.call_insights.find(VoiceSessionId(session_id))
    assert insight is not None
    assert insight.made_by == "rules/1"


async def test_a_model_that_refuses_is_not_asked_again(memory: Memory) -> None:
    session_id = await memory.play(CALL)
    one = handler(memory, FailingReader(RejectedError("no")))
    assert await execute(memory, session_id, one) == Done()


class Follower:
    """Keeps what it was told."""

    def __init__(self) -> None:
        self.told: list[StoredEvent] = []

    async def execute(self, event: StoredEvent) -> None:
        self.told.append(event)


async def handle(memory: Memory, payload: dict[str, str], follower: Follower) -> None:
    await put(memory.store, Job(kind="event", key="event:x", payload=payload))
    claimed = await memory.store.work_desk.claim(
        owner="one", kinds=("event",), lease=LEASE, at_most=99
    )
    (item,) = [one for one in claimed if one.key == "event:x"]
    one = HandleEvent(unit_of_work=memory.store.unit_of_work, followers=(follower,))
    assert await one.execute(JobInHand(item=item, desk=memory.store.work_desk)) == Done()


async def test_the_end_of_a_session_is_followed_by_its_wrap_up(memory: Memory) -> None:
    follower = Follower()
    at = memory.clock.now().isoformat()
    await handle(memory, {"kind": "SessionEnded", "sessionId": "ses_1", "occurredAt": at}, follower)
    (job,) = await jobs(memory, "wrap_up_call")
    assert (job.key, job.order_key) == ("wrap_up_call:ses_1", "ses_1")
    assert (job.due - memory.clock.now()).total_seconds() == 3
    assert [(one.id, one.kind) for one in follower.told] == [("event:x", "SessionEnded")]


@pytest.mark.parametrize(("status", "syncs"), [("confirmed", 1), ("stated", 0)])
async def test_only_what_was_confirmed_is_passed_on_in_the_call(
    memory: Memory, status: str, syncs: int
) -> None:
    payload = {"kind": "LeadChanged", "leadId": "led", "sessionId": "ses", "status": status}
    await handle(memory, {**payload, "occurredAt": memory.clock.now().isoformat()}, Follower())
    assert len(await jobs(memory, "sync_lead")) == syncs


async def test_other_events_are_only_told(memory: Memory) -> None:
    follower = Follower()
    await handle(memory, {"kind": "AgentPublished", "agentId": "a"}, follower)
    assert len(follower.told) == 1
    assert not await jobs(memory, "wrap_up_call")
