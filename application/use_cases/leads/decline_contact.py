"""The caller refused a read-back."""

from dataclasses import dataclass

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from domain.contact_details import ContactField
from domain.errors import NotFoundError
from domain.ids import VoiceSessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineContactCommand:
    """The field whose read-back was wrong."""

    session_id: VoiceSessionId
    field: ContactField


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineContact:
    """A refused value no longer stands; its history stays."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    async def execute(self, command: DeclineContactCommand) -> None:
        """Raises NotFoundError when nothing was noted in the session."""
        async with self.unit_of_work() as uow:
            lead = await uow.leads.find_by_session(command.session_id)
            if lead is None:
                raise NotFoundError(f"no {command.field} has been noted")
            await uow.leads.save(lead.decline(command.field, now=self.clock.now()))
            await uow.commit()
