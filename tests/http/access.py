"""The table of routes, and a service that asks who is asking."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx
from dependency_injector import providers
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts

from domain.principal import Scope
from entrypoints.bootstrap.settings import Settings
from entrypoints.http.access import declared_scopes
from entrypoints.http.app import create_app
from tests.http.conftest import Service

KEYS = {scope: f"the-key-that-may-only-{scope}" for scope in Scope}


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One way to ask for something, and what its decorator says that it takes."""

    method: str
    path: str
    scopes: frozenset[Scope]

    @property
    def url(self) -> str:
        """The path with something in its variables, that nobody has."""
        return re.sub(r"\{\w+(?::\w+)?\}", "1", self.path)

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


def routes_of(app: FastAPI) -> list[Route]:
    """Every route of *app*, the hidden ones too."""
    return [
        Route(
            method=method,
            path=str(one.path),
            scopes=declared_scopes(getattr(one, "dependencies", [])),
        )
        for one in iter_route_contexts(app.routes)
        for method in sorted(set(one.methods or {"*"}) - {"HEAD"})
    ]


def asking(service: Service, **changes: object) -> FastAPI:
    """The application with a key for each scope, and with *changes* to its settings."""
    keys = ",".join(f"{scope}:{key}:{scope}" for scope, key in KEYS.items())
    settings = Settings(_env_file=None).updated(**{"api_keys": keys, **changes})
    service.container.settings.override(providers.Object(settings))
    return create_app(service.container)


@asynccontextmanager
async def client_of(app: FastAPI, key: str | None = None) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who shows *key* with every request."""
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://service", headers=headers
    ) as client:
        yield client
