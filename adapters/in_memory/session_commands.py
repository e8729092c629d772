"""Orders to live calls, in memory."""

from collections.abc import Sequence

from adapters.in_memory.repositories import Repository
from adapters.in_memory.state import State
from domain.errors import NotFoundError
from domain.ids import VoiceSessionId
from domain.session_command import SessionCommand

_AT_MOST = 100


class InMemorySessionCommands(Repository):
    """Orders by id; ids grow with time."""

    async def add(self, command: SessionCommand) -> None:
        """Keep a new order."""
        self._work.change(lambda state: _put(state, command))

    async def save(self, command: SessionCommand) -> None:
        """Raises NotFoundError when it was never given."""
        if command.id not in self._work.state.commands:
            raise NotFoundError(f"no order {command.id}")
        self._work.change(lambda state: _put(state, command))

    async def find_pending(self, session_id: VoiceSessionId) -> Sequence[SessionCommand]:
        """Oldest first, at most 100."""
        pending = [
            one
            for one in self._work.state.commands.values()
            if one.session_id == session_id and one.applied_at is None
        ]
        return sorted(pending, key=lambda one: one.id)[:_AT_MOST]


def _put(state: State, command: SessionCommand) -> None:
    state.commands[command.id] = command
