"""What it takes to have a subscriber told."""

from application.ports.unit_of_work import UnitOfWork
from application.ports.work_queue import Job
from domain.webhook_delivery import MOST_ATTEMPTS, WebhookDelivery

DELIVER_WEBHOOK = "deliver_webhook"

# The delivery counts its attempts itself; the rest is for processes that die in the middle of one.
_MOST_TURNS = 3 * MOST_ATTEMPTS


async def have_delivered(uow: UnitOfWork, delivery: WebhookDelivery) -> WebhookDelivery:
    """Keep *delivery*, and put the work for its present run; as it was kept."""
    kept = await uow.webhook_deliveries.save(delivery)
    await uow.work.put(
        Job(
            kind=DELIVER_WEBHOOK,
            key=kept.key,
            payload={"deliveryId": kept.id, "run": kept.run},
            max_attempts=_MOST_TURNS,
        )
    )
    return kept
