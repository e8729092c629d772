"""What all mouths do alike: sentence by sentence, at 24 kHz, each sentence made only once."""

import asyncio
from collections.abc import AsyncIterator
from typing import Protocol

from adapters.realtime_emulator.mouth.cache import AudioCache
from adapters.realtime_emulator.mouth.sentences import split_sentences
from adapters.realtime_emulator.ports import Pcm

WIRE_RATE = 24_000
_PAUSE_SECONDS = 0.15


class Synthesiser(Protocol):
    """One engine, one sentence."""

    @property
    def name(self) -> str:
        """The engine's name as reports show it."""
        ...

    async def synthesise(
        self, sentence: str, *, voice: str, speed: float, language: str | None
    ) -> Pcm:
        """Return the sentence at 24 kHz. Raises MouthError when the engine fails."""
        ...


class MouthError(Exception):
    """The speech engine did not produce audio."""


class SentenceMouth:
    """A mouth made of a synthesiser and a cache; shared by all connections."""

    def __init__(self, synthesiser: Synthesiser, *, cache: AudioCache | None = None) -> None:
        self._synthesiser = synthesiser
        self._cache = cache or AudioCache()

    @property
    def name(self) -> str:
        """The name of the engine behind it."""
        return self._synthesiser.name

    async def warm_up(self) -> None:
        """Make one short sentence, which loads the engine."""
        await self._synthesiser.synthesise("Hello.", voice="", speed=1.0, language=None)

    async def speak(
        self, text: str, *, voice: str, speed: float, language: str | None
    ) -> AsyncIterator[Pcm]:
        """Yield one chunk a sentence, with a short pause between sentences."""
        for position, sentence in enumerate(split_sentences(text)):
            pause = bytes(int(_PAUSE_SECONDS * WIRE_RATE) * 2) if position else b""
            yield pause + await self._sentence(sentence, voice, speed, language)

    async def _sentence(self, text: str, voice: str, speed: float, language: str | None) -> Pcm:
        key = (voice, speed, language, text)
        known = self._cache.find(key)
        if known is not None:
            return known
        audio = await self._synthesiser.synthesise(
            text, voice=voice, speed=speed, language=language
        )
        self._cache.keep(key, audio)
        return audio


async def run_engine(*command: str, text: str, deadline: float) -> bytes:
    """Feed *text* to a speech program and return what it wrote, or raise MouthError."""
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(deadline):
            output, _ = await process.communicate(text.encode())
    except TimeoutError as error:
        raise MouthError(f"{command[0]} took longer than {deadline} s") from error
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise MouthError(f"{command[0]} failed with status {process.returncode}")
    return output
