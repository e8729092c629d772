"""A person has decided what a CRM shall hold."""

from dataclasses import dataclass

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from application.ports.work_queue import Job
from domain.crm import CrmReview, ReviewDecision
from domain.ids import ReviewId

APPLY_REVIEW = "apply_crm_review"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideReviewCommand:
    """Which value stays."""

    review_id: ReviewId
    decision: ReviewDecision


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideReview:
    """Decided once. A value that is to be replaced is written to the CRM by durable work."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    async def execute(self, command: DecideReviewCommand) -> CrmReview:
        """Raises NotFoundError, and ConflictError when it was decided otherwise."""
        async with self.unit_of_work() as uow:
            review = await uow.crm_reviews.get(command.review_id)
            decided = review.decide(command.decision, now=self.clock.now())
            if decided is review:
                return review
            await uow.crm_reviews.save(decided)
            if command.decision is ReviewDecision.REPLACE:
                await uow.work.put(
                    Job(
                        kind=APPLY_REVIEW,
                        key=f"{APPLY_REVIEW}:{review.id}",
                        payload={"reviewId": review.id},
                        order_key=f"crm_contact:{review.contact_id}",
                    )
                )
            await uow.commit()
        return decided
