"""Workflows over HTTP."""

from typing import Any

import httpx
import pytest

from application.job_attempt import Attempt, Backoff
from application.workflows.starting import RUN_WORKFLOW
from domain.workflow.workflow import WorkflowConfig
from entrypoints.http.schemas.workflow_config import WorkflowFields
from tests.contracts.store import LEASE
from tests.contracts.workflows import EVERYTHING
from tests.http.calls import assert_problem, dispatch
from tests.http.conftest import Service

HOOK = {
    "name": "tell",
    "action": {
        "type": "call_webhook",
        "url": "https://crm.example.com/hooks",
        "body": {"amount": "{{payload.amount}}"},
    },
}
TASK = {"name": "note", "action": {"type": "create_task", "title": "Check {{payload.amount}}"}}
FLOW = {"name": "flow", "triggers": [{"type": "webhook"}], "steps": [HOOK, TASK]}


async def created(http: httpx.AsyncClient, **changes: object) -> dict[str, Any]:
    answer = await http.post("/api/workflows", json={**FLOW, **changes})
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def triggered(http: httpx.AsyncClient, workflow: dict[str, Any], **body: object) -> Any:
    answer = await http.post(f"/api/workflows/{workflow['workflowId']}/trigger", json=body)
    assert answer.status_code == 202, answer.text
    return answer.json()


async def work(service: Service) -> None:
    """Do what there is to do, as the relay would."""
    handler, desk = service.container.run_workflow(), service.store.work_desk
    await service.clock.advance()
    for item in await desk.claim(owner="w", kinds=[RUN_WORKFLOW], lease=LEASE, at_most=10):
        backoff = Backoff(chance=lambda: 1.0)
        await Attempt(desk=desk, item=item, lease=LEASE, backoff=backoff).run(handler.execute)


async def test_a_workflow_is_kept_changed_and_deleted(http: httpx.AsyncClient) -> None:
    answer = await http.post("/api/workflows", json=FLOW)
    assert answer.status_code == 201
    where, workflow = answer.headers["location"], answer.json()
    assert (workflow["version"], answer.headers["etag"]) == (1, '"1"')
    assert workflow["config"]["steps"][0] == {**HOOK, "when": None, "timeout": 10, "attempts": 5}
    assert (await http.get(where)).json() == workflow
    assert (await http.get("/api/workflows")).json()["items"] == [workflow]
    off = {**workflow["config"], "enabled": False}
    changed = await http.put(where, json=off, headers={"if-match": '"1"'})
    assert (changed.json()["version"], changed.json()["config"]) == (2, off)
    late = await http.put(where, json=FLOW, headers={"if-match": '"1"'})
    assert_problem(late, 412, "precondition_failed")
    assert (await http.delete(where, headers={"if-match": '"2"'})).status_code == 204
    assert_problem(await http.get(where), 404, "not_found")


def test_everything_that_a_workflow_can_be_is_shown_as_it_is_sent() -> None:
    shown = WorkflowFields.showing(EVERYTHING)
    sent = WorkflowFields.model_validate_json(shown.model_dump_json(by_alias=True))
    assert sent.to_config() == EVERYTHING
    assert isinstance(sent.to_config(), WorkflowConfig)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"steps": []}, "at least 1"),
        ({"steps": [TASK] * 51}, "at most 50"),
        ({"steps": [{"name": "x", "action": {"type": "run_code"}}]}, "run_code"),
        ({"steps": [{**TASK, "if": "1 == 1"}]}, "not permitted"),
        ({"triggers": [{"type": "phrase", "phrases": []}]}, "at least 1"),
        ({"conditions": [{"type": "equals", "field": "lead.email"}]}, "required"),
        ({"name": "two words"}, "pattern"),
    ],
)
async def test_what_is_no_workflow_is_refused_by_place(
    http: httpx.AsyncClient, changes: dict[str, object], said: str
) -> None:
    answer = await http.post("/api/workflows", json={**FLOW, **changes})
    problem = assert_problem(answer, 422, "invalid_request")
    assert said in str(problem["errors"])


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"steps": [TASK, TASK]}, "several steps are called note"),
        ({"triggers": [{"type": "phrase", "phrases": ["?!"]}]}, "phrases"),
        ({"conditions": [{"type": "exists", "field": "caller.name"}]}, "caller.name"),
        (
            {"steps": [{"name": "x", "action": {"type": "say", "text": "Hi {{lead.name"}}]},
            "never closed",
        ),
        (
            {"steps": [{"name": "x", "action": {"type": "start_workflow", "name": "flow"}}]},
            "flow starts flow",
        ),
        (
            {"steps": [{**HOOK, "action": {**HOOK["action"], "url": "https://10.0.0.1/"}}]},  # type: ignore[dict-item]
            "private network",
        ),
    ],
)
async def test_what_could_never_run_is_refused_in_words(
    http: httpx.AsyncClient, changes: dict[str, object], said: str
) -> None:
    answer = await http.post("/api/workflows", json={**FLOW, **changes})
    assert said in assert_problem(answer, 422, "invalid_value")["detail"]


