"""Answers that were kept for repeated requests do not stay."""

from dataclasses import dataclass

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetAnswers:
    """They go with the time that their key is good for."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    async def execute(self) -> int:
        """How many are gone."""
        async with self.unit_of_work() as uow:
            gone = await uow.keyed_requests.forget(expired_before=self.clock.now())
            await uow.commit()
        return gone
