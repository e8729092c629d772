"""How a call went for its caller, over HTTP."""

from collections.abc import Sequence

from pydantic import Field

from domain.insight.mood import MoodKind
from domain.insight.sentiment import CallSentiment, Sentiment
from entrypoints.http.schemas.base import Out


class MoodEventOut(Out):
    """Something the caller showed, and the words that show it."""

    kind: MoodKind
    turn_id: str
    quote: str


class InsightOut(Out):
    """Told by cues in what the caller said; `unknown` where there were none."""

    session_id: str
    overall: Sentiment
    course: Sequence[Sentiment] = Field(description="the first, second and last third of the call")
    events: Sequence[MoodEventOut]

    @classmethod
    def of(cls, session_id: str, sentiment: CallSentiment) -> "InsightOut":
        """Show *sentiment*."""
        events = [
            MoodEventOut(kind=event.kind, turn_id=event.turn_id, quote=event.quote)
            for event in sentiment.events
        ]
        return cls(
            session_id=session_id,
            overall=sentiment.overall,
            course=list(sentiment.course),
            events=events,
        )
