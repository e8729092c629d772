"""Who has anything in memory."""

from collections.abc import Callable, Mapping, Sequence

from adapters.in_memory.state import State
from domain.ids import TenantId
from domain.voice_session import SessionStatus


class InMemoryTenants:
    """The tenants of a store."""

    def __init__(self, held: Callable[[], Mapping[TenantId, State]]) -> None:
        self._held = held

    async def find_live(self) -> Sequence[TenantId]:
        """By id."""
        return sorted(tenant for tenant, state in self._held().items() if _is_live(state))

    async def find_all(self) -> Sequence[TenantId]:
        """By id."""
        return sorted(tenant for tenant, state in self._held().items() if _has_any(state))


def _is_live(state: State) -> bool:
    return any(one.status is not SessionStatus.ENDED for one in state.sessions.values())


def _has_any(state: State) -> bool:
    return bool(state.sessions or state.memory.contacts or state.webhooks.subscriptions)
