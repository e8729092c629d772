"""Durable work in memory: as durable as memory is, and otherwise by the same rules."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from adapters.in_memory.repositories import Repository
from adapters.in_memory.work_state import WorkHeld
from application.acting import tenant
from application.ports.system import Clock
from application.ports.work_queue import Effect, Job, Json, WorkItem, WorkState, WorkStats
from domain.errors import ConflictError


class InMemoryWorkQueue(Repository):
    """The queue as a unit of work sees it."""

    async def put(self, job: Job) -> None:
        """Have it done after the commit."""
        self._work.change(lambda state: state.work.put(job))


class InMemoryEffects(Repository):
    """Effects by key."""

    async def find(self, key: str) -> Effect | None:
        """The effect done under *key*."""
        return self._work.state.work.effects.get((tenant(), key))

    async def add(self, effect: Effect) -> None:
        """The first of a key stays."""
        self._work.change(lambda state: _keep(state.work, effect))


class InMemoryWorkDesk:
    """Jobs of one process; *held* is asked anew each time, as commits replace it."""

    def __init__(self, held: Callable[[], WorkHeld], clock: Clock) -> None:
        self._held = held
        self._clock = clock
        self._put = asyncio.Event()

    def wake(self) -> None:
        """Something was put."""
        self._put.set()

    async def claim(
        self, *, owner: str, kinds: Sequence[str], lease: timedelta, at_most: int
    ) -> Sequence[WorkItem]:
        """Due jobs and those left behind."""
        self._put.clear()
        now = self._clock.now()
        return self._held().claim(owner=owner, kinds=kinds, lease=lease, at_most=at_most, now=now)

    async def beat(self, item: WorkItem, *, lease: timedelta) -> None:
        """Keep it for another lease."""
        self._held().leases[self._held().mine(item).id] = self._clock.now() + lease

    async def save_cursor(self, item: WorkItem, cursor: Mapping[str, Json]) -> None:
        """Keep how far it came."""
        held = self._held()
        held.items[item.id] = replace(held.mine(item), cursor=dict(cursor))

    async def finish(self, item: WorkItem) -> None:
        """It is done."""
        self._end(item, WorkState.DONE, reason=None)

    async def give_up(self, item: WorkItem, *, reason: str) -> None:
        """It is dead."""
        self._end(item, WorkState.DEAD, reason=reason)

    async def retry(self, item: WorkItem, *, after: timedelta, reason: str) -> None:
        """Once more, after a while."""
        self._give_back(item, due=self._clock.now() + after, attempt=item.attempt, error=reason)

    async def put_off(self, item: WorkItem, *, until: datetime | None = None) -> None:
        """As if the attempt had not been."""
        self._give_back(item, due=until or item.due, attempt=item.attempt - 1, error=None)

    async def wait(self, *, at_most_s: float) -> None:
        """For what is put in this process."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(at_most_s):
                await self._put.wait()

    def _end(self, item: WorkItem, state: WorkState, *, reason: str | None) -> None:
        held = self._held()
        held.items[item.id] = replace(
            held.mine(item),
            state=state,
            owner=None,
            last_error=reason,
            finished_at=self._clock.now(),
        )
        self.wake()

    def _give_back(self, item: WorkItem, *, due: datetime, attempt: int, error: str | None) -> None:
        held = self._held()
        mine = held.mine(item)
        held.items[item.id] = replace(
            mine,
            state=WorkState.READY,
            owner=None,
            due=due,
            attempt=attempt,
            last_error=error or mine.last_error,
        )


class InMemoryWorkAdmin:
    """Jobs as people see them."""

    def __init__(self, held: Callable[[], WorkHeld], desk: InMemoryWorkDesk, clock: Clock) -> None:
        self._held = held
        self._desk = desk
        self._clock = clock

    async def find_page(
        self, *, state: WorkState | None, kind: str | None, after: str | None, limit: int
    ) -> Sequence[WorkItem]:
        """Newest first."""
        wanted = [
            item
            for item in reversed(self._held().of_tenant())
            if state in (None, item.state)
            and kind in (None, item.kind)
            and (after is None or int(item.id) < int(self._held().get(after).id))
        ]
        return wanted[:limit]

    async def get(self, item_id: str) -> WorkItem:
        """Raises NotFoundError."""
        return self._held().get(item_id)

    async def revive(self, item_id: str) -> WorkItem:
        """From its first attempt, at the place its cursor shows."""
        item = self._changeable(item_id, WorkState.DEAD, WorkState.CANCELLED)
        self._desk.wake()
        return self._change(
            item, state=WorkState.READY, attempt=0, due=self._clock.now(), finished_at=None
        )

    async def cancel(self, item_id: str) -> WorkItem:
        """Never do it; a runner that has it now loses it."""
        item = self._changeable(item_id, WorkState.READY, WorkState.RUNNING, WorkState.DEAD)
        return self._change(item, state=WorkState.CANCELLED, finished_at=self._clock.now())

    async def stats(self) -> WorkStats:
        """How much there is to do."""
        items = self._held().of_tenant()
        due = [item.due for item in items if item.state is WorkState.READY]
        late = (self._clock.now() - min(due)).total_seconds() if due else 0.0
        counts = Counter(item.state for item in items)
        return WorkStats(by_state=dict(counts), oldest_due_s=max(0.0, late))

    def _changeable(self, item_id: str, *states: WorkState) -> WorkItem:
        item = self._held().get(item_id)
        if item.state not in states:
            raise ConflictError(f"job {item_id} is {item.state}")
        return item

    def _change(self, item: WorkItem, **values: object) -> WorkItem:
        changed = replace(item, **values)  # type: ignore[arg-type]
        self._held().items[item.id] = changed
        return changed


def _keep(held: WorkHeld, effect: Effect) -> None:
    held.effects.setdefault((tenant(), effect.key), effect)
