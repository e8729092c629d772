"""The framework's Realtime model, with some of its habits mended."""

from typing import Any, cast

import aiohttp
from livekit.agents import APIConnectionError, APIStatusError, utils
from livekit.plugins.openai.realtime import RealtimeModel
from livekit.plugins.openai.realtime.realtime_model import RealtimeSession
from loguru import logger

from adapters.openai.steady_socket import SteadySocket

_WIRE_RATE = 24_000


class SteadyRealtimeSession(RealtimeSession):
    """Sends audio in smaller pieces, gives up when it is refused, and closes without raising.

    The framework waits for 100 ms of audio before it sends any, half of the latency it adds. And
    closing re-raises what broke the session, which keeps the call's end from being told.
    """

    def __init__(self, model: RealtimeModel, *, chunk_samples: int, **options: Any) -> None:
        super().__init__(model, **options)
        self._bstream = utils.audio.AudioByteStream(
            _WIRE_RATE, 1, samples_per_channel=chunk_samples
        )

    def hold_back(self, on: bool) -> None:
        """While *on*, the server detects and transcribes turns without answering them.

        Kept in the session's own options, so that a connection made anew has it too.
        """
        detection = self._opts.turn_detection
        if detection is None:
            return
        changed = detection.model_copy(update={"create_response": not on})
        self._opts.turn_detection = changed
        self.send_event(
            {
                "type": "session.update",
                "event_id": utils.shortuuid("hold_back_"),
                "session": {
                    "type": "realtime",
                    "audio": {"input": {"turn_detection": changed.model_dump(exclude_none=True)}},
                },
            }
        )

    def abandon_response(self) -> None:
        """Take the response under way for finished: the server does not say that it is.

        What it has brought is played; whatever waits for its end goes on.
        """
        self.interrupt()
        self._close_current_generation("its end did not come")

    async def _create_ws_conn(self) -> aiohttp.ClientWebSocketResponse:
        # A refused key stays refused: the framework would try again all the same.
        try:
            socket = SteadySocket(await super()._create_ws_conn())
        except APIConnectionError as error:
            cause = error.__cause__
            if not isinstance(cause, aiohttp.WSServerHandshakeError):
                raise
            raise APIStatusError(
                "the Realtime endpoint refused the connection",
                status_code=cause.status,
                body=None,
            ) from error
        return cast(aiohttp.ClientWebSocketResponse, socket)

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
