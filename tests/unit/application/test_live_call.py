"""What those who attend a live call do in it."""

from application.ports.conversation import (
    AgentSpoke,
    ConnectionLost,
    ConnectionRestored,
    SpeechStarted,
)
from domain.call_policies import CallLimits, SilencePolicy
from domain.language import Language
from domain.phrases import Phrase, phrase
from domain.session_command import AdjustAgent, Speak
from domain.transcript import Role
from domain.voice_session import CloseReason
from tests.unit.application.calls import ongoing, said
from tests.unit.application.conftest import Service

EN = Language("en")


async def test_silence_is_asked_about_and_ends_in_a_farewell(fresh: Service) -> None:
    await fresh.publish(
        greeting=None, silence=SilencePolicy(prompt_after_s=10, prompts=2, end_after_s=5)
    )
    async with ongoing(fresh) as call:
        await call.join()
        await call.wait(9)
        assert fresh.call.said == []
        await call.wait(2)
        assert fresh.call.said == [phrase(Phrase.SILENCE_PROMPT, EN)]
        await call.wait(11)
        assert fresh.call.said[1] == phrase(Phrase.SILENCE_PROMPT, EN, index=1)
        await call.wait(6)
        assert fresh.call.said[2:] == [phrase(Phrase.SILENCE_GOODBYE, EN)]
        assert await call.task is CloseReason.CALLER_SILENT
        assert await call.notes() == ["nobody spoke any more"]


async def test_a_caller_who_speaks_is_asked_from_the_start_again(fresh: Service) -> None:
    await fresh.publish(greeting=None, silence=SilencePolicy(prompt_after_s=10, prompts=1))
    async with ongoing(fresh) as call:
        await call.join()
        for _ in range(3):
            await call.wait(11)
            await call.talk(seconds=2)
        assert fresh.call.said == [phrase(Phrase.SILENCE_PROMPT, EN)] * 3
        assert not call.task.done()


async def test_long_speech_a_lost_line_and_an_empty_room_are_no_silence(fresh: Service) -> None:
    await fresh.publish(
        greeting=None,
        silence=SilencePolicy(prompt_after_s=5),
        limits=CallLimits(rejoin_grace_s=100),
    )
    async with ongoing(fresh) as call:
        await call.wait(60)
        await call.join()
        await call.talk(Role.AGENT, seconds=60)
        fresh.call.push(ConnectionLost())
        await call.wait(60)
        fresh.call.push(ConnectionRestored())
        await call.wait(2)
        await call.leave()
        await call.wait(60)
        prompts = [text for text in fresh.call.said if "?" in text]
        assert phrase(Phrase.SILENCE_PROMPT, EN) not in prompts


async def test_a_caller_whom_a_lost_line_cut_off_is_not_taken_to_speak_for_ever(
    fresh: Service,
) -> None:
    await fresh.publish(greeting=None, silence=SilencePolicy(prompt_after_s=10))
    async with ongoing(fresh) as call:
        await call.join()
        fresh.call.push(SpeechStarted(role=Role.CALLER, at_ms=0), ConnectionLost())
        await call.wait(1)
        fresh.call.push(ConnectionRestored())
        await call.wait(11)
        assert fresh.call.said == [phrase(Phrase.SILENCE_PROMPT, EN)]


async def test_silence_may_last_where_the_agent_says_so(fresh: Service) -> None:
    await fresh.publish(greeting=None, silence=SilencePolicy(prompt_after_s=0))
    async with ongoing(fresh) as call:
        await call.join()
        await call.wait(600)
        assert fresh.call.said == []


async def test_people_are_told_before_their_time_is_up(fresh: Service) -> None:
    await fresh.publish(
        greeting=None,
        silence=SilencePolicy(prompt_after_s=0),
        limits=CallLimits(max_duration_s=300, warn_before_end_s=60),
    )
    async with ongoing(fresh) as call:
        await call.join()
        await call.wait(241)
        assert fresh.call.said == [phrase(Phrase.TIME_WARNING, EN, minutes=1)]
        await call.wait(60)
        assert fresh.call.said[1:] == [phrase(Phrase.TIME_OVER, EN)]
        assert await call.task is CloseReason.TIME_LIMIT


async def test_the_agent_follows_the_callers_language(fresh: Service) -> None:
    await fresh.publish(languages=(EN, Language("es")))
    spanish = "Hola, quisiera pedir una cita para mañana"
    fresh.detector.learn(spanish, es=0.95)
    async with ongoing(fresh) as call:
        await call.join()
        assert fresh.detector.prepared == []
        fresh.call.push(AgentSpoke(at_ms=300))
        await call.wait()
        assert fresh.detector.prepared == [(EN, Language("es"))]
        await call.hear(said("i1", spanish))
        (change,) = fresh.call.changes
        assert change.instructions is not None
        assert "Spanish" in change.instructions
        (turn,) = await call.turns(Role.CALLER)
        assert turn.language == "es"
        assert await call.notes() == ["the call is in es now (detected)"]
        await call.leave()
        await call.join()
        assert fresh.call.said[-1] == phrase(Phrase.WELCOME_BACK, Language("es"))


async def test_asking_for_a_language_counts_at_once_and_stays(fresh: Service) -> None:
    await fresh.publish(languages=(EN, Language("es")))
    async with ongoing(fresh) as call:
        await call.join()
        await call.hear(said("i1", "¿Habla español?"))
        await call.hear(said("i2", "Parlez-vous français ?", start_ms=900))
        assert await call.notes() == [
            "the call is in es now (requested, and it stays)",
            "the caller asked for fr, which the agent cannot speak",
        ]


async def test_a_language_that_was_taken_from_the_agent_is_followed_no_more(
    fresh: Service,
) -> None:
    await fresh.publish(languages=(EN, Language("es")))
    spanish = "Hola, quisiera pedir una cita para mañana"
    fresh.detector.learn(spanish, es=0.95)
    async with ongoing(fresh) as call:
        await call.join()
        await call.hear(said("i1", spanish))
        await call.order(AdjustAgent(languages=(EN,)))
        await call.hear(said("i2", "¿Habla español?", start_ms=900))
        await call.hear(said("i3", spanish, start_ms=1800))
        assert (await call.notes())[-1] == "the caller asked for es, which the agent cannot speak"
        told = [change.instructions for change in fresh.call.changes if change.instructions]
        assert "English" in told[-1]
        assert "Spanish" not in told[-1]


async def test_words_in_letters_nobody_uses_are_suspect(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        await call.hear(said("i1", "안녕하세요 반갑습니다"))
        (turn,) = await call.turns(Role.CALLER)
        assert turn.suspect == "wrong_script"
        assert turn.language == "en"


async def test_a_caller_who_speaks_first_is_prepared_for(fresh: Service) -> None:
    await fresh.publish(greeting=None, languages=(EN, Language("es")))
    async with ongoing(fresh) as call:
        await call.join()
        assert fresh.detector.prepared == [(EN, Language("es"))]


async def test_nothing_is_said_into_an_empty_room(service: Service) -> None:
    async with ongoing(service) as call:
        await call.order(Speak(text="Is anybody there?"))
        assert service.call.said == []
        await call.join()
        assert service.call.said == ["Hello!"]
