"""Tokens, counted the way the real service bills them, from text lengths and audio durations."""

from collections.abc import Sequence
from typing import Any

from adapters.realtime_emulator.protocol.entry import Entry

AUDIO_IN_PER_S = 10
AUDIO_OUT_PER_S = 20
_CHARACTERS_PER_TOKEN = 4


def text_tokens(text: str) -> int:
    """About four characters a token."""
    return -(-len(text) // _CHARACTERS_PER_TOKEN)


def output_tokens(made: Sequence[Entry]) -> int:
    """What *made* costs so far."""
    return sum(_text(entry) + _audio(entry) for entry in made)


def response_usage(
    instructions: str, before: Sequence[Entry], made: Sequence[Entry], cached: int
) -> dict[str, Any]:
    """Usage of one response: the whole conversation goes in again, *cached* tokens cheaper."""
    text_in = text_tokens(instructions) + sum(_text(entry) for entry in before)
    audio_in = sum(_audio(entry) for entry in before)
    text_out = sum(_text(entry) for entry in made)
    audio_out = sum(_audio(entry) for entry in made)
    cached_text = min(cached, text_in)
    cached_audio = min(cached - cached_text, audio_in)
    return {
        "total_tokens": text_in + audio_in + text_out + audio_out,
        "input_tokens": text_in + audio_in,
        "output_tokens": text_out + audio_out,
        "input_token_details": {
            "text_tokens": text_in,
            "audio_tokens": audio_in,
            "image_tokens": 0,
            "cached_tokens": cached_text + cached_audio,
            "cached_tokens_details": {
                "text_tokens": cached_text,
                "audio_tokens": cached_audio,
                "image_tokens": 0,
            },
        },
        "output_token_details": {"text_tokens": text_out, "audio_tokens": audio_out},
    }


def transcription_usage(model: str, text: str, seconds: float) -> dict[str, Any]:
    """Usage of recognising one utterance: Whisper is billed by time, the others by tokens."""
    if model.startswith("whisper"):
        return {"type": "duration", "seconds": round(seconds, 3)}
    audio, words = round(seconds * AUDIO_IN_PER_S), text_tokens(text)
    return {
        "type": "tokens",
        "input_tokens": audio,
        "output_tokens": words,
        "total_tokens": audio + words,
        "input_token_details": {"audio_tokens": audio, "text_tokens": 0},
    }


def _text(entry: Entry) -> int:
    if entry.content_type == "input_audio":
        # The model is billed for what it heard, not for our transcript of it.
        return 0
    parts = (entry.text, entry.arguments or "", entry.output or "")
    return sum(text_tokens(part) for part in parts)


def _audio(entry: Entry) -> int:
    rate = AUDIO_OUT_PER_S if entry.role == "assistant" else AUDIO_IN_PER_S
    return round(entry.audio_ms / 1000 * rate)
