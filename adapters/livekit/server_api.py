"""LiveKit's server API: one pool a process, a deadline on each call, errors in our words."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from livekit import api

from adapters.livekit.credentials import LiveKitCredentials
from domain.errors import NotFoundError, RejectedError, UnavailableError

_REFUSALS = frozenset({"unauthenticated", "permission_denied", "invalid_argument", "malformed"})
# A key or signature it does not know is refused before Twirp: no code then, the status only.
_UNAUTHORISED = frozenset({401, 403})


class LiveKitServerApi:
    """Opens itself at first use, in the event loop that uses it; `aclose` ends it."""

    def __init__(self, credentials: LiveKitCredentials, *, timeout_s: float = 5.0) -> None:
        self._credentials = credentials
        self._timeout = aiohttp.ClientTimeout(total=timeout_s)
        self._client: api.LiveKitAPI | None = None

    @asynccontextmanager
    async def calling(self) -> AsyncIterator[api.LiveKitAPI]:
        """The client for one call.

        Raises NotFoundError, RejectedError (we are refused) or UnavailableError (no answer).
        """
        try:
            yield self._opened()
        except api.TwirpError as error:
            raise _in_our_words(error) from error
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise UnavailableError("LiveKit did not answer") from error

    async def aclose(self) -> None:
        """Give the connections back."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    def _opened(self) -> api.LiveKitAPI:
        if self._client is None:
            self._client = api.LiveKitAPI(
                self._credentials.http_url,
                self._credentials.api_key,
                self._credentials.api_secret,
                timeout=self._timeout,
            )
        return self._client


def _in_our_words(error: api.TwirpError) -> Exception:
    if error.code == "not_found":
        return NotFoundError("LiveKit knows nothing of that name")
    if error.status in _UNAUTHORISED:
        return RejectedError("LiveKit does not accept our key and secret")
    if error.code in _REFUSALS:
        return RejectedError(f"LiveKit refused: {error.code}")
    return UnavailableError(f"LiveKit answered {error.code}")
