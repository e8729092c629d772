"""Somebody sets what a contact allows and forbids."""

from collections.abc import Mapping
from dataclasses import dataclass

from application.contact_merging import find_contact, forget_calls
from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from domain.consent import Consent, ConsentAnswer, ConsentKind, ConsentSource
from domain.contact import Contact
from domain.ids import ContactId


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeConsentsCommand:
    """What is not among *answers* stays as it is."""

    contact_id: ContactId
    answers: Mapping[ConsentKind, ConsentAnswer]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeConsents:
    """It counts from now on. Who refuses to be remembered is forgotten at once."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    async def execute(self, command: ChangeConsentsCommand) -> Contact:
        """The contact as it is then. Raises NotFoundError."""
        now = self.clock.now()
        consents = [
            Consent(kind=kind, answer=answer, source=ConsentSource.STAFF, at=now)
            for kind, answer in command.answers.items()
        ]
        async with self.unit_of_work() as uow:
            contact = await find_contact(uow, command.contact_id)
            changed = contact.with_consents(consents, now=now)
            await uow.contacts.save(changed)
            if changed.do_not_remember:
                await forget_calls(uow, changed.id)
            await uow.commit()
        return changed
