"""/api/agents/{agentId}/draft and /publish."""

import asyncio
from typing import Any

import httpx
import pytest

from tests.http.calls import assert_problem, dispatch
from tests.http.conftest import Service

DRAFT = "/api/agents/demo/draft"
PUBLISH = "/api/agents/demo/publish"
CONFIG = {"name": "Reception", "instructions": "Be brief."}
MERGE_PATCH = {"content-type": "application/merge-patch+json"}


async def patch(http: httpx.AsyncClient, **changes: Any) -> httpx.Response:
    return await http.patch(DRAFT, json=changes)


async def test_a_draft_is_written_read_and_published(http: httpx.AsyncClient) -> None:
    written = await http.put(DRAFT, json={**CONFIG, "greeting": "Hi {{caller.name | there}}!"})

    assert written.status_code == 200
    assert written.json()["basedOn"] == 1
    read = await http.get(DRAFT)
    assert read.json() == written.json()
    assert read.headers["etag"] == written.headers["etag"]
    assert (await http.get("/api/agents/demo")).json()["version"] == 1

    published = await http.post(PUBLISH, headers={"If-Match": read.headers["etag"]})

    assert published.status_code == 200
    assert published.json()["version"] == 2
    assert published.json()["greeting"] == "Hi {{caller.name | there}}!"
    assert published.headers["etag"] == '"2"'
    assert published.headers["location"] == "/api/agents/demo/versions/2"
    now = await http.get("/api/agents/demo")
    assert (now.json(), now.headers["etag"]) == (published.json(), '"2"')
    assert_problem(await http.get(DRAFT), 404, "not_found")


async def test_the_next_call_uses_what_was_published(http: httpx.AsyncClient) -> None:
    await dispatch(http)
    await patch(http, voice="cedar")
    await http.post(PUBLISH)
    await dispatch(http, conversationId="conv-2")

    sessions = (await http.get("/api/sessions")).json()["items"]

    versions = {one["conversationId"]: one["agentVersion"] for one in sessions}
    assert versions == {"conv-1": 1, "conv-2": 2}


async def test_a_patch_changes_what_it_names_and_nothing_else(http: httpx.AsyncClient) -> None:
    before = (await http.get("/api/agents/demo")).json()

    answer = await http.patch(
        DRAFT,
        content=b'{"voice": "cedar", "greeting": null, "silence": {"prompts": 1}}',
        headers=MERGE_PATCH,
    )

    silence = {**before["silence"], "prompts": 1}
    changed = {**before, "voice": "cedar", "greeting": None, "silence": silence}
    for name in ("version", "publishedAt"):
        changed.pop(name)
    assert changed.items() <= answer.json().items()
    second = await patch(http, speed=1.2)
    assert {**changed, "speed": 1.2}.items() <= second.json().items()


async def test_what_a_patch_sets_to_null_goes_back_to_its_default(http: httpx.AsyncClient) -> None:
    await patch(http, languages=["fr"], limits={"maxDurationS": 60, "rejoinGraceS": 5})

    answer = (await patch(http, languages=None, limits={"maxDurationS": None})).json()

    assert answer["languages"] == ["en"]
    assert answer["limits"] == {"maxDurationS": 1800, "rejoinGraceS": 5, "warnBeforeEndS": 60}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"turnTaking": {"silenceMs": 1}}, "turnTaking.silenceMs"),
        ({"shoeSize": 44}, "shoeSize"),
        ({"instructions": None}, "instructions"),
        ({"languages": "en"}, "languages"),
        ({"silence": [1]}, "silence"),
    ],
)
async def test_a_mistake_in_a_patch_is_named_by_its_path(
    http: httpx.AsyncClient, changes: dict[str, Any], field: str
) -> None:
    problem = assert_problem(await patch(http, **changes), 422, "invalid_request")

    assert [error["field"] for error in problem["errors"]] == [field]
    assert_problem(await http.get(DRAFT), 404, "not_found")


async def test_a_patch_no_agent_can_work_with_is_refused(http: httpx.AsyncClient) -> None:
    assert_problem(await patch(http, tools=["launch_rocket"]), 422, "invalid_value")
    assert_problem(await patch(http, timezone="Mars/Olympus"), 422, "invalid_value")


async def test_a_draft_may_hold_mistakes_that_publishing_names(http: httpx.AsyncClient) -> None:
    assert (await patch(http, greeting="Hi {{caller.shoe_size}}")).status_code == 200

    problem = assert_problem(await http.post(PUBLISH), 422, "invalid_value")

    assert "greeting: unknown caller.shoe_size" in problem["detail"]
    assert (await http.get("/api/agents/demo")).json()["version"] == 1


