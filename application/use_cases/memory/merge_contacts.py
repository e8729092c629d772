"""Two contacts are one person, somebody says."""

from dataclasses import dataclass

from application.contact_merging import MergeReason, absorb, find_contact
from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from domain.contact import Contact
from domain.contact_merge import MergeDecision, SharedIdentity
from domain.errors import InvalidValueError
from domain.ids import ContactId


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeContactsCommand:
    """*contact_id* stays, *absorb* becomes part of it."""

    contact_id: ContactId
    absorb: ContactId


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeContacts:
    """A person may merge whom they like; it counts once, and the suggestion is done with."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    async def execute(self, command: MergeContactsCommand) -> Contact:
        """The one that is left. Raises NotFoundError, InvalidValueError for one and the same."""
        if command.contact_id == command.absorb:
            raise InvalidValueError("a contact cannot absorb itself")
        async with self.unit_of_work() as uow:
            survivor = await find_contact(uow, command.contact_id)
            absorbed = await find_contact(uow, command.absorb)
            if survivor.id == absorbed.id:
                return survivor
            reason = MergeReason(
                decided_by=MergeDecision.PERSON,
                shared=await _shared(uow, survivor.id, absorbed.id),
                now=self.clock.now(),
            )
            merged = await absorb(uow, survivor, absorbed, reason)
            await uow.commit()
        return merged


async def _shared(uow: UnitOfWork, one: ContactId, other: ContactId) -> SharedIdentity | None:
    for suggestion in await uow.merge_suggestions.find_by_contact(one):
        if other in (suggestion.first_id, suggestion.second_id):
            return suggestion.shared
    return None
