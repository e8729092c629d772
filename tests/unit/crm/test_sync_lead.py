from application.ports.crm import CrmCapabilities
from application.ports.work_queue import Done
from domain.contact_details import ContactField
from domain.ids import LeadId
from tests.unit.crm.desk import Desk, Piece

ADA = {"name": "Ada", "email": "ada@example.org"}


async def put(desk: Desk) -> list[tuple[str, str | None]]:
    """The kinds and orders of the work that waits, but for events."""
    items = desk.store.snapshot().work.items.values()
    return [(one.kind, one.order_key) for one in items if one.kind != "event"]


async def test_two_calls_of_one_caller_are_worked_off_one_after_the_other(desk: Desk) -> None:
    for job in (await desk.call(**ADA), await desk.call(phone="+14155550132", **ADA)):
        assert await desk.plan(job) == Done()
    (first, second) = await put(desk)
    assert first == second
    assert first[0] == "sync_contact"


async def test_the_same_lead_keeps_its_place_when_it_learns_more(desk: Desk) -> None:
    await desk.plan(await desk.call(phone="+14155550132", name="Ada"))
    await desk.clock.advance(seconds=5)
    async with desk.store.unit_of_work() as uow:
        lead = await uow.leads.get(LeadId("led_1"))
        more = desk.confirmed(lead, ContactField.EMAIL, "ada@example.org")
        await uow.leads.save(more)
        await uow.commit()
    await desk.plan(desk.job(more, number=2))
    (first, second) = await put(desk)
    assert first == second


async def test_who_confirmed_no_key_has_no_contact(desk: Desk) -> None:
    assert await desk.plan(await desk.call(name="Ada")) == Done()
    assert await put(desk) == []


async def test_a_slow_crm_waits_for_the_end_of_the_call(desk: Desk) -> None:
    desk.crm.capabilities = CrmCapabilities(name="slow", fast=False, history=False)
    await desk.plan(await desk.ringing(**ADA))
    assert await put(desk) == []
    await desk.plan(await desk.call(**ADA))
    assert len(await put(desk)) == 1


async def test_the_same_occasion_is_put_once(desk: Desk) -> None:
    job: Piece = await desk.call(**ADA)
    await desk.plan(job)
    await desk.plan(job)
    assert len(await put(desk)) == 1
