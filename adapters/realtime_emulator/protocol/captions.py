"""Which words of a transcript belong beside the audio sent so far."""

_CHARACTERS_PER_S = 15.0
_AHEAD_MS = 1_000


class Captions:
    """Hands out a text about as fast as it is spoken, a second ahead of the sound."""

    def __init__(self, text: str) -> None:
        self._words = text.split(" ")
        self._given = 0

    def due(self, audio_ms: float) -> str:
        """The words that come next once *audio_ms* were sent; may be empty."""
        target = (audio_ms + _AHEAD_MS) / 1000 * _CHARACTERS_PER_S
        count, length = 0, 0
        for word in self._words:
            length += len(word) + 1
            if length > target:
                break
            count += 1
        return self._give(count)

    def rest(self) -> str:
        """All words not given yet."""
        return self._give(len(self._words))

    def _give(self, count: int) -> str:
        words = self._words[self._given : count]
        lead = " " if self._given and words else ""
        self._given = max(self._given, count)
        return lead + " ".join(words)
