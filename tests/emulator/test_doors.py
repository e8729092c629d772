"""Who may enter, client secrets, calls, health, the control plane."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import aiohttp
import pytest

from adapters.realtime_emulator.ears.scripted import ScriptedEars
from adapters.realtime_emulator.limits import Limits
from adapters.realtime_emulator.run import EmulatorConfig, RunningEmulator, running_emulator
from tests.emulator.conftest import KEY, Connect
from tests.emulator.raw_client import RawClient


@pytest.fixture
async def guarded(config: EmulatorConfig) -> AsyncIterator[RunningEmulator]:
    limits = Limits(session_seconds=0.2)
    guarded = replace(config, api_keys=frozenset({"sk-right"}), limits=limits)
    async with running_emulator(guarded) as running:
        yield running


async def _refusal(http: aiohttp.ClientSession, url: str, **headers: str) -> tuple[int, str]:
    async with http.get(url, headers=headers) as answer:
        body = await answer.json()
    return answer.status, body["error"]["code"]


async def test_a_wrong_key_is_refused_before_the_upgrade(
    guarded: RunningEmulator, http: aiohttp.ClientSession
) -> None:
    url = f"{guarded.base_url}/realtime?model=m"
    assert await _refusal(http, url, Authorization="Bearer sk-wrong") == (401, "invalid_api_key")
    assert await _refusal(http, url) == (401, "invalid_api_key")


async def test_a_missing_model_and_the_beta_dialect_are_refused(
    emulator: RunningEmulator, http: aiohttp.ClientSession
) -> None:
    url, key = f"{emulator.base_url}/realtime", f"Bearer {KEY}"
    refused = await _refusal(http, url, Authorization=key)
    assert refused == (400, "missing_required_parameter")
    beta = {"OpenAI-Beta": "realtime=v1"}
    refused = await _refusal(http, f"{url}?model=m", Authorization=key, **beta)
    assert refused == (400, "beta_api_shape_disabled")


async def test_a_browser_brings_its_key_as_a_subprotocol(
    guarded: RunningEmulator, http: aiohttp.ClientSession
) -> None:
    protocols = ("realtime", "openai-insecure-api-key.sk-right")
    url = f"{guarded.base_url}/realtime?model=m"
    async with http.ws_connect(url, protocols=protocols) as socket:
        assert (await socket.receive_json())["type"] == "session.created"


async def test_a_session_ends_when_it_is_too_old(
    guarded: RunningEmulator, http: aiohttp.ClientSession
) -> None:
    headers = {"Authorization": "Bearer sk-right"}
    async with http.ws_connect(f"{guarded.base_url}/realtime?model=m", headers=headers) as socket:
        client = RawClient(socket)
        error = await client.until("error")
        assert error["error"]["code"] == "session_expired"
        assert await client.until_closed() == 1001


async def test_a_client_secret_opens_a_session_with_its_settings(
    emulator: RunningEmulator, http: aiohttp.ClientSession, connect: Connect
) -> None:
    session = {"type": "realtime", "instructions": "Be brief."}
    body = {"expires_after": {"anchor": "created_at", "seconds": 60}, "session": session}
    url = f"{emulator.base_url}/realtime/client_secrets"
    async with http.post(url, json=body, headers={"Authorization": f"Bearer {KEY}"}) as answer:
        secret = await answer.json()
    assert secret["value"].startswith("ek_")
    async with connect(key=secret["value"]) as client:
        created = await client.receive()
    assert created["session"]["instructions"] == "Be brief."


@pytest.mark.parametrize(
    "body", ["{", "[]", '{"session": {"audio": 1}}', '{"expires_after": {"seconds": 5}}']
)
async def test_an_impossible_client_secret_is_refused(
    emulator: RunningEmulator, http: aiohttp.ClientSession, body: str
) -> None:
    url = f"{emulator.base_url}/realtime/client_secrets"
    async with http.post(url, data=body, headers={"Authorization": f"Bearer {KEY}"}) as answer:
        assert answer.status == 400
        assert "error" in await answer.json()


async def test_an_unknown_client_secret_does_not_open(connect: Connect) -> None:
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        async with connect(key="ek_unknown"):
            pass
    assert refused.value.status == 401


async def test_hanging_up_closes_the_sockets_of_that_call(
    emulator: RunningEmulator, http: aiohttp.ClientSession, connect: Connect
) -> None:
    headers = {"Authorization": f"Bearer {KEY}"}
    async with connect("call_id=rtc_1") as client, connect("call_id=rtc_2") as other:
        await client.until("session.created")
        url = f"{emulator.base_url}/realtime/calls/rtc_1/hangup"
        async with http.post(url, headers=headers) as answer:
            assert answer.status == 200
        assert await client.until_closed() == 1000
        await other.tell("say unharmed")


@pytest.mark.parametrize("action", ["", "/rtc_1/accept", "/rtc_1/reject", "/rtc_1/refer"])
async def test_what_needs_webrtc_or_sip_says_so(
    emulator: RunningEmulator, http: aiohttp.ClientSession, action: str
) -> None:
    async with http.post(f"{emulator.base_url}/realtime/calls{action}") as answer:
        assert answer.status == 501


async def test_health_says_that_this_is_a_stand_in(
    emulator: RunningEmulator, http: aiohttp.ClientSession, client: RawClient
) -> None:
    for url in (emulator.control_url, emulator.base_url.removesuffix("/v1")):
        async with http.get(f"{url}/health") as answer:
            health = await answer.json()
        assert health["simulated"] is True
        assert (health["ears"], health["mouth"], health["sessions"]) == ("scripted", "humming", 1)


async def test_the_journal_shows_both_directions_without_audio(
    emulator: RunningEmulator, http: aiohttp.ClientSession, client: RawClient
) -> None:
    await client.append(bytes(48_000))
    await client.tell("say hello")
    async with http.get(f"{emulator.control_url}/_double/journal?connection=1") as answer:
        text, notes = await answer.text(), await answer.json()
    kinds = {(note["direction"], note["event"]["type"]) for note in notes}
    assert {("in", "response.create"), ("out", "response.done")} <= kinds
    appended = [n for n in notes if n["event"]["type"] == "input_audio_buffer.append"]
    assert [note["times"] for note in appended] == [10]
    assert "AAAAAAAA" not in text


async def test_the_journal_can_be_searched_and_cleared(
    emulator: RunningEmulator, http: aiohttp.ClientSession, client: RawClient
) -> None:
    await client.tell("say hello")
    url = f"{emulator.control_url}/_double/journal"
    async with http.get(f"{url}?type=response.done") as answer:
        (done,) = await answer.json()
    async with http.get(f"{url}?after={done['number']}") as answer:
        assert await answer.json() == []
    async with http.delete(url):
        pass
    async with http.get(url) as answer:
        assert await answer.json() == []


async def test_utterances_are_for_scripted_ears(
    emulator: RunningEmulator, http: aiohttp.ClientSession, ears: ScriptedEars
) -> None:
    url = f"{emulator.control_url}/_double/utterances"
    async with http.post(url, json=[{"text": "hello", "language": "en"}]) as answer:
        assert await answer.json() == {"ears": "scripted"}
    heard = await ears.hear(b"", rate=16_000, expecting=emulator.engine.new_brain().expecting())
    assert heard.text == "hello"


async def test_faults_are_ordered_listed_and_healed(
    emulator: RunningEmulator, http: aiohttp.ClientSession
) -> None:
    url = f"{emulator.control_url}/_double/faults"
    async with http.post(url, json={"kind": "drop", "on": "response", "nth": 2}) as answer:
        (listed,) = await answer.json()
    assert (listed["kind"], listed["on"], listed["nth"]) == ("drop", "response", 2)
    async with http.delete(url) as answer:
        assert await answer.json() == []


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("faults", {"kind": "earthquake"}),
        ("faults", {"nth": 1}),
        ("faults", {"kind": "drop", "colour": "red"}),
        ("scenario", {"name": "unknown"}),
        ("scenario", {}),
        ("utterances", {}),
    ],
)
async def test_a_wrong_order_is_explained(
    emulator: RunningEmulator, http: aiohttp.ClientSession, path: str, body: dict[str, Any]
) -> None:
    async with http.post(f"{emulator.control_url}/_double/{path}", json=body) as answer:
        assert answer.status == 400
        assert (await answer.json())["error"]


async def test_the_scenario_can_be_set(
    emulator: RunningEmulator, http: aiohttp.ClientSession
) -> None:
    url = f"{emulator.control_url}/_double/scenario"
    async with http.post(url, json={"name": "obedient"}) as answer:
        assert await answer.json() == {"scenario": "obedient"}


async def test_telephone_keys_reach_the_session(
    emulator: RunningEmulator, http: aiohttp.ClientSession, client: RawClient
) -> None:
    async with http.post(f"{emulator.control_url}/_double/keys", json={"keys": "4#"}):
        pass
    await client.until("input_audio_buffer.dtmf_event_received")
    pressed = await client.until("input_audio_buffer.dtmf_event_received")
    assert pressed["event"] == "#"


async def test_stopping_the_server_closes_its_sessions(
    config: EmulatorConfig, http: aiohttp.ClientSession
) -> None:
    headers = {"Authorization": f"Bearer {KEY}"}
    async with running_emulator(config) as running:
        socket = await http.ws_connect(f"{running.base_url}/realtime?model=m", headers=headers)
        client = RawClient(socket)
        await client.write("say " + "la " * 1_000)
        await client.ask("response.create", "response.created")
    assert await client.until_closed() == 1001


async def test_a_taken_port_is_an_error_and_leaves_nothing_open(
    emulator: RunningEmulator, config: EmulatorConfig
) -> None:
    taken = int(emulator.control_url.rsplit(":", 1)[1])
    with pytest.raises(OSError, match="in use"):
        async with running_emulator(replace(config, control_port=taken)):
            pass
