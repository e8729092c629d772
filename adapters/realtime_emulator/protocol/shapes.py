"""What a session and a response can be set to."""

from collections.abc import Mapping
from typing import Any

from adapters.realtime_emulator.protocol.shape import (
    Shape,
    anything,
    either,
    flag,
    mapping,
    number,
    one_of,
    text,
    texts,
    whole,
)

VOICES = (
    *("alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar"),
)


def _tools(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_tool, value))


def _is_tool(tool: Any) -> bool:
    if not isinstance(tool, Mapping):
        return False
    if tool.get("type", "function") != "function":
        return tool.get("type") == "mcp"
    parameters = tool.get("parameters") or {}
    return bool(tool.get("name")) and isinstance(parameters, Mapping)


def _tool_choice(value: Any) -> bool:
    if isinstance(value, Mapping):
        return value.get("type") in {"function", "mcp"}
    return value in {"none", "auto", "required"}


def _voice(value: Any) -> bool:
    return value in VOICES if isinstance(value, str) else mapping(value) and bool(value.get("id"))


_FORMAT: Shape = {
    "type": one_of("audio/pcm", "audio/pcmu", "audio/pcma"),
    "rate": one_of(24_000, 8_000),
}
_TURN_DETECTION: Shape = {
    "type": one_of("server_vad", "semantic_vad"),
    "threshold": number(0, 1),
    "prefix_padding_ms": whole(0, 10_000),
    "silence_duration_ms": whole(0, 60_000),
    "idle_timeout_ms": whole(500, 600_000),
    "eagerness": one_of("low", "medium", "high", "auto"),
    "create_response": flag,
    "interrupt_response": flag,
}
_TRANSCRIPTION: Shape = {
    "model": text,
    "language": text,
    "languages": texts,
    "prompt": text,
    "keywords": anything,
    "delay": anything,
}
_AUDIO_INPUT: Shape = {
    "format": _FORMAT,
    "noise_reduction": {
        "type": one_of("near_field", "far_field"),
        "strength": number(0, 1),
    },
    "transcription": _TRANSCRIPTION,
    "turn_detection": _TURN_DETECTION,
}
_AUDIO_OUTPUT: Shape = {"format": _FORMAT, "voice": _voice, "speed": number(0.25, 1.5)}
_MAX_TOKENS = either(one_of("inf"), whole(1, 100_000))
_REASONING: Shape = {"effort": one_of("minimal", "low", "medium", "high", "xhigh")}
_MODALITIES = one_of(["audio"], ["text"])

REALTIME_SESSION: Shape = {
    "type": one_of("realtime"),
    "model": text,
    "id": text,
    "object": text,
    "expires_at": anything,
    "output_modalities": _MODALITIES,
    "instructions": text,
    "tools": _tools,
    "tool_choice": _tool_choice,
    "max_output_tokens": _MAX_TOKENS,
    "parallel_tool_calls": flag,
    "reasoning": _REASONING,
    "truncation": either(one_of("auto", "disabled"), mapping),
    "include": texts,
    "tracing": anything,
    "prompt": anything,
    "audio": {"input": _AUDIO_INPUT, "output": _AUDIO_OUTPUT},
}
TRANSCRIPTION_SESSION: Shape = {
    "type": one_of("transcription"),
    "id": text,
    "object": text,
    "expires_at": anything,
    "include": texts,
    "audio": {"input": _AUDIO_INPUT},
}
RESPONSE: Shape = {
    "instructions": text,
    "output_modalities": _MODALITIES,
    "tools": _tools,
    "tool_choice": _tool_choice,
    "parallel_tool_calls": flag,
    "conversation": one_of("auto", "none"),
    "input": lambda value: isinstance(value, list) and all(map(mapping, value)),
    "metadata": mapping,
    "audio": {"output": {"format": _FORMAT, "voice": _voice}},
    "max_output_tokens": _MAX_TOKENS,
    "prompt": anything,
    "reasoning": _REASONING,
}
