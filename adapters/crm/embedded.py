"""Our own CRM, in the database of the service."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.ports.crm import (
    AmbiguousContactError,
    CallNote,
    CrmCapabilities,
    CrmContact,
    PastCall,
)
from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWorkFactory
from domain.crm import ContactKeys, Details
from domain.crm_record import CrmCall, CrmRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedCrm:
    """Contacts and calls beside everything else that is stored.

    It keeps what callers asked to be done, not what is remembered of them: who does not want to be
    remembered can still leave a number. The notes of calls are therefore no part of a brief.
    """

    unit_of_work: UnitOfWorkFactory
    clock: Clock
    ids: IdGenerator

    @property
    def capabilities(self) -> CrmCapabilities:
        """Nothing is nearer."""
        return CrmCapabilities(name="embedded", fast=True, history=False)

    async def find_contact(self, keys: ContactKeys) -> CrmContact | None:
        """Raises AmbiguousContactError when the keys are of two."""
        async with self.unit_of_work() as uow:
            found = await uow.crm_book.find(keys)
        record = _only(found)
        return CrmContact(id=record.id, details=record.details) if record else None

    async def upsert_contact(
        self, keys: ContactKeys, patch: Details, *, contact_id: str | None, idempotency_key: str
    ) -> str:
        """Known by its keys, not by *idempotency_key*: a second time finds what the first left.

        Raises AmbiguousContactError, and ConflictError when a key is somebody else's.
        """
        now = self.clock.now()
        async with self.unit_of_work() as uow:
            if contact_id is not None:
                record: CrmRecord | None = await uow.crm_book.get(contact_id)
            else:
                record = _only(await uow.crm_book.find(keys))
            record = record or CrmRecord(id=self.ids.new("crm"), created_at=now, updated_at=now)
            await uow.crm_book.save(record.changed(patch, now=now))
            await uow.commit()
        return record.id

    async def log_call(self, contact_id: str, note: CallNote, *, idempotency_key: str) -> None:
        """The first note of a call stays."""
        call = CrmCall(
            call_id=note.call_id,
            contact_id=contact_id,
            summary=note.summary,
            at=note.at,
            duration_s=note.duration_s,
            transcript_url=note.transcript_url,
        )
        async with self.unit_of_work() as uow:
            await uow.crm_book.add_call(call)
            await uow.commit()

    async def history(self, contact_id: str, *, limit: int) -> Sequence[PastCall]:
        """Newest first."""
        async with self.unit_of_work() as uow:
            calls = await uow.crm_book.find_calls(contact_id, limit=limit)
        return [PastCall(at=one.at, summary=one.summary) for one in calls]


def _only(found: Sequence[CrmRecord]) -> CrmRecord | None:
    if len(found) > 1:
        raise AmbiguousContactError("the e-mail address and the number are of two contacts")
    return found[0] if found else None
