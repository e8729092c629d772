"""What a session's parts send through."""

import json

from adapters.realtime_emulator.faults import FaultKind, Faults, Occasion
from adapters.realtime_emulator.ids import new_id
from adapters.realtime_emulator.journal import Journal
from adapters.realtime_emulator.ports import Socket
from adapters.realtime_emulator.protocol.wire import Event

_WITHOUT_ID = "input_audio_buffer.dtmf_event_received"
"""The one event that the real service sends without an id."""


class Outlet:
    """Numbers, journals and sends server events; what is sent to a client that left is lost."""

    def __init__(
        self, *, socket: Socket, connection: int, journal: Journal, faults: Faults
    ) -> None:
        self._socket = socket
        self._connection = connection
        self._journal = journal
        self._faults = faults

    async def emit(self, kind: str, **fields: object) -> None:
        """Send one event."""
        await self.emit_event({"type": kind, **fields})

    async def emit_event(self, event: Event) -> None:
        """Send *event* with an id of its own, and the oddity on order, if any."""
        numbered = event if event["type"] == _WITHOUT_ID else {"event_id": new_id("event"), **event}
        self._journal.note(self._connection, "out", numbered)
        text = json.dumps(numbered)
        await self._send(text)
        for kind in self._faults.strike(Occasion.EVENT):
            await self._send(_oddity(kind, text))

    async def _send(self, text: str) -> None:
        try:
            await self._socket.send(text)
        except ConnectionError:
            # The session's reader notices the same and ends the session.
            return


def _oddity(kind: FaultKind, text: str) -> str:
    match kind:
        case FaultKind.MALFORMED_JSON:
            return "{"
        case FaultKind.UNKNOWN_EVENT:
            return json.dumps({"type": "something.new", "event_id": new_id("event")})
        case _:
            return text
