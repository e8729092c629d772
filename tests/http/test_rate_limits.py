"""How much may be asked for over HTTP."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_network

import httpx
import pytest
from dependency_injector import providers
from fastapi import FastAPI

from adapters.rate_limits.limiter import in_redis
from domain.principal import Scope
from domain.rate_limit import Traffic
from entrypoints.bootstrap.limit_settings import Network
from entrypoints.bootstrap.settings import Settings
from entrypoints.http.app import create_app
from entrypoints.http.client_address import client_of
from entrypoints.http.rate_limits import traffic_of
from tests.http.access import KEYS, asking, routes_of
from tests.http.access import client_of as credential_client
from tests.http.conftest import Service

DISPATCH = {"conversationId": "c1", "agentId": "demo", "userId": "u1", "roomName": "r1"}
PATH = "/api/agents/dispatch"


def limited(service: Service, **changes: object) -> FastAPI:
    settings = Settings(_env_file=None).updated(**changes)
    service.container.settings.override(providers.Object(settings))
    return create_app(service.container)


@asynccontextmanager
async def asker(app: FastAPI, address: str = "203.0.113.9") -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app, client=(address, 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
        yield client


async def test_who_asks_too_much_is_told_when_to_come_back(service: Service) -> None:
    app = limited(service, rate_limits_address="read=2/day,write=1/day")
    async with asker(app) as client:
        first = await client.get("/api/agents")
        assert first.status_code == 200
        assert first.headers["ratelimit-policy"] == '"read-address";q=2;w=86400'
        assert first.headers["ratelimit"].startswith('"read-address";r=1;t=')
        await client.get("/api/agents")
        refused = await client.get("/api/agents")
        assert refused.status_code == 429
        assert refused.json()["code"] == "rate_limited"
        assert 1 <= int(refused.headers["retry-after"]) <= 86400
        assert refused.headers["ratelimit"].startswith('"read-address";r=0;t=')
        # Another kind, another address.
        assert (await client.post("/api/leads/extract", json={"turns": []})).status_code != 429
    async with asker(app, "203.0.113.10") as other:
        assert (await other.get("/api/agents")).status_code == 200


async def test_whoever_tries_credentials_is_counted_too(service: Service) -> None:
    app = asking(service, rate_limits_address="read=2/day")
    async with asker(app) as client:
        answers = [await client.get("/api/leads", headers={"X-API-Key": "x"}) for _ in range(3)]
    assert [one.status_code for one in answers] == [401, 401, 429]


async def test_credentials_have_rates_of_their_own_and_share_their_tenants(
    service: Service,
) -> None:
    app = asking(service, rate_limits_credential="read=2/day", rate_limits_tenant="read=3/day")
    async with (
        credential_client(app, KEYS[Scope.READ]) as reader,
        credential_client(app, KEYS[Scope.ADMIN]) as administrator,
    ):
        mine = [(await reader.get("/api/agents")).status_code for _ in range(3)]
        assert mine == [200, 200, 429]
        last = await administrator.get("/api/agents")
    assert last.status_code == 429
    assert '"read-tenant";r=0' in last.headers["ratelimit"]


async def test_what_watches_the_service_is_not_counted(service: Service) -> None:
    app = limited(service, rate_limits_address="read=1/day,write=1/day")
    async with asker(app) as client:
        for path in ("/health/live", "/health", "/", "/openapi.json"):
            for _ in range(3):
                answer = await client.get(path)
                assert answer.status_code == 200
                assert "ratelimit" not in answer.headers


def test_every_route_of_the_api_is_of_some_kind(service: Service) -> None:
    kinds = {
        (one.method, one.path): traffic_of(one.method, one.path)
        for one in routes_of(create_app(service.container))
    }
    uncounted = {path for (_, path), kind in kinds.items() if kind is None}
    assert not [path for path in uncounted if path.startswith("/api/") and "livekit" not in path]
    assert kinds["POST", PATH] is Traffic.DISPATCH
    assert kinds["GET", f"{PATH}/{{dispatchId}}"] is Traffic.READ
    assert kinds["POST", "/api/agents"] is Traffic.WRITE
    assert traffic_of("POST", "/api/tokens") is Traffic.TOKENS
    assert traffic_of("POST", "/api/webhooks/livekit") is None


async def test_instances_that_share_a_redis_count_together(
    service: Service, redis_url: str
) -> None:
    service.container.rate_limiter.reset()
    app = limited(service, rate_limits_address="read=3/day", redis_url=redis_url)
    first_limiter = service.container.rate_limiter()
    statuses = []
    async with asker(app) as client:
        statuses += [(await client.get("/api/agents")).status_code for _ in range(2)]
    second_limiter = in_redis(redis_url)
    service.container.rate_limiter.override(providers.Object(second_limiter))
    service.container.admit_request.reset()
    async with asker(create_app(service.container)) as client:
        statuses += [(await client.get("/api/agents")).status_code for _ in range(2)]
    assert statuses == [200, 200, 200, 429]
    await first_limiter.close()
    await second_limiter.close()


async def test_without_redis_reads_go_on_and_dispatches_wait(service: Service) -> None:
    app = limited(service, redis_url="redis://127.0.0.1:1/0")
    async with asker(app) as client:
        assert (await client.get("/api/agents")).status_code == 200
        assert (await client.post("/api/leads/extract", json={"turns": []})).status_code != 503
        refused = await client.post(PATH, json=DISPATCH)
    assert refused.status_code == 503
    assert refused.headers["retry-after"]
    assert service.dispatcher.dispatches == []


OURS: tuple[Network, ...] = (ip_network("10.0.0.0/8"), ip_network("192.0.2.1/32"))


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("203.0.113.9", None, "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("10.0.0.1", None, "10.0.0.1"),
        ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "1.2.3.4, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "1.2.3.4, 198.51.100.1, 192.0.2.1", "198.51.100.1"),
        ("10.0.0.1", "1.2.3.4, rubbish", "10.0.0.1"),
        ("10.0.0.1", "10.0.0.7", "10.0.0.7"),
        ("::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("2001:db8:1:2:3::4", None, "2001:db8:1:2::/64"),
        ("testclient", "198.51.100.1", "unknown"),
    ],
)
def test_an_address_is_believed_of_our_own_proxies_alone(
    peer: str, forwarded: str | None, client: str
) -> None:
    headers = [] if forwarded is None else [(b"x-forwarded-for", forwarded.encode())]
    scope = {"type": "http", "client": (peer, 1), "headers": headers}
    assert client_of(scope, OURS) == client


@pytest.mark.parametrize(
    "mistake",
    [
        {"rate_limits_address": "read=often"},
        {"redis_url": "http://example.com"},
        {"trusted_proxies": "10.0.0.0/99"},
    ],
)
def test_settings_that_cannot_be_are_refused(mistake: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"must|rate"):
        Settings(_env_file=None).updated(**mistake)
