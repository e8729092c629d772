"""Faults: each strikes as ordered, then heals."""

from typing import Any

import aiohttp
import pytest

from adapters.realtime_emulator.ears.scripted import ScriptedEars
from adapters.realtime_emulator.faults import Fault, FaultKind, Faults, Occasion
from adapters.realtime_emulator.run import RunningEmulator
from tests.emulator.conftest import Connect, silence
from tests.emulator.raw_client import AUDIO_DELTA, RawClient
from tests.emulator.strict import NotInProtocolError
from tests.emulator.turns import TRANSCRIPT, hearing


@pytest.fixture
def order(emulator: RunningEmulator) -> Any:
    def ordered(kind: str, **how: Any) -> None:
        emulator.engine.faults.order(Fault.from_json({"kind": kind, **how}))

    return ordered


@pytest.mark.parametrize(("kind", "status"), [("refuse_401", 401), ("refuse_429", 429)])
async def test_an_upgrade_is_refused_once(
    order: Any, connect: Connect, kind: str, status: int
) -> None:
    order(kind)
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        async with connect():
            pass
    assert refused.value.status == status
    async with connect() as client:
        assert (await client.receive())["type"] == "session.created"


async def test_a_session_expires(order: Any, connect: Connect) -> None:
    order("session_expired", nth=2)
    async with connect() as spared:
        await spared.until("session.created")
        async with connect() as client:
            error = await client.until("error")
            assert error["error"]["code"] == "session_expired"
            assert await client.until_closed() == 1001
        await spared.tell("say unharmed")


async def test_the_connection_drops_in_the_middle_of_a_response(
    order: Any, client: RawClient
) -> None:
    order("drop", on="response", after_ms=300)
    await client.write("say " + "la " * 1_000)
    await client.send("response.create")
    assert await client.until_closed() is None
    assert AUDIO_DELTA in client.kinds
    assert "response.done" not in client.kinds


async def test_the_connection_closes_when_a_phrase_is_said(order: Any, client: RawClient) -> None:
    order("close", phrase="Goodbye", close_code=1012)
    await client.tell("say hello")
    await client.write("say goodbye")
    await client.send("response.create")
    assert await client.until_closed() == 1012


async def test_the_quota_is_used_up(order: Any, connect: Connect) -> None:
    order("quota")
    async with connect() as client:
        error = await client.until("error")
    assert (error["error"]["type"], error["error"]["code"]) == ("insufficient_quota",) * 2


async def test_the_second_response_hits_the_rate_limit(order: Any, client: RawClient) -> None:
    order("rate_limit", nth=2)
    statuses = [(await client.tell("say hello"))["status"] for _ in range(3)]
    assert statuses == ["completed", "failed", "completed"]
    failed = client.all("response.done")[1]["response"]
    assert failed["status_details"]["error"]["code"] == "rate_limit_exceeded"
    remaining = [
        event["rate_limits"][0]["remaining"] for event in client.all("rate_limits.updated")
    ]
    assert remaining.count(0) == 1


async def test_a_request_collides(order: Any, client: RawClient) -> None:
    order("collision")
    error = await client.ask("response.create", "error", event_id="mine")
    assert error["error"]["code"] == "conversation_already_has_active_response"
    assert error["error"]["event_id"] == "mine"
    assert (await client.tell("say hello"))["status"] == "completed"


async def test_a_response_never_comes(order: Any, client: RawClient) -> None:
    order("silent_response")
    await client.write("say hello")
    await client.send("response.create")
    await client.set()
    assert "response.created" not in client.kinds
    assert (await client.respond())["status"] == "completed"


@pytest.mark.parametrize(
    ("kind", "last", "missing"),
    [
        ("slow_response", "session.updated", "response.created"),
        ("slow_first_token", "rate_limits.updated", "response.output_item.added"),
    ],
)
async def test_a_slow_response_waits_at_its_place_and_can_be_cancelled(
    order: Any, client: RawClient, kind: str, last: str, missing: str
) -> None:
    order(kind, for_ms=60_000)
    await client.write("say hello")
    client.events.clear()
    await client.send("response.create")
    await client.set()
    assert last in client.kinds
    assert missing not in client.kinds
    done = await client.ask("response.cancel", "response.done")
    assert done["response"]["status"] == "cancelled"


