"""Facts, turns and calls that the tests of memory are made of."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

from domain.ids import ContactId, FactId, TurnId, VoiceSessionId
from domain.language import Language
from domain.memory.call_summary import CallSummary, Commitment
from domain.memory.fact import Fact, FactStatus, Source, Statement
from domain.transcript import Role, Transcript, Turn

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
LATER = NOW + timedelta(days=90)
SESSION = VoiceSessionId("ses_1")


def a_fact(predicate: str, value: str, **changes: object) -> Fact:
    fact = Fact(
        id=FactId(f"{predicate}/{value}"[:60]),
        predicate=predicate,
        value=value,
        status=FactStatus.CONFIRMED,
        confidence=0.95,
        source=Source(session_id=SESSION),
        valid_from=NOW,
        expires_at=LATER,
    )
    return replace(fact, **changes)  # type: ignore[arg-type]


def a_statement(
    predicate: str, value: str, status: FactStatus = FactStatus.CONFIRMED, confidence: float = 0.9
) -> Statement:
    return Statement(
        predicate=predicate,
        value=value,
        status=status,
        confidence=confidence,
        source=Source(session_id=VoiceSessionId("ses_2"), turn_id=TurnId("ses_2:t")),
    )


def turns(*lines: str, language: str | None = "en") -> tuple[Turn, ...]:
    """`c: words` are the caller's, `a: words` the agent's, `t:` a tool's, `s:` the service's."""
    roles = {"c": Role.CALLER, "a": Role.AGENT, "t": Role.TOOL, "s": Role.SYSTEM}
    return tuple(
        Turn(
            id=TurnId(f"{SESSION}:{number}"),
            session_id=SESSION,
            role=roles[line[0]],
            text=line[2:].strip(),
            start_ms=number * 1000,
            end_ms=number * 1000 + 900,
            language=Language(language) if language else None,
        )
        for number, line in zip(count(), lines, strict=False)
    )


def a_transcript(*lines: str, language: str | None = "en") -> Transcript:
    return Transcript.of(SESSION, turns(*lines, language=language))


def a_summary(
    *promises: str,
    held_at: datetime = NOW,
    text: str = "asked about: a chair\nleft name",
    **more: object,
) -> CallSummary:
    summary = CallSummary(
        session_id=VoiceSessionId(f"ses_{held_at:%d%H%M}"),
        contact_id=ContactId("con_1"),
        text=text,
        commitments=tuple(
            Commitment(text=promise, said_by=Role.AGENT, turn_id=TurnId("t"))
            for promise in promises
        ),
        language=Language("en"),
        made_by="rules/1",
        held_at=held_at,
        created_at=held_at,
        expires_at=LATER,
    )
    return replace(summary, **more)  # type: ignore[arg-type]
