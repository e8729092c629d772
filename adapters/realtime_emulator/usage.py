"""Tokens, counted the way the real service bills them, from text lengths and audio durations."""

from collections.abc import Sequence
from typing import Any

from adapters.realtime_emulator.conversation import Entry

AUDIO_IN_PER_S = 10
AUDIO_OUT_PER_S = 20
_CHARS_PER_TOKEN = 4


def text_tokens(text: str) -> int:
    """About four characters a token."""
    return -(-len(text) // _CHARS_PER_TOKEN)


def response_usage(
    instructions: str, before: Sequence[Entry], made: Sequence[Entry], cached: int
) -> dict[str, Any]:
    """Usage of one response: the whole conversation goes in again, *cached* tokens cheaper."""
    text_in = text_tokens(instructions) + sum(_text(entry) for entry in before)
    audio_in = sum(_audio(entry) for entry in before)
    text_out = sum(_text(entry) for entry in made)
    audio_out = sum(_audio(entry) for entry in made)
    cached = min(cached, text_in + audio_in)
    cached_audio = min(cached, audio_in)
    return {
        "total_tokens": text_in + audio_in + text_out + audio_out,
        "input_tokens": text_in + audio_in,
        "output_tokens": text_out + audio_out,
        "input_token_details": {
            "text_tokens": text_in,
            "audio_tokens": audio_in,
            "image_tokens": 0,
            "cached_tokens": cached,
            "cached_tokens_details": {
                "text_tokens": cached - cached_audio,
                "audio_tokens": cached_audio,
                "image_tokens": 0,
            },
        },
        "output_token_details": {"text_tokens": text_out, "audio_tokens": audio_out},
    }


def transcription_usage(text: str, seconds: float) -> dict[str, Any]:
    """Usage of recognising one utterance."""
    audio = round(seconds * AUDIO_IN_PER_S)
    return {
        "type": "tokens",
        "input_tokens": audio,
        "output_tokens": text_tokens(text),
        "total_tokens": audio + text_tokens(text),
        "input_token_details": {"audio_tokens": audio, "text_tokens": 0},
    }


def _text(entry: Entry) -> int:
    parts = (entry.text, entry.arguments or "", entry.output or "")
    return sum(text_tokens(part) for part in parts)


def _audio(entry: Entry) -> int:
    rate = AUDIO_OUT_PER_S if entry.role == "assistant" else AUDIO_IN_PER_S
    return round(entry.audio_ms / 1000 * rate)
