"""Mouths: who speaks which language, and what a scripted caller sounds like."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.realtime_emulator.engines import make_mouth
from adapters.realtime_emulator.mouth.polyglot import PolyglotMouth
from adapters.realtime_emulator.ports import Pcm
from entrypoints.bootstrap.caller_voice import CachedVoice, SpokenLine, speak_lines

needs_espeak = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is missing")


class NamedMouth:
    """Its audio is its own name and the language it was asked for."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.spoken = 0

    async def warm_up(self) -> None:
        """Nothing to load."""

    async def speak(
        self, text: str, *, voice: str, speed: float, language: str | None
    ) -> AsyncIterator[Pcm]:
        """One chunk."""
        self.spoken += 1
        yield f"{self.name} {language}: {text}".encode()


async def _said(mouth: PolyglotMouth, language: str | None) -> bytes:
    spoken = mouth.speak("Hm.", voice="ash", speed=1.0, language=language)
    return b"".join([chunk async for chunk in spoken])


async def test_each_language_is_spoken_by_a_mouth_that_can() -> None:
    mouth = PolyglotMouth(english=NamedMouth("joe"), others=NamedMouth("robot"))
    assert mouth.name == "joe+robot"
    assert await _said(mouth, "en") == b"joe en: Hm."
    assert await _said(mouth, None) == b"joe None: Hm."
    assert await _said(mouth, "pt") == b"robot pt: Hm."


async def test_a_voice_says_a_line_once_for_each_language(tmp_path: Path) -> None:
    mouth = NamedMouth("joe")
    for language in ("en", "de", "de"):
        voice = CachedVoice(mouth=mouth, folder=tmp_path, language=language)
        assert await voice.speak("Hallo.") == f"joe {language}: Hallo.".encode()
    assert mouth.spoken == 2


@needs_espeak
async def test_a_caller_pronounces_each_line_in_its_language(tmp_path: Path) -> None:
    lines = [SpokenLine(text="Ich heiße Vera.", language="de"), SpokenLine(text="Hello.")]
    audio = await speak_lines(lines, var_dir=tmp_path)
    assert list(audio) == ["Ich heiße Vera.", "Hello."]
    assert all(len(sound) > 12_000 for sound in audio.values()), "a quarter of a second at least"


@needs_espeak
@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "pt"])
async def test_the_robotic_voice_pronounces_numbers_differently_by_language(language: str) -> None:
    mouth = make_mouth("espeak-ng")
    english, other = [
        b"".join([c async for c in mouth.speak("17", voice="ash", speed=1.0, language=code)])
        for code in ("en", language)
    ]
    assert (english == other) is (language == "en")
