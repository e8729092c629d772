"""An item while a response makes it."""

from typing import Any, Protocol

from adapters.realtime_emulator.protocol.entry import Entry
from adapters.realtime_emulator.protocol.response import Response
from adapters.realtime_emulator.protocol.session import Session


class OutputPart(Protocol):
    """A message or a function call on its way to the client."""

    async def open(self) -> None:
        """Tell that it begins."""
        ...

    async def perform(self) -> bool:
        """Send it. False: the response has used up its tokens, and this part is cut short."""
        ...

    async def end(self, status: str) -> None:
        """Tell that it is over: `completed`, or `incomplete` when it was cut short."""
        ...


class OutputItem:
    """Tells of an item's beginning and end, in the response and in the conversation."""

    def __init__(self, session: Session, response: Response, entry: Entry) -> None:
        self._session = session
        self._response = response
        self._place = {"response_id": response.id, "output_index": len(response.made)}
        self.entry = entry

    @property
    def where(self) -> dict[str, Any]:
        """How events point to this item."""
        return {**self._place, "item_id": self.entry.id}

    async def open(self) -> None:
        """The item begins, empty."""
        entry, conversation = self.entry, self._session.conversation
        entry.known.set()
        entry.status = "in_progress"
        self._response.made.append(entry)
        before = conversation.add(entry) if self._response.is_in_conversation else None
        emit = self._session.outlet.emit
        await emit("response.output_item.added", **self._place, item=entry.wire())
        if self._response.is_in_conversation:
            await emit("conversation.item.added", item=entry.wire(), previous_item_id=before)

    async def close(self, status: str) -> None:
        """The item is as it stays."""
        entry, conversation = self.entry, self._session.conversation
        entry.status = status
        entry.interrupted = status == "incomplete"
        emit = self._session.outlet.emit
        await emit("response.output_item.done", **self._place, item=entry.wire())
        if conversation.holds(entry):
            before = conversation.before(entry)
            await emit("conversation.item.done", item=entry.wire(), previous_item_id=before)
