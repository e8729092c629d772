"""The Realtime server fails in every way it knows: what becomes of the call, and of its words."""

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from livekit import api

from adapters.realtime_emulator.ears.scripted import ScriptedEars
from adapters.realtime_emulator.faults import Fault, FaultKind
from adapters.realtime_emulator.mouth.programs import EspeakSynthesiser
from adapters.realtime_emulator.mouth.speaking import SentenceMouth
from adapters.realtime_emulator.ports import CallTool, Expectation, Prompt, Reply, Say
from adapters.realtime_emulator.run import EmulatorConfig, RunningEmulator, running_emulator
from domain.language import Language
from domain.phrases import Phrase, phrase
from entrypoints.bootstrap.calling import CallFailedError, CallReport, Manners
from tests.emulator.engines import ObedientBrain
from tests.end_to_end.stage import QUICK, Service, Stage, eventually

pytestmark = [
    pytest.mark.livekit,
    pytest.mark.timeout(90),
    pytest.mark.asyncio(loop_scope="session"),
]
GREETING = "Welcome to the fault line."
LASTING = QUICK.__class__(
    farewell_s=15, thinking_s=1.5, patience_s=20, greeting_s=12, agent_joins_within_s=12
)
PATIENT = QUICK.__class__(
    farewell_s=2, thinking_s=1.5, patience_s=20, greeting_s=12, agent_joins_within_s=12
)


