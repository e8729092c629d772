"""Find out who asks."""

from dataclasses import dataclass

from application.ports.access import UserTokens
from domain.api_key import StaticKey
from domain.errors import NotAuthenticatedError
from domain.principal import Principal

_LONGEST = 8192


@dataclass(frozen=True, slots=True, kw_only=True)
class Authenticate:
    """Tell by a credential who shows it: a key of the configuration, or a user's token.

    What is none of these is refused without saying what it lacks.
    """

    static_keys: tuple[StaticKey, ...] = ()
    user_tokens: UserTokens | None = None

    async def execute(self, credential: str) -> Principal:
        """Who shows *credential*.

        Raises NotAuthenticatedError, and UnavailableError when it cannot be told just now.
        """
        if len(credential) > _LONGEST:
            raise NotAuthenticatedError("the credential is too long to be one of ours")
        # All of them, so that how long it takes does not tell which one it resembles.
        known = [one.authenticate(credential) for one in self.static_keys]
        for principal in known:
            if principal is not None:
                return principal
        if self.user_tokens is not None and credential.count(".") == 2:
            return await self.user_tokens.verify(credential)
        raise NotAuthenticatedError("the credential is not known")
