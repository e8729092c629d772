"""/api/agents/{agentId}/versions and /rollback."""

import httpx
import pytest

from tests.http.calls import assert_problem

AGENT = "/api/agents/demo"


async def publish(http: httpx.AsyncClient, voice: str) -> httpx.Response:
    await http.patch(f"{AGENT}/draft", json={"voice": voice})
    return await http.post(f"{AGENT}/publish")


async def roll_back(
    http: httpx.AsyncClient, version: object, tag: str | None = None
) -> httpx.Response:
    headers = {"If-Match": tag} if tag else {}
    return await http.post(f"{AGENT}/rollback", json={"version": version}, headers=headers)


async def test_history_only_grows(http: httpx.AsyncClient) -> None:
    first = (await http.get(AGENT)).json()
    await publish(http, "cedar")

    back = await roll_back(http, 1, tag='"2"')

    assert back.status_code == 200
    assert (back.json()["version"], back.json()["voice"]) == (3, "marin")
    assert (back.headers["etag"], back.headers["location"]) == ('"3"', f"{AGENT}/versions/3")
    listed = (await http.get(f"{AGENT}/versions")).json()
    assert [(one["version"], one["name"]) for one in listed["items"]] == [
        (number, first["name"]) for number in (3, 2, 1)
    ]
    assert (await http.get(f"{AGENT}/versions/1")).json() == first
    assert (await http.get(f"{AGENT}/versions/2")).json()["voice"] == "cedar"


async def test_versions_come_in_pages(http: httpx.AsyncClient) -> None:
    for number in range(11):
        await publish(http, f"voice-{number}")

    seen: list[int] = []
    cursor: str | None = None
    while cursor is not None or not seen:
        query = {"limit": "5"} | ({"cursor": cursor} if cursor else {})
        page = (await http.get(f"{AGENT}/versions", params=query)).json()
        seen += [one["version"] for one in page["items"]]
        cursor = page["nextCursor"]

    assert seen == list(range(12, 0, -1))


async def test_a_cursor_of_another_list_is_refused(http: httpx.AsyncClient) -> None:
    await http.post("/api/agents", json={"agentId": "a", "name": "A", "instructions": "B"})
    cursor = (await http.get("/api/agents", params={"limit": "1"})).json()["nextCursor"]

    answer = await http.get(f"{AGENT}/versions", params={"cursor": cursor})

    assert_problem(answer, 422, "invalid_value")


async def test_agents_come_in_pages_by_id(http: httpx.AsyncClient) -> None:
    for name in ("b", "e", "a"):
        await http.post("/api/agents", json={"agentId": name, "name": "A", "instructions": "B"})

    first = (await http.get("/api/agents", params={"limit": "3"})).json()
    rest = (await http.get("/api/agents", params={"cursor": first["nextCursor"]})).json()

    assert [one["agentId"] for one in first["items"]] == ["a", "b", "demo"]
    assert [one["agentId"] for one in rest["items"]] == ["e"]
    assert rest["nextCursor"] is None


async def test_what_was_never_published_cannot_be_gone_back_to(http: httpx.AsyncClient) -> None:
    assert_problem(await roll_back(http, 7), 404, "not_found")
    assert_problem(await roll_back(http, 1), 409, "conflict")
    assert_problem(await roll_back(http, 1, tag='"9"'), 412, "precondition_failed")
    assert_problem(await http.get(f"{AGENT}/versions/7"), 404, "not_found")
    assert_problem(await http.get("/api/agents/nobody/versions"), 404, "not_found")


@pytest.mark.parametrize("version", [0, -1, 2**31, 1.5, "one", None, True])
async def test_a_version_of_rubbish_is_the_senders_mistake(
    http: httpx.AsyncClient, version: object
) -> None:
    assert_problem(await roll_back(http, version), 422, "invalid_request")
    assert_problem(await http.get(f"{AGENT}/versions/{version}"), 422, "invalid_request")
