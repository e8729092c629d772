"""429 for who asks too much, too fast, and in every answer how much is left.

`RateLimit` and `RateLimit-Policy` are those of the IETF's draft on rate-limit headers.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from application.acting import acting
from application.use_cases.operations.admit_request import (
    AdmitRequest,
    AdmitRequestCommand,
    Counted,
)
from domain.errors import ServiceError
from domain.principal import PrincipalKind
from domain.rate_limit import Asker, Traffic
from entrypoints.bootstrap.limit_settings import Network
from entrypoints.http.client_address import client_of
from entrypoints.http.problems import problem_of, problem_response

# LiveKit asks as often as things happen, and each of its messages is signed.
_UNCOUNTED = frozenset({"/api/webhooks/livekit"})
_READS = frozenset({"GET", "HEAD", "OPTIONS"})


def traffic_of(method: str, path: str) -> Traffic | None:
    """What kind of request it is; none where nothing is counted, as of health and metrics."""
    if not path.startswith("/api/") or path in _UNCOUNTED:
        return None
    if method in _READS:
        return Traffic.READ
    if path.startswith("/api/agents/dispatch"):
        return Traffic.DISPATCH
    return Traffic.TOKENS if path.startswith("/api/tokens") else Traffic.WRITE


Askers = Callable[[Scope], Mapping[Asker, str]]


def by_address(proxies: Sequence[Network]) -> Askers:
    """Counted before credentials are looked at, so that nobody can try many."""
    return lambda scope: {Asker.ADDRESS: client_of(scope, proxies)}


def by_credential(_: Scope) -> Mapping[Asker, str]:
    """Counted for who showed one; the service itself is not counted."""
    who = acting()
    if who.kind in {PrincipalKind.SERVICE, PrincipalKind.ANONYMOUS}:
        return {}
    return {
        Asker.CREDENTIAL: f"{who.tenant}:{who.kind}:{who.subject}",
        Asker.TENANT: str(who.tenant),
    }


class RateLimits:
    """Counts each request of the API for *askers*, and turns away what is too much."""

    def __init__(self, app: ASGIApp, admit: AdmitRequest, askers: Askers) -> None:
        self._app = app
        self._admit = admit
        self._askers = askers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        traffic = None
        if scope["type"] == "http":
            traffic = traffic_of(scope["method"], scope["path"])
        if traffic is None:
            await self._app(scope, receive, send)
            return
        try:
            command = AdmitRequestCommand(traffic=traffic, askers=self._askers(scope))
            counted = await self._admit.execute(command)
        except ServiceError as error:
            await problem_of(error)(scope, receive, send)
            return

        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                _tell(MutableHeaders(scope=message), counted)
            await send(message)

        too_much = [one for one in counted if not one.count.allowed]
        app = _refusal(too_much) if too_much else self._app
        await app(scope, receive, telling)


def _refusal(too_much: Sequence[Counted]) -> ASGIApp:
    retry_after = max(1, *(math.ceil(one.count.reset_s) for one in too_much))
    rates = " and ".join(f"{one.rate.amount} in {one.rate.seconds} s" for one in too_much)
    return problem_response(
        HTTPStatus.TOO_MANY_REQUESTS,
        code="rate_limited",
        detail=f"more than {rates}; ask again later",
        headers={"Retry-After": str(retry_after)},
    )


def _tell(headers: MutableHeaders, counted: Sequence[Counted]) -> None:
    for one in counted:
        headers.append("RateLimit-Policy", f'"{one.name}";q={one.rate.amount};w={one.rate.seconds}')
        reset = math.ceil(one.count.reset_s)
        headers.append("RateLimit", f'"{one.name}";r={one.count.remaining};t={reset}')
