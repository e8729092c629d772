"""What every store promises of tenants: nothing of another's is seen, changed or deleted."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

import pytest

from application.acting import act_for
from application.ports.work_queue import WorkState
from domain.errors import NotFoundError, ServiceError
from domain.ids import TenantId
from domain.transcript import Transcript
from tests.contracts.store import LEASE, Store, a_session, a_turn, an_agent
from tests.contracts.tenant_world import JOB, Reach, build_world, every_reach
from tests.contracts.webhooks import a_subscription

NORTH, SOUTH = TenantId("north"), TenantId("south")


async def seen(store: Store, reaches: Sequence[Reach]) -> Mapping[str, object]:
    """What each read finds; None for nothing at all."""
    found: dict[str, object] = {}
    async with store.unit_of_work() as uow:
        for reach in reaches:
            try:
                answer = await reach.on(uow)
            except NotFoundError:
                answer = None
            is_empty = isinstance(answer, Transcript) and not answer.turns
            found[str(reach)] = None if is_empty else answer or None
    return found


async def attempt(store: Store, reach: Reach) -> None:
    """Do it and commit; what is refused is left."""
    try:
        async with store.unit_of_work() as uow:
            await reach.on(uow)
            await uow.commit()
    except ServiceError:
        return


def as_stored(reach: Reach, held: Mapping[str, object]) -> Reach:
    """The same write with the aggregate as it is stored, where one is read back."""
    arguments = dict(reach.arguments)
    for name, value in reach.arguments.items():
        for one in held.values():
            if type(one) is type(value):
                arguments[name] = one
    return replace(reach, arguments=arguments)


class TenantsContract:
    """Subclasses bring a `store` fixture."""

    async def test_no_method_of_any_repository_sees_another_tenant(self, store: Store) -> None:
        reads = [reach for reach in every_reach() if reach.reads]
        with act_for(NORTH):
            await build_world(store)
            theirs = await seen(store, reads)
        assert [name for name, answer in theirs.items() if answer is None] == []
        with act_for(SOUTH):
            ours = await seen(store, reads)
        assert {name: answer for name, answer in ours.items() if answer is not None} == {}

    async def test_no_method_of_any_repository_changes_another_tenant(self, store: Store) -> None:
        reads = [reach for reach in every_reach() if reach.reads]
        writes = [reach for reach in every_reach() if not reach.reads]
        with act_for(NORTH):
            await build_world(store)
            before = await seen(store, reads)
        for write in writes:
            with act_for(SOUTH):
                await attempt(store, as_stored(write, before))
                await attempt(store, write)
            with act_for(NORTH):
                assert await seen(store, reads) == before, write

    async def test_what_callers_name_is_each_tenants_own(self, store: Store) -> None:
        own = replace(a_session(9), request=a_session().request)
        with act_for(NORTH):
            await build_world(store)
        with act_for(SOUTH):
            async with store.unit_of_work() as uow:
                await uow.agents.add(an_agent())
                await uow.sessions.add(own)
                await uow.commit()
            async with store.unit_of_work() as uow:
                found = await uow.sessions.find_by_conversation(own.request.conversation_id)
        assert found is not None
        assert found.id == own.id

    async def test_a_turn_replaces_only_its_own_tenants(self, store: Store) -> None:
        with act_for(NORTH):
            await build_world(store)
        with act_for(SOUTH), suppress(ServiceError):
            await store.journal.record(a_turn(1, text="of somebody else"))
        with act_for(NORTH):
            async with store.unit_of_work() as uow:
                (turn,) = (await uow.turns.transcript(a_session().id)).turns
        assert turn.text == "hello"

    async def test_jobs_are_fetched_for_all_and_shown_to_their_tenant(self, store: Store) -> None:
        for tenant in (NORTH, SOUTH):
            with act_for(tenant):
                async with store.unit_of_work() as uow:
                    await uow.work.put(JOB)
                    await uow.commit()
        items = await store.work_desk.claim(owner="one", kinds=("ring",), lease=LEASE, at_most=9)
        assert sorted(item.tenant for item in items) == [NORTH, SOUTH]
        for item in items:
            await store.work_desk.give_up(item, reason="no bell")
        ours = next(item for item in items if item.tenant == NORTH)
        with act_for(SOUTH):
            for asked in (store.work_admin.get, store.work_admin.revive, store.work_admin.cancel):
                with pytest.raises(NotFoundError):
                    await asked(ours.id)
            page = await store.work_admin.find_page(state=None, kind=None, after=None, limit=9)
            assert [item.tenant for item in page] == [SOUTH]
            assert (await store.work_admin.stats()).by_state == {WorkState.DEAD: 1}
        with act_for(NORTH):
            assert (await store.work_admin.get(ours.id)).state is WorkState.DEAD

    async def test_tenants_are_known_by_what_they_have(self, store: Store) -> None:
        async with store.unit_of_work() as uow:
            assert await uow.tenants.find_all() == []
        with act_for(NORTH):
            await build_world(store)
        with act_for(SOUTH):
            async with store.unit_of_work() as uow:
                await uow.webhook_subscriptions.save(a_subscription(7))
                await uow.commit()
                assert await uow.tenants.find_all() == [NORTH, SOUTH]
                assert await uow.tenants.find_live() == [NORTH]
