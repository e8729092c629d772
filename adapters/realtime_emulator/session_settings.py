"""The settings of one session: defaults, partial updates, and what they may be."""

import copy
from collections.abc import Mapping
from typing import Any

from adapters.realtime_emulator.wire import ProtocolError

Settings = dict[str, Any]

VOICES = frozenset(
    ["alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar"]
)
_MODALITIES = (["audio"], ["text"])
_FORMATS = frozenset({"audio/pcm", "audio/pcmu", "audio/pcma"})
_EAGERNESS = frozenset({"low", "medium", "high", "auto"})
_REPLACED_WHOLE = frozenset(
    {"tools", "output_modalities", "transcription", "turn_detection", "format", "tool_choice"}
)

SERVER_VAD: Settings = {
    "type": "server_vad",
    "threshold": 0.5,
    "prefix_padding_ms": 300,
    "silence_duration_ms": 500,
    "create_response": True,
    "interrupt_response": True,
    "idle_timeout_ms": None,
}
SEMANTIC_VAD: Settings = {
    "type": "semantic_vad",
    "eagerness": "auto",
    "create_response": True,
    "interrupt_response": True,
}


def default_settings(session_id: str, model: str, expires_at: int, *, kind: str) -> Settings:
    """What a new session has; *kind* is `realtime` or `transcription`."""
    pcm = {"type": "audio/pcm", "rate": 24000}
    audio_in: Settings = {
        "format": dict(pcm),
        "transcription": {"model": model} if kind == "transcription" else None,
        "noise_reduction": None,
        "turn_detection": dict(SERVER_VAD),
    }
    base: Settings = {
        "type": kind,
        "id": session_id,
        "object": "realtime.session",
        "expires_at": expires_at,
        "include": None,
        "audio": {"input": audio_in},
    }
    if kind == "transcription":
        return base | {"object": "realtime.transcription_session"}
    base["audio"]["output"] = {"format": dict(pcm), "voice": "marin", "speed": 1.0}
    return base | {
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
    }


def updated(settings: Settings, change: Mapping[str, Any], *, spoke: bool) -> Settings:
    """*settings* with the fields that *change* has.

    Raises ProtocolError, naming the parameter, when a value cannot be; *spoke* fixes the voice.
    """
    kind = change.get("type", None)
    if kind is None:
        raise ProtocolError(
            "Missing required parameter: 'session.type'.",
            code="missing_required_parameter",
            param="session.type",
        )
    if kind != settings["type"]:
        raise ProtocolError("The session's type is fixed.", param="session.type")
    new = copy.deepcopy(settings)
    _merge(new, {key: value for key, value in change.items() if key not in {"id", "object"}})
    new["audio"]["input"]["turn_detection"] = _turn_detection(
        new["audio"]["input"]["turn_detection"]
    )
    _check(settings, new, spoke=spoke)
    return new


def _merge(target: Settings, change: Mapping[str, Any]) -> None:
    for key, value in change.items():
        held = target.get(key)
        if isinstance(value, Mapping) and isinstance(held, dict) and key not in _REPLACED_WHOLE:
            _merge(held, value)
        else:
            target[key] = copy.deepcopy(value)


def _turn_detection(given: Mapping[str, Any] | None) -> Settings | None:
    if given is None:
        return None
    defaults = {"server_vad": SERVER_VAD, "semantic_vad": SEMANTIC_VAD}.get(given.get("type", ""))
    if defaults is None:
        raise ProtocolError(
            "Supported values are 'server_vad' and 'semantic_vad'.",
            param="session.audio.input.turn_detection.type",
        )
    return {**defaults, **{key: value for key, value in given.items() if value is not None}}


def _check(old: Settings, new: Settings, *, spoke: bool) -> None:
    audio_in = new["audio"]["input"]
    _require(audio_in["format"].get("type") in _FORMATS, "session.audio.input.format.type")
    turns = audio_in["turn_detection"] or {}
    _require(0 <= turns.get("threshold", 0.5) <= 1, "session.audio.input.turn_detection.threshold")
    _require(
        turns.get("eagerness", "auto") in _EAGERNESS,
        "session.audio.input.turn_detection.eagerness",
    )
    if new["type"] == "transcription":
        return
    _check_output(old, new, spoke=spoke)


def _check_output(old: Settings, new: Settings, *, spoke: bool) -> None:
    _require(new["model"] == old["model"], "session.model")
    _require(new["output_modalities"] in _MODALITIES, "session.output_modalities")
    output = new["audio"]["output"]
    _require(output["format"].get("type") in _FORMATS, "session.audio.output.format.type")
    _require(0.25 <= output["speed"] <= 1.5, "session.audio.output.speed")
    voice = output["voice"]
    _require(isinstance(voice, Mapping) or voice in VOICES, "session.audio.output.voice")
    if spoke and voice != old["audio"]["output"]["voice"]:
        raise ProtocolError(
            "Cannot update a conversation's voice if assistant audio is present.",
            code="cannot_update_voice",
            param="session.audio.output.voice",
        )
    named = all(isinstance(tool, Mapping) and tool.get("name") for tool in new["tools"])
    _require(named, "session.tools")


def _require(holds: bool, param: str) -> None:
    if not holds:
        raise ProtocolError(f"Invalid value for '{param}'.", param=param)
