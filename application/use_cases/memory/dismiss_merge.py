"""Two contacts are not one person, somebody says."""

from dataclasses import dataclass

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from domain.ids import SuggestionId


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissMergeCommand:
    """The suggestion that is wrong."""

    suggestion_id: SuggestionId


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissMerge:
    """The suggestion is off the list, and is not made again. A second time changes nothing."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    async def execute(self, command: DismissMergeCommand) -> None:
        """Raises NotFoundError."""
        async with self.unit_of_work() as uow:
            suggestion = await uow.merge_suggestions.get(command.suggestion_id)
            await uow.merge_suggestions.save(suggestion.dismissed(now=self.clock.now()))
            await uow.commit()