async def test_what_was_read_can_be_sent_back(http: httpx.AsyncClient) -> None:
    published = (await http.get("/api/agents/demo")).json()
    first = await http.put(DRAFT, json={**published, "voice": "cedar"})
    again = await http.put(
        DRAFT, json={**first.json(), "speed": 1.2}, headers={"If-Match": first.headers["etag"]}
    )

    assert (again.json()["voice"], again.json()["speed"]) == ("cedar", 1.2)


async def test_a_draft_is_not_replaced_unseen(http: httpx.AsyncClient) -> None:
    first = await http.put(DRAFT, json=CONFIG)

    assert_problem(await http.put(DRAFT, json=CONFIG), 428, "precondition_required")
    headers = {"If-Match": first.headers["etag"]}
    assert (await http.put(DRAFT, json=CONFIG, headers=headers)).status_code == 200
    stale = await http.put(DRAFT, json={**CONFIG, "voice": "ash"}, headers=headers)
    assert_problem(stale, 412, "precondition_failed")
    assert (await http.put(DRAFT, json=CONFIG, headers={"If-Match": "*"})).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "POST"])
async def test_everything_that_changes_holds_to_if_match(
    http: httpx.AsyncClient, method: str
) -> None:
    tag = (await http.put(DRAFT, json=CONFIG)).headers["etag"]
    path = PUBLISH if method == "POST" else DRAFT
    body = CONFIG if method in {"PUT", "PATCH"} else None

    for stale in ('"1.1.1"', f"W/{tag}", '"x", "y"'):
        answer = await http.request(method, path, json=body, headers={"If-Match": stale})
        assert_problem(answer, 412, "precondition_failed")
    answer = await http.request(method, path, json=body, headers={"If-Match": f'"x", {tag}'})
    assert answer.is_success


@pytest.mark.parametrize("tag", ["", "1", '"1', '1"', '"a" "b"', '*, "1"', '"a"b', "ä", "x" * 2000])
async def test_an_if_match_of_rubbish_is_the_senders_mistake(
    http: httpx.AsyncClient, tag: str
) -> None:
    answer = await http.put(DRAFT, json=CONFIG, headers={b"If-Match": tag.encode()})

    assert answer.status_code == 422


async def test_a_tag_of_a_draft_that_is_gone_never_fits_the_next_one(
    http: httpx.AsyncClient, service: Service
) -> None:
    tag = (await http.put(DRAFT, json=CONFIG)).headers["etag"]
    assert (await http.delete(DRAFT)).status_code == 204
    assert_problem(await http.delete(DRAFT), 404, "not_found")
    for if_match in (tag, "*"):
        answer = await http.put(DRAFT, json=CONFIG, headers={"If-Match": if_match})
        assert_problem(answer, 412, "precondition_failed")
    await service.clock.advance(seconds=0.001)
    assert (await http.put(DRAFT, json=CONFIG)).headers["etag"] != tag
    answer = await http.put(DRAFT, json=CONFIG, headers={"If-Match": tag})
    assert_problem(answer, 412, "precondition_failed")


async def test_there_must_be_something_to_publish(http: httpx.AsyncClient) -> None:
    assert_problem(await http.post(PUBLISH), 409, "conflict")
    published = (await http.get("/api/agents/demo")).json()
    await http.put(DRAFT, json=published)
    assert "says the same" in assert_problem(await http.post(PUBLISH), 409, "conflict")["detail"]


async def test_of_many_who_publish_at_once_one_wins(http: httpx.AsyncClient) -> None:
    tag = (await patch(http, voice="cedar")).headers["etag"]

    answers = await asyncio.gather(
        *(http.post(PUBLISH, headers={"If-Match": tag}) for _ in range(6))
    )

    assert sorted(answer.status_code for answer in answers) == [200, *[412] * 5]
    assert (await http.get("/api/agents/demo")).json()["version"] == 2


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE"])
async def test_the_draft_of_an_unknown_agent_is_not_found(
    http: httpx.AsyncClient, method: str
) -> None:
    body = CONFIG if method in {"PUT", "PATCH"} else None
    answer = await http.request(method, "/api/agents/nobody/draft", json=body)

    assert_problem(answer, 404, "not_found")
    assert_problem(await http.post("/api/agents/nobody/publish"), 404, "not_found")
