"""Rooms without a media server."""

from collections.abc import Mapping
from datetime import datetime

from adapters.in_memory.failing import Failing
from application.ports.rooms import JoinGrant
from application.ports.system import Clock
from domain.errors import NotPermittedError
from domain.ids import ParticipantIdentity, RoomName


class InMemoryDispatcher(Failing):
    """Remembers what was asked for; nobody comes by themselves."""

    def __init__(self) -> None:
        super().__init__()
        self.dispatched: list[tuple[RoomName, Mapping[str, object]]] = []
        self.cancelled: list[str] = []

    async def dispatch(self, room: RoomName, *, metadata: Mapping[str, object]) -> str:
        """Remember it, and answer with a counting reference."""
        self.fail_if_told()
        self.dispatched.append((room, metadata))
        return f"AD_{len(self.dispatched)}"

    async def cancel(self, room: RoomName, reference: str) -> None:
        """Remember it."""
        self.fail_if_told()
        self.cancelled.append(reference)


class InMemoryRooms(Failing):
    """Remembers which rooms were closed."""

    def __init__(self) -> None:
        super().__init__()
        self.deleted: list[RoomName] = []

    async def delete(self, room: RoomName) -> None:
        """Remember it."""
        self.fail_if_told()
        self.deleted.append(room)


class InMemoryTokens:
    """Tokens known to the process that issued them."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._issued: dict[str, tuple[JoinGrant, datetime]] = {}

    def issue(self, grant: JoinGrant) -> str:
        """A token for *grant*."""
        token = f"token-{len(self._issued) + 1}"
        self._issued[token] = (grant, self._clock.now() + grant.valid_for)
        return token

    def verify(self, token: str, *, room: RoomName) -> ParticipantIdentity:
        """Who may join *room* with it."""
        if token not in self._issued:
            raise NotPermittedError("the token is not one of ours")
        grant, expires_at = self._issued[token]
        if self._clock.now() >= expires_at:
            raise NotPermittedError("the token has expired")
        if grant.room != room:
            raise NotPermittedError("the token is for another room")
        return grant.identity
