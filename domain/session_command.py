"""What a live call is told to change, from outside, while it goes on."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain.errors import InvalidValueError
from domain.ids import CommandId, VoiceSessionId
from domain.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustAgent:
    """New values for this call only; None leaves as it is. Raises InvalidValueError when empty.

    *voice* counts only as long as the agent has not spoken: the protocol fixes it then.
    """

    instructions: str | None = None
    voice: str | None = None
    speed: float | None = None
    tools: tuple[str, ...] | None = None
    languages: tuple[Language, ...] | None = None

    def __post_init__(self) -> None:
        if self.changed == ():
            raise InvalidValueError("name at least one thing to change")

    @property
    def changed(self) -> tuple[str, ...]:
        """The names of what changes."""
        values = {
            "instructions": self.instructions,
            "voice": self.voice,
            "speed": self.speed,
            "tools": self.tools,
            "languages": self.languages,
        }
        return tuple(name for name, value in values.items() if value is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOff:
    """A person takes over: the agent falls silent and goes on writing down what is said."""

    to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallBack:
    """The agent takes over again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speak:
    """The agent is to say *text*."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HangUp:
    """The call is over, once the agent has finished what it is saying."""


Order = AdjustAgent | HandOff | CallBack | Speak | HangUp


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCommand:
    """An order to the live call of *session_id*; *applied_at* is None until the call took it."""

    id: CommandId
    session_id: VoiceSessionId
    order: Order
    created_at: datetime
    applied_at: datetime | None = None

    def applied(self, now: datetime) -> "SessionCommand":
        """The call has done it."""
        return replace(self, applied_at=now)
