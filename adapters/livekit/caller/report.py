"""What a call looked like from the caller's end, in milliseconds since the agent was asked for."""

from dataclasses import dataclass
from pathlib import Path


class CallFailedError(Exception):
    """The call did not come about or broke; the text names the step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallerTurn:
    """A line that was spoken. *interrupted_agent*: the agent was speaking when it began."""

    text: str
    start_ms: int
    end_ms: int
    interrupted_agent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentTurn:
    """The agent's answer as it was heard.

    *gap_ms* is the silence after the caller's line, on the audio that arrived; None where the
    caller had not spoken before. *overlap_ms* is how long it went on while being interrupted.
    """

    text: str
    start_ms: int
    end_ms: int
    gap_ms: int | None = None
    overlap_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallReport:
    """*worst_delay_ms* says how late this machine was at worst in sending a frame."""

    agent_joined_ms: int
    first_audio_ms: int | None
    caller_turns: tuple[CallerTurn, ...]
    agent_turns: tuple[AgentTurn, ...]
    agent_left: bool
    worst_delay_ms: int
    recording: Path | None

    @property
    def gaps_ms(self) -> tuple[int, ...]:
        """The response gap of each turn that has one."""
        return tuple(turn.gap_ms for turn in self.agent_turns if turn.gap_ms is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """What *who* had at the ear while in the room once; *began_at* is a time of the event loop."""

    who: str
    path: Path
    began_at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Something of the agent that *who* heard out, with the words it published."""

    who: str
    text: str
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptReport:
    """How a script went. *broke* says what kept it from its end, None when it came to it."""

    heard: tuple[Heard, ...]
    takes: tuple[Take, ...]
    worst_delay_ms: int
    seconds: float
    broke: str | None = None


def percentile(values: tuple[int, ...], share: float) -> int | None:
    """The value that *share* of all values do not exceed (nearest rank); None without values."""
    if not values:
        return None
    rank = max(0, -(-int(len(values) * share * 1000) // 1000) - 1)
    return sorted(values)[min(rank, len(values) - 1)]
