"""Durable work: put with the state it follows from, done by whoever lives, once more if need be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeAlias

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

    async def __call__(self, job: RunningJob) -> Outcome: ...


class WorkState(StrEnum):
    """`ready` waits for its time, an attempt or a timer; `dead` waits for a person."""

    READY = "ready"
    RUNNING = "running"
    DONE = "done"
    DEAD = "dead"
    CANCELLED = "cancelled"
