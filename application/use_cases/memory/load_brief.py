"""What is known of a caller, before the agent greets them."""

import asyncio
import logging
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from application.crm_history import CrmHistory
from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from domain.caller_identity import vouched_identity
from domain.contact import Contact, Identity
from domain.contact_details import ContactField
from domain.errors import InvalidValueError, ServiceError
from domain.ids import UserId, VoiceSessionId
from domain.lead import FieldStatus, Lead
from domain.memory.brief import Access, Brief, compose_brief

log = logging.getLogger(__name__)

_CALLS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadBriefCommand:
    """*user_id* is the backend's word for who calls, *phone* the number that the call came from."""

    session_id: VoiceSessionId
    user_id: UserId | None
    phone: str | None
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadBrief:
    """Whom the backend vouches for is known. A number alone unlocks nothing personal.

    A caller by number is known once they have confirmed, on this call, a name or an e-mail address
    that we have of them: then ask again. A number that was not heard of for *number_is_good_for*
    may have a new owner, and tells nothing until then. What the CRM says of who is known joins it.
    Never holds a call up: what is not there within *deadline* counts as nothing known, and the CRM
    may keep nobody waiting for the rest.
    """

    unit_of_work: UnitOfWorkFactory
    history: CrmHistory | None = None
    deadline: timedelta = timedelta(milliseconds=800)
    number_is_good_for: timedelta = timedelta(days=180)
    late: set[asyncio.Task[Brief | None]] = field(default_factory=set, repr=False, compare=False)

    async def execute(self, command: LoadBriefCommand) -> Brief | None:
        """None for a caller of whom nothing is known, or nothing in time. Raises nothing."""
        task = asyncio.create_task(self._load(command), name="load brief")
        try:
            # Not a time-out around it: a store that hangs may hang while it is cancelled, too.
            await asyncio.wait({task}, timeout=self.deadline.total_seconds())
        finally:
            if not task.done():
                self._abandon(task)
        if task in self.late:
            _log_missing(command, "late")
            return None
        return task.result()

    def _abandon(self, task: asyncio.Task[Brief | None]) -> None:
        self.late.add(task)
        task.add_done_callback(self.late.discard)
        task.cancel()

    async def _load(self, command: LoadBriefCommand) -> Brief | None:
        try:
            async with self.unit_of_work() as uow:
                found = await self._look(uow, command)
            return await self._with_history(*found) if found else None
        except ServiceError as error:
            _log_missing(command, error.code)
        except Exception:
            log.exception("brief broke", extra={"session_id": command.session_id})
        return None

    async def _with_history(self, contact: Contact, brief: Brief) -> Brief:
        if self.history is None or brief.access is not Access.KNOWN:
            return brief
        return replace(brief, noted_calls=await self.history.of(contact))

    async def _look(
        self, uow: UnitOfWork, command: LoadBriefCommand
    ) -> tuple[Contact, Brief] | None:
        found = await self._find(uow, command)
        if found is None:
            return None
        contact, access = found
        if contact.do_not_remember:
            return None
        summaries = await uow.call_summaries.find_by_contact(contact.id, limit=_CALLS)
        brief = compose_brief(contact.facts, summaries, access=access, now=command.now)
        return contact, brief

    async def _find(
        self, uow: UnitOfWork, command: LoadBriefCommand
    ) -> tuple[Contact, Access] | None:
        vouched = vouched_identity(command.user_id)
        if vouched is not None:
            contact = await uow.contacts.find_by_identity(vouched)
            return (contact, Access.KNOWN) if contact else None
        number = _number(command.phone)
        contact = await uow.contacts.find_by_identity(number) if number else None
        if contact is None:
            return None
        if _is_proven(contact, await uow.leads.find_by_session(command.session_id), command.now):
            return contact, Access.KNOWN
        if command.now - contact.updated_at > self.number_is_good_for:
            return None
        return contact, Access.CALLER_ID


def _number(phone: str | None) -> Identity | None:
    try:
        return Identity.phone(phone) if phone else None
    except InvalidValueError:
        return None


def _is_proven(contact: Contact, lead: Lead | None, now: datetime) -> bool:
    if lead is None:
        return False
    confirmed = {
        name: field.value
        for name, field in lead.fields.items()
        if field.status is FieldStatus.CONFIRMED and field.value is not None
    }
    name, email = confirmed.get(ContactField.NAME), confirmed.get(ContactField.EMAIL)
    by_name = name is not None and contact.is_called(name, now)
    return by_name or (email is not None and contact.has(Identity.email(email)))


def _log_missing(command: LoadBriefCommand, code: str) -> None:
    log.warning("brief not loaded", extra={"session_id": command.session_id, "code": code})
