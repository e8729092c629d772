"""What each route asks of who calls it: `dependencies=[READ]`, and the like, in its decorator."""

from typing import Annotated

from fastapi import Request, Security, params
from fastapi.security import APIKeyHeader, HTTPBearer, SecurityScopes

from application.acting import acting
from domain.principal import Scope

_SHOWN_AS_BEARER = HTTPBearer(
    scheme_name="bearer",
    auto_error=False,
    description="an API key, or the access token of a Supabase user",
)
_SHOWN_AS_HEADER = APIKeyHeader(
    name="X-API-Key", scheme_name="apiKey", auto_error=False, description="an API key"
)


async def hold_to_scopes(
    needed: SecurityScopes,
    # For the description alone: the credential was looked at before the request was read.
    _bearer: Annotated[object, Security(_SHOWN_AS_BEARER)],
    _key: Annotated[object, Security(_SHOWN_AS_HEADER)],
) -> None:
    """Raises NotPermittedError, naming the scope, unless who asks has all that are needed."""
    for scope in needed.scopes:
        acting().require(Scope(scope))


def _requires(scope: Scope) -> params.Security:
    return params.Security(dependency=hold_to_scopes, scopes=[scope.value])


DISPATCH = _requires(Scope.DISPATCH)
READ = _requires(Scope.READ)
CONFIGURE = _requires(Scope.CONFIGURE)
ERASE = _requires(Scope.ERASE)
ADMIN = _requires(Scope.ADMIN)


def declared_scopes(dependencies: list[params.Depends]) -> frozenset[Scope]:
    """The scopes that a route with these *dependencies* asks for."""
    asked = (one for one in dependencies if isinstance(one, params.Security))
    return frozenset(
        Scope(scope)
        for one in asked
        if one.dependency is hold_to_scopes
        for scope in one.scopes or ()
    )


async def refuse_undeclared(request: Request) -> None:
    """A route that somebody forgot to give a scope is for administrators."""
    if not declared_scopes(request.scope["route"].dependencies):
        acting().require(Scope.ADMIN)
