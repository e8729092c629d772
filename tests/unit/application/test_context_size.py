"""The model's context stays within bounds on a long call, and the transcript keeps everything."""

import asyncio

from adapters.in_memory import InMemoryCallSession
from domain.errors import UnavailableError
from domain.transcript import Role
from tests.unit.application.calls import OngoingCall, ongoing, said
from tests.unit.application.conftest import Service

LONG = "I would like to tell you about my order in every detail there is. " * 8


async def talk_at_length(call: OngoingCall, *, turns: int, first: int = 0) -> None:
    for number in range(first, first + turns):
        role = Role.CALLER if number % 2 else Role.AGENT
        await call.hear(said(f"i{number:03d}", LONG, role=role, start_ms=number * 1000))


async def test_old_turns_give_way_to_a_summary_again_and_again(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        await call.hear(said("first", "I want to return a lamp, please."))
        await talk_at_length(call, turns=120)
        compacted = service.call.compacted
        assert len(compacted) > 2
        assert all(len(summary) <= 4_000 and 2 <= keep <= 20 for summary, keep in compacted)
        assert "lamp" in compacted[-1][0]
        assert len(await call.turns(Role.CALLER)) == 61


class SlowModel(InMemoryCallSession):
    """Takes a summary when it is let, and knows how many it was given at one time."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = asyncio.Event()
        self.at_once = 0

    async def compact(self, summary: str, *, keep_last: int) -> int:
        self.at_once += 1
        await self.gate.wait()
        return await super().compact(summary, keep_last=keep_last)


async def test_turns_that_come_all_at_once_are_summed_up_once() -> None:
    model = SlowModel()
    service = Service(call=model)
    await service.publish()
    async with ongoing(service) as call:
        await call.join()
        service.call.push(*(said(f"i{number:03d}", LONG, start_ms=number) for number in range(60)))
        await call.wait()
        assert model.at_once == 1
        model.gate.set()
        await call.wait()
        assert len(model.compacted) == 1


async def test_a_short_call_is_left_as_it_is(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        await talk_at_length(call, turns=10)
        assert service.call.compacted == []


async def test_a_summary_that_did_not_arrive_is_tried_again(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        service.call.fail_next(UnavailableError("lost"))
        await talk_at_length(call, turns=40)
        assert service.call.compacted
