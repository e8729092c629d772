import pytest

from domain.errors import NotPermittedError
from domain.ids import TenantId
from domain.principal import THE_SERVICE, Principal, PrincipalKind, Scope


def principal(*scopes: Scope) -> Principal:
    return Principal(
        subject="key_1",
        kind=PrincipalKind.API_KEY,
        tenant=TenantId("acme"),
        scopes=frozenset(scopes),
    )


def test_a_scope_includes_no_other() -> None:
    reader = principal(Scope.READ)
    reader.require(Scope.READ)
    with pytest.raises(NotPermittedError, match="configure"):
        reader.require(Scope.CONFIGURE)


@pytest.mark.parametrize("scope", Scope)
def test_admin_includes_every_scope(scope: Scope) -> None:
    assert principal(Scope.ADMIN).may(scope)
    assert THE_SERVICE.may(scope)
