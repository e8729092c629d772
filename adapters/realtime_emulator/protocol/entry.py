"""One item of a conversation."""

import asyncio
import base64
from dataclasses import dataclass, field
from typing import Any, Literal

from adapters.realtime_emulator.ports import Item

Kind = Literal["message", "function_call", "function_call_output"]
BYTES_PER_MS = 48
"""Of 24 kHz 16-bit audio, as which all audio is kept."""


@dataclass(slots=True, kw_only=True, eq=False)
class Entry:
    """An item as the server keeps it; *known* is set once its words are."""

    id: str
    kind: Kind
    role: str | None = None
    content_type: str = "input_text"
    text: str = ""
    language: str | None = None
    audio: bytearray = field(default_factory=bytearray)
    name: str | None = None
    call_id: str | None = None
    arguments: str | None = None
    output: str | None = None
    status: str = "completed"
    interrupted: bool = False
    truncated: bool = False
    known: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def audio_ms(self) -> int:
        """How long its audio is."""
        return len(self.audio) // BYTES_PER_MS

    def wire(self, *, with_audio: bool = False) -> dict[str, Any]:
        """The item as the protocol writes it."""
        item = {"id": self.id, "object": "realtime.item", "type": self.kind, "status": self.status}
        match self.kind:
            case "message":
                return {**item, "role": self.role, "content": self._content(with_audio=with_audio)}
            case "function_call":
                called = {"call_id": self.call_id, "name": self.name}
                return {**item, **called, "arguments": self.arguments or ""}
            case "function_call_output":
                return {**item, "call_id": self.call_id, "output": self.output or ""}

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
            language=self.language,
        )

    def truncate(self, audio_end_ms: int) -> None:
        """Keep the audio up to *audio_end_ms*, and of the words the same share."""
        words = self.text.split()
        share = audio_end_ms / self.audio_ms if self.audio_ms else 0.0
        self.text = " ".join(words[: round(len(words) * share)])
        del self.audio[audio_end_ms * BYTES_PER_MS :]
        self.interrupted = self.truncated = True

    def _content(self, *, with_audio: bool) -> list[dict[str, Any]]:
        if self.status == "in_progress":
            return []
        if self.content_type in {"input_text", "output_text"}:
            return [{"type": self.content_type, "text": self.text}]
        part: dict[str, Any] = {"type": self.content_type}
        if self.text and not self.truncated:
            # After a truncation nobody knows which words were heard: the protocol drops the text.
            part["transcript"] = self.text
        if with_audio:
            part["audio"] = base64.b64encode(self.audio).decode()
        return [part]
