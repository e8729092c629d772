"""A decision is carried out in the CRM."""

from dataclasses import dataclass

from application.ports.crm import Crm
from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from application.ports.work_queue import Done, Effect, Outcome, RunningJob
from domain.crm import ContactKeys
from domain.ids import ReviewId


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyReview:
    """The handler of `apply_crm_review` jobs: the CRM gets what the caller confirmed, once."""

    unit_of_work: UnitOfWorkFactory
    crm: Crm
    clock: Clock

    async def execute(self, job: RunningJob) -> Outcome:
        """Raises what the CRM raises, and NotFoundError."""
        key = job.effect_key("contact")
        async with self.unit_of_work() as uow:
            review = await uow.crm_reviews.get(ReviewId(str(job.payload["reviewId"])))
            if await uow.effects.find(key) is not None:
                return Done()
        difference = review.difference
        contact_id = await self.crm.upsert_contact(
            ContactKeys(),
            {difference.field: difference.offered},
            contact_id=review.contact_id,
            idempotency_key=key,
        )
        effect = Effect(
            key=key,
            kind="crm_contact",
            target=self.crm.capabilities.name,
            at=self.clock.now(),
            result={"contactId": contact_id},
        )
        async with self.unit_of_work() as uow:
            await uow.effects.add(effect)
            await uow.commit()
        return Done()
