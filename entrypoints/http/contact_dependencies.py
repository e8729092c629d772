"""What the routes of contacts ask for, taken from the container."""

from typing import Annotated

from fastapi import Depends, Path

from application.contact_queries import ContactQueries
from application.exports import Exports
from application.use_cases.memory.change_consents import ChangeConsents
from application.use_cases.memory.dismiss_merge import DismissMerge
from application.use_cases.memory.erase_contact import EraseContact
from application.use_cases.memory.merge_contacts import MergeContacts
from application.use_cases.memory.withdraw_fact import WithdrawFact
from domain.ids import ReceiptId, SuggestionId
from entrypoints.http.dependencies import ContainerDep
from entrypoints.http.schemas.base import NAME_PATTERN


async def _contact_queries(container: ContainerDep) -> ContactQueries:
    return container.contact_queries()


async def _withdraw_fact(container: ContainerDep) -> WithdrawFact:
    return container.withdraw_fact()


async def _erase_contact(container: ContainerDep) -> EraseContact:
    return container.erase_contact()


async def _merge_contacts(container: ContainerDep) -> MergeContacts:
    return container.merge_contacts()


async def _dismiss_merge(container: ContainerDep) -> DismissMerge:
    return container.dismiss_merge()


async def _change_consents(container: ContainerDep) -> ChangeConsents:
    return container.change_consents()


async def _exports(container: ContainerDep) -> Exports:
    return container.exports()


ChangeConsentsDep = Annotated[ChangeConsents, Depends(_change_consents)]
ContactQueriesDep = Annotated[ContactQueries, Depends(_contact_queries)]
WithdrawFactDep = Annotated[WithdrawFact, Depends(_withdraw_fact)]
EraseContactDep = Annotated[EraseContact, Depends(_erase_contact)]
MergeContactsDep = Annotated[MergeContacts, Depends(_merge_contacts)]
DismissMergeDep = Annotated[DismissMerge, Depends(_dismiss_merge)]
ExportsDep = Annotated[Exports, Depends(_exports)]

ReceiptIdPath = Annotated[ReceiptId, Path(alias="receiptId", pattern=NAME_PATTERN)]
SuggestionIdPath = Annotated[SuggestionId, Path(alias="suggestionId", pattern=NAME_PATTERN)]
