"""A request that is sent again under its key."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from adapters.in_memory import CountingIds, InMemoryStore, ManualClock
from application.use_cases.operations.answer_once import AnswerOnce, AnswerOnceCommand, Served
from application.use_cases.operations.forget_answers import ForgetAnswers
from domain.errors import UnavailableError
from domain.idempotency import (
    AnswerNotKeptError,
    KeyReusedError,
    RequestRunningError,
    StoredAnswer,
)

COMMAND = AnswerOnceCommand(id="digest", route="POST /api/agents", fingerprint="f")
CREATED = StoredAnswer(status=201, headers=(("etag", "1"),), body=b"{}")


class Door:
    """What serves requests, and counts them."""

    def __init__(self, answer: StoredAnswer = CREATED) -> None:
        self.answer = answer
        self.served = 0
        self.breaks: BaseException | None = None
        self.before: Callable[[], None] = lambda: None

    async def __call__(self) -> StoredAnswer:
        self.served += 1
        self.before()
        if self.breaks is not None:
            raise self.breaks
        return self.answer


class World:
    """A store, a clock, and what answers once."""

    def __init__(self) -> None:
        self.clock = ManualClock()
        self.store = InMemoryStore()
        self.answer_once = AnswerOnce(
            unit_of_work=self.store.unit_of_work, clock=self.clock, ids=CountingIds()
        )
        self.forget = ForgetAnswers(unit_of_work=self.store.unit_of_work, clock=self.clock)

    async def ask(self, door: Door, command: AnswerOnceCommand = COMMAND) -> Served:
        return await self.answer_once.execute(
            command, door, is_final=lambda answer: answer.status < 500
        )


@pytest.fixture
def world() -> World:
    return World()


async def test_the_second_time_the_first_answer_is_given(world: World) -> None:
    door = Door()
    assert await world.ask(door) == Served(answer=CREATED, is_replay=False)
    assert await world.ask(door) == Served(answer=CREATED, is_replay=True)
    assert door.served == 1


async def test_another_request_does_not_get_the_answer_of_this_one(world: World) -> None:
    await world.ask(Door())
    with pytest.raises(KeyReusedError):
        await world.ask(Door(), replace(COMMAND, fingerprint="g"))


async def test_while_it_is_served_a_repetition_is_told_to_wait(world: World) -> None:
    door = Door()
    door.breaks = KeyboardInterrupt()  # the process ends: nobody gives the key back
    with pytest.raises(KeyboardInterrupt):
        await world.ask(door)
    await world.clock.advance(seconds=20)
    with pytest.raises(RequestRunningError) as refusal:
        await world.ask(Door())
    assert refusal.value.retry_after == 40


async def test_what_a_process_left_behind_is_done_anew_after_its_lease(world: World) -> None:
    door = Door()
    door.breaks = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        await world.ask(door)
    await world.clock.advance(seconds=60)
    assert not (await world.ask(Door())).is_replay


async def test_failures_are_not_kept(world: World) -> None:
    broken = Door()
    broken.breaks = RuntimeError("broken")
    with pytest.raises(RuntimeError):
        await world.ask(broken)
    late = Door(replace(CREATED, status=503))
    assert not (await world.ask(late)).is_replay
    assert not (await world.ask(late)).is_replay
    assert not (await world.ask(Door())).is_replay


async def test_an_answer_that_cannot_be_kept_is_given_all_the_same(world: World) -> None:
    door = Door()
    door.before = lambda: world.store.fail_next(UnavailableError("down"))
    assert (await world.ask(door)).answer == CREATED
    with pytest.raises(RequestRunningError):
        await world.ask(Door())


async def test_answers_that_are_not_to_be_stored_are_not(world: World) -> None:
    secret = replace(CREATED, headers=(("Cache-Control", "private, no-store"),))
    assert (await world.ask(Door(secret))).answer.body == b"{}"
    with pytest.raises(AnswerNotKeptError):
        await world.ask(Door())


async def test_after_two_days_a_key_is_new(world: World) -> None:
    await world.ask(Door())
    await world.clock.advance(seconds=48 * 3600 - 1)
    assert await world.forget.execute() == 0
    assert (await world.ask(Door())).is_replay
    await world.clock.advance(seconds=1)
    assert not (await world.ask(Door())).is_replay
    await world.clock.advance(seconds=48 * 3600)
    assert await world.forget.execute() == 1
