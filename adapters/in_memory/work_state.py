"""The jobs and effects a store in memory holds, and the rules by which they change."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from adapters.in_memory.clock import ManualClock
from application.acting import tenant
from application.ports.system import Clock
from application.ports.work_queue import Effect, Job, WorkItem, WorkState
from domain.errors import LeaseLostError, NotFoundError
from domain.ids import TenantId

_UNFINISHED = (WorkState.READY, WorkState.RUNNING)


@dataclass(slots=True, kw_only=True)
class WorkHeld:
    """Every tenant's jobs in the order they were put, each with the end of its lease."""

    clock: Clock = field(default_factory=ManualClock)
    items: dict[str, WorkItem] = field(default_factory=dict)
    keys: set[tuple[TenantId, str]] = field(default_factory=set)
    leases: dict[str, datetime] = field(default_factory=dict)
    effects: dict[tuple[TenantId, str], Effect] = field(default_factory=dict)

    def copy(self) -> "WorkHeld":
        """The same content in containers of its own."""
        return WorkHeld(
            clock=self.clock,
            items=dict(self.items),
            keys=set(self.keys),
            leases=dict(self.leases),
            effects=dict(self.effects),
        )

    def put(self, job: Job) -> None:
        """The first of a key stays."""
        if (tenant(), job.key) in self.keys:
            return
        now = self.clock.now()
        item_id = str(len(self.items) + 1)
        self.keys.add((tenant(), job.key))
        self.items[item_id] = WorkItem(
            id=item_id,
            kind=job.kind,
            key=job.key,
            payload=job.payload,
            state=WorkState.READY,
            attempt=0,
            claims=0,
            max_attempts=job.max_attempts,
            due=job.due or now,
            created_at=now,
            order_key=job.order_key,
            tenant=tenant(),
        )

    def claim(
        self, *, owner: str, kinds: Collection[str], lease: timedelta, at_most: int, now: datetime
    ) -> list[WorkItem]:
        """Due jobs and those left behind, oldest due first."""
        waiting = [
            item
            for item in self.items.values()
            if item.kind in kinds and self._is_free(item, now) and not self._must_wait(item)
        ]
        claimed = []
        for item in sorted(waiting, key=lambda one: (one.due, int(one.id)))[:at_most]:
            mine = replace(
                item,
                state=WorkState.RUNNING,
                owner=owner,
                attempt=item.attempt + 1,
                claims=item.claims + 1,
            )
            self.items[item.id] = mine
            self.leases[item.id] = now + lease
            claimed.append(mine)
        return claimed

    def mine(self, item: WorkItem) -> WorkItem:
        """The job as it is now. Raises LeaseLostError when somebody else has it."""
        held = self.items[item.id]
        has_it = (held.state, held.owner, held.claims)
        if has_it != (WorkState.RUNNING, item.owner, item.claims):
            raise LeaseLostError(f"job {item.id} is somebody else's by now")
        return held

    def of_tenant(self) -> list[WorkItem]:
        """The acting tenant's jobs."""
        return [item for item in self.items.values() if item.tenant == tenant()]

    def get(self, item_id: str) -> WorkItem:
        """The acting tenant's job. Raises NotFoundError."""
        held = self.items.get(item_id)
        if held is None or held.tenant != tenant():
            raise NotFoundError(f"no job {item_id}")
        return held

    def _is_free(self, item: WorkItem, now: datetime) -> bool:
        if item.state is WorkState.READY:
            return item.due <= now
        return item.state is WorkState.RUNNING and self.leases[item.id] <= now

    def _must_wait(self, item: WorkItem) -> bool:
        return item.order_key is not None and any(
            (one.tenant, one.order_key) == (item.tenant, item.order_key)
            and one.id != item.id
            and one.state in _UNFINISHED
            and (int(one.id) < int(item.id) or one.state is WorkState.RUNNING)
            for one in self.items.values()
        )
