"""What the parts of one session share."""

from dataclasses import dataclass, field
from typing import Any

from adapters.realtime_emulator.engine import Engine
from adapters.realtime_emulator.ports import Brain, Socket
from adapters.realtime_emulator.protocol.conversation import Conversation
from adapters.realtime_emulator.protocol.entry import Entry
from adapters.realtime_emulator.protocol.outlet import Outlet
from adapters.realtime_emulator.protocol.settings import Settings
from adapters.realtime_emulator.tasks import Tasks


@dataclass(slots=True, kw_only=True)
class Session:
    """One client's session: its settings, its conversation, its brain, and its way out."""

    engine: Engine
    settings: Settings
    socket: Socket
    outlet: Outlet
    tasks: Tasks
    brain: Brain
    conversation: Conversation = field(default_factory=Conversation)

    @property
    def audio_in(self) -> dict[str, Any]:
        """The settings of the audio that comes in."""
        held: dict[str, Any] = self.settings["audio"]["input"]
        return held

    @property
    def turn_detection(self) -> dict[str, Any]:
        """The settings of turn detection, empty when it is off."""
        return self.audio_in["turn_detection"] or {}

    async def announce(self, entry: Entry, before: str | None) -> None:
        """Tell the client of a finished item that is new."""
        for kind in ("conversation.item.added", "conversation.item.done"):
            await self.outlet.emit(kind, item=entry.wire(), previous_item_id=before)