async def test_a_slow_response_comes_in_the_end(order: Any, client: RawClient) -> None:
    order("slow_response", for_ms=20)
    order("slow_first_token", for_ms=20)
    assert (await client.tell("say hello"))["status"] == "completed"


async def test_a_response_stalls_in_the_middle_of_its_audio(order: Any, client: RawClient) -> None:
    order("stall", after_ms=200, for_ms=60_000)
    await client.write("say hello out there")
    await client.send("response.create")
    for _ in range(3):
        await client.until(AUDIO_DELTA)
    await client.set()
    assert len(client.all(AUDIO_DELTA)) == 3
    done = await client.ask("response.cancel", "response.done")
    assert done["response"]["output"][0]["status"] == "incomplete"


async def test_a_response_has_no_end(order: Any, client: RawClient) -> None:
    order("no_response_done")
    await client.write("say hello")
    await client.ask("response.create", "response.output_item.done")
    await client.set()
    assert "response.done" not in client.kinds
    assert (await client.respond())["status"] == "completed"


async def test_a_transcription_comes_after_its_response(
    order: Any, client: RawClient, ears: ScriptedEars, speech: bytes
) -> None:
    order("late_transcription", for_ms=500)
    ears.push("say hello")
    await client.set(audio=hearing())
    await client.append(speech + silence(600))
    await client.until(f"{TRANSCRIPT}.completed")
    assert client.kinds.index("response.done") < client.kinds.index(f"{TRANSCRIPT}.delta")


async def test_a_transcription_fails_and_the_response_does_not(
    order: Any, client: RawClient, ears: ScriptedEars, speech: bytes
) -> None:
    order("failed_transcription")
    ears.push("say hello")
    await client.set(audio=hearing())
    await client.append(speech + silence(600))
    await client.until("response.done")
    assert f"{TRANSCRIPT}.failed" in client.kinds
    assert f"{TRANSCRIPT}.completed" not in client.kinds


async def test_a_transcription_is_missing(
    order: Any, client: RawClient, ears: ScriptedEars, speech: bytes
) -> None:
    order("missing_transcription")
    ears.push("say hello")
    await client.set(audio=hearing())
    await client.append(speech + silence(600))
    await client.until("response.done")
    assert not [kind for kind in client.kinds if kind.startswith(TRANSCRIPT)]


async def test_an_event_is_not_json(order: Any, client: RawClient) -> None:
    order("malformed_json")
    await client.send("session.update", session={"type": "realtime"})
    await client.until("session.updated")
    with pytest.raises(ValueError, match="Expecting"):
        await client.receive()
    assert (await client.tell("say hello"))["status"] == "completed"


async def test_an_event_is_of_no_known_type(order: Any, client: RawClient) -> None:
    order("unknown_event")
    await client.set()
    with pytest.raises(NotInProtocolError, match=r"something\.new"):
        await client.receive()


async def test_an_event_comes_twice(order: Any, client: RawClient) -> None:
    order("duplicate_event", times=1)
    await client.set()
    again = await client.receive()
    assert again == client.all("session.updated")[0]


async def test_failing_ears_fail_the_transcription_only(
    client: RawClient, ears: ScriptedEars, speech: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("no ears")

    monkeypatch.setattr(ears, "hear", broken)
    await client.set(audio=hearing())
    await client.append(speech + silence(600))
    done = await client.until("response.done")
    assert f"{TRANSCRIPT}.failed" in client.kinds
    assert done["response"]["status"] == "completed"


def test_chance_follows_the_seed() -> None:
    def strikes(seed: int) -> list[bool]:
        faults = Faults(seed)
        faults.order(Fault(kind=FaultKind.RATE_LIMIT, chance=0.5, times=100))
        return [bool(faults.strike(Occasion.RESPONSE)) for _ in range(20)]

    assert strikes(1) == strikes(1)
    assert strikes(1) != strikes(2)
    assert 0 < sum(strikes(1)) < 20


@pytest.mark.parametrize(
    "wrong", [{"nth": 0}, {"times": 0}, {"after_ms": -1}, {"chance": 0.0}, {"chance": 1.5}]
)
def test_an_impossible_fault_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"at least|chance"):
        Fault(kind=FaultKind.DROP, **wrong)
