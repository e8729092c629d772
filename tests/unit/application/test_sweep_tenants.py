"""Chores are done for each tenant by itself."""

from datetime import UTC, datetime

import pytest

from adapters.in_memory import InMemoryStore
from application.acting import act_for, tenant
from application.use_cases.operations.sweep_tenants import SweepTenants
from domain.contact import Contact
from domain.errors import UnavailableError
from domain.ids import ContactId, TenantId

NOW = datetime(2026, 1, 1, tzinfo=UTC)
NORTH, SOUTH = TenantId("north"), TenantId("south")


def a_contact_of(one: TenantId) -> Contact:
    return Contact(id=ContactId(f"con_{one}"), identities=(), created_at=NOW, updated_at=NOW)


@pytest.fixture
async def store() -> InMemoryStore:
    """Each of two tenants has a contact, and nobody a call."""
    store = InMemoryStore()
    for one in (NORTH, SOUTH):
        with act_for(one):
            async with store.unit_of_work() as uow:
                await uow.contacts.save(a_contact_of(one))
                await uow.commit()
    return store


async def test_every_tenant_is_swept_by_itself(store: InMemoryStore) -> None:
    seen: list[tuple[str, str]] = []

    async def sweep() -> int:
        async with store.unit_of_work() as uow:
            (contact,) = await uow.contacts.find_page(after=None, limit=9)
        seen.append((tenant(), contact.id))
        return 2

    assert await SweepTenants(unit_of_work=store.unit_of_work, sweep=sweep).execute() == 4
    assert seen == [(NORTH, "con_north"), (SOUTH, "con_south")]


async def test_who_has_no_call_is_left_out_of_sweeps_over_calls(store: InMemoryStore) -> None:
    async def sweep() -> int:
        return 1

    live = SweepTenants(unit_of_work=store.unit_of_work, sweep=sweep, only_live=True)
    assert await live.execute() == 0


async def test_one_that_breaks_does_not_hold_up_the_others(
    store: InMemoryStore, caplog: pytest.LogCaptureFixture
) -> None:
    async def sweep() -> int:
        if tenant() == NORTH:
            raise RuntimeError("broken")
        return 1

    assert await SweepTenants(unit_of_work=store.unit_of_work, sweep=sweep).execute() == 1
    assert caplog.messages == ["sweep broke"]


async def test_a_store_that_does_not_answer_ends_the_round(store: InMemoryStore) -> None:
    async def sweep() -> int:
        raise UnavailableError("down")

    with pytest.raises(UnavailableError):
        await SweepTenants(unit_of_work=store.unit_of_work, sweep=sweep).execute()
