"""Leads: what callers told us about themselves."""

from http import HTTPStatus

from fastapi import APIRouter

from entrypoints.http.access import READ
from entrypoints.http.dependencies import Cursor, LeadIdPath, Limit, QueriesDep
from entrypoints.http.paging import page_of
from entrypoints.http.problems import responses
from entrypoints.http.schemas.leads import LeadOut, LeadPage

router = APIRouter(prefix="/leads", tags=["leads"])


@router.get("", dependencies=[READ])
async def list_leads(queries: QueriesDep, cursor: Cursor = None, limit: Limit = 50) -> LeadPage:
    """Leads, newest first."""
    page = await page_of(
        lambda after, count: queries.leads(after=after, limit=count), cursor=cursor, limit=limit
    )
    return LeadPage.of(page)


@router.get("/{leadId}", dependencies=[READ], responses=responses(HTTPStatus.NOT_FOUND))
async def get_lead(lead_id: LeadIdPath, queries: QueriesDep) -> LeadOut:
    """One lead, each field with its status and the caller's own words."""
    return LeadOut.of(await queries.lead(lead_id))
