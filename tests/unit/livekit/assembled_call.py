"""A call of which single events are told, at times that a test sets."""

from typing import Any

from adapters.livekit.turn_assembly import TurnAssembly
from application.ports.conversation import TurnEnded

TRANSCRIPTION = "conversation.item.input_audio_transcription"
REPLY = "response.output_audio_transcript"


class Call:
    """An assembly whose clock stands still between events."""

    def __init__(self) -> None:
        self.now = 0
        self.assembly = TurnAssembly(now_ms=lambda: self.now)

    def happens(self, at_ms: int, kind: str, of: str = "i1", **fields: Any) -> TurnEnded | None:
        self.now = at_ms
        return self.assembly.follow({"type": kind, "item_id": of, **fields})

    def caller_speaks(self, from_ms: int, to_ms: int, item: str = "i1") -> None:
        self.happens(from_ms, "input_audio_buffer.speech_started", item)
        self.happens(to_ms, "input_audio_buffer.speech_stopped", item)

    def agent_speaks(self, from_ms: int, item: str, text: str, response: str = "r1") -> None:
        self.happens(from_ms, "response.created", "", response={"id": response})
        self.happens(from_ms, f"{REPLY}.done", item, transcript=text, response_id=response)
        self.assembly.agent_speaks()

    def agent_ends(self, at_ms: int, item: str, played: str, *, cut: bool = False) -> TurnEnded:
        if not cut:
            self.happens(at_ms, "response.output_audio.done", item)
        self.now = at_ms
        return self.assembly.agent_turn(item, played, interrupted=cut)
