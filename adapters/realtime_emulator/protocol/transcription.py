"""The words of the caller: recognised for the brain, and told to a client that asked for them."""

import asyncio
from collections.abc import Iterator
from typing import Any

from loguru import logger

from adapters.realtime_emulator.faults import FaultKind, Occasion
from adapters.realtime_emulator.ports import Heard
from adapters.realtime_emulator.protocol.entry import Entry
from adapters.realtime_emulator.protocol.recogniser import Recogniser
from adapters.realtime_emulator.protocol.session import Session
from adapters.realtime_emulator.protocol.usage import transcription_usage

_EVENT = "conversation.item.input_audio_transcription"
_WORDS_PER_DELTA = 3


class Transcription:
    """Runs beside the responses; a response waits for the words, never for these events."""

    def __init__(self, session: Session, recogniser: Recogniser) -> None:
        self._session = session
        self._recogniser = recogniser

    def begin(self, entry: Entry, hearing: "asyncio.Task[Heard] | None") -> None:
        """Recognise the caller's turn *entry*, with what *hearing* has begun, if given."""
        self._session.tasks.start(self._transcribe(entry, hearing))

    def begin_silently(self, entry: Entry) -> None:
        """Recognise audio that the client wrote into the conversation: for the brain alone."""
        self._session.tasks.start(self._only_hear(entry))

    async def _only_hear(self, entry: Entry) -> None:
        await self._heard(entry, None)

    async def _transcribe(self, entry: Entry, hearing: "asyncio.Task[Heard] | None") -> None:
        heard = await self._heard(entry, hearing)
        settings = self._session.audio_in["transcription"]
        if settings is None:
            return
        where = {"item_id": entry.id, "content_index": 0}
        if heard is None:
            await self._fail(where)
            return
        await self._tell(where, heard, settings)

    async def _heard(self, entry: Entry, hearing: "asyncio.Task[Heard] | None") -> Heard | None:
        try:
            heard = await (hearing or self._recogniser.hear(bytes(entry.audio)))
        except Exception as error:
            # An engine's failure is the end of the transcription, not of the session.
            logger.error("the ears failed: {}", type(error).__name__)
            return None
        else:
            entry.text, entry.language = heard.text, heard.language
            return heard
        finally:
            entry.known.set()

    async def _tell(self, where: dict[str, Any], heard: Heard, settings: dict[str, Any]) -> None:
        faults = self._session.engine.faults.strike(Occasion.TRANSCRIPTION, heard.text)
        if FaultKind.MISSING_TRANSCRIPTION in faults:
            return
        late = faults.get(FaultKind.LATE_TRANSCRIPTION)
        if late is not None:
            await asyncio.sleep(late.for_ms / 1000)
        if FaultKind.FAILED_TRANSCRIPTION in faults:
            await self._fail(where)
            return
        for delta in _deltas(heard.text):
            await self._session.outlet.emit(f"{_EVENT}.delta", **where, delta=delta)
        model = str(settings.get("model") or "")
        languages = {"languages": [{"code": heard.language}]} if heard.language else {}
        await self._session.outlet.emit(
            f"{_EVENT}.completed",
            **where,
            transcript=heard.text,
            usage=transcription_usage(model, heard.text, heard.seconds),
            **languages,
        )

    async def _fail(self, where: dict[str, Any]) -> None:
        error = {
            "type": "transcription_error",
            "code": "audio_unintelligible",
            "message": "The audio could not be transcribed.",
            "param": None,
        }
        await self._session.outlet.emit(f"{_EVENT}.failed", **where, error=error)


def _deltas(text: str) -> Iterator[str]:
    words = text.split(" ")
    for start in range(0, len(words), _WORDS_PER_DELTA):
        delta = " ".join(words[start : start + _WORDS_PER_DELTA])
        if delta:
            yield delta if start == 0 else f" {delta}"
