"""Contacts: who calls, and what is remembered of them."""

from http import HTTPStatus

from fastapi import APIRouter

from application.use_cases.memory.erase_contact import EraseContactCommand
from application.use_cases.memory.withdraw_fact import WithdrawFactCommand
from entrypoints.http.contact_dependencies import (
    ContactQueriesDep,
    EraseContactDep,
    WithdrawFactDep,
)
from entrypoints.http.dependencies import ContactIdPath, Cursor, FactIdPath, Limit
from entrypoints.http.paging import page_of
from entrypoints.http.problems import responses
from entrypoints.http.schemas.contacts import (
    ContactMemoryOut,
    ContactOut,
    ContactPage,
    ErasureOut,
)

router = APIRouter(prefix="/contacts", tags=["contacts"])


@router.get("")
async def list_contacts(
    queries: ContactQueriesDep, cursor: Cursor = None, limit: Limit = 50
) -> ContactPage:
    """Contacts, newest first."""
    page = await page_of(
        lambda after, count: queries.contacts(after=after, limit=count), cursor=cursor, limit=limit
    )
    return ContactPage.of(page, queries.now())


@router.get("/{contactId}", responses=responses(HTTPStatus.NOT_FOUND))
async def get_contact(contact_id: ContactIdPath, queries: ContactQueriesDep) -> ContactOut:
    """One contact; for one that was absorbed the one it is part of, under that one's id."""
    return ContactOut.of(await queries.contact(contact_id), queries.now())


@router.get("/{contactId}/memory", responses=responses(HTTPStatus.NOT_FOUND))
async def get_memory(contact_id: ContactIdPath, queries: ContactQueriesDep) -> ContactMemoryOut:
    """All that is kept of a contact: facts with where they were said, calls, what was promised."""
    return ContactMemoryOut.of(await queries.memory(contact_id))


@router.delete(
    "/{contactId}/memory/facts/{factId}",
    status_code=HTTPStatus.NO_CONTENT,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def withdraw_fact(
    contact_id: ContactIdPath, fact_id: FactIdPath, withdraw: WithdrawFactDep
) -> None:
    """Forget a fact, the values it superseded, and the summaries that quote them."""
    await withdraw.execute(WithdrawFactCommand(contact_id=contact_id, fact_id=fact_id))


@router.delete("/{contactId}", responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT))
async def erase_contact(contact_id: ContactIdPath, erase: EraseContactDep) -> ErasureOut:
    """Forget a contact. Transcripts and leads stay with their sessions."""
    return ErasureOut.of(await erase.execute(EraseContactCommand(contact_id=contact_id)))
