"""Who asks: keys, users' tokens, and where new secrets come from."""

from typing import Protocol

from domain.principal import Principal


class UserTokens(Protocol):
    """Access tokens of users, signed by whoever signs them in."""

    async def verify(self, token: str) -> Principal:
        """Who *token* is about; tenant and scopes are those their administrator gave them.

        Raises NotAuthenticatedError for any token that is not good, UnavailableError when it
        cannot be told because the signer's keys were never to be had.
        """
        ...
