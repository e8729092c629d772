"""Ears that hear nothing and recite what they were told: for protocol tests only."""

from collections import deque

from adapters.realtime_emulator.ports import Expectation, Heard, Pcm


class ScriptedEars:
    """Returns the pushed utterances in order, one for each stretch of speech.

    A run that used these ears did not recognise any speech, and its reports must say so.
    """

    name = "scripted"

    def __init__(self) -> None:
        self._utterances: deque[tuple[str, str | None]] = deque()

    def push(self, text: str, language: str | None = None) -> None:
        """Queue what will be "heard" next."""
        self._utterances.append((text, language))

    def take_back(self, heard: Heard) -> None:
        """The speaker went on: *heard* is to be heard again, with all of the utterance."""
        if heard.text:
            self._utterances.appendleft((heard.text, heard.language))

    async def warm_up(self) -> None:
        """Nothing to load."""

    async def hear(self, audio: Pcm, *, rate: int, expecting: Expectation) -> Heard:
        """Take the next pushed utterance; an empty text when there is none left."""
        text, language = self._utterances.popleft() if self._utterances else ("", None)
        return Heard(text=text, language=language, seconds=len(audio) / 2 / rate)
