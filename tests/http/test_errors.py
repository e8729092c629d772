"""Every error is a problem, whatever goes wrong."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
from dependency_injector import providers
from starlette.types import Receive, Scope, Send

from domain.errors import RateLimitedError, RejectedError, ServiceError, UnavailableError
from entrypoints.http.app import create_app
from entrypoints.http.middleware import BodyLimit, Deadline
from entrypoints.http.problems import problem_of
from tests.http.calls import assert_problem, dispatch
from tests.http.conftest import Service


async def test_a_path_that_does_not_exist(http: httpx.AsyncClient) -> None:
    assert_problem(await http.get("/api/nothing"), 404, "not_found")


async def test_a_method_that_a_path_does_not_have(http: httpx.AsyncClient) -> None:
    answer = await http.delete("/api/leads")

    assert_problem(answer, 405, "method_not_allowed")
    assert answer.headers["allow"] == "GET"


async def test_every_method_that_a_path_has_is_named(http: httpx.AsyncClient) -> None:
    answer = await http.put("/api/contacts/con_1")

    assert answer.headers["allow"] == "DELETE, GET, PATCH"


@pytest.mark.parametrize("given", [0, "false", "no", 1.0])
async def test_nothing_but_a_boolean_is_taken_for_one(
    http: httpx.AsyncClient, given: object
) -> None:
    webhook = {"url": "https://crm.example.com/", "events": ["*"], "includePersonalData": given}

    answer = await http.post("/api/webhooks", json=webhook)

    assert_problem(answer, 422, "invalid_request")


async def test_a_body_that_is_not_json(http: httpx.AsyncClient) -> None:
    answer = await http.post(
        "/api/agents", content=b'{"name": ', headers={"content-type": "application/json"}
    )

    assert_problem(answer, 422, "malformed_json")


async def test_a_form_is_told_to_be_json(http: httpx.AsyncClient) -> None:
    answer = await http.post("/api/agents", data={"name": "Reception"})

    problem = assert_problem(answer, 415, "unsupported_media_type")
    assert "application/json" in problem["detail"]


async def test_a_body_above_the_limit_is_413_by_what_it_says(http: httpx.AsyncClient) -> None:
    answer = await http.post("/api/agents", content=b" " * (1024 * 1024 + 1))

    assert_problem(answer, 413, "body_too_large")


async def test_a_body_above_the_limit_is_413_although_it_does_not_say(
    http: httpx.AsyncClient,
) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(1025):
            yield b" " * 1024

    answer = await http.post(
        "/api/agents", content=chunks(), headers={"content-type": "application/json"}
    )

    assert_problem(answer, 413, "body_too_large")


async def test_what_broke_stays_inside(http: httpx.AsyncClient, service: Service) -> None:
    service.dispatcher.fail_next(KeyError("secret of the house"))

    answer = await dispatch(http)

    problem = assert_problem(answer, 500, "internal_error")
    assert "detail" not in problem
    assert "secret of the house" not in answer.text


async def test_a_request_keeps_the_id_it_came_with(http: httpx.AsyncClient) -> None:
    answer = await http.get("/api/nothing", headers={"X-Request-Id": "abc-123"})

    assert answer.headers["x-request-id"] == "abc-123"
    assert answer.json()["instance"] == "urn:request:abc-123"


@pytest.mark.parametrize("unfit", ["a b", "x" * 65, "<script>", "a\tb"])
async def test_an_id_unfit_for_headers_is_replaced(http: httpx.AsyncClient, unfit: str) -> None:
    answer = await http.get("/", headers={"X-Request-Id": unfit})

    assert answer.headers["x-request-id"].startswith("req_")


async def test_a_request_that_takes_too_long_is_given_up(service: Service) -> None:
    async def hangs(scope: Scope, receive: Receive, send: Send) -> None:
        await asyncio.Event().wait()

    transport = httpx.ASGITransport(Deadline(hangs, seconds=0.01))
    async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
        answer = await client.get("/")

    assert answer.status_code == 503
    assert answer.json()["code"] == "deadline_exceeded"
    assert answer.headers["retry-after"] == "5"


@pytest.mark.parametrize("length", ["-1", "many", "1e3", "9" * 400])
async def test_a_length_that_is_none_is_refused(length: str) -> None:
    async def reached(scope: Scope, receive: Receive, send: Send) -> None:
        raise AssertionError("the application was reached")

    transport = httpx.ASGITransport(BodyLimit(reached))
    async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
        answer = await client.post("/", headers={"Content-Length": length})

    assert answer.status_code == 413


def test_a_new_leaf_of_the_error_tree_needs_no_change_here() -> None:
    class QuotaUsedUpError(RejectedError):
        code = "quota_used_up"

    answer = problem_of(QuotaUsedUpError("the key's quota is used up"))

    assert answer.status_code == 502
    assert b"quota_used_up" in answer.body


def test_retry_after_is_whole_seconds_and_never_zero() -> None:
    limited = problem_of(RateLimitedError("too fast", retry_after=0.2))
    away = problem_of(UnavailableError("away", retry_after=61.5))

    assert (limited.status_code, limited.headers["retry-after"]) == (429, "1")
    assert (away.status_code, away.headers["retry-after"]) == (503, "62")


def test_an_error_of_no_kind_is_our_fault() -> None:
    assert problem_of(ServiceError("strange")).status_code == 500


async def test_a_database_that_is_away_is_503(service: Service) -> None:
    class Away:
        def unit_of_work(self) -> None:
            raise UnavailableError("the database did not answer")

    service.container.store.override(providers.Object(Away()))
    service.container.reset_singletons()
    transport = httpx.ASGITransport(create_app(service.container))
    async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
        answer = await client.get("/api/sessions")
        assert_problem(answer, 503, "unavailable")
        assert (await client.get("/health/ready")).status_code == 503
        assert (await client.get("/health/live")).status_code == 200
