"""The live call as the application sees it: a few commands, one stream of events."""

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from domain.agent_config import AgentConfig
from domain.ids import ParticipantIdentity, RoomName, VoiceSessionId
from domain.language import Language
from domain.tool import ToolDefinition, ToolOutcome
from domain.transcript import Role, Turn


class ToolInvoker(Protocol):
    """Runs a tool that the model asked for; it never raises."""

    async def __call__(
        self, name: str, arguments: Mapping[str, object], /, *, call_id: str = ""
    ) -> ToolOutcome:
        """What the model is told. The same *call_id* in one session is the same request."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSpec:
    """All that a call needs to begin. *invoke* runs a tool the model asked for; it never raises.

    *filler* is what to say when a tool takes long, for the first time (0) or again.
    """

    session_id: VoiceSessionId
    room: RoomName
    agent: AgentConfig
    language: Language
    tools: tuple[ToolDefinition, ...]
    invoke: ToolInvoker
    filler: Callable[[int], str]
    caller: ParticipantIdentity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallerJoined:
    """A person is in the room, for the first time or again.

    *name* is what they call themselves, *phone* the number they call from, where there is one.
    """

    identity: ParticipantIdentity
    name: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallerLeft:
    """A person is gone, and may come back. *others_remain*: somebody else is still on the call."""

    identity: ParticipantIdentity
    others_remain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnEnded:
    """A turn is complete. Times are milliseconds since the call became active.

    *planned* is set when an agent turn was cut short; a later event with the same *item_id*
    replaces an earlier one (a transcription that came late). *participant* is who spoke, None for
    the agent and where nobody knows.
    """

    item_id: str
    role: Role
    text: str
    start_ms: int
    end_ms: int
    language: Language | None = None
    planned: str | None = None
    interrupted: bool = False
    participant: ParticipantIdentity | None = None
    suspect: str | None = None

    def as_turn(self, session_id: VoiceSessionId) -> Turn:
        """It as a turn of *session_id*; times that cannot be are moved to the nearest that can."""
        start_ms = max(0, self.start_ms)
        return Turn(
            id=Turn.id_for(session_id, self.item_id),
            session_id=session_id,
            role=self.role,
            text=self.text,
            start_ms=start_ms,
            end_ms=max(start_ms, self.end_ms),
            language=self.language,
            planned=self.planned,
            interrupted=self.interrupted,
            participant=self.participant,
            suspect=self.suspect,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechStarted:
    """Somebody began to speak: a caller, or the agent."""

    role: Role
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechStopped:
    """They stopped."""

    role: Role
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentSpoke:
    """The agent's first audio left for the room."""

    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Degraded:
    """Something went wrong and the call goes on; *code* is the protocol's or ours."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionLost:
    """The speech connection is gone and is being made again; nobody is heard meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionRestored:
    """The speech connection is back, with the conversation so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallEnded:
    """The last event of every call, always sent; *error* names what broke, if anything did."""

    error: str | None = None


CallEvent = (
    CallerJoined
    | CallerLeft
    | TurnEnded
    | SpeechStarted
    | SpeechStopped
    | AgentSpoke
    | Degraded
    | ConnectionLost
    | ConnectionRestored
    | CallEnded
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallChange:
    """What changes in a live call; None leaves as it is."""

    instructions: str | None = None
    voice: str | None = None
    speed: float | None = None
    tools: tuple[ToolDefinition, ...] | None = None


class CallSession(Protocol):
    """One live call. Used once: `start`, then the events until `CallEnded`.

    Whatever the agent is told raises UnavailableError where the model cannot be reached just now.
    """

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

    async def adjust(self, change: CallChange) -> None:
        """Have the agent be different from its next reply on.

        Raises RejectedError naming what the protocol does not let be changed any more (a voice
        that has spoken); then nothing is changed.
        """
        ...

    async def tell(self, text: str) -> None:
        """Let the agent know *text*, as a note from the service, without having it speak."""
        ...

    async def answer(self, instructions: str | None = None) -> None:
        """Have the agent take its turn now, following *instructions* beside its own."""
        ...

    async def interrupt(self) -> None:
        """Have the agent stop speaking at once."""
        ...

    async def hold_back(self, on: bool) -> None:
        """While *on*, the agent hears and writes down what is said, and answers nothing itself."""
        ...

    async def hold_tone(self, on: bool) -> None:
        """Let the people in the room hear a soft tone while nobody can speak to them."""
        ...

    async def compact(self, summary: str, *, keep_last: int) -> int:
        """Put *summary* in place of all but the last *keep_last* turns of the agent's context.

        How many items of the context were replaced.
        """
        ...

    async def close(self) -> None:
        """Let the agent finish what it is saying (a few seconds at most), then end the call.

        CallEnded follows, even when the teardown fails. Safe to call twice.
        """
        ...
