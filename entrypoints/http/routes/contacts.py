"""Contacts: who calls, and what is remembered of them."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query

from application.use_cases.memory.change_consents import ChangeConsentsCommand
from application.use_cases.memory.erase_contact import EraseContactCommand
from application.use_cases.memory.withdraw_fact import WithdrawFactCommand
from entrypoints.http.access import CONFIGURE, ERASE, READ
from entrypoints.http.contact_dependencies import (
    ChangeConsentsDep,
    ContactQueriesDep,
    EraseContactDep,
    ReceiptIdPath,
    WithdrawFactDep,
)
from entrypoints.http.dependencies import ContactIdPath, Cursor, FactIdPath, Limit
from entrypoints.http.paging import page_of
from entrypoints.http.problems import responses
from entrypoints.http.schemas.consents import ContactPatch
from entrypoints.http.schemas.contacts import (
    ContactMemoryOut,
    ContactOut,
    ContactPage,
)
from entrypoints.http.schemas.erasures import ErasureOut, ReceiptOut

router = APIRouter(prefix="/contacts", tags=["contacts"])

Transcripts = Annotated[bool, Query(description="erase the words of their calls, too")]


@router.get("", dependencies=[READ])
async def list_contacts(
    queries: ContactQueriesDep, cursor: Cursor = None, limit: Limit = 50
) -> ContactPage:
    """Contacts, newest first."""
    page = await page_of(
        lambda after, count: queries.contacts(after=after, limit=count), cursor=cursor, limit=limit
    )
    return ContactPage.of(page, queries.now())


@router.get("/erasures/{receiptId}", dependencies=[READ], responses=responses(HTTPStatus.NOT_FOUND))
async def get_erasure_receipt(receipt_id: ReceiptIdPath, queries: ContactQueriesDep) -> ReceiptOut:
    """What an erasure erased, in numbers; it does not say whom it was about."""
    return ReceiptOut.of(await queries.receipt(receipt_id))


@router.get("/{contactId}", dependencies=[READ], responses=responses(HTTPStatus.NOT_FOUND))
async def get_contact(contact_id: ContactIdPath, queries: ContactQueriesDep) -> ContactOut:
    """One contact; for one that was absorbed the one it is part of, under that one's id."""
    return ContactOut.of(await queries.contact(contact_id), queries.now())


@router.patch(
    "/{contactId}",
    dependencies=[CONFIGURE],
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def change_consents(
    contact_id: ContactIdPath,
    body: ContactPatch,
    change: ChangeConsentsDep,
    queries: ContactQueriesDep,
) -> ContactOut:
    """Say what a contact allows and forbids; it counts from now on, and what was said is kept."""
    command = ChangeConsentsCommand(contact_id=contact_id, answers=body.to_answers())
    return ContactOut.of(await change.execute(command), queries.now())


@router.get("/{contactId}/memory", dependencies=[READ], responses=responses(HTTPStatus.NOT_FOUND))
async def get_memory(contact_id: ContactIdPath, queries: ContactQueriesDep) -> ContactMemoryOut:
    """All that is kept of a contact: facts with where they were said, calls, what was promised."""
    return ContactMemoryOut.of(await queries.memory(contact_id))


@router.delete(
    "/{contactId}/memory/facts/{factId}",
    dependencies=[ERASE],
    status_code=HTTPStatus.NO_CONTENT,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def withdraw_fact(
    contact_id: ContactIdPath, fact_id: FactIdPath, withdraw: WithdrawFactDep
) -> None:
    """Forget a fact, the values it superseded, and the summaries that quote them."""
    await withdraw.execute(WithdrawFactCommand(contact_id=contact_id, fact_id=fact_id))


@router.delete(
    "/{contactId}",
    dependencies=[ERASE],
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def erase_contact(
    contact_id: ContactIdPath, erase: EraseContactDep, transcripts: Transcripts = False
) -> ErasureOut:
    """Forget a contact, and what was read from their calls; on request also what was said."""
    command = EraseContactCommand(contact_id=contact_id, transcripts=transcripts)
    return ErasureOut.by(await erase.execute(command))
