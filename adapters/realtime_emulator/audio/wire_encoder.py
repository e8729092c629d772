"""Our audio in the format that the client wants."""

import base64

from adapters.realtime_emulator.audio.g711 import encode
from adapters.realtime_emulator.audio.stream import StreamResampler
from adapters.realtime_emulator.audio.wire_decoder import WIRE_RATE

_TELEPHONE_RATE = 8_000


class WireEncoder:
    """Encodes one stream of 24 kHz PCM."""

    def __init__(self, kind: str) -> None:
        self._law = kind.removeprefix("audio/")
        self._narrow = StreamResampler(WIRE_RATE, _TELEPHONE_RATE)

    def base64(self, pcm: bytes) -> str:
        """The next piece, ready for an event."""
        if self._law != "pcm":
            pcm = encode(self._narrow.feed_pcm(pcm), self._law)
        return base64.b64encode(pcm).decode()
