"""A contact is to be forgotten altogether."""

from dataclasses import dataclass
from datetime import UTC, datetime

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from domain.caller_identity import vouched_identity
from domain.contact import Contact
from domain.ids import ContactId

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


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

    The contact's calls are not read again, nor for the first time where that was still to come, so
    that nothing of them comes back.
    """

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    async def execute(self, command: EraseContactCommand) -> ErasureReceipt:
        """Raises NotFoundError."""
        now = self.clock.now()
        async with self.unit_of_work() as uow:
            contact = await uow.contacts.get(command.contact_id)
            await _pass_over_its_calls(uow, contact, now)
            summaries = await uow.contacts.remove(contact.id)
            await uow.commit()
        return ErasureReceipt(
            contact_id=contact.id,
            erased_at=now,
            identities=len(contact.identities),
            facts=len(contact.facts),
            summaries=summaries,
        )


async def _pass_over_its_calls(uow: UnitOfWork, contact: Contact, now: datetime) -> None:
    pending = await uow.remembered_sessions.find_pending(ended_after=_BEGINNING, ended_before=now)
    for session in pending:
        caller = vouched_identity(session.request.user_id)
        if caller is not None and contact.has(caller):
            await uow.remembered_sessions.add(session.id, at=now)
