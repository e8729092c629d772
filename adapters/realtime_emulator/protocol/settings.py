"""The settings of one session: defaults, and partial updates."""

import copy
from collections.abc import Mapping
from typing import Any

from adapters.realtime_emulator.protocol.shape import Shape, conform
from adapters.realtime_emulator.protocol.shapes import REALTIME_SESSION, TRANSCRIPTION_SESSION
from adapters.realtime_emulator.protocol.wire import ProtocolError

Settings = dict[str, Any]

_SHAPES: Mapping[str, Shape] = {
    "realtime": REALTIME_SESSION,
    "transcription": TRANSCRIPTION_SESSION,
}
_FIXED = frozenset({"id", "object", "expires_at", "type"})
_CAN_BE_OFF = frozenset(
    {"transcription", "turn_detection", "noise_reduction", "tracing", "prompt", "include"}
)
_REPLACED_WHOLE = frozenset(
    {"tool_choice", "truncation", "tracing", "prompt", "voice", "reasoning"}
)
_FORMATS: Mapping[str, Settings] = {
    "audio/pcm": {"type": "audio/pcm", "rate": 24_000},
    "audio/pcmu": {"type": "audio/pcmu"},
    "audio/pcma": {"type": "audio/pcma"},
}
_TURN_DETECTION: Mapping[str, Settings] = {
    "server_vad": {
        "type": "server_vad",
        "threshold": 0.5,
        "prefix_padding_ms": 300,
        "silence_duration_ms": 500,
        "create_response": True,
        "interrupt_response": True,
        "idle_timeout_ms": None,
    },
    "semantic_vad": {
        "type": "semantic_vad",
        "eagerness": "auto",
        "create_response": True,
        "interrupt_response": True,
    },
}


def default_settings(kind: str, *, session_id: str, model: str, expires_at: int) -> Settings:
    """What a new session has; *kind* is `realtime` or `transcription`."""
    audio_in: Settings = {
        "format": dict(_FORMATS["audio/pcm"]),
        "transcription": {"model": model} if kind == "transcription" and model else None,
        "noise_reduction": None,
        "turn_detection": dict(_TURN_DETECTION["server_vad"]),
    }
    head = {"type": kind, "id": session_id, "expires_at": expires_at, "include": None}
    if kind == "transcription":
        return {**head, "object": "realtime.transcription_session", "audio": {"input": audio_in}}
    output = {"format": dict(_FORMATS["audio/pcm"]), "voice": "marin", "speed": 1.0}
    return {
        **head,
        "object": "realtime.session",
        "model": model,
        "output_modalities": ["audio"],
        "instructions": "",
        "tools": [],
        "tool_choice": "auto",
        "max_output_tokens": "inf",
        "parallel_tool_calls": True,
        "truncation": "auto",
        "tracing": None,
        "prompt": None,
        "audio": {"input": audio_in, "output": output},
    }


def updated(settings: Settings, change: Mapping[str, Any], *, spoke: bool) -> Settings:
    """*settings* with the fields that *change* has.

    Raises ProtocolError, naming the parameter, when a value cannot be; *spoke* fixes the voice.
    """
    if change.get("type") is None:
        raise ProtocolError(
            "Missing required parameter: 'session.type'.",
            code="missing_required_parameter",
            param="session.type",
        )
    conform(change, _SHAPES[settings["type"]], "session")
    new = copy.deepcopy(settings)
    _merge(new, {key: value for key, value in change.items() if key not in _FIXED})
    _check_fixed(settings, new, spoke=spoke)
    return new


def _merge(target: Settings, change: Mapping[str, Any]) -> None:
    for key, value in change.items():
        held = target.get(key)
        if value is None:
            target[key] = None if key in _CAN_BE_OFF else held
        elif key == "format":
            target[key] = _merged_format(value)
        elif key == "turn_detection":
            target[key] = _merged_turn_detection(held, value)
        elif isinstance(value, Mapping) and isinstance(held, dict) and key not in _REPLACED_WHOLE:
            _merge(held, value)
        else:
            target[key] = copy.deepcopy(value)


def _merged_format(given: Mapping[str, Any]) -> Settings:
    return dict(_FORMATS[given.get("type") or "audio/pcm"])


def _merged_turn_detection(held: Settings | None, given: Mapping[str, Any]) -> Settings:
    kind = given.get("type") or (held or {}).get("type", "server_vad")
    base = held if held is not None and held["type"] == kind else _TURN_DETECTION[kind]
    merged = {**base, **{key: value for key, value in given.items() if value is not None}}
    where = "session.audio.input.turn_detection"
    for key in merged.keys() - _TURN_DETECTION[kind].keys():
        raise ProtocolError(f"'{where}.{key}' does not apply to {kind}.", param=f"{where}.{key}")
    return {**merged, **{key: None for key in given if key == "idle_timeout_ms" and not given[key]}}


def _check_fixed(old: Settings, new: Settings, *, spoke: bool) -> None:
    if new["type"] == "transcription":
        return
    if new["model"] != old["model"]:
        raise ProtocolError("A session's model is fixed.", param="session.model")
    if spoke and new["audio"]["output"]["voice"] != old["audio"]["output"]["voice"]:
        raise ProtocolError(
            "Cannot update a conversation's voice if assistant audio is present.",
            code="cannot_update_voice",
            param="session.audio.output.voice",
        )
