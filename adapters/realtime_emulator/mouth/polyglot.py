"""A mouth for many languages: each is spoken by an engine that can pronounce it."""

from collections.abc import AsyncIterator

from adapters.realtime_emulator.ports import Mouth, Pcm

_ENGLISH = "en"


class PolyglotMouth:
    """*english* speaks English and what is in no known language, *others* everything else."""

    def __init__(self, *, english: Mouth, others: Mouth) -> None:
        self._english = english
        self._others = others

    @property
    def name(self) -> str:
        """Both engines."""
        return f"{self._english.name}+{self._others.name}"

    async def warm_up(self) -> None:
        """Load the English engine: the other one is a program that needs no loading."""
        await self._english.warm_up()

    def speak(
        self, text: str, *, voice: str, speed: float, language: str | None
    ) -> AsyncIterator[Pcm]:
        """Yield 24 kHz audio in the pronunciation of *language*."""
        mouth = self._english if language in {None, _ENGLISH} else self._others
        return mouth.speak(text, voice=voice, speed=speed, language=language)
