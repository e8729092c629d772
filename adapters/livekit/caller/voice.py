"""How a caller's lines become sound."""

import asyncio
from collections.abc import Iterable, Mapping
from typing import Protocol


class Voice(Protocol):
    """Speech synthesis."""

    async def speak(self, text: str) -> bytes:
        """*text* as signed 16-bit mono audio at 24 kHz."""
        ...


async def rehearse(voice: Voice, texts: Iterable[str]) -> Mapping[str, bytes]:
    """All lines as audio, made before the call: synthesis must not delay an answer."""
    spoken: dict[str, bytes] = {}
    for text in dict.fromkeys(texts):
        spoken[text] = await voice.speak(text)
        await asyncio.sleep(0)
    return spoken
