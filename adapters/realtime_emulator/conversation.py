"""The items of a conversation, in their order."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from adapters.realtime_emulator.ports import Item
from adapters.realtime_emulator.wire import ProtocolError, new_id

Kind = Literal["message", "function_call", "function_call_output"]
_KINDS: dict[str, Kind] = {
    "message": "message",
    "function_call": "function_call",
    "function_call_output": "function_call_output",
}


@dataclass(slots=True)
class Entry:
    """One item. *audio* is what was heard (24 kHz); *heard* is set once it is recognised."""

    id: str
    kind: Kind
    role: str | None = None
    text: str = ""
    content_type: str = "input_text"
    name: str | None = None
    call_id: str | None = None
    arguments: str | None = None
    output: str | None = None
    status: str = "completed"
    interrupted: bool = False
    audio_ms: int = 0
    audio: bytes = b""
    heard: asyncio.Event = field(default_factory=asyncio.Event)

    def wire(self, *, with_audio: bool = False) -> dict[str, Any]:
        """The item as the protocol writes it."""
        base = {"id": self.id, "object": "realtime.item", "type": self.kind, "status": self.status}
        if self.kind == "message":
            return {**base, "role": self.role, "content": self._content(with_audio=with_audio)}
        if self.kind == "function_call":
            return {
                **base,
                "call_id": self.call_id,
                "name": self.name,
                "arguments": self.arguments or "",
            }
        return {**base, "call_id": self.call_id, "output": self.output or ""}

    def _content(self, *, with_audio: bool) -> list[dict[str, Any]]:
        if self.status == "in_progress":
            return []
        if self.content_type in {"input_text", "output_text"}:
            return [{"type": self.content_type, "text": self.text}]
        part: dict[str, Any] = {"type": self.content_type, "transcript": self.text or None}
        if with_audio:
            import base64

            part["audio"] = base64.b64encode(self.audio).decode()
        return [part]

    def seen(self) -> Item:
        """The item as a brain sees it."""
        return Item(
            id=self.id,
            kind=self.kind,
            role=self.role,
            text=self.text,
            name=self.name,
            call_id=self.call_id,
            arguments=self.arguments,
            output=self.output,
            interrupted=self.interrupted,
        )


class Conversation:
    """One list without forks; ids may be the client's own."""

    def __init__(self) -> None:
        self.id = new_id("conv")
        self.entries: list[Entry] = []

    def find(self, item_id: str) -> Entry:
        """Raises ProtocolError when there is no such item."""
        for entry in self.entries:
            if entry.id == item_id:
                return entry
        raise ProtocolError(
            f"Item with item_id not found: '{item_id}'.", code="item_not_found", param="item_id"
        )

    def add(self, entry: Entry, after: str | None = None) -> str | None:
        """Insert *entry*, at the end unless told; answers the id of the item before it.

        Raises ProtocolError for an id that is taken, or an unknown *after* (`root` is the front).
        """
        if any(held.id == entry.id for held in self.entries):
            raise ProtocolError(
                f"Item with id '{entry.id}' already exists.",
                code="item_create_duplicate_item_id",
                param="item.id",
            )
        place = self._place(after)
        self.entries.insert(place, entry)
        return self.entries[place - 1].id if place else None

    def remove(self, item_id: str) -> None:
        """Raises ProtocolError when there is no such item."""
        self.entries.remove(self.find(item_id))

    def before(self, entry: Entry) -> str | None:
        """The id of the item before *entry*."""
        place = self.entries.index(entry)
        return self.entries[place - 1].id if place else None

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
        words = entry.text.split()
        kept = round(len(words) * audio_end_ms / entry.audio_ms) if entry.audio_ms else 0
        entry.text = " ".join(words[:kept])
        entry.audio_ms = audio_end_ms
        entry.interrupted = True

    def _place(self, after: str | None) -> int:
        if after is None:
            return len(self.entries)
        if after == "root":
            return 0
        return self.entries.index(self.find(after)) + 1


def entry_from_wire(item: Mapping[str, Any]) -> Entry:
    """An item that the client created. Raises ProtocolError for what cannot be one."""
    kind = _KINDS.get(str(item.get("type")))
    if kind is None:
        raise ProtocolError("Invalid value for 'item.type'.", param="item.type")
    entry = Entry(id=item.get("id") or new_id("item"), kind=kind)
    entry.heard.set()
    if kind == "message":
        _fill_message(entry, item)
        return entry
    entry.call_id = item.get("call_id")
    entry.name = item.get("name")
    entry.arguments = item.get("arguments")
    entry.output = item.get("output")
    return entry


def _fill_message(entry: Entry, item: Mapping[str, Any]) -> None:
    entry.role = item.get("role")
    if entry.role not in {"user", "assistant", "system"}:
        raise ProtocolError("Invalid value for 'item.role'.", param="item.role")
    parts = item.get("content") or []
    if entry.role == "assistant" and any("audio" in part for part in parts):
        raise ProtocolError("Assistant audio cannot be created.", param="item.content")
    texts = [part.get("text") or part.get("transcript") or "" for part in parts]
    entry.text = " ".join(text for text in texts if text)
    entry.content_type = "output_text" if entry.role == "assistant" else "input_text"
