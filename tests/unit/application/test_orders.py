"""Orders to a live call from outside: carried out once, noted, and refused where they cannot be."""

import pytest

from application.ports.conversation import (
    CallEnded,
    ConnectionLost,
    ConnectionRestored,
)
from domain.call_policies import CallLimits, GroupPolicy
from domain.errors import (
    ConflictError,
    InvalidValueError,
    NotFoundError,
    RejectedError,
    UnavailableError,
)
from domain.language import Language
from domain.phrases import Phrase, phrase
from domain.session_command import AdjustAgent, CallBack, HandOff, Speak
from domain.transcript import Role
from domain.voice_session import CloseReason
from tests.unit.application.calls import BEN, ongoing, said
from tests.unit.application.conftest import Service

EN = Language("en")


async def test_a_live_call_takes_a_new_configuration(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        change = AdjustAgent(
            instructions="Be brief, {{caller.name | friend}}.",
            speed=1.2,
            tools=("end_call",),
            languages=(EN, Language("de")),
        )
        await call.order(change)
        (given,) = service.call.changes
        assert given.instructions is not None
        assert given.instructions.startswith("Be brief, friend.")
        assert given.speed == 1.2
        assert [tool.name for tool in given.tools or ()] == ["end_call"]
        assert await call.notes() == [
            "the configuration was changed: instructions, speed, tools, languages"
        ]
        await call.wait(10)
        assert len(service.call.changes) == 1


async def test_what_the_protocol_refuses_is_noted_and_leaves_the_agent_as_it_was(
    service: Service,
) -> None:
    async with ongoing(service) as call:
        await call.join()
        service.call.fail_next(RejectedError("a voice that has been heard stays"))
        german = Language("de")
        await call.order(AdjustAgent(voice="cedar", languages=(german,), tools=("hand_off",)))
        assert await call.notes() == [
            "an order could not be carried out: a voice that has been heard stays"
        ]
        await call.leave()
        await call.join()
        assert service.call.said[-1] == phrase(Phrase.WELCOME_BACK, EN)
        answer = await service.call.use_tool("hand_off")
        assert answer.payload["ok"] is False


async def test_a_person_takes_over_and_gives_the_call_back(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        await call.join(BEN)
        await call.order(HandOff(to="ben"))
        assert service.call.holds_back
        assert service.call.interruptions == 1
        assert service.call.said[-1] == phrase(Phrase.HANDOFF_TO_HUMAN, EN)
        await call.order(HandOff(to="ben"))
        await call.hear(said("i1", "This is Ben, how can I help?", by=BEN))
        await call.hear(said("i2", "My bill is wrong.", start_ms=900))
        await call.wait(120)
        sides = [turn.role for turn in await call.turns() if turn.role is not Role.SYSTEM]
        assert sides == [Role.AGENT, Role.CALLER]
        await call.order(CallBack())
        await call.order(CallBack())
        assert not service.call.holds_back
        assert service.call.said[-1] == phrase(Phrase.HANDOFF_BACK, EN)
        notes = await call.notes()
        assert notes == ["ben joined", "handed over to ben", "the agent was called back"]


async def test_while_a_person_speaks_the_agent_tells_of_the_end_of_the_call_and_of_nothing_else(
    fresh: Service,
) -> None:
    await fresh.publish(
        greeting=None,
        group=GroupPolicy(greet_late_joiners=True),
        limits=CallLimits(max_duration_s=300, warn_before_end_s=60),
    )
    async with ongoing(fresh) as call:
        await call.join()
        await call.order(HandOff())
        await call.join(BEN)
        fresh.call.push(ConnectionLost())
        await call.wait(3)
        fresh.call.push(ConnectionRestored())
        await call.leave(BEN, others_remain=True)
        await call.leave()
        await call.join()
        await call.wait(300)
        over = phrase(Phrase.TIME_OVER, EN)
        assert fresh.call.said == [phrase(Phrase.HANDOFF_TO_HUMAN, EN), over]
        assert not fresh.call.plays_tone
        assert await call.task is CloseReason.TIME_LIMIT


async def test_the_agent_says_what_it_is_told_to(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        await call.order(Speak(text="Your taxi is here."))
        assert service.call.said == ["Hello!", "Your taxi is here."]


async def test_orders_wait_for_a_store_that_is_away(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        await call.order(Speak(text="Later."), and_wait=0)
        service.store.fail_next(UnavailableError("away"))
        await call.wait(2)
        assert service.call.said == ["Hello!", "Later."]
        async with service.store.unit_of_work() as uow:
            assert await uow.session_commands.find_pending(call.session.id) == []


async def test_an_order_that_breaks_is_noted_and_the_next_one_is_carried_out(
    service: Service,
) -> None:
    async with ongoing(service) as call:
        await call.join()
        service.call.fail_next(RuntimeError("a fault of our own"))
        await call.order(Speak(text="This breaks."))
        await call.order(Speak(text="This does not."))
        assert service.call.said == ["Hello!", "This does not."]
        assert await call.notes() == ["an order could not be carried out: internal error"]


async def test_looking_for_orders_goes_on_whatever_breaks(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        for error in (RuntimeError("a fault of our own"), NotFoundError("gone")):
            await call.order(Speak(text="Once."), and_wait=0)
            service.store.fail_next(error)
            await call.wait(2)
        assert service.call.said == ["Hello!", "Once.", "Once."]


async def test_a_hand_off_that_did_not_reach_the_model_has_not_happened(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        service.call.fail_next(UnavailableError("no line"))
        await call.order(HandOff())
        assert await call.notes() == ["an order could not be carried out: no line"]
        await call.order(HandOff())
        assert service.call.holds_back
        assert (await call.notes())[-1] == "handed over to a person"


async def test_a_call_that_is_over_takes_no_orders(service: Service) -> None:
    async with ongoing(service) as call:
        service.call.push(CallEnded())
        await call.wait()
        with pytest.raises(ConflictError):
            await call.order(CallBack())


async def test_orders_no_agent_could_follow_are_refused(service: Service) -> None:
    async with ongoing(service) as call:
        with pytest.raises(InvalidValueError, match="at least one thing"):
            AdjustAgent()
        with pytest.raises(InvalidValueError, match="unknown tools"):
            await call.order(AdjustAgent(tools=("fly",)))
        with pytest.raises(InvalidValueError):
            await call.order(AdjustAgent(speed=9.0))
        with pytest.raises(InvalidValueError, match="shoe_size"):
            await call.order(AdjustAgent(instructions="Say {{caller.shoe_size}}."))
