"""What the CRM says of earlier calls, for who is about to greet the caller."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import timedelta

from application.ports.crm import Crm
from domain.contact import Contact, IdentityKind
from domain.crm import ContactKeys
from domain.errors import ServiceError
from domain.memory.brief import NotedCall

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmHistory:
    """The last calls of a contact, found by what it verified.

    A CRM that does not answer within *deadline* says nothing; no call waits longer for it, and none
    fails by it.
    """

    crm: Crm
    deadline: timedelta = timedelta(milliseconds=500)
    limit: int = 3

    async def of(self, contact: Contact) -> tuple[NotedCall, ...]:
        """Newest first. Raises nothing."""
        keys = _verified(contact)
        if not (keys.are_any and self.crm.capabilities.history):
            return ()
        try:
            async with asyncio.timeout(self.deadline.total_seconds()):
                return await self._asked(keys)
        except (ServiceError, TimeoutError) as error:
            log.warning("crm history not loaded", extra={"error": type(error).__name__})
        except Exception:
            log.exception("crm history broke")
        return ()

    async def _asked(self, keys: ContactKeys) -> tuple[NotedCall, ...]:
        found = await self.crm.find_contact(keys)
        if found is None:
            return ()
        calls = await self.crm.history(found.id, limit=self.limit)
        return tuple(NotedCall(at=one.at, text=one.summary) for one in calls)


def _verified(contact: Contact) -> ContactKeys:
    held = {one.kind: one.value for one in contact.identities if one.verified_at is not None}
    return ContactKeys(email=held.get(IdentityKind.EMAIL), phone=held.get(IdentityKind.PHONE))
