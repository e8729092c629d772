"""Calls that end of themselves: time is up, the caller takes leave, a machine took the call."""

import contextlib
from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
import pytest_asyncio

from domain.language import Language
from domain.phrases import Phrase, phrase
from entrypoints.bootstrap.calling import CallFailedError
from tests.end_to_end.stage import QUICK, Service, Stage

pytestmark = [
    pytest.mark.livekit,
    pytest.mark.speech,
    pytest.mark.timeout(90),
    pytest.mark.asyncio(loop_scope="session"),
]
EN = Language("en")


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def service(stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Service]:
    async with stage.service(tmp_path_factory.mktemp("endings")) as running:
        yield running


async def ended_call(
    stage: Stage, service: Service, name: str, *lines: str, **config: object
) -> tuple[Mapping[str, Any], list[str]]:
    """A call with an agent of its own, until the session is over; what the agent said in it."""
    agent = {"agentId": name, "name": name, "instructions": "Be kind.", "tools": [], **config}
    (await service.http.post("/api/agents", json=agent)).raise_for_status()
    caller = await stage.talk(*lines)
    body = {"conversationId": name, "agentId": name, "userId": "unknown", "roomName": name}
    answer = await service.http.post("/api/agents/dispatch", json=body)
    session_id = answer.raise_for_status().json()["sessionId"]
    patient = QUICK.__class__(farewell_s=15, thinking_s=12, patience_s=15, greeting_s=12)
    with contextlib.suppress(CallFailedError):  # the agent hangs up on who has more to say
        await service.call(name, caller, manners=patient, asks=False)
    session = await service.ended(session_id, within_s=20)
    turns = await service.turns(session_id)
    return session, [turn["text"] for turn in turns if turn["role"] == "agent"]


async def test_people_are_warned_before_their_time_is_up(stage: Stage, service: Service) -> None:
    limits = {"maxDurationS": 14, "warnBeforeEndS": 7}
    session, said = await ended_call(
        stage, service, "limited", "I would like to make an appointment.", limits=limits
    )
    assert session["closeReason"] == "time_limit"
    assert phrase(Phrase.TIME_WARNING, EN, minutes=1) in said
    assert said[-1] == phrase(Phrase.TIME_OVER, EN)


async def test_a_goodbye_is_answered_and_ends_the_call(stage: Stage, service: Service) -> None:
    session, said = await ended_call(
        stage, service, "goodbye", "That is all, thank you. Goodbye.", greeting="Hello there."
    )
    assert session["closeReason"] == "caller_goodbye"
    assert len(said) == 2


async def test_a_mailbox_is_left_a_message(stage: Stage, service: Service) -> None:
    session, said = await ended_call(
        stage,
        service,
        "mailbox",
        "The person you are calling is not available. You can leave a message after the beep.",
        answeringMachine="leave_message",
    )
    assert session["closeReason"] == "answering_machine"
    assert phrase(Phrase.VOICEMAIL_MESSAGE, EN) in said
