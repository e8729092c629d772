"""Leads out of transcripts that are handed in."""

from fastapi import APIRouter

from entrypoints.http.access import READ
from entrypoints.http.dependencies import ContainerDep
from entrypoints.http.schemas.lead_extraction import ExtractedOut, ExtractIn

router = APIRouter(prefix="/leads", tags=["leads"])


@router.post("/extract", dependencies=[READ])
async def extract_lead(body: ExtractIn, container: ContainerDep) -> ExtractedOut:
    """What the caller left, each value with its turns; by rules, and nothing is stored."""
    found = await container.extract_lead().execute(body.command())
    return ExtractedOut.of(body.id, found)
