"""/api/agents."""

import httpx
import pytest

from tests.http.calls import assert_problem

AGENT = {"agentId": "reception", "name": "Reception", "instructions": "Be brief."}


async def test_an_empty_database_has_the_demo_agent(http: httpx.AsyncClient) -> None:
    listed = (await http.get("/api/agents")).json()

    assert [agent["agentId"] for agent in listed["items"]] == ["demo"]
    assert listed["nextCursor"] is None


async def test_a_created_agent_can_be_read_where_location_says(http: httpx.AsyncClient) -> None:
    created = await http.post("/api/agents", json=AGENT)

    assert created.status_code == 201
    read = await http.get(created.headers["location"])
    assert read.json() == created.json()
    assert read.json()["version"] == 1
    assert read.json()["turnTaking"]["silenceMs"] == 500
    assert "record_contact" in read.json()["tools"]


async def test_everything_that_was_set_comes_back(http: httpx.AsyncClient) -> None:
    agent = {
        **AGENT,
        "voice": "cedar",
        "speed": 1.25,
        "languages": ["de-AT", "en"],
        "greeting": "Grüß Gott!",
        "turnTaking": {
            "detection": "semantic_vad",
            "eagerness": "high",
            "threshold": 0.25,
            "silenceMs": 700,
            "prefixPaddingMs": 200,
            "bargeInAfterMs": 250,
        },
        "tools": ["end_call"],
        "model": "gpt-realtime",
        "transcriber": "whisper-1",
        "limits": {"maxDurationS": 60, "rejoinGraceS": 5, "warnBeforeEndS": 10},
        "region": "AT",
        "silence": {"promptAfterS": 7, "prompts": 1, "endAfterS": 9},
        "group": {"answer": "addressed", "names": ["Anna"], "greetLateJoiners": True},
        "answeringMachine": "leave_message",
        "recording": {"enabled": True, "consent": "ask"},
        "memory": {"enabled": False, "days": 7},
        "moderation": {
            "byCategory": {"self_harm": "redirect"},
            "patience": {"abuse": 5},
            "blockedTopics": ["prices"],
        },
        "workflows": ["send-brochure"],
        "timezone": "Europe/Vienna",
    }

    created = (await http.post("/api/agents", json=agent)).json()

    assert {**agent, "languages": ["de", "en"]}.items() <= created.items()


async def test_the_service_chooses_an_id_when_none_is_given(http: httpx.AsyncClient) -> None:
    created = await http.post("/api/agents", json={"name": "A", "instructions": "B"})

    assert created.json()["agentId"].startswith("agt_")


async def test_a_taken_id_is_a_conflict(http: httpx.AsyncClient) -> None:
    await http.post("/api/agents", json=AGENT)

    assert_problem(await http.post("/api/agents", json=AGENT), 409, "conflict")


async def test_an_id_that_is_a_path_of_ours_is_refused(http: httpx.AsyncClient) -> None:
    answer = await http.post("/api/agents", json={**AGENT, "agentId": "dispatch"})

    assert_problem(answer, 422, "invalid_value")


async def test_a_nested_mistake_is_named_by_its_path(http: httpx.AsyncClient) -> None:
    answer = await http.post("/api/agents", json={**AGENT, "turnTaking": {"silenceMs": 1}})

    problem = assert_problem(answer, 422, "invalid_request")
    assert [error["field"] for error in problem["errors"]] == ["turnTaking.silenceMs"]


async def test_an_unknown_tool_is_named(http: httpx.AsyncClient) -> None:
    answer = await http.post("/api/agents", json={**AGENT, "tools": ["launch_rocket"]})

    assert "launch_rocket" in assert_problem(answer, 422, "invalid_value")["detail"]


async def test_blank_instructions_are_refused(http: httpx.AsyncClient) -> None:
    answer = await http.post("/api/agents", json={**AGENT, "instructions": "   "})

    assert_problem(answer, 422, "invalid_value")


@pytest.mark.parametrize("zone", ["Mars/Olympus", "/etc/passwd", "../UTC", "Europe", "\x7f"])
async def test_an_unknown_time_zone_is_refused(http: httpx.AsyncClient, zone: str) -> None:
    answer = await http.post("/api/agents", json={**AGENT, "timezone": zone})

    assert answer.status_code == 422


async def test_a_mistake_in_a_variable_is_named_by_its_place(http: httpx.AsyncClient) -> None:
    answer = await http.post("/api/agents", json={**AGENT, "greeting": "Hi {{caller.name"})

    problem = assert_problem(answer, 422, "invalid_value")
    assert problem["detail"] == "greeting: the {{ at line 1, column 4 is never closed"


async def test_an_unknown_agent_is_not_found(http: httpx.AsyncClient) -> None:
    assert_problem(await http.get("/api/agents/nobody"), 404, "not_found")
