"""What durable work adds to the lead of a call that has ended, on every store."""

from dataclasses import replace
from datetime import timedelta

from adapters.in_memory import CountingIds, ManualClock
from adapters.insight.rules_reader import RulesReader
from application.event_handlers import WRAP_UP_CALL, wrap_up
from application.job_attempt import Attempt, Backoff
from application.use_cases.leads.complete_lead import CompleteLead, heard_in_call
from application.use_cases.memory.remember_call import RememberCall
from application.use_cases.sessions.wrap_up_call import WrapUpCall
from domain.contact_details import ContactField
from domain.lead import FieldStatus, Lead
from domain.transcript import Role
from domain.voice_session import CloseReason
from tests.contracts.store import NOW, Store, a_session, a_turn, keep
from tests.contracts.work import put

_LEASE = timedelta(seconds=30)
_SAID = (
    (Role.AGENT, "Who is calling?"),
    (Role.CALLER, "This is Sarah Miller from Harper Tools."),
    (Role.AGENT, "And your email?"),
    (Role.CALLER, "sarah dot miller at gmail dot com"),
)


class CompletedLeadsContract:
    """Subclasses bring a `store` fixture."""

    async def test_what_no_tool_noted_joins_the_lead_before_it_is_passed_on(
        self, store: Store
    ) -> None:
        await _after_a_call(store)
        await _work(store)
        lead = await _lead(store)
        assert {name: item.value for name, item in lead.fields.items()} == {
            ContactField.NAME: "Sarah Miller",
            ContactField.COMPANY: "Harper Tools",
            ContactField.EMAIL: "sarah.miller@gmail.com",
        }
        assert {item.status for item in lead.fields.values()} == {FieldStatus.STATED}
        (heard,) = lead.fields[ContactField.EMAIL].evidence
        assert (heard.turn_id, heard.start_ms, heard.end_ms) == ("ses_001:item_3", 3000, 3900)
        assert heard.quote == "sarah dot miller at gmail dot com"
        (sync,) = await store.work_admin.find_page(
            state=None, kind="sync_lead", after=None, limit=9
        )
        assert sync.payload["leadId"] == lead.id

    async def test_work_that_is_done_again_adds_nothing(self, store: Store) -> None:
        await _after_a_call(store)
        await _work(store)
        once = await _lead(store)
        heard = await heard_in_call(store.unit_of_work, a_session().id)
        assert heard
        async with store.unit_of_work() as uow:
            await CompleteLead(clock=ManualClock(), ids=CountingIds()).execute(
                uow, a_session().id, heard
            )
            await uow.commit()
        assert await _lead(store) == once


async def _after_a_call(store: Store) -> None:
    session = a_session().start("job", now=NOW, lease_for=_LEASE)
    await keep(store, session)
    for number, (role, text) in enumerate(_SAID):
        await store.journal.record(
            replace(a_turn(number, text=text), role=role, planned=None, interrupted=False)
        )
    async with store.unit_of_work() as uow:
        held = await uow.sessions.get(session.id)
        await uow.sessions.save(held.end(CloseReason.PARTICIPANT_LEFT, now=NOW))
        await uow.commit()


async def _work(store: Store) -> None:
    clock, ids = ManualClock(), CountingIds()
    handler = WrapUpCall(
        unit_of_work=store.unit_of_work,
        complete_lead=CompleteLead(clock=clock, ids=ids),
        remember_call=RememberCall(unit_of_work=store.unit_of_work, clock=clock, ids=ids),
        reader=RulesReader(),
        rules=RulesReader(),
        clock=clock,
    )
    await put(store, replace(wrap_up(a_session().id, NOW), due=None))
    (item,) = await store.work_desk.claim(
        owner="one", kinds=(WRAP_UP_CALL,), lease=_LEASE, at_most=9
    )
    attempt = Attempt(
        desk=store.work_desk, item=item, lease=_LEASE, backoff=Backoff(chance=lambda: 0.5)
    )
    await attempt.run(handler.execute)


async def _lead(store: Store) -> Lead:
    async with store.unit_of_work() as uow:
        lead = await uow.leads.find_by_session(a_session().id)
    assert lead is not None
    return lead
