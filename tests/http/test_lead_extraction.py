"""Leads out of transcripts, over HTTP."""

import httpx

from tests.http.conftest import Service

CALL = {
    "id": "call-1",
    "lang": "en",
    "context": {"region": "US", "callerId": "+13035550188"},
    "turns": [
        {"role": "agent", "text": "Who am I speaking with?"},
        {"role": "user", "text": "My name is Anna Bell, and it's anna at gmail dot com."},
        {"role": "agent", "text": "And a number?"},
        {"role": "user", "text": "Just use the one I'm calling from."},
    ],
}


async def test_a_transcript_gives_its_lead_with_the_turns(http: httpx.AsyncClient) -> None:
    answer = await http.post("/api/leads/extract", json=CALL)
    assert answer.status_code == 200
    found = answer.json()
    assert (found["id"], found["name"], found["email"]) == (
        "call-1",
        "Anna Bell",
        "anna@gmail.com",
    )
    assert (found["phoneE164"], found["company"]) == ("+13035550188", None)
    assert found["evidence"] == {"name": [1], "email": [1], "phone": [3]}
    email = next(one for one in found["fields"] if one["field"] == "email")
    assert email["status"] == "stated"
    claim = email["evidence"][0]
    said = CALL["turns"][claim["turn"]]["text"]  # type: ignore[index]
    assert said[claim["start"] : claim["end"]] == "anna at gmail dot com"


async def test_nothing_is_stored(http: httpx.AsyncClient, service: Service) -> None:
    await http.post("/api/leads/extract", json=CALL)
    assert (await http.get("/api/leads")).json()["items"] == []


async def test_a_call_without_a_lead_gives_none(http: httpx.AsyncClient) -> None:
    turns = [{"role": "user", "text": "Sorry, wrong number. This is Anna Bell."}]
    found = (await http.post("/api/leads/extract", json={"turns": turns})).json()
    assert (found["name"], found["fields"], found["evidence"]) == (None, [], {})


async def test_an_unknown_role_is_a_clear_mistake(http: httpx.AsyncClient) -> None:
    answer = await http.post(
        "/api/leads/extract", json={"turns": [{"role": "ghost", "text": "boo"}]}
    )
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "turns.0.role"
