"""What the local Realtime server is made of: ears, a mouth and a brain behind one wire protocol.

The server's protocol side knows these shapes only, so another engine can be put behind it; and it
is itself known only as a `WireProtocol`, so another one can be served on a route of its own.
"""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

Pcm = bytes
"""Signed 16-bit little-endian mono audio."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What the brain expects to hear next: a hint for the ears, never an answer."""

    slot: str | None = None
    """`name`, `email`, `phone`, `spelling`, `yes_no`, or None for anything."""
    language: str | None = None
    """The most probable one, ISO 639-1; None when there is nothing to go by."""
    languages: tuple[str, ...] = ()
    """All that are possible; none: only `language` is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What the ears made of a stretch of audio; an empty text means that they are not sure."""

    text: str
    language: str | None
    """ISO 639-1, None when unknown."""
    seconds: float
    """Seconds of audio recognised."""


class Ears(Protocol):
    """Speech to text."""

    @property
    def name(self) -> str:
        """`whisper`, `sphinx-grammar` or `scripted`; shown in /health, the log and reports."""
        ...

    async def warm_up(self) -> None:
        """Load what is slow to load; hearing works without it, only later."""
        ...

    async def hear(self, audio: Pcm, *, rate: int, expecting: Expectation) -> Heard:
        """Recognise one utterance. Cancelling it is allowed at any time."""
        ...


class Mouth(Protocol):
    """Text to speech."""

    @property
    def name(self) -> str:
        """`piper`, `espeak-ng` or `flite`."""
        ...

    async def warm_up(self) -> None:
        """Load what is slow to load; speaking works without it, only later."""
        ...

    def speak(
        self, text: str, *, voice: str, speed: float, language: str | None
    ) -> AsyncIterator[Pcm]:
        """Yield 24 kHz audio, sentence by sentence."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """The brain speaks."""

    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallTool:
    """The brain asks the client to run one of its tools."""

    name: str
    arguments: Mapping[str, object]


Reply = tuple[Say | CallTool, ...]
"""In order: at most one message, followed by function calls."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A function the client offers."""

    name: str
    description: str = ""
    parameters: Mapping[str, object] = field(default_factory=dict)
    """A JSON schema."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of the conversation as the brain sees it."""

    id: str
    kind: Literal["message", "function_call", "function_call_output"]
    role: str | None = None
    text: str = ""
    name: str | None = None
    call_id: str | None = None
    arguments: str | None = None
    output: str | None = None
    interrupted: bool = False
    language: str | None = None
    """In which the caller was heard to say it; None for written items, and when unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """Everything a model would be given for one response."""

    instructions: str
    """The session's instructions, or the response's own."""
    tools: tuple[Tool, ...] = ()
    tool_choice: str | Mapping[str, object] = "auto"
    items: tuple[Item, ...] = ()
    metadata: Mapping[str, object] = field(default_factory=dict)
    requested: bool = False
    """True for a response the client asked for, False for the server's own turn."""


class Brain(Protocol):
    """Decides what is said next. One per conversation.

    It must survive a replayed conversation (a client that reconnects sends the items again), so
    what it knows comes from the items of the prompt.
    """

    def expecting(self) -> Expectation:
        """What it expects to hear after its last reply."""
        ...

    async def reply(self, prompt: Prompt) -> Reply:
        """Answer the conversation as it stands."""
        ...


class BrainFactory(Protocol):
    """Builds a brain for a new conversation from the current scenario."""

    def __call__(self) -> Brain: ...


class Socket(Protocol):
    """One client's connection, seen as text messages."""

    def __aiter__(self) -> AsyncIterator[str]:
        """Yield what the client sends until one side closes."""
        ...

    async def send(self, text: str) -> None:
        """Send one message. Raises ConnectionError once the client is gone."""
        ...

    async def close(self, code: int, reason: str) -> None:
        """Close with a close frame; closing twice is harmless."""
        ...

    def abort(self) -> None:
        """Break off without a word, as a failing network does."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """How a client came in."""

    number: int
    """The how-manieth connection of this server's life, from 1."""
    query: Mapping[str, str] = field(default_factory=dict)
    preset: Mapping[str, object] = field(default_factory=dict)
    """The session settings that its client secret carries."""


class WireProtocol(Protocol):
    """How sessions are spoken on one route."""

    @property
    def route(self) -> str:
        """The path of its WebSocket, such as `/v1/realtime`."""
        ...

    async def serve(self, socket: Socket, visit: Visit) -> None:
        """Hold one session; everything it started has ended when this returns."""
        ...
