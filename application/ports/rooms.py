"""LiveKit's rooms, agent dispatch and join tokens."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from domain.ids import ParticipantIdentity, RoomName


class AgentDispatcher(Protocol):
    """Asks LiveKit to put our agent into a room. It tries once and does not say how it went."""

    async def dispatch(self, room: RoomName, *, metadata: Mapping[str, object]) -> str:
        """Ask for an agent; answers LiveKit's reference. The room is created if need be.

        Raises UnavailableError when LiveKit does not answer, RejectedError when it refuses us.
        """
        ...

    async def cancel(self, room: RoomName, reference: str) -> None:
        """Take a dispatch back; one that is gone already is fine. Raises UnavailableError."""
        ...


class RoomGateway(Protocol):
    """LiveKit's rooms."""

    async def delete(self, room: RoomName) -> None:
        """End the room for everybody; one that is gone already is fine. Raises UnavailableError."""
        ...

    async def transfer(self, room: RoomName, address: str) -> None:
        """Put whoever is in *room* by telephone through to *address*, `tel:` or `sip:`.

        Raises RejectedError when nobody there came by telephone, or the other side does not take
        the call, and UnavailableError.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinGrant:
    """Who may join which room, and until when the token for it may be used to connect."""

    room: RoomName
    identity: ParticipantIdentity
    valid_for: timedelta = timedelta(minutes=10)


class TokenIssuer(Protocol):
    """Makes and checks join tokens."""

    def issue(self, grant: JoinGrant) -> str:
        """A token that joins, speaks and listens in one room, and nothing else."""
        ...

    def verify(self, token: str, *, room: RoomName) -> ParticipantIdentity:
        """Who *token* lets into *room*.

        Raises NotPermittedError when the signature, expiry, join grant or room is not right.
        """
        ...
