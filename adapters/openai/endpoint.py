"""Where the Realtime API is, and what to ask it for by default."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class RealtimeEndpoint:
    """*base_url* None is the vendor's own; *chunk_ms* is how much audio is sent at a time."""

    api_key: str = field(repr=False)
    model: str
    transcriber: str
    base_url: str | None = None
    chunk_ms: int = 40
