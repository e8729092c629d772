"""One thing told to one subscriber, and every attempt at it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.ids import DeliveryId, WebhookId

MOST_ATTEMPTS = 8

_MINUTE = 60.0
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR
# With full jitter a pause is half as long on average: about a day for all seven.
_LONGEST_PAUSES = (
    10.0,
    10 * _MINUTE,
    1 * _HOUR,
    5 * _HOUR,
    10 * _HOUR,
    16 * _HOUR,
    16 * _HOUR,
)
_ATTEMPTS_KEPT = 3 * MOST_ATTEMPTS


class DeliveryState(StrEnum):
    """`pending` has its next attempt before it; `dead` waits for a redelivery.

    `cancelled`: the subscription was disabled meanwhile.
    """

    PENDING = "pending"
    DELIVERED = "delivered"
    DEAD = "dead"
    CANCELLED = "cancelled"


class AttemptResult(StrEnum):
    """What came of an attempt."""

    ACCEPTED = "accepted"
    GONE = "gone"
    BUSY = "busy"
    REFUSED = "refused"
    REDIRECTED = "redirected"
    TIMED_OUT = "timed_out"
    UNREACHABLE = "unreachable"
    ADDRESS_REFUSED = "address_refused"

    @property
    def may_pass(self) -> bool:
        """Whether another attempt may do better."""
        return self in {AttemptResult.BUSY, AttemptResult.TIMED_OUT, AttemptResult.UNREACHABLE}


def result_of(status: int) -> AttemptResult:
    """What an HTTP *status* says to the sender."""
    match status:
        case 410:
            return AttemptResult.GONE
        case 408 | 425 | 429:
            return AttemptResult.BUSY
        case _ if status >= 500:
            return AttemptResult.BUSY
        case _ if status >= 400:
            return AttemptResult.REFUSED
        case _ if status >= 300:
            return AttemptResult.REDIRECTED
        case _:
            return AttemptResult.ACCEPTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One request; *run* is the delivery's at that time, *excerpt* how a refusal began."""

    at: datetime
    run: int
    result: AttemptResult
    status: int | None = None
    excerpt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookDelivery:
    """*data* of *event_type* for one subscription; *id* is the message's over all attempts.

    *run* is 1, and one more with each redelivery; only the newest is worked on. *revision* counts
    saves.
    """

    id: DeliveryId
    subscription_id: WebhookId
    event_id: str
    event_type: str
    occurred_at: datetime
    data: Mapping[str, object]
    created_at: datetime
    state: DeliveryState = DeliveryState.PENDING
    run: int = 1
    attempts: tuple[Attempt, ...] = ()
    revision: int = 0

    @property
    def key(self) -> str:
        """Names the work of this run."""
        first = f"webhook:{self.subscription_id}:{self.event_id}"
        return first if self.run == 1 else f"{first}:{self.run}"

    @property
    def attempts_of_run(self) -> int:
        """How often this run has tried."""
        return sum(1 for attempt in self.attempts if attempt.run == self.run)

    @property
    def longest_pause_s(self) -> float:
        """The pause before the next attempt lies between none and this many seconds."""
        return _LONGEST_PAUSES[min(self.attempts_of_run, MOST_ATTEMPTS - 1) - 1]

    def tried(self, attempt: Attempt) -> "WebhookDelivery":
        """After *attempt*: delivered, dead, or still to be delivered."""
        after = replace(self, attempts=(*self.attempts, attempt)[-_ATTEMPTS_KEPT:])
        if attempt.result is AttemptResult.ACCEPTED:
            return replace(after, state=DeliveryState.DELIVERED)
        if attempt.result.may_pass and after.attempts_of_run < MOST_ATTEMPTS:
            return replace(after, state=DeliveryState.PENDING)
        return replace(after, state=DeliveryState.DEAD)

    def cancel(self) -> "WebhookDelivery":
        """Nobody wants it any more."""
        return replace(self, state=DeliveryState.CANCELLED)

    def again(self) -> "WebhookDelivery":
        """The same message once more, from the first attempt on, whatever came of it before."""
        return replace(self, state=DeliveryState.PENDING, run=self.run + 1)


def pause_s(delivery: WebhookDelivery, *, chance: float, asked_for_s: float | None) -> float:
    """Before the next attempt: *chance* (0 to 1) of the longest, or what the receiver asked for.

    Nobody may ask for more than a day.
    """
    return max(chance * delivery.longest_pause_s, min(asked_for_s or 0.0, _DAY))
