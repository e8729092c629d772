"""Durable work: put with the state it follows from, done by whoever lives, once more if need be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol, TypeAlias

from domain.ids import TenantId
from domain.principal import DEFAULT_TENANT

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Work to be done.

    *key* is its identity over all kinds: a second job of the same key is never put. Not before
    *due*. Jobs of one *order_key* are done one after the other, oldest first. *payload* holds ids,
    not personal data.
    """

    kind: str
    key: str
    payload: Mapping[str, Json] = field(default_factory=dict)
    due: datetime | None = None
    order_key: str | None = None
    max_attempts: int = 12


class WorkQueue(Protocol):
    """The queue as a unit of work sees it: nothing is put unless the unit is committed."""

    async def put(self, job: Job) -> None:
        """Have *job* done after the commit, unless there is or was one of the same key."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """Something done outside, by the key it was done under; *result* holds no personal data."""

    key: str
    kind: str
    target: str
    at: datetime
    result: Mapping[str, Json] = field(default_factory=dict)


class EffectLedger(Protocol):
    """What was done outside. Look before the deed, write after it."""

    async def find(self, key: str) -> Effect | None:
        """The effect done under *key*."""
        ...

    async def add(self, effect: Effect) -> None:
        """Keep that it was done; a second time under the same key changes nothing."""
        ...


class RunningJob(Protocol):
    """A job in somebody's hands."""

    @property
    def id(self) -> str: ...

    @property
    def kind(self) -> str: ...

    @property
    def key(self) -> str: ...

    @property
    def payload(self) -> Mapping[str, Json]: ...

    @property
    def attempt(self) -> int:
        """1 for the first; a timer that ran out is no attempt."""
        ...

    @property
    def cursor(self) -> Mapping[str, Json]:
        """How far an earlier attempt came; empty at first."""
        ...

    def effect_key(self, step: str) -> str:
        """The key of what *step* does outside, the same over all attempts."""
        ...

    async def save_cursor(self, cursor: Mapping[str, Json]) -> None:
        """Keep how far it came. Raises LeaseLostError when somebody else has it by now."""
        ...


@dataclass(frozen=True, slots=True)
class Done:
    """Nothing is left to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryAfter:
    """Once more, in *seconds*; None leaves the pause to the queue."""

    reason: str
    seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dead:
    """Trying again will not help; a person may."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleep:
    """Not before *until*: a timer, which outlives every process and counts as no attempt."""

    until: datetime


Outcome = Done | RetryAfter | Dead | Sleep


class JobHandler(Protocol):
    """Does jobs of one kind.

    UnavailableError and TimeoutError mean once more; RejectedError, InvalidValueError and
    NotFoundError mean dead; anything else is a mistake of ours: logged, and tried again.
    """

    async def __call__(self, job: RunningJob, /) -> Outcome: ...


class WorkState(StrEnum):
    """`ready` waits for its time, an attempt or a timer; `dead` waits for a person."""

    READY = "ready"
    RUNNING = "running"
    DONE = "done"
    DEAD = "dead"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkItem:
    """A job as it is stored; *last_error* holds no personal data. It is done for its *tenant*.

    *claims* counts how often anybody ever took it, and never begins anew as *attempt* does: it
    tells whoever has it from everybody who had it before.
    """

    id: str
    kind: str
    key: str
    payload: Mapping[str, Json]
    state: WorkState
    attempt: int
    claims: int
    max_attempts: int
    due: datetime
    created_at: datetime
    cursor: Mapping[str, Json] = field(default_factory=dict)
    order_key: str | None = None
    owner: str | None = None
    last_error: str | None = None
    finished_at: datetime | None = None
    tenant: TenantId = DEFAULT_TENANT


class WorkDesk(Protocol):
    """Where runners fetch jobs of every tenant; any number of them, in any number of processes.

    A job is one runner's for the length of its lease. Whoever's lease ran out has lost the job:
    what they say of it later raises LeaseLostError. All times are the store's own.
    """

    async def claim(
        self, *, owner: str, kinds: Sequence[str], lease: timedelta, at_most: int
    ) -> Sequence[WorkItem]:
        """Jobs that are due or were left behind, oldest due first; each is an attempt begun."""
        ...

    async def beat(self, item: WorkItem, *, lease: timedelta) -> None:
        """Keep the job for another *lease*."""
        ...

    async def save_cursor(self, item: WorkItem, cursor: Mapping[str, Json]) -> None:
        """Keep how far it came."""
        ...

    async def finish(self, item: WorkItem) -> None:
        """It is done."""
        ...

    async def retry(self, item: WorkItem, *, after: timedelta, reason: str) -> None:
        """Once more, *after* a while."""
        ...

    async def give_up(self, item: WorkItem, *, reason: str) -> None:
        """It is dead, until a person retries it."""
        ...

    async def put_off(self, item: WorkItem, *, until: datetime | None = None) -> None:
        """Give it back as if this attempt had not been; not before *until*."""
        ...

    async def wait(self, *, at_most_s: float) -> None:
        """Return when jobs were put in this process since the last claim began, or in time."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkStats:
    """How many jobs there are by state; *oldest_due_s* is how late the latest one is."""

    by_state: Mapping[WorkState, int]
    oldest_due_s: float


class WorkAdmin(Protocol):
    """Durable work as people see it: the acting tenant's."""

    async def find_page(
        self, *, state: WorkState | None, kind: str | None, after: str | None, limit: int
    ) -> Sequence[WorkItem]:
        """Newest first; *after* is the id of the last one of the page before."""
        ...

    async def get(self, item_id: str) -> WorkItem:
        """Raises NotFoundError."""
        ...

    async def revive(self, item_id: str) -> WorkItem:
        """Try a dead or cancelled job again, now. Raises NotFoundError, ConflictError."""
        ...

    async def cancel(self, item_id: str) -> WorkItem:
        """Never do it. Raises NotFoundError, and ConflictError for what is done."""
        ...

    async def stats(self) -> WorkStats:
        """How much there is to do."""
        ...
