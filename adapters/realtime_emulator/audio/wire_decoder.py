"""The client's audio, whatever its format, as 24 kHz PCM."""

from adapters.realtime_emulator.audio.g711 import decode
from adapters.realtime_emulator.audio.stream import StreamResampler

WIRE_RATE = 24_000
_TELEPHONE_RATE = 8_000


class WireDecoder:
    """Decodes one stream; the format may change on the way."""

    def __init__(self) -> None:
        self._widen = StreamResampler(_TELEPHONE_RATE, WIRE_RATE)

    def pcm(self, data: bytes, kind: str) -> bytes:
        """24 kHz PCM of *data* in format *kind*. Raises ValueError for half a sample."""
        if kind != "audio/pcm":
            return self._widen.feed_pcm(decode(data, kind.removeprefix("audio/")))
        if len(data) % 2:
            raise ValueError("audio must be whole 16-bit samples")
        return data
