"""What every store promises of durable work."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest

from application.ports.work_queue import Effect, Job, WorkItem, WorkState
from domain.errors import ConflictError, LeaseLostError, NotFoundError
from tests.contracts.store import NOW, Store, a_session, an_agent

LEASE = timedelta(seconds=30)
AT_ONCE = timedelta(0)


async def put(store: Store, *jobs: Job) -> None:
    async with store.unit_of_work() as uow:
        for job in jobs:
            await uow.work.put(job)
        await uow.commit()


async def claim(
    store: Store, *, owner: str = "one", at_most: int = 10, lease: timedelta = LEASE
) -> Sequence[WorkItem]:
    return await store.work_desk.claim(
        owner=owner, kinds=("ring", "event"), lease=lease, at_most=at_most
    )


async def the_only(store: Store, **how: object) -> WorkItem:
    (item,) = await claim(store, **how)  # type: ignore[arg-type]
    return item


def ring(number: int = 1, **details: object) -> Job:
    return Job(kind="ring", key=f"ring:{number}", payload={"n": number}, **details)  # type: ignore[arg-type]


class WorkContract:
    """Subclasses bring a `store` fixture."""

    async def test_a_job_is_one_runners_and_then_done(self, store: Store) -> None:
        await put(store, ring())
        item = await the_only(store)
        assert (item.kind, item.payload, item.attempt) == ("ring", {"n": 1}, 1)
        assert not await claim(store, owner="two")
        await store.work_desk.finish(item)
        done = await store.work_admin.get(item.id)
        assert (done.state, done.finished_at is None) == (WorkState.DONE, False)
        assert not await claim(store)

    async def test_nothing_is_put_without_the_commit(self, store: Store) -> None:
        async with store.unit_of_work() as uow:
            await uow.agents.add(an_agent())
            await uow.work.put(ring())
        assert not await claim(store)

    async def test_a_key_is_put_once_even_when_it_is_done(self, store: Store) -> None:
        await put(store, ring(), ring())
        await store.work_desk.finish(await the_only(store))
        await put(store, ring())
        assert not await claim(store)

    async def test_kinds_that_nobody_asks_for_wait(self, store: Store) -> None:
        await put(store, Job(kind="other", key="other"), ring())
        assert (await the_only(store)).kind == "ring"

    async def test_a_job_is_not_done_before_its_time(self, store: Store) -> None:
        far = NOW + timedelta(days=36_500)
        await put(store, ring(1, due=far), ring(2, due=NOW - timedelta(days=3650)))
        assert (await the_only(store)).payload == {"n": 2}

    async def test_what_was_left_behind_is_somebody_elses(self, store: Store) -> None:
        await put(store, ring())
        first = await the_only(store, lease=AT_ONCE)
        second = await the_only(store, owner="two")
        assert (second.id, second.attempt) == (first.id, 2)
        for late in (
            store.work_desk.finish(first),
            store.work_desk.beat(first, lease=LEASE),
            store.work_desk.save_cursor(first, {"at": 1}),
            store.work_desk.give_up(first, reason="x"),
            store.work_desk.retry(first, after=AT_ONCE, reason="x"),
        ):
            with pytest.raises(LeaseLostError):
                await late
        await store.work_desk.finish(second)

    async def test_a_beating_heart_keeps_the_job(self, store: Store) -> None:
        await put(store, ring())
        item = await the_only(store, lease=AT_ONCE)
        await store.work_desk.beat(item, lease=LEASE)
        assert not await claim(store, owner="two")

    async def test_the_next_attempt_begins_where_the_last_one_came_to(self, store: Store) -> None:
        await put(store, ring())
        item = await the_only(store)
        await store.work_desk.save_cursor(item, {"step": 2})
        await store.work_desk.retry(item, after=AT_ONCE, reason="no answer")
        again = await the_only(store)
        assert (again.cursor, again.attempt, again.last_error) == ({"step": 2}, 2, "no answer")

    async def test_a_pause_is_kept(self, store: Store) -> None:
        await put(store, ring())
        item = await the_only(store)
        await store.work_desk.retry(item, after=timedelta(hours=1), reason="no answer")
        assert not await claim(store)

    async def test_a_timer_is_no_attempt(self, store: Store) -> None:
        await put(store, ring(), ring(2))
        first, second = await claim(store)
        await store.work_desk.put_off(first, until=NOW - timedelta(days=3650))
        await store.work_desk.put_off(second, until=NOW + timedelta(days=36_500))
        again = await the_only(store)
        assert (again.id, again.attempt) == (first.id, 1)

    async def test_jobs_of_one_order_key_follow_one_another(self, store: Store) -> None:
        jobs = [ring(n, order_key="a") for n in (1, 2)] + [ring(3, order_key="b"), ring(4)]
        await put(store, *jobs)
        claimed = await claim(store)
        assert [item.payload["n"] for item in claimed] == [1, 3, 4]
        await store.work_desk.give_up(claimed[0], reason="no")
        assert (await the_only(store)).payload == {"n": 2}

    async def test_a_revived_job_waits_for_a_later_one_of_its_order_that_is_under_way(
        self, store: Store
    ) -> None:
        await put(store, ring(1, order_key="a"), ring(2, order_key="a"))
        first = await the_only(store)
        await store.work_desk.give_up(first, reason="no")
        second = await the_only(store)
        await store.work_admin.revive(first.id)
        assert not await claim(store, owner="two")
        await store.work_desk.finish(second)
        assert (await the_only(store)).id == first.id

    async def test_a_dead_job_waits_for_a_person(self, store: Store) -> None:
        await put(store, ring())
        item = await the_only(store)
        await store.work_desk.give_up(item, reason="refused")
        assert not await claim(store)
        (dead,) = await self._page(store, state=WorkState.DEAD)
        assert (dead.last_error, dead.owner) == ("refused", None)
        await store.work_admin.revive(item.id)
        assert (await the_only(store)).attempt == 1

    async def test_a_cancelled_job_is_nobodys(self, store: Store) -> None:
        await put(store, ring())
        item = await the_only(store)
        assert (await store.work_admin.cancel(item.id)).state is WorkState.CANCELLED
        with pytest.raises(LeaseLostError):
            await store.work_desk.finish(item)
        with pytest.raises(ConflictError):
            await store.work_admin.cancel(item.id)
        await store.work_admin.revive(item.id)
        assert (await the_only(store)).id == item.id

    async def test_whoever_lost_a_job_has_lost_it_however_often_it_begins_anew(
        self, store: Store
    ) -> None:
        await put(store, ring())
        lost = await the_only(store)
        await store.work_admin.cancel(lost.id)
        await store.work_admin.revive(lost.id)
        again = await the_only(store)
        assert (again.attempt, again.owner) == (lost.attempt, lost.owner)
        with pytest.raises(LeaseLostError):
            await store.work_desk.finish(lost)
        await store.work_desk.put_off(again)
        third = await the_only(store)
        with pytest.raises(LeaseLostError):
            await store.work_desk.finish(again)
        await store.work_desk.finish(third)

    async def test_what_was_left_behind_and_what_is_due_are_taken_by_age(
        self, store: Store
    ) -> None:
        old, older, oldest = (NOW - timedelta(days=days) for days in (3650, 3651, 3652))
        await put(store, ring(1, due=older))
        await the_only(store, lease=AT_ONCE)
        await put(store, ring(2, due=old), ring(3, due=oldest))
        taken = await claim(store, owner="two", at_most=2)
        assert [item.payload["n"] for item in taken] == [3, 1]
        assert (await the_only(store)).payload == {"n": 2}

    async def test_people_see_what_there_is(self, store: Store) -> None:
        await put(store, ring(1), ring(2), Job(kind="other", key="o", due=NOW))
        assert [item.key for item in await self._page(store)] == ["o", "ring:2", "ring:1"]
        first, *_ = await self._page(store)
        assert [one.key for one in await self._page(store, after=first.id, limit=1)] == ["ring:2"]
        assert [one.key for one in await self._page(store, kind="other")] == ["o"]
        await store.work_desk.finish((await claim(store, at_most=1))[0])
        stats = await store.work_admin.stats()
        assert stats.by_state == {WorkState.READY: 2, WorkState.DONE: 1}
        assert stats.oldest_due_s >= 0

    async def test_what_is_not_there_is_not_found(self, store: Store) -> None:
        for nothing in ("999", "no number"):
            for look in (store.work_admin.get, store.work_admin.revive, store.work_admin.cancel):
                with pytest.raises(NotFoundError):
                    await look(nothing)

    async def test_runners_side_by_side_share_the_jobs(self, store: Store) -> None:
        await put(store, *(ring(n) for n in range(40)))
        shares = await asyncio.gather(
            *(claim(store, owner=f"runner {n}", at_most=15) for n in range(4))
        )
        ids = [item.id for share in shares for item in share]
        rest = await claim(store, at_most=40)
        assert sorted([*ids, *(item.id for item in rest)], key=int) == sorted(
            {*ids, *(item.id for item in rest)}, key=int
        )
        assert len(ids) + len(rest) == 40

    async def test_whoever_waits_is_told_what_was_put(self, store: Store) -> None:
        assert not await claim(store)
        waiting = asyncio.create_task(store.work_desk.wait(at_most_s=30))
        await put(store, ring())
        async with asyncio.timeout(5):
            await waiting

    async def test_what_was_put_between_a_look_and_the_wait_is_not_missed(
        self, store: Store
    ) -> None:
        assert not await claim(store)
        await put(store, ring())
        async with asyncio.timeout(5):
            await store.work_desk.wait(at_most_s=30)

    async def test_an_event_is_work_in_the_transaction_of_its_state(self, store: Store) -> None:
        async with store.unit_of_work() as uow:
            await uow.agents.add(an_agent())
            await uow.sessions.add(a_session())
            await uow.commit()
        events = [item for item in await claim(store) if item.kind == "event"]
        told = {item.payload["kind"]: item.payload for item in events}
        assert told["SessionDispatched"]["sessionId"] == "ses_001"
        assert told["SessionDispatched"]["attempt"] == 1
        assert "occurredAt" in told["SessionDispatched"]

    async def test_an_effect_is_written_down_once(self, store: Store) -> None:
        effect = Effect(key="1:ring", kind="ring", target="bell", at=NOW, result={"id": 7})
        for other in (effect, Effect(key="1:ring", kind="ring", target="door", at=NOW)):
            async with store.unit_of_work() as uow:
                await uow.effects.add(other)
                await uow.commit()
        async with store.unit_of_work() as uow:
            assert await uow.effects.find("1:ring") == effect
            assert await uow.effects.find("2:ring") is None

    async def _page(
        self,
        store: Store,
        *,
        state: WorkState | None = None,
        kind: str | None = None,
        after: str | None = None,
        limit: int = 10,
    ) -> Sequence[WorkItem]:
        return await store.work_admin.find_page(state=state, kind=kind, after=after, limit=limit)
