"""Memory does not last for ever."""

from dataclasses import dataclass

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetExpired:
    """Facts and summaries end with their time, and contacts with the last of them."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    async def execute(self) -> int:
        """How many facts and summaries are gone."""
        async with self.unit_of_work() as uow:
            gone = await uow.contacts.forget_expired(self.clock.now())
            await uow.commit()
        return gone
