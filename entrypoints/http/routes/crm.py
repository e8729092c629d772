"""The CRM: what is to be decided on, and our own contacts and calls."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from application.crm_queries import CrmQueries
from application.use_cases.crm.decide_review import DecideReview, DecideReviewCommand
from domain.ids import ReviewId
from entrypoints.http.access import CONFIGURE, READ
from entrypoints.http.dependencies import ContainerDep, Cursor, Limit
from entrypoints.http.paging import page_of
from entrypoints.http.problems import responses
from entrypoints.http.schemas.base import NAME_PATTERN
from entrypoints.http.schemas.crm import (
    CrmCallsOut,
    CrmContactPage,
    CrmDecisionIn,
    CrmReviewOut,
    CrmReviewPage,
)

router = APIRouter(prefix="/crm", tags=["crm"])

_BODY = (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNSUPPORTED_MEDIA_TYPE)


async def _queries(container: ContainerDep) -> CrmQueries:
    return container.crm_queries()


async def _decide(container: ContainerDep) -> DecideReview:
    return container.decide_crm_review()


_QueriesDep = Annotated[CrmQueries, Depends(_queries)]
_DecideDep = Annotated[DecideReview, Depends(_decide)]
_ContactIdPath = Annotated[str, Path(alias="crmContactId", pattern=NAME_PATTERN)]
_ReviewIdPath = Annotated[ReviewId, Path(alias="reviewId", pattern=NAME_PATTERN)]
_Open = Annotated[bool | None, Query(alias="open", description="only those to be decided, or not")]


@router.get("/contacts", dependencies=[READ])
async def list_crm_contacts(
    queries: _QueriesDep, cursor: Cursor = None, limit: Limit = 50
) -> CrmContactPage:
    """Contacts of our own CRM, newest first; empty where another CRM is configured."""
    page = await page_of(
        lambda after, count: queries.contacts(after=after, limit=count), cursor=cursor, limit=limit
    )
    return CrmContactPage.of(page)


@router.get(
    "/contacts/{crmContactId}/calls", dependencies=[READ], responses=responses(HTTPStatus.NOT_FOUND)
)
async def list_crm_calls(contact_id: _ContactIdPath, queries: _QueriesDep) -> CrmCallsOut:
    """The notes on a contact's last calls, newest first, at most 200."""
    return CrmCallsOut.of(list(await queries.calls(contact_id)))


@router.get("/reviews", dependencies=[READ])
async def list_crm_reviews(
    queries: _QueriesDep, is_open: _Open = None, cursor: Cursor = None, limit: Limit = 50
) -> CrmReviewPage:
    """Fields for which the CRM holds something else than a caller confirmed, newest first."""
    page = await page_of(
        lambda after, count: queries.reviews(is_open=is_open, after=after, limit=count),
        cursor=cursor,
        limit=limit,
    )
    return CrmReviewPage.of(page)


@router.post(
    "/reviews/{reviewId}",
    dependencies=[CONFIGURE],
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, *_BODY),
)
async def decide_crm_review(
    review_id: _ReviewIdPath, body: CrmDecisionIn, decide: _DecideDep
) -> CrmReviewOut:
    """Keep what the CRM holds, or have it replaced; decided once."""
    command = DecideReviewCommand(review_id=review_id, decision=body.decision)
    return CrmReviewOut.of(await decide.execute(command))
