"""Rooms, dispatches and join tokens that never leave this process."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from adapters.in_memory.failures import FailsOnRequest
from application.ports.rooms import JoinGrant
from application.ports.system import Clock
from domain.errors import NotPermittedError
from domain.ids import ParticipantIdentity, RoomName


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedDispatch:
    """What a dispatcher was asked for, and the reference it gave."""

    room: RoomName
    metadata: Mapping[str, object]
    reference: str


class InMemoryDispatcher(FailsOnRequest):
    """Takes every dispatch and remembers it; no agent comes of it."""

    def __init__(self) -> None:
        super().__init__()
        self.dispatches: list[RecordedDispatch] = []
        self.cancelled: list[str] = []

    async def dispatch(self, room: RoomName, *, metadata: Mapping[str, object]) -> str:
        """A new reference."""
        self._fail_if_told()
        reference = f"AD_{len(self.dispatches) + 1:06}"
        self.dispatches.append(
            RecordedDispatch(room=room, metadata=dict(metadata), reference=reference)
        )
        return reference

    async def cancel(self, room: RoomName, reference: str) -> None:
        """Remember that *reference* was taken back; one nobody gave is fine."""
        self._fail_if_told()
        if any(one.room == room and one.reference == reference for one in self.dispatches):
            self.cancelled.append(reference)


class InMemoryRooms(FailsOnRequest):
    """Remembers which rooms were ended, and who was put through to where."""

    def __init__(self) -> None:
        super().__init__()
        self.deleted: list[RoomName] = []
        self.transfers: list[tuple[RoomName, str]] = []

    async def delete(self, room: RoomName) -> None:
        """End *room*; one that is gone already is fine."""
        self._fail_if_told()
        if room not in self.deleted:
            self.deleted.append(room)

    async def transfer(self, room: RoomName, address: str) -> None:
        """Remember it."""
        self._fail_if_told()
        self.transfers.append((room, address))


class InMemoryTokens:
    """Knows the tokens it gave; with a clock, it also lets them expire."""

    def __init__(self, clock: Clock | None = None) -> None:
        self._clock = clock
        self._given: dict[str, tuple[JoinGrant, datetime | None]] = {}

    def issue(self, grant: JoinGrant) -> str:
        """A token that nobody can guess."""
        token = secrets.token_urlsafe(16)
        expires_at = self._clock.now() + grant.valid_for if self._clock else None
        self._given[token] = (grant, expires_at)
        return token

    def verify(self, token: str, *, room: RoomName) -> ParticipantIdentity:
        """Raises NotPermittedError for tokens not given here, expired, or for another room."""
        grant, expires_at = self._given.get(token, (None, None))
        if grant is None:
            raise NotPermittedError("the token was not issued by this service")
        if self._clock and expires_at and self._clock.now() >= expires_at:
            raise NotPermittedError("the token has expired")
        if grant.room != room:
            raise NotPermittedError("the token is for another room")
        return grant.identity
