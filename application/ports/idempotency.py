"""Where requests under a key are kept, and what they were answered."""

from datetime import datetime
from typing import Protocol

from domain.idempotency import KeyedRequest


class KeyedRequests(Protocol):
    """One request for each id."""

    async def claim(self, request: KeyedRequest, *, now: datetime) -> KeyedRequest:
        """Keep *request* unless one that does not yield holds its id; which of them it is now."""
        ...

    async def finish(self, request: KeyedRequest) -> None:
        """Keep its answer. Without effect once another owner has taken it over."""
        ...

    async def release(self, request: KeyedRequest) -> None:
        """Forget it, unless another owner has taken it over or it has an answer."""
        ...

    async def blank(self) -> int:
        """Drop the bodies of all answers; how many had one."""
        ...

    async def forget(self, *, expired_before: datetime) -> int:
        """How many are gone."""
        ...
