"""Our tools as the agent framework takes them, and as they run while a caller waits."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from livekit.agents import RunContext, function_tool
from livekit.agents.llm import RawFunctionTool, ToolResult
from livekit.agents.voice import SpeechHandle
from loguru import logger

from adapters.livekit.model_context import add_result
from adapters.livekit.told import be_told
from application.ports.conversation import CallSpec, TurnEnded
from domain.errors import UnavailableError
from domain.tool import ToolDefinition, ToolOutcome
from domain.transcript import Role

RawTool = RawFunctionTool[Any, Any]

FILLER_AFTER_S = 1.2
"""A caller who hears nothing for longer than this wonders whether anybody is there."""
_FILLER_AGAIN_S = 9.0
_FINISHES_SOON_S = 0.3
_BEYOND_ITS_LIMIT_S = 3.0

_CANCELLED = ToolOutcome(
    payload={
        "ok": False,
        "cancelled": True,
        "hint": "cancelled: the caller spoke; listen to them, and call it again if still wanted",
    }
)
_GOES_ON = ToolOutcome(
    payload={"ok": True, "running": True, "hint": "it goes on; its result comes by itself"}
)
_CALL_OVER = ToolOutcome(payload={"ok": False, "cancelled": True, "hint": "the call ended"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Use:
    """One call of a tool, by the model."""

    definition: ToolDefinition
    spec: CallSpec
    arguments: dict[str, object]
    context: RunContext[None]
    began_ms: int


class ToolRuns:
    """The tools of one call at work. *emit* is told of each use, *answer* has the agent speak.

    *expect* is told when the framework is about to ask for the reply to a result.
    A slow one is bridged with a spoken filler. A caller who speaks meanwhile stops it where its
    definition says so; otherwise it goes on behind the conversation, and its result is brought in
    and told as soon as nobody speaks. Either way the model's call gets its answer at once.
    """

    def __init__(
        self,
        *,
        now_ms: Callable[[], int],
        emit: Callable[[TurnEnded], None],
        answer: Callable[[], None],
        expect: Callable[[], None],
        filler_after_s: float = FILLER_AFTER_S,
    ) -> None:
        self._filler_after_s = filler_after_s
        self._now_ms = now_ms
        self._emit = emit
        self._answer = answer
        self._expect = expect
        self._awaited = 0
        self._is_closed = False
        self._behind: set[asyncio.Task[None]] = set()
        self._works: set[asyncio.Task[ToolOutcome]] = set()

    def tools(self, spec: CallSpec) -> list[RawTool]:
        """The framework's tools, one for each of *spec*'s."""
        return [self._tool(definition, spec) for definition in spec.tools]

    async def aclose(self) -> None:
        """Stop what still runs, and let nothing begin any more."""
        self._is_closed = True
        tasks = (*self._behind, *self._works)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _tool(self, definition: ToolDefinition, spec: CallSpec) -> RawTool:
        async def run(raw_arguments: dict[str, object], context: RunContext[None]) -> ToolResult:
            use = _Use(
                definition=definition,
                spec=spec,
                arguments=raw_arguments,
                context=context,
                began_ms=self._now_ms(),
            )
            return await self._run(use)

        schema: dict[str, object] = {
            "name": definition.name,
            "description": definition.description,
            "parameters": dict(definition.parameters),
        }
        return function_tool(run, raw_schema=schema)

    async def _run(self, use: _Use) -> ToolResult:
        self._awaited += 1
        try:
            return await self._use(use)
        finally:
            self._awaited -= 1

    async def _use(self, use: _Use) -> ToolResult:
        work = asyncio.create_task(_outcome(use))
        self._works.add(work)
        work.add_done_callback(self._works.discard)
        try:
            await self._wait(use, work)
        except asyncio.CancelledError:
            await _stop(work)
            self._tell(use, _CALL_OVER)
            raise
        if self._is_closed and not _has_answered(work):
            await _stop(work)
            self._tell(use, _CALL_OVER)
            return _quiet(_CALL_OVER)
        if not use.context.speech_handle.interrupted:
            result = self._result(use, await work)
            if result.reply_required:
                self._go_on(self._expect_reply(use))
            return result
        return await self._interrupted(use, work)

    async def _expect_reply(self, use: _Use) -> None:
        # It is asked for when the last tool has answered, and what the agent said before is heard.
        await use.context.wait_for_playout()
        if not (self._awaited or use.context.speech_handle.interrupted):
            self._expect()

    async def _wait(self, use: _Use, work: "asyncio.Task[ToolOutcome]") -> None:
        handle = use.context.speech_handle
        async with use.context.with_filler(
            _filler(use), delay=self._filler_after_s, interval=_FILLER_AGAIN_S
        ):
            await handle.wait_if_not_interrupted([work])
        if handle.interrupted and not use.definition.cancel_on_barge_in:
            await asyncio.wait([work], timeout=_FINISHES_SOON_S)

    async def _interrupted(self, use: _Use, work: "asyncio.Task[ToolOutcome]") -> ToolResult:
        # The framework gives no reply to a result that comes after the caller has spoken.
        if work.done():
            result = self._result(use, await work)
            if result.reply_required:
                self._go_on(be_told(use.context.session, self._answer))
            return ToolResult(result.output, reply_required=False)
        if use.definition.cancel_on_barge_in:
            await _stop(work)
            self._tell(use, _CANCELLED)
            return _quiet(_CANCELLED)
        self._go_on(self._bring_in(use, work))
        return _quiet(_GOES_ON)

    async def _bring_in(self, use: _Use, work: "asyncio.Task[ToolOutcome]") -> None:
        try:
            outcome = await work
        except asyncio.CancelledError:
            await _stop(work)
            self._tell(use, _CALL_OVER)
            raise
        self._tell(use, outcome)
        if outcome.ends_call or outcome.hands_off:
            return
        session = use.context.session
        try:
            realtime = session.current_agent.realtime_llm_session
            await add_result(realtime, use.context.function_call, _json(outcome))
        except UnavailableError:
            logger.bind(tool=use.definition.name).warning("result of a tool did not arrive")
        await be_told(session, self._answer)

    def _result(self, use: _Use, outcome: ToolOutcome) -> ToolResult:
        self._tell(use, outcome)
        is_last_word = outcome.ends_call or outcome.hands_off
        return ToolResult(_json(outcome), reply_required=not is_last_word)

    def _tell(self, use: _Use, outcome: ToolOutcome) -> None:
        asked = json.dumps(use.arguments, ensure_ascii=False)
        self._emit(
            TurnEnded(
                item_id=use.context.function_call.call_id,
                role=Role.TOOL,
                text=f"{use.definition.name} {asked} -> {_json(outcome)}",
                start_ms=use.began_ms,
                end_ms=self._now_ms(),
            )
        )

    def _go_on(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._behind.add(task)
        task.add_done_callback(self._behind.discard)


async def _outcome(use: _Use) -> ToolOutcome:
    limit = use.definition.timeout_s + _BEYOND_ITS_LIMIT_S
    try:
        async with asyncio.timeout(limit):
            return await use.spec.invoke(
                use.definition.name, use.arguments, call_id=use.context.function_call.call_id
            )
    except TimeoutError:
        return ToolOutcome(payload={"ok": False, "hint": "that takes too long; go on without it"})


def _filler(use: _Use) -> Callable[[int], SpeechHandle]:
    def speak(times: int) -> SpeechHandle:
        own = use.definition.filler if not times else None
        text = own or use.spec.filler(times)
        return use.context.session.generate_reply(
            instructions=f'Say exactly: "{text}"', tool_choice="none"
        )

    return speak


def _has_answered(work: "asyncio.Task[ToolOutcome]") -> bool:
    return work.done() and not work.cancelled()


async def _stop(work: "asyncio.Task[ToolOutcome]") -> None:
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)


def _quiet(outcome: ToolOutcome) -> ToolResult:
    return ToolResult(_json(outcome), reply_required=False)


def _json(outcome: ToolOutcome) -> str:
    return json.dumps(dict(outcome.payload), ensure_ascii=False)
