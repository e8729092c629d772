"""Tell one subscriber of one event."""

import logging
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from application.ports.webhooks import WebhookMessage, WebhookSender
from application.ports.work_queue import Dead, Done, Effect, Outcome, RetryAfter, RunningJob
from application.webhook_body import body_of
from domain.errors import NotFoundError, RejectedError, StaleVersionError, UnavailableError
from domain.ids import DeliveryId
from domain.webhook import WebhookSubscription
from domain.webhook_delivery import (
    Attempt,
    AttemptResult,
    DeliveryState,
    WebhookDelivery,
    pause_s,
    result_of,
)

log = logging.getLogger(__name__)

_OUTRUN_PAUSE_S = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Due:
    delivery: WebhookDelivery
    subscription: WebhookSubscription
    message: WebhookMessage


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverWebhook:
    """One attempt a time, each noted; what may pass is tried again for about a day.

    A receiver that is gone (410) is disabled, and what was still to be told to it is cancelled.
    Whoever is killed between the answer and the note sends again: the message's id stays, so that
    the receiver can tell. A dead delivery whose work is taken up by hand gets one more attempt.
    """

    unit_of_work: UnitOfWorkFactory
    sender: WebhookSender
    clock: Clock
    chance: Callable[[], float] = random.random

    async def execute(self, job: RunningJob) -> Outcome:
        """Raises UnavailableError when the store does not answer."""
        try:
            due = await self._due(job)
            if due is None:
                return Done()
            attempt, asked_for_s = await self._attempt(due)
            await self._note(job, due, attempt)
        except StaleVersionError:
            # Changed, redelivered or deleted meanwhile; which of them shows next time.
            return RetryAfter(reason="changed meanwhile", seconds=_OUTRUN_PAUSE_S)
        return self._outcome(due.delivery.tried(attempt), attempt, asked_for_s)

    async def _due(self, job: RunningJob) -> _Due | None:
        async with self.unit_of_work() as uow:
            try:
                delivery = await uow.webhook_deliveries.get(
                    DeliveryId(str(job.payload["deliveryId"]))
                )
            except NotFoundError:
                return None
            open_states = {DeliveryState.PENDING, DeliveryState.DEAD}
            if delivery.run != job.payload["run"] or delivery.state not in open_states:
                return None
            subscription = await uow.webhook_subscriptions.get(delivery.subscription_id)
            if not subscription.enabled:
                await uow.webhook_deliveries.save(delivery.cancel())
                await uow.commit()
                return None
            message = await self._message(uow, delivery, subscription)
        return _Due(delivery=delivery, subscription=subscription, message=message)

    async def _message(
        self, uow: UnitOfWork, delivery: WebhookDelivery, subscription: WebhookSubscription
    ) -> WebhookMessage:
        now = self.clock.now()
        return WebhookMessage(
            id=delivery.id,
            url=subscription.url,
            body=await body_of(uow, delivery, personal_data=subscription.personal_data),
            at=now,
            secrets=subscription.secrets.valid_at(now),
        )

    async def _attempt(self, due: _Due) -> tuple[Attempt, float | None]:
        run, at = due.delivery.run, due.message.at
        try:
            answer = await self.sender.send(due.message)
        except RejectedError:
            return Attempt(at=at, run=run, result=AttemptResult.ADDRESS_REFUSED), None
        except UnavailableError as error:
            return Attempt(at=at, run=run, result=AttemptResult.UNREACHABLE), error.retry_after
        except TimeoutError:
            return Attempt(at=at, run=run, result=AttemptResult.TIMED_OUT), None
        attempt = Attempt(
            at=at,
            run=run,
            result=result_of(answer.status),
            status=answer.status,
            # Who was sent personal data may quote it.
            excerpt="" if due.subscription.personal_data else answer.excerpt,
        )
        return attempt, answer.retry_after_s

    async def _note(self, job: RunningJob, due: _Due, attempt: Attempt) -> None:
        async with self.unit_of_work() as uow:
            await uow.webhook_deliveries.save(due.delivery.tried(attempt))
            if attempt.result is AttemptResult.ACCEPTED:
                # With the delivery's state: whoever finds that pending need not look for this.
                await uow.effects.add(
                    Effect(
                        key=job.effect_key("send"),
                        kind="webhook",
                        target=due.subscription.id,
                        at=self.clock.now(),
                        result={"deliveryId": due.delivery.id, "status": attempt.status},
                    )
                )
            if attempt.result is AttemptResult.GONE:
                held = await uow.webhook_subscriptions.get(due.subscription.id)
                await uow.webhook_subscriptions.save(held.disable("gone"))
            await uow.commit()

    def _outcome(
        self, after: WebhookDelivery, attempt: Attempt, asked_for_s: float | None
    ) -> Outcome:
        reason = f"{attempt.result} {attempt.status or ''}".strip()
        log.info(
            "webhook attempted",
            extra={"delivery": after.id, "webhook": after.subscription_id, "result": reason},
        )
        match after.state:
            case DeliveryState.DELIVERED | DeliveryState.CANCELLED:
                return Done()
            case DeliveryState.DEAD:
                return Dead(reason=reason)
            case DeliveryState.PENDING:
                pause = pause_s(after, chance=self.chance(), asked_for_s=asked_for_s)
                return RetryAfter(reason=reason, seconds=pause)
            case _:
                assert_never(after.state)
