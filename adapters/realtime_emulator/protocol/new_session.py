"""The settings with which a session starts."""

from collections.abc import Mapping
from typing import Any

from adapters.realtime_emulator.clock import epoch_seconds
from adapters.realtime_emulator.ids import new_id
from adapters.realtime_emulator.ports import Visit
from adapters.realtime_emulator.protocol.settings import Settings, default_settings, updated

_MODEL_OF_A_CALL = "gpt-realtime"


def settings_for(visit: Visit, session_seconds: float) -> Settings:
    """What the client asked for in its URL, or before, when it got its client secret."""
    asked = "transcription" if visit.query.get("intent") == "transcription" else "realtime"
    preset = {"type": asked, **visit.preset}
    model = visit.query.get("model") or str(preset.get("model") or _MODEL_OF_A_CALL)
    return preset_settings(preset, model=model, session_seconds=session_seconds)


def preset_settings(preset: Mapping[str, Any], *, model: str, session_seconds: float) -> Settings:
    """The defaults, changed by *preset*. Raises ProtocolError for what cannot be."""
    kind = "transcription" if preset.get("type") == "transcription" else "realtime"
    is_speaking = kind == "realtime"
    settings = default_settings(
        kind,
        session_id=new_id("sess"),
        model=model if is_speaking else "",
        expires_at=epoch_seconds() + int(session_seconds),
    )
    change = {key: value for key, value in preset.items() if key != "model"}
    return updated(settings, {**change, "type": kind}, spoke=False)
