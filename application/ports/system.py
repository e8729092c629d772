"""Time and ids."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The only source of time. Times are aware and in UTC."""

    def now(self) -> datetime:
        """This moment."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Return once *seconds* have gone by on this clock."""
        ...


class IdGenerator(Protocol):
    """The only source of new ids."""

    def new(self, prefix: str) -> str:
        """An id never given before, sortable by time, such as `ses_01J...` for the prefix `ses`."""
        ...
