"""What a caller allowed and forbade in one call."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from domain.consent import Consent, ConsentAnswer, ConsentKind, ConsentSource, in_order
from domain.insight.cues import Cues
from domain.memory.consent_cues import (
    CALLS_AGAIN,
    MARKETING,
    NO_CALLS,
    NO_MARKETING,
    NO_RECORDING,
    RECORDING,
)
from domain.memory.requests import refuses_memory
from domain.memory.sentences import Sentence, sentences
from domain.transcript import Role, Turn

_GRANTED, _REFUSED = ConsentAnswer.GRANTED, ConsentAnswer.REFUSED
_CUES = (
    (ConsentKind.CALLS, _REFUSED, NO_CALLS),
    (ConsentKind.CALLS, _GRANTED, CALLS_AGAIN),
    (ConsentKind.RECORDING, _REFUSED, NO_RECORDING),
    (ConsentKind.RECORDING, _GRANTED, RECORDING),
    (ConsentKind.MARKETING, _REFUSED, NO_MARKETING),
    (ConsentKind.MARKETING, _GRANTED, MARKETING),
)


def heard_consents(turns: Sequence[Turn], *, began_at: datetime) -> tuple[Consent, ...]:
    """Oldest first, each with the turn it was said in, for a call that began at *began_at*.

    What was said later counts; a question allows nothing. That somebody may be remembered is never
    heard: nobody is asked.
    """
    return in_order(_heard(turns, began_at))


def _heard(turns: Sequence[Turn], began_at: datetime) -> Iterator[Consent]:
    for turn in turns:
        if refuses_memory((turn,)):
            yield _said(ConsentKind.MEMORY, _REFUSED, turn, began_at)
    for sentence in sentences(turns, Role.CALLER):
        for kind, answer, cues in _CUES:
            if _says(sentence, answer, cues):
                yield _said(kind, answer, sentence.turn, began_at)


def _says(sentence: Sentence, answer: ConsentAnswer, cues: Cues) -> bool:
    if answer is _GRANTED and sentence.is_question:
        return False
    return next(cues.find(sentence.heard), None) is not None


def _said(kind: ConsentKind, answer: ConsentAnswer, turn: Turn, began_at: datetime) -> Consent:
    return Consent(
        kind=kind,
        answer=answer,
        source=ConsentSource.CALLER,
        at=began_at + timedelta(milliseconds=turn.start_ms),
        session_id=turn.session_id,
        turn_id=turn.id,
    )
