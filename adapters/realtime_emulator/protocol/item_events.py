"""Client events about the items of the conversation."""

from adapters.realtime_emulator.protocol.dialogue import Dialogue
from adapters.realtime_emulator.protocol.given_items import item_of
from adapters.realtime_emulator.protocol.handlers import Handlers
from adapters.realtime_emulator.protocol.session import Session
from adapters.realtime_emulator.protocol.wire import Event, count_at, optional_text_at, text_at


class ItemEvents:
    """Create, retrieve, delete, truncate."""

    def __init__(self, session: Session, dialogue: Dialogue) -> None:
        self._session = session
        self._dialogue = dialogue

    @property
    def handlers(self) -> Handlers:
        """What it handles."""
        return {
            "conversation.item.create": self._create,
            "conversation.item.retrieve": self._retrieve,
            "conversation.item.delete": self._delete,
            "conversation.item.truncate": self._truncate,
        }

    async def _create(self, event: Event) -> None:
        entry = item_of(event)
        after = optional_text_at(event, "previous_item_id")
        before = self._session.conversation.add(entry, after)
        await self._session.announce(entry, before)
        if entry.content_type == "input_audio":
            self._dialogue.transcription.begin_silently(entry)

    async def _retrieve(self, event: Event) -> None:
        entry = self._session.conversation.find(text_at(event, "item_id"))
        item = entry.wire(with_audio=True)
        await self._session.outlet.emit("conversation.item.retrieved", item=item)

    async def _delete(self, event: Event) -> None:
        item_id = text_at(event, "item_id")
        self._session.conversation.remove(item_id)
        await self._session.outlet.emit("conversation.item.deleted", item_id=item_id)

    async def _truncate(self, event: Event) -> None:
        item_id, end_ms = text_at(event, "item_id"), count_at(event, "audio_end_ms")
        self._session.conversation.truncate(item_id, end_ms)
        await self._session.outlet.emit(
            "conversation.item.truncated", item_id=item_id, content_index=0, audio_end_ms=end_ms
        )
