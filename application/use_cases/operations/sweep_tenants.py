"""What nobody asks for is done for every tenant."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from application.acting import act_for
from application.ports.unit_of_work import UnitOfWorkFactory
from domain.errors import UnavailableError
from domain.ids import TenantId

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepTenants:
    """*sweep* is done for each tenant by itself, so that it sees and writes that tenant's alone.

    *only_live* leaves out who has no call under way. One tenant's sweep that breaks is logged and
    does not hold up the others; a store that does not answer ends the round.
    """

    unit_of_work: UnitOfWorkFactory
    sweep: Callable[[], Awaitable[int]]
    only_live: bool = False

    async def execute(self) -> int:
        """What the sweeps say they did, in all. Raises UnavailableError."""
        async with self.unit_of_work() as uow:
            tenants = uow.tenants
            found = await (tenants.find_live() if self.only_live else tenants.find_all())
        return sum([await self._sweep(tenant) for tenant in found])

    async def _sweep(self, tenant: TenantId) -> int:
        try:
            with act_for(tenant):
                return await self.sweep()
        except UnavailableError:
            raise
        except Exception:
            log.exception("sweep broke", extra={"tenant": tenant})
            return 0
