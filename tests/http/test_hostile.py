"""No input makes the service fail."""

import json
import string

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.http.calls import DISPATCH, dispatch

JSON_HEADERS = {"content-type": "application/json"}

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4)
    ),
    max_leaves=12,
)
FIELDS = st.sampled_from(
    (
        *DISPATCH,
        *("metadata", "language", "participantIdentity", "waitForAgentMs"),
        *("name", "instructions", "languages", "greeting", "turnTaking", "tools", "limits"),
    )
)


RUBBISH = (
    b"",
    b"null",
    b"[]",
    b"0",
    b'"text"',
    b"\xff\xfe{",
    b'{"conversationId": "\xc3\x28"}',
    b"[" * 100_000,
    b'{"a":' * 50_000,
    b'{"waitForAgentMs": ' + b"9" * 5_000 + b"}",
    b"\x00" * 100,
    b"{" + b'"a":1,' * 10_000 + b'"b":2}',
)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/agents/dispatch"),
        ("POST", "/api/agents"),
        ("PUT", "/api/agents/demo/draft"),
        ("PATCH", "/api/agents/demo/draft"),
        ("POST", "/api/agents/demo/rollback"),
        ("POST", "/api/webhooks"),
        ("PATCH", "/api/webhooks/whk_000001"),
        ("POST", "/api/workflows"),
        ("POST", "/api/leads/extract"),
        ("POST", "/api/workflows/wfl_000001/trigger"),
    ],
)
@pytest.mark.parametrize("media_type", ["application/json", "text/plain", "application/json;x", ""])
async def test_a_body_of_rubbish_is_the_senders_mistake(
    http: httpx.AsyncClient, method: str, path: str, media_type: str
) -> None:
    for body in RUBBISH:
        headers = {"content-type": media_type}
        answer = await http.request(method, path, content=body, headers=headers)

        assert 400 <= answer.status_code < 500, body[:20]
        assert answer.headers["content-type"] == "application/problem+json"


FIELDS_OF_RUBBISH: tuple[dict[str, object], ...] = (
    {"userId": "a\x00b"},
    {"userId": "x" * 256},
    {"userId": "\ud800"},
    {"roomName": "room\n"},
    {"roomName": "../../etc/passwd"},
    {"conversationId": "c" * 129},
    {"waitForAgentMs": 10**30},
    {"waitForAgentMs": -1},
    {"waitForAgentMs": 0.5},
    {"metadata": {"a": "\x00"}},
    {"metadata": {"\x00": 1}},
    {"metadata": {"a": float("nan")}},
    {"metadata": {"a": float("inf")}},
    {"metadata": {"a": 10**40}},
    {"metadata": {"a": "\ud800"}},
    {"metadata": {"\ud800": 1}},
    {"metadata": {"a": [[[[[[[[[[]]]]]]]]]]}},
    {"metadata": {str(number): number for number in range(1000)}},
    {"metadata": [1]},
    {"token": "x" * 10_000},
    {"language": "e" * 255},
)


async def test_a_field_of_rubbish_is_the_senders_mistake(http: httpx.AsyncClient) -> None:
    for changes in FIELDS_OF_RUBBISH:
        body = json.dumps({**DISPATCH, **changes})

        answer = await http.post("/api/agents/dispatch", content=body, headers=JSON_HEADERS)

        assert answer.status_code == 422, changes


@pytest.mark.parametrize("token", ["x", "\x00", "a.b.c", "ä"])
async def test_a_token_of_rubbish_is_refused(http: httpx.AsyncClient, token: str) -> None:
    answer = await dispatch(http, token=token)

    assert answer.status_code == 403


PATHS = (
    "/api/sessions/%00",
    "/api/sessions/%ff%fe",
    "/api/sessions/" + "a" * 5_000,
    "/api/leads/..%2f..%2fetc",
    "/api/agents/%F0%9F%92%A9",
    "/api/agents/dispatch/%0d%0aSet-Cookie:x",
    "/api/sessions?cursor=%00",
    "/api/sessions?cursor=%ff",
    "/api/sessions?limit=%00",
    "/api/sessions?limit=1&limit=0",
    "//api//sessions",
)


async def test_a_path_of_rubbish_is_the_senders_mistake(http: httpx.AsyncClient) -> None:
    for path in PATHS:
        answer = await http.get(path)

        assert 400 <= answer.status_code < 500, path
        assert "set-cookie" not in answer.headers


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(body=JSON_VALUES | st.dictionaries(FIELDS, JSON_VALUES, max_size=8))
async def test_whatever_is_json_is_answered(http: httpx.AsyncClient, body: object) -> None:
    content = json.dumps(body)
    for path in ("/api/agents/dispatch", "/api/agents"):
        answer = await http.post(path, content=content, headers=JSON_HEADERS)
        assert answer.status_code < 500, answer.text
    for method in ("PATCH", "PUT"):
        answer = await http.request(
            method, "/api/agents/demo/draft", content=content, headers=JSON_HEADERS
        )
        assert answer.status_code < 500, answer.text


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    changes=st.fixed_dictionaries(
        {},
        optional={
            "conversationId": st.text(string.printable, max_size=20),
            "userId": st.text(max_size=20),
            "language": st.none() | st.text(max_size=8),
            "metadata": st.dictionaries(st.text(max_size=5), JSON_VALUES, max_size=3),
        },
    )
)
async def test_what_is_accepted_can_be_read_again(
    http: httpx.AsyncClient, changes: dict[str, object]
) -> None:
    answer = await http.post(
        "/api/agents/dispatch", content=json.dumps({**DISPATCH, **changes}), headers=JSON_HEADERS
    )

    assert answer.status_code in {200, 422}, answer.text
    if answer.status_code == 200:
        read = await http.get(f"/api/sessions/{answer.json()['sessionId']}")
        assert read.status_code == 200