async def test_a_name_is_taken_once(http: httpx.AsyncClient) -> None:
    await created(http)
    assert_problem(await http.post("/api/workflows", json=FLOW), 409, "conflict")


async def test_a_run_can_be_followed(service: Service, http: httpx.AsyncClient) -> None:
    workflow = await created(http)
    run = await triggered(http, workflow, payload={"amount": 120})
    assert (run["state"], run["facts"]) == ("pending", {"payload": {"amount": 120}})
    await work(service)
    after = (await http.get(f"/api/workflows/runs/{run['runId']}")).json()
    assert (after["state"], after["step"], after["error"]) == ("done", 2, None)
    assert [(one["name"], one["state"], one["note"]) for one in after["attempts"]] == [
        ("tell", "done", "HTTP 204"),
        ("note", "done", "tsk_000001"),
    ]
    runs = await http.get(f"/api/workflows/{workflow['workflowId']}/runs")
    assert runs.json()["items"] == [after]


async def test_what_a_workflow_left_to_people_is_done_by_them(
    service: Service, http: httpx.AsyncClient
) -> None:
    await triggered(http, await created(http), payload={"amount": 7})
    await work(service)
    (task,) = (await http.get("/api/tasks", params={"open": True})).json()["items"]
    assert (task["title"], task["doneAt"]) == ("Check 7", None)
    done = await http.post(f"/api/tasks/{task['taskId']}/done")
    assert done.json()["doneAt"] is not None
    assert (await http.get("/api/tasks", params={"open": True})).json()["items"] == []
    assert (await http.get("/api/tasks")).json()["items"] == [done.json()]
    assert_problem(await http.post("/api/tasks/tsk_9/done"), 404, "not_found")


async def test_the_same_key_is_one_run(http: httpx.AsyncClient) -> None:
    workflow = await created(http)
    where = f"/api/workflows/{workflow['workflowId']}/trigger"
    answers = [
        await http.post(where, json={}, headers={"idempotency-key": "order-7"}) for _ in range(2)
    ]
    assert answers[0].json() == answers[1].json()
    assert (await http.post(where, json={})).json()["runId"] != answers[0].json()["runId"]


async def test_a_run_about_a_call_knows_it(service: Service, http: httpx.AsyncClient) -> None:
    session = (await dispatch(http)).json()["sessionId"]
    say = {"name": "say", "action": {"type": "say", "text": "You are {{session.userId}}."}}
    run = await triggered(http, await created(http, steps=[say]), sessionId=session)
    await work(service)
    async with service.store.unit_of_work() as uow:
        (order,) = await uow.session_commands.find_pending(session)
    assert getattr(order.order, "text", "") == "You are user-1."
    assert run["sessionId"] == session


async def test_what_cannot_be_asked_for_says_why(http: httpx.AsyncClient) -> None:
    workflow = await created(http, name="deaf", triggers=[{"type": "session_started"}])
    where = f"/api/workflows/{workflow['workflowId']}/trigger"
    assert_problem(await http.post(where, json={}), 409, "conflict")
    assert_problem(await http.post("/api/workflows/wfl_9/trigger", json={}), 404, "not_found")
    nested = {"a": {"b": {"c": {"d": {"e": {"f": {"g": {"h": {"i": 1}}}}}}}}}
    assert_problem(await http.post(where, json={"payload": nested}), 422, "invalid_request")


async def test_a_run_is_cancelled_and_replayed(service: Service, http: httpx.AsyncClient) -> None:
    wait = {"name": "wait", "action": {"type": "wait", "seconds": 3600}}
    run = await triggered(http, await created(http, steps=[wait, TASK]), payload={"amount": 1})
    await work(service)
    where = f"/api/workflows/runs/{run['runId']}"
    waiting = (await http.get(where)).json()
    assert (waiting["state"], waiting["wakesAt"]) == ("waiting", "2030-01-01T13:00:00Z")
    assert_problem(await http.post(f"{where}/replay"), 409, "conflict")
    assert (await http.post(f"{where}/cancel")).json()["state"] == "cancelled"
    assert_problem(await http.post(f"{where}/cancel"), 409, "conflict")
    again = await http.post(f"{where}/replay")
    assert (again.status_code, again.json()["replayOf"]) == (202, run["runId"])
    assert_problem(await http.post("/api/workflows/runs/run_9/cancel"), 404, "not_found")
