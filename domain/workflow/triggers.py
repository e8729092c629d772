"""What starts a workflow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from domain.contact_details import ContactField
from domain.errors import InvalidValueError
from domain.ids import VoiceSessionId
from domain.insight.heard import Heard
from domain.insight.mood import MoodKind
from domain.lead import FieldStatus
from domain.voice_session import CloseReason

LONGEST_SILENCE_S = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """Something that happened, of the *kind* that a trigger's `type` names.

    *key* is the same however often it is noticed. *facts* are kept with what it starts; *text*, the
    words that were said, is not.
    """

    kind: str
    key: str
    session_id: VoiceSessionId | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseHeard:
    """The caller said one of *phrases*, as whole words; case and accents do not count."""

    type: Literal["phrase"] = "phrase"
    phrases: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.phrases or not all(_words(one) for one in self.phrases):
            raise InvalidValueError("phrases must hold at least one phrase, each with words")

    def wants(self, occurrence: Occurrence) -> bool:
        """Whether that is what it waits for."""
        return is_said(self.phrases, occurrence.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class IntentHeard:
    """What the call was about, as read after it, names *name*."""

    type: Literal["intent"] = "intent"
    name: str

    def __post_init__(self) -> None:
        if not _words(self.name):
            raise InvalidValueError("name of an intent must hold words")

    def wants(self, occurrence: Occurrence) -> bool:
        """Whether that is what it waits for."""
        return is_said((self.name,), occurrence.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCalled:
    """The agent used the tool called *name*."""

    type: Literal["tool"] = "tool"
    name: str

    def wants(self, occurrence: Occurrence) -> bool:
        """Whether that is what it waits for."""
        return occurrence.facts.get("tool") == self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCaptured:
    """A contact detail came to be of *status*."""

    type: Literal["field"] = "field"
    field: ContactField
    status: FieldStatus = FieldStatus.CONFIRMED

    def wants(self, occurrence: Occurrence) -> bool:
        """Whether that is what it waits for."""
        facts = occurrence.facts
        return (facts.get("field"), facts.get("status")) == (self.field, self.status)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodShown:
    """The caller showed *mood*; None is any that calls for attention."""

    type: Literal["mood"] = "mood"
    mood: MoodKind | None = None

    def wants(self, occurrence: Occurrence) -> bool:
        """Whether that is what it waits for."""
        return self.mood is None or occurrence.facts.get("mood") == self.mood


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionBegan:
    """The agent is on the call."""

    type: Literal["session_started"] = "session_started"

    def wants(self, occurrence: Occurrence) -> bool:
        """Always."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionOver:
    """The call is over, for one of *reasons*; none are all."""

    type: Literal["session_ended"] = "session_ended"
    reasons: tuple[CloseReason, ...] = ()

    def wants(self, occurrence: Occurrence) -> bool:
        """Whether that is what it waits for."""
        return not self.reasons or occurrence.facts.get("reason") in self.reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceFell:
    """Nobody has spoken for *seconds*; once for each silence, which a caller's words end."""

    type: Literal["silence"] = "silence"
    seconds: int

    def __post_init__(self) -> None:
        if not 1 <= self.seconds <= LONGEST_SILENCE_S:
            raise InvalidValueError(f"seconds of silence must be 1 to {LONGEST_SILENCE_S}")

    def wants(self, occurrence: Occurrence) -> bool:
        """Whether that is what it waits for."""
        return occurrence.facts.get("seconds") == self.seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """Somebody asked for it over HTTP."""

    type: Literal["webhook"] = "webhook"

    def wants(self, occurrence: Occurrence) -> bool:
        """Always."""
        return True


Trigger = (
    PhraseHeard
    | IntentHeard
    | ToolCalled
    | FieldCaptured
    | MoodShown
    | SessionBegan
    | SessionOver
    | SilenceFell
    | Called
)


def is_said(phrases: Sequence[str], text: str) -> bool:
    """Whether one of *phrases* is in *text*, as whole words in that order."""
    said = _words(text)
    return any(_holds(said, _words(phrase)) for phrase in phrases)


def _words(text: str) -> tuple[str, ...]:
    return Heard.of(text).words


def _holds(said: Sequence[str], wanted: Sequence[str]) -> bool:
    size = len(wanted)
    return any(tuple(said[at : at + size]) == wanted for at in range(len(said) - size + 1))
