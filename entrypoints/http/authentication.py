"""Who asks is found out before the request is read, and acts until it is answered."""

from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from application.access_policy import AccessPolicy
from application.acting import act_as
from application.use_cases.access.authenticate import Authenticate
from domain.errors import NotAuthenticatedError, ServiceError
from domain.principal import ANYBODY, THE_SERVICE, Principal
from entrypoints.http.problems import problem_of

# What anybody may ask for. A route that is not here needs a credential, and its own scope.
OPEN_ROUTES: Final = frozenset(
    {
        ("GET", "/"),
        # What balancers and supervisors ask for.
        ("GET", "/health"),
        ("GET", "/health/live"),
        ("GET", "/health/ready"),
        # It has a token of its own where one is configured.
        ("GET", "/metrics"),
        # LiveKit signs what it sends.
        ("POST", "/api/webhooks/livekit"),
        # The description of the service is no secret.
        ("GET", "/docs"),
        ("GET", "/docs/oauth2-redirect"),
        ("GET", "/openapi.json"),
    }
)


class Authentication:
    """Serves each request on behalf of who asks, or answers 401."""

    def __init__(self, app: ASGIApp, policy: AccessPolicy, authenticate: Authenticate) -> None:
        self._app = app
        self._policy = policy
        self._authenticate = authenticate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            with act_as(ANYBODY):
                await self._app(scope, receive, send)
            return
        try:
            principal = await self._who_asks(scope)
        except ServiceError as error:
            await problem_of(error)(scope, receive, send)
            return
        with act_as(principal):
            await self._app(scope, receive, send)

    async def _who_asks(self, scope: Scope) -> Principal:
        method = "GET" if scope["method"] == "HEAD" else scope["method"]
        if (method, scope["path"]) in OPEN_ROUTES:
            return ANYBODY
        if not await self._policy.asks():
            return THE_SERVICE
        credential = _credential(Headers(scope=scope))
        if credential is None:
            raise NotAuthenticatedError(
                "show a credential: the header Authorization: Bearer, or X-API-Key"
            )
        return await self._authenticate.execute(credential)


def _credential(headers: Headers) -> str | None:
    scheme, _, shown = headers.get("authorization", "").partition(" ")
    if scheme:
        return shown.strip() if scheme.lower() == "bearer" and shown.strip() else None
    return headers.get("x-api-key") or None
