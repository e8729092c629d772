"""LiveKit's server API: a deadline on each call, errors in our words."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from livekit import api

from adapters.livekit.credentials import LiveKitCredentials
from domain.errors import NotFoundError, RejectedError, UnavailableError

_REFUSALS = frozenset({"unauthenticated", "permission_denied", "invalid_argument", "malformed"})


@asynccontextmanager
async def calling(
    credentials: LiveKitCredentials, timeout_s: float
) -> AsyncIterator[api.LiveKitAPI]:
    """The client for one call.

    Raises NotFoundError, RejectedError (we are refused) or UnavailableError (no answer).
    """
    try:
        async with api.LiveKitAPI(
            credentials.http_url,
            credentials.api_key,
            credentials.api_secret,
            timeout=aiohttp.ClientTimeout(total=timeout_s),
        ) as livekit:
            yield livekit
    except api.TwirpError as error:
        raise _in_our_words(error) from error
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise UnavailableError("LiveKit did not answer") from error


def _in_our_words(error: api.TwirpError) -> Exception:
    if error.code == "not_found":
        return NotFoundError("LiveKit knows nothing of that name")
    if error.code in _REFUSALS:
        return RejectedError(f"LiveKit refused: {error.code}")
    return UnavailableError(f"LiveKit answered {error.code}")
