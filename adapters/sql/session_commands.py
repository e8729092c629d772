"""Orders to live calls, as rows."""

from collections.abc import Sequence

import sqlalchemy as sa
from pydantic import TypeAdapter

from adapters.sql import tables
from adapters.sql.mapping import Row
from adapters.sql.times import from_micros, maybe_micros, maybe_moment, to_micros
from adapters.sql.transaction import Transaction
from domain.errors import NotFoundError
from domain.ids import CommandId, VoiceSessionId
from domain.session_command import (
    AdjustAgent,
    CallBack,
    HandOff,
    HangUp,
    Order,
    SessionCommand,
    Speak,
)

_MOST = 100
_commands = tables.session_commands
_KINDS: dict[str, type[Order]] = {
    "adjust": AdjustAgent,
    "hand_off": HandOff,
    "call_back": CallBack,
    "speak": Speak,
    "hang_up": HangUp,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


class SqlSessionCommands:
    """Orders by id; ids grow with time."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, command: SessionCommand) -> None:
        """Keep a new order."""
        await self._transaction.write(sa.insert(_commands).values(_to_row(command)))

    async def save(self, command: SessionCommand) -> None:
        """Keep that it was applied."""
        written = await self._transaction.write(
            sa.update(_commands)
            .where(_commands.c.id == command.id)
            .values(applied_at=maybe_micros(command.applied_at))
        )
        if not written:
            raise NotFoundError(f"no order {command.id}")

    async def find_pending(self, session_id: VoiceSessionId) -> Sequence[SessionCommand]:
        """Oldest first."""
        query = (
            sa.select(_commands)
            .where(_commands.c.session_id == session_id, _commands.c.applied_at.is_(None))
            .order_by(_commands.c.id)
            .limit(_MOST)
        )
        return [_from_row(row) for row in await self._transaction.rows(query)]


def _to_row(command: SessionCommand) -> dict[str, object]:
    kind = type(command.order)
    return {
        "id": command.id,
        "session_id": command.session_id,
        "kind": _NAMES[kind],
        "payload": TypeAdapter(kind).dump_python(command.order, mode="json"),
        "created_at": to_micros(command.created_at),
        "applied_at": maybe_micros(command.applied_at),
    }


def _from_row(row: Row) -> SessionCommand:
    return SessionCommand(
        id=CommandId(row["id"]),
        session_id=VoiceSessionId(row["session_id"]),
        order=TypeAdapter(_KINDS[row["kind"]]).validate_python(row["payload"]),
        created_at=from_micros(row["created_at"]),
        applied_at=maybe_moment(row["applied_at"]),
    )
