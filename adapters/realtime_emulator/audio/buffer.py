"""Audio that was received and is not yet part of a turn."""

from adapters.realtime_emulator.audio.wire_decoder import WIRE_RATE

_BYTES_PER_MS = WIRE_RATE * 2 // 1000


class AudioBuffer:
    """24 kHz PCM on the session's own clock, which starts with its first audio."""

    def __init__(self) -> None:
        self._pcm = bytearray()
        self._starts_ms = 0

    @property
    def starts_ms(self) -> int:
        """When the first audio held was received."""
        return self._starts_ms

    @property
    def now_ms(self) -> int:
        """The end of the audio received."""
        return self._starts_ms + self.held_ms

    @property
    def held_ms(self) -> int:
        """How much is held."""
        return len(self._pcm) // _BYTES_PER_MS

    def append(self, pcm: bytes) -> None:
        """Add what was received next."""
        self._pcm += pcm

    def forget_before(self, ms: int) -> None:
        """Drop what is older than *ms*."""
        surplus_ms = min(max(0, ms - self._starts_ms), self.held_ms)
        del self._pcm[: surplus_ms * _BYTES_PER_MS]
        self._starts_ms += surplus_ms

    def pcm(self) -> bytes:
        """A copy of what is held."""
        return bytes(self._pcm)

    def take(self) -> bytes:
        """What is held, which is then held no more."""
        held = self.pcm()
        self.forget_before(self.now_ms)
        return held
