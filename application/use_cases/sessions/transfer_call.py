"""Put a caller through to another telephone."""

from dataclasses import dataclass

from application.ports.rooms import RoomGateway
from application.ports.unit_of_work import UnitOfWorkFactory
from domain.errors import InvalidValueError
from domain.ids import VoiceSessionId
from domain.transfer import TransferTarget


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferCallCommand:
    """*to* comes from a model; *targets* are those of the agent's configuration."""

    session_id: VoiceSessionId
    to: str
    targets: tuple[TransferTarget, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferCall:
    """A call leads only to where its agent's configuration says, by the name it has there."""

    unit_of_work: UnitOfWorkFactory
    rooms: RoomGateway

    async def execute(self, command: TransferCallCommand) -> None:
        """Raises InvalidValueError for an unknown name, RejectedError and UnavailableError."""
        addresses = {target.name: target.address for target in command.targets}
        if command.to not in addresses:
            raise InvalidValueError(f"to must be one of {', '.join(addresses) or 'none'}")
        async with self.unit_of_work() as uow:
            session = await uow.sessions.get(command.session_id)
        await self.rooms.transfer(session.request.room_name, addresses[command.to])
