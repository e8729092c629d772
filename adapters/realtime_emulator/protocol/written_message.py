"""A message as text."""

from adapters.realtime_emulator.ids import new_id
from adapters.realtime_emulator.ports import Say
from adapters.realtime_emulator.protocol.budget import Budget
from adapters.realtime_emulator.protocol.entry import Entry
from adapters.realtime_emulator.protocol.output_item import OutputItem
from adapters.realtime_emulator.protocol.response import Response
from adapters.realtime_emulator.protocol.session import Session


class WrittenMessage:
    """Sends a text word by word."""

    def __init__(self, session: Session, response: Response, say: Say) -> None:
        entry = Entry(
            id=new_id("item"), kind="message", role="assistant", content_type="output_text"
        )
        self._emit = session.outlet.emit
        self._item = OutputItem(session, response, entry)
        self._budget = Budget(response)
        self._words = say.text.split(" ")

    async def open(self) -> None:
        """The message begins, empty."""
        await self._item.open()
        part = {"type": "text", "text": ""}
        where = self._item.where
        await self._emit("response.content_part.added", **where, content_index=0, part=part)

    async def perform(self) -> bool:
        """Send the words, as long as there are tokens for them."""
        entry, where = self._item.entry, self._item.where
        for number, word in enumerate(self._words):
            delta = f" {word}" if number else word
            entry.text += delta
            await self._emit("response.output_text.delta", **where, content_index=0, delta=delta)
            if self._budget.is_spent():
                return number == len(self._words) - 1
        return True

    async def end(self, status: str) -> None:
        """Repeat the text that was sent, as a whole."""
        where, text = {**self._item.where, "content_index": 0}, self._item.entry.text
        await self._emit("response.output_text.done", **where, text=text)
        part = {"type": "text", "text": text}
        await self._emit("response.content_part.done", **where, part=part)
        await self._item.close(status)
