import pytest

from application.crm_queries import CrmQueries
from application.ports.work_queue import Done
from application.use_cases.crm.decide_review import DecideReviewCommand
from domain.contact_details import ContactField
from domain.crm import CrmReview, ReviewDecision
from domain.errors import ConflictError, UnavailableError
from tests.unit.crm.desk import Desk, Piece

NAME, EMAIL = ContactField.NAME, ContactField.EMAIL


async def a_review(desk: Desk) -> CrmReview:
    desk.crm.contacts["c1"] = {EMAIL: "ada@example.org", NAME: "Ada Löwe"}
    await desk.sync(await desk.call(name="Ida", email="ada@example.org"))
    (review,) = await desk.reviews()
    return review


async def test_what_is_kept_needs_no_work(desk: Desk) -> None:
    review = await a_review(desk)
    command = DecideReviewCommand(review_id=review.id, decision=ReviewDecision.KEEP)
    decided = await desk.decide.execute(command)
    assert await desk.decide.execute(command) == await _stored(desk)
    assert decided.decision is ReviewDecision.KEEP
    assert await desk.reviews() == []
    assert "apply_crm_review" not in [one.kind for one in _work(desk)]
    with pytest.raises(ConflictError):
        await desk.decide.execute(
            DecideReviewCommand(review_id=review.id, decision=ReviewDecision.REPLACE)
        )


async def test_what_is_replaced_is_written_once_even_if_the_crm_fails(desk: Desk) -> None:
    review = await a_review(desk)
    await desk.decide.execute(
        DecideReviewCommand(review_id=review.id, decision=ReviewDecision.REPLACE)
    )
    (job,) = [one for one in _work(desk) if one.kind == "apply_crm_review"]
    piece = Piece(id=job.id, payload=job.payload)
    desk.crm.fail_next(UnavailableError("down"))
    with pytest.raises(UnavailableError):
        await desk.apply.execute(piece)
    assert await desk.apply.execute(piece) == Done()
    asked = desk.crm.requests
    assert await desk.apply.execute(piece) == Done()
    assert desk.crm.requests == asked
    assert desk.contact == {EMAIL: "ada@example.org", NAME: "Ida"}


async def test_the_list_can_be_read(desk: Desk) -> None:
    review = await a_review(desk)
    queries = CrmQueries(unit_of_work=desk.store.unit_of_work)
    assert await queries.reviews(is_open=None, after=None, limit=5) == [review]
    assert await queries.contacts(after=None, limit=5) == []


def _work(desk: Desk) -> list[Piece]:
    items = desk.store.snapshot().work.items.values()
    return [Piece(id=one.id, kind=one.kind, payload=one.payload) for one in items]


async def _stored(desk: Desk) -> CrmReview:
    async with desk.store.unit_of_work() as uow:
        (one,) = await uow.crm_reviews.find_page(is_open=False, after=None, limit=1)
    return one
