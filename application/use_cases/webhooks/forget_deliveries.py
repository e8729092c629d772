"""What subscribers were told is not kept for ever."""

from dataclasses import dataclass
from datetime import timedelta

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory

_KEPT_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetDeliveries:
    """Deliveries go after 30 days, unless they are still being tried."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    async def execute(self) -> int:
        """How many are gone."""
        async with self.unit_of_work() as uow:
            created_before = self.clock.now() - _KEPT_FOR
            gone = await uow.webhook_deliveries.forget(created_before=created_before)
            await uow.commit()
        return gone
