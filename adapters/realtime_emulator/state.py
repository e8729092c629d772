"""What all connections of one server share."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from adapters.realtime_emulator.faults import Faults
from adapters.realtime_emulator.ports import Brain, Ears, Mouth
from adapters.realtime_emulator.wire import Event

JOURNAL_LENGTH = 5_000
_ELIDED = frozenset({"audio", "delta"})


@dataclass(slots=True, kw_only=True)
class Emulator:
    """Ears, mouth and brains, the faults on order, the client secrets given, and a journal."""

    ears: Ears
    mouth: Mouth
    new_brain: Callable[[], Brain]
    scenario: str
    session_seconds: int = 3600
    api_keys: frozenset[str] = frozenset()
    faults: Faults = field(default_factory=Faults)
    secrets: dict[str, tuple[float, dict[str, object]]] = field(default_factory=dict)
    journal: deque[Event] = field(default_factory=lambda: deque(maxlen=JOURNAL_LENGTH))
    connections: int = 0

    def note(self, connection: str, direction: str, event: Event) -> None:
        """Write *event* into the journal, its audio left out."""
        self.journal.append(
            {
                "at": round(time.monotonic(), 4),
                "connection": connection,
                "direction": direction,
                "event": _without_audio(event),
            }
        )

    def may_enter(self, key: str) -> bool:
        """Whether *key* is an API key of ours or a client secret that has not expired."""
        if key.startswith("ek_"):
            return self.secrets.get(key, (0.0, {}))[0] > time.monotonic()
        return bool(key) and (not self.api_keys or key in self.api_keys)

    def health(self) -> dict[str, object]:
        """What this server is; it never passes for the real service."""
        return {
            "status": "healthy",
            "simulated": True,
            "note": "a local stand-in for the Realtime API, not the real service",
            "ears": self.ears.name,
            "mouth": self.mouth.name,
            "scenario": self.scenario,
            "connections": self.connections,
        }


def _without_audio(event: Event) -> Event:
    audio = str(event.get("type", "")).endswith(("input_audio_buffer.append", "output_audio.delta"))
    if not audio:
        return event
    return {
        key: f"<{len(str(value))} characters>" if key in _ELIDED else value
        for key, value in event.items()
    }
