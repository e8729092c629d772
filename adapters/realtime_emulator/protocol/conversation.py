"""The items of a conversation, in their order."""

from collections.abc import Sequence

from adapters.realtime_emulator.ids import new_id
from adapters.realtime_emulator.protocol.entry import Entry
from adapters.realtime_emulator.protocol.wire import ProtocolError


class Conversation:
    """One list without forks; ids may be the client's own, and are unique."""

    def __init__(self) -> None:
        self.id = new_id("conv")
        self._entries: list[Entry] = []

    @property
    def entries(self) -> Sequence[Entry]:
        """All items, first to last, as they are now."""
        return tuple(self._entries)

    def find(self, item_id: str) -> Entry:
        """Raises ProtocolError when there is no such item."""
        for entry in self._entries:
            if entry.id == item_id:
                return entry
        raise ProtocolError(
            f"Item with item_id not found: '{item_id}'.", code="item_not_found", param="item_id"
        )

    def add(self, entry: Entry, after: str | None = None) -> str | None:
        """Insert *entry*, at the end unless told; answers the id of the item before it.

        Raises ProtocolError for an id that is taken, an unknown *after* (`root` is the front), and
        the output of a call that nobody made.
        """
        if any(held.id == entry.id for held in self._entries):
            raise ProtocolError(
                f"Item with id '{entry.id}' already exists.",
                code="item_create_duplicate_item_id",
                param="item.id",
            )
        if entry.kind == "function_call_output" and not self._has_call(entry.call_id):
            raise ProtocolError(
                f"Tool call ID '{entry.call_id}' not found in conversation.",
                code="invalid_tool_call_id",
                param="item.call_id",
            )
        self._entries.insert(self._place(after), entry)
        return self.before(entry)

    def remove(self, item_id: str) -> None:
        """Raises ProtocolError when there is no such item."""
        self._entries.remove(self.find(item_id))

    def holds(self, entry: Entry) -> bool:
        """Whether *entry* is one of the items."""
        return entry in self._entries

    def before(self, entry: Entry) -> str | None:
        """The id of the item before *entry*."""
        place = self._entries.index(entry)
        return self._entries[place - 1].id if place else None

    def truncate(self, item_id: str, audio_end_ms: int) -> None:
        """Keep what was heard of an assistant's audio: its text shrinks in proportion.

        Raises ProtocolError for other items and for more audio than there is.
        """
        entry = self.find(item_id)
        if entry.role != "assistant" or entry.content_type != "output_audio":
            raise ProtocolError("Only assistant audio can be truncated.", param="item_id")
        if audio_end_ms > entry.audio_ms:
            raise ProtocolError(
                f"Audio content of {entry.audio_ms}ms is already shorter than {audio_end_ms}ms",
                param="audio_end_ms",
            )
        entry.truncate(audio_end_ms)

    def _has_call(self, call_id: str | None) -> bool:
        return any(
            held.kind == "function_call" and held.call_id == call_id for held in self._entries
        )

    def _place(self, after: str | None) -> int:
        if after is None:
            return len(self._entries)
        return 0 if after == "root" else self._entries.index(self.find(after)) + 1
