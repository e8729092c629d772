"""A function call as the client hears of it."""

import json

from adapters.realtime_emulator.ids import new_id
from adapters.realtime_emulator.ports import CallTool
from adapters.realtime_emulator.protocol.entry import Entry
from adapters.realtime_emulator.protocol.output_item import OutputItem
from adapters.realtime_emulator.protocol.response import Response
from adapters.realtime_emulator.protocol.session import Session

_PIECE = 24
"""Characters of arguments an event, so that clients must join several."""


class FunctionCall:
    """Names a tool, then its arguments piece by piece."""

    def __init__(self, session: Session, response: Response, call: CallTool) -> None:
        entry = Entry(
            id=new_id("item"), kind="function_call", name=call.name, call_id=new_id("call")
        )
        self._session = session
        self._item = OutputItem(session, response, entry)
        self._arguments = json.dumps(dict(call.arguments))

    async def open(self) -> None:
        """The call begins, without arguments."""
        await self._item.open()

    async def perform(self) -> bool:
        """Send all arguments; a call is never cut short."""
        emit, entry = self._session.outlet.emit, self._item.entry
        where = {**self._item.where, "call_id": entry.call_id}
        for start in range(0, len(self._arguments), _PIECE):
            piece = self._arguments[start : start + _PIECE]
            await emit("response.function_call_arguments.delta", **where, delta=piece)
        entry.arguments = self._arguments
        await emit(
            "response.function_call_arguments.done",
            **where,
            name=entry.name,
            arguments=self._arguments,
        )
        return True

    async def end(self, status: str) -> None:
        """Now the client may act on it."""
        await self._item.close(status)
