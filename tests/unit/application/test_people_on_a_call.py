"""Who is on a call, whom the agent answers, and a line that goes down."""

from application.ports.conversation import CallEnded, ConnectionLost, ConnectionRestored
from domain.call_policies import AnswerTo, GroupPolicy
from domain.language import Language
from domain.phrases import Phrase, phrase
from domain.transcript import Role
from domain.voice_session import CloseReason
from tests.unit.application.calls import ANNA, BEN, ongoing, said
from tests.unit.application.conftest import Service

EN = Language("en")


async def test_who_comes_back_is_welcomed_back_once(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        await call.leave()
        await call.wait(5)
        await call.join()
        await call.join()
        assert service.call.said == ["Hello!", phrase(Phrase.WELCOME_BACK, EN)]
        assert await call.notes() == ["anna is back"]


async def test_who_comes_in_place_of_a_caller_who_left_is_welcomed(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        await call.leave()
        await call.wait(5)
        await call.join(BEN, name="Ben")
        await call.wait(25)
        assert service.call.said[:2] == ["Hello!", phrase(Phrase.LATE_JOINER, EN, name="Ben")]
        assert await call.notes() == ["ben joined"]
        assert not call.task.done()


async def test_late_joiners_are_greeted_by_name_if_told_to(fresh: Service) -> None:
    await fresh.publish(group=GroupPolicy(greet_late_joiners=True))
    async with ongoing(fresh) as call:
        await call.join()
        await call.join(BEN, name="Ben")
        assert fresh.call.said[1:] == [phrase(Phrase.LATE_JOINER, EN, name="Ben")]
        await call.leave(BEN, others_remain=True)
        await call.wait(30)
        assert not call.task.done()


async def test_late_joiners_are_let_in_silently_otherwise(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        await call.join(BEN)
        assert service.call.said == ["Hello!"]
        assert await call.notes() == ["ben joined"]


async def test_in_a_group_the_agent_answers_when_it_is_named(fresh: Service) -> None:
    await fresh.publish(group=GroupPolicy(answer=AnswerTo.ADDRESSED, names=("Nova",)))
    async with ongoing(fresh) as call:
        await call.join()
        assert not fresh.call.holds_back
        await call.join(BEN)
        assert fresh.call.holds_back
        await call.hear(said("i1", "Shall we take the later train?", by=BEN))
        assert fresh.call.answers == []
        await call.hear(said("i2", "Nova, when does it leave?", start_ms=900))
        assert fresh.call.answers == [None]
        await call.leave(BEN, others_remain=True)
        assert not fresh.call.holds_back
        await call.hear(said("i3", "Thank you Nova", start_ms=1900))
        assert fresh.call.answers == [None]
        spoke = [turn.participant for turn in await call.turns(Role.CALLER)]
        assert spoke == [BEN, ANNA, ANNA]


async def test_a_gap_in_the_line_is_bridged_and_excused(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        service.call.push(ConnectionLost())
        await call.wait(1.9)
        assert not service.call.plays_tone
        await call.wait(1)
        assert service.call.plays_tone
        service.call.push(ConnectionRestored())
        await call.wait()
        assert not service.call.plays_tone
        assert service.call.said[-1] == phrase(Phrase.BRIDGE_BACK, EN)
        assert await call.notes() == [
            "the speech connection was lost",
            "the speech connection was restored after 2.9 s",
        ]


async def test_a_short_gap_passes_without_a_word(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        service.call.push(ConnectionLost())
        await call.wait(1)
        service.call.push(ConnectionRestored())
        await call.wait(5)
        assert not service.call.plays_tone
        assert service.call.said == ["Hello!"]


async def test_nothing_is_bridged_any_more_once_the_call_is_over(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        service.call.push(ConnectionLost(), CallEnded(error="realtime_unreachable"))
        await call.wait()
        assert await call.task is CloseReason.ERROR
        await call.wait(5)
        assert not service.call.plays_tone


async def test_a_line_that_stays_down_ends_the_session_by_name(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        service.call.push(ConnectionLost(), CallEnded(error="realtime_unreachable"))
        await call.wait()
        assert await call.task is CloseReason.ERROR
        session = await service.session(call.session.id)
        assert session.failure == "realtime_unreachable"
