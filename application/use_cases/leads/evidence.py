"""Which of the caller's turns a value can be heard in."""

from domain.agent_config import AgentConfig
from domain.contact_details import ContactField
from domain.language import Language
from domain.lead import Evidence
from domain.spoken_form import reproduces
from domain.transcript import Role, Transcript, Turn
from domain.voice_session import VoiceSession

_LOOK_BACK = 6
"""Caller turns looked at: a value and its corrections are given within a few turns."""


def cite(
    field: ContactField, value: str, transcript: Transcript, *, language: Language, region: str
) -> tuple[Evidence, ...]:
    """The newest caller turn, or run of turns, that says *value*; empty when none does."""
    turns = transcript.by(Role.CALLER)[-_LOOK_BACK:]
    for size in (1, 2, 3):
        for end in range(len(turns), size - 1, -1):
            run = turns[end - size : end]
            texts = [turn.text for turn in run]
            if reproduces(field, value, texts, language=language, region=region):
                return tuple(evidence_of(turn) for turn in run)
    return ()


def spoken_language(session: VoiceSession, agent: AgentConfig, transcript: Transcript) -> Language:
    """The language that the caller spoke last, of those the agent has; else the call's own."""
    for turn in reversed(transcript.by(Role.CALLER)):
        if turn.language in agent.languages:
            return turn.language
    return session.request.language or agent.main_language


def evidence_of(turn: Turn) -> Evidence:
    """*turn* as evidence, as a whole."""
    return Evidence(turn_id=turn.id, quote=turn.text, start_ms=turn.start_ms, end_ms=turn.end_ms)
