"""What the words of a call tell: their language, and whether they may stand."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from domain.insight.moderation import Finding
from domain.language import Language


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
