"""Who shows a credential."""

import pytest

from application.access_policy import AccessPolicy, AuthMode
from application.use_cases.access.authenticate import Authenticate
from domain.api_key import StaticKey, digest_of
from domain.errors import NotAuthenticatedError, NotPermittedError
from domain.principal import ANYBODY, Principal, PrincipalKind, Scope

STATIC = StaticKey(name="ci", digest=digest_of("static-key"), scopes=frozenset({Scope.READ}))
USER = Principal(subject="user-1", kind=PrincipalKind.USER)


class OneUserToken:
    async def verify(self, token: str) -> Principal:
        if token != "a.good.token":
            raise NotAuthenticatedError("no")
        return USER


async def test_a_key_of_the_configuration_is_known() -> None:
    principal = await Authenticate(static_keys=(STATIC,)).execute("static-key")

    assert principal.subject == "static:ci"


async def test_a_users_token_is_left_to_who_knows_them() -> None:
    authenticate = Authenticate(user_tokens=OneUserToken())

    assert await authenticate.execute("a.good.token") is USER
    with pytest.raises(NotAuthenticatedError):
        await authenticate.execute("a.bad.token")


@pytest.mark.parametrize("shown", ["", "other", "a.good.token", "x" * 9000])
async def test_anything_else_is_refused(shown: str) -> None:
    with pytest.raises(NotAuthenticatedError):
        await Authenticate(static_keys=(STATIC,)).execute(shown)


@pytest.mark.parametrize(
    ("mode", "configured", "asks"),
    [
        (AuthMode.AUTO, False, False),
        (AuthMode.AUTO, True, True),
        (AuthMode.OFF, True, False),
        (AuthMode.REQUIRED, False, True),
    ],
)
async def test_whether_a_credential_is_asked_for(
    mode: AuthMode, configured: bool, asks: bool
) -> None:
    assert await AccessPolicy(mode=mode, configured=configured).asks() is asks


def test_anybody_is_not_authenticated_rather_than_not_permitted() -> None:
    with pytest.raises(NotAuthenticatedError):
        ANYBODY.require(Scope.READ)
    with pytest.raises(NotPermittedError, match="read"):
        USER.require(Scope.READ)
