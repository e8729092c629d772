"""The caller does not want a detail kept."""

from dataclasses import dataclass

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from domain.contact_details import ContactField
from domain.ids import VoiceSessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawContactCommand:
    """The field to forget."""

    session_id: VoiceSessionId
    field: ContactField


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawContact:
    """The lead forgets the field's values and quotes; that it was withdrawn stays.

    Withdrawing what was never noted is fine.
    """

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    async def execute(self, command: WithdrawContactCommand) -> None:
        """Forget the field."""
        async with self.unit_of_work() as uow:
            lead = await uow.leads.find_by_session(command.session_id)
            if lead is None:
                return
            await uow.leads.save(lead.withdraw(command.field, now=self.clock.now()))
            await uow.commit()
