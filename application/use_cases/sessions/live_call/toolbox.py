"""What the model of a live call may use, built in and from elsewhere."""

from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from typing import Any

from application.ports.conversation import CallChange, CallEvent
from application.ports.tools import RemoteTools, ToolRunner
from application.use_cases.sessions.invoke_tool import InvokeTool, InvokeToolCommand
from application.use_cases.sessions.live_call.floor import Floor
from domain.phrases import Phrase, phrase
from domain.tool import BUILT_IN_TOOLS, ToolDefinition, ToolName, ToolOutcome
from domain.transfer import transfer_tool
from domain.voice_session import CloseReason


class Toolbox:
    """The agent's tools in one call, of the remote ones those that can be had at the moment.

    Tools that are found out about after the call has begun are offered then. A tool waits for
    what was said to be stored (*settle*): it may look for its evidence there. *used* is told of
    each one that ran.
    """

    def __init__(
        self,
        floor: Floor,
        *,
        invoke_tool: InvokeTool,
        runner: ToolRunner,
        settle: Callable[[], Awaitable[None]],
        hand_off: Callable[[], Coroutine[Any, Any, None]],
        used: Callable[[str], None],
    ) -> None:
        self._floor = floor
        self._invoke_tool = invoke_tool
        self._runner = runner
        self._settle = settle
        self._hand_off = hand_off
        self._used = used
        self._remote: RemoteTools | None = None

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Remote tools can be had until the context is left."""
        async with self._runner.open(self._floor.agent) as self._remote:
            yield
        self._remote = None

    def definitions(self, names: tuple[str, ...]) -> tuple[ToolDefinition, ...]:
        """The built-in tools called *names*, and the remote ones."""
        remote = self._remote.definitions() if self._remote else ()
        return (*(self._built_in(name) for name in names), *remote)

    def filler(self, times: int) -> str:
        """What the agent says, in the call's language, while a tool takes its time."""
        which = Phrase.TOOL_STILL_WORKING if times else Phrase.TOOL_FILLER
        return phrase(which, self._floor.language)

    def follow(self, event: CallEvent) -> None:
        """Tools come from elsewhere."""

    async def attend(self) -> None:
        """Offer the tools that were not known when the call began."""
        if self._remote is None:
            return
        before = self._remote.definitions()
        await self._remote.settle()
        if self._remote.definitions() == before:
            return
        await self._floor.adjust(CallChange(tools=self.definitions(self._floor.agent.tools)))

    async def invoke(
        self, name: str, arguments: Mapping[str, object], /, *, call_id: str = ""
    ) -> ToolOutcome:
        """What the model is told; an end or a hand-off that it asked for is on its way then."""
        self._floor.tools_running += 1
        try:
            await self._settle()
            outcome = await self._invoke_tool.execute(self._command(name, arguments, call_id))
        finally:
            self._floor.tools_running -= 1
        self._used(name)
        if outcome.ends_call:
            self._floor.finish(CloseReason.TASK_COMPLETED)
        if outcome.hands_off:
            self._floor.run(self._hand_off())
        return outcome

    def _built_in(self, name: str) -> ToolDefinition:
        if name == ToolName.TRANSFER_CALL:
            return transfer_tool(self._floor.agent.transfer_to)
        return BUILT_IN_TOOLS[name]

    def _command(
        self, name: str, arguments: Mapping[str, object], call_id: str
    ) -> InvokeToolCommand:
        offered = self.definitions(self._floor.agent.tools)
        return InvokeToolCommand(
            session_id=self._floor.session.id,
            name=name,
            arguments=arguments,
            tools=tuple(definition.name for definition in offered),
            call_id=call_id,
            remote=self._remote,
            transfer_to=self._floor.agent.transfer_to,
        )
