"""What the words of a call tell: their language, and whether they may stand."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from domain.ids import VoiceSessionId
from domain.insight.call_insight import CallInsight, Reading
from domain.insight.moderation import Finding
from domain.language import Language
from domain.lead import Lead
from domain.transcript import Transcript
from domain.voice_session import CloseReason


class LanguageDetector(Protocol):
    """Tells languages apart by their text, on this machine."""

    async def prepare(self, candidates: Sequence[Language]) -> None:
        """Load what telling *candidates* apart needs, so that the first turn does not wait.

        May hold up the process for tenths of a second: to be called before anybody speaks.
        """
        ...

    async def guesses(self, text: str, candidates: Sequence[Language]) -> Mapping[Language, float]:
        """How sure each of *candidates* is, between 0 and 1, together at most 1.

        Figures, addresses and names in *text* do not count. Empty when there is nothing to choose
        between or nothing can be told; a candidate that the detector does not know is left out.
        """
        ...


class Moderation(Protocol):
    """Finds what should not be said. What follows from it is the agent's policy."""

    async def findings(self, text: str, *, language: Language) -> tuple[Finding, ...]:
        """What is wrong with *text*, each category at most once; empty when nothing is.

        Answers within two seconds. Raises UnavailableError when it cannot tell, RejectedError when
        it never will: then the words stand, and the call goes on without the filter.
        """
        ...


class CallReader(Protocol):
    """Reads a call that is over, as a whole."""

    async def read(
        self, transcript: Transcript, lead: Lead | None, reason: CloseReason | None
    ) -> Reading:
        """What it was about; nothing in it is true before it was held against the transcript.

        Raises UnavailableError when it cannot tell now, RejectedError when it never will.
        """
        ...


class CallInsights(Protocol):
    """What calls were about, one insight a session."""

    async def save(self, insight: CallInsight) -> None:
        """Keep it, in place of an earlier one of its session."""
        ...

    async def find(self, session_id: VoiceSessionId) -> CallInsight | None:
        """The insight of a session that was wrapped up."""
        ...
