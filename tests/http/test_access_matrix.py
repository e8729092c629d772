"""Every route that there is, asked for by everybody who may not and somebody who may.

There is no list to keep: a route says what it takes in its decorator (`dependencies=[READ]`), and a
route that says nothing fails the first test.
"""

import httpx
import pytest
from fastapi import FastAPI

from domain.principal import Scope
from entrypoints.http.authentication import OPEN_ROUTES
from tests.http.access import KEYS, Route, asking, client_of, routes_of
from tests.http.conftest import Service

BAD_CREDENTIALS = {
    "none": {},
    "garbage": {"Authorization": "Bearer garbage"},
    "another scheme": {"Authorization": "Basic dXNlcjpwYXNzd29yZA=="},
    "half a header": {"Authorization": "Bearer"},
    "a key that nobody has": {"X-API-Key": f"vak_01J9Z0_{'x' * 43}"},
    "an unsigned token": {"Authorization": "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."},
    "something vast": {"X-API-Key": "x" * 9000},
}


@pytest.fixture
def app(service: Service) -> FastAPI:
    return asking(service)


@pytest.fixture
def guarded(app: FastAPI) -> list[Route]:
    return [one for one in routes_of(app) if (one.method, one.path) not in OPEN_ROUTES]


def test_every_route_is_open_by_name_or_says_what_it_takes(app: FastAPI) -> None:
    silent = [
        str(route)
        for route in routes_of(app)
        if ((route.method, route.path) in OPEN_ROUTES) != (not route.scopes)
    ]

    assert len(routes_of(app)) > 70
    assert not silent, "give them dependencies=[READ], or whatever they take, in the decorator"


@pytest.mark.parametrize("shown", BAD_CREDENTIALS.values(), ids=BAD_CREDENTIALS)
async def test_without_a_good_credential_every_route_is_401(
    app: FastAPI, guarded: list[Route], shown: dict[str, str]
) -> None:
    async with client_of(app) as client:
        for route in guarded:
            answer = await client.request(route.method, route.url, headers=shown)

            assert answer.status_code == 401, route
            assert answer.headers["www-authenticate"] == "Bearer", route
            assert answer.json()["code"] == "not_authenticated", route


@pytest.mark.parametrize("held", [scope for scope in Scope if scope is not Scope.ADMIN])
async def test_without_its_scope_every_route_is_403_and_says_which(
    app: FastAPI, guarded: list[Route], held: Scope
) -> None:
    async with client_of(app, KEYS[held]) as client:
        for route in guarded:
            answer = await client.request(route.method, route.url, json=_body(route))
            missing = route.scopes - {held}
            if missing:
                assert answer.status_code == 403, route
                assert any(scope in answer.json()["detail"] for scope in missing), route
            else:
                assert _got_in(answer), (route, answer.text)


async def test_an_administrator_gets_into_every_route(app: FastAPI, guarded: list[Route]) -> None:
    async with client_of(app, KEYS[Scope.ADMIN]) as client:
        for route in guarded:
            answer = await client.request(route.method, route.url, json=_body(route))
            assert _got_in(answer), (route, answer.text)


async def test_what_is_open_asks_nobody_who_they_are(app: FastAPI) -> None:
    served = {(one.method, one.path) for one in routes_of(app)}
    async with client_of(app) as client:
        for method, path in OPEN_ROUTES & served:
            answer = await client.request(method, path, headers={"Authorization": "Bearer stale"})
            assert answer.status_code not in {401, 403}, (path, answer.text)


async def test_a_path_that_does_not_exist_is_not_told_from_one_that_does(app: FastAPI) -> None:
    async with client_of(app) as client:
        for method, path in (
            ("GET", "/api/nothing"),
            ("DELETE", "/api/leads"),
            ("GET", "/API/leads"),
            ("GET", "//api/leads"),
            ("GET", "/api/leads/"),
            ("GET", "/health/../api/leads"),
            ("POST", "/health"),
        ):
            assert (await client.request(method, path)).status_code == 401, path


async def test_a_route_that_forgot_to_say_is_for_administrators(app: FastAPI) -> None:
    from fastapi import APIRouter, Depends

    from entrypoints.http.access import refuse_undeclared

    async def forgotten() -> str:
        return "inside"

    router = APIRouter(prefix="/api", dependencies=[Depends(refuse_undeclared)])
    router.add_api_route("/forgotten", forgotten)
    app.include_router(router)

    async with client_of(app, KEYS[Scope.READ]) as reader:
        assert (await reader.get("/api/forgotten")).status_code == 403
    async with client_of(app, KEYS[Scope.ADMIN]) as administrator:
        assert (await administrator.get("/api/forgotten")).json() == "inside"


def _body(route: Route) -> dict[str, str] | None:
    return None if route.method in {"GET", "DELETE"} else {}


def _got_in(answer: httpx.Response) -> bool:
    return answer.status_code in {200, 201, 202, 204, 404, 409, 412, 415, 422, 428}
