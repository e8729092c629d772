"""A contact is to be forgotten altogether."""

from dataclasses import dataclass
from datetime import datetime

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from domain.ids import ContactId


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseContactCommand:
    """Whom to forget."""

    contact_id: ContactId


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureReceipt:
    """What was erased, in numbers."""

    contact_id: ContactId
    erased_at: datetime
    identities: int
    facts: int
    summaries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseContact:
    """Identities, facts and summaries go. What belongs to a session stays: transcript and lead.

    The contact's calls are not read again, so that nothing of them comes back.
    """

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    async def execute(self, command: EraseContactCommand) -> ErasureReceipt:
        """Raises NotFoundError."""
        async with self.unit_of_work() as uow:
            contact = await uow.contacts.get(command.contact_id)
            summaries = await uow.contacts.remove(contact.id)
            await uow.commit()
        return ErasureReceipt(
            contact_id=contact.id,
            erased_at=self.clock.now(),
            identities=len(contact.identities),
            facts=len(contact.facts),
            summaries=summaries,
        )
