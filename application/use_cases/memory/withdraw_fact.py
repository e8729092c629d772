"""One fact about a contact is not to be kept."""

from dataclasses import dataclass

from application.contact_merging import find_contact
from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from domain.ids import ContactId, FactId


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawFactCommand:
    """The fact to forget."""

    contact_id: ContactId
    fact_id: FactId


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawFact:
    """The fact is gone, and with it the values it superseded and the summaries that quote them.

    The calls they came from are not read again.
    """

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    async def execute(self, command: WithdrawFactCommand) -> None:
        """Raises NotFoundError for a contact or a fact that does not exist."""
        async with self.unit_of_work() as uow:
            contact = await find_contact(uow, command.contact_id)
            changed = contact.withdraw(command.fact_id, now=self.clock.now())
            await uow.contacts.save(changed)
            gone = [fact.value for fact in contact.facts if fact not in changed.facts]
            for summary in await uow.call_summaries.find_by_contact(contact.id):
                if any(summary.mentions(value) for value in gone):
                    await uow.call_summaries.remove(summary.session_id)
            await uow.commit()
