"""A tool that takes its time, in a real conversation with the local Realtime server."""

import asyncio
from dataclasses import replace

from domain.tool import ToolDefinition
from domain.transcript import Role
from tests.tools.talking import Talk, talk

LOOKUP = ToolDefinition(
    name="lookup_order",
    description="Looks up an order.",
    parameters={
        "type": "object",
        "properties": {"order_id": {"type": "string"}},
        "required": ["order_id"],
    },
)
RESULT = "Result: lookup_order 7."


async def until_called(here: Talk) -> None:
    async with asyncio.timeout(15):
        await here.called.wait()


async def test_a_quick_tool_is_told_at_once_and_written_down() -> None:
    async with talk(LOOKUP, filler_after_s=0.5) as here:
        here.gate.set()
        here.ask("order 7")
        assert await here.heard() == RESULT
        assert await here.quiet_for(1)
        assert here.expected == 1
        (turn,) = here.turns
    assert turn.role is Role.TOOL
    assert turn.text == ('lookup_order {"order_id": "7"} -> {"ok": true, "data": "lookup_order 7"}')
    assert turn.item_id == here.call_ids[0]


async def test_a_slow_tool_is_bridged_and_its_result_told_once() -> None:
    async with talk(replace(LOOKUP, filler="One moment."), filler_after_s=0.3) as here:
        here.ask("order 7")
        assert await here.heard() == "One moment."
        here.gate.set()
        assert await here.heard() == RESULT
        assert await here.quiet_for(1)
        assert here.unanswered == set()


async def test_a_tool_without_a_filler_of_its_own_is_bridged_in_the_calls_language() -> None:
    async with talk(LOOKUP, filler_after_s=0.3) as here:
        here.ask("order 7")
        assert await here.heard() == "Still looking, 0."
        here.gate.set()
        assert await here.heard() == RESULT


async def test_a_caller_who_speaks_stops_a_tool_that_only_reads(speech: bytes) -> None:
    async with talk(replace(LOOKUP, cancel_on_barge_in=True)) as here:
        here.ask("order 7")
        await until_called(here)
        here.speak(speech, "never mind")
        async with asyncio.timeout(10):
            await here.was_cancelled.wait()
        assert await here.heard() == "I am here."
        assert await here.quiet_for(2)
        assert here.expected == 0
        assert here.unanswered == set()
        (turn,) = here.turns
    assert '"cancelled": true' in turn.text


async def test_a_tool_that_does_something_goes_on_and_is_told_when_nobody_speaks(
    speech: bytes,
) -> None:
    async with talk(LOOKUP) as here:
        here.ask("order 7")
        await until_called(here)
        here.speak(speech, "are you there")
        assert await here.heard() == "I am here."
        assert here.unanswered == set()
        assert here.turns == []
        here.gate.set()
        assert await here.heard() == RESULT
        assert await here.quiet_for(2)
        assert not here.was_cancelled.is_set()
        (turn,) = here.turns
    assert '"data": "lookup_order 7"' in turn.text


async def test_a_result_that_comes_while_the_caller_speaks_is_told_once(speech: bytes) -> None:
    async with talk(LOOKUP) as here:
        here.ask("order 7")
        await until_called(here)
        here.speak(speech, "are you there")
        async with asyncio.timeout(10):
            while here.session.user_state != "speaking":  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        here.gate.set()
        said = [await here.heard()]
        await here.quiet_for(3)
        while not here.lines.empty():
            said.append(here.lines.get_nowait())
        assert here.unanswered == set()
    assert said in (["I am here."], ["I am here.", RESULT], [RESULT])
    assert said.count(RESULT) <= 1


async def test_a_tool_outlasts_a_lost_connection() -> None:
    async with talk(LOOKUP) as here:
        here.ask("order 7")
        await until_called(here)
        (live,) = here.server.engine.live
        await live.hang_up(1011, "")
        async with asyncio.timeout(10):
            while not here.server.engine.journal.read(connection=2):  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        here.gate.set()
        assert await here.heard() == RESULT
        assert here.unanswered == set()
        assert len(here.turns) == 1


async def test_after_the_last_word_nothing_more_is_said() -> None:
    async with talk(LOOKUP) as here:
        here.hands_off = True
        here.gate.set()
        here.ask("order 7")
        await until_called(here)
        assert await here.quiet_for(1.5)
        assert here.unanswered == set()
        assert here.expected == 0


async def test_a_tool_that_runs_when_the_call_ends_is_stopped() -> None:
    async with talk(LOOKUP) as here:
        here.ask("order 7")
        await until_called(here)
    assert here.was_cancelled.is_set()
    (turn,) = here.turns
    assert "the call ended" in turn.text


async def test_a_tool_behind_the_conversation_is_stopped_with_the_call(speech: bytes) -> None:
    async with talk(LOOKUP) as here:
        here.ask("order 7")
        await until_called(here)
        here.speak(speech, "are you there")
        assert await here.heard() == "I am here."
    assert here.was_cancelled.is_set()
    (turn,) = here.turns
    assert "the call ended" in turn.text
