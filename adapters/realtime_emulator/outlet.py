"""What a connection's parts send through."""

import json
from collections.abc import Awaitable, Callable

from adapters.realtime_emulator.faults import FaultKind
from adapters.realtime_emulator.state import Emulator
from adapters.realtime_emulator.wire import Event, new_id

_ODDITIES = (FaultKind.MALFORMED_JSON, FaultKind.UNKNOWN_EVENT, FaultKind.DUPLICATE_EVENT)


class Outlet:
    """Numbers, journals and sends server events."""

    def __init__(
        self, emulator: Emulator, connection: str, send: Callable[[str], Awaitable[None]]
    ) -> None:
        self._emulator = emulator
        self._connection = connection
        self._send = send

    async def emit(self, kind: str, **fields: object) -> None:
        """Send one event."""
        await self.emit_event({"type": kind, **fields})

    async def emit_event(self, event: Event) -> None:
        """Send *event* with an id of its own, and the oddity on order, if any."""
        numbered = {"event_id": new_id("event"), **event}
        self._emulator.note(self._connection, "out", numbered)
        text = json.dumps(numbered)
        await self._send(text)
        fault = self._emulator.faults.strike(*_ODDITIES)
        if fault is not None:
            odd = {
                FaultKind.MALFORMED_JSON: "{",
                FaultKind.UNKNOWN_EVENT: '{"type": "something.new", "event_id": "event_odd"}',
            }
            await self._send(odd.get(fault.kind, text))
