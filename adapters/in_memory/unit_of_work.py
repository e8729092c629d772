"""A transaction over the shelves of one process."""

from types import TracebackType
from typing import Self, TypeVar

from adapters.in_memory.repositories import (
    InMemoryAgents,
    InMemoryLeads,
    InMemorySessions,
    InMemoryTurns,
)
from adapters.in_memory.shelves import Shelves
from domain.errors import ConflictError, StaleVersionError

_K = TypeVar("_K")
_V = TypeVar("_V")


class InMemoryUnitOfWork:
    """Works on a copy; `commit` puts what changed on the shelves, or refuses if outrun."""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves
        self._begin()

    def _begin(self) -> None:
        self._before = self._shelves.copy()
        self._view = self._shelves.copy()
        self.agents = InMemoryAgents(self._view)
        self.sessions = InMemorySessions(self._view)
        self.turns = InMemoryTurns(self._view)
        self.leads = InMemoryLeads(self._view)

    async def __aenter__(self) -> Self:
        self._begin()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._begin()

    async def commit(self) -> None:
        """Make the changes everybody's."""
        agents = _changes(self._shelves.agents, self._before.agents, self._view.agents)
        sessions = _changes(self._shelves.sessions, self._before.sessions, self._view.sessions)
        leads = _changes(self._shelves.leads, self._before.leads, self._view.leads)
        self._refuse_second_session()
        self._shelves.agents |= agents
        self._shelves.sessions |= sessions
        self._shelves.leads |= leads
        self._shelves.outbox += self._view.outbox
        self._before = self._shelves.copy()
        self._view.outbox.clear()

    def _refuse_second_session(self) -> None:
        taken = {s.request.conversation_id: s.id for s in self._shelves.sessions.values()}
        for session in self._view.sessions.values():
            if taken.get(session.request.conversation_id, session.id) != session.id:
                raise ConflictError("that conversation has a session already")


def _changes(now: dict[_K, _V], before: dict[_K, _V], after: dict[_K, _V]) -> dict[_K, _V]:
    changed = {key: value for key, value in after.items() if before.get(key) is not value}
    for key in changed:
        if now.get(key) is not before.get(key):
            raise StaleVersionError("somebody else saved first")
    return changed
