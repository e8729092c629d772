"""The bounds within which the server works."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds and rates; the defaults are the real service's where those are known."""

    session_seconds: float = 3600.0
    """A session that is older ends with `session_expired`."""
    message_bytes: int = 20 * 1024 * 1024
    """The longest event: 15 MiB of audio and its base64."""
    audio_pace: float = 10.0
    """How many times faster than real time audio is sent, after the first second of it."""
    requests_per_minute: int = 1_000
    tokens_per_minute: int = 100_000
    journal_length: int = 5_000
    """Events kept for reading, audio left out."""
    client_secrets: int = 1_000
