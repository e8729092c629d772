"""The framework's Realtime model, with two of its habits mended."""

from typing import Any

from livekit.agents import utils
from livekit.plugins.openai.realtime import RealtimeModel
from livekit.plugins.openai.realtime.realtime_model import RealtimeSession
from loguru import logger

_WIRE_RATE = 24_000


class SteadyRealtimeSession(RealtimeSession):
    """Sends audio in smaller pieces, and closes without raising.

    The framework waits for 100 ms of audio before it sends any, half of the latency it adds. And
    closing re-raises what broke the session, which keeps the call's end from being told.
    """

    def __init__(self, model: RealtimeModel, *, chunk_samples: int, **options: Any) -> None:
        super().__init__(model, **options)
        self._bstream = utils.audio.AudioByteStream(
            _WIRE_RATE, 1, samples_per_channel=chunk_samples
        )

    async def aclose(self) -> None:
        """Close, whatever broke the session before."""
        try:
            await super().aclose()
        except Exception as error:
            logger.bind(code=type(error).__name__).info("realtime session had broken")


class SteadyRealtimeModel(RealtimeModel):
    """Makes steady sessions."""

    def __init__(self, *, chunk_samples: int, **options: Any) -> None:
        super().__init__(**options)
        self._chunk_samples = chunk_samples

    def session(self, *, turn_detection_disabled: bool = False) -> RealtimeSession:
        """A new session of this model."""
        session = SteadyRealtimeSession(
            self,
            chunk_samples=self._chunk_samples,
            turn_detection_disabled=turn_detection_disabled,
        )
        self._sessions.add(session)
        return session
