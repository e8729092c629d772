"""What callers do on a call, as a script lists it: one act after the other."""

from dataclasses import dataclass

CALLER = "caller"
"""Who it is, where a script names nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joins:
    """Enter the room, for the first time or again; the first to join asks for the agent."""

    who: str = CALLER


@dataclass(frozen=True, slots=True, kw_only=True)
class Says:
    """Speak at once."""

    text: str
    language: str = "en"
    who: str = CALLER


@dataclass(frozen=True, slots=True, kw_only=True)
class Interrupts:
    """Speak *after_s* into what the agent says next, or is saying, and hear how it stops."""

    text: str
    after_s: float
    language: str = "en"
    who: str = CALLER


@dataclass(frozen=True, slots=True, kw_only=True)
class Coughs:
    """Make a short sound *after_s* into what the agent says next, or is saying."""

    after_s: float
    who: str = CALLER


@dataclass(frozen=True, slots=True, kw_only=True)
class Hears:
    """Hear out what the agent says next. The call fails when it says nothing *within_s*."""

    within_s: float = 12.0
    who: str = CALLER


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """Stay silent, whatever the agent says."""

    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaves:
    """Be gone without a goodbye."""

    who: str = CALLER


@dataclass(frozen=True, slots=True, kw_only=True)
class SeesAgentLeave:
    """Stay silent until the agent has left. The call fails when it has not *within_s*."""

    within_s: float = 20.0
    who: str = CALLER


Act = Joins | Says | Interrupts | Coughs | Hears | Waits | Leaves | SeesAgentLeave
Script = tuple[Act, ...]


def lines_of(script: Script) -> tuple[Says | Interrupts, ...]:
    """The acts that have words."""
    return tuple(act for act in script if isinstance(act, Says | Interrupts))
