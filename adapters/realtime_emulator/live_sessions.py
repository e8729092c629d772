"""The sessions that are connected, for those who must reach one from outside."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class LiveSession(Protocol):
    """A connected session, from outside."""

    @property
    def call_id(self) -> str | None:
        """The phone call it belongs to, if any."""
        ...

    async def hang_up(self, code: int, reason: str) -> None:
        """Close its socket."""
        ...

    async def press(self, key: str) -> None:
        """Have it notice that the caller pressed a telephone key."""
        ...


class LiveSessions:
    """Who is connected."""

    def __init__(self) -> None:
        self._sessions: list[LiveSession] = []

    def __len__(self) -> int:
        return len(self._sessions)

    def __iter__(self) -> Iterator[LiveSession]:
        return iter(tuple(self._sessions))

    @contextmanager
    def joined_by(self, session: LiveSession) -> Iterator[None]:
        """Hold *session* for as long as the block runs."""
        self._sessions.append(session)
        try:
            yield
        finally:
            self._sessions.remove(session)
