"""How calls end of themselves."""

from domain.call_policies import AnsweringMachine
from domain.language import Language
from domain.phrases import Phrase, phrase
from domain.transcript import Role
from domain.voice_session import CloseReason
from tests.unit.application.calls import BEN, ongoing, said
from tests.unit.application.conftest import Service

MAILBOX = "Please leave a message after the tone."


async def test_a_farewell_ends_the_call_once_it_was_answered(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        await call.hear(said("i1", "That is all, thank you, goodbye."))
        await call.talk(Role.AGENT, seconds=4)
        await call.wait(1)
        assert not call.task.done()
        await call.wait(4)
        assert await call.task is CloseReason.CALLER_GOODBYE
        assert await call.notes() == ["the caller took leave"]


async def test_who_goes_on_talking_has_not_left(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        await call.hear(said("i1", "Thank you, goodbye."))
        await call.wait(1)
        await call.hear(said("i2", "Oh wait, one more question.", start_ms=1500))
        await call.wait(15)
        assert not call.task.done()


async def test_one_of_several_who_takes_leave_does_not_end_the_call(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        await call.join(BEN)
        await call.hear(said("i1", "Thank you, goodbye.", by=BEN))
        await call.wait(10)
        assert not call.task.done()


async def test_a_mailbox_is_hung_up_on(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        await call.hear(said("i1", MAILBOX))
        await call.wait(1)
        assert await call.task is CloseReason.ANSWERING_MACHINE
        (note,) = await call.notes()
        assert note.startswith("answered by a machine (voicemail)")
        assert service.rooms.deleted == ["room"]


async def test_a_mailbox_is_left_a_message_where_the_agent_says_so(fresh: Service) -> None:
    await fresh.publish(greeting=None, answering_machine=AnsweringMachine.LEAVE_MESSAGE)
    async with ongoing(fresh) as call:
        await call.join()
        await call.hear(said("i1", MAILBOX))
        await call.wait(1)
        assert fresh.call.said == [phrase(Phrase.VOICEMAIL_MESSAGE, Language("en"))]
        assert await call.task is CloseReason.ANSWERING_MACHINE


async def test_machines_are_talked_to_where_the_agent_says_so(fresh: Service) -> None:
    await fresh.publish(answering_machine=AnsweringMachine.IGNORE)
    async with ongoing(fresh) as call:
        await call.join()
        await call.hear(said("i1", MAILBOX))
        await call.wait(5)
        assert not call.task.done()


async def test_only_the_beginning_of_a_call_tells_a_machine(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        await call.hear(said("i1", "Hello, this is Anna speaking."))
        await call.hear(said("i2", "I have a question.", start_ms=1000))
        await call.hear(said("i3", MAILBOX, start_ms=2000))
        await call.wait(5)
        assert not call.task.done()
