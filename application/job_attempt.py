"""One attempt at one job: what comes of it is said to the desk, whatever it is."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from application.acting import act_for
from application.ports.work_queue import (
    Dead,
    Done,
    JobHandler,
    Json,
    Outcome,
    RetryAfter,
    Sleep,
    WorkDesk,
    WorkItem,
)
from domain.errors import (
    InvalidValueError,
    LeaseLostError,
    NotFoundError,
    RejectedError,
    ServiceError,
    UnavailableError,
)

log = logging.getLogger(__name__)

_GIVE_BACK_WITHIN_S = 1.0
_LONGEST_PAUSE_S = 900.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Backoff:
    """Full jitter: anywhere between nothing and a bound that doubles with each attempt.

    Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015. *chance* answers
    numbers between 0 and 1. A pause is at least *least_s* and at most 15 minutes.
    """

    chance: Callable[[], float]
    first_s: float = 1.0
    least_s: float = 0.1

    def pause(self, attempt: int) -> timedelta:
        """How long to wait after the failure of *attempt*, counted from 1."""
        bound = min(_LONGEST_PAUSE_S, self.first_s * 2.0 ** min(attempt, 30))
        return timedelta(seconds=max(self.least_s, bound * self.chance()))


@dataclass(frozen=True, slots=True, kw_only=True)
class JobInHand:
    """A claimed job as its handler sees it."""

    item: WorkItem
    desk: WorkDesk

    @property
    def id(self) -> str:
        """The job's own id."""
        return self.item.id

    @property
    def kind(self) -> str:
        """What is to be done."""
        return self.item.kind

    @property
    def key(self) -> str:
        """Its identity over all kinds."""
        return self.item.key

    @property
    def payload(self) -> Mapping[str, Json]:
        """What it is about."""
        return self.item.payload

    @property
    def attempt(self) -> int:
        """1 for the first."""
        return self.item.attempt

    @property
    def cursor(self) -> Mapping[str, Json]:
        """How far an earlier attempt came."""
        return self.item.cursor

    def effect_key(self, step: str) -> str:
        """The key of what *step* does outside."""
        return f"{self.item.id}:{step}"

    async def save_cursor(self, cursor: Mapping[str, Json]) -> None:
        """Raises LeaseLostError when somebody else has it."""
        await self.desk.save_cursor(self.item, cursor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """Ends in done, once more, dead or put off; never in an error for whoever runs it."""

    desk: WorkDesk
    item: WorkItem
    lease: timedelta
    backoff: Backoff

    async def run(self, handler: JobHandler) -> None:
        """Cancelled, it gives the job back as if it had not been tried."""
        heart = asyncio.create_task(self._beat(asyncio.current_task()))
        try:
            outcome = await self._outcome(handler)
            await self._say(outcome)
        except asyncio.CancelledError:
            with suppress(ServiceError, TimeoutError):
                async with asyncio.timeout(_GIVE_BACK_WITHIN_S):
                    await self.desk.put_off(self.item)
            raise
        except LeaseLostError:
            self._log("job lost to somebody else")
        except ServiceError as error:
            # Nobody was told: the lease runs out, and whoever finds it then tries again.
            self._log("outcome of a job not stored", error=type(error).__name__)
        finally:
            heart.cancel()
            await asyncio.wait({heart})

    async def _outcome(self, handler: JobHandler) -> Outcome:
        if self.item.attempt > self.item.max_attempts:
            return Dead(reason="nobody who began it came to an end")
        try:
            with act_for(self.item.tenant):
                return await handler(JobInHand(item=self.item, desk=self.desk))
        except LeaseLostError:
            raise
        except UnavailableError as error:
            return RetryAfter(reason=str(error))
        except TimeoutError:
            return RetryAfter(reason="it took too long")
        except (RejectedError, InvalidValueError, NotFoundError) as error:
            return Dead(reason=str(error))
        except ServiceError as error:
            return RetryAfter(reason=str(error))
        except Exception as error:
            log.exception("job broke", extra={"job_id": self.item.id, "kind": self.item.kind})
            return RetryAfter(reason=f"a mistake of ours: {type(error).__name__}")

    async def _say(self, outcome: Outcome) -> None:
        match outcome:
            case Done():
                await self.desk.finish(self.item)
            case Sleep(until=until):
                await self.desk.put_off(self.item, until=until)
            case RetryAfter(reason=reason, seconds=seconds):
                await self._retry(reason, seconds)
            case Dead(reason=reason):
                self._log("job is dead", reason=reason)
                await self.desk.give_up(self.item, reason=reason)

    async def _retry(self, reason: str, seconds: float | None) -> None:
        if self.item.attempt >= self.item.max_attempts:
            self._log("job is dead", reason=reason)
            await self.desk.give_up(self.item, reason=reason)
            return
        after = self.backoff.pause(self.item.attempt)
        if seconds is not None:
            after = timedelta(seconds=seconds)
        await self.desk.retry(self.item, after=after, reason=reason)

    async def _beat(self, whose: "asyncio.Task[None] | None") -> None:
        while True:
            await asyncio.sleep(self.lease.total_seconds() / 3)
            try:
                await self.desk.beat(self.item, lease=self.lease)
            except LeaseLostError:
                if whose is not None:
                    whose.cancel()
                return
            except UnavailableError as error:
                self._log("heartbeat of a job missed", error=type(error).__name__)

    def _log(self, message: str, **fields: object) -> None:
        about = {"job_id": self.item.id, "kind": self.item.kind, "attempt": self.item.attempt}
        log.warning(message, extra={**about, **fields})
