"""What went over the wire, for those who look into a session afterwards."""

import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Direction = Literal["in", "out"]

_AUDIO_EVENTS = frozenset({"input_audio_buffer.append", "response.output_audio.delta"})


@dataclass(slots=True, kw_only=True)
class Note:
    """One event, or a run of audio events of one kind."""

    number: int
    at: float
    """Seconds on the machine's monotonic clock."""
    connection: int
    direction: Direction
    event: Mapping[str, Any]
    times: int = 1


class Journal:
    """The last events of all connections. Audio is left out, and a run of it is one note."""

    def __init__(self, length: int) -> None:
        self._notes: deque[Note] = deque(maxlen=length)
        self._last: dict[tuple[int, Direction], Note] = {}
        self._count = 0

    def note(self, connection: int, direction: Direction, event: Mapping[str, Any]) -> None:
        """Write one event down."""
        last = self._last.get((connection, direction))
        kind = event.get("type")
        if last is not None and kind in _AUDIO_EVENTS and last.event.get("type") == kind:
            last.times += 1
            return
        self._count += 1
        note = Note(
            number=self._count,
            at=round(time.monotonic(), 4),
            connection=connection,
            direction=direction,
            event=_without_audio(event),
        )
        self._notes.append(note)
        self._last[connection, direction] = note

    def forget_connection(self, connection: int) -> None:
        """The connection is over: nothing will be joined to its last notes."""
        self._last.pop((connection, "in"), None)
        self._last.pop((connection, "out"), None)

    def read(
        self, *, after: int = 0, connection: int | None = None, kind: str | None = None
    ) -> list[Note]:
        """The notes numbered above *after*, of one connection or event type if given."""
        return [
            note
            for note in self._notes
            if note.number > after
            and connection in {None, note.connection}
            and kind in {None, note.event.get("type")}
        ]

    def clear(self) -> None:
        """Forget everything; numbers go on."""
        self._notes.clear()
        self._last.clear()


def _without_audio(event: Mapping[str, Any]) -> Mapping[str, Any]:
    sound = "delta" if event.get("type") == "response.output_audio.delta" else "audio"
    return {key: _elided(key, value, sound) for key, value in event.items()}


def _elided(key: str, value: Any, sound: str) -> Any:
    if key == sound and isinstance(value, str):
        return f"<{len(value)} characters of audio>"
    if isinstance(value, Mapping):
        return {name: _elided(name, held, sound) for name, held in value.items()}
    if isinstance(value, list):
        return [_elided(key, held, sound) if isinstance(held, Mapping) else held for held in value]
    return value
