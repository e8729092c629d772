"""Sessions, live and past, and what was said in them."""

from http import HTTPStatus

from fastapi import APIRouter

from domain.insight.sentiment import sentiment_of
from entrypoints.http.access import READ
from entrypoints.http.dependencies import Cursor, Limit, QueriesDep, SessionIdPath
from entrypoints.http.paging import page_of
from entrypoints.http.problems import responses
from entrypoints.http.schemas.insight import InsightOut
from entrypoints.http.schemas.leads import LeadOut
from entrypoints.http.schemas.sessions import SessionOut, SessionPage, TranscriptOut

router = APIRouter(prefix="/sessions", tags=["sessions"])


@router.get("", dependencies=[READ])
async def list_sessions(
    queries: QueriesDep, cursor: Cursor = None, limit: Limit = 50
) -> SessionPage:
    """Sessions, newest first."""
    page = await page_of(
        lambda after, count: queries.sessions(after=after, limit=count), cursor=cursor, limit=limit
    )
    return SessionPage.of(page)


@router.get("/{sessionId}", dependencies=[READ], responses=responses(HTTPStatus.NOT_FOUND))
async def get_session(session_id: SessionIdPath, queries: QueriesDep) -> SessionOut:
    """One session."""
    return SessionOut.of(await queries.session(session_id))


@router.get(
    "/{sessionId}/transcript", dependencies=[READ], responses=responses(HTTPStatus.NOT_FOUND)
)
async def get_transcript(session_id: SessionIdPath, queries: QueriesDep) -> TranscriptOut:
    """What was said so far; turns appear as they end, also while the session is live."""
    return TranscriptOut.of(await queries.transcript(session_id))


@router.get("/{sessionId}/insight", dependencies=[READ], responses=responses(HTTPStatus.NOT_FOUND))
async def get_insight(session_id: SessionIdPath, queries: QueriesDep) -> InsightOut:
    """How the call goes for its caller, with evidence; also while the session is live."""
    transcript = await queries.transcript(session_id)
    return InsightOut.of(session_id, sentiment_of(transcript))


@router.get("/{sessionId}/lead", dependencies=[READ], responses=responses(HTTPStatus.NOT_FOUND))
async def get_lead_of_session(session_id: SessionIdPath, queries: QueriesDep) -> LeadOut:
    """The contact details the caller gave; 404 as long as there are none."""
    return LeadOut.of(await queries.lead_of_session(session_id))
