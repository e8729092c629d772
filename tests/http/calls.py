"""Requests that tests make again and again."""

from typing import Any

import httpx

DISPATCH = {
    "conversationId": "conv-1",
    "agentId": "demo",
    "userId": "user-1",
    "roomName": "room-1",
    "token": None,
}


async def dispatch(http: httpx.AsyncClient, **changes: Any) -> httpx.Response:
    """Ask for an agent, as DISPATCH says but for *changes*."""
    return await http.post("/api/agents/dispatch", json={**DISPATCH, **changes})


def assert_problem(answer: httpx.Response, status: int, code: str) -> dict[str, Any]:
    """*answer* is an RFC 9457 problem of that kind; its members."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = answer.json()
    assert problem["status"] == status
    assert problem["code"] == code
    assert problem["type"] == f"/problems/{code}"
    assert problem["title"]
    assert problem["instance"] == f"urn:request:{answer.headers['x-request-id']}"
    return problem
