"""How other commands on this machine find the LiveKit server that `serve` started."""

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

import psutil

from entrypoints.bootstrap.settings import Settings

_KEYS = ("livekit_url", "livekit_api_key", "livekit_api_secret")
_WRITER = "process"


@contextlib.contextmanager
def announced(settings: Settings) -> Iterator[None]:
    """Leave a note, for this user's eyes only, while the block runs."""
    note = _note(settings.var_dir)
    secret = settings.livekit_api_secret
    values = (
        settings.livekit_url,
        settings.livekit_api_key,
        secret.get_secret_value() if secret else None,
    )
    note.parent.mkdir(parents=True, exist_ok=True)
    note.unlink(missing_ok=True)
    handle = os.open(note, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump({**dict(zip(_KEYS, values, strict=True)), _WRITER: os.getpid()}, file)
    try:
        yield
    finally:
        note.unlink(missing_ok=True)


def with_running_livekit(settings: Settings) -> Settings:
    """The settings, completed by the note where no LiveKit server is configured.

    The note of a service that was killed counts no more.
    """
    note = _note(settings.var_dir)
    if settings.has_livekit or not note.is_file():
        return settings
    values = json.loads(note.read_text(encoding="utf-8"))
    if not psutil.pid_exists(values.pop(_WRITER)):
        return settings
    return settings.updated(**values)


def _note(var_dir: Path) -> Path:
    return var_dir / "livekit.json"
