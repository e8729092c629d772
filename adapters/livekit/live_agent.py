"""The agent at work: what it is told, what it may use, what it has in mind."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Protocol, cast

from livekit.agents import Agent
from livekit.agents.llm import RealtimeError

from adapters.livekit.model_context import AnyRealtimeSession, add_note, replace_oldest
from adapters.livekit.tools import RawTool
from application.ports.conversation import CallChange, CallSpec
from domain.errors import RejectedError, UnavailableError


class _SteadySession(Protocol):
    """What a speech connection of ours can do beyond the framework's."""

    def hold_back(self, on: bool) -> None: ...

    def abandon_response(self) -> None: ...

    def update_options(self, *, voice: str = ..., speed: float = ...) -> None: ...


@contextmanager
def reaching_the_model() -> Iterator[None]:
    """The framework's errors about a model that cannot be reached as UnavailableError."""
    try:
        yield
    except (RuntimeError, RealtimeError) as error:
        raise UnavailableError("the speech connection does not take that just now") from error


class LiveAgent:
    """One agent in one call; *make_tools* makes the framework's tools of a call's.

    Whatever it is told raises UnavailableError while its speech connection cannot be reached.
    """

    def __init__(self, spec: CallSpec, *, make_tools: Callable[[CallSpec], list[RawTool]]) -> None:
        self._spec = spec
        self._make_tools = make_tools
        self.agent = Agent(instructions=spec.agent.instructions, tools=list(make_tools(spec)))
        self.has_spoken = False
        self.holds_back = False

    @property
    def realtime(self) -> AnyRealtimeSession:
        """Its speech connection. Raises RuntimeError before the call has begun."""
        return self.agent.realtime_llm_session

    async def adjust(self, change: CallChange) -> None:
        """Change instructions and tools at once; the voice only before it was heard."""
        if change.voice is not None and self.has_spoken:
            raise RejectedError("a voice that has been heard cannot be changed any more")
        with reaching_the_model():
            await self._change(change)

    def hold_back(self, on: bool) -> None:
        """Switch the server's own replies off or on."""
        with reaching_the_model():
            self._steady.hold_back(on)
        self.holds_back = on

    def abandon_response(self) -> None:
        """Wait no more for the end of the response under way."""
        self._steady.abandon_response()

    async def tell(self, text: str) -> None:
        """Put *text* into the model's context."""
        with reaching_the_model():
            await add_note(self.realtime, text)

    async def compact(self, summary: str, *, keep_last: int) -> int:
        """Put *summary* in place of the oldest items of the model's context."""
        with reaching_the_model():
            return await replace_oldest(self.realtime, summary, keep_last=keep_last)

    async def _change(self, change: CallChange) -> None:
        if change.instructions is not None:
            await self.agent.update_instructions(change.instructions)
        if change.tools is not None:
            spec = replace(self._spec, tools=change.tools)
            await self.agent.update_tools(list(self._make_tools(spec)))
            self._spec = spec
        if change.speed is not None:
            self._steady.update_options(speed=change.speed)
        if change.voice is not None:
            self._steady.update_options(voice=change.voice)

    @property
    def _steady(self) -> _SteadySession:
        return cast(_SteadySession, self.realtime)
