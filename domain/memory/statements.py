"""What one call says about its caller, by rules alone."""

from collections import Counter
from collections.abc import Iterator, Sequence

from domain.language import Language
from domain.lead import FieldStatus, Lead, LeadField
from domain.memory.fact import FactStatus, Predicate, Source, Statement
from domain.memory.matter import matter
from domain.memory.requests import preferences
from domain.memory.sentences import Sentence
from domain.transcript import Role, Transcript, Turn

_CONFIDENCE = {FieldStatus.CONFIRMED: 0.95, FieldStatus.SPELLED: 0.75, FieldStatus.STATED: 0.6}
_OF_FREE_WORDS = 0.5
_FEWEST_WORDS = 3


def statements_of(transcript: Transcript, lead: Lead | None) -> tuple[Statement, ...]:
    """Contact fields that the caller gave, their language, their topic, what they prefer.

    A value that only the model reported is none, and one that was refused or withdrawn neither.
    """
    return (
        *_fields(lead),
        *_language(transcript),
        *_free(Predicate.TOPIC, matter(transcript.turns)),
        *_free(Predicate.PREFERENCE, next(preferences(transcript.turns), None)),
    )


def withdrawn_fields(lead: Lead | None) -> tuple[str, ...]:
    """What the caller said during the call must not be kept."""
    fields = lead.fields.values() if lead else ()
    return tuple(one.name.value for one in fields if one.status is FieldStatus.WITHDRAWN)


def most_spoken(turns: Sequence[Turn]) -> Language | None:
    """The language of most of the words in *turns*."""
    words: Counter[Language] = Counter()
    for turn in turns:
        if turn.language is not None and turn.suspect is None:
            words[turn.language] += len(turn.text.split())
    if not words:
        return None
    language, count = words.most_common(1)[0]
    return language if count >= _FEWEST_WORDS else None


def _fields(lead: Lead | None) -> Iterator[Statement]:
    for field in lead.fields.values() if lead else ():
        if lead is not None and field.value is not None and field.status in _CONFIDENCE:
            yield Statement(
                predicate=field.name.value,
                value=field.value,
                status=_status(field),
                confidence=_CONFIDENCE[field.status],
                source=Source(
                    session_id=lead.session_id,
                    turn_id=field.evidence[0].turn_id if field.evidence else None,
                ),
            )


def _status(field: LeadField) -> FactStatus:
    confirmed = field.status is FieldStatus.CONFIRMED
    return FactStatus.CONFIRMED if confirmed else FactStatus.STATED


def _language(transcript: Transcript) -> Iterator[Statement]:
    turns = transcript.by(Role.CALLER)
    language = most_spoken(turns)
    if language is not None:
        last = [turn for turn in turns if turn.language == language][-1]
        yield _stated(Predicate.LANGUAGE, language, last, confidence=0.8)


def _free(predicate: Predicate, sentence: Sentence | None) -> Iterator[Statement]:
    if sentence is not None:
        yield _stated(predicate, sentence.short, sentence.turn, confidence=_OF_FREE_WORDS)


def _stated(predicate: Predicate, value: str, turn: Turn, *, confidence: float) -> Statement:
    return Statement(
        predicate=predicate.value,
        value=value,
        status=FactStatus.STATED,
        confidence=confidence,
        source=Source(session_id=turn.session_id, turn_id=turn.id),
    )
