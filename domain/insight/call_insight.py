"""What a call that is over was about: each finding with the turns it rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.ids import TurnId, VoiceSessionId
from domain.insight.heard import Heard
from domain.transcript import Role, Transcript, Turn


class Topic(StrEnum):
    """What is looked for in a call.

    `consent` is what the caller said about being contacted; `next_step` what is to happen next, in
    the words of who said so.
    """

    INTENT = "intent"
    BUDGET = "budget"
    TIMELINE = "timeline"
    CONSENT = "consent"
    NEXT_STEP = "next_step"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found, and the words it rests on; *quote* is part of turn *turn_id*."""

    value: str
    turn_id: TurnId
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallInsight:
    """What one call was about. *made_by* names who read it, and in which version."""

    session_id: VoiceSessionId
    summary: str
    made_by: str
    made_at: datetime
    findings: Mapping[Topic, Finding] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader claims of a call, before it was held against the transcript."""

    summary: str
    made_by: str
    findings: Mapping[Topic, Finding] = field(default_factory=dict)


_SPOKEN_BY = {
    Topic.INTENT: (Role.CALLER,),
    Topic.BUDGET: (Role.CALLER,),
    Topic.TIMELINE: (Role.CALLER,),
    Topic.CONSENT: (Role.CALLER,),
    Topic.NEXT_STEP: (Role.CALLER, Role.AGENT),
}


def verified(reading: Reading, transcript: Transcript, *, now: datetime) -> CallInsight:
    """*reading* without what no turn bears out.

    A finding stands only if its quote can be read in the turn it cites, and if that turn is by
    somebody who can know: only callers know what they want, can spend, and agree to.
    """
    turns = {turn.id: turn for turn in transcript.turns}
    standing = {
        topic: finding
        for topic, finding in reading.findings.items()
        if finding.value.strip() and _is_borne_out(topic, finding, turns.get(finding.turn_id))
    }
    return CallInsight(
        session_id=transcript.session_id,
        summary=reading.summary.strip(),
        made_by=reading.made_by,
        made_at=now,
        findings=standing,
    )


def _is_borne_out(topic: Topic, finding: Finding, turn: Turn | None) -> bool:
    if turn is None or turn.role not in _SPOKEN_BY[topic]:
        return False
    quoted = Heard.of(finding.quote).words
    return bool(quoted) and _holds(Heard.of(turn.text).words, quoted)


def _holds(words: Sequence[str], part: Sequence[str]) -> bool:
    size = len(part)
    return any(list(words[at : at + size]) == list(part) for at in range(len(words) - size + 1))
