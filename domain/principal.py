"""Who asks, for which tenant, and what they may do."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.errors import NotAuthenticatedError, NotPermittedError
from domain.ids import TenantId

DEFAULT_TENANT: Final = TenantId("default")


class Scope(StrEnum):
    """What a credential may do; none of them includes another but `admin`, which includes all."""

    DISPATCH = "dispatch"
    READ = "read"
    CONFIGURE = "configure"
    ERASE = "erase"
    ADMIN = "admin"


class PrincipalKind(StrEnum):
    """How somebody proved who they are."""

    API_KEY = "api_key"
    USER = "user"
    # The service itself: its relay, its jobs, the command line on the machine.
    SERVICE = "service"
    # Nobody proved anything: what is open to everybody is all there is for them.
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True, kw_only=True)
class Principal:
    """Somebody who asks. *subject* names them in the audit log: a key's id, a user's id."""

    subject: str
    kind: PrincipalKind
    tenant: TenantId = DEFAULT_TENANT
    scopes: frozenset[Scope] = frozenset()

    def may(self, scope: Scope) -> bool:
        """Whether they hold *scope*, or `admin`."""
        return scope in self.scopes or Scope.ADMIN in self.scopes

    def require(self, scope: Scope) -> None:
        """Raises NotPermittedError, naming the scope, unless they may.

        NotAuthenticatedError where nobody is known to be asking.
        """
        if self.kind is PrincipalKind.ANONYMOUS:
            raise NotAuthenticatedError("this needs a credential")
        if not self.may(scope):
            raise NotPermittedError(f"this credential lacks the scope {scope.value}")


# Who the service is to itself, and everybody where authentication is off.
THE_SERVICE: Final = Principal(
    subject="service", kind=PrincipalKind.SERVICE, scopes=frozenset({Scope.ADMIN})
)

# Who asks for what is open to everybody: no scope, so that nothing else opens with it.
ANYBODY: Final = Principal(subject="anonymous", kind=PrincipalKind.ANONYMOUS)
