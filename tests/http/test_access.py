"""Who is asked, and for what."""

from typing import Any

import httpx
import pytest

from domain.principal import Scope
from tests.http.access import KEYS, asking, client_of
from tests.http.calls import assert_problem, dispatch
from tests.http.conftest import Service


async def test_nobody_is_asked_where_there_is_no_credential_to_ask_for(
    http: httpx.AsyncClient,
) -> None:
    assert (await http.get("/api/agents")).is_success


async def test_a_key_in_the_configuration_turns_asking_on(service: Service) -> None:
    async with client_of(asking(service)) as anybody:
        problem = assert_problem(await anybody.get("/api/agents"), 401, "not_authenticated")

    assert "Authorization: Bearer" in problem["detail"]


async def test_required_asks_although_there_is_nothing_to_show(service: Service) -> None:
    async with client_of(asking(service, api_keys=None, auth_mode="required")) as anybody:
        assert_problem(await anybody.get("/api/agents"), 401, "not_authenticated")


async def test_off_asks_nobody_whatever_keys_there_are(service: Service) -> None:
    async with client_of(asking(service, auth_mode="off")) as anybody:
        assert (await anybody.get("/api/agents")).is_success


@pytest.mark.parametrize(
    "shown",
    [
        {"Authorization": f"Bearer {KEYS[Scope.READ]}"},
        {"authorization": f"bearer  {KEYS[Scope.READ]} "},
        {"X-API-Key": KEYS[Scope.READ]},
    ],
)
async def test_a_key_is_shown_in_either_header(service: Service, shown: dict[str, str]) -> None:
    async with client_of(asking(service)) as client:
        assert (await client.get("/api/agents", headers=shown)).is_success


async def test_what_is_asked_for_is_not_read_before_it_is_known_who_asks(
    service: Service,
) -> None:
    async with client_of(asking(service)) as anybody:
        answer = await anybody.post(
            "/api/agents", content=b"{", headers={"content-type": "application/json"}
        )

    assert_problem(answer, 401, "not_authenticated")


async def test_a_missing_scope_is_named(service: Service) -> None:
    async with client_of(asking(service), KEYS[Scope.READ]) as reader:
        problem = assert_problem(await dispatch(reader), 403, "not_permitted")

    assert problem["detail"] == "this credential lacks the scope dispatch"


async def test_the_description_says_what_each_request_takes(http: httpx.AsyncClient) -> None:
    described: dict[str, Any] = (await http.get("/openapi.json")).json()

    assert set(described["components"]["securitySchemes"]) == {"bearer", "apiKey"}
    assert described["paths"]["/api/agents/dispatch"]["post"]["security"] == [
        {"bearer": ["dispatch"]},
        {"apiKey": ["dispatch"]},
    ]
    assert "security" not in described["paths"]["/health"]["get"]
