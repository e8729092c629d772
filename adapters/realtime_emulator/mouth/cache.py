"""Remember the audio of sentences: an agent says the same prompts again and again."""

from collections import OrderedDict
from dataclasses import dataclass, field

from adapters.realtime_emulator.ports import Pcm

SentenceKey = tuple[str, float, str | None, str]
"""Voice, speed, language, text."""


@dataclass(slots=True)
class AudioCache:
    """The most recently used sentences, bounded by the bytes they take."""

    capacity: int = 16 * 1024 * 1024
    _sentences: OrderedDict[SentenceKey, Pcm] = field(default_factory=OrderedDict)
    _size: int = 0

    def find(self, key: SentenceKey) -> Pcm | None:
        """Return the audio kept under *key*, which thereby becomes the most recent."""
        audio = self._sentences.get(key)
        if audio is not None:
            self._sentences.move_to_end(key)
        return audio

    def keep(self, key: SentenceKey, audio: Pcm) -> None:
        """Remember *audio*, forgetting the least recently used sentences to make room."""
        self._size += len(audio) - len(self._sentences.pop(key, b""))
        self._sentences[key] = audio
        while self._size > self.capacity:
            _, forgotten = self._sentences.popitem(last=False)
            self._size -= len(forgotten)
