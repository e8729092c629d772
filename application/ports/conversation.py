"""The live call as the application sees it: a few commands, one stream of events."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from domain.agent_config import AgentConfig
from domain.ids import ParticipantIdentity, RoomName, VoiceSessionId
from domain.language import Language
from domain.tool import ToolDefinition, ToolOutcome
from domain.transcript import Role

ToolInvoker = Callable[[str, Mapping[str, object]], Awaitable[ToolOutcome]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSpec:
    """All that a call needs to begin. *invoke* runs a tool the model asked for; it never raises."""

    session_id: VoiceSessionId
    room: RoomName
    agent: AgentConfig
    language: Language
    tools: tuple[ToolDefinition, ...]
    invoke: ToolInvoker
    caller: ParticipantIdentity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallerJoined:
    """The caller is in the room, for the first time or again."""

    identity: ParticipantIdentity


@dataclass(frozen=True, slots=True, kw_only=True)
class CallerLeft:
    """The caller is gone; they may come back."""

    identity: ParticipantIdentity


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnEnded:
    """A turn is complete. Times are milliseconds since the call became active.

    *planned* is set when an agent turn was cut short; a later event with the same *item_id*
    replaces an earlier one (a transcription that came late).
    """

    item_id: str
    role: Role
    text: str
    start_ms: int
    end_ms: int
    language: Language | None = None
    planned: str | None = None
    interrupted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentSpoke:
    """The agent's first audio left for the room."""

    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Degraded:
    """Something went wrong and the call goes on; *code* is the protocol's or ours."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallEnded:
    """The last event of every call, always sent; *error* names what broke, if anything did."""

    error: str | None = None


CallEvent = CallerJoined | CallerLeft | TurnEnded | AgentSpoke | Degraded | CallEnded


class CallSession(Protocol):
    """One live call. Used once: `start`, then the events until `CallEnded`."""

    async def start(self, spec: CallSpec) -> None:
        """Join the room and open the speech connection, side by side.

        Returns when the agent is in the room. Raises UnavailableError when the room cannot be
        joined; a speech connection that fails later ends the call with an error event.
        """
        ...

    def events(self) -> AsyncIterator[CallEvent]:
        """Everything that happens, in order, ending with CallEnded."""
        ...

    async def say(self, text: str) -> None:
        """Have the agent speak *text*, word for word as far as the model obeys."""
        ...

    async def close(self) -> None:
        """Let the agent finish what it is saying (a few seconds at most), then end the call.

        CallEnded follows, even when the teardown fails. Safe to call twice.
        """
        ...
