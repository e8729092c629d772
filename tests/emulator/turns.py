"""What tests of spoken turns share."""

from typing import Any

TRANSCRIPT = "conversation.item.input_audio_transcription"
LONG = "say " + "la " * 1_000


def hearing(**turn_detection: Any) -> dict[str, Any]:
    """Settings that transcribe and detect turns."""
    detection = {"type": "server_vad", "silence_duration_ms": 300, **turn_detection}
    transcription = {"model": "gpt-4o-mini-transcribe"}
    return {"input": {"transcription": transcription, "turn_detection": detection}}
