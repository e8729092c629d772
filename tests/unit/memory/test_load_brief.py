"""What is known of a caller, before the agent greets them."""

import asyncio
import logging
from datetime import timedelta
from time import monotonic
from types import TracebackType
from typing import Self

import pytest

from adapters.in_memory.unit_of_work import InMemoryUnitOfWork
from application.use_cases.memory.load_brief import LoadBrief
from domain.contact_details import ContactField
from domain.errors import UnavailableError
from domain.ids import VoiceSessionId
from domain.memory.brief import Access
from tests.unit.memory.conftest import Memory, Played

NAME, EMAIL, PHONE = ContactField.NAME, ContactField.EMAIL, ContactField.PHONE
NUMBER = "+4915112345678"
MAIL = "sarah@example.com"
CALL = Played(
    lines=("c: Hola, quisiera dos sillas, por favor.",),
    confirmed={NAME: "Sarah Miller", PHONE: NUMBER, EMAIL: MAIL},
    language="es",
)


async def test_whom_the_backend_vouches_for_is_known(memory: Memory) -> None:
    await memory.play_and_remember(CALL)
    brief = await memory.brief(phone="+15550100")
    assert brief is not None
    assert (brief.access, brief.name, brief.language) == (Access.KNOWN, "Sarah Miller", "es")


@pytest.mark.parametrize(
    ("user", "phone"),
    [
        ("user-other", None),
        ("user-other", NUMBER),
        ("unknown", None),
        (None, "+15550100"),
        (None, "anonymous"),
        (None, "0151 12345678"),
        (None, None),
    ],
)
async def test_of_anybody_else_nothing_is_known(
    memory: Memory, user: str | None, phone: str | None
) -> None:
    await memory.play_and_remember(CALL)
    assert await memory.brief(user, phone=phone) is None


async def test_a_number_alone_unlocks_the_language_and_no_more(memory: Memory) -> None:
    await memory.play_and_remember(CALL)
    brief = await memory.brief("unknown", phone="+49 151 12345678")
    assert brief is not None
    assert (brief.access, brief.language) == (Access.CALLER_ID, "es")
    assert (brief.name, brief.facts, brief.last_call, brief.open_calls) == (None, (), None, ())


@pytest.mark.parametrize(
    ("confirmed", "access"),
    [
        ({NAME: "sarah miller"}, Access.KNOWN),
        ({EMAIL: MAIL}, Access.KNOWN),
        ({NAME: "Somebody Else"}, Access.CALLER_ID),
        ({EMAIL: "else@example.com"}, Access.CALLER_ID),
        ({PHONE: NUMBER}, Access.CALLER_ID),
        ({}, Access.CALLER_ID),
    ],
)
async def test_a_name_or_an_address_confirmed_on_this_call_unlocks_the_rest(
    memory: Memory, confirmed: dict[ContactField, str], access: Access
) -> None:
    await memory.play_and_remember(CALL)
    session = await memory.begin(Played(user="unknown", confirmed=confirmed))
    brief = await memory.brief("unknown", phone=NUMBER, session=session.id)
    assert brief is not None
    assert brief.access is access


async def test_a_name_that_was_only_stated_unlocks_nothing(memory: Memory) -> None:
    await memory.play_and_remember(CALL)
    session = await memory.begin(Played(user="unknown", stated={NAME: "Sarah Miller"}))
    brief = await memory.brief("unknown", phone=NUMBER, session=session.id)
    assert brief is not None
    assert brief.access is Access.CALLER_ID


async def test_a_number_may_have_a_new_owner_by_now(memory: Memory) -> None:
    memory.load_brief = LoadBrief(
        unit_of_work=memory.store.unit_of_work, number_is_good_for=timedelta(days=30)
    )
    await memory.play_and_remember(CALL)
    await memory.clock.advance(seconds=31 * 86400)
    assert await memory.brief("unknown", phone=NUMBER) is None
    session = await memory.begin(Played(user="unknown", confirmed={NAME: "Sarah Miller"}))
    proven = await memory.brief("unknown", phone=NUMBER, session=session.id)
    assert proven is not None
    assert proven.access is Access.KNOWN


class Stuck(InMemoryUnitOfWork):
    """A store that does not answer, and cannot be interrupted either until it is let go."""

    def __init__(self, memory: Memory) -> None:
        super().__init__(memory.store)
        self.let_go = asyncio.Event()

    async def __aenter__(self) -> Self:
        await self.let_go.wait()
        return await super().__aenter__()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await super().__aexit__(kind, error, trace)


class Stubborn(Stuck):
    """One that takes its time even when it is told to stop."""

    async def __aenter__(self) -> Self:
        try:
            await self.let_go.wait()
        except asyncio.CancelledError:
            await self.let_go.wait()
            raise
        return await super().__aenter__()


@pytest.mark.parametrize("kind", [Stuck, Stubborn])
async def test_a_store_that_hangs_holds_no_call_up(
    memory: Memory, kind: type[Stuck], caplog: pytest.LogCaptureFixture
) -> None:
    work = kind(memory)
    memory.load_brief = LoadBrief(unit_of_work=lambda: work, deadline=timedelta(milliseconds=20))
    began = monotonic()
    with caplog.at_level(logging.WARNING):
        assert await memory.brief() is None
    assert monotonic() - began < 0.5
    assert [getattr(record, "code", "") for record in caplog.records] == ["late"]
    work.let_go.set()
    late = list(memory.load_brief.late)
    if late:
        await asyncio.wait(late)
        await asyncio.sleep(0)


async def test_a_call_that_is_over_meanwhile_leaves_nothing_running(memory: Memory) -> None:
    work = Stuck(memory)
    memory.load_brief = LoadBrief(unit_of_work=lambda: work)
    loading = asyncio.create_task(memory.brief())
    await asyncio.sleep(0)
    loading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await loading
    await asyncio.sleep(0)
    assert not memory.load_brief.late


@pytest.mark.parametrize(
    ("error", "told"),
    [(UnavailableError("away"), "unavailable"), (KeyError("ours"), "")],
)
async def test_a_store_that_fails_means_that_nothing_is_known(
    memory: Memory, error: Exception, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    class Failing(InMemoryUnitOfWork):
        async def __aenter__(self) -> Self:
            raise error

    memory.load_brief = LoadBrief(unit_of_work=lambda: Failing(memory.store))
    assert await memory.brief() is None
    (record,) = caplog.records
    assert getattr(record, "code", "") == told
    assert record.__dict__["session_id"] == VoiceSessionId("ses_new")
