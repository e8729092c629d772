"""What is remembered of a caller is there when the agent greets them."""

from datetime import timedelta

from application.ports.conversation import CallerJoined
from domain.call_policies import MemoryPolicy
from domain.contact import Contact, Identity
from domain.errors import UnavailableError
from domain.ids import ContactId, FactId, UserId, VoiceSessionId
from domain.language import Language
from domain.memory.fact import Fact, FactStatus, Predicate, Source
from domain.phrases import Phrase, phrase
from domain.transcript import Role
from tests.unit.application.calls import ANNA, OngoingCall, ongoing, said
from tests.unit.application.conftest import Service

GREETING = "Hello {{caller.name | there}}!"
NUMBER = "+14155550134"


def a_fact(service: Service, predicate: Predicate, value: str) -> Fact:
    now = service.clock.now()
    return Fact(
        id=FactId(f"fct_{predicate}"),
        predicate=predicate,
        value=value,
        status=FactStatus.CONFIRMED,
        confidence=1.0,
        source=Source(session_id=VoiceSessionId("ses_before")),
        valid_from=now - timedelta(days=3),
        expires_at=now + timedelta(days=90),
    )


async def remember(service: Service, *identities: Identity) -> None:
    now = service.clock.now()
    contact = Contact(
        id=ContactId("con_1"),
        identities=identities,
        created_at=now,
        updated_at=now,
        facts=(
            a_fact(service, Predicate.NAME, "Sarah Miller"),
            a_fact(service, Predicate.LANGUAGE, "es"),
            a_fact(service, Predicate.PREFERENCE, "mornings"),
        ),
    )
    async with service.store.unit_of_work() as uow:
        await uow.contacts.save(contact)
        await uow.commit()


def told(call: OngoingCall) -> str:
    """The instructions as the agent has them now."""
    changes = [one.instructions for one in call.service.call.changes if one.instructions]
    return changes[-1] if changes else ""


async def test_a_known_caller_is_greeted_by_name_with_the_notes_at_hand(fresh: Service) -> None:
    await fresh.publish(greeting=GREETING, languages=(Language("en"), Language("es")))
    await remember(fresh, Identity.user("user"))
    async with ongoing(fresh) as call:
        await call.join()
        assert fresh.call.said == ["Hello Sarah Miller!"]
        assert "mornings" in told(call)
        assert "Spanish" in told(call)
        assert await call.notes() == ["notes on the caller were found (known)"]
        await call.leave()
        await call.join()
        assert fresh.call.said[-1] == phrase(Phrase.WELCOME_BACK, Language("es"))


async def test_a_model_that_takes_no_notes_just_now_greets_all_the_same(fresh: Service) -> None:
    await fresh.publish(greeting=GREETING)
    await remember(fresh, Identity.user("user"))
    async with ongoing(fresh) as call:
        fresh.call.fail_next(UnavailableError("no line"))
        await call.join()
        assert fresh.call.said == ["Hello Sarah Miller!"]
        assert fresh.call.changes == []


async def test_another_caller_learns_nothing(fresh: Service) -> None:
    await fresh.publish(greeting=GREETING)
    await remember(fresh, Identity.user("user"))
    async with ongoing(fresh, user_id=UserId("somebody-else")) as call:
        await call.join()
        assert fresh.call.said == ["Hello there!"]
        assert fresh.call.changes == []


async def test_an_agent_without_memory_asks_for_none(fresh: Service) -> None:
    await fresh.publish(greeting=GREETING, memory=MemoryPolicy(enabled=False))
    await remember(fresh, Identity.user("user"))
    async with ongoing(fresh) as call:
        await call.join()
        assert fresh.call.said == ["Hello there!"]


async def test_a_number_alone_unlocks_nothing_until_its_caller_is_known(fresh: Service) -> None:
    await fresh.publish(greeting=GREETING, languages=(Language("en"), Language("es")))
    await remember(fresh, Identity.phone(NUMBER))
    async with ongoing(fresh, user_id=UserId("unknown")) as call:
        fresh.call.push(CallerJoined(identity=ANNA, phone=NUMBER))
        await call.wait()
        assert fresh.call.said == ["Hello there!"]
        assert "mornings" not in told(call)
        assert "Miller" not in told(call)

        await call.hear(said("i1", "My name is Sarah Miller."))
        noted = await fresh.call.use_tool("record_contact", field="name", value="Sarah Miller")
        await call.hear(said("i2", "Sarah Miller, is that right?", role=Role.AGENT, start_ms=600))
        await call.hear(said("i3", "Yes, that is right.", start_ms=1200))
        token = noted.payload["token"]
        await fresh.call.use_tool("confirm_contact", field="name", token=token)
        await call.hear(said("t1", 'confirm_contact {} -> {"ok": true}', role=Role.TOOL))
        assert "mornings" in told(call)
