"""Client events about the session and its audio."""

from adapters.realtime_emulator.protocol.dialogue import Dialogue
from adapters.realtime_emulator.protocol.given_items import pcm_of
from adapters.realtime_emulator.protocol.handlers import Handlers
from adapters.realtime_emulator.protocol.session import Session
from adapters.realtime_emulator.protocol.settings import updated
from adapters.realtime_emulator.protocol.wire import Event, ProtocolError, mapping_at, text_at


class SessionEvents:
    """Settings, and the input audio buffer."""

    def __init__(self, session: Session, dialogue: Dialogue) -> None:
        self._session = session
        self._dialogue = dialogue

    @property
    def handlers(self) -> Handlers:
        """What it handles."""
        return {
            "session.update": self._update,
            "input_audio_buffer.append": self._append,
            "input_audio_buffer.commit": self._commit,
            "input_audio_buffer.clear": self._clear,
            "output_audio_buffer.clear": self._refuse,
        }

    async def _update(self, event: Event) -> None:
        change = mapping_at(event, "session")
        spoke = self._dialogue.responses.spoke
        self._session.settings = updated(self._session.settings, change, spoke=spoke)
        await self._session.outlet.emit("session.updated", session=self._session.settings)

    async def _append(self, event: Event) -> None:
        await self._dialogue.input.append(pcm_of(text_at(event, "audio"), "audio"))

    async def _commit(self, event: Event) -> None:
        await self._dialogue.input.commit()

    async def _clear(self, event: Event) -> None:
        await self._dialogue.input.clear()

    async def _refuse(self, event: Event) -> None:
        raise ProtocolError("Only WebRTC and SIP sessions have an output buffer.", param="type")