class WordForWord(ObedientBrain):
    """Also says exactly what a client asks it to, and fails once after a tool has answered."""

    failures = 0

    async def reply(self, prompt: Prompt) -> Reply:
        last = prompt.items[-1] if prompt.items else None
        if last is not None and last.text == "use the tool":
            return (CallTool(name="withdraw_contact", arguments={"field": "email"}),)
        if last is not None and last.kind == "function_call_output":
            WordForWord.failures += 1
            if WordForWord.failures == 1:
                raise RuntimeError("told to fail")
            return (Say(text="the tool has answered"),)
        _, asked, rest = prompt.instructions.partition('Say exactly: "')
        if prompt.requested and asked:
            return (Say(text=rest.rstrip('"')),)
        return await super().reply(prompt)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A service on a Realtime server that fails on order and hears what it is told."""

    stage: Stage
    service: Service
    realtime: RunningEmulator
    ears: ScriptedEars

    def order(self, kind: FaultKind, **details: Any) -> None:
        """One fault, on its usual occasion unless told."""
        self.realtime.engine.faults.order(Fault(kind=kind, **details))

    async def call(
        self, room: str, *hears: str, manners: Manners = LASTING
    ) -> tuple[str, "asyncio.Task[CallReport]"]:
        """A call under way in which the agent hears just that; its session."""
        for words in hears:
            self.ears.push(words, "en")
        body = {"conversationId": room, "agentId": "fault", "userId": "u", "roomName": room}
        caller = await self.stage.talk(*["I have a question for you, please."] * len(hears))
        dispatched = await self.service.http.post("/api/agents/dispatch", json=body)
        dispatched.raise_for_status()
        call = self.service.call(room, caller, manners=manners, asks=False)
        return dispatched.json()["sessionId"], asyncio.create_task(call)

    async def whole(self, room: str, *hears: str) -> str:
        """A call to its end; its session."""
        session_id, call = await self.call(room, *hears, manners=PATIENT)
        await call
        return session_id

    async def said(self, session_id: str, role: str) -> list[str]:
        turns = await self.service.turns(session_id)
        return [turn["text"] for turn in turns if turn["role"] == role]

    async def failed(self, session_id: str, *, within_s: float) -> Mapping[str, Any]:
        """The session once its call has broken."""
        session = await self.service.ended(session_id, within_s=within_s)
        assert session["closeReason"] == "error"
        return session


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def running(stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Line]:
    ears = ScriptedEars()
    config = EmulatorConfig(
        ears=ears,
        mouth=SentenceMouth(EspeakSynthesiser()),
        load_scenario=lambda _: WordForWord,
        scenario="word for word",
    )
    async with (
        running_emulator(config) as realtime,
        stage.service(tmp_path_factory.mktemp("faults"), openai_base_url=realtime.base_url) as one,
    ):
        agent = {
            "agentId": "fault",
            "name": "Fault",
            "instructions": "Be kind.",
            "greeting": GREETING,
            "limits": {"rejoinGraceS": 1},
        }
        (await one.http.post("/api/agents", json=agent)).raise_for_status()
        yield Line(stage=stage, service=one, realtime=realtime, ears=ears)


@pytest_asyncio.fixture(loop_scope="session")
async def line(running: Line) -> AsyncIterator[Line]:
    """The line, healed and with nothing left to hear after each test."""
    yield running
    running.realtime.engine.faults.clear()
    while (await running.ears.hear(b"", rate=24_000, expecting=Expectation())).text:
        pass


async def finished(call: "asyncio.Task[CallReport]") -> None:
    """The call is over, well or not."""
    with contextlib.suppress(CallFailedError):
        await call


async def test_a_socket_that_drops_in_mid_reply_is_made_again_and_the_reply_given(
    line: Line,
) -> None:
    line.order(FaultKind.DROP, phrase="number one", after_ms=300)
    session_id = await line.whole("drop", "say this is answer number one", "say and number two")
    assert await line.said(session_id, "caller") == [
        "say this is answer number one",
        "say and number two",
    ]
    answers = await line.said(session_id, "agent")
    assert "this is answer number one" in answers
    assert "and number two" in answers
    notes = await line.said(session_id, "system")
    assert "the speech connection was lost" in notes
    assert (await line.service.session(session_id))["closeReason"] != "error"


async def test_a_line_that_is_down_for_seconds_is_bridged_and_excused(line: Line) -> None:
    line.order(FaultKind.DROP, phrase="number one", after_ms=300)
    line.order(FaultKind.REFUSE_429, times=2)
    session_id = await line.whole("bridged", "say this is answer number one", "say number two")
    notes = " / ".join(await line.said(session_id, "system"))
    restored = re.search(r"restored after (\d+\.\d) s", notes)
    assert restored is not None, notes
    assert float(restored[1]) > 2.0
    said = await line.said(session_id, "agent")
    assert phrase(Phrase.BRIDGE_BACK, Language("en")) in said
    assert "number two" in said


async def test_an_expired_session_is_replaced_by_a_new_one_that_knows_the_call(
    line: Line,
) -> None:
    line.order(FaultKind.SESSION_EXPIRED, phrase="first thing")
    session_id = await line.whole("expired", "say the first thing", "recall")
    (_, second) = await line.said(session_id, "caller")
    assert second == "recall"
    assert any("say the first thing" in text for text in await line.said(session_id, "agent"))


async def test_a_rate_limit_is_waited_out(line: Line) -> None:
    line.order(FaultKind.RATE_LIMIT, phrase="patience", times=2)
    session_id = await line.whole("limited", "say patience pays")
    assert await line.said(session_id, "caller") == ["say patience pays"]
    assert (await line.said(session_id, "agent"))[-1] == "patience pays"


async def test_a_rate_limit_that_stays_ends_the_call_by_name(line: Line) -> None:
    line.order(FaultKind.RATE_LIMIT, phrase="patience", times=20)
    session_id, call = await line.call("limited-for-good", "say patience pays")
    session = await line.failed(session_id, within_s=30)
    await finished(call)
    assert session["failure"] == "rate_limit_exceeded"
    assert await line.said(session_id, "caller") == ["say patience pays"]
    assert await line.said(session_id, "agent") == [GREETING]


async def test_a_spent_quota_ends_the_call_within_seconds(line: Line) -> None:
    line.order(FaultKind.QUOTA, phrase="money")
    session_id, call = await line.call("quota", "say money talks")
    session = await line.failed(session_id, within_s=15)
    await finished(call)
    assert session["failure"] == "insufficient_quota"
    assert await line.said(session_id, "caller") == ["say money talks"]
    await eventually(lambda: _nobody_there(line, "quota"), within_s=5)


async def _nobody_there(line: Line, room: str) -> bool | None:
    async with line.service.livekit() as livekit:
        rooms = (await livekit.room.list_rooms(api.ListRoomsRequest(names=[room]))).rooms
    return not rooms or await line.service.agents_in(room) == 0 or None


async def test_a_transcription_that_comes_late_is_in_its_place(line: Line) -> None:
    line.order(FaultKind.LATE_TRANSCRIPTION, for_ms=3000)
    session_id = await line.whole("late", "say what I said first", "say what I said second")
    turns = await line.service.turns(session_id)
    spoken = [(turn["role"], turn["text"]) for turn in turns if turn["role"] != "system"]
    assert spoken[1] == ("caller", "say what I said first")
    assert [text for role, text in spoken if role == "caller"] == [
        "say what I said first",
        "say what I said second",
    ]


@pytest.mark.parametrize("kind", [FaultKind.FAILED_TRANSCRIPTION, FaultKind.MISSING_TRANSCRIPTION])
async def test_a_turn_that_nobody_could_write_down_is_there_without_words(
    line: Line, kind: FaultKind
) -> None:
    line.order(kind)
    session_id = await line.whole(f"room-{kind}", "say unheard", "say heard")
    await line.service.ended(session_id, within_s=15)
    assert await line.said(session_id, "caller") == ["", "say heard"]
    assert (await line.said(session_id, "agent"))[-1] == "heard"


@pytest.mark.parametrize("kind", [FaultKind.SILENT_RESPONSE, FaultKind.NO_RESPONSE_DONE])
async def test_a_response_that_never_comes_is_asked_for_again(line: Line, kind: FaultKind) -> None:
    line.order(kind, phrase="still there")
    session_id = await line.whole(f"room-{kind}", "say I am still there", "say good")
    assert await line.said(session_id, "caller") == ["say I am still there", "say good"]
    answers = await line.said(session_id, "agent")
    assert "I am still there" in answers
    assert answers[-1] == "good"


async def test_a_reply_that_collides_with_the_servers_own_is_not_lost(line: Line) -> None:
    line.order(FaultKind.COLLISION)
    session_id = await line.whole("collision", "say over to you")
    assert await line.said(session_id, "agent") == [GREETING, "over to you"]


async def test_a_server_error_after_a_tool_loses_neither_its_result_nor_the_reply(
    line: Line,
) -> None:
    session_id = await line.whole("mid-tool", "use the tool")
    assert await line.said(session_id, "caller") == ["use the tool"]
    (used,) = await line.said(session_id, "tool")
    assert used.startswith("withdraw_contact")
    assert (await line.said(session_id, "agent"))[-1] == "the tool has answered"
    assert WordForWord.failures == 2


async def test_a_key_that_is_refused_ends_the_call_by_name(line: Line) -> None:
    line.order(FaultKind.REFUSE_401, times=10)
    session_id, call = await line.call("refused", "say hello")
    session = await line.failed(session_id, within_s=15)
    call.cancel()
    with contextlib.suppress(CallFailedError, asyncio.CancelledError):
        await call
    assert session["failure"] == "realtime_refused_401"
