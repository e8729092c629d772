"""The OpenAPI description: complete, and true about errors."""

from typing import Any

import httpx
import pytest

SURFACE = {
    ("GET", "/"),
    ("GET", "/health"),
    ("GET", "/health/live"),
    ("GET", "/health/ready"),
    ("POST", "/api/agents/dispatch"),
    ("GET", "/api/agents/dispatch/{dispatchId}"),
    ("POST", "/api/agents"),
    ("GET", "/api/agents"),
    ("GET", "/api/agents/{agentId}"),
    ("GET", "/api/agents/{agentId}/draft"),
    ("PUT", "/api/agents/{agentId}/draft"),
    ("PATCH", "/api/agents/{agentId}/draft"),
    ("DELETE", "/api/agents/{agentId}/draft"),
    ("POST", "/api/agents/{agentId}/publish"),
    ("POST", "/api/agents/{agentId}/rollback"),
    ("GET", "/api/agents/{agentId}/versions"),
    ("GET", "/api/agents/{agentId}/versions/{version}"),
    ("GET", "/api/sessions"),
    ("GET", "/api/sessions/{sessionId}"),
    ("GET", "/api/sessions/{sessionId}/transcript"),
    ("GET", "/api/sessions/{sessionId}/lead"),
    ("GET", "/api/sessions/{sessionId}/insight"),
    ("PATCH", "/api/sessions/{sessionId}/config"),
    ("POST", "/api/sessions/{sessionId}/handoff"),
    ("DELETE", "/api/sessions/{sessionId}/handoff"),
    ("POST", "/api/sessions/{sessionId}/say"),
    ("POST", "/api/sessions/{sessionId}/end"),
    ("GET", "/api/leads"),
    ("GET", "/api/leads/{leadId}"),
    ("GET", "/api/contacts"),
    ("GET", "/api/contacts/{contactId}"),
    ("GET", "/api/contacts/{contactId}/memory"),
    ("DELETE", "/api/contacts/{contactId}/memory/facts/{factId}"),
    ("DELETE", "/api/contacts/{contactId}"),
    ("GET", "/api/crm/contacts"),
    ("GET", "/api/crm/contacts/{crmContactId}/calls"),
    ("GET", "/api/crm/reviews"),
    ("POST", "/api/crm/reviews/{reviewId}"),
    ("POST", "/api/workflows"),
    ("GET", "/api/workflows"),
    ("GET", "/api/workflows/{workflowId}"),
    ("PUT", "/api/workflows/{workflowId}"),
    ("DELETE", "/api/workflows/{workflowId}"),
    ("POST", "/api/workflows/{workflowId}/trigger"),
    ("GET", "/api/workflows/{workflowId}/runs"),
    ("GET", "/api/workflows/runs/{runId}"),
    ("POST", "/api/workflows/runs/{runId}/replay"),
    ("POST", "/api/workflows/runs/{runId}/cancel"),
    ("GET", "/api/tasks"),
    ("POST", "/api/tasks/{taskId}/done"),
    ("POST", "/api/webhooks"),
    ("GET", "/api/webhooks"),
    ("GET", "/api/webhooks/{webhookId}"),
    ("PATCH", "/api/webhooks/{webhookId}"),
    ("DELETE", "/api/webhooks/{webhookId}"),
    ("POST", "/api/webhooks/{webhookId}/rotate-secret"),
    ("POST", "/api/webhooks/{webhookId}/test"),
    ("GET", "/api/webhooks/{webhookId}/deliveries"),
    ("POST", "/api/webhooks/deliveries/{deliveryId}/redeliver"),
    ("PATCH", "/api/contacts/{contactId}"),
    ("GET", "/api/contacts/merges"),
    ("GET", "/api/contacts/erasures/{receiptId}"),
    ("GET", "/api/contacts/export.csv"),
    ("GET", "/api/contacts/export.json"),
    ("GET", "/api/leads/export.csv"),
    ("POST", "/api/leads/extract"),
    ("GET", "/api/analytics/summary"),
    ("GET", "/api/analytics/timeseries"),
    ("GET", "/api/work"),
    ("GET", "/api/work/{workId}"),
    ("POST", "/api/work/{workId}/retry"),
    ("POST", "/api/work/{workId}/cancel"),
    ("DELETE", "/api/contacts/merges/{suggestionId}"),
    ("GET", "/api/contacts/{contactId}/merges"),
    ("POST", "/api/contacts/{contactId}/merge"),
}


@pytest.fixture
async def description(http: httpx.AsyncClient) -> dict[str, Any]:
    answer: dict[str, Any] = (await http.get("/openapi.json")).json()
    return answer


async def test_the_public_surface_is_described(description: dict[str, Any]) -> None:
    surface = {
        (method.upper(), path)
        for path, methods in description["paths"].items()
        for method in methods
    }

    assert surface == SURFACE


async def test_every_operation_says_what_it_does(description: dict[str, Any]) -> None:
    for methods in description["paths"].values():
        for operation in methods.values():
            assert operation["description"]
            assert operation["tags"]


async def test_errors_are_described_as_problems(description: dict[str, Any]) -> None:
    for path, methods in description["paths"].items():
        if not path.startswith("/api"):
            continue
        for operation in methods.values():
            errors = {
                status: _resolved(description, answer)
                for status, answer in operation["responses"].items()
                if int(status) >= 400
            }
            assert {"422", "500"} <= set(errors)
            for answer in errors.values():
                assert list(answer["content"]) == ["application/problem+json"]


async def test_no_reference_leads_nowhere(description: dict[str, Any]) -> None:
    for reference in _references(description):
        _resolved(description, {"$ref": reference})


async def test_a_dispatch_is_described_with_exactly_its_fields_and_an_example(
    description: dict[str, Any],
) -> None:
    body = description["components"]["schemas"]["DispatchIn"]

    assert body["required"] == ["conversationId", "agentId", "userId", "roomName"]
    assert set(body["properties"]) == {
        "conversationId",
        "agentId",
        "userId",
        "roomName",
        "token",
        "metadata",
        "language",
        "participantIdentity",
        "waitForAgentMs",
    }
    assert body["additionalProperties"] is False
    assert body["examples"][0]["agentId"] == "demo"


async def test_the_examples_are_accepted(
    description: dict[str, Any], http: httpx.AsyncClient
) -> None:
    schemas = description["components"]["schemas"]
    for name, method, path in (
        ("AgentIn", "POST", "/api/agents"),
        ("DispatchIn", "POST", "/api/agents/dispatch"),
        ("DraftPatch", "PATCH", "/api/agents/demo/draft"),
        ("DraftIn", "PUT", "/api/agents/reception/draft"),
        ("WorkflowIn", "POST", "/api/workflows"),
    ):
        for example in schemas[name]["examples"]:
            answer = await http.request(method, path, json=example)
            assert answer.is_success, answer.text


def _resolved(description: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in node:
        return node
    found = description
    for step in node["$ref"].removeprefix("#/").split("/"):
        found = found[step]
    return found


def _references(node: object) -> list[str]:
    if isinstance(node, dict):
        found = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
        return found + [one for value in node.values() for one in _references(value)]
    if isinstance(node, list):
        return [one for value in node for one in _references(value)]
    return []
