"""Contacts that are one person."""

from http import HTTPStatus

from fastapi import APIRouter

from application.use_cases.memory.dismiss_merge import DismissMergeCommand
from application.use_cases.memory.merge_contacts import MergeContactsCommand
from entrypoints.http.access import CONFIGURE, READ
from entrypoints.http.contact_dependencies import (
    ContactQueriesDep,
    DismissMergeDep,
    MergeContactsDep,
    SuggestionIdPath,
)
from entrypoints.http.dependencies import ContactIdPath, Cursor, Limit
from entrypoints.http.paging import page_of
from entrypoints.http.problems import responses
from entrypoints.http.schemas.contact_merges import MergeHistory, MergeIn, SuggestedMergePage
from entrypoints.http.schemas.contacts import ContactOut

router = APIRouter(prefix="/contacts", tags=["contacts"])


@router.get("/merges", dependencies=[READ])
async def list_suggested_merges(
    queries: ContactQueriesDep, cursor: Cursor = None, limit: Limit = 50
) -> SuggestedMergePage:
    """Pairs that share a confirmed address or number, and that the backend knows as two."""
    page = await page_of(
        lambda after, count: queries.suggested_merges(after=after, limit=count),
        cursor=cursor,
        limit=limit,
    )
    return SuggestedMergePage.of(page, queries.now())


@router.delete(
    "/merges/{suggestionId}",
    dependencies=[CONFIGURE],
    status_code=HTTPStatus.NO_CONTENT,
    responses=responses(HTTPStatus.NOT_FOUND),
)
async def dismiss_suggested_merge(
    suggestion_id: SuggestionIdPath, dismiss: DismissMergeDep
) -> None:
    """They are two; the pair is not suggested again."""
    await dismiss.execute(DismissMergeCommand(suggestion_id=suggestion_id))


@router.get("/{contactId}/merges", dependencies=[READ], responses=responses(HTTPStatus.NOT_FOUND))
async def list_merges(contact_id: ContactIdPath, queries: ContactQueriesDep) -> MergeHistory:
    """Whom a contact absorbed: when, who decided, and what showed that they are one."""
    return MergeHistory.of(await queries.history(contact_id))


@router.post(
    "/{contactId}/merge",
    dependencies=[CONFIGURE],
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def merge_contacts(
    contact_id: ContactIdPath,
    body: MergeIn,
    merge: MergeContactsDep,
    queries: ContactQueriesDep,
) -> ContactOut:
    """Make `absorb` part of this contact. There is no way back."""
    command = MergeContactsCommand(contact_id=contact_id, absorb=body.to_id())
    return ContactOut.of(await merge.execute(command), queries.now())
