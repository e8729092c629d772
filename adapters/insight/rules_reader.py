"""Reads calls by rules alone: no model, no network."""

from domain.insight.call_insight import Reading
from domain.lead import Lead
from domain.memory.reading import read_by_rules
from domain.transcript import Transcript
from domain.voice_session import CloseReason


class RulesReader:
    """What is said in so many words, in five languages."""

    async def read(
        self, transcript: Transcript, lead: Lead | None, reason: CloseReason | None
    ) -> Reading:
        """At once."""
        return read_by_rules(transcript, lead, reason)
